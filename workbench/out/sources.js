// Which address, style or code a list of source expressions allows, as Content Security Policy level 3 has it.

export const NONCE = /^'nonce-[A-Za-z0-9+/_-]+={0,2}'$/i;
export const HASH = /^'sha(256|384|512)-[A-Za-z0-9+/_-]+={0,2}'$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:$/i;
/** A scheme, a host or `*` for some of it, a port, a path. */
const NAME = /\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\]/;
const HOST = new RegExp(`^(?:([a-z][a-z0-9+.-]*)://)?(${NAME.source})(?::(\\d+|\\*))?(/[^?#]*)?$`, "i");

/** @type {Record<string, string>} */
const PORTS = { "http:": "80", "ws:": "80", "https:": "443", "wss:": "443" };

/** @param {string[]} sources */
export const allowsCode = sources => sources.some(source => /^'(wasm-unsafe-eval|unsafe-eval)'$/i.test(source));

/**
 * @param {string[]} sources
 * @param {string} hash
 */
export function allowsStyle(sources, hash) {
  // A hash may be written with the letters of an address, as base64url.
  const plain = (/** @type {string} */ text) => text.replaceAll("-", "+").replaceAll("_", "/");
  const wanted = plain(hash);
  // Only the kind may be in capitals.
  const own = sources.map(source => plain(source.replace(/^'sha\d+/i, start => start.toLowerCase())));
  if (own.includes(`'${wanted}'`)) return true;
  const isInlineVoid = sources.some(source => NONCE.test(source) || HASH.test(source));
  return !isInlineVoid && sources.some(source => /^'unsafe-inline'$/i.test(source));
}

/**
 * @param {string[]} sources
 * @param {string} address
 * @param {string} pageOrigin
 */
export function allowsUrl(sources, address, pageOrigin) {
  if (!URL.canParse(address, pageOrigin)) return false;
  const url = new URL(address, pageOrigin);
  const page = new URL(pageOrigin);
  return sources.some(source => matches(source, url, page));
}

/**
 * @param {string} source
 * @param {URL} url
 * @param {URL} page
 */
function matches(source, url, page) {
  if (source === "*") return isScheme("http:", url.protocol) || isScheme(page.protocol, url.protocol);
  if (/^'self'$/i.test(source)) return isSelf(url, page);
  if (SCHEME.test(source)) return isScheme(source.toLowerCase(), url.protocol);
  const [, scheme, host, port, path] = HOST.exec(source) ?? [];
  if (!host || !url.hostname) return false;
  if (!isScheme(scheme ? `${scheme.toLowerCase()}:` : page.protocol, url.protocol)) return false;
  return isHost(host.toLowerCase(), url.hostname) && isPort(port, url) && isPath(path, url.pathname);
}

/**
 * What is said of a scheme also goes for its secure one.
 * @param {string} said
 * @param {string} scheme
 */
function isScheme(said, scheme) {
  if (said === scheme) return true;
  if (said === "http:") return scheme === "https:";
  // The standard also lets ws: stand for http:, but Chromium does not.
  return said === "ws:" && scheme === "wss:";
}

/** @param {URL} url @param {URL} page */
function isSelf(url, page) {
  if (url.origin === page.origin) return true;
  const isSamePort = url.port === page.port || (isUsual(url) && isUsual(page));
  if (url.hostname !== page.hostname || !isSamePort) return false;
  return ["https:", "wss:"].includes(url.protocol) || (page.protocol === "http:" && url.protocol === "ws:");
}

/** @param {URL} url */
const isUsual = url => url.port === "" || url.port === PORTS[url.protocol];

/** @param {string} said @param {string} host */
function isHost(said, host) {
  if (said === "*") return true;
  return said.startsWith("*.") ? host.endsWith(said.slice(1)) : host === said;
}

/** @param {string | undefined} said @param {URL} url */
function isPort(said, url) {
  if (said === undefined) return isUsual(url);
  return said === "*" || Number(said) === Number(url.port || PORTS[url.protocol]);
}

/** @param {string | undefined} said @param {string} path */
function isPath(said, path) {
  if (!said || said === "/") return true;
  const parts = said.split("/").map(decoded);
  const own = path.split("/").map(decoded);
  // With a slash at its end it means all that is in the folder.
  const isFolder = said.endsWith("/");
  if (isFolder) parts.pop();
  if (isFolder ? own.length <= parts.length : own.length !== parts.length) return false;
  return parts.every((part, index) => part === own[index]);
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
