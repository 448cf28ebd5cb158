// How something is told of a card, on the console and by its events. It never decides what there is to tell, nor when: that
// comes from the runtime, the reader or the network.

/** The element's name, which every message and every event begins with. */
export const TAG = "article-card";

/** @param {Diagnostic} diagnostic */
export const isError = ({ severity }) => severity === "error";

/**
 * An error of ours, known by its code.
 * @param {string} code
 * @param {string} message
 */
export const failure = (code, message) => Object.assign(new Error(message), { code });

/** @param {Omit<Diagnostic, "severity">} diagnostic */
const sentence = ({ code, path, message, line, column }) =>
  `${code} ${path}${line ? ` (line ${line}, column ${column})` : ""} ${message}`;

/**
 * @param {CustomStateSet | undefined} states
 * @param {boolean} [isReady]
 * @param {boolean} [isWrong]
 */
export function setStates(states, isReady, isWrong) {
  try {
    /** @type {CustomStateSet} */ (states)[isReady ? "add" : "delete"]("ready");
    /** @type {CustomStateSet} */ (states)[isWrong ? "add" : "delete"]("error");
  } catch {
    // Older browsers have no states, or want other names for them.
  }
}

/**
 * Returns what was told; `said` is what was told before.
 * @param {HTMLElement} host
 * @param {"error" | "warn"} level
 * @param {readonly Omit<Diagnostic, "severity">[]} diagnostics
 * @param {string} [said]
 */
export function log(host, level, diagnostics, said) {
  const text = diagnostics.map(sentence).join("\n  ");
  // A console takes its first text for a pattern.
  if (text !== said) console[level](`${TAG}${host.id && "#"}${host.id}: ${text}`.replaceAll("%", "%%"), host);
  return text;
}
