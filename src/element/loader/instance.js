// The instance of the runtime that all cards of the page share, and what becomes of them when it breaks. It starts none by
// itself: the loader asks for one, and is told when it is lost.
import { start as startModule } from "./runtime-module.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */

/**
 * The stylesheet's text, once the runtime has come.
 * @type {string | undefined}
 */
export let css;

/**
 * The runtime's handle of each card that it draws. When the instance breaks, all of them end.
 * @type {Map<Drawing, CardHandle>}
 */
export let handles = new Map();

/** @type {Drawing | undefined} */
let current;

/**
 * Notes the card that Yew draws from now on, so that it can be named if that breaks the instance.
 * @param {Drawing} [drawing]
 */
export const note = drawing => current = drawing;

/** @type {() => void} */
let giveUp;

/**
 * A fresh instance; `lost` is called when it is beyond use.
 * @param {WebAssembly.Module} module
 * @param {typeof giveUp} lost
 */
export async function start(module, lost) {
  giveUp = lost;
  const glue = await startModule(module, guarded(queueMicrotask), guarded(setTimeout));
  css ??= glue.css();
  return glue;
}

/**
 * `queueMicrotask` or `setTimeout` for the runtime. Yew draws from the first, and goes on from the second after 16 ms, so that
 * a trap there would end in nobody's call.
 * @param {(work: () => void, delay?: number) => unknown} putOff
 * @returns {PutOff}
 */
const guarded = putOff => (work, delay) => putOff(() => {
  try {
    work();
  } catch (/** @type {any} */ error) {
    broke(error.message);
  }
}, delay);

/**
 * The instance is beyond use and must not be called again: a trap, or an exception that has gone through it, leaves Yew
 * in the middle of its work.
 * @param {string} message
 * @param {Drawing} [culprit]
 */
export function broke(message, culprit = current) {
  giveUp();
  const cards = handles;
  handles = new Map();
  current = undefined;
  for (const drawing of cards.keys()) drawing.broke(message, drawing === culprit);
}
