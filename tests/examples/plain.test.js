import { built, draws, inBrowsers } from "./example.js";

inBrowsers("as it stands", built("."), at => draws(at, { picture: 1, reader: true }));
