// A wrong call is a `TypeError` that says what was expected, a right one gives what its types say, and no call changes another.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as whole from "article-card/toolkit";
import * as small from "article-card/render";

const ARTICLE = { headline: "Harbour wall opens", url: "https://herald.example/wall", published: "2026-02-27T06:30:00Z" };
const NOW = Date.UTC(2026, 2, 1);

for (const [name, toolkit] of Object.entries({ toolkit: whole, render: small })) {
  const { check, read, render, schema, stylesheet, version } = toolkit;
  const refuses = (call, words) => assert.throws(call, error => error instanceof TypeError && error.message.includes(words) || assert.fail(`${error}`));

  test(`article-card/${name} takes a text, bytes of any kind, and an article as an object`, () => {
    const json = JSON.stringify(ARTICLE), bytes = new TextEncoder().encode(json);
    const shared = Buffer.concat([Buffer.from("xx"), bytes]);
    for (const input of [json, bytes, bytes.buffer, new DataView(bytes.buffer), shared.subarray(2), ARTICLE, Object.assign(Object.create(null), ARTICLE)]) {
      assert.deepEqual(read(input), { format: "card", articles: [ARTICLE], diagnostics: [] });
      assert.deepEqual(check(input), [{ index: 0, ok: true, format: "card", article: ARTICLE, diagnostics: [] }]);
      assert.match(render(input).html, /^<article-card><template shadowrootmode="open"><style>/);
    }
    assert.equal(read([{ "@context": "https://schema.org", "@type": "NewsArticle", headline: "H" }]).format, "json-ld");
  });

  test(`article-card/${name} refuses what is no input`, () => {
    for (const [input, words] of [
      [undefined, "and not undefined"],
      [null, "and not null"],
      [42, "and not a number"],
      [true, "and not a boolean"],
      [() => ARTICLE, "and not a function"],
      [Symbol("a"), "and not a symbol"],
      [new Date(), "the class Date"],
      [new Map(), "the class Map"],
      [new Response("{}"), "await request.text()"],
      [new Request("https://herald.example/"), "await request.text()"],
      [new Blob(["{}"]), "await request.text()"],
      [new ReadableStream(), "await request.text()"],
      [Promise.resolve("{}"), "await request.text()"],
    ]) {
      for (const call of [read, check, render]) refuses(() => call(input), `${call === read ? "read" : call === check ? "check" : "render"}: expected a text, bytes, or an article as an object`);
      refuses(() => render(input), words);
    }
    const circle = { headline: "H" };
    circle.image = circle;
    refuses(() => render(circle), "cannot be written as JSON");
    refuses(() => read({ headline: 1n }), "cannot be written as JSON");
    refuses(() => read({ get headline() { throw new Error("not now"); } }), "not now");
    refuses(() => read({ toJSON: () => undefined }), "nothing in JSON");
  });

  test(`article-card/${name} refuses what is no option`, () => {
    for (const [options, words] of [
      [{ layuot: "hero" }, "there is no option layuot; there are layout, theme, headingLevel"],
      [{ "heading-level": "2" }, "there is no option heading-level"],
      [{ __proto__: null, constructor: "x" }, "there is no option constructor"],
      [{ layout: "big" }, "layout: expected standard, compact or hero"],
      [{ layout: true }, "layout is a string, and not a boolean"],
      [{ layout: "" }, "layout: expected"],
      [{ headingLevel: 7 }, "headingLevel: expected"],
      [{ lang: "english please" }, "lang: expected a language tag"],
      [{ timeZone: "Europe/Atlantis" }, "timeZone: expected publisher, reader or an IANA name"],
      [{ timeZone: "Europe/Atlantis" }, "Europe/London"],
      [{ hide: "byline headline" }, "hide: expected"],
      [{ linkParams: "a#b" }, "linkParams: expected a query string"],
      [{ style: "file" }, "style: expected inline, nonce or link"],
      [{ style: "nonce" }, 'the style "nonce" needs the option nonce'],
      [{ nonce: "abc" }, "a nonce is of no use here"],
      [{ style: "nonce", nonce: " " }, "nonce: expected the nonce"],
      [{ kit: "javascript:alert(1)" }, "kit: expected the address of a folder"],
      [{ kit: "/kit?x" }, "kit: expected the address of a folder"],
      [{ url: "/story" }, "url: expected an absolute http or https address"],
      [{ page: "https://herald.example/" }, "page is a boolean, and not a string"],
      [{ now: "2026-03-01" }, "now is a Date"],
      [{ now: Number.NaN }, "now is a Date"],
      [{ now: new Date("never") }, "now is a Date"],
      [{ now: 1e16 }, "now is a Date"],
      ["hero", "the options are an object, and not a string"],
      [[], "the options are an object"],
    ]) {
      refuses(() => render(ARTICLE, options), words);
      // The next call is none the worse for it.
      assert.match(render(ARTICLE).html, /Harbour wall opens/);
    }
    for (const call of [read, check]) {
      const others = call === read ? "page, now and every" : "page, now, every and rows";
      refuses(() => call(ARTICLE, { url: "https://herald.example/" }), `there is no option url; there are ${others}`);
      refuses(() => call(ARTICLE, { page: "/story" }), "page: expected an absolute http or https address");
      refuses(() => call(ARTICLE, { page: true }), "page is the address of a page, and not a boolean");
    }
    refuses(() => read(ARTICLE, { rows: true }), "read: there is no option rows; there are page, now and every");
    for (const wrong of ["yes", 1, {}]) {
      refuses(() => check(ARTICLE, { rows: wrong }), "check: rows is a boolean, and not a");
      refuses(() => read(ARTICLE, { every: wrong }), "read: every is a boolean, and not a");
    }
    refuses(() => stylesheet({ hash: true }), "there is no option hash");
    refuses(() => stylesheet({ page: "yes" }), "page is a boolean");
  });

  test(`article-card/${name} leaves out options that are undefined or null, and takes the same as the element's properties`, () => {
    const options = { layout: undefined, nonce: null, page: undefined, now: null };
    assert.equal(render(ARTICLE, options).html, render(ARTICLE).html);
    assert.equal(render(ARTICLE, null).html, render(ARTICLE).html);
    const { html } = render(ARTICLE, { headingLevel: 2, timeZone: "Europe/London", linkParams: "utm_source=partner" });
    assert.match(html, /^<article-card heading-level="2" time-zone="Europe\/London" link-params="utm_source=partner">/);
    assert.match(html, /<h2 /);
    // One set of options after the other, and none keeps anything of the last.
    for (const layout of ["hero", "compact", "hero", undefined]) {
      const card = /class="card (\w+)/.exec(render(ARTICLE, { layout }).html)[1];
      assert.equal(card, layout ?? "standard");
    }
  });

  test(`article-card/${name} judges embargo and expiry by the time that it is given`, () => {
    const embargo = { headline: "Minister resigns", embargoedUntil: "2026-03-01T00:00:00Z" };
    for (const early of [NOW - 1, new Date(NOW - 1)]) {
      const { html, diagnostics } = render(embargo, { now: early });
      assert.equal(html, "");
      assert.deepEqual(diagnostics.map(({ code }) => code), ["withheld"]);
      assert.deepEqual(read(embargo, { now: early }).articles, []);
      const told = JSON.stringify([check(embargo, { now: early }), read(embargo, { now: early }), diagnostics]);
      assert.ok(!told.includes("resigns"), told);
    }
    assert.match(render(embargo, { now: NOW }).html, /Minister resigns/);
    assert.equal(read(embargo, { now: new Date(NOW) }).articles.length, 1);
    // Its clock is the host's.
    assert.match(render({ headline: "H", expires: new Date(Date.now() + 60_000).toISOString() }).html, /<h3/);
    assert.equal(render({ headline: "H", expires: new Date(Date.now() - 60_000).toISOString() }).html, "");
  });

  if (name === "render") test("article-card/render has neither rows nor every one of several articles", () => {
    refuses(() => check(ARTICLE, { rows: true }), "check: only article-card/toolkit has the option rows");
    refuses(() => read(ARTICLE, { every: true }), "read: only article-card/toolkit has the option every");
    assert.equal(read(ARTICLE, { every: false }).articles.length, 1);
  });
  else test(`article-card/${name} gives every one of several articles to who asks, so that a person can choose`, () => {
    const stories = ["One", "Two", "Three"].map(headline => ({ "@type": "NewsArticle", headline, url: `https://herald.example/${headline}` }));
    const list = JSON.stringify(stories);
    const headlines = ({ articles }) => articles.map(({ headline }) => headline);
    assert.deepEqual(headlines(read(list)), ["One"]);
    assert.deepEqual(read(list).diagnostics.map(({ code }) => code), ["ambiguous-article"]);
    assert.deepEqual(headlines(read(list, { every: true })), ["One", "Two", "Three"]);
    assert.deepEqual(check(list, { every: true }).map(({ index, ok }) => [index, ok]), [[0, true], [1, true], [2, true]]);
    // Who says which is meant gets that one.
    assert.deepEqual(headlines(read(list, { every: true, page: "https://herald.example/Two" })), ["Two"]);
    const page = `<!doctype html><title>Herald</title><script type="application/ld+json">{"@type": "ItemList", "itemListElement": ${list}}</script>`;
    assert.deepEqual(read(page).diagnostics.map(({ code }) => code), ["no-article"]);
    assert.equal(read(page, { every: true }).articles.length, 3);
  });
  if (name !== "render") test(`article-card/${name} says of each field where it stands`, () => {
    const json = '{"headline": "H",\n "byline": [{"name": 1}, {"name": "Ada Marin"}],\n "url": "x"}';
    const [checked] = check(json, { rows: true });
    const { rows, ...others } = checked;
    assert.deepEqual([others], check(json));
    for (const none of [false, undefined, null]) assert.deepEqual(check(json, { rows: none }), check(json));
    const row = wanted => rows.find(({ field }) => field === wanted);
    assert.deepEqual(row("headline"), { field: "headline", value: "H", from: "$.headline", line: 1, column: 14, notes: [] });
    assert.deepEqual(row("byline[0].name"), { field: "byline[0].name", value: "Ada Marin", from: "$.byline[1].name", line: 2, column: 35, notes: [] });
    const { message } = checked.diagnostics.find(({ path }) => path === "$.url");
    const notes = [{ severity: "warning", code: "bad-url", text: message }];
    assert.deepEqual(row("url"), { field: "url", value: "", from: "$.url", line: 3, column: 9, notes });
    const item = [{ uri: "urn:1", headline: "One" }, { uri: "urn:2", headline: "Two" }];
    for (const { index, rows } of check(item, { rows: true })) {
      const { from, line, column } = rows.find(({ field }) => field === "headline");
      assert.deepEqual({ from, line, column }, { from: `$[${index}].headline`, line: 1, column: JSON.stringify(item).indexOf(item[index].headline) });
    }
    for (const refused of ["", "42", '{"headline": "Half']) {
      const [{ rows: [{ field, value, line, notes }] }] = check(refused, { rows: true });
      assert.deepEqual([field, value, line, notes.length], ["–", "", 1, 1]);
    }
    const embargo = { headline: "Minister resigns", byline: [{ name: "Ada Marin" }], bulets: ["Minister"], embargoedUntil: "2099-01-01" };
    const withheld = check(embargo, { rows: true, now: NOW });
    assert.deepEqual(withheld[0].rows.map(({ from }) => from), ["$", "$.embargoedUntil"]);
    assert.ok(!/minister|resigns|marin|bulets/i.test(JSON.stringify(withheld)), JSON.stringify(withheld));
  });

  test(`article-card/${name} writes the same wherever the server stands`, () => {
    const zones = ["America/Los_Angeles", "Asia/Tokyo"].map(zone => {
      process.env.TZ = zone;
      new Date().getHours();
      return render(ARTICLE, { timeZone: "reader" }).html;
    });
    delete process.env.TZ;
    assert.equal(zones[0], zones[1]);
    assert.match(zones[0], /6:30 AM UTC/);
  });

  test(`article-card/${name} makes whole pages, and one line for each card`, () => {
    const page = render(ARTICLE, { page: true, kit: "/card" }).html;
    assert.match(page, /^<!doctype html>\n<html lang="en"/);
    assert.match(page, /<script type="module" src="\/card\/article-card.js">/);
    const item = { uri: "urn:1", headline: "One" };
    const both = render([item, { ...item, headline: "Two" }]);
    assert.equal(both.html.split("\n").length, 2);
    const refused = render([item, { ...item, headline: "Two" }], { page: true });
    assert.deepEqual([refused.html, refused.diagnostics.map(({ code }) => code)], ["", ["ambiguous-article"]]);
  });

  test(`article-card/${name} hands out objects that are the caller's own`, () => {
    schema().title = "mine";
    assert.equal(schema().title, "Article");
    assert.equal(stylesheet().css, stylesheet({}).css);
    assert.match(stylesheet().hash, /^sha256-/);
    assert.match(version, /^\d+\.\d+\.\d+$/);
  });
}

test("both entries write the same", () => {
  assert.equal(whole.render(ARTICLE).html, small.render(ARTICLE).html);
  assert.equal(whole.version, small.version);
});
