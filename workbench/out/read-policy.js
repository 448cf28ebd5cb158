// Finds the policies in what somebody pastes: a header's value, header lines, a server's configuration, `<meta>` tags.

/**
 * @typedef {object} Policy
 * @property {Map<string, string[]>} directives
 * @property {string[]} repeated names that stand more than once
 * @property {boolean} isReportOnly
 * @property {boolean} isMeta
 */

/** The directives that browsers know, the old ones included. */
export const KNOWN = new Set([
  ..."child connect default font frame fenced-frame img manifest media object prefetch script style worker".split(" ")
    .map(kind => `${kind}-src`),
  ..."script-src-elem script-src-attr style-src-elem style-src-attr base-uri sandbox".split(" "),
  ..."form-action frame-ancestors navigate-to report-to report-uri plugin-types webrtc trusted-types".split(" "),
  ..."require-trusted-types-for require-sri-for upgrade-insecure-requests block-all-mixed-content".split(" "),
]);

const META = /<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const NAME = /content-security-policy(-report-only)?\b/i;
/** A header's line, also one of a configuration; what looks like a scheme (`https: data:`) is none. */
const OTHER = /^\s*(?!(?:https?|data|blob|wss?|filesystem|mediastream):)[a-z][a-z0-9-]*:(?:\s|$)/i;
const STATUS = /^\s*HTTP\/[\d.]+ \d/i;

/**
 * @param {string} text
 * @returns {Policy[]}
 */
export function parse(text) {
  const tags = text.match(META) ?? [];
  if (tags.length > 0) return tags.flatMap(fromMeta);
  return fromLines(text).flatMap(({ value, isReportOnly }) => {
    // A header may come several times, which a comma says as well.
    return value.split(",").flatMap(part => policy(part, isReportOnly, false));
  });
}

/** @param {Map<string, string[]>} directives */
export const serialise = directives => [...directives].map(([name, values]) => [name, ...values].join(" ")).join("; ");

/** @param {string} text @param {boolean} isReportOnly @param {boolean} isMeta @returns {Policy[]} */
function policy(text, isReportOnly, isMeta) {
  /** @type {Policy} */
  const policy = { directives: new Map(), repeated: [], isReportOnly, isMeta };
  for (const part of text.split(";")) {
    const [name, ...values] = part.split(/[\t\n\f\r ]+/).filter(Boolean);
    if (!name) continue;
    const lower = name.toLowerCase();
    if (policy.directives.has(lower)) policy.repeated.push(lower);
    else policy.directives.set(lower, values);
  }
  return policy.directives.size > 0 ? [policy] : [];
}

/** @param {string} tag */
function fromMeta(tag) {
  const name = attribute(tag, "http-equiv").trim();
  const found = NAME.exec(name);
  if (!found || found[0] !== name) return [];
  return policy(attribute(tag, "content"), found[1] !== undefined, true);
}

/** @param {string} tag @param {string} name */
function attribute(tag, name) {
  // Attributes one after the other, so that one named in another's value is not taken for it.
  const all = tag.slice("<meta".length).matchAll(/([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g);
  for (const [, key, double, single, bare] of all) {
    if (key.toLowerCase() === name) return plain(double ?? single ?? bare);
  }
  return "";
}

/** @param {string} text */
const plain = text => text
  .replace(/&(?:#0*39|#x0*27|apos);/gi, "'")
  .replace(/&(?:#0*34|#x0*22|quot);/gi, '"')
  .replace(/&(?:#0*38|#x0*26|amp);/gi, "&");

/** @param {string} text */
function fromLines(text) {
  /** @type {{ value: string, isReportOnly: boolean }[]} */
  const found = [];
  let isOurs = true;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const name = NAME.exec(line);
    const last = found.at(-1);
    if (name) {
      isOurs = true;
      found.push({ value: value(line.slice(name.index + name[0].length)), isReportOnly: name[1] !== undefined });
    } else if (OTHER.test(line) || STATUS.test(line)) {
      isOurs = false;
    } else if (isOurs && last && !isNext(last.value, line)) {
      last.value += ` ${unquoted(line)}`;
    } else if (isOurs && line.trim()) {
      found.push({ value: unquoted(line), isReportOnly: last?.isReportOnly ?? false });
    }
  }
  return found;
}

/**
 * Whether a line begins another policy: the one before is not left open, and it begins with a directive.
 * @param {string} before
 * @param {string} line
 */
function isNext(before, line) {
  const [first = ""] = line.trim().toLowerCase().split(/[\s;]/, 1);
  return before.trim() !== "" && !/;\s*$/.test(before) && KNOWN.has(first);
}

/**
 * What follows the name: after a colon, or as a configuration has it, between quotation marks.
 * @param {string} rest
 */
function value(rest) {
  const trimmed = rest.replace(/^["']?\s*[:=,]?\s*/, "");
  const quoted = /^"([^"]*)"/.exec(trimmed);
  return quoted ? quoted[1] : unquoted(trimmed);
}

/** @param {string} text */
const unquoted = text => text.replace(/^\s*"/, "").replace(/"\s*(?:always\s*;?)?\s*[,;]?\s*$/, "");
