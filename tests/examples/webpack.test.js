import { built, carries, draws, inBrowsers } from "./example.js";

carries("dist");
inBrowsers("as it is built", built("dist"), at => draws(at, { reader: true }));
