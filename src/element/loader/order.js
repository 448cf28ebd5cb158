// In which order cards are drawn: one after the other, those near the screen at once, and those that nobody sees after them. It
// never draws for long without a pause, so that a page of a thousand cards answers its reader all the while.

/** @typedef {import("./drawing.js").Drawing} Drawing */

/**
 * For how many milliseconds it draws without a pause. In each frame the browser looks where all cards and pictures are: with
 * 8 a thousand of them take 528 ms and not 482, with 32 some tasks are longer than 50.
 */
const SLICE = 24;

/** @type {Set<Drawing>} */
const near = new Set();
/** @type {Set<Drawing>} */
const far = new Set();
/**
 * Those that it is drawing, or waits to draw.
 * @type {Set<Drawing> | undefined}
 */
let at;
/** Counts what takes the work over from what waits. */
let turn = 0;
/** @type {boolean | undefined} */
let isPrinting;
/** @type {Loader | undefined} */
let loader;

/** @param {Drawing} drawing */
export const dequeue = drawing => near.delete(drawing) || far.delete(drawing);

/**
 * Has a card drawn, or moves it among those that wait. Until it is known where a card is, it counts as near.
 * @param {Drawing} drawing
 */
export function enqueue(drawing) {
  loader = drawing.loader;
  dequeue(drawing);
  (drawing.isNear === false ? far : near).add(drawing);
  if (!at || at === far && near.size) work();
}

async function work() {
  const mine = ++turn;
  let end = near.size && performance.now() + SLICE;
  while ((at = near.size ? near : far).size) {
    if (performance.now() < end || isPrinting) {
      const [drawing] = at;
      dequeue(drawing);
      await drawing.draw();
    } else {
      await pause();
      end = performance.now() + SLICE;
    }
    if (mine !== turn) return;
  }
  at = undefined;
}

/**
 * Lets through what the reader does, the next frame and the page's own work. Not an idle callback: on a page that is never
 * idle the last of a thousand cards would come after 6.6 s and not after 0.4.
 */
const pause = () => new Promise(done => {
  const { scheduler } = /** @type {any} */ (globalThis);
  if (scheduler) scheduler.postTask(done);
  else setTimeout(done);
});

// On paper there is no later. What is drawn in a listener's microtasks is printed, unless a script has called `print`: then the
// next printing has it.
addEventListener("beforeprint", () => {
  isPrinting = true;
  for (const host of loader?.cards ?? []) loader?.activate(host);
  work();
});
addEventListener("afterprint", () => isPrinting = false);
