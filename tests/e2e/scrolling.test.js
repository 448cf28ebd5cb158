// A reader who scrolls through very different cards, down, up and from the middle: nothing jumps, and nothing is missing.
import assert from "node:assert/strict";
import { it } from "node:test";
import { embed } from "./harness/page.js";
import { inBrowsers } from "./harness/suite.js";

const MANY = 200;
const WINDOW = { width: 1400, height: 1000 };
const STEP = WINDOW.height / 2;
/** Browsers place text by fractions of a pixel, and scroll by whole ones. */
const TOLERANCE = 1.5;
const MARGIN = '<div style="height:2000px"></div>';

const words = (count, from) =>
  Array.from({ length: count }, (_, at) => ["harbour", "crane", "quay", "lock", "pilot", "tide", "a", "of", "the"][(from + at * 5) % 9]).join(" ");

/** Very different cards: headline only, or with all that makes a card long. */
function story(at, picture) {
  const headline = `Story ${at}: ${words(2 + (at % 11), at)}`;
  const url = `https://news.example/${at}`;
  if (at % 4 === 0) return { headline, url };
  return {
    headline,
    url,
    updated: "2024-04-03T10:00:00Z",
    dateline: at % 3 ? "PORTO" : undefined,
    standfirst: at % 5 === 1 ? words(120, at) : undefined,
    bullets: at % 7 === 2 ? Array.from({ length: 10 }, (_, bullet) => words(6 + ((at + bullet) % 12), bullet)) : undefined,
    image: at % 9 === 3 ? { url: picture, alt: "A harbour", width: 900, height: 600, caption: words(20, at) } : undefined,
    follow: at % 6 === 1 ? {} : undefined,
    related: at % 8 === 5 ? [1, 2, 3].map(other => ({ headline: words(9, other), url: `${url}/${other}`, published: "2024-03-28" })) : undefined,
  };
}
const layout = at => ["standard", "standard", "compact", "standard", "hero"][at % 5];

/** Runs in the page: every shift that a reader sees. */
function watchShifts() {
  window.shifted = 0;
  new PerformanceObserver(list => {
    for (const { value } of list.getEntries()) window.shifted += value;
  }).observe({ type: "layout-shift", buffered: true });
}

/**
 * Runs in the page: scrolls step by step until one end of the cards is reached; for each step how far the first card on screen is
 * from where it has to be, and which card on screen is not drawn once nothing moves any more.
 */
async function journey(step) {
  const cards = [...document.querySelectorAll("article-card")];
  const frame = () => new Promise(requestAnimationFrame);
  const within = margin =>
    cards
      .map(card => ({ card, box: card.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > -margin && box.top < innerHeight + margin);
  /** Until what is on screen or will soon be is drawn, and stands still. */
  const settle = async () => {
    for (let frames = 0, still = 0, before = ""; frames < 120 && still < 2; frames++) {
      await frame();
      const shown = within(500);
      const now = shown.map(({ card, box }) => `${card.id} ${box.top} ${card.matches(":state(ready)")}`).join();
      still = now === before && !now.includes("false") ? still + 1 : 0;
      before = now;
    }
  };
  const found = { steps: 0, jumps: [], undrawn: [] };
  await settle();
  for (;;) {
    const first = within(0).find(({ box }) => box.top >= 0 && box.top - step > -box.height);
    const last = step > 0 ? cards.at(-1).getBoundingClientRect().bottom < innerHeight : cards[0].getBoundingClientRect().top > 0;
    if (last) return found;
    scrollBy({ top: step, behavior: "instant" });
    await settle();
    found.steps++;
    for (const { card } of within(0)) if (!card.shadowRoot?.querySelector("[part~=headline]")) found.undrawn.push(card.id);
    if (!first) continue;
    const moved = first.box.top - first.card.getBoundingClientRect().top;
    if (Math.abs(moved - step) > 0) found.jumps.push({ at: first.card.id, by: Math.round((moved - step) * 100) / 100 });
  }
}

inBrowsers("A reader who scrolls", stage => {
  const open = () => {
    const picture = stage.publisher.picture({ width: 900, height: 600 });
    const cards = Array.from({ length: MANY }, (_, at) => embed(story(at, picture), { id: `card-${at}`, layout: layout(at) }));
    return stage.open({ body: MARGIN + cards.join("") + MARGIN, viewport: WINDOW });
  };
  const jump = (visit, selector) =>
    visit.evaluate(wanted => document.querySelector(wanted).scrollIntoView({ behavior: "instant" }), selector);
  /** Brings a card near, so that the runtime is there before anything is looked at. */
  const isNear = async (visit, at) => {
    await visit.until(() => customElements.get("article-card") !== undefined);
    if (at) await jump(visit, `#card-${at}`);
    else await visit.evaluate(() => scrollTo({ top: 600, behavior: "instant" }));
    await visit.settled(`#card-${at}`);
  };
  const goes = async (visit, step) => {
    const { steps, jumps, undrawn } = await visit.evaluate(journey, step);
    assert.deepEqual(undrawn, []);
    return { steps, jumps: jumps.filter(({ by }) => Math.abs(by) > TOLERANCE) };
  };

  it("sees each card where it was, a step farther", async () => {
    const visit = await open();
    const isMeasured = await visit.evaluate(() => PerformanceObserver.supportedEntryTypes.includes("layout-shift"));
    await isNear(visit, 0);
    if (isMeasured) await visit.evaluate(watchShifts);
    const heights = () =>
      visit.evaluate(() => new Set([...document.querySelectorAll("article-card")].map(card => Math.round(card.offsetHeight))).size);
    const down = await goes(visit, STEP);
    assert.ok(down.steps > 60, `${down.steps} steps`);
    assert.deepEqual(down.jumps, []);
    assert.ok((await heights()) > 30, `${await heights()} heights`);
    assert.equal((await visit.cards("article-card:not(:state(ready))")).length, 0, "all of them are drawn");
    assert.deepEqual((await goes(visit, -STEP)).jumps, []);
    await jump(visit, `#card-${MANY / 2}`);
    const up = await goes(visit, -STEP);
    assert.ok(up.steps > 25, `${up.steps} steps`);
    assert.deepEqual(up.jumps, []);
    if (isMeasured) assert.ok((await visit.evaluate(() => window.shifted)) <= 0.01, `${await visit.evaluate(() => window.shifted)}`);
  });

  it("sees no jump on the way up through cards that were never seen, where a browser anchors what is read", async () => {
    const visit = await open();
    await isNear(visit, MANY / 4);
    const { jumps } = await goes(visit, -STEP);
    // Where it does not, each card that is drawn above what is read pushes that down, once.
    if (await visit.evaluate(() => CSS.supports("overflow-anchor", "auto"))) assert.deepEqual(jumps, []);
    await jump(visit, `#card-${MANY / 4}`);
    assert.deepEqual((await goes(visit, -STEP)).jumps, []);
  });
});
