// A card that stands takes the form of one that was drawn anew: nodes stay where they are alike, so that the focus, a
// selection and the pictures do.

/**
 * @param {Node} a
 * @param {Node} b
 */
const isAlike = (a, b) => a.nodeName === b.nodeName && /** @type {any} */ (a).className === /** @type {any} */ (b).className;

/**
 * Takes over attributes and children, some of them as they are.
 * @param {Node} stands
 * @param {Node} drawn
 */
export function become(stands, drawn) {
  if (stands instanceof Text) {
    if (stands.data !== drawn.nodeValue) stands.data = /** @type {Text} */ (drawn).data;
  } else if (stands instanceof Element) {
    const { attributes } = /** @type {Element} */ (drawn);
    for (const name of stands.getAttributeNames()) if (!attributes.getNamedItem(name)) stands.removeAttribute(name);
    for (const { name, value } of attributes) if (stands.getAttribute(name) !== value) stands.setAttribute(name, value);
    /** @type {ChildNode | null} */
    let next = stands.firstChild;
    for (const child of [...drawn.childNodes]) {
      let alike = next;
      while (alike && !isAlike(alike, child)) alike = alike.nextSibling;
      if (alike) {
        while (next !== alike) next = remove(/** @type {ChildNode} */ (next));
        become(alike, child);
        next = alike.nextSibling;
      } else {
        stands.insertBefore(child, next);
      }
    }
    while (next) next = remove(next);
  }
}

/**
 * Returns what came after it.
 * @param {ChildNode} node
 */
function remove(node) {
  const { nextSibling } = node;
  node.remove();
  return nextSibling;
}
