// Where in a JSON a place lies, half-written ones included: the path to it, and whether a name or a value stands there.

/**
 * @typedef {object} Context
 * @property {(string | number)[]} path of the value that stands there or is to; of a name, the path of its object
 * @property {"name" | "value"} role
 * @property {number} from where the word begins that stands there
 * @property {number} to where it ends; both are the place itself if there is none
 * @property {string} word without quotation marks
 * @property {Set<string>} names that the object has, without the one that stands there
 */

/**
 * @typedef {object} Level
 * @property {boolean} isObject
 * @property {string} name the latest one of an object
 * @property {number} index of an item of a list
 * @property {"name" | "colon" | "value" | "comma"} next what is to come
 * @property {Set<string>} names
 */

const TOKEN = /"(?:[^"\\\n]|\\.)*"?|[{}[\]:,]|[^\s{}[\]:,"]+/y;
const BLANK = /\s*/y;

/**
 * @param {string} text
 * @param {number} place
 * @returns {Context | undefined} nothing outside of all objects and lists, and where only a comma or a colon can stand
 */
export function contextAt(text, place) {
  /** @type {Level[]} */
  const levels = [];
  /** @type {Context | undefined} */
  let found;
  /** @type {Level | undefined} */
  let around;
  let isPast = false;

  /**
   * @param {number} from
   * @param {number} to
   * @param {string} word
   */
  const find = (from, to, word) => {
    isPast = true;
    around = levels.at(-1);
    if (!around || around.next === "colon" || (around.next === "comma" && from === to)) return;
    const role = around.isObject && around.next !== "value" ? "name" : "value";
    const steps = levels.map(level => (level.isObject ? level.name : level.index));
    const path = role === "name" ? steps.slice(0, -1) : steps;
    found = { path, role, from, to, word, names: around.names };
  };

  let at = 0;
  while (at < text.length) {
    BLANK.lastIndex = at;
    BLANK.test(text);
    TOKEN.lastIndex = BLANK.lastIndex;
    const token = TOKEN.exec(text)?.[0];
    if (!token) break;
    const from = BLANK.lastIndex;
    at = TOKEN.lastIndex;
    const isWord = !"{}[]:,".includes(token);
    if (!isPast && from >= place) {
      find(place, place, "");
      if (!found) return undefined;
    }
    // Behind a closing quotation mark nothing more belongs to the text; a bare word may still grow.
    const isThere = !isPast && isWord && (place < at || (place === at && isOpen(token)));
    if (isThere) {
      find(from, at, wordOf(token));
      if (!found) return undefined;
    }
    const level = levels.at(-1);
    if (isWord) {
      if (level) take(level, wordOf(token), isThere);
    } else if (token === "{" || token === "[") {
      if (level) level.next = "comma";
      const isObject = token === "{";
      levels.push({ isObject, name: "", index: 0, next: isObject ? "name" : "value", names: new Set() });
    } else if (token === "}" || token === "]") {
      if (levels.pop() === around && isPast) break;
    } else if (level) {
      if (token === ",") level.index += 1;
      level.next = token === ":" || !level.isObject ? "value" : "name";
    }
  }
  if (!isPast) find(place, place, "");
  return found;
}

/**
 * A name or a value has been read. Where a comma is missing, an object goes on with a name.
 * @param {Level} level
 * @param {string} word
 * @param {boolean} isThere
 */
function take(level, word, isThere) {
  if (level.isObject && level.next !== "value") {
    level.name = word;
    level.next = "colon";
    if (!isThere) level.names.add(word);
  } else {
    level.next = "comma";
  }
}

/** @param {string} token */
const isOpen = token => !token.startsWith('"') || token.length === 1 || !/^"(?:[^"\\]|\\.)*"$/.test(token);

/** @param {string} token */
function wordOf(token) {
  if (!token.startsWith('"')) return token;
  try {
    return JSON.parse(isOpen(token) ? `${token}"` : token);
  } catch {
    return token.slice(1);
  }
}
