// The runtime's WebAssembly in the preview, where Trunk puts the glue that wasm-bindgen wrote. `cargo xtask kit` puts the
// glue itself in the place of this file, so it never holds anything else.

let started = 0;

/**
 * A fresh instance. The query makes the glue a module of its own.
 * @param {WebAssembly.Module} module
 * @returns {Promise<RuntimeGlue>}
 */
export async function start(module) {
  const glue = await import(/** @type {any} */ (`../runtime/article-card.js?${started++}`));
  await glue.default({ module_or_path: module });
  return glue;
}
