// Each field of an article where it belongs, and nothing at all where there is none.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief, everything } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers } from "./harness/suite.js";

/** Fields given alone: [name, the field, the part that appears, what it reads]. */
const ALONE = [
  ["kicker", { kicker: "Technology" }, "kicker", /^technology$/i],
  ["section", { section: "Media" }, "kicker", /^media$/i],
  ["live", { status: "live" }, "kicker", /^live$/i],
  ["breaking", { status: "breaking" }, "kicker", /^breaking$/i],
  ["developing", { status: "developing" }, "kicker", /^developing$/i],
  ["standfirst", { standfirst: "What happened." }, "standfirst", /^What happened\.$/],
  ["publisher", { publisher: { name: "Arab News" } }, "publisher", /^Arab News$/],
  ["byline", { byline: [{ name: "Ada Reporter" }] }, "byline", /^By Ada Reporter$/],
  ["dateline", { dateline: "LONDON" }, "dateline", /^LONDON$/],
  ["published", { published: "2024-04-03" }, "timestamp", /^Published 3 April 2024$/],
  ["updated", { updated: "2024-04-03" }, "timestamp", /^Updated 3 April 2024$/],
  ["paid", { access: "paid" }, "notice", /^Subscribers only$/],
  ["metered", { access: "metered" }, "notice", /\w/],
  ["registration", { access: "registration" }, "notice", /\w/],
  ["what AI has made", { origin: "trainedAlgorithmicMedia" }, "notice", /^Made with AI$/],
  ["what AI has changed", { origin: "compositeWithTrainedAlgorithmicMedia" }, "notice", /^Edited with AI$/],
  ["what software has made", { origin: "algorithmicMedia" }, "notice", /^Made by software$/],
  ["reading time", { readingTime: 5 }, "reading-time", /^5 mins? to read$/],
  ["video", { media: { kind: "video" } }, "media", /^Video$/],
  ["recording", { media: { kind: "audio", duration: "PT1H2M5S" } }, "media", /^1:02:05 Audio 1 hour 2 minutes 5 seconds$/],
  ["pictures", { media: { kind: "gallery", count: 24 } }, "media", /^24 pictures$/],
  ["one picture", { media: { kind: "gallery", count: 1 } }, "media", /^1 picture$/],
  [
    "job title",
    { byline: [{ name: "Ada Reporter", jobTitle: "Media editor" }] },
    "byline",
    /^By Ada Reporter Media editor$/,
    ["job-title"],
  ],
  ["portrait", { byline: [{ name: "Ada Reporter", image: "PICTURE" }] }, "byline", /^By Ada Reporter$/],
  ["sponsor", { sponsor: { name: "A Sponsor" } }, "notice", /^Paid for by A Sponsor$/],
  [
    "correction",
    { correction: { text: "It was Tuesday.", date: "2024-04-04" } },
    "notice",
    /Correction.*4 April 2024.*It was Tuesday\.$/,
  ],
  ["bullets", { bullets: ["One point"] }, "bullets", /^One point$/, ["bullet"]],
  ["short link", { shortUrl: "https://arab.news/x" }, "short-link", /^arab\.news\/x\b/],
  ["follow", { follow: { label: "Follow the story" } }, "follow", /^Follow the story$/],
  ["related", { related: [{ headline: "Another story" }] }, "related", /Another story/, ["related-item"]],
  ["picture", { image: { url: "PICTURE", alt: "A view" } }, "figure", /^$/, ["image"]],
  ["caption", { image: { url: "PICTURE", caption: "A caption" } }, "caption", /^A caption$/, ["figure", "image"]],
  ["credit", { image: { url: "PICTURE", credit: "AFP" } }, "credit", /^AFP$/, ["figure", "image"]],
  [
    "altered picture",
    { image: { url: "PICTURE", origin: "compositeWithTrainedAlgorithmicMedia" } },
    "origin",
    /^Picture altered with AI$/,
    ["figure", "image"],
  ],
  ["photograph", { image: { url: "PICTURE", origin: "digitalCapture" } }, "figure", /^$/, ["image"]],
  [
    "video with a picture",
    { image: { url: "PICTURE" }, media: { kind: "video", duration: "PT3M20S" } },
    "media",
    /^3:20 Video 3 minutes 20 seconds$/,
    ["figure", "image"],
  ],
];

/** Runs in the page: elements of a card that show nothing and are not meant to. */
const hollow = () =>
  [...document.querySelectorAll("article-card")].flatMap(card =>
    [...card.shadowRoot.querySelectorAll("article *")]
      .filter(
        node =>
          !node.matches("img, source, br, .cover, [role=status]") && !node.textContent.trim() && !node.querySelector("img"),
      )
      .map(node => node.outerHTML),
  );

