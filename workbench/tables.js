// What the workbench lists: the element's attributes and custom properties, the languages, the states of the gallery.
// `cargo xtask workbench` makes the file of the tables of the documents.

/**
 * @typedef {object} Tables
 * @property {any} element as `custom-elements.json` declares it
 * @property {{ tag: string, name: string }[]} languages that have labels, by their own names
 * @property {string[]} states the names of the fixtures
 */

/** @returns {Promise<Tables>} */
export async function fetchTables() {
  const answer = await fetch(new URL("./tables.json", import.meta.url));
  const { languages, ...others } = await answer.json();
  return { ...others, languages: languages.map((/** @type {string} */ tag) => ({ tag, name: ownName(tag) })) };
}

/**
 * What a language is called by those who speak it.
 * @param {string} tag
 */
export function ownName(tag) {
  const name = new Intl.DisplayNames([tag], { type: "language", languageDisplay: "standard" }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
