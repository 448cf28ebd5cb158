// What is drawn of each fixture: the cards that stand side by side on its sheet, and when and in which fonts that is.

/**
 * @typedef {object} Way
 * @property {string} name
 * @property {number} width
 * @property {Record<string, string>} attributes
 * @property {boolean} [isAsked] Whether the date has the focus, so that the full one shows.
 */

/** @type {Way[]} */
const ALWAYS = [
  { name: "480 light", width: 480, attributes: {} },
  { name: "480 dark", width: 480, attributes: { theme: "dark" } },
  { name: "480 right to left", width: 480, attributes: { dir: "rtl" } },
  { name: "900 light", width: 900, attributes: {} },
  { name: "280 light", width: 280, attributes: {} },
];

/** @type {Way[]} */
const LAYOUTS = [
  { name: "480 compact", width: 480, attributes: { layout: "compact" } },
  { name: "480 hero", width: 480, attributes: { layout: "hero" } },
  { name: "900 hero", width: 900, attributes: { layout: "hero" } },
];

/** The layouts rule over the same parts, so that a few fixtures show what each of them does. */
const IN_ALL_LAYOUTS = ["arabic", "everything", "minimal", "video"];

/** One card of a sheet has the focus, so that it is one fixture. */
const ASKED = "minutes-ago";

/**
 * @param {string} fixture
 * @returns {Way[]}
 */
export const ways = fixture => [
  ...ALWAYS,
  ...(IN_ALL_LAYOUTS.includes(fixture) ? LAYOUTS : []),
  ...(fixture === ASKED ? [{ name: "480 asked for the date", width: 480, attributes: {}, isAsked: true }] : []),
];

/** When it is on every sheet: later than what any fixture tells, so that the only ages are those that it asks for. */
export const NOW = Date.UTC(2026, 6, 1, 10, 30);

/** Between the cards and around them, and the line of a card's name. */
const GAP = 16;
const TITLE = 24;

/** Where each card stands on its sheet: a card that becomes higher moves none of the others. */
export function places(/** @type {Way[]} */ all) {
  let left = GAP;
  return all.map(way => {
    const place = { ...way, left, top: GAP + TITLE };
    left += way.width + GAP;
    return place;
  });
}

/** @param {Way[]} all */
export const sheetWidth = all => all.reduce((sum, { width }) => sum + width + GAP, GAP);

/** The packages of fonts; each has a stylesheet that names its files by the characters in them. */
export const FONTS = [
  "source-serif-4",
  "noto-sans",
  "noto-naskh-arabic",
  "noto-serif-hebrew",
  "noto-serif-devanagari",
  "noto-serif-jp",
].map(name => `@fontsource-variable/${name}/index.css`);