inBrowsers("The fields of an article", stage => {
  const draw = async (body, options = {}) => {
    const visit = await stage.open({ body, ...options });
    await visit.settled();
    return visit;
  };
  const eager = (article, attributes = {}) => embed(article, { loading: "eager", ...attributes });

  it("are absent without a trace when an article has only its headline", async () => {
    const visit = await draw(eager(brief()));
    const { parts, images, links, text } = await visit.card();
    assert.deepEqual(Object.keys(parts).sort(), ["card", "headline"]);
    assert.deepEqual([images, links, text.trim()], [[], [], brief().headline]);
    assert.deepEqual(await visit.evaluate(hollow), []);
  });

  it("appear each by itself, in its part and with its words", async () => {
    const picture = stage.publisher.picture();
    const visit = await draw(
      ALONE.map(([, field], index) =>
        eager(JSON.stringify({ ...brief(), ...field }).replace("PICTURE", picture), { id: `field${index}` }),
      ).join(""),
    );
    const cards = await visit.cards();
    for (const [index, [name, , part, reads, more = []]] of ALONE.entries()) {
      const { parts, report } = cards[index];
      assert.deepEqual(Object.keys(parts).sort(), ["card", "headline", part, ...more].sort(), name);
      assert.match(parts[part][0], reads, name);
      assert.deepEqual(report, [], name);
    }
    assert.deepEqual(await visit.evaluate(hollow), []);
  });

  it("are composed, however their accents were typed", async () => {
    const written = { headline: "Café “한” – Ångström", kicker: "Подкаст в эфире: чай", bullets: ["Một ngày ở Huế"] };
    const typed = JSON.parse(JSON.stringify({ ...brief(), ...written }).normalize("NFD"));
    assert.notEqual(typed.headline, written.headline);
    const visit = await draw(eager(typed));
    const { parts, report } = await visit.card();
    assert.deepEqual([parts.headline, parts.bullet, report], [[written.headline], written.bullets, []]);
    const { headline, kicker, bullets } = await visit.evaluate(() => document.querySelector("article-card").article);
    assert.deepEqual({ headline, kicker, bullets }, written);
  });

  it("leave no gap when they are empty", async () => {
    const empty = {
      kicker: "",
      standfirst: " ",
      bullets: [],
      related: [],
      byline: [],
      dateline: "",
      section: "",
      shortUrl: "",
      image: null,
      publisher: null,
      sponsor: null,
      correction: null,
      follow: null,
      access: null,
      status: null,
      updated: null,
      origin: "",
      media: null,
      readingTime: null,
    };
    const visit = await draw(
      eager(brief(), { id: "minimal" }) +
        eager({ ...brief(), ...empty }, { id: "empty" }) +
        eager({ ...brief(), access: "free" }, { id: "free" }) +
        eager({ ...brief(), origin: "humanEdits" }, { id: "human" }),
    );
    const [minimal, ...others] = await visit.cards();
    const height = id =>
      visit.evaluate(wanted => Math.round(document.querySelector(wanted).getBoundingClientRect().height * 10) / 10, id);
    for (const other of others) assert.equal(other.markup, minimal.markup);
    assert.equal(await height("#empty"), await height("#minimal"));
  });

  it("stand in the order in which a newspaper sets them", async () => {
    const visit = await draw(eager(everything(stage.publisher.picture())));
    const order = [
      "figure",
      "media",
      "origin",
      "caption",
      "credit",
      "publisher",
      "kicker",
      "headline",
      "standfirst",
      "byline",
      "job-title",
      "dateline",
      "timestamp",
      "reading-time",
      "bullets",
      "short-link",
      "follow",
      "related",
    ];
    const found = await visit.evaluate(
      wanted =>
        [...document.querySelector("article-card").shadowRoot.querySelectorAll("[part]")]
          .map(node => node.getAttribute("part"))
          .filter((part, index, all) => wanted.includes(part) && all.indexOf(part) === index),
      order,
    );
    assert.deepEqual(found, order);
    const { parts } = await visit.card();
    assert.match(parts.kicker[0], /^live technology media$/i);
    assert.match(parts.byline[0], /^By Ada Reporter Media editor(,| and) Ben Writer$/);
    assert.deepEqual(parts.origin, ["Picture made with AI"]);
    assert.equal(parts.notice.length, 4);
    assert.equal(parts.notice[2], "Edited with AI");
    assert.deepEqual(await visit.evaluate(hollow), []);
  });

  it("link to their own pages: publisher, author and sponsor", async () => {
    const visit = await draw(eager(everything(stage.publisher.picture())));
    const { links } = await visit.card();
    const href = text => links.find(link => link.text === text)?.href;
    assert.deepEqual(["Arab News", "Ada Reporter", "Ben Writer", "A Sponsor"].map(href), [
      "https://news.example/",
      "https://news.example/ada",
      undefined,
      "https://sponsor.example/",
    ]);
  });

  it("tell the eye a length as players do, and the ear in words", async () => {
    const length = { media: { kind: "video", duration: "PT3M20S" } };
    const visit = await draw(
      eager({ ...brief(), ...length, readingTime: 5 }, { id: "english" }) +
        eager({ ...brief(), ...length, language: "ar" }, { id: "arabic" }),
    );
    const heard = selector =>
      visit.evaluate(found => {
        const copy = document.querySelector(found).shadowRoot.querySelector("[part~=media]").cloneNode(true);
        copy.querySelectorAll("[aria-hidden]").forEach(node => node.remove());
        return copy.textContent;
      }, selector);
    // Which digits Arabic has by default depends on the year of a browser's CLDR.
    const [minutes, seconds] = await visit.evaluate(() => [3, 20].map(count => count.toLocaleString("ar")));
    assert.equal(await heard("#english"), "Video 3 minutes 20 seconds");
    assert.equal(await heard("#arabic"), `فيديو ${minutes} دقائق ${seconds} ثانية`);
    // What only screen readers are given is not seen and takes no room.
    const spoken = await visit.inside(".spoken", "#english");
    const look = await spoken.evaluate(node => {
      const { position, clipPath } = getComputedStyle(node);
      return [position, clipPath, node.checkVisibility()];
    });
    assert.deepEqual(look, ["absolute", "inset(50%)", true]);
    // Neither length is a date: nothing more is told of it at the pointer.
    const lengths = await visit.evaluate(() =>
      [...document.querySelector("#english").shadowRoot.querySelectorAll("time")].map(time => [
        time.dateTime,
        time.childElementCount,
        time.tabIndex,
      ]),
    );
    assert.deepEqual(lengths, [
      ["PT5M", 0, -1],
      ["PT3M20S", 0, -1],
    ]);
  });

  it("show a portrait that is round, small and not described", async () => {
    const picture = stage.publisher.picture({ width: 90, height: 60 });
    const visit = await draw(eager({ ...brief(), byline: [{ name: "Ada Reporter", image: picture }] }));
    const { images } = await visit.card();
    assert.deepEqual(
      images.map(({ src, alt, className, shown }) => [src, alt, className, shown]),
      [[picture, "", "portrait", [28, 28]]],
    );
  });

  it("make Follow a link where the article has an address for it", async () => {
    const visit = await draw(eager({ ...brief(), follow: { url: "https://news.example/follow" } }));
    const follow = await visit.inside("[part~=follow]");
    assert.deepEqual(
      await follow.evaluate(node => [node.localName, node.getAttribute("href"), node.textContent.trim()]),
      ["a", "https://news.example/follow", "Follow"],
    );
  });

  it("give the picture its space before it comes, and its smaller versions to choose from", async () => {
    const url = width => stage.publisher.picture({ width, height: width / 2, gate: "never" });
    const image = {
      url: url(1200),
      width: 1200,
      height: 600,
      alt: "",
      sources: [
        { url: url(400), width: 400 },
        { url: url(800), width: 800 },
      ],
    };
    const visit = await draw(eager({ ...brief(), image }));
    const [shown] = (await visit.card()).images;
    assert.deepEqual(shown.attributes, ["1200", "600"]);
    assert.ok(Math.abs(shown.shown[0] / shown.shown[1] - 2) < 0.6 && shown.shown[0] > 100, `space of ${shown.shown}`);
    const srcset = await (
      await visit.inside("[part~=image]")
    ).evaluate(node => [node, ...node.parentNode.querySelectorAll("source")].map(each => each.srcset).join());
    for (const width of [400, 800]) assert.ok(srcset.includes(`${url(width)} ${width}w`), srcset);
  });

  it("say what they say in the layout that the page asks for", async () => {
    const article = everything(stage.publisher.picture());
    const visit = await draw(
      ["standard", "compact", "hero", "nonsense"].map(layout => eager(article, { layout })).join(""),
    );
    const [standard, compact, hero, nonsense] = await visit.cards();
    const parts = card => Object.keys(card.parts).sort();
    assert.deepEqual(parts(hero), parts(standard));
    assert.deepEqual(parts(nonsense), parts(standard));
    for (const part of ["caption", "standfirst", "byline", "bullets", "short-link", "follow", "related"])
      assert.ok(standard.parts[part] && !compact.parts[part], part);
    for (const part of ["figure", "credit", "origin", "media", "kicker", "headline", "timestamp", "reading-time", "notice"])
      assert.ok(compact.parts[part], `compact keeps ${part}`);
    for (const { parts } of [standard, compact, hero]) {
      assert.deepEqual(parts.origin, ["Picture made with AI"]);
      assert.ok(parts.notice.includes("Edited with AI"), parts.notice.join());
    }
    assert.deepEqual(
      [standard, compact, hero, nonsense].map(({ classes }) => classes.match(/standard|compact|hero/)[0]),
      ["standard", "compact", "hero", "standard"],
    );
  });
});
