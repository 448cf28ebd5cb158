// Nothing moves once a card has appeared: not when pictures arrive, not when a date is looked at, not when a link is copied.
import assert from "node:assert/strict";
import { it } from "node:test";
import { everything } from "./harness/articles.js";
import { embed, recommendedTags, STACKED } from "./harness/page.js";
import { prerendered } from "./harness/prerendered.js";
import { inBrowsers, pause } from "./harness/suite.js";

/** Runs in the page: where everything stands, inside the cards and around them. What floats over the text is not part of it. */
const boxes = () =>
  [
    ...document.querySelectorAll("p.host"),
    ...[...document.querySelectorAll("article-card")].flatMap(card => [
      card,
      ...card.shadowRoot.querySelectorAll("[part], time, li, button, a"),
    ]),
  ].map(node => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [
      node.localName,
      node.getAttribute("part"),
      ...[x, y, width, height].map(value => Math.round(value * 10) / 10),
    ].join(" ");
  });

/** Runs in the page before all else: every shift, those after an input too. */
function watchShifts() {
  const shifts = [];
  Object.defineProperty(window, "shifts", { value: shifts });
  new PerformanceObserver(list => {
    for (const { value, startTime } of list.getEntries()) shifts.push({ value, startTime });
  }).observe({ type: "layout-shift", buffered: true });
}

const TWO_HOURS = 2 * 3_600_000 + 60_000;

function page(stage, gate) {
  const picture = stage.publisher.picture({ width: 900, height: 600, gate });
  const article = {
    ...everything(picture),
    updated: new Date(Date.now() - TWO_HOURS).toISOString(),
    publisher: { name: "Arab News", logo: stage.publisher.picture({ width: 64, height: 64, gate }) },
    related: [
      {
        headline: "Another story",
        url: "https://news.example/b",
        image: stage.publisher.picture({ width: 300, height: 200, gate }),
      },
    ],
  };
  const card = attributes =>
    `<p class="host">Text of the page.</p>${embed(article, { loading: "eager", ...attributes })}`;
  return `${card({ id: "card" })}${card({ layout: "compact" })}${card({ layout: "hero" })}<p class="host">The end.</p>`;
}

/** Runs in the page: all pictures have come. */
const pictured = () =>
  [...document.querySelectorAll("article-card")].every(card =>
    [...card.shadowRoot.querySelectorAll("img")].every(image => image.complete && image.naturalWidth > 0),
  );

/** Does what readers do: look at the date by mouse and keyboard, and copy the link. */
async function use(visit, check) {
  for (const act of [
    async () => (await visit.inside("time", "#card")).hover(),
    async () => visit.page.mouse.move(2, 2),
    async () => (await visit.inside("time", "#card")).focus(),
    async () => (await visit.inside("button.copy", "#card")).click(),
  ]) {
    await act();
    await visit.drawn();
    await check();
  }
  await visit.until(() => document.querySelector("#card").shadowRoot.querySelector(".copied") === null);
  await visit.drawn();
  await check();
}

inBrowsers("A drawn card", stage => {
  it("keeps every box in its place when pictures arrive, and while it is used", async () => {
    const visit = await stage.open({
      body: page(stage, "late"),
      viewport: { width: 900, height: 2400 },
      streamed: true,
    });
    await visit.settled();
    await visit.evaluate(() => document.fonts.ready.then(() => true));
    await visit.drawn();
    const before = await visit.evaluate(boxes);
    assert.equal(await visit.evaluate(pictured), false, "the pictures are still on their way");
    stage.publisher.release("late");
    await visit.until(pictured);
    await visit.drawn();
    assert.deepEqual(await visit.evaluate(boxes), before);
    await use(visit, async () => assert.deepEqual(await visit.evaluate(boxes), before));
  });

  it("stays tidy when its picture fails", async () => {
    const body = embed(
      { ...everything(stage.publisher.origin + "/no-such-picture.jpg"), publisher: null, related: [] },
      { id: "card" },
    );
    const visit = await stage.open({ body });
    await visit.settled();
    await visit.until(() => document.querySelector("#card").shadowRoot.querySelector("article.no-picture") !== null);
    const figure = await visit.inside("[part~=figure]", "#card");
    assert.equal(await figure.evaluate(node => node.checkVisibility()), false);
    const [top, headline] = await visit.evaluate(() =>
      ["article", "[part~=headline]"].map(
        part => document.querySelector("#card").shadowRoot.querySelector(part).getBoundingClientRect().top,
      ),
    );
    assert.ok(headline - top < 120, "no hole where the picture was");
    assert.deepEqual([(await visit.card("#card")).state, visit.messages("error")], ["ready", []]);
  });

  it("shows the next picture after one that failed", async () => {
    const visit = await stage.open({
      body: embed({ ...everything(stage.publisher.origin + "/no-such-picture.jpg") }, { id: "card" }),
    });
    await visit.settled();
    await visit.until(() => document.querySelector("#card").shadowRoot.querySelector("article.no-picture") !== null);
    await visit.evaluate(article => {
      document.querySelector("#card").article = article;
    }, everything(stage.publisher.picture()));
    await visit.until(() => document.querySelector("#card").shadowRoot.querySelector("[part~=image]").naturalWidth > 0);
    assert.equal(await (await visit.inside("[part~=figure]", "#card")).evaluate(node => node.checkVisibility()), true);
  });
});

