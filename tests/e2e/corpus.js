// `cargo xtask corpus` in the browsers: what has been read natively is read here too, and where the two differ is told.
// Called with the program that prints the cases and the folder; it judges by itself only what must never be.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { PAGE, drawn, leaves, policy, watchScripts } from "./harness/hostile.js";
import { BROWSERS, launch } from "./harness/browsers.js";
import { wholePage } from "./harness/page.js";
import { startKit, startPublisher } from "./harness/servers.js";
import { watchPage } from "./harness/watch.js";

const BATCH = 200;
const SHOWN = 60;
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>';
const [program, folder, ...rest] = process.argv.slice(2);
const listsAll = rest.includes("--list");

/** What is told while deciding about the card and not while reading, and what only one side can tell. */
const ELSEWHERE = ["no-labels", "withheld", "bad-attribute", "unknown-field"];

/**
 * @typedef {{ name: string, group: string, text: string, format: string, article: any, diagnostics: Told[] }} Case
 * @typedef {{ cases: number, differ: { name: string, found: string }[] }} Count
 * @typedef {Awaited<ReturnType<typeof startKit>>} Kit
 * @typedef {import("./harness/servers.js").Publisher} Publisher
 */

async function cases() {
  const printing = spawn(program, [folder, "--cases", PAGE], { stdio: ["ignore", "pipe", "inherit"] });
  /** @type {Case[]} */
  const found = [];
  for await (const line of createInterface({ input: printing.stdout })) found.push(JSON.parse(line));
  return found;
}

/**
 * The same value with the members of all objects in one order.
 * @param {any} value
 * @returns {any}
 */
const sorted = value =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === "object"
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map(key => [key, sorted(value[key])]),
        )
      : value;
/**
 * @param {unknown} one
 * @param {unknown} other
 */
const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
/** @param {unknown} value */
const short = value => JSON.stringify(value)?.slice(0, 160);

/**
 * The first place where two values differ.
 * @param {any} native
 * @param {any} here
 * @returns {string | null}
 */
function difference(native, here, path = "$") {
  if (same(native, here)) return null;
  /** @type {(value: unknown) => value is Record<string, any>} */
  const isObject = value => value !== null && typeof value === "object";
  if (isObject(native) && isObject(here)) {
    for (const key of new Set([...Object.keys(native), ...Object.keys(here)])) {
      const found = difference(native[key], here[key], Array.isArray(native) ? `${path}[${key}]` : `${path}.${key}`);
      if (found) return found;
    }
  }
  return `${path}: natively ${short(native)}, here ${short(here)}`;
}

/** Natively a text that is not JSON may still be a page or a copied text, so that there are other words for it. */
const OTHER_WORDS = ["json-syntax", "no-data"];

/** @param {readonly Told[]} diagnostics */
const told = diagnostics =>
  diagnostics
    .filter(({ code }) => !ELSEWHERE.includes(code))
    .map(({ severity, code, path, message }) =>
      OTHER_WORDS.includes(code) ? { severity, code } : { severity, code, path, message },
    );

/**
 * What of an article is given back: nothing of one that is withheld.
 * @param {unknown} article
 * @param {readonly Omit<Told, "line" | "column">[]} report
 */
const given = (article, report) => (report.some(({ code }) => code === "withheld") ? null : article);

/**
 * @param {import("puppeteer-core").Browser} browser
 * @param {Kit} kit
 * @param {Publisher} publisher
 */
