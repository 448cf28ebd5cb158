// Hostile strings stay text: no script of theirs runs, nothing is fetched for them, and they change no element.
import assert from "node:assert/strict";
import { it } from "node:test";
import { everything } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";

const TEXTS = [
  "<script>window.__xss=1</script>",
  '<img src=x onerror="window.__xss=1">',
  '"><svg onload=window.__xss=1>',
  "</script><script>window.__xss=1</script>",
  "<!--<script>",
  "' onmouseover='window.__xss=1",
  '</article></template><iframe srcdoc="<script>parent.__xss=1</script>">',
  "{{constructor.constructor('window.__xss=1')()}}",
  "&lt;b&gt; &amp;amp; <b>bold</b>",
  'x" style="position:fixed;inset:0" onclick="window.__xss=1',
  "<style>*{display:none}</style>",
  '<base href="https://evil.example/">',
];
const ADDRESSES = [
  "javascript:window.__xss=1",
  "JaVaScRiPt:window.__xss=1",
  "\tjavascript:window.__xss=1",
  "java\nscript:window.__xss=1",
  "data:text/html,<script>parent.__xss=1</script>",
  "vbscript:msgbox(1)",
  "blob:https://evil.example/1",
  "file:///etc/passwd",
  "view-source:javascript:1",
  "///evil.example/x",
  "//evil.example/x",
  "\\\\evil.example\\x",
  "feed:javascript:1",
];

/** The article with every text or every address replaced. */
function replaced(value, text, address, key = "") {
  if (typeof value === "string") {
    if (/url|logo/i.test(key) || value.startsWith("http")) return address ?? value;
    return ["updated", "published", "date", "access", "status", "language", "id"].includes(key)
      ? value
      : (text ?? value);
  }
  if (Array.isArray(value)) return value.map(item => replaced(item, text, address, key));
  return value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(inner, text, address, name)]))
    : value;
}

/** Runs in the page: the elements of a card, without its texts. */
const skeleton = id =>
  [...document.querySelector(id).shadowRoot.querySelectorAll("*")]
    .map(node => `${node.localName}[${node.getAttributeNames().sort()}]`)
    .join(" ");

inBrowsers("A hostile string", stage => {
  const article = () => everything(stage.publisher.picture());
  async function open(articles) {
    const body = `<p id="before">Before</p>${articles.map((given, index) => embed(given, { id: `card${index}`, loading: "eager" })).join("")}<p id="after">After</p>`;
    const visit = await stage.open({ body });
    await visit.settled();
    return visit;
  }
  async function harmless(visit) {
    await pause(300);
    assert.deepEqual(
      await visit.evaluate(() => [
        window.__xss ?? null,
        window.seen.errors,
        document.querySelectorAll("iframe, base, script:not([src]):not([type])").length,
        document.querySelector("#after").checkVisibility(),
      ]),
      [null, [], 0, true],
    );
    const known = [visit.url, stage.publisher.picture()];
    assert.deepEqual(
      visit.requests.filter(address => !known.includes(address) && !address.startsWith(visit.kit.base)),
      [],
    );
  }

  it("in any text is shown letter by letter, in the elements of an ordinary card", async () => {
    const visit = await open([article(), ...TEXTS.map(text => replaced(article(), text))]);
    const control = await visit.evaluate(skeleton, "#card0");
    for (const [index, text] of TEXTS.entries()) {
      const { parts, images } = await visit.card(`#card${index + 1}`);
      assert.equal(parts.headline[0], text, text);
      assert.deepEqual(parts.bullet, [text, text]);
      assert.equal(
        parts["related-item"].every(item => item.includes(text)),
        true,
      );
      assert.equal(images[0].alt, text);
      assert.equal(await visit.evaluate(skeleton, `#card${index + 1}`), control, text);
    }
    await harmless(visit);
  });

  it("in any address is no link and no request", async () => {
    const visit = await open(ADDRESSES.map(address => replaced(article(), undefined, address)));
    for (const [index, address] of ADDRESSES.entries()) {
      const { links, images, parts, report } = await visit.card(`#card${index}`);
      assert.deepEqual([links, images], [[], []], address);
      assert.deepEqual(parts.headline, [article().headline]);
      assert.deepEqual(
        [...new Set(report.map(({ code }) => code).filter(code => code !== "missing-field"))].filter(
          code => !["blocked-url", "bad-url"].includes(code),
        ),
        [],
      );
    }
    await harmless(visit);
  });

  it("in an address that is one is only ever used in its serialised form", async () => {
    const visit = await open([
      {
        ...article(),
        url: 'HTTPS://News.Example/a b?<c>"d"',
        shortUrl: "https://user:secret@news.example/x",
        related: [],
      },
    ]);
    const { links, report, markup } = await visit.card("#card0");
    assert.ok(
      links.some(({ href }) => href === "https://news.example/a%20b?%3Cc%3E%22d%22"),
      JSON.stringify(links),
    );
    assert.ok(!markup.includes("secret"), "no password is passed on");
    assert.ok(report.some(({ path }) => path === "$.shortUrl"));
  });

  it("in an attribute of the element is harmless too", async () => {
    const attributes = {
      "link-params": '"><img src=x onerror=window.__xss=1>',
      target: "javascript:window.__xss=1",
      lang: 'en" onload="window.__xss=1',
      "time-zone": "<b>",
      layout: "x onclick=window.__xss=1",
    };
    const visit = await stage.open({
      body: `<p id="after">After</p>${embed(article(), { id: "card0", ...attributes })}`,
    });
    await visit.settled();
    const { links, classes, lang } = await visit.card("#card0");
    assert.ok(
      links.every(
        ({ href, target }) => /^https?:/.test(href) && !/[<>"]/.test(href) && !target?.includes("javascript"),
      ),
      JSON.stringify(links),
    );
    assert.deepEqual([classes.includes("onclick"), lang], [false, "en"]);
    await harmless(visit);
  });

  it("on the console is short and cannot act", async () => {
    const visit = await open([{ headline: "x", url: `javascript:\u001b[31m\u202E%c${"long ".repeat(2000)}` }]);
    const [message] = visit.messages("warn");
    assert.ok(message.length < 700, `${message.length} characters`);
    assert.doesNotMatch(message, /[\u001b\u202e]/);
  });
});
