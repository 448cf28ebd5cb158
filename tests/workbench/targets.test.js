// The embed code: what stands in it is safe, spelt as each framework wants it, and of the shape of the tested examples.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { withTheme, wholePage } from "../../workbench/out/pages.js";
import { asFlags, asHtml, asJsx, json, literal, property, rust, shell } from "../../workbench/out/spelling.js";
import { TARGETS, targetOf } from "../../workbench/out/targets.js";
import { gzipped, size, styleHash } from "../../workbench/out/weight.js";

const ROOT = new URL("../../", import.meta.url);
const NASTY = `"'</script><!-- & \`\${x}\` {{ y }} {% z %} \\ \u2028 -->`;
const ATTRIBUTES = { layout: "hero", "heading-level": "2", "link-params": `a=b&c="d"'`, hide: "byline related", for: "news" };
const EMBED = {
  article: { headline: NASTY, url: "https://herald.example/?a=1&b=\"", bullets: [NASTY], language: "en-GB" },
  attributes: ATTRIBUTES,
  theme: { "--article-card-accent": "#123456" },
  kit: "https://cdn.example/article-card/",
  html: "<article-card></article-card>",
  styleHash: "sha256-AAAA",
  version: "1.0.0",
  manifest: { place: { style: "a{}", hash: "sha256-BBBB" } },
  pictures: ["https://a.example"],
};
const text = (name, file, embed = EMBED) => {
  const found = targetOf(name).files(embed).find(one => one.name.endsWith(file));
  assert.ok(found, `${name}: ${file}`);
  return found.text;
};

test("names are unique, and every example is there", () => {
  assert.equal(new Set(TARGETS.map(target => target.name)).size, TARGETS.length);
  for (const { example } of TARGETS) assert.ok(existsSync(new URL(example, ROOT)), example);
});

test("every package and function that the code imports, the example imports, too", () => {
  const words = source => [...source.matchAll(/from "(?!\.)([^"]+)"|import "(?!\.)([^"]+)"/g)].map(([, a, b]) => a ?? b);
  for (const target of TARGETS) {
    const tracked = execFileSync("git", ["ls-files", target.example], { cwd: ROOT, encoding: "utf8" }).split("\n");
    const real = tracked.filter(name => /\.(jsx?|vue|astro)$/.test(name)).map(name => readFileSync(new URL(name, ROOT), "utf8"));
    const known = new Set(real.flatMap(words));
    for (const file of target.files(EMBED)) {
      for (const word of words(file.text)) assert.ok(known.has(word), `${target.name} ${file.name}: ${word}`);
    }
  }
});

test("what is taken over from an example is still what stands there", () => {
  const real = path => readFileSync(new URL(`examples/${path}`, ROOT), "utf8");
  assert.equal(text("next", "next.config.js"), real("next/next.config.js"));
  assert.equal(text("vue", "vite.config.js"), real("vite-vue/vite.config.js"));
  assert.equal(text("astro", "content.config.js"), real("astro/src/content.config.js"));
  assert.equal(text("hugo", "shortcodes/article-card.html"), real("hugo/layouts/shortcodes/article-card.html"));
  assert.equal(text("yew", "shadow.rs"), real("yew-axum/client/src/shadow.rs"));
  assert.equal(text("vue-server", "RenderedCard.vue", { ...EMBED, attributes: {} }), real("vue-server/src/RenderedCard.vue"));
});

