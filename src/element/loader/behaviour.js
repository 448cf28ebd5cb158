// What a drawn card does: its times tick, its buttons answer, its links tell the page, a lost picture tidies up. It works on
// the DOM alone, by delegation on the element that holds the card, so it enlivens whatever drew it, and needs no WebAssembly
// but for dates that a server could not word. The runtime's script has it, so that no page without a card loads it.
import { copy } from "./copy.js";
import { standing } from "./full-date.js";
import { putBack, tidy, tidyLost } from "./pictures.js";
import * as ticker from "./ticker.js";
import { instants } from "./times.js";

/** The behaviour of one card. */
export class Behaviour {
  /**
   * Finds the times in what stands.
   * @type {() => ReturnType<typeof instants>}
   */
  #times = () => [];
  /**
   * Those that are told by their age. Away from the screen there are none: the full date stands, which never grows wrong.
   * @type {ReturnType<typeof instants> | undefined}
   */
  #instants;
  /** @type {number | null | undefined} */
  #changesAt;
  /** @type {ticker.Task} */
  #task = now => this.#tick(now);

  /**
   * @param {HTMLElement} mount
   * @param {Tell} tell fires an event; false if the page cancels what would follow
   */
  constructor(mount, tell) {
    this.mount = mount;
    this.tell = tell;
    standing.add(mount);
    mount.addEventListener("click", this);
    // Errors of pictures do not bubble, but they pass on their way down.
    mount.addEventListener("error", this, true);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { target } = event;
    if (event.type === "click") this.#pressed(event);
    else if (target instanceof HTMLImageElement) tidy(target);
  }

  /**
   * Enlivens what has just been drawn.
   * @param {Stands} stands
   * @param {Parameters<typeof instants>[2]} inFull
   * @param {boolean | undefined} isNear
   */
  start({ relativeUntil, changesAt }, inFull, isNear) {
    this.#changesAt = changesAt;
    this.#times = () => instants(this.mount, relativeUntil, inFull);
    tidyLost(this.mount);
    this.nears(isNear !== false);
  }

  /**
   * The card has come near the screen, or is away from it again: then only an embargo or a term still counts.
   * @param {boolean} isNear
   */
  nears(isNear) {
    // A focus that was left in the card is kept for whoever comes back.
    const isTold = isNear || this.mount.matches(":focus-within");
    if (isTold) this.#instants ??= this.#times();
    else this.#putBackTimes();
    if (isTold || this.#changesAt) ticker.start(this.#task);
    else ticker.end(this.#task);
  }

  /** Puts back what was drawn, so that it can be compared with what is drawn next. */
  stop() {
    ticker.end(this.#task);
    this.#putBackTimes();
    putBack(this.mount);
  }

  /** Silences the card and leaves it as it was drawn. */
  end() {
    this.stop();
    standing.delete(this.mount);
    this.mount.removeEventListener("click", this);
    this.mount.removeEventListener("error", this, true);
  }

  #putBackTimes() {
    for (const instant of this.#instants ?? []) instant.stop();
    this.#instants = undefined;
  }

  /**
   * Rewords the times; asks for another drawing when an embargo or a term has ended.
   * @param {number} now
   */
  #tick(now) {
    const next = (this.#instants ?? []).map(instant => instant.tick(now));
    if (/** @type {number} */ (this.#changesAt) <= now && this.#changesAt) {
      this.#changesAt = null;
      this.tell("stale");
    }
    const due = Math.min(...[...next, this.#changesAt].map(moment => moment || Infinity));
    return due < Infinity ? due : undefined;
  }

  /** @param {Event} event */
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
