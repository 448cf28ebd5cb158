// The sheet of a fixture as a page of HTML: its cards side by side, each as a publisher embeds it.
import { FONTS, NOW, places, ways } from "./ways.js";

/** @param {string} text */
const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

/**
 * The fixture's text, its addresses on this server and its instants counted back from that of the sheets.
 * @param {string} text
 * @param {string} origin
 */
const filled = (text, origin) =>
  text
    .replaceAll("{origin}", origin)
    .replace(/\{minutes-ago:(\d+)\}/g, (_, minutes) => new Date(NOW - minutes * 60_000).toISOString());

/** A clock that stands still, before any other script. */
const CLOCK = `globalThis.Date = class extends Date {
  constructor(...given) { super(...(given.length ? given : [${NOW}])); }
  static now() { return ${NOW}; }
};`;

/** Counts the cards that are done, whether or not there was something to draw. */
const DONE = `globalThis.done = 0;
for (const name of ["article-card-ready", "article-card-error"]) document.addEventListener(name, () => { done += 1; });`;

/**
 * @param {string} fixture
 * @param {string} text
 * @param {string} origin
 */
export function sheet(fixture, text, origin) {
  const type = text.includes('"@context"') ? "application/ld+json" : "application/json";
  const data = filled(text, origin).replace(/<(?=\/script|!--)/gi, "\\u003c");
  const cards = places(ways(fixture)).map(({ name, width, left, attributes, isAsked }) => {
    const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
    if (isAsked) given.push(" data-asked");
    return `<section style="left: ${left}px; width: ${width}px">
<h2>${escaped(name)}</h2>
<article-card${given.join("")}>
<script type="${type}">${data}</script>
<a href="${origin}/fallback">The publisher’s own words</a>
</article-card>
</section>`;
  });
  const fonts = FONTS.map(path => `<link rel="stylesheet" href="/fonts/${path}">`);
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(fixture)}</title>
<script>${CLOCK}
${DONE}</script>
${fonts.join("\n")}
<link rel="stylesheet" href="/kit/article-card.css">
<link rel="stylesheet" href="/sheet.css">
<script type="module" src="/kit/article-card.js"></script></head>
<body>${cards.join("\n")}</body></html>`;
}
