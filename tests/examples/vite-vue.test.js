import { built, carries, developed, draws, inBrowsers, reloads } from "./example.js";

carries("dist");
inBrowsers("as it is built", built("dist"), at => draws(at, { reader: true }));
inBrowsers("while somebody works on it", developed, at => {
  draws(at, { reader: true });
  reloads(at, "src/App.vue");
});
