// Shows JSON as text with names, texts and other values told apart. It reads what is broken too, so it does not parse.

const TOKEN = /"(?:[^"\\\n]|\\.)*"?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * What the text consists of; the kind is empty for what is between.
 * @param {string} text
 * @returns {{ kind: "" | "name" | "text" | "value", text: string }[]}
 */
export function tokens(text) {
  const found = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    const start = match.index ?? 0;
    if (start > end) found.push({ kind: /** @type {const} */ (""), text: text.slice(end, start) });
    end = start + token.length;
    const isName = /^\s*:/.test(text.slice(end, end + 8));
    const kind = token.startsWith('"') ? (isName ? "name" : "text") : "value";
    found.push({ kind: /** @type {"name" | "text" | "value"} */ (kind), text: token });
  }
  if (end < text.length) found.push({ kind: /** @type {const} */ (""), text: text.slice(end) });
  return found;
}

/**
 * @param {string} text
 * @param {string} label
 */
export function jsonElement(text, label) {
  const element = document.createElement("pre");
  element.className = "json";
  // It scrolls, so that it has to be reached by the keyboard.
  element.tabIndex = 0;
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", label);
  element.dir = "ltr";
  for (const { kind, text: words } of tokens(text)) {
    if (!kind) {
      element.append(words);
      continue;
    }
    const span = document.createElement("span");
    span.className = kind;
    span.textContent = words;
    element.append(span);
  }
  return element;
}
