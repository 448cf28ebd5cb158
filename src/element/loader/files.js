// Where the files of the runtime, of the reader and of the labels lie in the preview. `cargo xtask kit` puts another file in
// the place of this one, with the hashed names beside the bundle, so it never holds anything else.
export const RUNTIME = { glue: "../runtime/article-card.js", wasm: "../runtime/article-card_bg.wasm" };
export const READER = { glue: "./reader.js", wasm: "../reader/article-card-reader_bg.wasm" };
/**
 * Those of a language; the preview has one table for all.
 * @type {(tag: string) => string}
 */
export const LABELS = () => "../labels.tsv";
