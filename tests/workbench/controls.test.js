// What the controls make of the element's declaration, and what of a choice becomes part of the state.
import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, hintOf, isOpen, kindOf, title, titleOf, withAttribute, wordsOf } from "../../workbench/controls/attributes.js";
import { widthOf, zoneOf } from "../../workbench/controls/view.js";

const attribute = (name, text) => ({ name, type: { text } });

test("the words of a union", () => {
  assert.deepEqual(wordsOf("'standard' | 'compact' | 'hero'"), ["standard", "compact", "hero"]);
  assert.deepEqual(wordsOf('"_self" | "_blank"'), ["_self", "_blank"]);
  assert.deepEqual(wordsOf("'publisher' | 'reader' | string"), ["publisher", "reader"]);
  assert.deepEqual(wordsOf("string"), []);
  assert.equal(isOpen("'publisher' | string"), true);
  assert.equal(isOpen("'string' | 'other'"), false);
});

test("each attribute has a control of its kind", () => {
  assert.equal(kindOf(attribute("layout", "'standard' | 'compact'")), "words");
  assert.equal(kindOf(attribute("heading-level", "'3' | '2' | '4'")), "number");
  assert.equal(kindOf(attribute("time-zone", "'publisher' | 'reader' | string")), "text");
  assert.equal(kindOf(attribute("link-params", "string")), "text");
  assert.equal(kindOf(attribute("lang", "string")), "language");
  assert.equal(kindOf(attribute("hide", "'figure' | 'caption' | string")), "parts");
});

test("an attribute at its default is left out", () => {
  const layout = { name: "layout", default: "standard" };
  const before = Object.freeze({ layout: "hero", lang: "de" });
  assert.deepEqual(withAttribute(before, layout, "standard"), { lang: "de" });
  assert.deepEqual(withAttribute(before, layout, " "), { lang: "de" });
  assert.deepEqual(withAttribute(before, layout, "compact"), { lang: "de", layout: "compact" });
  assert.deepEqual(withAttribute({}, { name: "link-params" }, " a=b "), { "link-params": "a=b" });
  assert.deepEqual(withAttribute({}, layout, "standard"), {});
});

test("every attribute but `for` stands in one group", () => {
  const names = ["for", "layout", "lang", "hide", "new-one"];
  const groups = grouped(names.map(name => attribute(name, "string")));
  const found = groups.map(group => [group.name, group.attributes.map(({ name }) => name)]);
  assert.deepEqual(found, [["Card", ["layout", "hide"]], ["Language and time", ["lang"]], ["More", ["new-one"]]]);
});

test("names and hints are for people", () => {
  assert.equal(title("reading-time"), "Reading time");
  assert.equal(title("_blank"), "_blank");
  assert.equal(title("rtl"), "Right to left");
  assert.equal(titleOf("dir"), "Direction");
  assert.equal(titleOf("heading-level"), "Heading level");
  assert.equal(hintOf("see [languages](languages.md)"), "See languages.");
  assert.equal(hintOf("`auto` follows the page. It does more."), "auto follows the page.");
  assert.equal(hintOf("which clock\n\nValues, the default first: `publisher`."), "Which clock.");
  assert.equal(hintOf(undefined), "");
});

test("a width stays within what the stage takes", () => {
  assert.equal(widthOf("480"), 480);
  assert.equal(widthOf("100"), 240);
  assert.equal(widthOf("5000"), 1000);
  assert.equal(widthOf(""), undefined);
  assert.equal(widthOf("wide"), undefined);
});

test("only a zone that there is counts", () => {
  assert.equal(zoneOf(" Asia/Tokyo "), "Asia/Tokyo");
  assert.equal(zoneOf("Mars/Olympus"), "");
  assert.equal(zoneOf(""), "");
});
