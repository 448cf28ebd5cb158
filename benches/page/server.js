// The server of the pages and of what they load: everything that compresses comes with brotli of the last level, made once.
import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".tsv": "text/tab-separated-values; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
};

/**
 * @typedef {{ body: Buffer, type: string, encoding?: string }} Answer
 * @typedef {Awaited<ReturnType<typeof serve>>} Server
 */

/**
 * @param {Buffer} content
 * @param {string} extension
 * @returns {Answer}
 */
function answer(content, extension) {
  const type = TYPES[extension] ?? "application/octet-stream";
  if (extension === ".webp") return { body: content, type };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return { body: brotliCompressSync(content, { params }), type, encoding: "br" };
}

/**
 * Serves these folders, each under its name, and the pages that are made later.
 * @param {Record<string, string>} folders
 */
export async function serve(folders) {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  for (const [name, folder] of Object.entries(folders)) {
    for (const file of readdirSync(folder)) {
      const path = join(folder, file);
      if (statSync(path).isFile() && extname(file) in TYPES) {
        answers.set(`/${name}/${file}`, answer(readFileSync(path), extname(file)));
      }
    }
  }
  /** What was asked for, and what of it goes over the wire, since the log was emptied. */
  const log = /** @type {{ path: string, bytes: number }[]} */ ([]);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    const found = answers.get(path);
    if (!found) return void response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
    const { body, type, encoding } = found;
    log.push({ path, bytes: body.length });
    response
      .writeHead(200, {
        "content-type": type,
        "content-length": body.length,
        "cache-control": "no-store",
        ...(encoding ? { "content-encoding": encoding } : {}),
      })
      .end(body);
  });
  await new Promise(done => server.listen(0, "127.0.0.1", () => done(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const origin = `http://localhost:${port}`;
  return {
    origin,
    log,
    /** Has a page ready, and says where. */
    page(/** @type {string} */ name, /** @type {string} */ html) {
      answers.set(`/page/${name}`, answer(Buffer.from(html), ".html"));
      return `${origin}/page/${name}`;
    },
    /** How many bytes of a folder's files, and which of them, were asked for. */
    loaded(/** @type {string} */ folder) {
      const own = log.filter(({ path }) => path.startsWith(`/${folder}/`));
      return {
        files: own.map(({ path }) => path.slice(folder.length + 2)),
        bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
