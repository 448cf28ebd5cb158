// One language sets labels, dates and direction; texts of other languages keep their own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { brief, everything } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { prerendered, renderings } from "./harness/prerendered.js";
import { inBrowsers } from "./harness/suite.js";

const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];
const LANGUAGES = ["en", "ar", "de", "es", "fa", "fr", "he", "hi", "ja", "tr", "ur", "zh"];
// Those of the European Union beside them. Portuguese has the same word as Spanish for one label, so it stands apart.
const UNION = "bg cs da el et fi hr hu it lt lv nl pl ro sk sl sv".split(" ");
const dated = (more = {}) => ({ ...brief(), updated: "2024-04-03", follow: {}, ...more });

inBrowsers("The language of a card", stage => {
  const draw = async (body, options = {}) => {
    const visit = await stage.open({ body, ...options });
    await visit.settled();
    return visit;
  };

  it("is one of many, each with labels and dates of its own", async () => {
    const all = [...LANGUAGES, ...UNION];
    const visit = await draw(all.map(language => embed(dated({ language }), { loading: "eager" })).join(""));
    const cards = await visit.cards();
    for (const [index, language] of all.entries()) {
      const { lang, dir, parts, report } = cards[index];
      assert.deepEqual([lang, dir, report], [language, RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr", []], language);
      if (language !== "en")
        assert.ok(
          !/Updated|Follow|April 3/.test(parts.timestamp[0] + parts.follow[0]),
          `${language}: ${parts.timestamp[0]} ${parts.follow[0]}`,
        );
    }
    assert.equal(new Set(cards.map(({ parts }) => parts.follow[0])).size, all.length);
    assert.match(cards[2].parts.timestamp[0], /3\. April 2024/);
    assert.match(cards[8].parts.timestamp[0], /2024年4月3日/);
    assert.match(cards[0].parts.timestamp[0], /^Updated (April 3, 2024|3 April 2024)$/);
  });

  it("has labels that are fetched once for all cards in it, and none for cards in English", async () => {
    const english = await draw(embed(dated()) + embed(dated({ language: "en-GB", related: [{ headline: "Auf Deutsch", language: "de" }] })));
    assert.deepEqual([english.kit.count("labels"), english.kit.missing], [0, []]);
    const bodies = ["de", "de-AT", "en", "zh-TW", "zh-HK"].map(language => embed(dated({ language }), { loading: "eager" }));
    const visit = await draw(bodies.join(""));
    const names = visit.kit.requests.filter(({ part }) => part === "labels").map(({ name }) => name.replace(/-[0-9a-f]{8}-/, "-"));
    assert.deepEqual(names.sort(), ["article-card-labels-de.tsv", "article-card-labels-zh-Hant.tsv"]);
    const follow = (await visit.cards()).map(({ parts }) => parts.follow[0]);
    assert.deepEqual(follow, ["Folgen", "Folgen", "Follow", "追蹤", "追蹤"]);
    // A card that changes to a language which is there, and to one which is not.
    await visit.evaluate(() => {
      const [card] = document.querySelectorAll("article-card");
      card.lang = "zh-TW";
    });
    await visit.until(() => document.querySelector("article-card").shadowRoot.querySelector(".follow").textContent === "追蹤");
    await visit.evaluate(() => (document.querySelector("article-card").lang = "tr"));
    await visit.until(() => document.querySelector("article-card").shadowRoot.querySelector(".follow").textContent === "Takip et");
    assert.equal(visit.kit.count("labels"), 3);
  });

  it("counts in the classes of the language, also where the browser itself has few words in it", async () => {
    const counted = [
      ["pl", 1, "1 zdjęcie"],
      ["pl", 22, "22 zdjęcia"],
      ["pl", 12, "12 zdjęć"],
      ["sl", 2, "2 fotografiji"],
      ["lt", 21, "21 nuotrauka"],
      ["ro", 20, "20 de fotografii"],
      ["pt-BR", 2, "2 fotos"],
      ["nl-BE", 2, "2 foto’s"],
      ["mt", 11, "11-il ritratt"],
      ["ga", 8, "8 bpictiúr"],
    ];
    const articles = counted.map(([language, count]) => dated({ language, media: { kind: "gallery", count } }));
    // For these Chromium has plural classes and no dates, so that their dates are in English, marked as that.
    articles.push(dated({ language: "mt" }), dated({ language: "ga" }));
    const visit = await draw(articles.map(article => embed(article, { loading: "eager" })).join(""));
    const cards = await visit.cards();
    assert.deepEqual(cards.map(({ report }) => report), articles.map(() => []));
    for (const [index, [language, count, words]] of counted.entries())
      assert.ok(cards[index].text.includes(words), `${language} ${count}: ${cards[index].text}`);
    const [maltese, irish] = cards.slice(-2);
    assert.deepEqual([maltese.lang, maltese.parts.follow[0], irish.lang, irish.parts.follow[0]], ["mt", "Segwi", "ga", "Lean"]);
    assert.match(maltese.parts.timestamp[0], /^Aġġornat: /);
    assert.match(irish.parts.timestamp[0], /^Nuashonraithe: /);
    // What translators are told of the table stays there.
    assert.ok(!cards.some(({ text }) => /[#?]|unsure/.test(text)));
  });

  it("finds its row in the whole table, which the preview has with all that translators are told", async () => {
    const body = readFileSync(new URL("../../src/labels.tsv", import.meta.url), "utf8");
    assert.match(body, /^# ga: .*; unsure: /m);
    const visit = await stage.open({ body: embed(dated({ language: "ga" })), kit: { faults: { labels: { body } } } });
    await visit.settled();
    const { parts, report, text } = await visit.card();
    assert.deepEqual([parts.follow[0], report], ["Lean", []]);
    assert.ok(!/[#?]|unsure/.test(text), text);
  });

  for (const [what, fault] of [["is missing", { status: 404 }], ["breaks off", { abort: true }], ["is another's", { body: "<!doctype html>" }]])
    it(`is told in English where the file of its labels ${what}`, async () => {
      const visit = await stage.open({ body: embed(dated({ language: "de" })), kit: { faults: { labels: fault } } });
      await visit.settled();
      const { lang, state, parts, report } = await visit.card();
      assert.deepEqual([lang, state, report.map(({ code, severity }) => [code, severity])], ["de", "ready", [["no-labels", "warning"]]]);
      assert.match(report[0].message, /“de”/);
      assert.equal(parts.follow[0], "Follow");
      const marked = await visit.evaluate(() => document.querySelector("article-card").shadowRoot.querySelector(".follow [lang]").lang);
      assert.equal(marked, "en");
      assert.equal(visit.kit.count("labels"), 1, "nothing is tried over and over");
      assert.deepEqual((await visit.events("ready")).length, 1);
    });

  it("waits for its labels without holding up others, and what overtakes it is drawn", async () => {
    let go;
    const held = new Promise(done => (go = done));
    const body = embed(dated({ language: "de" }), { id: "a", loading: "eager" }) + embed(dated(), { id: "b", loading: "eager" });
    const visit = await stage.open({ body, kit: { faults: { labels: { held } } } });
    await visit.until(() => Boolean(document.getElementById("b").shadowRoot?.querySelector(".follow")));
    await visit.untilHere(() => visit.kit.count("labels") === 1);
    assert.equal((await visit.card("#a")).fallbackShown, true);
    await visit.evaluate(() => (document.getElementById("a").article = { headline: "In English", language: "en", follow: {} }));
    await visit.until(() => Boolean(document.getElementById("a").shadowRoot?.querySelector(".follow")));
    go();
    await visit.evaluate(() => new Promise(done => setTimeout(done, 300)));
    const { parts, report } = await visit.card("#a");
    assert.deepEqual([parts.headline, parts.follow, report], [["In English"], ["Follow"], []]);
    assert.equal((await visit.events("ready", "a")).length, 1);
  });

  it("keeps nothing on the page that is withheld while labels are awaited", async () => {
    const until = soon => new Date(Date.now() + soon).toISOString();
    for (const [what, article, later, asked] of [
      // Embargoed from the start, withdrawn later, over while one looks.
      ["embargo", dated({ language: "de", embargoedUntil: until(3_600_000) }), null, 0],
      ["withdrawal", dated({ language: "en" }), { status: "withdrawn", language: "fr" }, 1],
      ["expiry", dated({ language: "de", expires: until(2500) }), null, 0],
    ]) {
      const held = new Promise(() => {});
      const body = what === "expiry" ? prerendered(article) : embed(article);
      const visit = await stage.open({ body, kit: { faults: { labels: { held } } } });
      await visit.settled();
      if (later) await visit.evaluate(later => (document.querySelector("article-card").article = later), later);
      const { headline } = article;
      await visit.until(text => !document.querySelector("article-card").shadowRoot.textContent.includes(text), headline);
      const given = await visit.evaluate(() => JSON.stringify(document.querySelector("article-card").article));
      assert.ok(what === "withdrawal" || !given?.includes(headline), `${what}: ${given}`);
      assert.equal(visit.kit.count("labels"), asked, what);
      if (later) assert.match((await visit.card()).text ?? "", /withdrawn/);
    }
  });

  it("tells once of a prerendered card that is drawn afresh after its labels have come", async () => {
    const visit = await stage.open({ body: prerendered(dated({ language: "en" })).replace("<article-card", '<article-card lang="de"') });
    await visit.settled();
    const { report, parts } = await visit.card();
    assert.deepEqual([report.map(({ code }) => code), parts.follow], [["hydrate-mismatch"], ["Folgen"]]);
    assert.equal(visit.messages("warn").filter(text => text.includes("hydrate-mismatch")).length, 1, JSON.stringify(visit.console));
  });

  it("comes with a prerendered card, for which no labels are fetched until it changes", async () => {
    const article = dated({ language: "de" });
    const visit = await stage.open({ body: prerendered(article) });
    await visit.settled();
    assert.deepEqual([visit.kit.count("labels"), (await visit.card()).report], [0, []]);
    await visit.evaluate(article => (document.querySelector("article-card").article = article), { ...article, headline: "Neu" });
    await visit.until(() => document.querySelector("article-card").shadowRoot.querySelector(".headline").textContent === "Neu");
    const { parts, report } = await visit.card();
    assert.deepEqual([parts.follow, report, visit.kit.count("labels")], [["Folgen"], [], 1]);
  });

  it("comes from the attribute, else the article, else the page around it, else English", async () => {
    const body = `${embed(dated({ language: "de" }), { id: "a", lang: "fr" })}${embed(dated({ language: "de" }), { id: "b" })}<section lang="tr"><div>${embed(dated(), { id: "c" })}</div></section>${embed(dated(), { id: "d" })}`;
    const visit = await draw(body, { lang: "es" });
    assert.deepEqual(
      (await visit.cards()).map(({ lang }) => lang),
      ["fr", "de", "tr", "es"],
    );
    const plain = await draw(embed(dated()), { lang: "" });
    assert.equal((await plain.card()).lang, "en");
  });

  it("says so in English where it has no labels, and marks them as English", async () => {
    const visit = await draw(embed(dated({ language: "nb" })));
    const { lang, report, parts } = await visit.card();
    assert.deepEqual([lang, report.map(({ code, severity }) => [code, severity])], ["nb", [["no-labels", "warning"]]]);
    assert.match(parts.timestamp[0], /^Updated 3\. april 2024$/, "the date is in Norwegian all the same");
    const languages = await visit.evaluate(
      texts => {
        const walker = document.createTreeWalker(
            document.querySelector("article-card").shadowRoot,
            NodeFilter.SHOW_TEXT,
          ),
          found = {};
        while (walker.nextNode())
          found[walker.currentNode.data.trim()] = walker.currentNode.parentElement.closest("[lang]").lang;
        return texts.map(text => found[text]);
      },
      ["Updated", "3. april 2024", "Follow", brief().headline],
    );
    assert.deepEqual(languages, ["en", "nb", "en", "nb"]);
  });

  it("has dates in English, marked as English, where nobody has the words, drawn and prerendered alike", async () => {
    const hour = new Date(Date.now() - 3_700_000).toISOString();
    const article = {
      ...dated({ language: "dv", headline: "ދިވެހި", correction: { text: "ދިވެހި", date: hour } }),
      related: [
        { headline: "ދިވެހި", published: "2024-04-01" },
        { headline: "Auf Deutsch", language: "de", published: hour },
        { headline: "Diné bizaad", language: "nv", published: hour },
      ],
    };
    const languages = () => {
      const times = [...document.querySelector("article-card").shadowRoot.querySelectorAll("time")];
      return times.map(time => [time.closest("[lang]").lang, time.firstChild.data, time.querySelector(".full")?.textContent]);
    };
    for (const body of [embed(article), prerendered(article)]) {
      const visit = await draw(body);
      const [updated, correction, related, german, navajo] = await visit.evaluate(languages);
      assert.deepEqual(updated.slice(0, 2), ["en", "April 3, 2024"]);
      assert.deepEqual(related.slice(0, 2), ["en", "April 1, 2024"]);
      assert.deepEqual(german.slice(0, 2), ["de", "vor 1 Stunde"]);
      for (const [language, words, full] of [correction, navajo]) {
        assert.deepEqual([language, words], ["en", "1 hour ago"]);
        assert.match(full, /^\p{L}+ \d{1,2}, \d{4} at /u);
      }
    }
  });

  it("is the same for a server and a browser as to which have words", async () => {
    // Chromium itself has fewer than Firefox and the server, and none of them has the last ones.
    const common =
      "af am ar bg bn bs ca cs da de el es et fa fi fil fr gu he hi hr hu id it ja kk kn ko lt lv ml mr ms nb nl no pa pl pt ro ru sk sl sr sv sw ta te th tr uk ur uz vi zh zh-Hant" +
      " dv tlh nv la gn ht ay und xx";
    const articles = common.split(" ").map(language => ({ headline: "H", updated: "2024-04-03T10:00:00Z", language }));
    const embeds = renderings(articles).map(({ html }) => html);
    const languages = () =>
      [...document.querySelectorAll("article-card")].map(({ shadowRoot }) => shadowRoot.querySelector("time").closest("[lang]").lang);
    const server = await (await stage.open({ body: embeds.join(""), kit: null })).evaluate(languages);
    const live = await draw(articles.map(article => embed(article, { loading: "eager" })).join(""));
    assert.deepEqual(await live.evaluate(languages), server);
    assert.equal(server.filter(language => language === "en").length, 9);
  });

  it("can be worded by the publisher", async () => {
    const visit = await draw(
      embed({
        ...dated(),
        access: "paid",
        shortUrl: "https://arab.news/x",
        labels: { updated: "As of {time}, revised", follow: "Keep me posted", paid: "Members", copied: "Got it" },
      }),
    );
    const { parts, report } = await visit.card();
    assert.match(parts.timestamp[0], /^As of 3 April 2024, revised$/);
    assert.deepEqual([parts.follow[0], parts.notice[0], report], ["Keep me posted", "Members", []]);
    await (await visit.inside("button.copy")).click();
    await visit.until(
      () => document.querySelector("article-card").shadowRoot.querySelector("[role=status]").textContent === "Got it",
    );
  });

  it("lays an Arabic card out from right to left, on a page that is not", async () => {
    const visit = await draw(
      embed(
        {
          ...everything(stage.publisher.picture()),
          language: "ar",
          headline: "عنوان باللغة العربية",
          bullets: ["نقطة أولى", "نقطة ثانية"],
        },
        { id: "card" },
      ),
      { viewport: { width: 700, height: 1200 } },
    );
    const found = await visit.evaluate(() => {
      const root = document.querySelector("#card").shadowRoot,
        box = part => root.querySelector(part).getBoundingClientRect();
      const text = part => {
        const range = document.createRange();
        range.selectNodeContents(root.querySelector(part));
        return range.getBoundingClientRect();
      };
      const card = document.querySelector("#card").getBoundingClientRect();
      return {
        headline: [text("[part~=headline]").right, text("[part~=dateline]").right, text("[part~=bullet]").right].map(
          right => card.right - right,
        ),
        copy: box("button.copy").left < box("[part~=short-link] a").left,
        follow: box("[part~=follow]").left < box("[part~=short-link]").left,
      };
    });
    assert.ok(
      found.headline.every(gap => gap >= 0 && gap < 420),
      JSON.stringify(found),
    );
    assert.ok(found.headline[2] < 60, `bullets hang on the right: ${JSON.stringify(found)}`);
    assert.deepEqual([found.copy, found.follow], [true, true], "buttons follow to the left");
  });

  it("is its own for a related story", async () => {
    const related = [
      { headline: "قصة أخرى", url: "https://news.example/ar", language: "ar", updated: "2024-04-01" },
      { headline: "Another", url: "https://news.example/en" },
    ];
    const visit = await draw(embed({ ...dated({ language: "en-GB" }), related }));
    const items = await visit.evaluate(() =>
      [...document.querySelector("article-card").shadowRoot.querySelectorAll("[part~=related-item]")].map(item => [
        item.closest("[lang]").lang,
        getComputedStyle(item).direction,
      ]),
    );
    assert.deepEqual(items, [
      ["ar", "rtl"],
      ["en-GB", "ltr"],
    ]);
  });

  it("does not turn texts around whose language nobody has said", async () => {
    const article = {
      headline: "כותרת בעברית",
      standfirst: "An English standfirst.",
      bullets: ["نقطة بالعربية", "An English point"],
      dateline: "القاهرة",
      byline: [{ name: "عادل" }, { name: "Ben" }],
      updated: "2024-04-03",
    };
    const visit = await draw(embed(article, { id: "card" }));
    const direction = part =>
      visit.evaluate(
        wanted =>
          [...document.querySelector("#card").shadowRoot.querySelectorAll(wanted)].map(
            node => getComputedStyle(node).direction,
          ),
        part,
      );
    assert.deepEqual(
      [await direction("[part~=headline]"), await direction("[part~=standfirst]"), await direction("[part~=bullet]")],
      [["rtl"], ["ltr"], ["rtl", "ltr"]],
    );
    const places = await visit.evaluate(() =>
      ["[part~=dateline]", "[part~=timestamp]"].map(
        part => document.querySelector("#card").shadowRoot.querySelector(part).getBoundingClientRect().left,
      ),
    );
    assert.ok(places[0] < places[1], "place before date, as in an English line");
    assert.match((await visit.card()).parts.timestamp[0], /^Updated 3 April 2024$/);
  });
});

// Only Chromium's protocol can say which language the browser itself speaks.
inBrowsers(
  "The language of a card in a German browser",
  stage => {
    it("is never the browser’s: where dates cannot be had in it, they are English like the labels", async () => {
      const visit = await stage.open({ body: embed(dated({ language: "tlh" })), locale: "de-DE" });
      await visit.settled();
      assert.equal(
        await visit.evaluate(() => new Date(Date.UTC(2024, 2, 3)).toLocaleDateString(undefined, { month: "long" })),
        "März",
      );
      assert.match((await visit.card()).parts.timestamp[0], /^Updated (3 April 2024|April 3, 2024)$/);
    });
  },
);
