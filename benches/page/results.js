// What all rounds have given, by measurement and contender.
import { medians } from "./figures.js";

/** @typedef {Record<string, number | string[]>} Told figures, and names that are the same in every round */

export class Results {
  /** @type {Map<string, Told[]>} */
  #told = new Map();

  /**
   * @param {string} what
   * @param {string} who
   * @param {Told} told
   */
  add(what, who, told) {
    const key = `${what} ${who}`;
    this.#told.set(key, [...(this.#told.get(key) ?? []), told]);
  }

  /**
   * The medians of a contender's figures; none where it was not measured.
   * @param {string} what
   * @param {string} who
   * @returns {import("./figures.js").Run}
   */
  of(what, who) {
    const told = this.#told.get(`${what} ${who}`) ?? [];
    const figures = told.map(all => Object.entries(all).filter(([, value]) => typeof value === "number"));
    return medians(figures.map(all => /** @type {import("./figures.js").Run} */ (Object.fromEntries(all))));
  }

  /**
   * The names that it told, of all rounds.
   * @param {string} what
   * @param {string} who
   */
  names(what, who) {
    const lists = (this.#told.get(`${what} ${who}`) ?? []).flatMap(told => Object.values(told).filter(Array.isArray));
    return [...new Set(lists.flat())];
  }
}
