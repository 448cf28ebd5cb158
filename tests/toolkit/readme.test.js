// The lines by which the README says how a card is prerendered do what it says.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

test("the README's lines write a page with a card", async () => {
  const readme = readFileSync(process.env.ARTICLE_CARD_README ?? "", "utf8");
  const [, lines] = /```js\n(import [^\n]*article-card\/toolkit[^]*?)```/.exec(readme);
  assert.equal(lines.trimEnd().split("\n").length, 3);
  const ended = [];
  globalThis.article = { headline: "Harbour wall opens" };
  globalThis.response = { end: html => ended.push(html) };
  writeFileSync("readme.js", lines);
  await import("./readme.js");
  assert.equal(ended.length, 1);
  assert.match(ended[0], /^<main><article-card layout="hero"><template shadowrootmode="open">.*Harbour wall opens<\/h3>.*<script type="module"/s);
});
