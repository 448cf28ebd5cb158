import { built, carries, developed, draws, inBrowsers, reloads } from "./example.js";

carries("dist");
inBrowsers("as it is built", built("dist"), at => draws(at, {}));
inBrowsers("while somebody works on it", developed, at => {
  draws(at, {});
  reloads(at, "src/App.jsx");
});
