// Cards and the screen: which of them are near it. It never draws, and knows of a card only where it stands.
import { hasNoBox } from "./box.js";

/** @type {(host: CardElement, isNear: boolean) => void} */
let nears;

/**
 * Has `nears(host, isNear)` called when that changes.
 * @param {typeof nears} given
 */
export const onScreen = given => nears = given;

/**
 * Those on the page.
 * @type {Set<CardElement>}
 */
export const cards = new Set();

const near = new IntersectionObserver(entries => {
  for (const { isIntersecting, boundingClientRect, target } of /** @type {(IntersectionObserverEntry & { target: CardElement })[]} */ (entries)) {
    // Without a box it may be anywhere, so it does not wait: its fallback may be bare text, which has no box to ask either.
    if (target.isConnected) nears(target, isIntersecting || !boundingClientRect.width && hasNoBox(target));
  }
}, { rootMargin: "600px" });

/** @param {CardElement} host */
export function watch(host) {
  cards.add(host);
  near.observe(host);
}

/** @param {CardElement} host */
export function unwatch(host) {
  cards.delete(host);
  near.unobserve(host);
}
