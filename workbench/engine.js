// The engine that reads articles, in a worker, so that typing never waits for it: asks it by messages, and keeps the bench's
// reading that of its input. What is no longer wanted is never begun.

/** @typedef {import("./bench.js").Bench} Bench */
/** @typedef {import("./bench.js").Checked} Checked */
/** @typedef {Pick<Worker, "postMessage" | "addEventListener" | "terminate">} Thread */
/** @typedef {{ page?: string, now?: number }} Circumstances */
/** @typedef {{ articles: Checked[], took: number }} Answer */
/** @typedef {ReturnType<typeof startEngine>} Engine */

const NOT_STARTED =
  "The part that reads articles could not start in this browser. A current Chrome, Edge, Firefox or Safari can, " +
  "if the page comes from a server and all its files are there.";
const STOPPED = "The part that reads articles has stopped. Nothing is lost; please reload the page.";
const CLOSED = "The part that reads articles was closed.";

/** @param {URL} url */
const newWorker = url => new Worker(url, { type: "module", name: "article-card" });

/**
 * @param {URL} [url]
 * @param {(url: URL) => Thread} [make] where the worker comes from
 */
export function startEngine(url = new URL("./engine-worker.js", import.meta.url), make = newWorker) {
  /** @type {Map<number, { resolve: (answer: any) => void, reject: (error: Error) => void }>} */
  const asked = new Map();
  /** @type {Set<(error: Error) => void>} */
  const listeners = new Set();
  /** @type {Thread | undefined} */
  let worker;
  /** @type {Error | undefined} */
  let broken;
  let hasAnswered = false;
  let last = 0;

  /** @param {string} [reason] */
  function fail(reason) {
    if (broken) return;
    broken = new Error(hasAnswered ? STOPPED : NOT_STARTED, { cause: reason });
    worker?.terminate();
    for (const { reject } of asked.values()) reject(broken);
    asked.clear();
    for (const callback of listeners) callback(broken);
  }

  /** @param {any} message */
  function hear({ id, answer, took, error, broken: reason }) {
    if (reason !== undefined) return fail(reason);
    const question = asked.get(id);
    asked.delete(id);
    hasAnswered = true;
    if (error === undefined) question?.resolve({ answer, took });
    else question?.reject(new TypeError(error));
  }

  /**
   * @param {string} call
   * @param {...any} given
   * @returns {Promise<{ answer: any, took: number }>}
   */
  const ask = (call, ...given) =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      const id = ++last;
      // What cannot be sent throws here, and is told as what it is.
      /** @type {Thread} */ (worker).postMessage({ id, call, given });
      asked.set(id, { resolve, reject });
    });

  /** @param {string} call */
  const plain = async (call, /** @type {any[]} */ ...given) => (await ask(call, ...given)).answer;

  const check = latestOnly(async (/** @type {string} */ input, /** @type {Circumstances} */ { page, now }) => {
    const { answer, took } = await ask("check", input, { page, now, every: true, rows: true });
    return /** @type {Answer} */ ({ articles: answer, took });
  });

  try {
    worker = make(url);
    worker.addEventListener("message", event => hear(/** @type {MessageEvent} */ (event).data));
    worker.addEventListener("error", event => fail(/** @type {ErrorEvent} */ (event).message));
    worker.addEventListener("messageerror", () => fail());
  } catch (error) {
    fail(String(error));
  }

  return {
    /**
     * The latest that waits is begun when the one before is done; those it overtook become undefined.
     * @param {string} input
     * @param {Circumstances} [circumstances]
     */
    check: (input, circumstances = {}) => check(input, circumstances),

    /**
     * @param {string | Record<string, any>} input a text, or an article
     * @param {object} [options] those of the toolkit
     * @returns {Promise<{ html: string, diagnostics: any[] }>}
     */
    render: (input, options) => plain("render", input, options),

    /** @returns {Promise<Record<string, any>>} */
    schema: () => plain("schema"),

    /**
     * @param {{ page?: boolean }} [options]
     * @returns {Promise<{ css: string, name: string, hash: string }>}
     */
    stylesheet: options => plain("stylesheet", options),

    /** @returns {Promise<string>} */
    version: () => plain("version"),

    /**
     * Told once when the engine cannot start or has stopped, at once if it has already.
     * @param {(error: Error) => void} callback
     */
    onBroken(callback) {
      if (broken) callback(broken);
      else listeners.add(callback);
    },

    close() {
      listeners.clear();
      broken ??= new Error(CLOSED);
      worker?.terminate();
      for (const { reject } of asked.values()) reject(broken);
      asked.clear();
    },
  };
}

/**
 * A function that runs one call at a time. Of those that come meanwhile the latest waits, and the others become undefined.
 * @template {any[]} Given
 * @template Result
 * @param {(...given: Given) => Promise<Result>} work
 * @returns {(...given: Given) => Promise<Result | undefined>}
 */
function latestOnly(work) {
  let isBusy = false;
  /** @type {{ run: () => void, skip: () => void } | undefined} */
  let waiting;
  return (...given) =>
    new Promise((resolve, reject) => {
      const run = () => {
        isBusy = true;
        work(...given).then(resolve, reject).finally(() => {
          isBusy = false;
          const next = waiting;
          waiting = undefined;
          next?.run();
        });
      };
      if (!isBusy) return run();
      waiting?.skip();
      waiting = { run, skip: () => resolve(undefined) };
    });
}

const MINUTE = 60_000;

/**
 * Keeps the bench's reading that of its input, as an address and a time have it. An embargo may pass while the page is open.
 * @param {Bench} bench
 * @param {Pick<Engine, "check">} engine
 * @param {{ say?: (text: string) => void }} [page]
 * @returns {() => void} ends it
 */
export function understand(bench, engine, { say } = {}) {
  /** @type {{ input: string, address: string, later: number } | undefined} */
  let asked;
  let told = "";
  let wrongAddress = "";

  /** @param {boolean} isAgain */
  async function ask(isAgain) {
    const { input, address, view: { later } } = bench.state;
    const now = Date.now() + later * 1000;
    try {
      const answer = await askWithout(input, address, now);
      if (!answer) return;
      // What reads the same a minute later is not drawn again.
      const text = JSON.stringify(answer.articles);
      if (isAgain && text === told && bench.reading?.input === input) return;
      told = text;
      bench.understand({ input, ...answer });
    } catch (error) {
      // That the engine has stopped is told by `onBroken`.
      if (error instanceof TypeError) say?.(error.message);
    }
  }

  /**
   * An address that is none is left out, and that is said once.
   * @param {string} input
   * @param {string} address
   * @param {number} now
   */
  async function askWithout(input, address, now) {
    if (address && address !== wrongAddress) {
      try {
        return await engine.check(input, { page: address, now });
      } catch (error) {
        if (!(error instanceof TypeError && error.message.startsWith("check: page"))) throw error;
        wrongAddress = address;
        say?.(`The address of publication does not count: ${error.message.replace(/^check: (page: )?/, "")}.`);
      }
    }
    return engine.check(input, { now });
  }

  function follow() {
    const { input, address, view: { later } } = bench.state;
    if (asked && asked.input === input && asked.address === address && asked.later === later) return;
    asked = { input, address, later };
    ask(false);
  }

  bench.addEventListener("state", follow);
  const clock = setInterval(() => ask(true), MINUTE);
  follow();
  return () => {
    bench.removeEventListener("state", follow);
    clearInterval(clock);
  };
}
