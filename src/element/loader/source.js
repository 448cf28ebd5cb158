// Where the JSON of a card is, and when it changes. It never reads the JSON: it hands on the text, with what the text and
// its script look like.

/** What only a foreign format has. The reader has the last word; without a sign of one it is never fetched. */
export const FOREIGN =
  /"(@(context|type|graph|id)|uri|guid|\$standard|embargoed|pubstatus|renditions|versioncreated)"\s*:/i;

/**
 * True when the parser has gone past the node, so that its text is whole.
 * @param {Node | null} node
 */
function isParsed(node) {
  if (document.readyState !== "loading") return true;
  for (; node; node = node.parentNode) if (node.nextSibling) return true;
}

/**
 * The JSON text, and whether its script is one of a foreign format: from the property, the script that `for` names, or the
 * child script. The text is undefined while it is being parsed; then `parsed` is called once the page is whole. The
 * observer is left on all that may change it.
 * @param {HTMLElement & ReflectedAttributes} host
 * @param {string | null} article
 * @param {MutationObserver} observer
 * @param {() => void} parsed
 * @returns {[text?: string, isForeign?: boolean]}
 */
export function findText(host, article, observer, parsed) {
  const texts = { childList: true, characterData: true, subtree: true };
  observer.disconnect();
  observer.observe(host, texts);
  if (article != null) return [article];
  const root = /** @type {Document | ShadowRoot} */ (host.getRootNode());
  const id = host.htmlFor;
  /** @type {Element & { type?: any } | null} */
  const script = id
    ? root.getElementById?.(id) ?? document.getElementById(id)
    : host.querySelector(':scope > script[type*="json" i]');
  if (id) {
    // Another script may take its place, or the one that is missing may come.
    observer.observe(script?.parentNode ?? root, { childList: true, subtree: !script });
    if (script) observer.observe(script, texts);
  }
  if (isParsed(script ?? host)) return [script?.textContent ?? "", /ld\+json/i.test(script?.type)];
  document.addEventListener("DOMContentLoaded", parsed, { once: true });
  return [];
}
