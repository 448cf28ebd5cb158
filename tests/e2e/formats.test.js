// What newsrooms already have: JSON-LD and ninjs, read in the page by a module that only such pages download.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief, everything, meta } from "./harness/articles.js";
import { embed, json } from "./harness/page.js";
import { KIT_FAULT } from "./harness/servers.js";
import { inBrowsers, pause } from "./harness/suite.js";
import { watchInstances } from "./harness/watch.js";

const LD = "application/ld+json";
const block = (value, id) => `<script type="${LD}"${id ? ` id="${id}"` : ""}>${typeof value === "string" ? value : json(value)}</script>`;

/** An article as a page describes it for search engines. */
const pier = (more = {}) => ({
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: "The pier &amp; the tide",
  url: "https://herald.example/pier",
  description: "It stood for <b>ninety</b> years.",
  dateline: "SALTMERE",
  datePublished: "2024-04-02",
  dateModified: "2024-04-03",
  author: [{ "@type": "Person", name: "Ines Calloway" }],
  publisher: { "@type": "NewsMediaOrganization", name: "The Harbour Herald" },
  inLanguage: "en-GB",
  ...more,
});
/** The same story as an agency sends it. */
const item = (more = {}) => ({
  uri: "urn:newsml:agency.example:pier",
  standard: { name: "ninjs", version: "3.0" },
  pubStatus: "usable",
  headlines: [{ role: "main", value: "The pier, by wire" }],
  descriptions: [{ role: "summary", value: "An agency’s summary." }],
  by: "By Tom Pascoe",
  located: "SALTMERE",
  firstCreated: "2024-04-02T08:00:00Z",
  edNote: "Not for print.",
  language: "en-GB",
  ...more,
});

