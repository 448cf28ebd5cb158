// The first card of a page that a phone has never visited.
import { card, page, pictured } from "./contenders.js";
import { BANDWIDTH, blocking, done, quiet, visit } from "./visit.js";

/**
 * @param {import("./visit.js").Browser} browser
 * @param {import("./server.js").Server} server
 * @param {import("./contenders.js").Contender} contender
 */
export function cold(browser, server, { name, tag, folder, head }) {
  const article = pictured(0, server.origin);
  const url = server.page(`cold-${name}`, page(head, card(tag, article)));
  server.log.length = 0;
  return visit(browser, { url, wanted: { tag, url: article.url }, slow: true }, async page => {
    const visible = await done(page);
    await quiet(page);
    const { bytes } = server.loaded(folder);
    const tasks = await page.evaluate(() => window.probe.tasks(0));
    return { visible, bytes, transfer: (bytes / BANDWIDTH) * 1000, blocking: blocking(tasks) };
  });
}
