// The state of the bench as the end of an address, and as a file. Both hold only what differs from the start, and both come
// from anybody, so that reading one either gives a state that is right in every part or says in plain words what is wrong.
import { differing, valid } from "./link/valid.js";

/** @typedef {import("./bench.js").State} State */

/** The longest end of an address, in characters, that mail programs and chats still let through. */
export const LONGEST = 32 * 1024;

/** No link becomes longer than that when it is unpacked, in bytes. */
const LARGEST = 8 * 1024 * 1024;

const PLAIN = "0";
const PACKED = "1";

const DAMAGED = "This link is damaged: a part of it was lost or changed on the way. Ask for it again, or for the file.";
const TOO_LARGE = "This link unpacks to more than any article needs; nothing of it was read.";
const NEWER = "This link is of a kind that this workbench does not know, perhaps of a newer one.";
const OLD_BROWSER = "This browser cannot unpack the link; a current one can. You can also ask for the file instead.";
const FOREIGN = "This is no file of the workbench, or a part of it is missing.";
const NEWER_FILE = "This file is of a newer workbench than this one.";

/**
 * The state as the end of an address, with its `#`; undefined if it is too long for one, and should go as a file.
 * @param {State} state
 * @returns {Promise<string | undefined>}
 */
export async function written(state) {
  const bytes = new TextEncoder().encode(JSON.stringify(differing(state)));
  const packing = transform("CompressionStream");
  const text = packing
    ? `${PACKED}.${base64url(await through(bytes, packing, Infinity))}`
    : `${PLAIN}.${base64url(bytes)}`;
  const fragment = `#bench=${text}`;
  return fragment.length > LONGEST ? undefined : fragment;
}

/**
 * The state that the end of an address holds, with or without its `#`; undefined if it holds none.
 * @param {string} fragment
 * @returns {Promise<State | undefined>}
 * @throws {Error} in plain words if it is damaged, or of another making.
 */
export async function read(fragment) {
  const text = /^#?bench=(.*)$/s.exec(fragment)?.[1];
  if (text === undefined) return;
  // A sentence in which the link stood may have left its end on it.
  const [, version, content] = /^(\d+)\.([\w-]*)[.,;:!?)\]}>"'’”»]*$/.exec(text) ?? [];
  if (version === undefined) throw new Error(DAMAGED);
  if (version !== PLAIN && version !== PACKED) throw new Error(NEWER);
  if (content.length > LARGEST * 1.4) throw new Error(TOO_LARGE);
  let bytes = fromBase64url(content);
  if (version === PACKED) {
    const unpacking = transform("DecompressionStream");
    if (!unpacking) throw new Error(OLD_BROWSER);
    bytes = await through(bytes, unpacking, LARGEST);
  }
  return valid(objectOf(bytes));
}

/**
 * The state as the text of a file.
 * @param {State} state
 */
export const toFile = state => JSON.stringify({ articleCardBench: 1, ...differing(state) }, null, 2) + "\n";

/**
 * The state that a file holds.
 * @param {string} text
 * @returns {State}
 * @throws {Error} in plain words if it is no file of ours.
 */
export function fromFile(text) {
  if (text.length > 2 * LARGEST) throw new Error(FOREIGN);
  /** @type {any} */
  let content;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error(FOREIGN);
  }
  const version = content?.articleCardBench;
  if (!Number.isInteger(version) || version < 1) throw new Error(FOREIGN);
  if (version > 1) throw new Error(NEWER_FILE);
  return valid(content);
}

/**
 * What packs or unpacks; undefined where there is none, or none of this kind.
 * @param {"CompressionStream" | "DecompressionStream"} name
 */
function transform(name) {
  try {
    return new globalThis[name]("deflate-raw");
  } catch {
    return undefined;
  }
}

/**
 * The bytes that come out of a stream, which is stopped as soon as there are too many.
 * @param {Uint8Array} bytes
 * @param {CompressionStream | DecompressionStream} stream
 * @param {number} most
 */
async function through(bytes, stream, most) {
  const writer = stream.writable.getWriter();
  // What goes wrong there is told where it is read.
  writer.write(/** @type {any} */ (bytes)).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Error(DAMAGED);
    });
    if (done) break;
    length += value.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      throw new Error(TOO_LARGE);
    }
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** @param {Uint8Array} bytes */
function objectOf(bytes) {
  /** @type {unknown} */
  let object;
  try {
    object = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Error(DAMAGED);
  }
  if (!object || typeof object !== "object" || Array.isArray(object)) throw new Error(DAMAGED);
  return object;
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  let text = "";
  // As many at once as there may be arguments everywhere.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text */
function fromBase64url(text) {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), sign => sign.charCodeAt(0));
  } catch {
    throw new Error(DAMAGED);
  }
}
