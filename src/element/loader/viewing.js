// Cards and the screen: when one comes near it, or is printed. It never draws, and knows of a card only where it stands, and
// what it asks the two functions that the element has given it.
import { hasNoBox } from "./box.js";
import { runtime } from "./runtime.js";

/** @type {(host: CardElement) => void} */
let arrive;
/** @type {(host: CardElement) => boolean | undefined} */
let isDrawn;

/**
 * Has `arrive(host)` called near the screen, and before the page is printed, unless `isDrawn(host)`.
 * @param {[typeof arrive, typeof isDrawn]} given
 */
export const onScreen = (...given) => [arrive, isDrawn] = given;

/**
 * Those that are not near the screen yet.
 * @type {Set<CardElement>}
 */
const waiting = new Set();

const near = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of /** @type {(IntersectionObserverEntry & { target: CardElement })[]} */ (entries)) {
    // Without a box it may be anywhere, so it does not wait: its fallback may be bare text, which has no box to ask either.
    if (target.isConnected && (isIntersecting || hasNoBox(target))) arrive(target);
  }
}, { rootMargin: "600px" });

/** @param {CardElement} host */
export function awaitNear(host) {
  waiting.add(host);
  near.observe(host);
}

/** @param {CardElement} host */
export function arrived(host) {
  waiting.delete(host);
  near.unobserve(host);
}

// What is printed is drawn if the runtime is there: Chromium runs a listener's microtasks before it prints, unless a script
// has called `print`, and Yew draws in them. Elsewhere the fallback is printed, and the next printing has the cards.
addEventListener("beforeprint", async () => {
  if (runtime.isReady) {
    for (const host of waiting) {
      arrive(host);
      // One by one: Yew draws in a task, and so too late, what takes it longer than 16 ms in one go.
      for (let turns = 20; turns-- && !isDrawn(host);) await 0;
    }
  }
});
