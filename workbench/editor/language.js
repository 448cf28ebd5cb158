// In which language a text is shown, by how it begins.

/** From how many characters on a text is shown without colours, so that typing stays light. */
export const PLAIN_FROM = 2 ** 20;

/** How many characters the editor takes. */
export const MOST = 16 * 2 ** 20;

/**
 * @param {string} text its beginning is enough
 * @param {number} [length] of the whole text
 * @returns {"json" | "html" | "plain"}
 */
export function languageOf(text, length = text.length) {
  if (length > PLAIN_FROM) return "plain";
  const first = /^[\s\uFEFF]*(.)/.exec(text)?.[1];
  return first === "{" || first === "[" ? "json" : first === "<" ? "html" : "plain";
}
