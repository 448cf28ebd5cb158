// The toolkit's WebAssembly. `cargo xtask kit` puts the glue of wasm-bindgen in the place of this file, once for
// `article-card/toolkit` and once for `article-card/render`, so it never holds anything else.

/**
 * A fresh instance.
 * @param {WebAssembly.Module} module
 * @returns {ToolkitGlue}
 */
export function start(module) {
  throw new Error(`there is no glue for ${module}`);
}
