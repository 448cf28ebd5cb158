// One session of a WebDriver: its commands go one after the other, each to the window that it is meant for, and each is bounded.

/** A command that is not answered fails its test, and does not hold up the others. */
const PATIENCE = 60_000;

/** What a reference to an element is called in WebDriver. */
export const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** One session, which has any number of windows. */
export class Session {
  #base;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();
  /** @type {string | null} */
  #window = null;
  /** The window that it began with, which stays: a session ends with its last. */
  #first = "";

  /** @param {string} base */
  constructor(base) {
    this.#base = base;
  }

  /**
   * A driver's new session.
   * @param {string} driver
   * @param {object} capabilities
   */
  static async start(driver, capabilities) {
    const { sessionId } = await command("POST", `${driver}/session`, { capabilities: { alwaysMatch: capabilities } });
    const session = new Session(`${driver}/session/${sessionId}`);
    // A bound for scripts would be a timer of the page's; each command has one of its own here.
    await session.send(null, "POST", "/timeouts", { script: null, pageLoad: PATIENCE });
    session.#first = await session.send(null, "GET", "/window");
    return session;
  }

  /**
   * Does some commands with nothing in between, in this window, or wherever the session is where it is null.
   * @template Answer
   * @param {string | null} window
   * @param {(send: (method: string, path: string, body?: object) => Promise<any>) => Promise<Answer>} work
   * @param {number} [patience]
   * @returns {Promise<Answer>}
   */
  inside(window, work, patience) {
    /** @param {string} method @param {string} path @param {object} [body] */
    const send = (method, path, body) => command(method, this.#base + path, body, patience);
    const done = this.#last.then(async () => {
      if (window && window !== this.#window) {
        await send("POST", "/window", { handle: window });
        this.#window = window;
      }
      return work(send);
    });
    this.#last = done.catch(() => {});
    return done;
  }

  /**
   * @param {string | null} window
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @param {number} [patience]
   */
  send(window, method, path, body, patience) {
    return this.inside(window, send => send(method, path, body), patience);
  }

  /** A further window; tabs would hide each other. */
  async open() {
    const { handle } = await this.send(this.#first, "POST", "/window/new", { type: "window" });
    return /** @type {string} */ (handle);
  }

  /** @param {string} window */
  async close(window) {
    await this.send(window, "DELETE", "/window");
    this.#window = null;
  }

  end() {
    return this.send(null, "DELETE", "");
  }
}

/**
 * @param {string} method
 * @param {string} address
 * @param {object} [body]
 * @param {number} [patience]
 */
async function command(method, address, body, patience = PATIENCE) {
  const response = await fetch(address, {
    method,
    body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
    signal: AbortSignal.timeout(patience),
  }).catch(error => {
    throw new Error(`${method} ${address} has no answer: ${error.cause?.message ?? error.message}; ${JSON.stringify(body).slice(0, 500)}`);
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
