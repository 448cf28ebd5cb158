// How WebKit's pages are asked: by scripts that go through the driver, and by one that stands first in each document.

/**
 * Runs in the page, first of all: keeps what is said on the console, and passes it on; and keeps what the harness needs of the
 * language, whatever the page does to that.
 */
export function watchConsole() {
  const { stringify } = JSON,
    { setTimeout } = window;
  /** @type {["console" | "pageerror", string, string][]} */
  const told = [];
  Object.defineProperty(window, Symbol.for("harness"), { value: { told, stringify, kept: { __proto__: null } } });
  for (const type of /** @type {const} */ (["debug", "error", "info", "log", "warn"])) {
    const original = console[type];
    console[type] = (...given) => {
      told[told.length] = ["console", type, given.map(String).join(" ")];
      original.apply(console, given);
    };
  }
  /** @param {Event} event @param {() => unknown} text */
  const tell = (event, text) =>
    // Once all listeners have been called: what one of them has prevented is not reported by a browser.
    setTimeout(() => {
      if (!event.defaultPrevented) told[told.length] = ["pageerror", "", `${text()}`];
    });
  addEventListener("error", event => {
    if (event instanceof ErrorEvent) tell(event, () => event.error ?? event.message);
  });
  addEventListener("unhandledrejection", event => tell(event, () => event.reason));
}

/**
 * What the harness keeps in a page, or in a frame that it has no script in; and how it answers: by a text, as a page may have told
 * arrays another way to become JSON, which the driver would follow.
 */
const OURS = `const ours = (window[Symbol.for("harness")] ??= { told: [], stringify: JSON.stringify, kept: { __proto__: null } });
const say = given => {
  const changed = Object.getOwnPropertyDescriptor(Array.prototype, "toJSON");
  delete Array.prototype.toJSON;
  try {
    return ours.stringify(given);
  } finally {
    if (changed) Object.defineProperty(Array.prototype, "toJSON", changed);
  }
};`;

/**
 * A script that calls a function, and answers with its answer and with what the page has told since; null where the answer is a
 * promise: that is kept in the page, as no other command is heard while a script waits.
 * @param {Function | string} work
 * @param {number} id
 */
export const asking = (work, id) => `${OURS}
const value = (${work})(...arguments);
if (typeof value?.then !== "function") return say({ value, told: ours.told.splice(0) });
ours.kept[${id}] = null;
value.then(given => { ours.kept[${id}] = { value: given }; }, error => { ours.kept[${id}] = { failure: "" + (error?.message ?? error) }; });
return null;`;

/**
 * A script that answers with what has become of a kept promise; null while nothing has.
 * @param {number} id
 */
export const keeping = id => `${OURS}
const answer = ours.kept[${id}];
if (answer === undefined) return say({ isGone: true });
if (answer === null) return null;
delete ours.kept[${id}];
answer.told = ours.told.splice(0);
return say(answer);`;