async function open(browser, kit, publisher) {
  const page = await browser.newPage();
  const copy = kit.copy();
  const html = wholePage({ kit: copy, body: "<main></main>", head: `<link rel="canonical" href="${PAGE}">` });
  const address = publisher.page(html, policy(kit.origin));
  /** @type {string[]} */
  const strangers = [];
  await page.setRequestInterception(true);
  page.on("request", request => {
    const url = request.url();
    if ([copy.base, "data:", address].some(known => url.startsWith(known))) return request.continue();
    if (!/^image\//.test(request.headers().accept)) strangers.push(url);
    // What the browser has given up meanwhile cannot be answered.
    return request.respond({ contentType: "image/svg+xml", body: PICTURE }).catch(() => {});
  });
  for (const watcher of [watchPage, watchScripts]) await page.evaluateOnNewDocument(watcher);
  await page.goto(address);
  return { page, strangers };
}

/**
 * @param {import("./harness/browsers.js").BrowserName} name
 * @param {Case[]} all
 */
async function compare(name, all) {
  const browser = await launch(name, { scripts: true });
  const [kit, publisher] = await Promise.all([startKit(), startPublisher()]);
  /** @type {Map<string, Count>} */
  const groups = new Map();
  /** @type {string[]} */
  const faults = [];
  try {
    const { page, strangers } = await open(browser, kit, publisher);
    const begun = Date.now();
    for (const [group, inputs] of grouped(all)) {
      /** @type {Count} */
      const count = { cases: inputs.length, differ: [] };
      groups.set(group, count);
      for (let first = 0; first < inputs.length; first += BATCH) {
        const batch = inputs.slice(first, first + BATCH);
        const { results } = await page.evaluate(
          drawn,
          batch.map(({ text, format }) => ({
            text,
            type: format === "json-ld" ? "application/ld+json" : "application/json",
          })),
        );
        results.forEach((here, at) => {
          const native = batch[at];
          const found =
            difference(given(native.article, here.report), here.article, "article") ??
            difference(told(native.diagnostics), told(here.report), "report");
          if (found) count.differ.push({ name: native.name, found });
          for (const { path, value } of here.article ? leaves(here.article).addresses : [])
            if (!/^https?:\/\//.test(value)) faults.push(`${native.name}: ${path} is ${value}`);
        });
        if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K  … ${name}: ${group}, ${first + batch.length}`);
      }
    }
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
    const { ran, errors } = await page.evaluate(() => ({ ran: window.ran, errors: window.seen.errors }));
    faults.push(
      ...ran.map(what => `a script ran: ${what}`),
      ...errors.map(what => `an error reached the page: ${what}`),
      ...strangers.map(url => `a request left: ${url}`),
    );
    console.log(`\nIn ${name}, beside the native reading (${Math.round((Date.now() - begun) / 1000)} s)`);
    const width = Math.max(...[...groups.keys()].map(group => group.length));
    for (const [group, { cases: number, differ }] of groups)
      console.log(`  ${group.padEnd(width)}  ${number - differ.length} of ${number} alike`);
    console.log(
      `  ${"scripts, requests, addresses".padEnd(width)}  ${faults.length} faults  0  ${faults.length ? "MISSED" : "met"}`,
    );
    for (const fault of faults) console.log(`    ${fault}`);
    const lines = differences(groups);
    if (lines.length > 0) console.log(`\n  read differently (${lines.length} inputs)`);
    for (const line of listsAll ? lines : lines.slice(0, SHOWN)) console.log(`    ${line}`);
    if (!listsAll && lines.length > SHOWN) console.log(`    and ${lines.length - SHOWN} more with --list`);
  } finally {
    await browser.close();
    await Promise.all([kit.close(), publisher.close()]);
  }
  return faults.length;
}

/**
 * A line for each input that is read differently, in whichever formats it was.
 * @param {Map<string, Count>} groups
 */
function differences(groups) {
  const inputs = new Map();
  for (const [group, { differ }] of groups) {
    const [kind, format] = group.split(", ");
    for (const { name, found } of differ) {
      const key = `${kind}: ${name}`;
      const known = inputs.get(key) ?? { formats: [], found };
      inputs.set(key, known);
      if (format) known.formats.push(format);
    }
  }
  return [...inputs].map(
    ([key, { formats, found }]) => `${key}${formats.length ? ` (${formats.join(", ")})` : ""}: ${found}`,
  );
}

/**
 * As `Map.groupBy`, which Node.js 20 has not.
 * @param {Case[]} all
 * @returns {Map<string, Case[]>}
 */
function grouped(all) {
  const groups = new Map();
  for (const each of all) groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  return groups;
}

const all = await cases();
let faults = 0;
for (const name of /** @type {import("./harness/browsers.js").BrowserName[]} */ (Object.keys(BROWSERS))) faults += await compare(name, all);
process.exitCode = faults ? 1 : 0;
