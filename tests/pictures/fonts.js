// That a sheet shows no letter of a font of the machine's, which another machine would not have.

/**
 * A line for each text with letters of another font than those of the sheet, in its titles and its first card: the other
 * cards have the same texts.
 * @param {import("puppeteer-core").Page} page
 */
export async function strangeFonts(page) {
  const session = await page.createCDPSession();
  try {
    await Promise.all([session.send("DOM.enable"), session.send("CSS.enable")]);
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    const elements = below(root);
    const card = elements.find(({ localName }) => localName === "article-card");
    const titles = elements.filter(({ localName }) => localName === "h2");
    if (!card) return ["there is no card to be read"];
    // A card without anything to draw shows the publisher's own words, which stand in no shadow.
    const texts = [...titles, ...below(card), ...(card.shadowRoots ?? []).flatMap(below)];
    const lines = await Promise.all(
      texts.map(async ({ nodeId, localName, attributes = [] }) => {
        const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
        const strange = fonts.filter(({ isCustomFont }) => !isCustomFont);
        const at = attributes.indexOf("class");
        const place = at < 0 ? localName : `${localName}.${attributes[at + 1]}`;
        return strange.map(font => `${font.glyphCount} letters of ${place} are the machine’s ${font.familyName}`);
      }),
    );
    const missing = await page.evaluate(uncovered);
    if (missing) lines.push([`no font of the sheet has ${missing}`]);
    return lines.flat();
  } finally {
    await session.detach();
  }
}

/** Runs in the page: the signs of the sheet's texts that are in no range of its fonts, for which a font would draw a box. */
function uncovered() {
  const ranges = [...document.fonts].flatMap(({ unicodeRange }) =>
    unicodeRange.split(",").map(range => {
      const [first, last = first] = range.trim().slice(2).split("-");
      return [first, last].map(end => Number.parseInt(end, 16));
    }),
  );
  const cards = [...document.querySelectorAll("article-card")];
  const texts = cards.map(card => card.shadowRoot?.querySelector("article")?.textContent ?? "").join("");
  // Space and what only directs the text are drawn by no font.
  const signs = [...new Set(texts)].filter(sign => !/[\s\p{Cf}]/u.test(sign));
  const found = signs.filter(sign => {
    const code = /** @type {number} */ (sign.codePointAt(0));
    return !ranges.some(([first, last]) => first <= code && code <= last);
  });
  return found.map(sign => `U+${sign.codePointAt(0)?.toString(16)}`).join(", ");
}

/** @typedef {import("puppeteer-core").Protocol.DOM.Node} Node */

/**
 * The elements below one, but not those in the shadows of others.
 * @param {Node} node
 * @returns {Node[]}
 */
const below = node =>
  (node.children ?? []).filter(({ nodeType }) => nodeType === 1).flatMap(child => [child, ...below(child)]);
