// Loading: one instance of the runtime for all cards of the page, one of the reader where a card needs it, and what
// becomes of them when they fail or break. It never tries anything twice but for one restart, and tells nobody itself.
import { failure } from "./diagnostics.js";
import { READER, RUNTIME } from "./files.js";

/**
 * Each with its files, its script with an instance, its compiled WebAssembly, and how often an instance has broken.
 * @type {Part<RuntimeScript, RuntimeGlue>}
 */
export const runtime = RUNTIME;
/** @type {Part<ReaderScript, ReaderGlue>} */
export const reader = READER;

/**
 * One instance for the page. A failed start stays failed until the next page: nothing loops, every fallback stands.
 * @template S
 * @template {RuntimeGlue | ReaderGlue} G
 * @param {Part<S, G>} part
 */
export const load = part => part.running ??= start(part);

/** A drawing that has waited finds by this whether an instance broke meanwhile. */
export let breaks = 0;

/**
 * Whoever asks next gets a fresh instance.
 * @param {Part<any, any>} part
 */
export function giveUp(part) {
  part.running = undefined;
  part.broken++;
  breaks++;
}

/**
 * @template S
 * @template {RuntimeGlue | ReaderGlue} G
 * @param {Part<S, G>} part
 * @returns {Promise<[script: S, glue: G]>}
 */
async function start(part) {
  if (runtime.broken > 1) throw failure("render-panic", "the widget has stopped after two panics");
  /** @type {SecurityPolicyViolationEvent | undefined} */
  let blocked;
  const { origin } = part.wasm;
  /** @param {SecurityPolicyViolationEvent} event */
  const watch = event => {
    if (event.blockedURI === "wasm-eval" || event.blockedURI.startsWith(origin)) blocked ??= event;
  };
  document.addEventListener("securitypolicyviolation", watch);
  try {
    const [script, module] = await Promise.all([
      part.script().catch(cannotBeFetched("the script of ", part)),
      part.compiled ??= compile(part),
    ]);
    // Not at once: Chromium up to 114 refuses to make an instance of more than 4 KB on the page's own thread.
    const glue = await script.start(module, () => giveUp(part));
    return [script, glue];
  } catch (/** @type {any} */ error) {
    // Firefox tells of the violation after the rejection.
    if (!blocked) await new Promise(done => setTimeout(done, 50));
    if (blocked || /wasm.*(disallowed|block)|Content.Security.Policy/i.test(error.message)) {
      const directive = blocked?.blockedURI.startsWith("http") ? `${blocked.effectiveDirective} ${origin}` : "script-src 'wasm-unsafe-eval'";
      throw failure("load-csp", `the page's Content-Security-Policy forbids it; add: ${directive}`);
    }
    throw typeof error.code === "string" ? error : failure("load-wasm", `it does not start: ${error.message}`);
  } finally {
    document.removeEventListener("securitypolicyviolation", watch);
  }
}

/**
 * @param {string} which
 * @param {{ wasm: URL }} part
 * @returns {(error: Error) => never}
 */
const cannotBeFetched = (which, { wasm }) => error => {
  throw failure("load-network", `${which}${wasm} cannot be fetched: ${error.message}`);
};

/**
 * A host that sends another MIME type makes it slower, but not wrong.
 * @param {{ wasm: URL }} part
 */
async function compile(part) {
  const response = await fetch(part.wasm).catch(cannotBeFetched("", part));
  if (!response.ok) throw failure("load-network", `${response.url} answers ${response.status}`);
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
