// Two hundred of our cards, none as high as the next, which a reader scrolls through.
import { card, page, pictured } from "./contenders.js";
import { article } from "./article.js";
import { done, quiet, sleep, visit } from "./visit.js";

const CARDS = 200;
/** What one notch of a wheel moves, in pixels. */
const NOTCH = 120;
/** How much of a page a reader may pass at once. */
const STEP = 7 * NOTCH;
/** What each of the two visits may take. */
const MOST = 240_000;

/** @param {string} origin */
function varied(origin) {
  return Array.from({ length: CARDS }, (_, number) => {
    const form = { bullets: (number * 7) % 11, related: (number * 3) % 8, repeated: 1 + (number % 4) };
    return number % 3 ? article(number, form) : pictured(number, origin, form);
  });
}

/**
 * @param {import("./visit.js").Browser} browser
 * @param {import("./server.js").Server} server
 * @param {import("./contenders.js").Contender} contender
 */
export async function scrolled(browser, server, { tag, head }) {
  const articles = varied(server.origin);
  const url = server.page("scrolled", page(head, articles.map(article => card(tag, article)).join("\n")));
  const wanted = { tag, url: articles[0].url };
  const longest = await visit(browser, { url, wanted, cpu: 4, most: MOST }, async page => {
    await done(page);
    await quiet(page);
    const begun = await page.evaluate(() => performance.now());
    await page.mouse.move(200, 400);
    // A page that answers late is not at its end yet.
    for (let before = -1, still = 0; still < 5; ) {
      await page.mouse.wheel({ deltaY: STEP });
      await page.evaluate(() => window.probe.frames(2));
      const at = await page.evaluate(() => scrollY);
      still = at === before ? still + 1 : 0;
      before = at;
    }
    await sleep(500);
    const tasks = await page.evaluate(begun => window.probe.tasks(begun), begun);
    const ready = await page.evaluate(() => document.querySelectorAll(":state(ready)").length);
    return { longest: Math.max(0, ...tasks), ready };
  });
  const shift = await visit(browser, { url, wanted, most: MOST }, async page => {
    await done(page);
    await quiet(page);
    for (const by of [STEP, -STEP]) await page.evaluate(by => window.probe.scroll(by), by);
    return page.evaluate(() => window.probe.shifts());
  });
  // Cards of which nothing was drawn would cost nothing.
  if (longest.ready !== CARDS) throw new Error(`only ${longest.ready} of ${CARDS} cards were drawn`);
  return { longest: longest.longest, shift: shift.sum, shifts: shift.count };
}