test("JavaScript is JavaScript, and JSON is the article", () => {
  const folder = mkdtempSync(join(tmpdir(), "embed-"));
  try {
    for (const target of TARGETS) {
      for (const file of target.files(EMBED)) {
        const script = /<script setup>([^]*?)<\/script>/.exec(file.text)?.[1];
        const source = file.language === "js" ? file.text : script;
        if (source !== undefined) {
          const path = join(folder, "file.mjs");
          writeFileSync(path, source);
          execFileSync(process.execPath, ["--check", path], { stdio: "pipe" });
        }
        if (file.name.endsWith("article.json")) assert.deepEqual(JSON.parse(file.text), EMBED.article);
        if (file.language === "sh") execFileSync("sh", ["-n"], { input: file.text });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the article as a literal is the article", async () => {
  const source = text("react", "article.js");
  const { ARTICLE } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  assert.deepEqual(ARTICLE, EMBED.article);
});

test("JSON in a script of HTML ends at its own end", () => {
  for (const page of [text("html", "card.html"), wholePage(EMBED)]) {
    const inner = /<script type="application\/json">([^]*?)<\/script>/.exec(page)?.[1] ?? "";
    assert.deepEqual(JSON.parse(inner), EMBED.article);
    assert.ok(!inner.includes("<"));
  }
  assert.equal(json("</script>\u2028"), '"\\u003c/script>\\u2028"');
});

test("the fallback is escaped", () => {
  const page = text("html", "card.html");
  assert.match(page, /<a href="https:\/\/herald.example\/\?a=1&amp;b=&quot;">&quot;'&lt;\/script&gt;&lt;!-- &amp;/);
  assert.match(text("html", "card.html", { ...EMBED, article: { headline: "A < B" } }), /<p>A &lt; B<\/p>/);
});

test("attributes as each spells them, without `for`", () => {
  assert.equal(property("relative-until"), "relativeUntil");
  assert.equal(asHtml(ATTRIBUTES),
    ` layout="hero" heading-level="2" link-params="a=b&amp;c=&quot;d&quot;'" hide="byline related"`);
  assert.equal(asJsx(ATTRIBUTES),
    ` layout="hero" headingLevel="2" linkParams={"a=b&c=\\"d\\"'"} hide="byline related"`);
  assert.equal(literal({ layout: "hero", "heading-level": "2" }), `{ layout: "hero", headingLevel: "2" }`);
  assert.equal(literal({ for: "x" }), "{}");
  assert.equal(asFlags(ATTRIBUTES),
    ` --layout=hero --heading-level=2 --link-params='a=b&c="d"'\\''' --hide='byline related'`);
  assert.equal(shell("$(rm)"), "'$(rm)'");
  assert.equal(rust("a\"\\\n\u202e"), '"a\\"\\\\\\u{a}\\u{202e}"');
});

test("each target says the attributes", () => {
  assert.match(text("html", "card.html"), /<article-card layout="hero" heading-level="2" /);
  assert.match(text("react", "Card.jsx"), /<ArticleCard article=\{ARTICLE\} layout="hero" headingLevel="2" linkParams=\{/);
  for (const name of ["react-server", "next"]) assert.match(text(name, "rendered.js"), /render\(article, \{ layout: "hero"/);
  assert.match(text("vue", "Card.vue"), /:article.prop="ARTICLE" layout="hero" heading-level="2" /);
  assert.match(text("vue-server", "article.js"), /OPTIONS = \{ layout: "hero", headingLevel: "2"/);
  assert.match(text("astro", "index.astro"), /<ArticleCard article=\{article.data\} layout="hero" headingLevel="2" /);
  assert.match(text("eleventy", "index.njk"), /\{% articleCard article, \{ layout: "hero", headingLevel: "2"/);
  assert.match(text("worker", "worker.js"), /render\(ARTICLE, \{ layout: "hero"/);
  assert.match(text("hugo", "build.sh"), /article-card render --layout=hero --heading-level=2 /);
  assert.match(text("yew", "main.rs"), /\("heading-level", "2"\)/);
  for (const target of TARGETS) {
    for (const file of target.files(EMBED)) assert.doesNotMatch(file.text, /\bfor="news"|htmlFor/, `${target.name} ${file.name}`);
  }
});

test("the theme is a stylesheet of the page, and in a page that is saved it is in it", () => {
  for (const target of TARGETS) {
    const sheet = target.files(EMBED).find(file => file.name === "your-page.css");
    const selector = target.name === "yew" ? "#article-card" : "article-card";
    assert.equal(sheet?.text, `${selector} {\n  --article-card-accent: #123456;\n}\n`, target.name);
    assert.ok(!target.files({ ...EMBED, theme: {} }).some(file => file.name === "your-page.css"), target.name);
  }
  assert.match(wholePage(EMBED), /<style>\s+article-card \{\s+--article-card-accent: #123456;/);
  assert.match(withTheme("<head></head>", EMBED.theme), /<head><style>\narticle-card \{/);
});

test("a page without the kit's manifest links the stylesheet", () => {
  assert.match(text("html", "card.html"), /^<style>a\{\}<\/style>\n<script type="module" src="https:\/\/cdn.example\//);
  const linked = text("html", "card.html", { ...EMBED, manifest: null });
  assert.match(linked, /^<link rel="stylesheet" href="https:\/\/cdn.example\/article-card\/article-card.css">/);
});

test("weight and hash", async () => {
  assert.equal(size("ä"), 2);
  const packed = await gzipped("a".repeat(1000));
  assert.ok(packed !== undefined && packed < 100);
  // README.md has this style with its hash.
  const readme = readFileSync(new URL("README.md", ROOT), "utf8");
  const line = readme.match(/^<style>.*<\/style>$/m)?.[0] ?? "";
  assert.equal(await styleHash(line), readme.match(/style-src '(sha256-[^']+)'/)?.[1]);
  assert.equal(await styleHash("<p>"), "");
});
