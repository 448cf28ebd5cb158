// The attributes of the element as controls need them: which kind each is, its words, and how a choice becomes part of the
// state. It touches no page.

/**
 * An attribute as `custom-elements.json` declares it.
 * @typedef {{ name: string, description?: string, default?: string, type: { text: string } }} Attribute
 *
 * @typedef {"language" | "parts" | "number" | "words" | "text"} Kind
 */

/** Where a name does not say to an editor what is meant. */
const NAMES = /** @type {Record<string, string>} */ ({
  lang: "Language",
  dir: "Direction",
  target: "Links open in",
  hide: "Leave out",
  "link-params": "Link parameters",
});

/** Words that are abbreviations. */
const WORDS = /** @type {Record<string, string>} */ ({ ltr: "Left to right", rtl: "Right to left" });

/** Their groups, in the order in which they stand; whatever a later version has besides stands in the last one. */
export const GROUPS = [
  { name: "Card", attributes: ["layout", "theme", "heading-level", "hide"] },
  { name: "Language and time", attributes: ["lang", "dir", "time-zone", "relative-until"] },
  { name: "Links and loading", attributes: ["target", "link-params", "loading"] },
];

/**
 * The words of a union, such as `'standard' | 'compact' | string`.
 * @param {string} type
 */
export const wordsOf = type => [...type.matchAll(/(["'])(.*?)\1/g)].map(([, , word]) => word);

/**
 * Whether a union takes more than its words.
 * @param {string} type
 */
export const isOpen = type => /\bstring\b/.test(type.replace(/(["']).*?\1/g, ""));

/**
 * @param {Attribute} attribute
 * @returns {Kind}
 */
export function kindOf({ name, type }) {
  const words = wordsOf(type.text);
  if (name === "lang") return "language";
  if (name === "hide") return "parts";
  if (isOpen(type.text) || !words.length) return "text";
  return words.every(word => /^\d+$/.test(word)) ? "number" : "words";
}

/**
 * A name or word for people: `heading-level` becomes "Heading level"; `_blank` stays what it is.
 * @param {string} word
 */
export const title = word => {
  if (Object.hasOwn(WORDS, word)) return WORDS[word];
  const spaced = word.replaceAll("-", " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

/** @param {string} name */
export const titleOf = name => NAMES[name] ?? title(name);

/**
 * The first sentence of a description, without the marks of Markdown.
 * @param {string} [description]
 */
export function hintOf(description = "") {
  const plain = description.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", "");
  const [paragraph] = plain.trim().split(/\n\s*\n/);
  const [sentence] = paragraph.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  if (!sentence) return "";
  // A word of code keeps its case.
  const first = description.trim().startsWith("`") ? sentence.charAt(0) : sentence.charAt(0).toUpperCase();
  return `${first}${sentence.slice(1).replace(/[.;]$/, "")}.`;
}

/**
 * The attributes with this one set: one at its default, or empty, is left out.
 * @param {Record<string, string>} attributes
 * @param {Pick<Attribute, "name" | "default">} attribute
 * @param {string} value
 */
export function withAttribute(attributes, { name, default: byDefault = "" }, value) {
  const { [name]: _, ...others } = attributes;
  const chosen = value.trim();
  return chosen === "" || chosen === byDefault ? others : { ...others, [name]: chosen };
}

/**
 * The attributes in their groups; `for` names a script of a publisher's page, which is none of ours.
 * @param {Attribute[]} attributes
 */
export function grouped(attributes) {
  const known = GROUPS.flatMap(group => group.attributes);
  const others = attributes.map(({ name }) => name).filter(name => name !== "for" && !known.includes(name));
  return [...GROUPS, { name: "More", attributes: others }]
    .map(({ name, attributes: names }) => ({
      name,
      attributes: names.flatMap(wanted => attributes.find(attribute => attribute.name === wanted) ?? []),
    }))
    .filter(group => group.attributes.length > 0);
}
