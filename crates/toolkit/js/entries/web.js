// Where files come over the network: browsers, workers, and whatever else has `fetch`.
import { open } from "./NAME.core.js";

const response = await fetch(new URL("./NAME.wasm", import.meta.url));
if (!response.ok) throw new Error(`article-card: ${response.url} answers ${response.status}`);
// Streaming wants the type application/wasm, which not every server sends.
const module = await WebAssembly.compile(await response.arrayBuffer());
export const { read, check, render, schema, stylesheet, version } = open(module);
