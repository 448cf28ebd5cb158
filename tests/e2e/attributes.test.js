// Attributes: what they do, that they may change, and that nonsense in one is its default.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief, everything } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers } from "./harness/suite.js";

const ago = hours => new Date(Date.now() - hours * 3_600_000 - 60_000).toISOString();

inBrowsers("The attributes of a card", stage => {
  async function open(article, attributes = {}, options = {}) {
    const visit = await stage.open({ body: embed(article, { id: "card", ...attributes }), ...options });
    await visit.settled();
    return visit;
  }
  const set = (visit, name, value) =>
    visit.evaluate((attribute, text) => document.querySelector("#card").setAttribute(attribute, text), name, value);
  /** Waits until something inside the card matches a selector. */
  const shows = (visit, selector) =>
    visit.until(wanted => document.querySelector("#card").shadowRoot.querySelector(wanted) !== null, selector);

  it("follows its layout, heading level, target and direction", async () => {
    const visit = await open(everything(stage.publisher.picture()));
    for (const [name, value, selector] of [
      ["layout", "compact", "article.compact"],
      ["layout", "hero", "article.hero"],
      ["heading-level", "2", "h2[part~=headline]"],
      ["heading-level", "6", "h6[part~=headline]"],
      ["target", "_blank", "[part~=headline] a[target=_blank]"],
      ["dir", "rtl", "article[dir=rtl]"],
      ["dir", "ltr", "article[dir=ltr]"],
    ]) {
      await set(visit, name, value);
      await shows(visit, selector);
    }
    await set(visit, "target", "_self");
    await shows(visit, "[part~=headline] a:not([target=_blank])");
    assert.deepEqual((await visit.card()).parts.headline, [everything().headline]);
  });

  it("goes back to the defaults when attributes are taken away", async () => {
    const visit = await open(everything(stage.publisher.picture()), {
      layout: "hero",
      "heading-level": "5",
      target: "_top",
    });
    await visit.evaluate(() =>
      ["layout", "heading-level", "target"].forEach(name => document.querySelector("#card").removeAttribute(name)),
    );
    await shows(visit, "article.standard h3[part~=headline] a:not([target=_top])");
  });

  it("follows its language with labels, dates and direction", async () => {
    const visit = await open({ ...brief(), updated: "2024-04-03", shortUrl: "https://arab.news/x" });
    const words = {};
    for (const [language, direction] of [
      ["ar", "rtl"],
      ["de", "ltr"],
      ["he", "rtl"],
      ["fr", "ltr"],
    ]) {
      await set(visit, "lang", language);
      await shows(visit, `article[lang|=${language}][dir=${direction}]`);
      words[language] = (await visit.card()).parts.timestamp[0];
    }
    assert.match(words.de, /3\. April 2024$/);
    assert.match(words.fr, /3 avril 2024$/);
    assert.match(words.ar, /أبريل|نيسان/);
    assert.match(words.he, /באפריל 2024$/);
    assert.ok(
      Object.values(words).every(text => !text.includes("Updated")),
      JSON.stringify(words),
    );
  });

  it("follows its theme, and otherwise the page’s colour scheme", async () => {
    const visit = await open(brief(), {}, { head: "<style>:root{color-scheme:light}</style>" });
    const ink = () =>
      visit.evaluate(
        () => getComputedStyle(document.querySelector("#card").shadowRoot.querySelector("[part~=headline]")).color,
      );
    const light = await ink();
    await set(visit, "theme", "dark");
    const dark = await ink();
    assert.notEqual(dark, light);
    await set(visit, "theme", "auto");
    assert.equal(await ink(), light);
    await visit.evaluate(() => {
      document.documentElement.style.colorScheme = "dark";
    });
    assert.equal(await ink(), dark, "auto follows the page");
    await set(visit, "theme", "light");
    assert.equal(await ink(), light);
    await set(visit, "theme", "nonsense");
    assert.equal(await ink(), dark, "nonsense is auto");
  });

  it("follows its clock", async () => {
    const visit = await open({ ...brief(), updated: "2024-04-03T09:30:00Z" }, { "time-zone": "Asia/Tokyo" });
    assert.match((await visit.card()).parts.timestamp[0], /18:30/);
    await set(visit, "time-zone", "Asia/Riyadh");
    await visit.until(() =>
      document.querySelector("#card").shadowRoot.querySelector("time").textContent.includes("12:30"),
    );
    const recent = await open({ ...brief(), updated: ago(2) });
    assert.equal((await recent.card()).times[0].text, "2 hours ago");
    await set(recent, "relative-until", "PT1H");
    await recent.until(() =>
      /\d{4}/.test(document.querySelector("#card").shadowRoot.querySelector("time").firstChild.data),
    );
  });

  it("leaves out the parts that it hides, and has them again when it does not", async () => {
    const HIDDEN = {
      figure: ["figure", "image", "origin", "caption", "credit"],
      caption: ["caption"],
      publisher: ["publisher"],
      kicker: ["kicker"],
      standfirst: ["standfirst"],
      byline: ["byline", "job-title"],
      dateline: ["dateline"],
      timestamp: ["timestamp"],
      "reading-time": ["reading-time"],
      media: ["media"],
      bullets: ["bullets", "bullet"],
      "short-link": ["short-link"],
      follow: ["follow"],
      related: ["related", "related-item"],
    };
    const visit = await open(everything(stage.publisher.picture()));
    const all = (await visit.card()).parts;
    // The dates of related stories and of a correction are no part that is hidden by itself.
    const shown = async () => Object.keys((await visit.card()).parts).sort();
    const drawn = () =>
      visit.evaluate(
        () =>
          new Promise(done =>
            document.querySelector("#card").addEventListener("article-card-ready", () => done(), { once: true }),
          ),
      );
    const hide = async value => {
      const ready = drawn();
      await visit.evaluate(text => {
        document.querySelector("#card").hide = text;
      }, value);
      await ready;
    };
    for (const [part, gone] of Object.entries(HIDDEN)) {
      await hide(part);
      assert.deepEqual(
        await shown(),
        Object.keys(all)
          .filter(name => !gone.includes(name))
          .sort(),
        part,
      );
    }
    await hide(Object.keys(HIDDEN).join(" \n"));
    const { parts, report } = await visit.card();
    assert.deepEqual(Object.keys(parts).sort(), ["card", "headline", "notice"]);
    // Who paid, what a reader needs, what AI has made, what was put right.
    assert.deepEqual([parts.notice, report], [all.notice, []]);
    assert.equal(parts.notice.length, 4);
    const ready = drawn();
    await visit.evaluate(() => document.querySelector("#card").removeAttribute("hide"));
    await ready;
    assert.deepEqual((await visit.card()).parts, all);
  });

  it("follows its link parameters", async () => {
    const visit = await open({ ...brief(), url: "https://news.example/a" });
    await set(visit, "link-params", "utm_source=partner");
    await shows(visit, 'a[href="https://news.example/a?utm_source=partner"]');
    await set(visit, "link-params", "");
    await shows(visit, 'a[href="https://news.example/a"]');
  });

  it("has a property for each attribute, and each follows the other", async () => {
    const visit = await open(brief());
    const PROPERTIES = [
      ["layout", "layout", "standard", "hero"],
      ["theme", "theme", "auto", "dark"],
      ["heading-level", "headingLevel", "3", "4"],
      ["target", "target", "_self", "_blank"],
      ["time-zone", "timeZone", "publisher", "reader"],
      ["relative-until", "relativeUntil", "P7D", "P1D"],
      ["link-params", "linkParams", "", "a=b"],
      ["loading", "loading", "lazy", "eager"],
      ["hide", "hide", "", "byline related"],
      ["for", "htmlFor", "", "other"],
      ["lang", "lang", "", "de"],
      ["dir", "dir", "", "rtl"],
    ];
    const found = await visit.evaluate(
      table =>
        table.map(([attribute, property, , other]) => {
          const card = document.createElement("article-card"),
            first = String(card[property]);
          card[property] = other;
          const reflected = card.getAttribute(attribute);
          card.removeAttribute(attribute);
          card.setAttribute(attribute, other);
          return [
            attribute,
            property,
            first,
            reflected === other && String(card[property]) === other ? other : `${reflected}, ${card[property]}`,
          ];
        }),
      PROPERTIES,
    );
    assert.deepEqual(found, PROPERTIES);
  });

  it("loses an attribute whose property a framework takes back", async () => {
    const visit = await open(brief());
    const left = await visit.evaluate(() => {
      const card = document.createElement("article-card");
      return [undefined, null].map(nothing => {
        card.layout = "hero";
        card.layout = nothing;
        return [card.hasAttribute("layout"), card.layout].join(" ");
      });
    });
    assert.deepEqual(left, ["false standard", "false standard"]);
  });

  it("takes nonsense in an attribute as the default, and warns about it", async () => {
    const nonsense = {
      layout: "sideways",
      theme: "purple",
      "heading-level": "17",
      target: "elsewhere?",
      "time-zone": "No/Where!",
      "relative-until": "soon",
      loading: "perhaps",
      hide: "headline",
      dir: "upwards",
      lang: "!!",
    };
    const visit = await open({ ...brief(), updated: ago(2) }, nonsense);
    const { state, classes, dir, lang, times, report } = await visit.card();
    assert.deepEqual(
      [state, /standard/.test(classes), dir, lang, times[0].text],
      ["ready", true, "ltr", "en-GB", "2 hours ago"],
    );
    assert.equal(
      await visit.evaluate(
        () => document.querySelector("#card").shadowRoot.querySelector("[part~=headline]").localName,
      ),
      "h3",
    );
    const [{ detail }] = await visit.events("ready");
    const warned = detail.diagnostics
      .filter(({ code, severity }) => code === "bad-attribute" && severity === "warning")
      .map(({ path }) => path.replace(/^[^a-z]+/, ""));
    assert.deepEqual(warned.sort(), Object.keys(nonsense).sort());
    assert.deepEqual(report, detail.diagnostics);
    assert.equal(visit.messages("warn").length, 1, "all in one message");
  });
});
