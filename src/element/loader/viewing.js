// Cards and the screen: when one comes near it, and when one has been seen, which is told once. It never draws, and knows
// of a card only what it asks the three functions that the element has given it.

let arrive, isDrawn, tell;

/** Has `arrive(host)` called near the screen, and `tell(host)` once the card has been seen, if `isDrawn(host)`. */
export const onScreen = (...given) => [arrive, isDrawn, tell] = given;

/** The timers of those that are being seen. */
const timers = new WeakMap();
const told = new WeakSet();

export const near = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) if (isIntersecting && target.isConnected) arrive(target);
}, { rootMargin: "600px" });

/** Half of the card, or half of the screen for a card larger than that, for one second. */
const seen = new IntersectionObserver(entries => {
  for (const { target, intersectionRatio, intersectionRect: { height }, rootBounds } of entries) {
    if (!(height && (intersectionRatio >= 0.5 || height * 2 >= rootBounds?.height))) stop(target);
    else if (!timers.has(target)) timers.set(target, setTimeout(end, 1000, target));
  }
}, { threshold: Array.from({ length: 21 }, (_, i) => i / 20) });

function stop(host) {
  clearTimeout(timers.get(host));
  timers.delete(host);
}

/** Waits for the view, if there is one to wait for. */
export function awaitView(host) {
  if (isDrawn(host) && !told.has(host) && host.isConnected) seen.observe(host);
}

export function release(host) {
  near.unobserve(host);
  seen.unobserve(host);
  stop(host);
}

function end(host) {
  release(host);
  if (document.hidden) return document.addEventListener("visibilitychange", () => awaitView(host), { once: true });
  told.add(host);
  tell(host);
}
