// Cards and the screen: when one comes near it, and when one has been seen, which is told once. It never draws, and knows
// of a card only where it stands, and what it asks the three functions that the element has given it.
import { css } from "./runtime.js";

/** @type {(host: CardElement) => void} */
let arrive;
/** @type {(host: CardElement) => boolean | undefined} */
let isDrawn;
/** @type {(host: CardElement) => void} */
let tell;

/**
 * Has `arrive(host)` called near the screen, and `tell(host)` once the card has been seen, if `isDrawn(host)`.
 * @param {[typeof arrive, typeof isDrawn, typeof tell]} given
 */
export const onScreen = (...given) => [arrive, isDrawn, tell] = given;

/** The timers of those that are being seen. */
const timers = new WeakMap();
const told = new WeakSet();

/**
 * With `display: contents` a host has no box, and no observer ever meets it.
 * @param {CardElement} host
 */
const hasNoBox = host => getComputedStyle(host).display === "contents";

/** @param {CardElement} host */
const card = host => host.shadowRoot?.querySelector("article");

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
  if (css) {
    for (const host of waiting) {
      arrive(host);
      // One by one: Yew draws in a task, and so too late, what takes it longer than 16 ms in one go.
      for (let turns = 20; turns-- && !isDrawn(host);) await 0;
    }
  }
});

/** Half of the card, or half of the screen for a card larger than that, for one second. */
const seen = new IntersectionObserver(entries => {
  for (const { target, intersectionRatio, intersectionRect: { height }, rootBounds } of entries) {
    const host = /** @type {CardElement} */ (target.matches("article") ? /** @type {ShadowRoot} */ (target.getRootNode()).host : target);
    if (!(height && (intersectionRatio >= 0.5 || height * 2 >= /** @type {number} */ (rootBounds?.height)))) stop(host);
    else if (!timers.has(host)) timers.set(host, setTimeout(end, 1000, host));
  }
}, { threshold: Array.from({ length: 21 }, (_, i) => i / 20) });

/** @param {CardElement} host */
function stop(host) {
  clearTimeout(timers.get(host));
  timers.delete(host);
}

/**
 * Waits for the view, if there is one to wait for.
 * @param {CardElement} host
 */
export function awaitView(host) {
  if (isDrawn(host) && !told.has(host) && host.isConnected) seen.observe(hasNoBox(host) && card(host) || host);
}

/** @param {CardElement} host */
export function release(host) {
  arrived(host);
  for (const box of [host, card(host)]) if (box) seen.unobserve(box);
  stop(host);
}

/** @param {CardElement} host */
function end(host) {
  release(host);
  if (document.hidden) return document.addEventListener("visibilitychange", () => awaitView(host), { once: true });
  told.add(host);
  tell(host);
}
