// Addresses: that of an article's page in the field, and one that was pasted in the place of the page.

/**
 * @param {string} text
 * @returns {string | undefined} the address in full, if it is one of the web
 */
export function webAddress(text) {
  const trimmed = text.trim();
  if (!/^https?:\/\//i.test(trimmed) || /\s/.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  return new URL(trimmed).href;
}

/**
 * The address that is all of an input; usually somebody hoped that the page would be fetched.
 * @param {string} input
 */
export const soleAddress = input => (input.length < 8192 ? webAddress(input) : undefined);
