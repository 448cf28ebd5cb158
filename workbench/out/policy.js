// Reads what a host says of its Content-Security-Policy, and tells for each thing that a card needs whether it is
// allowed, and if not what to write where. The amended policies are its answer as text.

import { allowsCode, allowsStyle, allowsUrl, HASH, NONCE } from "./sources.js";
import { KNOWN, parse, serialise } from "./read-policy.js";

/**
 * What a card needs of a policy.
 * @typedef {object} Need
 * @property {"script" | "wasm" | "connect" | "image" | "style"} kind
 * @property {string} words what it is for
 * @property {string} [url] what is fetched
 * @property {string} [hash] `sha256-…` of a style that stands in the page
 * @property {boolean} [isImported] by a script that runs already
 *
 * @typedef {object} Result
 * @property {Need} need
 * @property {boolean} isAllowed
 * @property {string[]} missing what is to be done, in words, for each policy that does not allow it
 *
 * @typedef {object} Finding
 * @property {"error" | "warning" | "info"} severity
 * @property {string} text
 *
 * @typedef {object} Judgement
 * @property {number} policies how many are enforced
 * @property {Result[]} results
 * @property {Finding[]} findings
 * @property {string[]} amended each enforced policy as it should be; of one that lacks nothing, as it was
 */

/** Which directive decides, the first that there is. */
const DECIDES = {
  script: ["script-src-elem", "script-src", "default-src"],
  wasm: ["script-src", "default-src"],
  connect: ["connect-src", "default-src"],
  image: ["img-src", "default-src"],
  style: ["style-src-elem", "style-src", "default-src"],
};

/** What stands in the place of `default-src`, which would allow it to everything else, too. */
export const OWN = {
  script: "script-src",
  wasm: "script-src",
  connect: "connect-src",
  image: "img-src",
  style: "style-src",
};

const UNQUOTED = /^(self|none|unsafe-inline|(wasm-)?unsafe-eval|strict-dynamic|nonce-.+|sha(256|384|512)-.+)$/i;
const CURLED = /[‘’“”´`]/;

/**
 * @param {string} text a header's value, header lines, `<meta>` tags, or several of them
 * @param {Need[]} needs
 * @param {string} pageOrigin where the page is that has the card
 * @returns {Judgement}
 */
export function judge(text, needs, pageOrigin) {
  const policies = parse(text);
  const enforced = policies.filter(policy => !policy.isReportOnly);
  const doesUpgrade = enforced.some(({ directives }) => directives.has("upgrade-insecure-requests"));
  const results = needs.map(need => {
    const missing = enforced.flatMap((policy, index) => {
      if (allows(policy.directives, need, pageOrigin, doesUpgrade)) return [];
      const which = enforced.length > 1 ? `In policy ${index + 1}: ` : "";
      return [which + advice(policy.directives, need, pageOrigin)];
    });
    return { need, isAllowed: missing.length === 0, missing };
  });
  const amended = enforced.map(policy => {
    const directives = new Map(policy.directives);
    for (const need of needs) {
      if (!allows(directives, need, pageOrigin, doesUpgrade)) amend(directives, need, pageOrigin);
    }
    return serialise(directives);
  });
  return { policies: enforced.length, results, findings: policies.flatMap(findings), amended };
}

/** @typedef {Map<string, string[]>} Directives */

/**
 * @param {Directives} directives
 * @param {Need["kind"]} kind
 */
const deciding = (directives, kind) => DECIDES[kind].find(name => directives.has(name));

/**
 * @param {Directives} directives
 * @param {Need} need
 * @param {string} pageOrigin
 * @param {boolean} doesUpgrade
 */
function allows(directives, need, pageOrigin, doesUpgrade) {
  const name = deciding(directives, need.kind);
  if (!name) return true;
  const sources = directives.get(name) ?? [];
  if (need.kind === "wasm") return allowsCode(sources);
  if (need.kind === "style" && need.hash) return allowsStyle(sources, need.hash);
  // A script tag that the page itself has is believed by its nonce or hash alone, and so is what that script imports.
  if (need.kind === "script" && isStrict(sources)) return need.isImported === true;
  const url = doesUpgrade ? (need.url ?? "").replace(/^http:/i, "https:") : need.url ?? "";
  return allowsUrl(sources, url, pageOrigin);
}

/** @param {string[]} sources */
const isStrict = sources => sources.some(source => source.toLowerCase() === "'strict-dynamic'");

/**
 * What has to stand in the policy.
 * @param {Need} need
 * @param {string} pageOrigin
 */
export function sourceOf({ kind, url = "", hash }, pageOrigin) {
  if (kind === "wasm") return "'wasm-unsafe-eval'";
  if (hash) return `'${hash}'`;
  const { origin } = new URL(url, pageOrigin);
  return origin === pageOrigin ? "'self'" : origin;
}

/**
 * @param {Directives} directives
 * @param {Need} need
 * @param {string} pageOrigin
 */
function advice(directives, need, pageOrigin) {
  const name = deciding(directives, need.kind) ?? OWN[need.kind];
  const sources = directives.get(name) ?? [];
  if (need.kind === "script" && isStrict(sources)) {
    return sources.some(source => NONCE.test(source))
      ? `with 'strict-dynamic' in ${name} no address counts. Write the page's nonce on the script tag: nonce="…".`
      : `with 'strict-dynamic' in ${name} no address counts. Give the policy a nonce and write it on the script tag.`;
  }
  const source = sourceOf(need, pageOrigin);
  if (name !== "default-src") return `write ${source} in ${name}.`;
  return `there is no ${OWN[need.kind]}, so default-src decides. Write ${OWN[need.kind]} with what default-src has, ` +
    `and ${source}.`;
}

