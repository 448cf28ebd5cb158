// The instance of the runtime that all cards of the page share, and what becomes of the cards when it breaks. It starts none
// by itself: the loader asks for one, and is told when it is lost.
import { start as startModule } from "./runtime-module.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */

/**
 * The stylesheet's text, once the runtime has come.
 * @type {string | undefined}
 */
export let css;

/**
 * The instance, as long as it is of use.
 * @type {RuntimeGlue | undefined}
 */
export let glue;

/**
 * The cards whose drawing is under way. A card that stands needs no instance.
 * @type {Set<Drawing>}
 */
export let pending = new Set();

/** @type {() => void} */
let giveUp;

/**
 * A fresh instance; `lost` is called when it is beyond use.
 * @param {WebAssembly.Module} module
 * @param {typeof giveUp} lost
 */
export async function start(module, lost) {
  giveUp = lost;
  glue = await startModule(module);
  css ??= glue.css();
  return glue;
}

/**
 * The instance is beyond use and must not be called again: a trap leaves Yew in the middle of its work.
 * @param {string} message
 * @param {Drawing} culprit
 */
export function broke(message, culprit) {
  giveUp();
  glue = undefined;
  // Adopting one may break it when the card stands already.
  const drawings = pending.add(culprit);
  pending = new Set();
  for (const drawing of drawings) drawing.broke(message, drawing === culprit);
  // Those that stand still have to say what was understood of their articles. It fails after the second break.
  culprit.loader.runtime().catch(() => {});
}
