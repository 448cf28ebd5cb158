// Files become text by what they say of their encoding, or are refused in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../workbench/input/decoding.js";
import { isState, sort } from "../../workbench/input/files.js";

/** @param {string} text of which each character is a byte */
const bytes = text => Uint8Array.from(text, character => character.charCodeAt(0));
/** @param {string} text */
const textOf = text => decode("a.html", bytes(text)).text;

test("UTF-8, with and without its mark", () => {
  assert.equal(decode("a", new TextEncoder().encode("Zürich 日本")).text, "Zürich 日本");
  assert.equal(decode("a", new TextEncoder().encode("\uFEFFZürich")).text, "Zürich");
  assert.equal(textOf(""), "");
});

test("UTF-16 by its mark", () => {
  assert.equal(textOf("\xff\xfe{\0}\0"), "{}");
  assert.equal(textOf("\xfe\xff\0{\0}"), "{}");
});

test("a page that names its encoding is read in it", () => {
  assert.equal(textOf('<meta charset="iso-8859-2"><title>\xb1'), '<meta charset="iso-8859-2"><title>ą');
  const old = '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">';
  assert.equal(textOf(`${old}\x93\xfa\x96\x7b`), `${old}日本`);
});

test("what nobody names is windows-1252", () => {
  // From 0x80 to 0x9f on, where browsers have quotation marks, some versions of Node have none.
  assert.equal(textOf("Z\xfcrich"), "Zürich");
  assert.equal(textOf("<meta charset=nonsense>\xfc"), "<meta charset=nonsense>ü");
  assert.equal(textOf("<meta charset=utf-8>\xfc"), "<meta charset=utf-8>ü");
  assert.equal(textOf("<meta charset=utf-16>\xfc"), "<meta charset=utf-16>ü");
});

test("what is no text is refused by name", () => {
  const others = {
    "a picture": ["\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xe0", "GIF89a", "RIFF\x01\x02\x03\x04WEBP", "\0\0\0\x1cftypavif"],
    "a PDF": ["%PDF-1.7"],
    "a packed file": ["PK\x03\x04", "\x1f\x8b\x08"],
    "a film": ["\0\0\0\x1cftypisom"],
    "not text": ["abc\0def"],
  };
  for (const [word, beginnings] of Object.entries(others)) {
    for (const beginning of beginnings) {
      const { refusal } = decode("photo.bin", bytes(beginning));
      assert.ok(refusal?.includes("“photo.bin”") && refusal.includes(word), `${word}: ${refusal}`);
    }
  }
  assert.match(decode("a", new Uint8Array(16 * 2 ** 20 + 1)).refusal ?? "", /16 MiB/);
  assert.equal(textOf("BMW recalls cars"), "BMW recalls cars");
});

test("several files: texts, refusals, and a state that was saved", async () => {
  const found = await sort([
    new File(["%PDF-1.7"], "a.pdf"),
    new File(['{"headline": "A"}'], "a.json"),
    new File(["<!doctype html>"], "b.html"),
    new File(['{"articleCardBench": 1, "input": ""}'], "c.article-card.json"),
  ]);
  assert.deepEqual(found.texts.map(({ name }) => name), ["a.json", "b.html"]);
  assert.equal(found.refusals.length, 1);
  assert.match(found.state ?? "", /articleCardBench/);
});

test("a state is told by its own field, at its top", () => {
  assert.ok(isState('\uFEFF {"articleCardBench": 1}'));
  assert.ok(!isState('{"articleCardBench": 2}'));
  assert.ok(!isState('{"a": {"articleCardBench": 1}}'));
  assert.ok(!isState('{"articleCardBench": 1'));
});
