// The embed code for a page as it is: rendered by the browser, or prerendered. As `examples/plain/` and
// docs/prerendering.md have it.

import { rule } from "../theme/rule.js";
import { asHtml, fallback, html, indent, json } from "./spelling.js";

/** @typedef {import("./targets.js").Embed} Embed */
/** @typedef {import("./targets.js").CodeFile} CodeFile */

/** @param {Embed} embed */
const loader = ({ kit }) => `<script type="module" src="${html(kit)}article-card.js"></script>`;

/**
 * What keeps the card's place: a style of its own, or the kit's file, which is the same.
 * @param {Embed} embed
 */
const place = ({ manifest, kit }) => manifest?.place
  ? `<style>${manifest.place.style}</style>`
  : `<link rel="stylesheet" href="${html(kit)}article-card.css">`;

/** @param {Embed} embed */
const element = ({ article, attributes }) => `<article-card${asHtml(attributes)}>
  <script type="application/json">
${indent(json(article), 2)}
  </script>
  ${fallback(article)}
</article-card>`;

/**
 * The theme stands in a stylesheet of the page: a `<style>` would need a permission of its own.
 * @param {Embed} embed
 * @param {string} [selector]
 * @returns {CodeFile[]}
 */
export const themeFile = ({ theme }, selector) => {
  const text = rule(theme, selector);
  return text ? [{ name: "your-page.css", language: "css", text }] : [];
};

/** @param {Embed} embed @returns {CodeFile[]} */
export const rendered = embed => [
  { name: "card.html", language: "html", text: `${place(embed)}\n${loader(embed)}\n\n${element(embed)}\n` },
  ...themeFile(embed),
];

/** @param {Embed} embed @returns {CodeFile[]} */
export const prerendered = embed => [
  { name: "card.html", language: "html", text: `${embed.html.trim()}\n${loader(embed)}\n` },
  ...themeFile(embed),
];

/**
 * A whole page of the card alone.
 * @param {Embed} embed
 */
export function wholePage(embed) {
  const { article, theme } = embed;
  const direction = /^(ar|fa|he|ur)\b/i.test(article.language ?? "") ? ' dir="rtl"' : "";
  return `<!doctype html>
<html${article.language ? ` lang="${html(article.language)}"` : ""}${direction}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${html(article.headline ?? "")}</title>
${indent(place(embed), 4)}
${themed(theme, 4)}${indent(loader(embed), 4)}
  </head>
  <body>
${element(embed)}
  </body>
</html>
`;
}

/**
 * A whole page that the toolkit has made, with the theme in it.
 * @param {string} page
 * @param {Record<string, string>} theme
 */
export function withTheme(page, theme) {
  const at = page.indexOf("</head>");
  return at < 0 ? page : page.slice(0, at) + themed(theme, 0) + page.slice(at);
}

/** @param {Record<string, string>} theme @param {number} spaces */
function themed(theme, spaces) {
  const text = rule(theme);
  return text ? indent(`<style>\n${text}</style>\n`, spaces) : "";
}
