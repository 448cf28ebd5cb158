// How texts are written in each language of the embed code, so that none ends what it stands in.

/** @typedef {Record<string, any>} Article */

/** @param {string} text */
export const html = text => text
  .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * JSON that may stand in a script of HTML, in JavaScript and in a file of its own.
 * @param {unknown} value
 */
export const json = value => JSON.stringify(value, null, 2)
  .replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

/** @param {string} text */
export const shell = text => /^[\w.,:/=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** @param {string} text */
export const rust = text => `"${Array.from(text, sign => {
  if (sign === "\\" || sign === '"') return `\\${sign}`;
  return /[\p{Cc}\p{Cf}]/u.test(sign) ? `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}` : sign;
}).join("")}"`;

/**
 * An attribute as a property: `headingLevel`.
 * @param {string} name
 */
export const property = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/**
 * Those that say how a card looks: the JSON is in the card, so that nobody has to look for it elsewhere.
 * @param {Record<string, string>} attributes
 */
const entries = attributes => Object.entries(attributes).filter(([name]) => name !== "for");

/**
 * As HTML and templates of Vue have them, each with a space before.
 * @param {Record<string, string>} attributes
 */
export const asHtml = attributes => entries(attributes).map(([name, value]) => ` ${name}="${html(value)}"`).join("");

/**
 * As JSX and Astro have them, which are properties.
 * @param {Record<string, string>} attributes
 */
export const asJsx = attributes => entries(attributes)
  .map(([name, value]) => ` ${property(name)}=${/^[^"&{}<>\\]*$/.test(value) ? `"${value}"` : `{${json(value)}}`}`)
  .join("");

/**
 * What `render` takes.
 * @param {Record<string, string>} attributes
 * @returns {Record<string, string>}
 */
export const options = attributes =>
  Object.fromEntries(entries(attributes).map(([name, value]) => [property(name), value]));

/**
 * The same as a literal of JavaScript, on one line.
 * @param {Record<string, string>} attributes
 * @param {(value: string) => string} [write]
 */
export function literal(attributes, write = json) {
  const all = Object.entries(options(attributes)).map(([name, value]) => `${name}: ${write(value)}`);
  return all.length > 0 ? `{ ${all.join(", ")} }` : "{}";
}

/**
 * What the command line takes, each with a space before.
 * @param {Record<string, string>} attributes
 */
export const asFlags = attributes =>
  entries(attributes).map(([name, value]) => ` --${name}=${shell(value)}`).join("");

/**
 * @param {string} text
 * @param {number} spaces
 */
export const indent = (text, spaces) => text.replace(/^(?=.)/gm, " ".repeat(spaces));

/**
 * What readers see where no card can be drawn.
 * @param {Article} article
 */
export const fallback = ({ headline, url }) =>
  url ? `<a href="${html(url)}">${html(headline ?? url)}</a>` : `<p>${html(headline ?? "")}</p>`;
