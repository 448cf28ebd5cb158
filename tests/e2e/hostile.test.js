// Hostile strings stay text: no script of theirs runs, nothing is fetched for them, and they change no element.
// ARTICLE_CARD_CORPORA adds all texts and addresses of the corpora to our own.
import assert from "node:assert/strict";
import { it } from "node:test";
import { everything } from "./harness/articles.js";
import {
  ADDRESSES,
  FORMATS,
  PAGE,
  TEXTS,
  calmed,
  drawn,
  isShown,
  leaves,
  ofCorpora,
  policy,
  shown,
  watchScripts,
} from "./harness/hostile.js";
import { embed } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";

const corpora = ofCorpora();
const texts = [...TEXTS, ...corpora.texts];
const addresses = [
  ...ADDRESSES.map(([input, href]) => ({ input, absolute: href, relative: undefined })),
  ...corpora.addresses,
];
const BATCH = 150;
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>';

/** Runs in the page. What this browser makes of addresses; null for what is none that a card may have. */
const serialised = (inputs, base) =>
  inputs.map(input => {
    try {
      const url = new URL(input, base);
      url.username = url.password = "";
      return /^https?:$/.test(url.protocol) ? url.href : null;
    } catch {
      return null;
    }
  });

/** By what it takes in answer, as Firefox does not say what a request is for. */
const isPicture = request => /^image\//.test(request.headers().accept);

/** The list in parts that a page draws at once. */
const batches = list =>
  Array.from({ length: Math.ceil(list.length / BATCH) }, (_, at) => list.slice(at * BATCH, (at + 1) * BATCH));