const LAYOUTS = ["standard", "compact", "hero"];
/** Languages with long dates, in both directions, and one in which the label comes after the time. */
const LANGUAGES = ["en", "de", "fr", "hi", "ar", "ja"];
const DATELINES = { ar: "القاهرة", hi: "नई दिल्ली" };

/** An article with a time wherever there can be one; the offset makes each of them long. */
function timed(language, picture) {
  const at = new Date(Date.now() + 5.5 * 3_600_000 - TWO_HOURS).toISOString().replace("Z", "+05:30");
  return {
    headline: "Harbour wall opens",
    language,
    dateline: DATELINES[language] ?? "LLANFAIRPWLLGWYNGYLL",
    updated: at,
    bullets: ["One thing", "Another thing"],
    correction: { text: "An earlier version named the wrong wall.", date: at },
    related: [
      { headline: "With a picture, and with a headline of more than a line or two", image: picture, published: at },
      { headline: "Without", published: at },
    ],
  };
}

/** Runs in the page: every box of each card, seen from the card's corner, but for the words that times are told in. */
const boxesOfEach = cards =>
  [...document.querySelectorAll(cards)].map(card => {
    const corner = card.getBoundingClientRect();
    return [card, ...card.shadowRoot.querySelectorAll("article, article *:not(.timestamp-text *)")].map(node => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return { name: `${node.localName} ${node.part}`, box: [x - corner.x, y - corner.y, width, height] };
    });
  });

/** What does not stand where it stood; half a pixel is a browser's rounding. */
const moved = (before, after) =>
  after.filter(
    ({ name, box }, index) =>
      name !== before[index].name || box.some((value, side) => Math.abs(value - before[index].box[side]) > 0.5),
  );

/** Runs in the page: what each card's times say. */
const wordsOfEach = cards =>
  [...document.querySelectorAll(cards)].map(card =>
    [...card.shadowRoot.querySelectorAll("time")].map(time => time.firstChild.data),
  );

inBrowsers("The line of a time", stage => {
  for (const width of [220, 320, 480, 640, 900]) {
    it(`has the same boxes for the full date and for the time gone by, ${width} pixels wide`, async () => {
      const picture = stage.publisher.picture({ width: 300, height: 200 });
      const cards = LANGUAGES.flatMap(language => LAYOUTS.map(layout => ({ language, layout })));
      const drawn = given =>
        cards
          .map(({ language, layout }) => embed(timed(language, picture), { loading: "eager", layout, ...given }))
          .join("");
      const visit = await stage.open({
        head: STACKED,
        body: `<main style="width:${width}px">${drawn({ class: "full", "relative-until": "PT0S" })}${drawn({ class: "gone" })}</main>`,
        viewport: { width: 1000, height: 800 },
      });
      await visit.settled();
      await visit.drawn();
      const [full, gone] = [await visit.evaluate(wordsOfEach, ".full"), await visit.evaluate(wordsOfEach, ".gone")];
      const [before, after] = [await visit.evaluate(boxesOfEach, ".full"), await visit.evaluate(boxesOfEach, ".gone")];
      for (const [index, { language, layout }] of cards.entries()) {
        const name = `${language} ${layout}`;
        assert.ok(full[index].length >= (layout === "compact" ? 1 : 4), `${name}: ${full[index]}`);
        for (const [at, words] of full[index].entries())
          assert.ok(gone[index][at].length < words.length, `${name}: ${gone[index][at]}, ${words}`);
        assert.equal(after[index].length, before[index].length, name);
        assert.deepEqual(moved(before[index], after[index]), [], name);
      }
    });
  }
});

