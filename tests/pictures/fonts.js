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
    const card = find(root, ({ localName }) => localName === "article-card");
    const shadow = card?.shadowRoots?.[0];
    const elements = [...below(root, node => node !== card), ...(shadow ? below(shadow) : card ? below(card) : [])];
    const lines = await Promise.all(
      elements.map(async ({ nodeId, localName, attributes = [] }) => {
        const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
        const strange = fonts.filter(({ isCustomFont }) => !isCustomFont);
        const place = [localName, attributes[attributes.indexOf("class") + 1]].join(".");
        return strange.map(({ familyName, glyphCount }) => `${glyphCount} letters of ${place} are the machine’s ${familyName}`);
      }),
    );
    return lines.flat();
  } finally {
    await session.detach();
  }
}

/** @typedef {import("puppeteer-core").Protocol.DOM.Node} Node */

/**
 * @param {Node} node
 * @param {(node: Node) => boolean} goesInto
 * @returns {Node[]}
 */
const below = (node, goesInto = () => true) =>
  (node.children ?? []).filter(goesInto).flatMap(child => [child, ...below(child, goesInto)]);

/**
 * @param {Node} node
 * @param {(node: Node) => boolean} is
 * @returns {Node | undefined}
 */
function find(node, is) {
  if (is(node)) return node;
  for (const child of node.children ?? []) {
    const found = find(child, is);
    if (found) return found;
  }
  return undefined;
}
