// The ticking <time>: "2 hours ago", with the full date on focus, on tap and for screen readers.
import { age } from "./age.js";

/** @type {{ [language: string]: (count: number, unit: Intl.RelativeTimeFormatUnit) => string | undefined }} */
const wordings = {};

/**
 * The words for an age; none where the browser has none in the language.
 * @param {string} language
 */
const wording = language => wordings[language] ??= (() => {
  try {
    // For a language that it does not know, `Intl` would take the browser's own.
    if (!Intl.DateTimeFormat.supportedLocalesOf(language)[0]) throw 0;
    // "yesterday" is a calendar day, and 23 to 47 hours are not: only "now" is worded.
    const [now, others] = /** @type {const} */ (["auto", "always"]).map(numeric => new Intl.RelativeTimeFormat(language, { numeric }));
    return (count, unit) => (count ? others : now).format(-count, unit);
  } catch {
    return () => undefined;
  }
})();

/** One instant of a card. */
class Instant {
  /**
   * What has kept the size of the text as it was drawn.
   * @type {HTMLElement | null | undefined}
   */
  #place;
  /**
   * The full date beside the relative one.
   * @type {HTMLElement | undefined}
   */
  #bubble;
  /**
   * When its wording changes next.
   * @type {number | undefined}
   */
  #until = 0;

  /**
   * @param {HTMLTimeElement} element
   * @param {Text} text what was drawn, which whatever drew it may want back
   * @param {number} epoch
   * @param {number} limit
   */
  constructor(element, text, epoch, limit) {
    this.element = element;
    this.text = text;
    this.drawn = this.full = text.data;
    this.epoch = epoch;
    this.limit = limit;
    this.language = /** @type {HTMLElement | null} */ (element.closest("[lang]"))?.lang ?? "";
  }

  /** @param {number} now */
  tick(now) {
    const until = this.#until;
    // A clock that was set back shows in an age below that of the last time.
    if (until == null || until <= now || until - now > this.limit) {
      const { count, unit, until: next } = age(now, this.epoch, this.limit);
      this.#until = next;
      const words = unit && wording(this.language)(/** @type {number} */ (count), unit);
      if (words) this.#showRelative(words);
      else this.#showFull();
    }
    return this.#until;
  }

  /**
   * Changes the words; the stylesheet keeps the place of those that were drawn.
   * @param {string} words
   */
  tell(words) {
    if (!this.#place) {
      this.#place = this.element.closest(".timestamp");
      if (this.#place) this.#place.dataset.full = /** @type {string} */ (this.#place.textContent);
    }
    this.text.data = words;
  }

  /** Puts back what was drawn. */
  stop() {
    this.#showFull();
    if (this.#place) {
      delete this.#place.dataset.full;
      this.text.data = this.drawn;
    }
  }

  /** @param {string} words */
  #showRelative(words) {
    this.tell(words);
    if (this.#bubble) return;
    this.element.tabIndex = 0;
    this.#bubble = document.createElement("span");
    this.#bubble.className = "full";
    this.#bubble.textContent = this.full;
    this.element.append(this.#bubble);
  }

  #showFull() {
    if (!this.#bubble) return;
    this.#bubble.remove();
    this.#bubble = undefined;
    this.element.removeAttribute("tabindex");
    this.text.data = this.full;
  }
}

/**
 * The instants in what has been drawn, told in full by `inFull` where a server had to choose another clock than the
 * reader's. Calendar dates stay as they are.
 * @param {HTMLElement} mount
 * @param {number} limit
 * @param {((epoch: number, language: string) => string | undefined) | undefined} inFull
 */
export function instants(mount, limit, inFull) {
  const found = [];
  for (const element of mount.querySelectorAll("time")) {
    const epoch = /T.*(Z|[+-]\d\d:\d\d)$/.test(element.dateTime) ? Date.parse(element.dateTime) : NaN;
    const text = element.firstChild;
    if (isNaN(epoch) || !(text instanceof Text)) continue;
    const instant = new Instant(element, text, epoch, limit);
    const full = inFull?.(epoch, instant.language);
    if (full) {
      instant.tell(full);
      instant.full = full;
    }
    found.push(instant);
  }
  return found;
}
