// The engine's side in the worker: the toolkit, asked by messages, one after another. Each question has a number, which its
// answer has too.

/** @typedef {{ id: number, call: string, given: any[] }} Question */

// Not a plain import: what is asked before the toolkit has come must not be lost.
const loading = import(/** @type {any} */ ("./toolkit/toolkit.web.js"));
loading.catch(error => postMessage({ broken: String(error?.message ?? error) }));

addEventListener("message", async (/** @type {MessageEvent<Question>} */ { data: { id, call, given } }) => {
  const toolkit = await loading.catch(() => undefined);
  if (!toolkit) return;
  const start = performance.now();
  try {
    const part = toolkit[call];
    const answer = typeof part === "function" ? part(...given) : part;
    postMessage({ id, answer, took: performance.now() - start });
  } catch (error) {
    postMessage({ id, error: /** @type {Error} */ (error).message });
  }
});
