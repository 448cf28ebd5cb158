// Cards of the same shape are copied from the first of them, and get words of their own. The kit's Yew says what it has drawn
// in two strings: the shape, with all words that are ours, and the words of the article.

/**
 * A card without its words, and where they go: how many nodes after the place before, in the order of the document, and into
 * which attribute, if it is no text.
 * @typedef {{ mount: HTMLElement, places: [nodes: number, attribute: string][] }} Shape
 */

/** @type {Map<string, Shape>} */
const shapes = new Map();

/**
 * For how many shapes a card is kept. They are as many as the newsroom has ways of telling a story, and a page of a thousand
 * different ones should not hold each of them twice.
 */
const MOST = 64;

/**
 * The lines of a shape: `<` an element's tag, `@` an attribute's name, `#` a text, `=` what one of these is, `?` that it is
 * the article's next word, `>` the end of an element.
 * @param {string} lines
 */
function build(lines) {
  /** @type {Shape} */
  const shape = { mount: document.createElement("div"), places: [] };
  let at = shape.mount, nodes = 0, attribute = "";
  for (const line of lines.split("\n")) {
    const rest = line.slice(1);
    switch (line[0]) {
      case "<":
        at = at.appendChild(document.createElement(rest));
        nodes++;
        break;
      case ">":
        at = /** @type {HTMLElement} */ (at.parentNode);
        break;
      case "=":
        if (attribute) {
          at.setAttribute(attribute, rest);
        } else {
          at.append(rest);
          nodes++;
        }
        break;
      case "?":
        if (!attribute) {
          at.append("");
          nodes++;
        }
        shape.places.push([nodes, attribute]);
        nodes = 0;
        break;
      default:
        attribute = rest;
    }
  }
  return shape;
}

/**
 * An element that holds a card.
 * @param {string} lines
 * @param {string} words each with a NUL after it, which no word has
 */
export function stamp(lines, words) {
  let shape = shapes.get(lines);
  if (!shape) {
    if (shapes.size === MOST) shapes.clear();
    shapes.set(lines, shape = build(lines));
  }
  const mount = /** @type {HTMLElement} */ (shape.mount.cloneNode(true));
  const walker = document.createTreeWalker(mount);
  const given = words.split("\0");
  shape.places.forEach(([nodes, attribute], at) => {
    while (nodes--) walker.nextNode();
    const node = /** @type {Element} */ (walker.currentNode);
    if (attribute) node.setAttribute(attribute, given[at]);
    else node.nodeValue = given[at];
  });
  return mount;
}
