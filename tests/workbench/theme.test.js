// Contrast by the formula of WCAG, and what may be a value of a theme.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hex, sides } from "../../workbench/theme/colour.js";
import { contrast, inWords, judged, over } from "../../workbench/theme/contrast.js";
import { problem } from "../../workbench/theme/fields.js";
import { refusal, rule } from "../../workbench/theme/rule.js";

/** @param {string} text @returns {[number, number, number, number]} */
const rgba = text => {
  const digits = text.length === 4 ? text.slice(1).replace(/./g, "$&$&") : text.slice(1);
  return [0, 2, 4].map(at => parseInt(digits.slice(at, at + 2), 16)).concat(1);
};
const ratio = (one, other) => contrast(rgba(one), rgba(other)).toFixed(2);

test("known contrasts", () => {
  assert.equal(ratio("#000", "#fff"), "21.00");
  assert.equal(ratio("#fff", "#000"), "21.00");
  assert.equal(ratio("#fff", "#fff"), "1.00");
  assert.equal(ratio("#767676", "#fff"), "4.54");
  assert.equal(ratio("#777777", "#fff"), "4.48");
  assert.equal(ratio("#ff0000", "#fff"), "4.00");
  assert.equal(ratio("#0000ff", "#fff"), "8.59");
  assert.equal(ratio("#949494", "#fff"), "3.03");
});

test("what is transparent lets the ground through", () => {
  assert.deepEqual(over([0, 0, 0, 0.5], [255, 255, 255, 1]), [127.5, 127.5, 127.5, 1]);
  assert.deepEqual(over([0, 0, 0, 0], [255, 255, 255, 1]), [255, 255, 255, 1]);
  assert.deepEqual(over([1, 2, 3, 0], [4, 5, 6, 0]), [0, 0, 0, 0]);
  const [red, , , alpha] = over([255, 0, 0, 0.5], [0, 0, 0, 0.5]);
  assert.deepEqual([red, alpha], [170, 0.75]);
  assert.equal(contrast([0, 0, 0, 0], [255, 255, 255, 1]), 1);
});

test("too little is told, and never rounded up", () => {
  assert.equal(inWords(4.4999), "4.4:1");
  assert.equal(inWords(21), "21:1");
  assert.deepEqual(judged(3.95, "text"), { isEnough: false, text: "3.9:1, too little for text: at least 4.5:1" });
  assert.deepEqual(judged(4.5, "text"), { isEnough: true, text: "4.5:1" });
  assert.equal(judged(2.99, "mark").isEnough, false);
  assert.equal(judged(3, "mark").isEnough, true);
  assert.equal(judged(1.4, "line").isEnough, true);
});

test("the card's own colours have enough, light and dark, as docs/look.md has them", () => {
  const look = readFileSync(new URL("../../docs/look.md", import.meta.url), "utf8");
  const rows = new Map([...look.matchAll(/^\| `--article-card-(\w+)` \| `(#\w+)` \| `(#\w+)` /gm)].map(row => [row[1], row]));
  for (const index of [2, 3]) {
    for (const name of ["text", "muted", "accent"]) {
      assert.ok(Number(ratio(rows.get(name)[index], rows.get("background")[index])) >= 4.5, `${name} ${index}`);
    }
  }
});

test("both sides of light-dark", () => {
  assert.deepEqual(sides("light-dark(#fff, #17181b)"), { light: "#fff", dark: "#17181b" });
  assert.deepEqual(sides("light-dark(rgb(1, 2, 3), color-mix(in srgb, red, blue))"),
    { light: "rgb(1, 2, 3)", dark: "color-mix(in srgb, red, blue)" });
  assert.deepEqual(sides("red"), { light: "red", dark: "red" });
  assert.equal(hex([163, 24, 43, 1]), "#a3182b");
});

test("no value breaks out of its rule", () => {
  const bad = [
    "red; color: blue", "red } body { display: none", "red}", "{", "red !important", "/* x", "red /* x */",
    "url(//evil.example)", "URL(x)", "\\7d", "a\nb", '"open', "'open", "</style>", '"</style>"', "rgb(1,2,3", "red)", "[)", "image-set(url(x))",
  ];
  for (const value of bad) {
    assert.notEqual(refusal(value), "", value);
    assert.equal(rule({ "--article-card-accent": value }), "", value);
  }
  const good = [
    "#fff", "rgb(1 2 3 / 50%)", "light-dark(#fff, #000)", '"Noto Serif; x}", serif', "var(--brand, red)",
    "clamp(1em, .9em + .8cqi, 2em)", "oklch(45% 0.16 20)",
  ];
  for (const value of good) assert.equal(refusal(value), "", value);
});

test("the rule has the card's custom properties only", () => {
  assert.equal(rule({ "--article-card-accent": " red ", "--other": "1", "color": "red", "--article-card-x}": "1" }),
    "article-card {\n  --article-card-accent: red;\n}\n");
  assert.equal(rule({}), "");
});

test("what is wrong with a value is said", () => {
  const asked = [];
  const supports = (name, value) => (asked.push(name), value !== "wrong");
  const colour = { name: "--article-card-accent", syntax: "<color>" };
  assert.match(problem(colour, "wrong", supports), /no colour/);
  assert.equal(problem(colour, "red", supports), "");
  assert.match(problem(colour, "inherit", supports), /empty the field/);
  assert.match(problem(colour, "red;", supports), /must not have ;/);
  assert.match(problem({ name: "--article-card-text-size" }, "wrong", supports), /a size of text/);
  assert.match(problem({ name: "--article-card-headline-font" }, "wrong", supports), /a list of fonts/);
  assert.match(problem({ name: "--article-card-padding" }, "0", supports), /0px/);
  assert.deepEqual(asked, ["color", "color", "font-size", "font-family"]);
});
