import assert from "node:assert/strict";
import { test } from "node:test";
import { named, preloads, recommended } from "./contenders.js";
import { beside, median, medians, short, table } from "./figures.js";
import { onPage } from "./prerendered.js";

test("the median is the middle one by size, whatever the order", () => {
  assert.equal(median([100, 3, 20]), 20);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([7]), 7);
  assert.ok(Number.isNaN(median([])));
  const given = [2, 1];
  median(given);
  assert.deepEqual(given, [2, 1]);
});

test("each figure has a median of its own", () => {
  const runs = [{ took: 3, style: 10 }, { took: 1, style: 30 }, { took: 2, style: 20 }];
  assert.deepEqual(medians(runs), { took: 2, style: 20 });
});

test("figures are as exact as they are worth", () => {
  assert.deepEqual([0, 0.1234, 3.14, 31.4, 1234.5, 1234567].map(short), ["0", "0.12", "3.1", "31", "1,235", "1,234,567"]);
  assert.equal(short(NaN), "–");
});

test("a ratio stands beside its figure where there is something to compare with", () => {
  assert.equal(beside(300, 200), "300 (1.5)");
  assert.equal(beside(50, 200), "50 (0.25)");
  assert.equal(beside(3000, 200), "3,000 (15)");
  assert.equal(beside(300), "300");
  assert.equal(beside(300, 0), "300");
});

test("a table is one of Markdown, with figures to the right", () => {
  assert.equal(table(["who", "ms"], [["we", "1"], ["they", "2"]]), "| who | ms |\n|---|--:|\n| we | 1 |\n| they | 2 |\n");
});

test("the embed is what stands before the card in the README", () => {
  const readme = "# A\n\n## Embed it\n\n```html\n<script type=\"module\" src=\"/a.js\"></script>\n\n<article-card>\n</article-card>\n```\n";
  assert.equal(recommended(readme), '<script type="module" src="/a.js"></script>');
  assert.throws(() => recommended("# A\n"));
});

test("what the README leaves open of a name is the kit's", () => {
  const files = ["a.js", "a-reader-12.wasm", "a-runtime-80f6.wasm"];
  const head = '<script src="/article-card/a.js"></script><link href="/article-card/a-runtime-<hash>.wasm">';
  assert.equal(named(head, files), head.replace("<hash>", "80f6"));
  assert.throws(() => named('<script src="/article-card/b.js">', files));
});

test("files are preloaded as the manifest says", () => {
  const files = [{ name: "a.js", preload: "modulepreload" }, { name: "a.css" }, { name: "a.wasm", preload: "fetch" }];
  assert.deepEqual(preloads({ files }), [
    '<link rel="modulepreload" href="/article-card/a.js">',
    '<link rel="preload" as="fetch" crossorigin href="/article-card/a.wasm">',
  ]);
});

test("a prerendered card becomes markup of the page with its style", () => {
  const card =
    '<article-card lang="en"><template shadowrootmode="open"><style>:host{color:red}:host([hidden]){display:none}</style>' +
    "<div><a>b</a></div></template><script>{}</script></article-card>";
  const markup = onPage(card);
  assert.equal(
    markup,
    "<static-card><style>static-card{color:red}static-card[hidden]{display:none}</style><div><a>b</a></div></static-card>",
  );
});
