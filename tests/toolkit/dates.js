// Words of dates and numbers, which CLDR's version decides: each host has its own.

/** What a host says of a time, of a length of time, and of how many pictures there are. */
const WORDS = /(?<=<time [^>]*>|<span class="media-label">)[^<]*/g;
/** The number of bytes of all texts, in the fingerprint of a card. */
const BYTES = /(?<=data-prerendered="\d+-\d+-\d+-)\d+/g;

/** The HTML without them. */
export const withoutWords = html => html.replace(WORDS, "…").replace(BYTES, "…");

/** The words themselves. */
export const wordsOf = html => [...html.matchAll(WORDS)].map(([words]) => words);

/** Pairs of words that differ, where all else is the same; `null` where something else differs. */
export function differences(one, other) {
  if (one === other) return [];
  if (withoutWords(one) !== withoutWords(other)) return null;
  const [ones, others] = [wordsOf(one), wordsOf(other)];
  return ones.map((words, at) => [words, others[at]]).filter(([words, other]) => words !== other);
}

/** Words that differ, each kind of difference once for a language: other digits are no other kind. */
export class Wordings {
  #known = new Map();

  /** Notes pairs of words of an input in a language. */
  add(pairs, language, name) {
    for (const [one, other] of pairs) {
      const key = `${language} ${one} ${other}`.replace(/\p{N}+/gu, "0");
      const known = this.#known.get(key) ?? { text: `${language}, as in ${name}: ${one} → ${other}`, count: 0 };
      known.count++;
      this.#known.set(key, known);
    }
  }

  /** A line for each. */
  lines() {
    return [...this.#known.values()].map(({ text, count }) => `${count} × ${text}`).sort();
  }
}

/** The language of a card. */
export const languageOf = html => /<article[^>]* lang="([^"]*)"/.exec(html)?.[1];
