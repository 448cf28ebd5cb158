// A thousand cards at once on a page that has drawn one already.
import { article, json } from "./article.js";
import { card, page, pictured } from "./contenders.js";
import { done, quiet, sleep, visit } from "./visit.js";

const CARDS = 1000;

/**
 * @typedef {import("./contenders.js").Contender} Contender
 * @typedef {import("./visit.js").Session} Session
 */

/** @param {Session} session */
async function spent(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = (/** @type {string} */ name) => metrics.find(metric => metric.name === name)?.value ?? NaN;
  const style = seconds("RecalcStyleDuration") + seconds("LayoutDuration");
  return { style: style * 1000, rest: (seconds("TaskDuration") - style) * 1000 };
}

/** @param {Session} session */
async function memory(session) {
  for (let times = 0; times < 3; times += 1) await session.send("HeapProfiler.collectGarbage");
  const usage = /** @type {{ usedSize: number, embedderHeapUsedSize?: number }} */ (
    await session.send("Runtime.getHeapUsage")
  );
  return { script: usage.usedSize, dom: usage.embedderHeapUsedSize ?? 0 };
}

/**
 * @param {import("./visit.js").Browser} browser
 * @param {import("./server.js").Server} server
 * @param {Contender} contender
 * @param {boolean} withPictures
 */
export function thousand(browser, server, contender, withPictures) {
  const { name, tag, head } = contender;
  const make = (/** @type {number} */ number) => (withPictures ? pictured(number, server.origin) : article(number));
  const first = make(0);
  const url = server.page(`thousand-${name}`, page(head, card(tag, first).replace(">", ' loading="eager">')));
  const articles = Array.from({ length: CARDS }, (_, index) => make(index + 1));
  return visit(browser, { url, wanted: { tag, url: first.url } }, async (page, session) => {
    await done(page);
    await quiet(page);
    const kept = articles.map(article => ({ text: json(article), url: article.url }));
    await page.evaluate(kept => window.probe.keep(kept), kept);
    await session.send("Performance.enable");
    await memory(session);
    const before = await spent(session);
    const { begun, took } = await page.evaluate(tag => window.probe.append(tag), tag);
    // Who draws in one task is painted only now, and who draws in many has been, more than once. Tasks are told after their end.
    await page.evaluate(() => window.probe.frames(2));
    const after = await spent(session);
    await sleep(500);
    const tasks = await page.evaluate(begun => window.probe.tasks(begun), begun);
    const { script, dom } = await memory(session);
    const wasm = await page.evaluate(() => window.probe.memory());
    return {
      took,
      rest: after.rest - before.rest,
      style: after.style - before.style,
      longest: Math.max(0, ...tasks),
      memory: script + dom + wasm,
      script,
      dom,
      wasm,
    };
  });
}
