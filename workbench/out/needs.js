// What a card needs of its host's policy: the kit, WebAssembly, its pictures, its style.

import { OWN, sourceOf } from "./policy.js";

/** @typedef {import("./policy.js").Need} Need */
/** @typedef {import("./targets.js").Embed} Embed */
/** @typedef {import("./targets.js").Target} Target */

/** Where a page is supposed to be, if nobody says. */
export const SOME_PAGE = "https://www.example";

/**
 * The addresses of all pictures that a card of this article may ask for.
 * @param {Record<string, any> | null} article
 * @returns {string[]}
 */
export function pictures(article) {
  if (!article) return [];
  const { image, byline, publisher, sponsor, related } = article;
  /** @param {any} list @returns {any[]} */
  const all = list => Array.isArray(list) ? list : [];
  const found = [
    image?.url, ...all(image?.sources).map(source => source?.url),
    ...all(byline).map(author => author?.image),
    publisher?.logo, sponsor?.logo,
    ...all(related).map(story => story?.image),
  ];
  return found.filter(url => typeof url === "string" && /^https?:/i.test(url) && URL.canParse(url));
}

/**
 * The origins of these pictures, each once.
 * @param {Record<string, any> | null} article
 */
export const pictureHosts = article => [...new Set(pictures(article).map(url => new URL(url).origin))];

/**
 * @param {Embed} embed
 * @param {Target} target
 * @param {string} pageOrigin
 * @returns {Need[]}
 */
export function needsOf({ article, kit, styleHash, manifest }, target, pageOrigin) {
  const folder = target.isKitElsewhere ? new URL(kit, pageOrigin).href : `${pageOrigin}/`;
  const isOwn = target.name === "yew";
  /** @type {Need[]} */
  const needs = [
    { kind: "script", words: isOwn ? "Your app's script" : "The card's script", url: `${folder}article-card.js` },
    ...isOwn ? [] : [{
      kind: /** @type {const} */ ("script"),
      words: "Its runtime, which it imports when a card comes near the screen",
      url: `${folder}article-card-runtime.js`,
      isImported: true,
    }],
    { kind: "wasm", words: "Its WebAssembly" },
    {
      kind: "connect",
      words: isOwn ? "The app's WebAssembly, as it is fetched" : "WebAssembly and labels, as they are fetched",
      url: `${folder}article-card-runtime.wasm`,
    },
    ...pictureHosts(article).map(origin => {
      const url = pictures(article).find(picture => new URL(picture).origin === origin);
      return { kind: /** @type {const} */ ("image"), words: `Pictures of ${new URL(origin).host}`, url };
    }),
  ];
  const sheet = { kind: /** @type {const} */ ("style"), url: `${folder}article-card.css` };
  for (const style of target.styles) {
    if (style === "place" && manifest?.place) {
      needs.push({ kind: "style", words: "The style that keeps the card's place", hash: manifest.place.hash });
    } else if (style === "place" || style === "sheet") {
      needs.push({ ...sheet, words: "The stylesheet that keeps the card's place" });
    } else if (style === "linked") {
      needs.push({ ...sheet, words: "The stylesheet of the prerendered card" });
    } else if (styleHash) {
      needs.push({ kind: "style", words: "The style in the prerendered card", hash: styleHash });
    }
  }
  return needs;
}

/**
 * These needs as a policy that allows them and no more, a directive on each line.
 * @param {Need[]} needs
 * @param {string} pageOrigin
 */
export function policyLines(needs, pageOrigin) {
  /** @type {Map<string, Set<string>>} */
  const lines = new Map();
  for (const need of needs) {
    const name = OWN[need.kind];
    lines.set(name, (lines.get(name) ?? new Set()).add(sourceOf(need, pageOrigin)));
  }
  return [...lines].map(([name, sources]) => `${name} ${[...sources].join(" ")}`).join(";\n");
}

/** How a server sends the kit's files, as docs/hosting.md has it: the file, its type, how long it may be kept. */
export const HEADERS = [
  ["article-card.js", "text/javascript", "max-age=300"],
  ["article-card.css", "text/css", "max-age=300"],
  ["article-card-*.js", "text/javascript", "public, max-age=31536000, immutable"],
  ["article-card-*.wasm", "application/wasm", "public, max-age=31536000, immutable"],
  ["article-card-*.tsv", "text/tab-separated-values", "public, max-age=31536000, immutable"],
  ["article-card-*.css", "text/css", "public, max-age=31536000, immutable"],
];
