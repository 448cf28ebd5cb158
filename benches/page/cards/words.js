// What the peers' cards share wherever they are made: the wording of dates, links, copying.

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * A date in full.
 * @param {string} date
 * @param {string} language
 */
export function inFull(date, language) {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
    formats.set(language, format);
  }
  return format.format(new Date(date));
}

/**
 * What leads out of the page, or nothing.
 * @param {string} url
 */
export const link = url => (/^https?:/.test(url) ? url : undefined);

/**
 * Puts the article's short address on the clipboard, and says so for a while.
 * @param {string} url
 * @param {(label: string) => void} say
 */
export async function copy(url, say) {
  await navigator.clipboard.writeText(url);
  say("Copied");
  setTimeout(() => say("Copy link"), 2000);
}
