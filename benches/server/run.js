// What a card costs a server that runs JavaScript, beside React: the same articles as JSON, one after the other, each to HTML
// whose bytes are counted, all contenders in turn. It prints a table of Markdown.
//
// The processor's time counts, as in `crates/cli/benches/stream.rs`, since a machine seldom has nothing else to do. `cargo xtask
// bench server` calls it with `BENCH_KIT`, the kit, and bundles it with React.
import process from "node:process";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { article } from "../page/article.js";
import { Card } from "../page/cards/react-card.js";

const CARDS = 1000;
const TURNS = 21;
const LINKED = { style: "link", kit: "/article-card" };

const kit = process.env.BENCH_KIT;
const { render } = await import(`${kit}/toolkit/toolkit.node.js`);
const { render: small } = await import(`${kit}/toolkit/render.node.js`);
const texts = Array.from({ length: CARDS }, (_, number) => JSON.stringify(article(number, { picture: "https://pictures.example/ferry.webp" })));

/** @type {Record<string, (text: string) => string>} */
const contenders = {
  "React 19, `renderToString`": text => renderToString(createElement(Card, { article: JSON.parse(text) })),
  "**`article-card/toolkit`**, stylesheet linked": text => render(text, LINKED).html,
  "**`article-card/toolkit`**, stylesheet inline": text => render(text).html,
  "**`article-card/render`**, stylesheet linked": text => small(text, LINKED).html,
};

/** @type {Record<string, number[]>} */
const took = {};
/** @type {Record<string, number>} */
const bytes = {};
for (let turn = -2; turn < TURNS; turn++) {
  for (const [name, make] of Object.entries(contenders)) {
    let sum = 0;
    const begun = process.cpuUsage();
    for (const text of texts) sum += Buffer.byteLength(make(text));
    const { user, system } = process.cpuUsage(begun);
    bytes[name] = sum / CARDS;
    // The first turns are the compiler's.
    if (turn >= 0) (took[name] ??= []).push((user + system) / CARDS);
  }
}

const median = (/** @type {number[]} */ values) => values.sort((one, other) => one - other)[values.length >> 1];
const [react] = Object.keys(contenders);
console.log("|  | cards a second | times React | bytes of HTML | µs for a KB | times React |\n|---|--:|--:|--:|--:|--:|");
for (const name of Object.keys(contenders)) {
  const [own, its] = [median(took[name]), median(took[react])];
  const perKb = (/** @type {string} */ each) => (median(took[each]) / bytes[each]) * 1000;
  const cells = [Math.round(1e6 / own).toLocaleString("en"), (its / own).toFixed(2), Math.round(bytes[name]).toLocaleString("en"), perKb(name).toFixed(1), (perKb(react) / perKb(name)).toFixed(1)];
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}
console.log(`\nMeasured on ${new Date().toISOString().slice(0, 10)} with Node.js ${process.version}: medians of ${TURNS} turns.`);
