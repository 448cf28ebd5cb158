// The sentence over the report, and the order of what is wrong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { needsLook, ordered, placed, summary } from "../../workbench/report/words.js";

const row = (/** @type {string} */ value, /** @type {any[]} */ ...severities) => ({
  field: value ? "headline" : "–",
  value,
  from: "",
  notes: severities.map(severity => ({ severity, text: "" })),
});
const checked = (/** @type {any} */ change) => ({
  index: 0,
  ok: true,
  format: /** @type {const} */ ("page"),
  article: {},
  diagnostics: [],
  rows: [row("a"), row("b", null)],
  ...change,
});
const told = (/** @type {any} */ severity, line = 1, column = 1) =>
  ({ severity, line, column, code: "", path: "$", message: "" });

test("an article in a sentence", () => {
  assert.equal(summary(checked({}), 1), "Gives a card. 2 fields from an HTML page; nothing was repaired or left out.");
  const mixed = [row("a", "warning"), row("", "warning"), row("", "warning"), row("", "info")];
  assert.equal(
    summary(checked({ rows: mixed, index: 1, format: "json-ld" }), 3),
    "Gives a card. 1 field from JSON-LD, article 2 of 3; 1 thing was repaired, 2 left out, 1 in doubt.",
  );
  assert.equal(
    summary(checked({ rows: [row("a", "warning", "warning")] }), 1),
    "Gives a card. 1 field from an HTML page; 2 things were repaired.",
  );
  assert.equal(
    summary(checked({ rows: [row("", "warning")], format: null }), 1),
    "Gives a card. 0 fields; 1 thing was left out.",
  );
  const broken = checked({ ok: false, rows: [row("", "error")], diagnostics: [told("error")] });
  assert.equal(summary(broken, 1), "Gives no card. 0 fields from an HTML page; 1 error.");
  const withheld = checked({ ok: false, rows: [row("", "warning")] });
  assert.match(summary(withheld, 1), /^Gives no card now\. /);
});

test("what is wrong stands in the order of the input", () => {
  const three = [told("info", 3, 1), told("error", 1, 9), told("warning", 1, 2)];
  assert.deepEqual(ordered(three).map(({ severity }) => severity), ["warning", "error", "info"]);
  assert.equal(three[0].severity, "info");
});

test("a row needs a look if something was wrong, and not if something was done", () => {
  assert.ok(needsLook(row("a", null, "info")));
  assert.ok(!needsLook(row("a", null)));
  assert.ok(!needsLook(row("a")));
});

test("a place in words", () => {
  assert.equal(placed({ line: 3, column: 9 }), "line 3, column 9");
  assert.equal(placed({ line: 3 }), "line 3");
});
