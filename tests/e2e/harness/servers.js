// Two web servers on two origins, as on the real web: one publishes the kit, one the pages that embed it.
// They never decide what is right; they serve what a test says, count what was asked for, and fail where told to.
import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
/**
 * @param {string} variable
 * @param {string} path
 */
const folder = (variable, path) => process.env[variable] ?? join(repository, path);

/** Where the files under test were built. */
export const KIT = folder("ARTICLE_CARD_KIT", "dist/kit");
export const KIT_FAULT = folder("ARTICLE_CARD_KIT_FAULT", "dist/kit-fault");
export const SITE = folder("ARTICLE_CARD_SITE", "dist/site");

/** @type {Record<string, string>} */
const MIME = {
  ".tsv": "text/tab-separated-values",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

/** The pictures of the gallery's articles, by the address that the articles have for them. */
const PICTURES = new Map(
  readdirSync(join(repository, "tests/fixtures/pictures"))
    .filter(name => extname(name) in MIME)
    .map(name => [`/fixtures/pictures/${name}`, readFileSync(join(repository, "tests/fixtures/pictures", name))]),
);

/**
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {"css" | "glue" | "labels" | "loader" | "other" | "reader" | "readerWasm" | "wasm"} Role
 * @typedef {object} Fault
 * @property {number} [status]
 * @property {string} [mime]
 * @property {string | Buffer} [body]
 * @property {Record<string, string>} [headers]
 * @property {boolean} [abort]
 * @property {Promise<unknown>} [held]
 * @typedef {{ from?: string, faults?: Partial<Record<Role, Fault>> }} CopyOptions
 * @typedef {object} Copy
 * @property {Map<string, Buffer>} files
 * @property {Partial<Record<Role, Fault>>} faults
 * @property {{ name: string, part: Role }[]} requests
 * @property {string[]} missing
 * @property {string} base
 * @property {string} loader
 * @property {string} css
 * @property {(part: Role) => number} count
 * @typedef {Awaited<ReturnType<typeof startPublisher>>} Publisher
 */

/**
 * Which of the kit's files a name is, whatever its hash.
 * @param {string} name
 * @returns {Role}
 */
function role(name) {
  const isReader = name.includes("reader");
  if (name.endsWith(".wasm")) return isReader ? "readerWasm" : "wasm";
  if (isReader) return "reader";
  if (name.includes("labels")) return "labels";
  if (name === "article-card.css") return "css";
  if (name === "article-card.js") return "loader";
  return /runtime.*\.js$/.test(name) ? "glue" : "other";
}

/** @param {(url: URL, response: Response) => unknown} answer */
async function listen(answer) {
  const server = createServer((request, response) => {
    Promise.resolve(answer(new URL(request.url ?? "/", "http://host"), response)).catch(error =>
      response.writeHead(500).end(String(error)),
    );
  });
  await /** @type {Promise<void>} */ (new Promise(done => server.listen(0, "127.0.0.1", done)));
  const close = () =>
    new Promise(done => {
      server.close(done);
      server.closeAllConnections();
    });
  return { port: /** @type {import("node:net").AddressInfo} */ (server.address()).port, close };
}

/**
 * The kit's origin.
 * Each page gets a copy under a path of its own, so that no cache hides a request and each copy counts and fails alone.
 */
export async function startKit() {
  /** @type {Map<string, Copy>} */
  const copies = new Map();
  /** @type {Map<string, Copy["files"]>} */
  const shelves = new Map();
  /** @param {string} directory */
  const shelf = directory => {
    let files = shelves.get(directory);
    if (!files) {
      files = new Map(
        readdirSync(directory, { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile())
          .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(directory.length + 1))
          .map(name => [name, readFileSync(join(directory, name))]),
      );
      shelves.set(directory, files);
    }
    return files;
  };
  const { port, close } = await listen(async ({ pathname }, response) => {
    const [, key, ...rest] = decodeURIComponent(pathname).split("/"),
      name = rest.join("/") || "index.html";
    const copy = copies.get(key),
      body = copy?.files.get(name);
    if (!copy || !body) {
      copy?.missing.push(name);
      return response.writeHead(404, { "access-control-allow-origin": "*" }).end();
    }
    const part = role(name),
      fault = copy.faults[part] ?? {};
    copy.requests.push({ name, part });
    if (fault.held) await fault.held;
    if (fault.abort) {
      // A part of the answer goes out first: browsers ask again by themselves where there was none at all.
      response.writeHead(200, {
        "content-type": MIME[extname(name)],
        "content-length": body.length,
        "access-control-allow-origin": "*",
      });
      return response.write(body.subarray(0, 8), () => response.destroy());
    }
    response.writeHead(fault.status ?? 200, {
      "content-type": fault.mime ?? MIME[extname(name)] ?? "application/octet-stream",
      "access-control-allow-origin": "*",
      "cache-control": "no-store",
      ...fault.headers,
    });
    response.end(fault.body ?? ((fault.status ?? 200) >= 400 ? "" : body));
  });
  const origin = `http://127.0.0.1:${port}`;
  /** `faults` by part: `{ wasm: { status, mime, body, headers, abort, held: Promise } }`. */
  function copy(/** @type {CopyOptions} */ { from = KIT, faults = {} } = {}) {
    const key = `kit${copies.size}`,
      requests = /** @type {Copy["requests"]} */ ([]);
    /** @type {Copy} */
    const made = {
      files: shelf(from),
      faults,
      requests,
      missing: [],
      base: `${origin}/${key}/`,
      loader: `${origin}/${key}/article-card.js`,
      css: `${origin}/${key}/article-card.css`,
      count: part => requests.filter(request => request.part === part).length,
    };
    copies.set(key, made);
    return made;
  }
  return { origin, copy, close };
}

/**
 * A whole site from a folder, such as that of the workbench, under a path of its own.
 * @param {string} directory
 * @param {Record<string, string>} [headers]
 */
export async function startSite(directory, headers, under = "/") {
  const { port, close } = await listen(({ pathname }, response) => {
    const name = decodeURIComponent(pathname).replace(/\/$/, "/index.html").slice(under.length);
    let body;
    try {
      if (!pathname.startsWith(under)) throw new Error("it is elsewhere");
      body = readFileSync(join(directory, name));
    } catch {
      return response.writeHead(404).end();
    }
    response
      .writeHead(200, { "content-type": MIME[extname(name)] ?? "application/octet-stream", ...headers })
      .end(body);
  });
  return { origin: `http://localhost:${port}`, close };
}

/** The publisher's origin: pages given as text, or written bit by bit, and pictures of any size that may come late. */
export async function startPublisher() {
  /** @typedef {{ html?: string, headers: Record<string, string>, opened?: (response: Response) => void }} Page */
  /** @type {Map<string, Page>} */
  const pages = new Map();
  /** @type {string[]} */
  const requests = [];
  const { port, close } = await listen(async ({ pathname, searchParams }, response) => {
    requests.push(pathname);
    if (pathname === "/favicon.ico") return response.writeHead(204).end();
    if (pathname === "/picture.svg") return picture(searchParams, response);
    if (PICTURES.has(pathname)) {
      const type = { "content-type": MIME[extname(pathname)], "access-control-allow-origin": "*" };
      return response.writeHead(200, type).end(PICTURES.get(pathname));
    }
    const page = pages.get(pathname);
    if (!page) return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...page.headers,
    });
    if (page.html !== undefined) return response.end(page.html);
    page.opened?.(response);
  });
  const origin = `http://localhost:${port}`;
  /** @type {Map<string, { opens: Promise<void>, open: () => void }>} */
  const gates = new Map();
  /** @param {string} name */
  const gate = name => {
    let it = gates.get(name);
    if (!it) {
      let open = () => {};
      /** @type {Promise<void>} */
      const opens = new Promise(done => {
        open = done;
      });
      it = { opens, open };
      gates.set(name, it);
    }
    return it;
  };
  /**
   * @param {URLSearchParams} query
   * @param {Response} response
   */
  async function picture(query, response) {
    const name = query.get("gate");
    if (name !== null) await gate(name).opens;
    const [width, height] = [query.get("width") ?? "600", query.get("height") ?? "400"];
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="teal"/></svg>`;
    response
      .writeHead(200, {
        "content-type": "image/svg+xml",
        "cache-control": "no-store",
        "access-control-allow-origin": "*",
      })
      .end(svg);
  }
  const path = () => `/page${pages.size}`;
  return {
    origin,
    requests,
    close,
    /** The address of a picture; with a gate it comes once `release(gate)` is called. */
    picture: (/** @type {Record<string, any>} */ options = {}) =>
      `${origin}/picture.svg?${new URLSearchParams(options)}`,
    release: (/** @type {string} */ name) => gate(name).open(),
    page(/** @type {string} */ html, /** @type {Record<string, string>} */ headers = {}) {
      const at = path();
      pages.set(at, { html, headers });
      return origin + at;
    },
    /** A page whose HTML arrives when the test writes it. */
    stream(/** @type {Record<string, string>} */ headers = {}) {
      const at = path();
      /** @type {Page} */
      const page = { headers };
      /** @type {Promise<Response>} */
      const response = new Promise(done => {
        page.opened = done;
      });
      pages.set(at, page);
      return {
        url: origin + at,
        write: async (/** @type {string} */ html) => (await response).write(html),
        end: async (/** @type {string} */ html) => (await response).end(html),
      };
    },
  };
}
