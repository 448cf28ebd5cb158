// The times of a prerendered card: activation changes their words and moves nothing, and leaving takes all of it back.
import assert from "node:assert/strict";
import { it } from "node:test";
import { STACKED } from "./harness/page.js";
import { prerendered as embedded } from "./harness/prerendered.js";
import { inBrowsers } from "./harness/suite.js";

const LAYOUTS = ["standard", "compact", "hero"];
const PLACES = { en: "LONDON", de: "BREMERHAVEN", fr: "AIX-EN-PROVENCE", hi: "नई दिल्ली", ar: "القاهرة", ja: "東京" };
const HONOLULU = "Pacific/Honolulu";

const prerendered = (article, options) => embedded(article, { loading: "eager", ...options });

function article(language = "en", hours = 2) {
  const at = new Date(Date.now() - hours * 3_600_000 - 60_000).toISOString();
  return {
    headline: "Harbour wall opens",
    language,
    dateline: PLACES[language],
    updated: at,
    publisher: { name: "The Saltmere Times", timeZone: "Asia/Kolkata" },
    bullets: ["One thing", "Another thing"],
    correction: { text: "An earlier version named the wrong wall.", date: at },
    related: [{ headline: "Another story, with a headline of more than one line", published: at }],
  };
}

/** Runs in the page: where everything of every card stands, but for the words that times are told in. */
const boxes = () =>
  [...document.querySelectorAll("article-card")].map(card =>
    [card, ...card.shadowRoot.querySelectorAll("article, article *:not(.timestamp-text *)")].map(node => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return { name: `${node.localName} ${node.part}`, box: [x, y, width, height] };
    }),
  );

/** What does not stand where it stood; half a pixel is a browser's rounding. */
const moved = (before, after) =>
  after.filter(
    ({ name, box }, index) =>
      name !== before[index]?.name || box.some((value, side) => Math.abs(value - before[index].box[side]) > 0.5),
  );

/** Runs in the page: the cards as they stand in their shadow roots. */
const markup = () =>
  [...document.querySelectorAll("article-card")].map(card => card.shadowRoot.querySelector("article").outerHTML);

/** Runs in the page: what each time says. */
const words = () =>
  [...document.querySelectorAll("article-card")].flatMap(card =>
    [...card.shadowRoot.querySelectorAll("time")].map(time => time.firstChild.data),
  );

/** Runs in the page: starts the loader, which the page has not named yet. */
const activate = loader => import(loader).then(() => true);

inBrowsers("The times of a prerendered card", stage => {
  /** A page whose cards stand as a server wrote them; `visit.kit.loader` is still to come. */
  const stand = (body, options) => stage.open({ body, tags: () => "", ...options });

  for (const width of [220, 320, 480, 640, 900]) {
    it(`change their words and move nothing, ${width} pixels wide`, async () => {
      const cards = Object.keys(PLACES).flatMap(language => LAYOUTS.map(layout => ({ language, layout })));
      const body = cards.map(({ language, layout }) => prerendered(article(language), { layout })).join("");
      const visit = await stand(`<main style="width:${width}px">${body}</main>`, {
        head: STACKED,
        viewport: { width: 1000, height: 800 },
      });
      await visit.drawn();
      const [stood, said] = [await visit.evaluate(boxes), await visit.evaluate(words)];
      await visit.evaluate(activate, visit.kit.loader);
      await visit.settled();
      await visit.drawn();
      const [stands, says] = [await visit.evaluate(boxes), await visit.evaluate(words)];
      for (const [index, text] of says.entries()) assert.ok(text.length < said[index].length, `${text}, ${said[index]}`);
      for (const [index, { language, layout }] of cards.entries())
        assert.deepEqual(moved(stood[index], stands[index]), [], `${language} ${layout}`);
    });
  }

  it("are as a server wrote them once the card has left, and come to life again when it is back", async () => {
    const lost = `${stage.publisher.origin}/no-such-picture.jpg`;
    const visit = await stand(prerendered({ ...article(), image: { url: lost, alt: "A wall" } }));
    const stood = await visit.evaluate(markup);
    await visit.evaluate(activate, visit.kit.loader);
    await visit.settled();
    await visit.until(() => document.querySelector("article-card").shadowRoot.querySelector(".no-picture") !== null);
    const alive = await visit.evaluate(markup);
    assert.match(alive[0], /2 hours ago<span class="full">/);
    assert.match(alive[0], / tabindex="0"/);
    await visit.evaluate(async () => {
      window.kept = document.querySelector("article-card");
      window.kept.remove();
      await Promise.resolve();
    });
    assert.deepEqual(
      await visit.evaluate(() => [window.kept.shadowRoot.querySelector("article").outerHTML]),
      stood,
    );
    await visit.evaluate(() => document.body.append(window.kept));
    await visit.settled();
    await visit.until(() => document.querySelector("article-card").shadowRoot.querySelector(".no-picture") !== null);
    assert.deepEqual(await visit.evaluate(markup), alive);
    assert.deepEqual((await visit.card()).report, [], "nothing was found changed");
  });

  it("are by the reader’s clock where the page asks for it, though the server’s was another", async () => {
    const old = "2024-04-03T09:30:00Z";
    const body = prerendered({ ...article("en-GB"), updated: old, correction: null, related: [] }, { "time-zone": "reader" });
    const visit = await stand(body, { zone: HONOLULU });
    const stood = await visit.evaluate(markup);
    assert.match((await visit.evaluate(words))[0], /^3 April 2024\b.*\b0?9:30\b.*(UTC|GMT)/);
    await visit.evaluate(activate, visit.kit.loader);
    await visit.settled();
    assert.match((await visit.evaluate(words))[0], /^2 April 2024\b.*\b23:30\b.*(GMT-10|HST)/);
    await visit.evaluate(async () => {
      window.kept = document.querySelector("article-card");
      window.kept.remove();
      await Promise.resolve();
    });
    assert.deepEqual(
      await visit.evaluate(() => [window.kept.shadowRoot.querySelector("article").outerHTML]),
      stood,
    );
  });

  it("have the reader’s full date in the bubble too", async () => {
    const visit = await stand(prerendered(article(), { "time-zone": "reader" }), { zone: HONOLULU });
    await visit.evaluate(activate, visit.kit.loader);
    await visit.settled();
    for (const { text, full } of (await visit.card()).times) {
      assert.equal(text, "2 hours ago");
      assert.match(full, /(GMT-10|HST)$/);
    }
  });
});
