// Pictures that cannot be had: a main one takes its whole figure along, a small one only itself.

/** Marks a card whose picture is lost. */
const LOST = " no-picture";

/**
 * Adds a class to those that an element was drawn with, or takes it away.
 * @param {Element | null | undefined} element
 * @param {string} name
 * @param {boolean} isOn
 */
export function mark(element, name, isOn) {
  const drawn = element?.className.replace(name, "");
  if (element && isOn === (drawn === element.className)) element.className = drawn + (isOn ? name : "");
}

/** @param {Element} picture */
export function tidy(picture) {
  const figure = picture.closest(".figure");
  if (figure) mark(figure.parentElement, LOST, true);
  else /** @type {HTMLElement} */ (picture).hidden = true;
}

/**
 * A picture may have failed before anybody listened. A drawing of SVG may have no size and be there all the same; only what
 * is lost cannot be decoded. Nothing is fetched for the question.
 * @param {HTMLElement} mount
 */
export function tidyLost(mount) {
  for (const picture of mount.querySelectorAll("img")) {
    // It may have been given another address before the answer comes.
    if (picture.complete && !picture.naturalWidth) picture.decode().catch(() => picture.complete && tidy(picture));
  }
}

/** @param {HTMLElement} mount */
export function putBack(mount) {
  mark(mount.firstElementChild, LOST, false);
  for (const picture of mount.querySelectorAll("img")) picture.hidden = false;
}
