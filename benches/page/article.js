// The article of the cards, invented, and as many others of its form as a page wants.

/**
 * @typedef {object} Related
 * @property {string} headline
 * @property {string} url
 * @property {string} updated
 * @typedef {object} Picture
 * @property {string} url
 * @property {string} alt
 * @property {string} caption
 * @property {string} credit
 * @property {number} width
 * @property {number} height
 * @typedef {object} Article
 * @property {string} headline
 * @property {string} url
 * @property {string} shortUrl
 * @property {string} updated
 * @property {string} language
 * @property {Picture} [image]
 * @property {string[]} bullets
 * @property {Related[]} related
 */

const SITE = "https://news.example";

const BULLETS = [
  "The first night ferry leaves Port Almery on 2 May at a quarter past eleven",
  "A ticket costs the same as by day; bicycles travel free until the end of August",
  "Residents of the quay have been promised quieter engines within two years",
  "The old timetable stays in force on public holidays",
  "The harbour office expects 400 passengers a night",
];

const RELATED = [
  "Quay to be closed for repairs on three Sundays in April",
  "How the island school came to have a boat of its own",
  "Fishermen ask for a second crane before the season",
  "A hundred years of the lighthouse, in twelve photographs",
];

/**
 * One of them, by its number.
 * @param {number} number
 * @param {{ picture?: string, bullets?: number, related?: number, repeated?: number }} [form] `repeated`: the headline's length
 * @returns {Article}
 */
export function article(number, { picture, bullets = 3, related = 3, repeated = 1 } = {}) {
  const day = String(1 + (number % 28)).padStart(2, "0");
  const some = (/** @type {string[]} */ texts, /** @type {number} */ count) =>
    Array.from({ length: count }, (_, index) => `${texts[index % texts.length]} (${number}.${index + 1})`);
  /** @type {Article} */
  const made = {
    headline: Array(repeated).fill("Night ferries to the outer islands return after nine years").join(", ") + ` – ${number}`,
    url: `${SITE}/ferries-${number}`,
    shortUrl: `${SITE}/f${number}`,
    updated: `2024-03-${day}`,
    language: "en-GB",
    bullets: some(BULLETS, bullets),
    related: some(RELATED, related).map((headline, index) => ({
      headline,
      url: `${SITE}/related-${number}-${index + 1}`,
      updated: `2024-02-${day}`,
    })),
  };
  if (picture !== undefined) {
    made.image = {
      url: `${picture}?${number}`,
      alt: "A ferry at the quay in the evening",
      caption: "The Almery Star, which will sail four nights a week",
      credit: "Harbour office",
      width: 1200,
      height: 800,
    };
  }
  return made;
}

/** It as a script's text in HTML. */
export const json = (/** @type {Article} */ article) => JSON.stringify(article).replaceAll("<", "\\u003c");
