// The toolkit as JavaScript sees it. `crates/toolkit/js/entries/` has a file for each kind of host, which says how the
// compiled WebAssembly comes; what is done with it is here and the same everywhere.
import { bytesOf, named, optionsOf, timeOf } from "./input.js";
import { start } from "./module.js";

/** Beyond that a fresh instance takes the place of one that has read something long: no WebAssembly gives memory back. */
const LARGE = 64 * 1024 * 1024;

/** What a call answers that ran into a defect of ours; the next one works. */
const BROKEN = {
  severity: "error",
  code: "render-panic",
  path: "$",
  message: "this is a defect of article-card; please report it with the input",
  line: 1,
  column: 1,
};

/**
 * The functions of the toolkit on a compiled WebAssembly.
 * @param {WebAssembly.Module} module
 */
export function open(module) {
  /** @type {ToolkitGlue | undefined} */
  let glue;
  /** @type {ToolkitRenderer | undefined} */
  let renderer;
  let rendererKey = "";

  const instance = () => (glue ??= start(module));
  const version = instance().version();
  /** The attributes and the other options that are texts, by the names that they have as properties. */
  const attributes = new Map(instance().options().split(" ").map(name => [propertyOf(name), name]));

  /**
   * The answer of an instance. One that has broken is not used again.
   * @template T
   * @param {(glue: ToolkitGlue) => T} work
   * @param {T} otherwise
   * @returns {T}
   */
  function ask(work, otherwise) {
    try {
      const glue = instance();
      const answer = work(glue);
      if (glue.memory() > LARGE) discard();
      return answer;
    } catch {
      discard();
      return otherwise;
    }
  }

  function discard() {
    glue = renderer = undefined;
  }

  /**
   * @param {"read" | "check"} call
   * @param {unknown} input
   * @param {unknown} options
   * @param {unknown} otherwise
   */
  function reading(call, input, options, otherwise) {
    const { page, now, ...others } = optionsOf(options, call);
    for (const name in others) throw new TypeError(`${call}: there is no option ${name}; there are page and now`);
    const address = page ?? "";
    if (typeof address !== "string") throw new TypeError(`${call}: page is the address of a page, and not ${named(page)}`);
    if (address && !ask(glue => glue.is_address(address), true)) {
      throw new TypeError(`${call}: page: expected an absolute http or https address`);
    }
    const time = timeOf(now, call);
    const { bytes, isDecoded } = bytesOf(input, call);
    const answer = ask(glue => glue[call](bytes, isDecoded, address, time), undefined);
    return answer === undefined ? otherwise : JSON.parse(answer);
  }

  /**
   * What renders with these options; the last one is kept, since most calls have the same.
   * @param {ToolkitGlue} glue
   * @param {[string, unknown][]} options
   */
  function rendererOf(glue, options) {
    let key = "";
    for (const [name, value] of options) key += `${name}\0${typeof value}\0${value}\0`;
    if (renderer && key === rendererKey) return renderer;
    renderer?.free();
    renderer = undefined;
    const made = new glue.Renderer();
    let isPage = false;
    let wrong;
    for (const [name, value] of options) {
      if (name === "page") {
        isPage = value === true;
        continue;
      }
      const expected = made.set(/** @type {string} */ (attributes.get(name)), String(value));
      if (expected !== undefined) wrong ??= `${name}: ${expected}`;
    }
    wrong ??= made.settle(isPage);
    if (wrong === undefined) {
      rendererKey = key;
      return (renderer = made);
    }
    made.free();
    return wrong;
  }

  return {
    version,

    /**
     * @param {unknown} input
     * @param {unknown} [options]
     */
    read: (input, options) => reading("read", input, options, { format: null, articles: [], diagnostics: [BROKEN] }),

    /**
     * @param {unknown} input
     * @param {unknown} [options]
     */
    check: (input, options) =>
      reading("check", input, options, [{ index: 0, ok: false, format: null, article: null, diagnostics: [BROKEN] }]),

    /**
     * @param {unknown} input
     * @param {unknown} [options]
     */
    render(input, options) {
      const { now, ...others } = optionsOf(options, "render");
      const told = Object.entries(others).filter(([, value]) => value !== undefined && value !== null);
      for (const [name, value] of told) {
        if (name !== "page" && !attributes.has(name)) {
          throw new TypeError(`render: there is no option ${name}; there are ${[...attributes.keys()].join(", ")}, page and now`);
        }
        expect(name, value);
      }
      const time = timeOf(now, "render");
      const { bytes, isDecoded } = bytesOf(input, "render");
      const answer = ask(
        glue => {
          const renderer = rendererOf(glue, told);
          if (typeof renderer === "string") return renderer;
          const html = renderer.render(bytes, isDecoded, time);
          const diagnostics = renderer.told();
          return { html, diagnostics: diagnostics === undefined ? [] : JSON.parse(diagnostics) };
        },
        { html: "", diagnostics: [BROKEN] },
      );
      if (typeof answer === "string") throw new TypeError(`render: ${answer}`);
      return answer;
    },

    schema: () => JSON.parse(instance().schema()),

    /** @param {unknown} [options] */
    stylesheet(options) {
      const { page, ...others } = optionsOf(options, "stylesheet");
      for (const name in others) throw new TypeError(`stylesheet: there is no option ${name}; there is page`);
      expect("page", page ?? false, "stylesheet");
      return JSON.parse(instance().stylesheet(page === true));
    },
  };
}

/**
 * Refuses an option of another type than it has.
 * @param {string} name
 * @param {unknown} value
 */
function expect(name, value, call = "render") {
  const type = name === "page" ? "boolean" : "string";
  const isLevel = name === "headingLevel" && typeof value === "number";
  if (typeof value !== type && !isLevel) throw new TypeError(`${call}: ${name} is a ${type}, and not ${named(value)}`);
}

/**
 * The name of an attribute as a property: `headingLevel`.
 * @param {string} name
 */
const propertyOf = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
