// What is said of the input, and what of an address in the place of a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { soleAddress, webAddress } from "../../workbench/input/address.js";
import { titleOf, understood } from "../../workbench/input/understood.js";

/**
 * @param {string} input
 * @param {any[]} formats
 */
const sentence = (input, ...formats) => {
  const none = { ok: true, article: null, diagnostics: [], rows: [] };
  const articles = formats.map((format, index) => ({ ...none, index, format }));
  return understood({ input, articles, took: 1 }, false);
};

test("addresses of the web, and nothing else", () => {
  assert.equal(webAddress(" https://a.example/b?c#d "), "https://a.example/b?c#d");
  assert.equal(webAddress("HTTP://A.example"), "http://a.example/");
  const others = ["", "a.example", "javascript:alert(1)", "ftp://a.example/", "https://", "https:// a", "https://a/ b"];
  for (const text of others) {
    assert.equal(webAddress(text), undefined, text);
  }
});

test("an address alone is told from a text that begins with one", () => {
  assert.equal(soleAddress("https://a.example/story\n"), "https://a.example/story");
  assert.equal(soleAddress("https://a.example/story\nA headline"), undefined);
  assert.equal(soleAddress(`https://a.example/${"a".repeat(9000)}`), undefined);
});

test("the sentence says the format and how many articles there are", () => {
  assert.equal(sentence("{}", "card"), "Understood as the card's own JSON.");
  assert.equal(sentence("<html>", "page", "page"), "Understood as an HTML page, with 2 articles.");
  assert.equal(sentence("[]", "json-ld", "ninjs"), "Understood as JSON-LD and ninjs, with 2 articles.");
  assert.match(sentence("?", null), /^Nothing we know/);
  assert.match(sentence(" \n", null), /^Nothing yet/);
});

test("an address is answered with how to get the source", () => {
  assert.match(sentence("https://a.example/b", "text"), /only an address.*Open a\.example .*Ctrl\+U.*Ctrl\+V/);
  assert.match(understood({ input: "https://a.example/b", articles: [], took: 1 }, true), /⌥⌘U/);
});

test("half a JSON is neither unknown nor understood", () => {
  const diagnostics = [{ severity: "error", code: "json-syntax", path: "$", message: "", line: 1, column: 2 }];
  const article = { index: 0, ok: false, format: null, article: null, diagnostics, rows: [] };
  assert.match(understood({ input: "{", articles: [/** @type {any} */ (article)], took: 1 }, false), /cannot be read yet/);
});

test("an article without a headline has a title, too", () => {
  const none = { ok: false, format: null, diagnostics: [], rows: [] };
  assert.equal(titleOf({ ...none, index: 1, article: null }), "Article 2, without a headline");
  assert.equal(titleOf({ ...none, index: 0, article: { headline: "A" } }), "A");
});
