// A reader's mouse and keyboard in WebKit, with the part of puppeteer's interface that the tests use.

/** What the driver calls the keys that write nothing. */
const KEYS = /** @type {Record<string, string>} */ ({ Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C" });
const CONTROL = "\uE009";

/** @typedef {(source: object) => Promise<unknown>} Act has the driver do what a reader's hand does */

export class Mouse {
  #act;
  /** @type {[number, number]} */
  #at = [0, 0];

  /** @param {Act} act */
  constructor(act) {
    this.#act = act;
  }

  /** @param {object[]} actions */
  #do(actions) {
    return this.#act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {{ steps?: number }} [options]
   */
  async move(x, y, { steps = 1 } = {}) {
    const [fromX, fromY] = this.#at;
    this.#at = [x, y];
    const moves = Array.from({ length: steps }, (_, at) => ({
      type: "pointerMove",
      duration: 0,
      x: Math.round(fromX + ((x - fromX) * (at + 1)) / steps),
      y: Math.round(fromY + ((y - fromY) * (at + 1)) / steps),
    }));
    await this.#do(moves);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  async click(x, y) {
    await this.move(x, y);
    await this.#do([
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ]);
  }
}

export class Keyboard {
  #act;

  /** @param {Act} act */
  constructor(act) {
    this.#act = act;
  }

  /** @param {[type: string, value: string][]} keys */
  async #do(...keys) {
    await this.#act({ type: "key", id: "keys", actions: keys.map(([type, value]) => ({ type, value })) });
  }

  /** @param {string} key */
  press(key) {
    const value = KEYS[key] ?? key;
    return this.#do(["keyDown", value], ["keyUp", value]);
  }

  /** Presses Control and V. */
  paste() {
    return this.#do(["keyDown", CONTROL], ["keyDown", "v"], ["keyUp", "v"], ["keyUp", CONTROL]);
  }
}
