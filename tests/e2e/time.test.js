// Honest time: dates that no time zone moves, instants that grow older while one looks, and one clock for all cards.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";

const SECOND = 1000,
  MINUTE = 60 * SECOND,
  HOUR = 60 * MINUTE,
  DAY = 24 * HOUR;
const ago = milliseconds => new Date(Date.now() - milliseconds).toISOString();
const HONOLULU = "Pacific/Honolulu",
  KIRITIMATI = "Pacific/Kiritimati";

inBrowsers("The time of an article", stage => {
  /** Draws one card for each article and reads the line with its time, with the first <time>'s own words. */
  async function lines(articles, { attributes = {}, ...options } = {}) {
    const visit = await stage.open({
      body: articles.map(article => embed({ ...brief(), ...article }, { loading: "eager", ...attributes })).join(""),
      ...options,
    });
    await visit.settled();
    const cards = await visit.cards();
    return cards.map(({ parts, times, report }) => ({
      line: parts.timestamp?.[0],
      words: times[0]?.text,
      full: times[0]?.full,
      datetime: times[0]?.datetime,
      codes: report.map(({ code }) => code),
    }));
  }
  const line = async (article, options) => (await lines([article], options))[0];

  for (const zone of [HONOLULU, KIRITIMATI]) {
    it(`is the same calendar date for a reader in ${zone}`, async () => {
      const visit = await stage.open({ zone, body: "" });
      assert.equal(await visit.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone), zone);
      const found = await lines(
        [
          { updated: "2024-04-03" },
          { published: "2024-01-01" },
          { published: "2024-12-31" },
          { updated: "2024-04-03T23:30:00" },
          { updated: "2024-04-03T00:30:00" },
        ],
        { zone },
      );
      assert.deepEqual(
        found.map(each => each.line),
        [
          "Updated 3 April 2024",
          "Published 1 January 2024",
          "Published 31 December 2024",
          "Updated 3 April 2024",
          "Updated 3 April 2024",
        ],
      );
      assert.deepEqual(
        found.slice(0, 3).map(({ datetime }) => datetime),
        ["2024-04-03", "2024-01-01", "2024-12-31"],
      );
      assert.ok(
        found.every(({ codes }) => codes.length === 0),
        JSON.stringify(found),
      );
    });
  }

  it("never makes a calendar date relative, not even today’s", async () => {
    const today = new Date().toISOString().slice(0, 10);
    const found = await line({ updated: today });
    assert.match(found.line, /^Updated \d{1,2} \p{L}+ \d{4}$/u);
    assert.equal(found.datetime, today);
  });

  it("is told as time gone by while an instant is recent, and in full after that", async () => {
    const found = await lines(
      [2 * HOUR + 5 * MINUTE, 3 * MINUTE + 20 * SECOND, 3 * DAY + HOUR, 8 * DAY].map(age => ({ updated: ago(age) })),
    );
    assert.deepEqual(
      found.slice(0, 3).map(({ words }) => words),
      ["2 hours ago", "3 minutes ago", "3 days ago"],
    );
    assert.ok(
      found.slice(0, 3).every(({ line: text }) => text.startsWith("Updated ")),
      JSON.stringify(found),
    );
    assert.match(found[3].words, /^\d{1,2} \p{L}+ \d{4}/u);
    assert.ok(
      found.every(({ datetime }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d.*Z$/.test(datetime)),
      "the machine’s value stays",
    );
  });

  it("is relative for as long as the page wants, or never", async () => {
    const recent = { updated: ago(2 * HOUR + MINUTE) };
    for (const [until, expected] of [
      ["PT1H", /\d{4}/],
      ["PT3H", /^2 hours ago$/],
      ["PT0S", /\d{4}/],
      ["P1M nonsense", /^2 hours ago$/],
    ]) {
      assert.match((await line(recent, { attributes: { "relative-until": until } })).words, expected, until);
    }
  });

  it("is never told as yet to come", async () => {
    const found = await lines([
      { published: ago(-2 * HOUR) },
      { published: ago(-6 * MINUTE) },
      { updated: ago(-400 * DAY) },
    ]);
    for (const { words } of found) assert.match(words, /^\d{1,2} \p{L}+ \d{4}/u);
  });

  it("says Updated only where that is later than Published", async () => {
    const found = await lines([
      { published: "2024-04-01", updated: "2024-04-03" },
      { published: "2024-04-03", updated: "2024-04-03" },
      { published: "2024-04-03", updated: "2024-04-01" },
      { published: "2024-04-03", updated: "2024-04-03T22:00:00Z" },
      { published: "2024-04-03T10:00:00Z", updated: "2024-04-03T10:00:00Z" },
    ]);
    assert.match(found[0].line, /^Updated 3 April 2024/);
    for (const each of found.slice(1)) assert.match(each.line, /^Published 3 April 2024/);
    assert.deepEqual(
      found.map(({ codes }) => codes),
      [[], [], ["date-order"], [], []],
    );
  });

  it("drops dates that do not exist or lie outside the years of news", async () => {
    const found = await lines(
      ["0001-01-01", "2024-02-31", "31 February", "2300-01-01", "yesterday", "2023-02-29T10:00:00Z"].map(updated => ({
        updated,
      })),
    );
    assert.deepEqual(
      found.map(each => each.line),
      Array(6).fill(undefined),
    );
    assert.deepEqual(
      found.map(({ codes }) => codes),
      Array(6).fill(["bad-date"]),
    );
  });

  it("is written by the publisher’s clock, and says by which", async () => {
    const updated = "2024-04-03T21:30:00Z";
    const found = await lines(
      [
        { updated, publisher: { name: "Arab News", timeZone: "Asia/Riyadh" } },
        { updated, publisher: { name: "A London paper", timeZone: "Europe/London" } },
        { updated: "2024-04-03T10:00:00+03:00" },
      ],
      { zone: HONOLULU },
    );
    assert.match(found[0].words, /^4 April 2024\b.*\b0?0:30\b.*(GMT|UTC)\+3/);
    assert.match(found[1].words, /^3 April 2024\b.*\b22:30\b.*(BST|GMT\+1)/);
    assert.match(found[2].words, /^3 April 2024\b.*\b10:00\b.*(UTC|GMT)\+0?3/);
  });

  it("is written by the reader’s clock or a named one where the page asks for it", async () => {
    const article = { updated: "2024-04-03T09:30:00Z", publisher: { name: "Arab News", timeZone: "Asia/Riyadh" } };
    const reader = await line(article, { attributes: { "time-zone": "reader" }, zone: HONOLULU });
    assert.match(reader.words, /^2 April 2024\b.*\b23:30\b.*(GMT-10|HST)/);
    const named = await line(article, { attributes: { "time-zone": "Asia/Tokyo" }, zone: HONOLULU });
    assert.match(named.words, /^3 April 2024\b.*\b18:30\b.*(GMT\+9|JST)/);
    const nonsense = await line(article, { attributes: { "time-zone": "Mars/Olympus" }, zone: HONOLULU });
    assert.match(nonsense.words, /^3 April 2024\b.*\b12:30\b/);
    assert.ok(nonsense.codes.includes("bad-attribute"));
  });

  it("shows the full date on hover and on focus, and has it in its text for a screen reader", async () => {
    const visit = await stage.open({
      body: embed({
        ...brief(),
        updated: ago(2 * HOUR + MINUTE),
        publisher: { name: "Arab News", timeZone: "Asia/Riyadh" },
      }),
    });
    await visit.settled();
    const [time] = (await visit.card()).times;
    assert.equal(time.tabIndex, 0);
    assert.match(time.full, /^\d{1,2} \p{L}+ \d{4}\b.*\d\d:\d\d.*(GMT|UTC)\+3/u);
    const full = await visit.inside("time .full");
    const shown = () =>
      full.evaluate(node => {
        const { width, height } = node.getBoundingClientRect(),
          { clip, clipPath } = getComputedStyle(node);
        return (
          width > 60 &&
          height > 8 &&
          clip === "auto" &&
          clipPath === "none" &&
          node.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        );
      });
    assert.equal(await shown(), false);
    assert.equal(
      await full.evaluate(node => node.checkVisibility({ visibilityProperty: true })),
      true,
      "hidden from the eye, not from a screen reader",
    );
    assert.equal(await full.evaluate(node => node.closest("[aria-hidden=true]") === null), true);
    await (await visit.inside("time")).hover();
    await visit.drawn();
    assert.equal(await shown(), true, "on hover");
    await visit.page.mouse.move(900, 790);
    await visit.drawn();
    assert.equal(await shown(), false);
    await (await visit.inside("time")).focus();
    await visit.drawn();
    assert.equal(await shown(), true, "on focus");
  });

  it("puts the full date away at Escape, until the pointer or the focus comes anew", async () => {
    const recent = { ...brief(), updated: ago(2 * HOUR + MINUTE), related: [{ headline: "R", published: ago(HOUR) }] };
    const visit = await stage.open({ body: `<button>Elsewhere</button>${embed(recent)}` });
    await visit.settled();
    for (const line of [".dateline-row", ".related-item"]) {
      const [time, full] = [await visit.inside(`${line} time`), await visit.inside(`${line} time > span`)];
      const shown = async () => {
        await visit.drawn();
        return full.evaluate(node => getComputedStyle(node).clipPath === "none");
      };
      await visit.page.focus("button");
      await time.hover();
      assert.equal(await shown(), true, "on hover");
      await visit.page.keyboard.press("a");
      assert.equal(await shown(), true, "another key");
      await visit.page.keyboard.press("Escape");
      assert.equal(await shown(), false, "at Escape, wherever the focus is");
      assert.equal(await full.evaluate(node => node.checkVisibility({ visibilityProperty: true })), true, "but for a screen reader");
      const { x, y, width, height } = await time.boundingBox();
      await visit.page.mouse.move(x + width / 2 + 2, y + height / 2);
      assert.equal(await shown(), false, "while the pointer stays");
      await visit.page.mouse.move(900, 790);
      assert.equal(await shown(), false);
      await time.hover();
      assert.equal(await shown(), true, "at the next hover");
      // Half a pixel at a time there is no gap to fall through.
      const bubble = await full.boundingBox();
      await visit.page.mouse.move(bubble.x + 12, bubble.y + bubble.height / 2, { steps: 40 });
      assert.equal(await shown(), true, "under the pointer");
      await visit.page.mouse.move(900, 790);
      await time.focus();
      assert.equal(await shown(), true, "on focus");
      await visit.page.keyboard.press("Escape");
      assert.equal(await shown(), false, "while the focus stays");
      await time.hover();
      assert.equal(await shown(), true, "a hover is anew");
      await visit.page.mouse.move(900, 790);
      await visit.page.focus("button");
      await time.focus();
      assert.equal(await shown(), true, "at the next focus");
    }
  });

  it("is worded by formatters that are made once, not for each time and tick", async () => {
    const countFormatters = () => {
      window.made = 0;
      for (const name of ["DateTimeFormat", "RelativeTimeFormat"]) {
        Intl[name] = new Proxy(Intl[name], {
          construct(...given) {
            window.made++;
            return Reflect.construct(...given);
          },
        });
      }
    };
    const aged = age => ({ ...brief(), updated: ago(age), language: "en-GB" });
    const body = Array.from({ length: 40 }, (_, at) => embed(aged(at * MINUTE + 20 * SECOND), { loading: "eager" })).join("");
    const visit = await stage.open({ body, before: [countFormatters] });
    await visit.settled();
    const words = () =>
      [...document.querySelectorAll("article-card")].map(card => card.shadowRoot.querySelector("time").firstChild.data);
    assert.deepEqual((await visit.evaluate(words)).slice(0, 2), ["now", "1 minute ago"]);
    for (const second of ["2 minutes ago", "3 minutes ago"]) {
      // A reader looks again: all cards near the screen are asked anew.
      await visit.evaluate(minute => {
        const now = Date.now;
        Date.now = () => now() + minute;
        document.dispatchEvent(new Event("visibilitychange"));
      }, MINUTE);
      assert.equal((await visit.evaluate(words))[1], second);
    }
    // The instant in full, "now", and minutes; one more for whether the page's zone is known.
    assert.ok((await visit.evaluate(() => window.made)) <= 4, `${await visit.evaluate(() => window.made)} were made`);
  });

  it("grows older while one looks, in place", async () => {
    const visit = await stage.open({ body: embed({ ...brief(), updated: ago(2 * MINUTE - 4 * SECOND) }) });
    await visit.settled();
    const time = await visit.inside("time");
    assert.equal(await time.evaluate(node => node.firstChild.data.trim()), "1 minute ago");
    await visit.until(
      () =>
        document.querySelector("article-card").shadowRoot.querySelector("time").firstChild.data.trim() ===
        "2 minutes ago",
    );
    assert.equal(await time.evaluate(node => node.isConnected), true, "the same node: a reader’s focus stays");
    assert.equal((await visit.events("ready")).length, 1);
  });

  it("is not wrong after a while in the background", async () => {
    const visit = await stage.open({ body: embed({ ...brief(), updated: ago(2 * MINUTE - 4 * SECOND) }) });
    await visit.settled();
    const other = await stage.open({ kit: null, body: "another tab" });
    await other.page.bringToFront();
    await visit.until(() => document.hidden);
    await pause(4500);
    await visit.page.bringToFront();
    await visit.until(
      () =>
        document.querySelector("article-card").shadowRoot.querySelector("time").firstChild.data.trim() ===
        "2 minutes ago",
    );
  });
});
