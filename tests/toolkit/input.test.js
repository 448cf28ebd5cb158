// Whatever is given: each input has its diagnostic, none stops the program, and the next call works.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as whole from "article-card/toolkit";
import * as small from "article-card/render";
import { inputs } from "./inputs.js";

const MIB = 1024 * 1024;
const PAGE = '<!doctype html><html lang="ru"><head><meta charset="windows-1251">';

/** What is told of an input, and that the next one is read. */
function told(input, { read, check, render } = whole) {
  const { articles, diagnostics } = read(input);
  const checked = check(input).flatMap(({ diagnostics }) => diagnostics);
  const { html, diagnostics: rendered } = render(input);
  assert.equal(articles.length === 0, html === "");
  for (const all of [diagnostics, checked, rendered]) {
    assert.ok(all.every(({ code }) => code !== "render-panic"), JSON.stringify(all));
    assert.ok(all.every(({ line, column, message }) => line >= 1 && column >= 1 && message), JSON.stringify(all));
    if (articles.length === 0) assert.ok(all.some(({ severity }) => severity === "error"), JSON.stringify(all));
  }
  assert.equal(read('{"headline": "Next"}').articles[0].headline, "Next");
  return diagnostics.map(({ code, path }) => `${code} ${path}`);
}

test("what JavaScript's texts can hold and no file can", () => {
  assert.deepEqual(told('{"headline": "a\0b"}'), ["json-syntax $"]);
  assert.deepEqual(told('{"headline": "a\ud800b"}'), ["bad-encoding $"]);
  assert.match(whole.read('{"headline": "a\ud800b"}').diagnostics[0].message, /surrogate/);
  const { line, column } = whole.read('{"headline":\n "a\ud800b"}').diagnostics[0];
  assert.deepEqual({ line, column }, { line: 2, column: 4 });
  assert.deepEqual(told('{"headline": "a\udfff"}\udc00'), ["bad-encoding $"]);
  // As objects they are written as escapes, whose rules are the reader's.
  assert.deepEqual(told({ headline: "a\0b" }), ["bad-text $.headline"]);
  assert.deepEqual(told({ headline: "a\ud800b" }), ["json-syntax $"]);
  assert.match(whole.read({ headline: "a\ud800b" }).diagnostics[0].message, /surrogate/);
  assert.deepEqual(told(`${PAGE}<title>A story about half a \ud83d sign</title><article><h1>A story about half a \ud83d sign</h1></article>`).slice(0, 1), ["bad-encoding meta[charset]"]);
});

test("a value that is no article", () => {
  for (const [input, codes] of [
    ["", ["no-data $"]],
    [" \n", ["no-data $"]],
    [new Uint8Array(), ["no-data $"]],
    ["null", ["wrong-type $"]],
    ["42", ["wrong-type $"]],
    ['"text"', ["wrong-type $"]],
    [[], ["wrong-type $"]],
    [{}, ["missing-field $.headline"]],
    [{ headline: 42 }, ["wrong-type $.headline"]],
    ["hello", ["json-syntax $"]],
  ]) assert.deepEqual(told(input), codes, JSON.stringify(input));
});

test("16 MiB of anything, and more", { timeout: 120_000 }, () => {
  for (const [input, code] of [
    ["word ".repeat((16 * MIB) / 5), "too-large $"],
    [new Uint8Array(16 * MIB + 1).fill(0x78), "too-large $"],
    [`${PAGE}${"<div>".repeat(3 * MIB)}`, "too-deep html"],
    [`${PAGE}${"x".repeat(17 * MIB)}`, "too-large html"],
    [{ headline: "x".repeat(17 * MIB) }, "too-large $"],
    ["[".repeat(100_000), "too-deep $"],
    [`{"headline": "${"x".repeat(MIB)}"}`, "truncated $.headline"],
    ["\ud800".repeat(17 * MIB), "too-large $"],
  ]) {
    const all = told(input);
    assert.ok(all.includes(code), `${all}`);
  }
});

test("an instance that has read much gives its memory back", { timeout: 120_000 }, () => {
  const page = PAGE + "<b><p>".repeat(2 * MIB);
  const before = process.memoryUsage().rss;
  for (let times = 0; times < 8; times++) whole.read(page);
  assert.ok(process.memoryUsage().rss - before < 512 * MIB, `${process.memoryUsage().rss - before}`);
});

test("a body that was cut short, wherever it was", () => {
  const body = Buffer.from(JSON.stringify({ headline: "Fähren im Frühling 👩‍🚀", bullets: ["é"] }));
  for (let length = 0; length < body.length; length++) told(body.subarray(0, length));
});

test("a page in another encoding, as bytes and as a text that was decoded", () => {
  const headline = "Поезд в Триест возвращается";
  const page = `${PAGE}<title>${headline}</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${headline}"}</script></head><body><h1>${headline}</h1></body></html>`;
  const cyrillic = Buffer.from([...page].map(sign => (sign >= "А" && sign <= "я" ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0))));
  for (const input of [page, cyrillic]) {
    const { format, articles, diagnostics } = whole.read(input);
    assert.deepEqual([format, articles[0]?.headline, diagnostics], ["page", headline, []]);
  }
  // As bytes of UTF-8 it contradicts itself.
  assert.deepEqual(told(Buffer.from(page)), ["bad-encoding meta[charset]"]);
});

test("what the small entry does not read is told by name", () => {
  for (const input of [PAGE, "Headline\n\nBy Ada Marin\n\n27 February 2026\n\nText."]) {
    const [{ code, message }] = small.read(input).diagnostics;
    assert.equal(code, "json-syntax");
    assert.match(message, /HTML pages and copied text are not read here/);
    told(input, small);
  }
});

test("inputs that are changed at random", { timeout: 600_000 }, context => {
  const all = inputs().map(({ bytes }) => bytes);
  const rounds = Number(process.env.ARTICLE_CARD_ROUNDS ?? 3000);
  const SIGNS = ["\0", "\ud800", "<", "</script>", '"', "\\", "{", "}", "[", "]", ",", ":", "\u202e", "🚀", "<p>", "<!--", "9".repeat(400), "é".repeat(999)];
  // Mulberry32: the same inputs in every run.
  let seed = Number(process.env.ARTICLE_CARD_SEED ?? 1);
  const random = limit => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  let cards = 0;
  for (let round = 0; round < rounds; round++) {
    let input = Buffer.from(all[random(all.length)]);
    for (let changes = 1 + random(4); changes--;) {
      const [at, length] = [random(input.length + 1), random(40)];
      const other = all[random(all.length)];
      const piece = [Buffer.from(SIGNS[random(SIGNS.length)]), other.subarray(random(other.length), random(other.length)), Buffer.from([random(256)])][random(3)];
      input = Buffer.concat([input.subarray(0, at), piece, input.subarray(at + random(2) * length)]);
    }
    const given = random(2) ? input : input.toString("latin1");
    for (const { check, render } of [whole, small]) {
      const { html, diagnostics } = render(given);
      const panics = [...diagnostics, ...check(given).flatMap(({ diagnostics }) => diagnostics)].filter(({ code }) => code === "render-panic");
      assert.deepEqual(panics, [], `round ${round}: ${JSON.stringify(input.toString("latin1"))}`);
      cards += html === "" ? 0 : 1;
    }
  }
  assert.ok(cards > rounds / 10, `${cards}`);
  context.diagnostic(`${rounds} inputs, of which ${cards / 2} give a card`);
});
