// What a drawn card does: its times tick, its buttons answer, its links tell the page, a lost picture tidies up. It works on
// the DOM alone, by delegation on the element that holds the card, so it enlivens whatever drew it, and needs no WebAssembly
// but for dates that a server could not word. The runtime's script has it, so that no page without a card loads it.
import { copy } from "./copy.js";
import { putBack, tidy, tidyLost } from "./pictures.js";
import * as ticker from "./ticker.js";
import { instants } from "./times.js";

/** The behaviour of one card. */
export class Behaviour {
  /** @type {ReturnType<typeof instants>} */
  #instants = [];
  /** @type {number | null | undefined} */
  #changesAt;
  #ended = new AbortController();
  /** @type {ticker.Task} */
  #task = now => this.#tick(now);

  /**
   * @param {HTMLElement} mount
   * @param {Tell} tell fires an event; false if the page cancels what would follow
   */
  constructor(mount, tell) {
    this.mount = mount;
    this.tell = tell;
    const { signal } = this.#ended;
    mount.addEventListener("click", event => this.#pressed(event), { signal });
    // Errors of pictures do not bubble, but they pass on their way down.
    mount.addEventListener("error", ({ target }) => {
      if (target instanceof HTMLImageElement) tidy(target);
    }, { signal, capture: true });
  }

  /**
   * Enlivens what has just been drawn.
   * @param {Stands} stands
   * @param {Parameters<typeof instants>[2]} inFull
   */
  start({ relativeUntil, changesAt }, inFull) {
    // Two drawings may follow each other before the first was stopped.
    this.stop();
    this.#changesAt = changesAt;
    this.#instants = instants(this.mount, relativeUntil, inFull);
    tidyLost(this.mount);
    ticker.start(this.#task);
  }

  /** Puts back what was drawn, so that what draws next finds its own work. */
  stop() {
    ticker.end(this.#task);
    for (const instant of this.#instants.splice(0)) instant.stop();
    putBack(this.mount);
  }

  /** Silences the card and leaves it as it was drawn. */
  end() {
    this.stop();
    this.#ended.abort();
  }

  /**
   * Rewords the times; asks for another drawing when an embargo or a term has ended.
   * @param {number} now
   */
  #tick(now) {
    const next = this.#instants.map(instant => instant.tick(now));
    if (/** @type {number} */ (this.#changesAt) <= now && this.#changesAt) {
      this.#changesAt = null;
      this.tell("stale");
    }
    const due = Math.min(...[...next, this.#changesAt].map(moment => moment || Infinity));
    return due < Infinity ? due : undefined;
  }

  /** @param {MouseEvent} event */
  #pressed(event) {
    const target = event.target;
    const pressed = target instanceof Element && /** @type {HTMLElement | null} */ (target.closest("[data-open],[data-copy],[data-follow]"));
    if (!pressed) return;
    const { open, index = "" } = pressed.dataset;
    if (open != null) {
      const detail = { target: open, index: /^\d+$/.test(index) ? +index : null, href: pressed.getAttribute("href") ?? "" };
      if (!this.tell("open", detail)) event.preventDefault();
    } else if (pressed.dataset.copy != null) {
      copy(pressed);
      this.tell("copy");
    } else {
      this.tell("follow");
    }
  }
}