/**
 * @param {Directives} directives
 * @param {Need} need
 * @param {string} pageOrigin
 */
function amend(directives, need, pageOrigin) {
  const name = deciding(directives, need.kind) ?? OWN[need.kind];
  const sources = directives.get(name) ?? [];
  if (need.kind === "script" && isStrict(sources)) return;
  const kept = sources.filter(source => source.toLowerCase() !== "'none'");
  directives.set(name === "default-src" ? OWN[need.kind] : name, [...kept, sourceOf(need, pageOrigin)]);
}

/**
 * What else there is to say of a policy.
 * @param {import("./read-policy.js").Policy} policy
 * @returns {Finding[]}
 */
function findings({ directives, isReportOnly, isMeta, repeated }) {
  /** @type {Finding[]} */
  const found = [];
  /** @param {Finding["severity"]} severity @param {string} text */
  const tell = (severity, text) => void found.push({ severity, text });
  if (isReportOnly) {
    tell("info", isMeta
      ? "A <meta> cannot have a report-only policy: browsers ignore it."
      : "A report-only policy forbids nothing; it is not counted here.");
    return found;
  }
  const sandbox = directives.get("sandbox");
  if (sandbox && isMeta) tell("info", "Browsers ignore sandbox in a <meta>.");
  else if (sandbox && !sandbox.some(word => word.toLowerCase() === "allow-scripts")) {
    tell("error", "sandbox without allow-scripts: no script runs, so there is only what the page itself has.");
  }
  if (directives.has("require-trusted-types-for")) {
    tell("info", "Trusted Types are required: the card needs nothing for it.");
  }
  for (const name of repeated) tell("warning", `${name} stands twice: browsers take the first and ignore the others.`);
  for (const [name, sources] of directives) {
    if (!KNOWN.has(name)) tell("warning", `“${name}” is no directive that browsers know: they ignore it.`);
    for (const source of sources) {
      if (UNQUOTED.test(source) && name.endsWith("-src")) {
        tell("warning", `${source} in ${name} has no quotation marks and is taken for a host. Write '${source}'.`);
      }
      if (CURLED.test(source)) tell("warning", `${source} in ${name} has curled quotation marks. Write straight ones.`);
      if (/^'?wasm-eval'?$/i.test(source)) {
        tell("warning", `${source} in ${name} is not standard. Write 'wasm-unsafe-eval'.`);
      }
    }
    if (sources.length > 1 && sources.some(source => source.toLowerCase() === "'none'")) {
      tell("warning", `'none' in ${name} says nothing, as there are others beside it.`);
    }
    const isInlineVoid = sources.some(source => HASH.test(source) || NONCE.test(source));
    if (name.startsWith("style-src") && isInlineVoid && sources.some(source => /^'unsafe-inline'$/i.test(source))) {
      tell("info", `'unsafe-inline' in ${name} says nothing, as there is a nonce or a hash beside it.`);
    }
  }
  return found;
}
