// One timer for all cards of a page, and none where nothing would change.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";
import { watchTimers } from "./harness/watch.js";

const ago = milliseconds => new Date(Date.now() - milliseconds).toISOString();
const HOUR = 3_600_000;

inBrowsers("The clock of a page", stage => {
  /** Just below the screen, where times are told anew, but no timer for "seen for a second" is among those counted. */
  async function open(articles) {
    const body = `<div style="height:calc(100vh + 20px)"></div>${articles.map(article => embed({ ...brief(), ...article }, { loading: "eager" })).join("")}`;
    const visit = await stage.open({ body, before: [watchTimers] });
    await visit.settled();
    return visit;
  }
  const waiting = visit => visit.evaluate(() => window.timers.waiting.size);
  const isWaiting = (visit, count) => visit.until(wanted => window.timers.waiting.size === wanted, count);

  it("has one timer for all cards", async () => {
    const visit = await open(
      [1, 2, 3, 4, 5].map(hours => ({
        updated: ago(hours * HOUR),
        related: [{ headline: "Another", published: ago(hours * HOUR) }],
      })),
    );
    await isWaiting(visit, 1);
    await pause(300);
    assert.equal(await waiting(visit), 1);
  });

  it("waits no more often than the words can change", async () => {
    const visit = await open([{ updated: ago(5 * HOUR) }]);
    await isWaiting(visit, 1);
    const count = await visit.evaluate(() => window.timers.set.length);
    await pause(2500);
    assert.equal(await visit.evaluate(() => window.timers.set.length), count, "no ticking by the second for hours");
  });

  it("has no timer where all times are dates, old or absent", async () => {
    const visit = await open([{ updated: "2024-04-03" }, { updated: "2024-04-03T10:00:00Z" }, {}]);
    await isWaiting(visit, 0);
    await pause(300);
    assert.equal(await waiting(visit), 0);
  });

  it("rests while the page is hidden, and goes on when it is shown", async () => {
    const visit = await open([{ updated: ago(HOUR) }, { updated: ago(2 * HOUR) }]);
    await isWaiting(visit, 1);
    const other = await stage.open({ kit: null, body: "another tab" });
    await other.page.bringToFront();
    await visit.until(() => document.hidden);
    await isWaiting(visit, 0);
    await visit.page.bringToFront();
    await isWaiting(visit, 1);
  });

  it("stops when the last card that needs it is removed", async () => {
    const visit = await open([{ updated: ago(HOUR) }, { updated: ago(2 * HOUR) }]);
    await isWaiting(visit, 1);
    await visit.evaluate(() => document.querySelectorAll("article-card").forEach(card => card.remove()));
    await isWaiting(visit, 0);
  });
});
