// The runtime's WebAssembly in the preview, where Trunk puts the glue that wasm-bindgen wrote. `cargo xtask kit` puts the
// glue itself in the place of this file, so it never holds anything else.

let started = 0;

/**
 * A fresh instance. The query makes the glue a module of its own. What the kit's glue calls in the place of
 * `queueMicrotask` and `setTimeout` is left alone here.
 * @type {(module: WebAssembly.Module, soon: PutOff, later: PutOff) => Promise<RuntimeGlue>}
 */
export const start = async module => {
  const glue = await import(/** @type {any} */ (`../runtime/article-card.js?${started++}`));
  await glue.default({ module_or_path: module });
  return glue;
};
