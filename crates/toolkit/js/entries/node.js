// Where there are files: Node.js, Deno and Bun.
import { readFileSync } from "node:fs";
import { open } from "./NAME.core.js";

const module = new WebAssembly.Module(readFileSync(new URL("./NAME.wasm", import.meta.url)));
export const { read, check, render, schema, stylesheet, version } = open(module);
