// The pages that publishers write: an article as JSON in an element, with their own fallback beside it.
import { readFileSync } from "node:fs";

/**
 * JSON that may stand in a script, as a careful publisher writes it.
 * @param {unknown} value
 */
export const json = value => JSON.stringify(value).replace(/</g, "\\u003c");

/** @param {unknown} text */
const escaped = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
/** @param {Record<string, unknown>} given */
const attributes = given =>
  Object.entries(given)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");

/**
 * One card; `article` is an object, or a string that stands in the script as it is, or null for a card without any; `type`
 * is the script's.
 * The fallback is one link with a text of its own, so that it is never mistaken for the drawn headline.
 * @param {object | string | null} article
 * @param {{ fallback?: string, type?: string, [attribute: string]: unknown }} [options]
 */
export function embed(article, { fallback = "The publisher’s own words", type = "application/json", ...given } = {}) {
  const text = typeof article === "string" ? article : json(article);
  const script = article === null ? "" : `<script type="${type}">${text}</script>`;
  return `<article-card${attributes(given)}>${script}${fallback && `<a class="fallback" href="/fallback">${fallback}</a>`}</article-card>`;
}

/**
 * What stands in the page's head to embed the kit.
 * @param {{ css: string, loader: string }} kit
 */
export const kitTags = kit => `<link rel="stylesheet" href="${kit.css}">
<script type="module" src="${kit.loader}"></script>`;

/**
 * The same as the README recommends it: the style in the page, to the byte.
 * @param {{ loader: string }} kit
 */
export const recommendedTags = kit =>
  between("README.md", "```html\n", "\n\n").replace("/article-card/article-card.js", kit.loader);

/**
 * The policy of docs/hosting.md, to the word, for a kit and pictures of these origins; all else is forbidden.
 * @param {string} kit
 * @param {string} pictures
 */
export const documentedPolicy = (kit, pictures) => {
  const policy = between("docs/hosting.md", "```\n", "```").replaceAll("'self'", kit);
  return `default-src 'none'; ${policy.replace("https://pictures.example", pictures).replaceAll("\n", " ")}`;
};

/**
 * What stands first between these in a document.
 * @param {string} path
 * @param {string} start
 * @param {string} end
 */
function between(path, start, end) {
  const text = readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
  const from = text.indexOf(start) + start.length;
  return text.slice(from, text.indexOf(end, from));
}

/**
 * A whole page, in British English, whose dates read as the seeds do; `kit` null leaves the kit out, `tags` replaces the
 * usual two.
 * @param {{ kit?: { css: string, loader: string } | null, tags?: string, head?: string, body?: string, lang?: string }} parts
 */
export function wholePage({ kit, tags = kit ? kitTags(kit) : "", head = "", body = "", lang = "en-GB" }) {
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>A publisher’s page</title>
<meta name="viewport" content="width=device-width">${head}
${tags}</head>
<body>${body}</body></html>`;
}

/** For a page's head: its cards stand one on the other in `<main>`, so that each is near the screen, where times are told by their age. */
export const STACKED = "<style>main { position: relative } article-card { position: absolute; inset-inline: 0 }</style>";