inBrowsers("A card in another format", stage => {
  const parts = ["glue", "wasm", "reader", "readerWasm"];
  const asked = visit => parts.map(part => visit.kit.count(part));
  const open = async options => {
    const visit = await stage.open(options);
    await visit.settled();
    return visit;
  };
  const headlines = visit => visit.cards().then(cards => cards.map(card => card.parts.headline?.[0] ?? null));
  const codes = report => report.map(({ severity, code }) => `${severity} ${code}`);
  const isSilent = async visit => {
    assert.deepEqual([visit.console, visit.crashes, await visit.evaluate(() => window.seen.errors)], [[], [], []]);
  };
  const rewrite = (visit, text, selector = "article-card script") =>
    visit.evaluate((found, content) => {
      document.querySelector(found).textContent = content;
    }, selector, text);
  const reads = (visit, headline, selector = "article-card") =>
    visit.until(
      (found, text) => document.querySelector(found).shadowRoot?.querySelector("[part~=headline]")?.textContent === text,
      selector,
      headline,
    );

  it("is no matter to a page that has the card’s own JSON: it asks for no byte of the reader", async () => {
    const article = everything(stage.publisher.picture());
    article.image.sources = [{ url: stage.publisher.picture({ width: 60 }), width: 60, type: "image/svg+xml" }];
    const visit = await open({
      head: block(pier()),
      body: embed(article) + embed(brief("Brief")) + embed(null, { for: "own" }) + `<script type="application/json" id="own">${json(brief("Own"))}</script>`,
    });
    await visit.evaluate(given => document.body.append(Object.assign(document.createElement("article-card"), { article: given })), brief("Set"));
    await visit.settled();
    assert.deepEqual(await headlines(visit), [article.headline, "Brief", "Own", "Set"]);
    await pause(200);
    assert.deepEqual(asked(visit), [1, 1, 0, 0]);
    assert.ok(!visit.requests.some(address => address.includes("reader")), visit.requests.join());
  });

  it("is drawn from a child script of JSON-LD, whatever the case and the parameters of its type", async () => {
    const visit = await open({
      body: embed(pier({ image: { "@type": "ImageObject", url: stage.publisher.picture(), width: 600, height: 400, caption: "A storm. (I. C.)" } }), { type: LD, id: "card" })
        + embed(pier({ headline: "Again" }), { type: "Application/LD+JSON; charset=utf-8" })
        + embed(json(pier({ headline: "With escapes" })).replaceAll("@", "\\u0040"), { type: LD }),
    });
    const [card, again, escaped] = await visit.cards();
    assert.deepEqual(card.parts.headline, ["The pier & the tide"]);
    assert.deepEqual(card.parts.standfirst, ["It stood for ninety years."]);
    assert.deepEqual([card.parts.caption, card.parts.credit], [["A storm."], ["I. C."]]);
    assert.deepEqual([card.parts.dateline, card.parts.timestamp], [["SALTMERE"], ["Updated 3 April 2024"]]);
    assert.match(card.parts.byline[0], /Ines Calloway/);
    assert.match(card.parts.publisher[0], /The Harbour Herald/);
    assert.equal(card.links.find(({ text }) => text === "The pier & the tide").href, "https://herald.example/pier");
    assert.deepEqual([card.state, card.fallbackShown, card.report, again.parts.headline], ["ready", false, [], ["Again"]]);
    assert.deepEqual([escaped.parts.headline, escaped.parts.standfirst], [["With escapes"], ["It stood for ninety years."]]);
    const [{ detail }] = await visit.events("ready", "card");
    assert.deepEqual([detail.headline, detail.url, detail.diagnostics], ["The pier & the tide", "https://herald.example/pier", []]);
    await isSilent(visit);
  });

  it("is drawn from the block that its page has in its head, by for", async () => {
    const visit = await open({ head: block(pier(), "news"), body: embed(null, { for: "news" }) });
    assert.deepEqual(await headlines(visit), ["The pier & the tide"]);
    await isSilent(visit);
  });

  it("is told by its content where the script is plain JSON", async () => {
    const visit = await open({ body: embed(pier()) + embed(item()) + embed({ "@graph": [pier({ headline: "In a graph" })] }) });
    assert.deepEqual(await headlines(visit), ["The pier & the tide", "The pier, by wire", "In a graph"]);
    const { parts: wire, markup } = (await visit.cards())[1];
    assert.deepEqual([wire.standfirst, wire.dateline], [["An agency’s summary."], ["SALTMERE"]]);
    assert.match(wire.byline[0], /Tom Pascoe/);
    assert.ok(!markup.includes("Not for print"));
    await isSilent(visit);
  });

  it("may be the card’s own JSON after all, which is drawn as ever", async () => {
    const visit = await open({
      body: embed(brief("In a script of another type"), { type: LD }) + embed({ ...brief("With a stray name"), extra: { "@type": "Thing" } })
        + embed("{ 'headline': 1 }", { type: LD, id: "bad" }),
    });
    assert.deepEqual(await headlines(visit), ["In a script of another type", "With a stray name", null]);
    assert.deepEqual((await visit.events("error")).map(({ card, detail }) => [card, detail.code, detail.line]), [["bad", "json-syntax", 1]]);
  });

  it("finds what it refers to in the other blocks of the page, and takes no article from there", async () => {
    const picture = stage.publisher.picture();
    const visit = await open({
      head: block({ "@context": "https://schema.org", "@graph": [
        { "@type": "Person", "@id": "#ines", name: "Ines Calloway" },
        { "@type": "ImageObject", "@id": "#picture", url: picture, width: 600, height: 400, caption: "A storm." },
      ] }) + block({ "@type": "Organization", "@id": "https://herald.example/#paper", name: "The Harbour Herald" })
        + block("{ this one is broken") + block(pier({ headline: "Another story", url: "https://herald.example/other" })),
      body: embed(pier({ author: { "@id": "#ines" }, image: { "@id": "#picture" }, publisher: { "@id": "https://herald.example/#paper" } }), { type: LD }),
    });
    const { parts, images, report } = await visit.card();
    assert.deepEqual([parts.headline, parts.caption, images[0].src], [["The pier & the tide"], ["A storm."], picture]);
    assert.match(parts.byline[0], /Ines Calloway/);
    assert.match(parts.publisher[0], /The Harbour Herald/);
    assert.deepEqual(report, []);
    await isSilent(visit);
  });

  const two = [pier({ headline: "One", url: "https://herald.example/one" }), pier({ headline: "Two", url: "https://herald.example/two" })];

  it("is the article of several that the page is about", async () => {
    const visit = await open({
      head: `<link rel="canonical" href="https://herald.example/two">`,
      body: embed(two, { type: LD }),
    });
    assert.deepEqual([await headlines(visit), (await visit.card()).report], [["Two"], []]);
    await isSilent(visit);
  });

  it("is the first of several where nothing says which is meant, and tells it", async () => {
    const visit = await open({ body: embed(two, { type: LD }) + embed([item(), item({ headlines: [{ value: "Second" }] })]) });
    assert.deepEqual(await headlines(visit), ["One", "The pier, by wire"]);
    for (const { report } of await visit.cards()) assert.deepEqual(codes(report), ["warning ambiguous-article"]);
    assert.equal(visit.messages("warn").length, 2);
    assert.ok(visit.messages("warn").some(text => /ambiguous-article .*Two/.test(text)), visit.messages("warn").join());
  });

  it("leads where its page leads with relative addresses, by its canonical address or its own", async () => {
    const relative = pier({ url: "/pier", author: { "@type": "Person", name: "Ines Calloway", url: "people/ines" } });
    for (const head of [`<link rel="canonical" href="https://herald.example/news/today">`, ""]) {
      const visit = await open({ head, body: embed(relative, { type: LD }) });
      const base = head ? "https://herald.example/news/today" : visit.url;
      const { links } = await visit.card();
      const href = text => links.find(link => link.text === text)?.href;
      assert.deepEqual(
        [href("The pier & the tide"), href("Ines Calloway")],
        [new URL("/pier", base).href, new URL("people/ines", base).href],
      );
    }
  });

  it("is repaired where only one repair is possible, and tells it", async () => {
    const damaged = `//<![CDATA[\n${JSON.stringify(pier({ description: "One line," })).replace("One line,", "One line,\nand another")};\n//]]>`;
    const visit = await open({ body: embed(damaged, { type: LD, id: "card" }) });
    const { parts, report } = await visit.card();
    assert.deepEqual([parts.headline, parts.standfirst], [["The pier & the tide"], ["One line, and another"]]);
    assert.ok(report.length > 0 && report.every(({ severity, code, path }) => severity === "warning" && code === "json-repaired" && path === "$"), JSON.stringify(report));
    assert.deepEqual((await visit.events("ready"))[0].detail.diagnostics, report);
    assert.equal(visit.messages("warn").length, 1);
    assert.match(visit.messages("warn")[0], /^article-card#card: json-repaired/);
  });

  it("tells what the reader says before what the runtime says", async () => {
    const visit = await open({ body: embed(pier({ url: "javascript:alert(1)", inLanguage: "is" }), { type: LD, layout: "wide" }) });
    const { report } = await visit.card();
    assert.deepEqual(codes(report).slice(0, 1), ["warning blocked-url"]);
    assert.ok(codes(report).includes("warning no-labels") && codes(report).includes("warning bad-attribute"), codes(report).join());
    assert.deepEqual((await visit.events("ready"))[0].detail.diagnostics, report);
    assert.equal(visit.messages("warn").length, 1);
  });

  it("is told once of what is wrong with it, by the reader or by the runtime", async () => {
    const late = { datePublished: "2024-04-03", dateModified: "2024-04-02", abstract: "Ninety years. ".repeat(60), headline: "The pier\u0007" };
    const wire = { version: "2", firstCreated: "2024-04-03T08:00:00Z", versionCreated: "2024-04-02T08:00:00Z" };
    const visit = await open({ body: embed(pier(late), { type: LD }) + embed(item(wire)) });
    const [ld, ninjs] = await visit.cards();
    assert.deepEqual(codes(ld.report).sort(), ["warning bad-text", "warning date-order", "warning truncated"]);
    assert.deepEqual(codes(ninjs.report), ["warning date-order"]);
    assert.deepEqual([ld.parts.timestamp, ninjs.parts.headline], [["Published 3 April 2024"], ["The pier, by wire"]]);
  });

  for (const [name, text, code, path, place] of [
    ["is damaged beyond repair", '{"@context": "https://schema.org",\n "headline": \'single\'}', "json-syntax", "$", [2, 14]],
    ["describes a page and no article", { "@context": "https://schema.org", "@type": "WebSite", name: "A paper" }, "no-article", "$"],
    ["is an article without a headline", pier({ headline: null }), "missing-field", "$.headline"],
    ["is an item without a headline", item({ headlines: [] }), "missing-field", "$.headlines"],
  ]) {
    it(`keeps its fallback and says why, once, where it ${name}`, async () => {
      const visit = await open({ body: embed(text, { type: LD, id: "card" }) + embed(brief("Good")) });
      const { state, drawn, fallbackShown, report } = await visit.card("#card");
      assert.deepEqual([state, drawn, fallbackShown], ["error", false, true]);
      const errors = await visit.events("error");
      assert.deepEqual(errors.map(({ card, detail }) => [card, detail.code, detail.path]), [["card", code, path]]);
      if (place) assert.deepEqual([errors[0].detail.line, errors[0].detail.column], place);
      assert.ok(report.some(each => each.severity === "error" && each.code === code));
      assert.equal(visit.messages("error").length, 1);
      for (const word of ["#card", code, path]) assert.ok(visit.messages("error")[0].includes(word), visit.messages("error")[0]);
      assert.deepEqual(visit.messages("warn"), []);
      assert.equal((await visit.cards())[1].state, "ready");
    });
  }

  it("asks for the kit’s files and its picture, and for nothing else", async () => {
    const picture = stage.publisher.picture();
    const visit = await open({ body: embed(pier({ image: picture, "@id": "https://herald.example/#pier" }), { type: LD }) });
    await visit.until(() => document.querySelector("article-card").shadowRoot.querySelector("[part~=image]").complete);
    assert.deepEqual([...new Set(visit.requests)].filter(address => !address.startsWith(visit.kit.base)).sort(), [visit.url, picture].sort());
    assert.deepEqual([asked(visit), visit.kit.missing], [[1, 1, 1, 1], []]);
  });

  it("shares one reader with all others of its page", async () => {
    const body = Array.from({ length: 50 }, (_, index) => embed(pier({ headline: `Story ${index}` }), { type: LD, loading: "eager" }));
    const visit = await open({ body: body.join("") });
    assert.deepEqual(await headlines(visit), Array.from({ length: 50 }, (_, index) => `Story ${index}`));
    assert.deepEqual(asked(visit), [1, 1, 1, 1]);
    await isSilent(visit);
  });

  it("has its reader fetched side by side with the runtime, and nobody else waits for it", async () => {
    let release;
    const held = new Promise(done => {
      release = done;
    });
    const visit = await stage.open({
      body: embed(pier(), { type: LD, id: "card" }) + embed(brief("Own"), { id: "own" }),
      kit: { faults: { readerWasm: { held } } },
    });
    await visit.settled("#own");
    assert.deepEqual(asked(visit), [1, 1, 1, 1]);
    assert.deepEqual([(await visit.card("#card")).state, (await visit.card("#card")).fallbackShown], ["waiting", true]);
    release();
    await visit.settled();
    assert.equal((await visit.card("#card")).state, "ready");
    const slow = await stage.open({ body: embed(pier(), { type: LD }), kit: { faults: { glue: { held: new Promise(() => {}) } } } });
    await slow.untilHere(() => slow.kit.count("reader") === 1 && slow.kit.count("readerWasm") === 1);
  });

  it("asks for nothing while it is far away", async () => {
    const visit = await stage.open({ body: `<div style="height:5000px"></div>${embed(pier(), { type: LD })}` });
    await visit.until(() => customElements.get("article-card") !== undefined);
    await pause(300);
    assert.deepEqual(asked(visit), [0, 0, 0, 0]);
  });

  for (const [name, faults, code] of [
    ["the reader’s script is not there", { reader: { status: 404 } }, "load-network"],
    ["the reader’s WebAssembly is not there", { readerWasm: { status: 404 } }, "load-network"],
    ["the reader’s WebAssembly is cut off", { readerWasm: { body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 9]) } }, "load-wasm"],
  ]) {
    it(`keeps its fallback where ${name}, and the cards with JSON of their own live`, async () => {
      const foreign = ["one", "two", "three"].map(id => embed(pier(), { id })).join("");
      const visit = await open({ body: foreign + embed(brief("Own"), { id: "own" }), kit: { faults } });
      for (const id of ["one", "two", "three"]) {
        const { state, drawn, fallbackShown } = await visit.card(`#${id}`);
        assert.deepEqual([state, drawn, fallbackShown], ["error", false, true]);
      }
      const errors = await visit.events("error");
      assert.deepEqual(errors.map(({ card, detail }) => [card, detail.code]).sort(), [["one", code], ["three", code], ["two", code]]);
      assert.equal(visit.messages("error").length, 1, JSON.stringify(visit.console));
      assert.match(visit.messages("error")[0], new RegExp(code));
      const own = await visit.card("#own");
      assert.deepEqual([own.state, own.parts.headline, own.report], ["ready", ["Own"], []]);
      await rewrite(visit, json(brief("Rewritten")), "#own script");
      await reads(visit, "Rewritten", "#own");
      await rewrite(visit, json(brief("In its own JSON now")), "#two script");
      await reads(visit, "In its own JSON now", "#two");
      assert.ok(visit.kit.count("reader") + visit.kit.missing.length <= 1 && visit.kit.count("readerWasm") <= 1, "nothing is tried again");
      assert.deepEqual([visit.crashes, await visit.evaluate(() => window.seen.errors)], [[], []]);
    });
  }

  it("is drawn all the same where the server calls the WebAssembly by a wrong type", async () => {
    const visit = await open({ body: embed(pier(), { type: LD }), kit: { faults: { readerWasm: { mime: "application/octet-stream" } } } });
    assert.deepEqual(await headlines(visit), ["The pier & the tide"]);
  });

  const strict = () =>
    `default-src 'none'; script-src ${stage.kit.origin} 'wasm-unsafe-eval'; connect-src ${stage.kit.origin}; img-src ${stage.publisher.origin}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const loader = kit => `<script type="module" src="${kit.loader}"></script>`;

  it("asks no more of a strict page than any card", async () => {
    const visit = await open({
      body: embed(pier({ image: stage.publisher.picture(), publisher: { "@id": "#paper" } }), { type: LD }),
      head: block({ "@id": "#paper", name: "The Harbour Herald" }),
      headers: { "content-security-policy": strict() },
      tags: loader,
    });
    assert.deepEqual(await headlines(visit), ["The pier & the tide"]);
    assert.deepEqual(await visit.evaluate(() => window.seen.violations), []);
  });

  it("names the directive to add where a page’s policy knows all scripts of the kit but the reader", async () => {
    const kit = stage.kit.copy();
    const known = [...kit.files.keys()].filter(name => name.endsWith(".js") && !name.includes("reader")).map(name => kit.base + name);
    const visit = await open({
      kit,
      body: embed(pier(), { type: LD, id: "card" }) + embed(brief("Own"), { id: "own" }),
      headers: { "content-security-policy": `script-src ${known.join(" ")} 'wasm-unsafe-eval'` },
      tags: loader,
    });
    const [{ card, detail }] = await visit.events("error");
    assert.deepEqual([card, detail.code], ["card", "load-csp"]);
    for (const word of ["script-src", stage.kit.origin]) assert.ok(detail.message.includes(word), detail.message);
    assert.equal((await visit.card("#own")).state, "ready");
  });

  it("follows its script from one format to another and back", async () => {
    const visit = await open({ body: embed(brief("Own"), { id: "card" }) });
    assert.deepEqual(asked(visit), [1, 1, 0, 0]);
    for (const [text, headline] of [[json(pier()), "The pier & the tide"], [json(brief("Own again")), "Own again"], [json(item()), "The pier, by wire"]]) {
      await rewrite(visit, text);
      await reads(visit, headline);
    }
    await rewrite(visit, '{"@context": "https://schema.org", "headline": "cut');
    await visit.until(() => document.querySelector("article-card").matches(":state(error)"));
    assert.deepEqual((await visit.card()).parts.headline, ["The pier, by wire"], "what stood there stays");
    await rewrite(visit, json(pier({ headline: "Mended" })));
    await reads(visit, "Mended");
    assert.equal(await visit.evaluate(() => document.querySelector("article-card").matches(":state(ready):not(:state(error))")), true);
    await visit.evaluate(type => {
      const script = Object.assign(document.createElement("script"), { type, textContent: '{"headline": "Replaced"}' });
      document.querySelector("article-card script").replaceWith(script);
    }, LD);
    await reads(visit, "Replaced");
    assert.deepEqual(asked(visit), [1, 1, 1, 1]);
  });

  it("keeps its article through changes of its attributes", async () => {
    const visit = await open({ body: embed(pier(), { type: LD }) });
    await visit.evaluate(() => {
      document.querySelector("article-card").layout = "hero";
    });
    await visit.until(() => document.querySelector("article-card").shadowRoot.querySelector("article.hero") !== null);
    assert.deepEqual([await headlines(visit), (await visit.card()).report], [["The pier & the tide"], []]);
  });

  it("may be set by a script, and comes back as the card understood it", async () => {
    const visit = await stage.open({ body: "<main></main>" });
    await visit.until(() => customElements.get("article-card") !== undefined);
    for (const [given, headline] of [[pier(), "The pier & the tide"], [item(), "The pier, by wire"], [meta(), meta().headline]]) {
      await visit.evaluate(article => {
        document.querySelector("main").replaceChildren(Object.assign(document.createElement("article-card"), { article }));
      }, given);
      await visit.settled();
      const article = await visit.evaluate(() => document.querySelector("article-card").article);
      assert.equal(article.headline, headline);
      assert.deepEqual(Object.keys(article).filter(name => /@|uri|headlines/.test(name)), []);
    }
    await visit.evaluate(article => {
      document.querySelector("article-card").article = article;
    }, pier({ headline: "Set later" }));
    await reads(visit, "Set later");
  });

  for (const [name, field] of [
    ["withheld", { pubStatus: "withheld" }],
    ["cancelled", { pubStatus: "canceled" }],
    ["under embargo", { embargoedUntil: "2190-01-01T00:00:00Z" }],
    ["expired", { expires: "2020-01-01T00:00:00Z" }],
  ]) {
    it(`leaves no word of itself on the page where it is ${name}`, async () => {
      const visit = await open({ body: embed(item(field), { id: "script" }) });
      await visit.evaluate(article => document.body.append(Object.assign(document.createElement("article-card"), { id: "set", article })), item(field));
      await visit.settled();
      const found = await visit.evaluate(() =>
        [...document.querySelectorAll("article-card")].map(card => [card.shadowRoot.innerHTML, JSON.stringify(card.article), JSON.stringify(card.report)]),
      );
      const told = JSON.stringify([found, await visit.evaluate(() => window.seen.events), visit.console]);
      for (const text of ["by wire", "agency’s summary", "Pascoe", "Not for print"]) assert.ok(!told.includes(text), told);
      assert.deepEqual(found.map(([, article]) => article), ["null", "null"]);
      for (const { report } of await visit.cards()) assert.ok(report.some(({ code }) => code === "withheld"), JSON.stringify(report));
    });
  }

  it("takes a drawn card’s words away when its agency withholds it", async () => {
    const visit = await open({ body: embed(item()) });
    await rewrite(visit, json(item({ pubStatus: "withheld" })));
    await visit.until(() => !document.querySelector("article-card").shadowRoot.innerHTML.includes("by wire"));
    assert.equal(await visit.evaluate(() => document.querySelector("article-card").article), null);
  });

  it("breaks no other card when the reader breaks on it", async () => {
    const faulty = id => embed(pier({ headline: `article-card-fault ${id}` }), { type: LD, id, fallback: `Fallback ${id}`, loading: "eager" });
    const good = id => embed(pier({ headline: id }), { type: LD, id, loading: "eager" });
    const visit = await open({
      kit: { from: KIT_FAULT },
      before: [watchInstances],
      body: good("a") + faulty("x") + good("b") + faulty("y") + faulty("z") + good("c") + embed(brief("own"), { id: "own", loading: "eager" }),
    });
    assert.deepEqual(await headlines(visit), ["a", null, "b", null, null, "c", "own"]);
    const errors = await visit.events("error");
    assert.deepEqual(errors.map(({ card, detail }) => [card, detail.code]), [["x", "render-panic"], ["y", "render-panic"], ["z", "render-panic"]]);
    assert.deepEqual((await visit.cards("#x, #y, #z")).map(({ fallbackShown }) => fallbackShown), [true, true, true]);
    assert.equal(visit.messages("error").length, 3);
    await visit.evaluate(() => {
      document.querySelector("#x").layout = "hero";
    });
    await rewrite(visit, json(pier({ headline: "Mended" })), "#y script");
    await reads(visit, "Mended", "#y");
    assert.equal((await visit.events("error")).length, 3, "the same text is not read again");
    assert.deepEqual([visit.kit.count("reader"), visit.kit.count("readerWasm")], [1, 1], "nothing is fetched twice");
    assert.equal(await visit.evaluate(() => window.instances.length), 5, "the runtime, and a fresh reader after each break");
    assert.deepEqual([visit.crashes, await visit.evaluate(() => window.seen.errors)], [[], []]);
  });
});
