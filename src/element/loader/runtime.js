// Loading: one instance of the runtime for all cards of the page, one of the reader where a card needs it, and what
// becomes of them when they fail or panic. It never tries anything twice but for one restart, and tells nobody itself.
import { failure } from "./diagnostics.js";
import { LABELS, READER, RUNTIME } from "./files.js";

/**
 * Each with its files, what runs of it, its compiled WebAssembly, and how often an instance has broken.
 * @type {Part<RuntimeGlue>}
 */
export const runtime = { ...RUNTIME, broken: 0 };
/** @type {Part<ReaderGlue>} */
export const reader = { ...READER, broken: 0 };

/**
 * The stylesheet's text, once the runtime has come.
 * @type {string | undefined}
 */
export let css;

/**
 * The runtime's handle of each card that it draws. A panic ends all of them.
 * @type {Map<CardElement, CardHandle>}
 */
export let handles = new Map();

/** @type {(host: CardElement, message: string, isCulprit: boolean) => void} */
let tell;

/**
 * Has `told` called for each card that has lost its handle to a panic.
 * @param {typeof tell} told
 */
export const whenPanicked = told => tell = told;

/** @param {string} name */
const url = name => new URL(name, import.meta.url);

/**
 * One instance for the page. A failed start stays failed until the next page: nothing loops, every fallback stands.
 * @template {Glue} G
 * @param {Part<G>} part
 */
export const load = part => part.running ??= start(part);

/** @type {{ [language: string]: Promise<string> }} */
const texts = {};

/**
 * The labels of a language, nothing if they cannot be had within ten seconds: then the card speaks English.
 * @param {string} tag
 */
export const labels = tag => texts[tag] ??= Promise.race([
  fetch(url(LABELS(tag))).then(response => response.ok ? response.text() : "").catch(() => ""),
  /** @type {Promise<string>} */ (new Promise(done => setTimeout(done, 1e4, ""))),
]);

/** A drawing that has waited finds by this whether an instance broke meanwhile. */
export let breaks = 0;

/**
 * Whoever asks next gets a fresh instance.
 * @param {Part<any>} part
 */
export function giveUp(part) {
  part.running = undefined;
  part.broken++;
  breaks++;
}

/**
 * @template {Glue} G
 * @param {Part<G>} part
 * @returns {Promise<G>}
 */
async function start(part) {
  if (runtime.broken > 1) throw failure("render-panic", "the widget has stopped after two panics");
  /** @type {SecurityPolicyViolationEvent | undefined} */
  let blocked;
  const { origin } = url(".");
  /** @param {SecurityPolicyViolationEvent} event */
  const watch = event => {
    if (event.blockedURI === "wasm-eval" || event.blockedURI.startsWith(origin)) blocked ??= event;
  };
  document.addEventListener("securitypolicyviolation", watch);
  try {
    const [glue, module] = await Promise.all([
      // The query makes the glue a module of its own, with an instance of its own.
      fetched(part.glue, import(/** @type {any} */ (url(part.glue + (part.broken ? `?restart=${part.broken}` : ""))))),
      part.compiled ??= compile(part.wasm),
    ]);
    // Not at once: Chromium up to 114 refuses to make an instance of more than 4 KB on the page's own thread.
    await glue.default({ module_or_path: module });
    css ??= glue.css?.();
    glue.watch?.(panicked);
    return glue;
  } catch (/** @type {any} */ error) {
    // Firefox tells of the violation after the rejection.
    if (!blocked) await new Promise(done => setTimeout(done, 50));
    if (blocked || /wasm.*(disallowed|block)|Content.Security.Policy/i.test(error.message)) {
      const directive = blocked?.blockedURI.startsWith("http") ? `${blocked.effectiveDirective} ${origin}` : "script-src 'wasm-unsafe-eval'";
      throw failure("load-csp", `the page's Content-Security-Policy forbids it; add: ${directive}`);
    }
    throw typeof error.code === "string" ? error : failure("load-wasm", `the WebAssembly does not start: ${error.message}`);
  } finally {
    document.removeEventListener("securitypolicyviolation", watch);
  }
}

/**
 * @template T
 * @param {string} name
 * @param {Promise<T>} download
 */
const fetched = (name, download) => download.catch(error => {
  throw failure("load-network", `${url(name)} cannot be fetched: ${error.message}`);
});

/**
 * A host that sends another MIME type makes it slower, but not wrong.
 * @param {string} name
 */
async function compile(name) {
  const response = await fetched(name, fetch(url(name)));
  if (!response.ok) throw failure("load-network", `${response.url} answers ${response.status}`);
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Called from inside the panic: the instance is beyond use and must not be called again.
 * @param {string} message
 * @param {HTMLElement} [culprit]
 */
function panicked(message, culprit) {
  giveUp(runtime);
  const hosts = handles;
  handles = new Map();
  // What follows is the trap itself, which nobody but us should hear of.
  /** @param {ErrorEvent} event */
  const hush = event => {
    if (!(event.error instanceof WebAssembly.RuntimeError)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("error", hush, true);
  setTimeout(() => {
    removeEventListener("error", hush, true);
    for (const [host] of hosts) tell(host, message, host === culprit);
  });
}
