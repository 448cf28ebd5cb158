// What our card moves on a page whose script draws it.
import { card, page, pictured } from "./contenders.js";
import { done, quiet, visit } from "./visit.js";

/**
 * @param {import("./visit.js").Browser} browser
 * @param {import("./server.js").Server} server
 * @param {import("./contenders.js").Contender} contender
 */
export function moved(browser, server, { tag, head }) {
  const article = pictured(0, server.origin);
  const after = "<p>The next ferry sails at noon, and the one after it in the evening.</p>\n".repeat(12);
  const url = server.page("moved", page(head, `${card(tag, article)}\n${after}`));
  return visit(browser, { url, wanted: { tag, url: article.url }, slow: true }, async page => {
    await done(page);
    await quiet(page);
    const { sum, count } = await page.evaluate(() => window.probe.shifts());
    return { shift: sum, shifts: count };
  });
}
