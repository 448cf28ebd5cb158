// Where the scripts and the WebAssembly of the runtime and of the reader, and the labels lie in the preview.
// `cargo xtask kit` puts another file in the place of this one, with the hashed names beside the bundle, so it never holds
// anything else. Each name stands whole in `import` or `new URL`, by which bundlers know what to carry along.
export const RUNTIME = { script: () => import("./drawing.js"), wasm: new URL("../runtime/article-card_bg.wasm", import.meta.url), broken: 0 };
export const READER = { script: () => import("./reader.js"), wasm: new URL("../reader/article-card-reader_bg.wasm", import.meta.url), broken: 0 };
/**
 * Those of a language; the preview has one table for all.
 * @type {(tag: string) => URL}
 */
export const LABELS = () => new URL("../labels.tsv", import.meta.url);
