// The small toolbar of the bench: a step back and forward, the link and the file that hold its state, and forgetting.
import { START } from "./bench.js";
import { button, download } from "./elements.js";
import { LONGEST, toFile, written } from "./link.js";
import { forget } from "./storage.js";

/** @typedef {import("./bench.js").Bench} Bench */

const KEPT = "What is on the bench stays in this browser, for you alone. A card keeps nothing.";
const TOO_LONG =
  `This is more than a link can carry (${LONGEST / 1024} KB). Save it as a file instead, and send that: ` +
  "dropped on a workbench it opens as it is here.";
const REFUSED = "The browser did not allow copying. The link is marked here, and in the address of this page:";
const COPIED = "The link is copied. It holds all that is on the bench; whoever has it can read that.";
const FORGOTTEN = "Nothing is kept any more. Until you leave, Undo brings it back.";

/**
 * @param {HTMLElement} root
 * @param {Bench} bench
 * @param {{ say: (text: string) => void }} page
 */
export function openSharing(root, bench, { say }) {
  const undo = button("Undo", () => bench.undo());
  const redo = button("Redo", () => bench.redo());
  undo.title = "One step back (Ctrl Z)";
  redo.title = "One step forward again (Ctrl Shift Z)";
  undo.setAttribute("aria-keyshortcuts", "Control+Z Meta+Z");
  redo.setAttribute("aria-keyshortcuts", "Control+Shift+Z Meta+Shift+Z");

  const note = document.createElement("p");
  note.className = "sharing-note";
  note.setAttribute("role", "status");

  const word = document.createElement("p");
  word.className = "sharing-kept";
  word.textContent = KEPT;

  const buttons = document.createElement("div");
  buttons.className = "sharing-buttons";
  buttons.setAttribute("role", "group");
  buttons.setAttribute("aria-label", "The bench");
  buttons.append(
    undo,
    redo,
    button("Copy link", copyLink),
    button("Save as file", save),
    button("Forget", () => {
      bench.set(START);
      forget();
      note.replaceChildren();
      say(FORGOTTEN);
    }),
  );
  root.append(buttons, word, note);

  function show() {
    const hadFocus = document.activeElement;
    undo.disabled = !bench.canUndo;
    redo.disabled = !bench.canRedo;
    // A button that can no longer be pressed would take the focus with it.
    if (hadFocus === undo && undo.disabled) redo.focus();
    if (hadFocus === redo && redo.disabled) undo.focus();
    note.replaceChildren();
  }

  async function copyLink() {
    const { state } = bench;
    const link = written(state).then(fragment => {
      if (fragment === undefined) throw new RangeError(TOO_LONG);
      return new URL(fragment, location.href).href;
    });
    try {
      await copy(link);
      say(COPIED);
      note.replaceChildren();
    } catch (error) {
      if (error instanceof RangeError) return offerFile();
      offerText(await link);
    } finally {
      const address = await link.catch(() => undefined);
      // The address is that of what is on the bench, as long as it is.
      if (address !== undefined && bench.state === state) history.replaceState(history.state, "", address);
    }
  }

  function save() {
    download(fileName(bench.state.name), toFile(bench.state), "application/json");
  }

  function offerFile() {
    note.replaceChildren(`${TOO_LONG} `, button("Save as file", save));
  }

  /** @param {string} address */
  function offerText(address) {
    const field = document.createElement("input");
    field.readOnly = true;
    field.value = address;
    field.setAttribute("aria-label", "The link");
    note.replaceChildren(`${REFUSED} `, field);
    field.select();
  }

  document.addEventListener("keydown", event => {
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    bench[step]();
  });
  bench.addEventListener("state", show);
  show();
}

/**
 * Copies a text that is still being made. Some browsers allow that only at once after the press, and take a promise.
 * @param {Promise<string>} text
 */
async function copy(text) {
  if (typeof ClipboardItem === "function") {
    const blob = text.then(text => new Blob([text], { type: "text/plain" }));
    // Whether there is a link is asked below; here nobody may have waited for it.
    blob.catch(() => {});
    try {
      return await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    } catch {
      // Others take no promise.
    }
  }
  await navigator.clipboard.writeText(await text);
}

/**
 * The name of a file, of that of the article.
 * @param {string} name
 */
export function fileName(name) {
  const plain = name
    .replace(/\.(article-card\.json|json|jsonld|html?|txt)$/i, "")
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, "-")
    .replace(/^[.\s-]+|[.\s-]+$/g, "");
  return `${[...plain].slice(0, 80).join("") || "bench"}.article-card.json`;
}

/** What takes text has steps of its own. */
const FIELD =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), ' +
  'input:not([type="checkbox"], [type="radio"], [type="range"], [type="color"], [type="button"])';

/**
 * Which step a key asks of the bench, if any.
 * @param {KeyboardEvent} event
 * @returns {"undo" | "redo" | undefined}
 */
function stepOf(event) {
  if (event.defaultPrevented || event.altKey || event.ctrlKey === event.metaKey) return;
  const target = event.composedPath()[0];
  if (target instanceof Element && target.closest(FIELD)) return;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  if (key === "y" && event.ctrlKey && !event.shiftKey) return "redo";
}
