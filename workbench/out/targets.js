// For whom there is embed code, in the order of the choice; each has a tested project in `examples/`.

import { next, react, reactServer, vue, vueServer } from "./components.js";
import { prerendered, rendered } from "./pages.js";
import { astro, eleventy, hugo, worker, yew } from "./sites.js";

/**
 * What the code is made of.
 * @typedef {object} Embed
 * @property {Record<string, any>} article the card's own JSON
 * @property {Record<string, string>} attributes
 * @property {Record<string, string>} theme
 * @property {string} kit the folder of the kit's files, with a slash at its end
 * @property {string} html the prerendered card; empty until it is there
 * @property {string} styleHash of the style in it, `sha256-…`; empty if nobody knows
 * @property {string} version
 * @property {{ place?: { style: string, hash: string } } | null} manifest the kit's `manifest.json`
 * @property {string[]} pictures the origins of the article's pictures
 *
 * @typedef {object} CodeFile
 * @property {string} name
 * @property {string} language
 * @property {string} text
 *
 * @typedef {object} Target
 * @property {string} name
 * @property {string} title
 * @property {string} example
 * @property {(embed: Embed) => CodeFile[]} files
 * @property {string} install a command, or nothing
 * @property {boolean} isKitElsewhere whether the publisher says where the kit is; else the page's own server has it
 * @property {("place" | "sheet" | "card" | "linked")[]} styles how style comes: the place's in the page, as a file of
 *   the kit, the prerendered card's in the page, or linked by the card
 * @property {string} note what to know beside the code
 */

const NPM = "npm install article-card";

/** @type {Target[]} */
export const TARGETS = [
  {
    name: "html",
    title: "HTML, drawn by the browser",
    example: "examples/plain",
    files: rendered,
    install: "",
    isKitElsewhere: true,
    styles: ["place"],
    note: "Style and script are needed once in a page, however many cards there are.",
  },
  {
    name: "prerendered",
    title: "HTML, prerendered",
    example: "examples/plain",
    files: prerendered,
    install: "",
    isKitElsewhere: true,
    styles: ["card"],
    note: "Complete without any script. Prerender again what you correct.",
  },
  {
    name: "react",
    title: "React",
    example: "examples/vite-react",
    files: react,
    install: NPM,
    isKitElsewhere: false,
    styles: ["sheet"],
    note: "React 19. Vite and webpack carry the card's files along.",
  },
  {
    name: "react-server",
    title: "React with server rendering",
    example: "examples/react-server",
    files: reactServer,
    install: NPM,
    isKitElsewhere: false,
    styles: ["card"],
    note: "With esbuild, copy the package's .wasm and .tsv files beside the browser's bundle.",
  },
  {
    name: "next",
    title: "Next.js",
    example: "examples/next",
    files: next,
    install: NPM,
    isKitElsewhere: false,
    styles: ["card", "sheet"],
    note: "With the App Router.",
  },
  {
    name: "vue",
    title: "Vue",
    example: "examples/vite-vue",
    files: vue,
    install: NPM,
    isKitElsewhere: false,
    styles: ["sheet"],
    note: "",
  },
  {
    name: "vue-server",
    title: "Vue with server rendering",
    example: "examples/vue-server",
    files: vueServer,
    install: NPM,
    isKitElsewhere: false,
    styles: ["card"],
    note: "The server itself stands in the example.",
  },
  {
    name: "astro",
    title: "Astro",
    example: "examples/astro",
    files: astro,
    install: NPM,
    isKitElsewhere: false,
    styles: ["card"],
    note: "",
  },
  {
    name: "eleventy",
    title: "Eleventy",
    example: "examples/eleventy",
    files: eleventy,
    install: NPM,
    isKitElsewhere: false,
    styles: ["linked"],
    note: "The script is needed once in a page.",
  },
  {
    name: "worker",
    title: "Cloudflare Worker",
    example: "examples/worker",
    files: worker,
    install: NPM,
    isKitElsewhere: false,
    styles: ["card"],
    note: "",
  },
  {
    name: "hugo",
    title: "Hugo",
    example: "examples/hugo",
    files: hugo,
    install: "",
    isKitElsewhere: false,
    styles: ["linked"],
    note: "The kit's folder lies beside the site's, and the command article-card is on the PATH. Leave out --minify.",
  },
  {
    name: "yew",
    title: "Yew",
    example: "examples/yew-axum",
    files: yew,
    install: "",
    isKitElsewhere: false,
    styles: [],
    note: "The page has an element with the id article-card. Times that tick, the copy button, the events and the " +
      "attribute theme are those of the element <article-card>, which this is not.",
  },
];

/** @param {string} name */
export const targetOf = name => TARGETS.find(target => target.name === name) ?? TARGETS[0];
