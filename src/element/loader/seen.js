// When a card has been seen, which is told once: half of it, or half of the screen for a card larger than that, for one
// second.
import { hasNoBox } from "./box.js";

/** @typedef {import("./drawing.js").Drawing} Drawing */

/** @type {WeakMap<Element, Drawing>} */
const drawings = new WeakMap();
/** The timers of those that are being seen. */
const timers = new WeakMap();
const told = new WeakSet();

/** @param {Drawing} drawing */
const card = ({ host }) => host.shadowRoot?.querySelector("article");

const seen = new IntersectionObserver(entries => {
  for (const { target, intersectionRatio, intersectionRect: { height }, boundingClientRect, rootBounds } of entries) {
    const drawing = /** @type {Drawing} */ (drawings.get(target));
    if (height && (intersectionRatio >= 0.5 || height * 2 >= /** @type {number} */ (rootBounds?.height))) {
      if (!timers.has(drawing)) timers.set(drawing, setTimeout(end, 1000, drawing));
      continue;
    }
    stop(drawing);
    // A host without a box is never met, so its card is looked for.
    const box = boundingClientRect.height || target !== drawing.host || !hasNoBox(target) ? null : card(drawing);
    if (box) observe(box, drawing);
  }
}, { threshold: Array.from({ length: 21 }, (_, i) => i / 20) });

/** @param {Drawing} drawing */
function stop(drawing) {
  clearTimeout(timers.get(drawing));
  timers.delete(drawing);
}

/**
 * @param {Element} box
 * @param {Drawing} drawing
 */
function observe(box, drawing) {
  drawings.set(box, drawing);
  seen.observe(box);
}

/**
 * Waits for the view, if there is one to wait for.
 * @param {Drawing} drawing
 */
export function awaitView(drawing) {
  if (drawing.isDrawn && drawing.isNear !== false && !told.has(drawing)) observe(drawing.host, drawing);
}

/** @param {Drawing} drawing */
export function release(drawing) {
  for (const box of [drawing.host, card(drawing)]) if (box) seen.unobserve(box);
  stop(drawing);
}

/** @param {Drawing} drawing */
function end(drawing) {
  release(drawing);
  if (document.hidden) return document.addEventListener("visibilitychange", () => awaitView(drawing), { once: true });
  told.add(drawing);
  drawing.tell("view");
}
