// Where there are files: Node.js, Deno and Bun.
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { open } from "./NAME.core.js";

const module = new WebAssembly.Module(readFileSync(new URL("./NAME.wasm", import.meta.url)));
let all = Buffer.alloc(0);

/** UTF-16 in a memory as a text. */
function readWide(/** @type {ArrayBuffer} */ memory, /** @type {number} */ place, /** @type {number} */ length) {
  if (all.buffer !== memory) all = Buffer.from(memory);
  return all.toString("utf16le", place, place + length);
}

export const { read, check, render, schema, stylesheet, version } = open(module, readWide);
