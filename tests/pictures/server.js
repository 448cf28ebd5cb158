// One server for all of it: the kit, the sheets, the pictures and fonts on them, and the page that compares.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { drawing } from "./drawn.js";
import { sheet } from "./sheet.js";

/** @param {string} path */
const from = path => fileURLToPath(new URL(path, import.meta.url));

export const FIXTURES = from("../fixtures");
export const EXPECTED = from("../expected/pictures");
const KIT = process.env.ARTICLE_CARD_KIT ?? from("../../dist/kit");

const PHOTOGRAPHS = "/fixtures/pictures/";

/** What stands where. */
const FOLDERS = {
  "/kit/": KIT,
  [PHOTOGRAPHS]: join(FIXTURES, "pictures"),
  "/fonts/": from("node_modules"),
  "/expected/": EXPECTED,
  "/": from("."),
};

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".tsv": "text/tab-separated-values; charset=utf-8",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** Where a picture is missing on purpose, and what a browser asks for by itself. */
const MISSING = ["/fixtures/pictures/this-picture-does-not-exist.webp", "/favicon.ico"];

/** `taken` are the sheets' pictures, by the names of the fixtures; `unknown` is what was asked for and is not there. */
export async function startServer() {
  /** @type {Map<string, Uint8Array>} */
  const taken = new Map();
  /** @type {string[]} */
  const unknown = [];
  let origin = "";

  /** @param {string} name */
  const fixture = name => readFile(join(FIXTURES, `${name}.json`), "utf8");

  /**
   * @param {string} path
   * @returns {Promise<{ type: string, body: Uint8Array | string }>}
   */
  async function answer(path) {
    const name = path.split("/").at(-1) ?? "";
    if (path.startsWith("/sheet/"))
      return { type: TYPES[".html"], body: sheet(name, await fixture(name), origin) };
    const picture = path.startsWith("/taken/") && taken.get(name);
    if (picture) return { type: "image/png", body: picture };
    const [root, folder] = Object.entries(FOLDERS).find(([root]) => path.startsWith(root)) ?? ["/", ""];
    const type = TYPES[extname(path)];
    if (!type) throw new Error(`of no type that is served: ${path}`);
    const body = await readFile(join(folder, normalize(path.slice(root.length - 1))));
    if (root === PHOTOGRAPHS && type === TYPES[".webp"]) return { type: TYPES[".svg"], body: drawing(body) };
    return { type, body };
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    try {
      const { type, body } = await answer(path);
      const cache = path.startsWith("/fonts/") ? "max-age=600" : "no-store";
      response.writeHead(200, { "content-type": type, "cache-control": cache }).end(body);
    } catch (error) {
      if (!MISSING.includes(path)) unknown.push(`${path}: ${error}`);
      response.writeHead(404).end();
    }
  });
  await /** @type {Promise<void>} */ (new Promise(done => server.listen(0, "127.0.0.1", done)));
  origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin, taken, unknown, close };
}
