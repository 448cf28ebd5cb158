// The toolkit as JavaScript sees it. `crates/toolkit/js/entries/` has a file for each kind of host, which says how the
// compiled WebAssembly comes; what is done with it is here and the same everywhere.
import { htmlOf, put } from "./border.js";
import { inputOf, named, optionsOf, timeOf } from "./input.js";
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

/** The same as a row. */
const BROKEN_ROW = {
  field: "–",
  value: "",
  from: BROKEN.path,
  line: BROKEN.line,
  column: BROKEN.column,
  notes: [{ severity: BROKEN.severity, code: BROKEN.code, text: BROKEN.message }],
};

/**
 * The functions of the toolkit on a compiled WebAssembly.
 * @param {WebAssembly.Module} module
 * @param {import("./border.js").ReadWide} [readWide] where the host reads UTF-16 quickly
 */
export function open(module, readWide) {
  /** @type {ToolkitGlue | undefined} */
  let glue;
  /**
   * What rendered last, and with which options: most calls have the same.
   * @type {ToolkitRenderer | undefined}
   */
  let renderer;
  /** @type {string | undefined} */
  let rendererKey;

  const instance = () => (glue ??= start(module));
  const version = instance().version();
  const isWhole = instance().is_whole();
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
      if (glue.memory().byteLength > LARGE) discard();
      return answer;
    } catch {
      discard();
      return otherwise;
    }
  }

  function discard() {
    glue = renderer = rendererKey = undefined;
  }

  /**
   * @param {"read" | "check"} call
   * @param {unknown} input
   * @param {unknown} options
   * @param {(hasRows: boolean) => unknown} otherwise
   */
  function reading(call, input, options, otherwise) {
    const { page, now, ...others } = optionsOf(options, call);
    const isCheck = call === "check";
    const known = isCheck ? ["every", "rows"] : ["every"];
    for (const [name, value] of Object.entries(others)) {
      if (!known.includes(name)) {
        throw new TypeError(`${call}: there is no option ${name}; there are page, now${isCheck ? ", every and rows" : " and every"}`);
      }
      expect(name, value ?? false, call);
      if (value && !isWhole) throw new TypeError(`${call}: only article-card/toolkit has the option ${name}`);
    }
    const every = others.every === true;
    const hasRows = others.rows === true;
    const address = page ?? "";
    if (typeof address !== "string") throw new TypeError(`${call}: page is the address of a page, and not ${named(page)}`);
    if (address && !ask(glue => glue.is_address(address), true)) {
      throw new TypeError(`${call}: page: expected an absolute http or https address`);
    }
    const time = timeOf(now, call);
    const given = inputOf(input, call);
    const answer = ask(glue => {
      const length = put(glue, given.input);
      return isCheck
        ? glue.check(length, given.isDecoded, address, time, every, hasRows)
        : glue.read(length, given.isDecoded, address, time, every);
    }, undefined);
    return answer === undefined ? otherwise(hasRows) : JSON.parse(answer);
  }

  /**
   * Refuses an option that there is none of, or that is of another type.
   * @param {Record<string, unknown>} options
   */
  function expectAll(options) {
    for (const [name, value] of Object.entries(options)) {
      if (name !== "page" && !attributes.has(name)) {
        throw new TypeError(`render: there is no option ${name}; there are ${[...attributes.keys()].join(", ")}, page and now`);
      }
      if (value != null) expect(name, value);
    }
  }

  /**
   * What renders with these options, or what is wrong with one of them.
   * @param {ToolkitGlue} glue
   * @param {Record<string, unknown>} options
   * @param {string} key
   */
  function rendererOf(glue, options, key) {
    if (renderer && key === rendererKey) return renderer;
    renderer?.free();
    renderer = rendererKey = undefined;
    const made = new glue.Renderer();
    let wrong;
    for (const [name, attribute] of attributes) {
      const value = options[name];
      const expected = value == null ? undefined : made.set(attribute, String(value));
      if (expected !== undefined) wrong ??= `${name}: ${expected}`;
    }
    wrong ??= made.settle(options.page === true);
    if (wrong !== undefined) {
      made.free();
      return wrong;
    }
    rendererKey = key;
    return (renderer = made);
  }

  return {
    version,

    /**
     * @param {unknown} input
     * @param {unknown} [options]
     */
    read: (input, options) => reading("read", input, options, () => ({ format: null, articles: [], diagnostics: [BROKEN] })),

    /**
     * @param {unknown} input
     * @param {unknown} [options]
     */
    check: (input, options) =>
      reading("check", input, options, hasRows => {
        const broken = { index: 0, ok: false, format: null, article: null, diagnostics: [BROKEN] };
        return [hasRows ? { ...broken, rows: [BROKEN_ROW] } : broken];
      }),

    /**
     * @param {unknown} input
     * @param {unknown} [options]
     */
    render(input, options) {
      const { now, ...others } = optionsOf(options, "render");
      const key = keyOf(others);
      if (key === undefined || key !== rendererKey) expectAll(others);
      const time = timeOf(now, "render");
      const given = inputOf(input, "render");
      const answer = ask(
        glue => {
          const renderer = rendererOf(glue, others, key ?? "");
          if (typeof renderer === "string") return renderer;
          const length = renderer.render(put(glue, given.input), given.isDecoded, time);
          const html = htmlOf(glue, renderer, length, readWide);
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
  const type = ["page", "every", "rows"].includes(name) ? "boolean" : "string";
  const isLevel = name === "headingLevel" && typeof value === "number";
  if (typeof value !== type && !isLevel) throw new TypeError(`${call}: ${name} is a ${type}, and not ${named(value)}`);
}

/**
 * A text that is the same for the same options; none if there is one of a type that no option has.
 * @param {Record<string, unknown>} options
 */
function keyOf(options) {
  let key = "";
  for (const name in options) {
    const value = options[name];
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean" && value != null) return;
    key += `${name}\0${typeof value}\0${value}\0`;
  }
  return key;
}

/**
 * The name of an attribute as a property: `headingLevel`.
 * @param {string} name
 */
const propertyOf = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