inBrowsers("A hostile string", stage => {
  /** A page that answers no request but the kit's, and keeps what else was asked for. */
  async function open(body = "") {
    const asked = [];
    const copy = stage.kit.copy();
    const visit = await stage.open({
      kit: copy,
      head: `<link rel="canonical" href="${PAGE}">`,
      body: `<p id="before">Before</p><main>${body}</main><p id="after">After</p>`,
      headers: policy(stage.kit.origin),
      before: [watchScripts],
      intercept: request => {
        const url = request.url();
        if (url.startsWith(copy.base) || url === visitUrl(request) || url.endsWith("/favicon.ico"))
          return request.continue();
        if (/^data:/.test(url)) return request.continue();
        asked.push({ url, isPicture: isPicture(request) });
        // What the browser has given up meanwhile cannot be answered.
        return request.respond({ status: 200, contentType: "image/svg+xml", body: PICTURE }).catch(() => {});
      },
    });
    return Object.assign(visit, { asked });
  }
  const visitUrl = request =>
    request.isNavigationRequest() && request.url().startsWith(stage.publisher.origin) ? request.url() : null;

  /** What only a script, a parsed string or a foreign element could have done. */
  async function harmless(visit, allowed = new Set()) {
    await pause(300);
    assert.deepEqual(
      await visit.evaluate(() => [
        window.ran,
        window.seen.errors,
        document.querySelectorAll("iframe, object, embed, base, form, meta[http-equiv], script:not([src]):not([type])")
          .length,
        document.querySelector("#after").checkVisibility(),
        Object.keys(Object.prototype),
      ]),
      [[], [], 0, true, []],
    );
    // Some hosts are known to a browser to want https, whatever the address says.
    const known = new Set([...allowed].flatMap(url => [url, url.replace(/^http:/, "https:")]));
    // The pictures of the plain cards are those of the page itself.
    const isAllowed = ({ url, isPicture }) => isPicture && (known.has(url) || url.startsWith(`${PAGE}?`));
    const strangers = visit.asked.filter(request => !isAllowed(request));
    assert.deepEqual(strangers, []);
  }

  /** Draws each, and each again with plain words in the same fields; calls with both. */
  async function compare(visit, inputs, judge) {
    for (const batch of batches(inputs)) {
      const { results, trees } = await visit.evaluate(drawn, batch);
      const plain = new Map();
      const calm = results.map(({ article }) => {
        if (!article) return undefined;
        const words = new Map(),
          text = JSON.stringify(calmed(article, words));
        plain.set(text, undefined);
        return { text, words };
      });
      const controls = [...plain.keys()];
      const control = await visit.evaluate(
        drawn,
        controls.map(text => ({ type: "application/json", text })),
      );
      control.results.forEach((result, at) => plain.set(controls[at], { ...result, tree: control.trees[result.tree] }));
      results.forEach((result, at) => {
        const { text, words } = calm[at] ?? {};
        judge(batch[at], { ...result, tree: trees[result.tree] }, text && plain.get(text), words);
      });
    }
  }

  for (const [format, { make, type }] of Object.entries(FORMATS)) {
    it(`in any text of ${format} is shown letter by letter, in the elements of an ordinary card`, async () => {
      const visit = await open();
      const faults = [];
      const inputs = texts.map(text => ({ type, text: JSON.stringify(make(text, PAGE)), raw: text }));
      let cards = 0;
      await compare(visit, inputs, ({ raw }, { state, article, report, tree, words }, control, calm) => {
        const fault = (...what) => faults.push([raw.slice(0, 100), ...what]);
        if (state === "error") {
          if (format === "card" && shown(raw)) fault("is refused", report);
          return;
        }
        cards++;
        if (tree !== control.tree) fault("changes the elements", tree, control.tree);
        // Whatever a plain word shows in that field, the text has to show.
        for (const [text, word] of calm)
          if (word.startsWith("Control") && control.words.includes(word) && !words.includes(text))
            fault("is not drawn", text);
        if (format === "card")
          for (const { path, value } of leaves(article).texts)
            if (!isShown(value, shown(raw))) fault("is another text", path, value);
      });
      assert.deepEqual(faults.slice(0, 5), [], `${faults.length} faults`);
      assert.ok(cards > texts.length / 2, `${cards} of ${texts.length} give a card`);
      await harmless(visit, new Set([PAGE]));
    });

    it(`in any address of ${format} is the serialised http or https address, or none`, async test => {
      const visit = await open();
      // Browsers differ in what they take for a host; then the browser's own answer counts, and is told.
      const own = await visit.evaluate(
        serialised,
        addresses.map(({ input }) => input),
        format === "card" ? undefined : PAGE,
      );
      const faults = [],
        unused = [],
        allowed = new Set([PAGE]);
      const inputs = addresses.map((address, at) => ({
        type,
        text: JSON.stringify(make("Control", address.input)),
        address,
        own: own[at],
      }));
      let links = 0;
      await compare(visit, inputs, ({ address, own }, { state, article, report, tree, links: found }, control) => {
        const fault = (...what) => faults.push([address.input.slice(0, 100), ...what]);
        if (state === "error") return fault("is no card", report);
        if (tree !== control.tree) fault("changes the elements", tree, control.tree);
        const expected = format === "card" ? address.absolute : address.relative;
        if (expected !== undefined && own !== expected)
          test.diagnostic(`${JSON.stringify(address.input)} is ${own} here, by the corpus ${expected}`);
        for (const link of [...found, ...leaves(article).addresses.map(({ value }) => value)]) {
          links++;
          const isPage = format !== "card" && (link === PAGE || link.startsWith(`${PAGE}?`));
          if (!/^https?:\/\//.test(link) || !(isPage || link === own)) fault("leads to", link, own);
          allowed.add(link);
        }
        if (format === "card" && expected && !found.includes(own)) unused.push([address.input, own]);
      });
      assert.deepEqual(faults.slice(0, 5), [], `${faults.length} faults`);
      assert.ok(links > addresses.length, `${links} links`);
      assert.deepEqual(unused, []);
      await harmless(visit, allowed);
    });
  }

  it("in an attribute of the element is harmless too", async () => {
    const attributes = {
      "link-params": '"><img src=x onerror=window.__xss=1>',
      target: "javascript:window.__xss=1",
      lang: 'en" onload="window.__xss=1',
      "time-zone": "<b>",
      layout: "x onclick=window.__xss=1",
      hide: '"><img src=x onerror=window.__xss=1> byline',
      for: 'x"]<script>',
    };
    const picture = stage.publisher.picture();
    const { for: _, ...given } = attributes;
    const visit = await open(
      embed(everything(picture), { id: "card0", ...given }) + embed(null, { id: "card1", ...attributes }),
    );
    await visit.settled();
    const { links, classes, lang } = await visit.card("#card0");
    assert.ok(
      links.every(
        ({ href, target }) => /^https?:/.test(href) && !/[<>"]/.test(href) && !target?.includes("javascript"),
      ),
      JSON.stringify(links),
    );
    assert.deepEqual([classes.includes("onclick"), lang], [false, "en"]);
    await harmless(visit, new Set([picture]));
  });

  it("in a field that takes only certain words is left out, and is no text of the card", async () => {
    const picture = stage.publisher.picture();
    const visit = await open(
      TEXTS.map((text, at) =>
        embed(
          {
            headline: "Plain",
            origin: text,
            image: { url: picture, origin: text },
            media: at % 2 ? { kind: text } : { kind: "video", duration: text },
            readingTime: text,
          },
          { loading: "eager" },
        ),
      ).join(""),
    );
    await visit.settled();
    const cards = await visit.cards();
    assert.equal(cards.length, TEXTS.length);
    for (const [at, { parts, report }] of cards.entries()) {
      const media = at % 2 ? [] : ["media"];
      assert.deepEqual(Object.keys(parts).sort(), ["card", "figure", "headline", "image", ...media], TEXTS[at]);
      assert.deepEqual([parts.figure, parts.headline], [[at % 2 ? "" : "Video"], ["Plain"]]);
      assert.ok(report.length >= 4, JSON.stringify(report));
    }
    await harmless(visit, new Set([picture]));
  });

  it("on the console is short and cannot act", async () => {
    const visit = await open(
      embed({ headline: "x", url: `javascript:\u001b[31m\u202E%c${"long ".repeat(2000)}` }, { id: "card0" }),
    );
    await visit.settled();
    await visit.untilHere(() => visit.messages("warn").length > 0);
    const [message] = visit.messages("warn");
    assert.ok(message.length < 700, `${message.length} characters`);
    assert.doesNotMatch(message, /[\u001b\u202e]/);
  });
});
