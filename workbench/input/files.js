// Files that were opened or dropped: the first one that is text goes on the bench, the others can be chosen.
import { read } from "./decoding.js";

/** @typedef {{ name: string, text: string }} TextFile */

/**
 * Whether a text is a state of the bench that was saved.
 * @param {string} text
 */
export function isState(text) {
  if (!/^[\s\uFEFF]*\{/.test(text) || !text.includes('"articleCardBench"')) return false;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")).articleCardBench === 1;
  } catch {
    return false;
  }
}

/**
 * @param {Iterable<File>} files
 * @returns {Promise<{ state?: string, texts: TextFile[], refusals: string[] }>}
 */
export async function sort(files) {
  /** @type {TextFile[]} */
  const texts = [];
  /** @type {string[]} */
  const refusals = [];
  /** @type {string | undefined} */
  let state;
  for (const file of files) {
    const { text, refusal } = await read(file);
    if (text === undefined) refusals.push(refusal);
    else if (isState(text)) state ??= text;
    else texts.push({ name: file.name, text });
  }
  return { state, texts, refusals };
}

/**
 * Calls back with files that are dropped anywhere on the page; the editor would write them in between its lines, and the
 * browser would leave the page for them.
 * @param {(files: File[]) => void} take
 */
export function onDrop(take) {
  /** @param {DragEvent} event */
  const hasFiles = event => event.dataTransfer?.types.includes("Files");
  /** @param {DragEvent} event */
  const over = event => {
    if (!hasFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    document.documentElement.dataset.dropping = "";
  };
  const end = () => delete document.documentElement.dataset.dropping;
  document.addEventListener("dragenter", over, true);
  document.addEventListener("dragover", over, true);
  document.addEventListener("dragleave", event => !event.relatedTarget && end(), true);
  document.addEventListener("dragend", end, true);
  document.addEventListener(
    "drop",
    event => {
      end();
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      take([.../** @type {DataTransfer} */ (event.dataTransfer).files]);
    },
    true,
  );
}
