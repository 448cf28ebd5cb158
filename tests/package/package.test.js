// The package as Node.js has it: what tools read, and pages that are made where there is no browser.
import Ajv from "ajv";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { createElement } from "react";
import { renderToString } from "react-dom/server";

const folder = new URL("node_modules/article-card/", import.meta.url);
const json = url => JSON.parse(readFileSync(url, "utf8"));

test("publint has nothing to say", async () => {
  const { messages } = await publint({ pkgDir: fileURLToPath(folder), pack: false });
  assert.deepEqual(messages, []);
});

test("custom-elements.json is a manifest of custom elements", () => {
  const schema = json(new URL("node_modules/custom-elements-manifest/schema.json", import.meta.url));
  const isValid = new Ajv({ strict: false }).compile(schema);
  const manifest = json(new URL("custom-elements.json", folder));
  assert.ok(isValid(manifest), JSON.stringify(isValid.errors?.slice(0, 5), null, 2));
  for (const { path } of manifest.modules) assert.ok(existsSync(new URL(path, folder)), path);
});

test("every file of the manifest is packed, of that size", () => {
  const { files } = json(new URL("manifest.json", folder));
  assert.deepEqual(files.map(({ preload }) => preload).filter(Boolean), ["modulepreload", "fetch"]);
  for (const { name, size } of files) assert.equal(readFileSync(new URL(name, folder)).length, size, name);
});

test("embed.html names files as they are packed, and its style is that of the stylesheet", () => {
  const embed = readFileSync(new URL("embed.html", folder), "utf8");
  const hash = (kind, text) => `${kind}-${createHash(kind).update(text).digest("base64")}`;
  const lines = embed.split("\n").filter(line => line.includes("/article-card/"));
  const named = lines.map(line => readFileSync(new URL(/"\/article-card\/([^"]+)"/.exec(line)[1], folder)));
  assert.equal(named.length, 3);
  // A preloaded file that the loader fetches has no integrity.
  const stated = lines.map(line => /integrity="([^"]+)"/.exec(line)?.[1]);
  assert.deepEqual(stated, [hash("sha384", named[0]), undefined, hash("sha384", named[2])]);
  const style = /^<style>(.+)<\/style>$/m.exec(embed)[1];
  assert.equal(style, readFileSync(new URL("article-card.css", folder), "utf8"));
  assert.deepEqual(json(new URL("manifest.json", folder)).place, { style, hash: hash("sha256", style) });
});

test("where there is no browser nothing is defined, and nothing breaks", async () => {
  for (const entry of ["", "/preact", "/vue", "/svelte"]) {
    const { ArticleCardElement } = await import(`article-card${entry}`);
    assert.equal(typeof ArticleCardElement, "function", entry);
  }
  assert.equal(globalThis.customElements, undefined);
});

test("the component for React writes attributes where pages are made", async () => {
  const { ArticleCard } = await import("article-card/react");
  const props = { layout: "hero", headingLevel: 2, htmlFor: "news", article: { headline: "H" }, onOpen() {} };
  assert.equal(
    renderToString(createElement(ArticleCard, props, "Fallback")),
    '<article-card layout="hero" heading-level="2" for="news">Fallback</article-card>',
  );
});

test("the component for React writes a rendered card as it is", async () => {
  const { ArticleCard } = await import("article-card/react");
  const { render } = await import("article-card/toolkit");
  const article = { headline: "Harbour wall opens", kicker: "a > b & \"c\"", bullets: ["</article-card>"] };
  const made = render(article, { layout: "hero", linkParams: "a=\"b\"&c=<d>" });
  assert.deepEqual(made.diagnostics, []);
  assert.equal(renderToString(createElement(ArticleCard, { html: made.html })), made.html);
  // Nothing may be shown, so what the publisher gives is.
  assert.equal(renderToString(createElement(ArticleCard, { html: "" }, "Fallback")), "<article-card>Fallback</article-card>");
  for (const html of [`${made.html}\n${made.html}`, "<p>no card</p>"]) {
    assert.throws(() => renderToString(createElement(ArticleCard, { html })), /one card as `render`/);
  }
});
