// The card's look: a field for each custom property, the contrast of its colours as one types, and the CSS to copy.

import { codeBlock, make } from "./elements.js";
import { colours, hex } from "./theme/colour.js";
import { contrast, judged, over } from "./theme/contrast.js";
import { isColour, isFont, themeField } from "./theme/fields.js";
import { rule } from "./theme/rule.js";

/** @typedef {import("./bench.js").Bench} Bench */
/** @typedef {import("./theme/fields.js").CustomProperty} CustomProperty */

const GROUND = "--article-card-background";
/** What lies on the background, and as what it is seen. @type {[string, string, "text" | "mark" | "line"][]} */
const PAIRS = [
  ["--article-card-text", "Text", "text"],
  ["--article-card-muted", "Muted", "text"],
  ["--article-card-accent", "Accent", "text"],
  ["--article-card-focus", "Focus", "mark"],
  ["--article-card-rule", "Rule", "line"],
];
const SCHEMES = /** @type {const} */ (["light", "dark"]);

/**
 * @param {HTMLElement} root
 * @param {Bench} bench
 * @param {{ tables: any, say?: (text: string) => void }} needed
 */
export function openTheme(root, bench, { tables, say = () => {} }) {
  /** @type {CustomProperty[]} */
  const properties = tables?.element?.cssProperties ?? [];
  const rgba = colours(root);

  const fields = new Map(properties.map(property => [property.name, themeField(property, (value, isStep) => {
    const { [property.name]: _, ...others } = bench.state.theme;
    // In the order of the table, so that the same theme is the same text.
    const theme = value ? { ...others, [property.name]: value } : others;
    bench.set({ theme: sorted(theme) }, { isStep });
  })]));

  /** @param {Record<string, string>} theme */
  function sorted(theme) {
    const names = properties.map(({ name }) => name).filter(name => name in theme);
    return Object.fromEntries(names.map(name => [name, theme[name]]));
  }

  /** @param {string} title @param {(property: CustomProperty) => boolean} isOf */
  const group = (title, isOf) => make("fieldset", {}, make("legend", { textContent: title }),
    ...properties.filter(isOf).flatMap(({ name }) => fields.get(name)?.root ?? []));

  const found = make("tbody");
  const titles = ["Colour", "Light", "Dark"].map(textContent => make("th", { scope: "col", textContent }));
  const table = make("table", { className: "contrast" },
    make("caption", { textContent: "Contrast on the background" }),
    make("thead", {}, make("tr", {}, ...titles)),
    found);
  const behind = make("p", { className: "note", hidden: true });
  const summary = make("p", { className: "note", role: "status" });
  const css = codeBlock("the CSS", say);
  const nothing = make("p", { className: "note", textContent: "All is as it comes: no rule is needed." });
  const all = make("button", { type: "button", textContent: "Reset all" });
  const head = make("div", { className: "code-head" }, make("h3", { textContent: "The CSS to copy" }), css.copy, all);
  root.classList.add("theme");
  root.append(
    group("Colours", isColour),
    make("p", { className: "note", textContent: "One colour for both, or light-dark(#a3182b, #ff8e85) for each." }),
    table, behind, summary,
    group("Fonts", isFont),
    group("Sizes", property => !isColour(property) && !isFont(property)),
    head, nothing, css.pre,
  );

  /** @param {string} name */
  const valueOf = name => bench.state.theme[name] ?? properties.find(property => property.name === name)?.default ?? "";

  function compare() {
    let isSeenThrough = false;
    let wanting = 0;
    const cells = PAIRS.filter(([name]) => fields.has(name)).map(([name, title, use]) => {
      const row = make("tr", {}, make("th", { scope: "row", textContent: title }));
      for (const scheme of SCHEMES) {
        const page = rgba("Canvas", scheme);
        const own = rgba(valueOf(GROUND), scheme);
        const colour = rgba(valueOf(name), scheme);
        if (!page || !own || !colour) {
          row.append(make("td", { textContent: "depends on your page" }));
          continue;
        }
        if (own[3] < 1) isSeenThrough = true;
        const { isEnough, text } = judged(contrast(colour, over(own, page)), use);
        if (!isEnough) wanting += 1;
        row.append(make("td", { className: isEnough ? "" : "wrong", textContent: isEnough ? text : `✕ ${text}` }));
      }
      return row;
    });
    found.replaceChildren(...cells);
    behind.hidden = !isSeenThrough;
    behind.textContent = isSeenThrough
      ? "The background lets your page through; this is computed on the browser's own white or black." : "";
    const count = wanting === 1 ? "One of these has" : `${wanting} of these have`;
    const words = wanting === 0 ? "" : `${count} too little contrast.`;
    // Said once, and not with every letter.
    if (summary.textContent !== words) summary.textContent = words;
  }

  function update() {
    const { theme } = bench.state;
    for (const [name, field] of fields) {
      field.update(theme[name] ?? "");
      const colour = field.picker && rgba(valueOf(name), "light");
      if (field.picker && colour) field.picker.value = hex(colour);
    }
    compare();
    const text = rule(theme);
    css.code.textContent = text;
    css.pre.hidden = css.copy.hidden = all.hidden = text === "";
    nothing.hidden = text !== "";
  }

  all.addEventListener("click", () => {
    bench.set({ theme: {} });
    for (const field of fields.values()) field.clear();
    say("All is as it comes again");
  });
  let { theme } = bench.state;
  bench.addEventListener("state", () => {
    // Colours are measured on a canvas, which is not to be done at every key that is pressed in the editor.
    if (bench.state.theme === theme) return;
    theme = bench.state.theme;
    update();
  });
  update();
}
