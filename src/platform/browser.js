// What the card asks of the browser: the wording of dates, numbers and ages by `Intl` (ECMA-402), addresses by `URL`, normal
// form C. `src/platform/browser.rs`, `src/article/link/browser.rs` and `src/article/text/browser.rs` bind it. Nothing here
// throws, since an exception that nobody catches would stop every card of the page, and nothing here decides.

/**
 * Formatters that all cards share: making one takes longer than drawing a card. Dates, instants and numbers in eight
 * languages, or more languages with less. Each has what it has worded: related stories stand on many cards, and so do their
 * dates.
 * @type {Map<string, { formatter: { format(value: number): string }, worded: Map<number, string> }>}
 */
const formatters = new Map();

/**
 * Undefined where the browser has no words in the language, or does not know a zone.
 * @param {string} kind
 * @param {string} language
 * @param {number} value
 * @param {string} how what else there is that decides about the options, with a space around it
 * @param {object} options
 */
function words(kind, language, value, how, options) {
  try {
    const key = kind + language + how;
    let known = formatters.get(key);
    if (!known) {
      // For a language that it does not know, `Intl` would take the browser's own.
      if (!Intl.DateTimeFormat.supportedLocalesOf(language)[0]) return;
      known = { formatter: new /** @type {any} */ (Intl)[kind](language, options), worded: new Map() };
      if (formatters.size > 31) formatters.clear();
      formatters.set(key, known);
    }
    const { formatter, worded } = known;
    let text = worded.get(value);
    if (text == null) {
      if (worded.size > 99) worded.clear();
      worded.set(value, text = formatter.format(value));
    }
    return text;
  } catch {
    // An address of a zone or language that is none.
  }
}

/**
 * The calendar day of an instant in Greenwich.
 * @param {number} value
 * @param {string} language
 */
export const day = (value, language) => words("DateTimeFormat", language, value, " ", { dateStyle: "long", timeZone: "UTC" });

/**
 * @param {number} value
 * @param {string} zone the reader's own where it is empty
 * @param {string} language
 */
export const instant = (value, zone, language) => words("DateTimeFormat", language, value, ` ${zone} `, {
  year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short", timeZone: zone || undefined,
});

/**
 * @param {number} value
 * @param {string} unit none where it is empty
 * @param {string} unitDisplay
 * @param {string} language
 */
export const number = (value, unit, unitDisplay, language) => words("NumberFormat", language, value, ` ${unit} ${unitDisplay} `, unit ? { style: "unit", unit, unitDisplay } : {});

/**
 * The plural class.
 * @param {number} value
 * @param {string} language
 */
export function plural(value, language) {
  try {
    return new Intl.PluralRules(language).select(value);
  } catch {
    return "";
  }
}

/**
 * An address in serialised form; one with credentials as it was stated and without them, with a line break between the two,
 * which no address holds.
 * @param {string} raw
 * @param {string} [base]
 */
export function address(raw, base) {
  try {
    const url = new URL(raw, base);
    const stated = url.href;
    if (!url.username && !url.password) return stated;
    url.username = url.password = "";
    return `${stated}\n${url.href}`;
  } catch {
    // It is none.
  }
}

/** @param {string} text */
export const compose = text => text.normalize();
