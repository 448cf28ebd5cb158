// The proxy that WebKit is sent through, as WebDriver neither shows nor answers requests, and runs nothing ahead of a page's scripts.
// It passes on what it is asked for, tells of it, and puts the harness's own first script into each document.
import { randomUUID } from "node:crypto";
import { createServer, request as ask } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { certificate } from "./certificate.js";

/** A name of the publisher's server that browsers do not trust as they trust localhost: a page there is no secure context. */
export const PLAIN = "plain.example";

/**
 * @typedef {import("node:http").IncomingMessage} Incoming
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {{ source: string, isHeld: boolean, tell: (request: Asked) => void }} Reader
 */

/** A request as puppeteer shows one; it goes on at once but where a test answers it. */
export class Asked {
  #go;
  #answer;

  /**
   * @param {string} address
   * @param {import("node:http").IncomingHttpHeaders} headers
   * @param {{ go: () => void, answer: (given: { status: number, contentType: string, body: string }) => void }} ways
   */
  constructor(address, headers, { go, answer }) {
    this.address = address;
    this.given = headers;
    this.#go = go;
    this.#answer = answer;
  }

  url() {
    return this.address;
  }

  headers() {
    return this.given;
  }

  isNavigationRequest() {
    return isDocument(this.given);
  }

  async continue() {
    this.#go();
  }

  /** @param {{ status: number, contentType: string, body: string }} given */
  async respond(given) {
    this.#answer(given);
  }
}

/**
 * Not each address has the header that says so: browsers keep it from what they do not trust.
 * @param {import("node:http").IncomingHttpHeaders} headers
 */
const isDocument = headers =>
  headers["sec-fetch-dest"]
    ? /^i?frame$|^document$/.test(String(headers["sec-fetch-dest"]))
    : /^text\/html/.test(headers.accept ?? "");

/**
 * The policy with one more script allowed, which knows the nonce; what else it allows and refuses stays as it was.
 * @param {string} policy
 * @param {string} nonce
 */
export function allowing(policy, nonce) {
  const rules = policy
    .split(";")
    .map(rule => rule.trim().split(/\s+/))
    .filter(([name]) => name);
  /** @param {string} wanted */
  const find = wanted => rules.find(([name]) => name.toLowerCase() === wanted);
  const rule = find("script-src-elem") ?? find("script-src") ?? find("default-src");
  if (!rule) return policy;
  const sources = [...rule.slice(1).filter(source => source !== "'none'"), `'nonce-${nonce}'`];
  if (rule[0].toLowerCase() === "default-src") rules.push(["script-src", ...sources]);
  else rule.splice(1, rule.length, ...sources);
  return rules.map(words => words.join(" ")).join("; ");
}

/**
 * The beginning of a document with a script ahead of every other, which leaves no element.
 * @param {string} html
 * @param {string} source
 * @param {string} nonce
 */
function withFirst(html, source, nonce) {
  const script = `<script nonce="${nonce}">document.currentScript.remove();${source.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--")}</script>`;
  const at = /<head[^>]*>/i.exec(html) ?? /^\s*<!doctype[^>]*>/i.exec(html);
  const end = at ? at.index + at[0].length : 0;
  return html.slice(0, end) + script + html.slice(end);
}

/**
 * Passes a request on, and its answer back.
 * @param {string} address
 * @param {Incoming} incoming
 * @param {Response} response
 * @param {string} source
 */
function pass(address, incoming, response, source) {
  const { protocol, hostname, port, pathname, search } = new URL(address);
  // Each name but those of the harness's servers is unknown, as it is to the other browsers.
  if (protocol !== "http:" || !["localhost", "127.0.0.1", PLAIN].includes(hostname)) return response.destroy();
  const onward = ask(
    { host: "127.0.0.1", port, path: pathname + search, method: incoming.method, headers: incoming.headers },
    answer => {
      const headers = { ...answer.headers };
      if (!isDocument(incoming.headers) || !/^text\/html/.test(headers["content-type"] ?? "") || !source) {
        response.writeHead(answer.statusCode ?? 502, headers);
        answer.on("data", piece => response.write(piece)).on("end", () => response.end());
      } else {
        const nonce = randomUUID();
        for (const name of ["content-security-policy", "content-security-policy-report-only"]) {
          const policies = [headers[name] ?? []].flat().join(",").split(",").filter(Boolean);
          if (policies.length) headers[name] = policies.map(policy => allowing(policy, nonce)).join(",");
        }
        delete headers["content-length"];
        response.writeHead(answer.statusCode ?? 502, headers);
        answer.once("data", first => {
          response.write(withFirst(String(first), source, nonce));
          answer.on("data", piece => response.write(piece));
        });
        answer.on("end", () => response.end());
      }
      // What breaks off breaks off for the browser too.
      answer.on("error", () => response.destroy());
    },
  );
  onward.on("error", () => response.destroy());
  response.on("close", () => onward.destroy());
  incoming.pipe(onward);
}

/**
 * Starts it; `readerOf` says whose page an address belongs to.
 * @param {(address: string) => Reader | undefined} readerOf
 */
export async function startProxy(readerOf) {
  /** @param {string} address @param {Incoming} incoming @param {Response} response */
  const hear = (address, incoming, response) => {
    const reader = readerOf(address);
    const go = () => void pass(address, incoming, response, reader?.source ?? "");
    const asked = new Asked(address, incoming.headers, {
      go,
      answer: ({ status, contentType, body }) =>
        response.writeHead(status, { "content-type": contentType, "access-control-allow-origin": "*" }).end(body),
    });
    reader?.tell(asked);
    if (!reader?.isHeld) go();
  };
  const server = createServer((incoming, response) => hear(incoming.url ?? "", incoming, response));
  const secure = createSecureServer(certificate(), (incoming, response) =>
    hear(`https://${incoming.headers.host}${incoming.url}`, incoming, response),
  );
  secure.on("tlsClientError", () => {});
  server.on("connect", (_, socket) => {
    socket.on("error", () => {});
    socket.write("HTTP/1.1 200 Connected\r\n\r\n");
    secure.emit("connection", socket);
  });
  await /** @type {Promise<void>} */ (new Promise(done => server.listen(0, "127.0.0.1", done)));
  const close = () =>
    new Promise(done => {
      server.close(done);
      server.closeAllConnections();
      secure.closeAllConnections();
    });
  return { address: `127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`, close };
}