const PARAGRAPH =
  "<p>The council met on Tuesday evening in the old town hall. Members of the public had filled every seat long before the debate began, and many stayed until the vote was taken.</p>";

/** An article of the usual length, with a picture of three to two or with none. */
function usual(image) {
  const related = ["What the library costs in a year", "A short history of the reading room"];
  return {
    headline: "Council votes to keep the library open on Sundays after a long debate",
    url: "https://news.example/library",
    image: image && {
      url: image,
      width: 900,
      height: 600,
      alt: "",
      caption: "Readers at the library on the first Sunday of the year.",
      credit: "AFP/File",
    },
    bullets: [
      "The vote was 31 to 4 after a debate of five hours",
      "Opening hours begin in May and last until the autumn",
      "Two more branches may follow next year",
    ],
    dateline: "LONDON",
    updated: "2024-04-03",
    shortUrl: "https://news.example/s",
    follow: {},
    related: related.map(headline => ({ headline, url: "https://news.example/b", updated: "2024-03-28" })),
    language: "en-GB",
  };
}

/**
 * How far a page jumps in sum: a heading and a paragraph, the card, and text below it. The WebAssembly comes when readers
 * have seen the page without the card.
 */
async function jump(stage, { card, width, height, tags }) {
  let release;
  const held = new Promise(done => {
    release = done;
  });
  const visit = await stage.open({
    body: `<h1>The news of the day</h1>${PARAGRAPH}${card}${PARAGRAPH.repeat(8)}`,
    head: "<style>body { font: 1rem/1.5 sans-serif }</style>",
    kit: { faults: { wasm: { held } } },
    viewport: { width, height },
    before: [watchShifts],
    tags,
  });
  await visit.untilHere(() => visit.kit.count("wasm") === 1);
  await visit.drawn();
  await pause(200);
  release();
  await visit.settled();
  await visit.until(pictured);
  await visit.drawn();
  await pause(300);
  return visit.evaluate(() => window.shifts.reduce((sum, { value }) => sum + value, 0));
}

// Only Chromium measures layout shifts (Layout Instability API); the boxes above are compared in both.
inBrowsers(
  "The browser’s own measure of a drawn card",
  stage => {
    it("is no layout shift at all", async () => {
      const visit = await stage.open({
        body: page(stage, "later"),
        viewport: { width: 900, height: 2400 },
        before: [watchShifts],
        streamed: true,
      });
      await visit.settled();
      await visit.drawn();
      await pause(200);
      const appeared = await visit.evaluate(() => performance.now());
      stage.publisher.release("later");
      await visit.until(pictured);
      await use(visit, async () => {});
      await pause(300);
      assert.deepEqual(
        (await visit.evaluate(() => window.shifts)).filter(({ startTime }) => startTime > appeared),
        [],
      );
    });

    for (const [width, height] of [
      [412, 823],
      [1280, 800],
    ])
      for (const picture of [true, false])
        for (const layout of LAYOUTS)
          it(`is little around a ${layout} card by the recommended embed, ${picture ? "with a" : "without"} picture, ${width} pixels wide`, async () => {
            const card = embed(usual(picture ? stage.publisher.picture({ width: 900, height: 600 }) : undefined), { layout });
            const place = await jump(stage, { card, width, height, tags: recommendedTags });
            assert.ok(place <= 0.05, `${place}`);
            if (layout === "compact") return;
            const none = await jump(stage, {
              card,
              width,
              height,
              tags: kit => recommendedTags(kit).replace(/<style>.*<\/style>/, ""),
            });
            assert.ok(none > 0.05, `${none} without a place`);
          });

    it("is none around a prerendered card, for which the page keeps no place", async () => {
      const card = prerendered(usual(stage.publisher.picture({ width: 900, height: 600 })));
      const tags = ({ loader }) => `<script type="module" src="${loader}"></script>`;
      for (const [width, height] of [
        [412, 823],
        [1280, 800],
      ])
        assert.equal(await jump(stage, { card, width, height, tags }), 0);
    });

    it("does notice a shift where there is one", async () => {
      const visit = await stage.open({
        kit: null,
        body: '<p id="push"></p><p>Some text that is pushed down the page.</p>',
        before: [watchShifts],
      });
      await visit.drawn();
      await visit.evaluate(() => {
        document.querySelector("#push").style.height = "300px";
      });
      await visit.until(() => window.shifts.length > 0);
    });
  },
);
