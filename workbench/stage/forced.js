// Forced colours on one card, nearly as a browser does it: the colours of the system in the place of the card's own. What the
// system itself would still do, such as the plate behind words on a picture, only its own setting shows.

const CARD = `
  :host {
    color-scheme: inherit !important;
    --article-card-background: Canvas !important;
    --article-card-text: CanvasText !important;
    --article-card-muted: CanvasText !important;
    --article-card-accent: CanvasText !important;
    --article-card-rule: CanvasText !important;
    --article-card-focus: Highlight !important;
  }
  *, ::before, ::after { box-shadow: none !important; text-shadow: none !important; }
  a, a * { color: LinkText !important; }
  button, button * { color: ButtonText !important; }
  button { border-color: ButtonText !important; background: ButtonFace !important; }`;
const PAGE = "a { color: LinkText !important; } p { color: CanvasText !important; }";

/**
 * The sheet of each document or shadow root; a constructed one, which no policy forbids.
 * @type {WeakMap<Document | ShadowRoot, CSSStyleSheet>}
 */
const sheets = new WeakMap();

/**
 * @param {Document | ShadowRoot} root
 * @param {Document} page
 * @param {boolean} forced
 */
function lay(root, page, forced) {
  let sheet = sheets.get(root);
  if (forced && !sheet) {
    const view = /** @type {Window & typeof globalThis} */ (page.defaultView);
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(root === page ? PAGE : CARD);
    sheets.set(root, sheet);
  }
  const others = [...root.adoptedStyleSheets].filter(other => other !== sheet);
  if (forced && sheet) others.push(sheet);
  if (others.length !== root.adoptedStyleSheets.length) root.adoptedStyleSheets = others;
}

/**
 * Lays the system's colours over a card and its fallback, or takes them away.
 * @param {Document} page
 * @param {ShadowRoot | null | undefined} root
 * @param {boolean} forced
 */
export function force(page, root, forced) {
  lay(page, page, forced);
  if (root) lay(root, page, forced);
}
