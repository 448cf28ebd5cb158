// Columns in bytes and in units of UTF-16, and the language of a text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf, PLAIN_FROM } from "../../workbench/editor/language.js";
import { endOf, unitsBefore, withPlainLines } from "../../workbench/editor/places.js";

test("a column of bytes becomes one of units", () => {
  const line = "aä€😀b";
  const columns = [1, 2, 4, 7, 11, 12, 99];
  assert.deepEqual(columns.map(column => unitsBefore(line, column)), [0, 1, 2, 3, 5, 6, 6]);
});

test("the same column as the encoder counts", () => {
  const line = '{"Überschrift": "日本 😀 \ud800 x", ';
  for (let at = 0; at <= line.length; at += 1) {
    if (/[\udc00-\udfff]/.test(line[at] ?? "") && /[\ud800-\udbff]/.test(line[at - 1])) continue;
    assert.equal(unitsBefore(line, new TextEncoder().encode(line.slice(0, at)).length + 1), at);
  }
});

test("a column within a character is the place before it", () => {
  assert.equal(unitsBefore("a€b", 3), 1);
  assert.equal(unitsBefore("😀", 3), 0);
  assert.equal(unitsBefore("abc", 0), 0);
});

test("marks cover a word, a text or a tag", () => {
  assert.equal(endOf('"a \\" b": 1', 0), 8);
  assert.equal(endOf('x: tru, "', 3), 6);
  assert.equal(endOf("<meta name=x>y", 0), 13);
  assert.equal(endOf("{}", 0), 1);
  assert.equal(endOf("abc", 3), 3);
  assert.equal(endOf("😀", 0), 2);
  assert.equal(endOf("a".repeat(500), 0), 200);
});

test("lines end alike", () => {
  assert.equal(withPlainLines("\uFEFFa\r\nb\rc\nd"), "a\nb\nc\nd");
});

test("the language is told by the beginning", () => {
  assert.equal(languageOf(' \n{"a": 1}'), "json");
  assert.equal(languageOf("\uFEFF[1]"), "json");
  assert.equal(languageOf("\n<!doctype html>"), "html");
  assert.equal(languageOf("A headline"), "plain");
  assert.equal(languageOf(""), "plain");
  assert.equal(languageOf("{", PLAIN_FROM + 1), "plain");
});
