// A card that is there already, beside the same markup without any script, and below the fold.
import { execFileSync } from "node:child_process";
import { page, pictured } from "./contenders.js";
import { blocking, done, quiet, visit } from "./visit.js";

/**
 * @typedef {import("./visit.js").Browser} Browser
 * @typedef {import("./server.js").Server} Server
 * @typedef {import("./contenders.js").Contender} Contender
 */

/**
 * The card's markup as part of the page: without a shadow root, its style beside it.
 * @param {string} embed
 */
export function onPage(embed) {
  const inside = /<template[^>]*>(.*)<\/template>/s.exec(embed)?.[1];
  if (!inside?.includes("<style>")) throw new Error("a prerendered card begins otherwise than with its style");
  const markup = inside.replace(/:host\(([^)]*)\)/g, "static-card$1").replaceAll(":host", "static-card");
  return `<static-card>${markup}</static-card>`;
}

/**
 * The card of an article, as `article-card render` writes it.
 * @param {import("./article.js").Article} article
 */
export function rendered(article) {
  const program = process.env.ARTICLE_CARD_CLI;
  if (!program) throw new Error("ARTICLE_CARD_CLI names no program");
  return execFileSync(program, ["render", "-"], { input: JSON.stringify(article), encoding: "utf8", timeout: 20_000 });
}

/**
 * Slowly: when something of the page is seen, with our card in it and with its markup alone, and what adoption moves.
 * @param {Browser} browser
 * @param {Server} server
 * @param {Contender} contender
 */
export async function prerendered(browser, server, { tag, head }) {
  const article = pictured(0, server.origin);
  const wanted = { tag, url: article.url };
  const embed = rendered(article);
  const url = server.page("prerendered", page(head, embed));
  const ours = await visit(browser, { url, wanted, slow: true }, async page => {
    await done(page);
    await quiet(page);
    const shifts = await page.evaluate(() => window.probe.shifts());
    const adopted = await page.evaluate(() => !document.querySelector("article-card")?.shadowRoot?.querySelector("style"));
    if (!adopted) throw new Error("the prerendered card was not adopted");
    return { paint: await page.evaluate(() => window.probe.firstPaint()), shift: shifts.sum, shifts: shifts.count };
  });
  const alone = server.page("static", page("", onPage(embed)));
  const markup = await visit(browser, { url: alone, wanted, slow: true }, async page => {
    await quiet(page);
    return page.evaluate(() => window.probe.firstPaint());
  });
  return { ...ours, markup };
}

/**
 * Slowly, with a long text before it: what is fetched and worked at before a reader comes near.
 * @param {Browser} browser
 * @param {Server} server
 * @param {Contender} contender
 */
export async function belowTheFold(browser, server, { tag, head, folder }) {
  const article = pictured(0, server.origin);
  const body = `<div style="height: 3000px">A long text.</div>\n${rendered(article)}`;
  const url = server.page("below", page(head, body));
  server.log.length = 0;
  return visit(browser, { url, wanted: { tag, url: article.url }, slow: true }, async page => {
    await quiet(page);
    const tasks = await page.evaluate(() => window.probe.tasks(0));
    const { files, bytes } = server.loaded(folder);
    return { names: files, bytes, blocking: blocking(tasks) };
  });
}
