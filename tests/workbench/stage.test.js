// The stage without a browser: the frame's other clock and zone, media queries, half a JSON, what the toolkit is asked for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { reword, reworded } from "../../workbench/stage/media.js";
import { HALF, INVITATION, isHalf, reason, standing } from "../../workbench/stage/standing.js";
import { optionsOf } from "../../workbench/stage.js";

const SCRIPT = readFileSync(new URL("../../workbench/stage-page.js", import.meta.url), "utf8");

/** A frame's window with what `stage-page.js` has made of it. */
const frame = (wanted, window = {}) => {
  const context = vm.createContext({ ...window, frameElement: wanted && { stage: wanted } });
  vm.runInContext("globalThis.window = globalThis", context);
  vm.runInContext(SCRIPT, context);
  return code => vm.runInContext(code, context);
};
const isAbout = (value, expected) => assert.ok(Math.abs(value - expected) < 5000, `${value} is not about ${expected}`);

test("a frame's clock is later, and dates are dates", () => {
  const run = frame({ later: 8 * 86_400 });
  const expected = Date.now() + 8 * 86_400_000;
  isAbout(run("Date.now()"), expected);
  isAbout(run("new Date().getTime()"), expected);
  isAbout(run("Date.parse(Date())"), expected);
  assert.equal(run("typeof Date()"), "string");
  isAbout(run("Reflect.construct(Date, []).getTime()"), expected);
  assert.equal(run("new Date(5).getTime()"), 5);
  assert.equal(run("new Date(undefined).getTime()"), NaN);
  assert.equal(run("new Date(2024, 3, 3).getMonth()"), 3);
  assert.equal(run("new Date('2024-04-03T10:00:00Z').toISOString()"), "2024-04-03T10:00:00.000Z");
  assert.equal(run("Date.UTC(1970, 0, 2)"), 86_400_000);
  assert.equal(run("new Date() instanceof Date"), true);
  assert.equal(run("class Day extends Date {}; new Day() instanceof Day && new Day() > 0"), true);
  assert.equal(run("Date.name"), "Date");
});

test("a frame that wants nothing stays as it is", () => {
  for (const wanted of [undefined, { later: 0, zone: "", hasWasm: true }]) {
    const run = frame(wanted, { before: Intl.DateTimeFormat });
    isAbout(run("Date.now()"), Date.now());
    assert.equal(run("Date === new Date().constructor"), true);
    assert.equal(run("typeof WebAssembly"), "object");
  }
});

test("a frame has the reader's zone where none is asked for", () => {
  const run = frame({ later: 0, zone: "Asia/Tokyo" });
  const zone = "resolvedOptions().timeZone";
  assert.equal(run(`new Intl.DateTimeFormat().${zone}`), "Asia/Tokyo");
  assert.equal(run(`Intl.DateTimeFormat("de").${zone}`), "Asia/Tokyo");
  assert.equal(run(`new Intl.DateTimeFormat("de", { timeZone: undefined }).${zone}`), "Asia/Tokyo");
  assert.equal(run(`new Intl.DateTimeFormat("de", { timeZone: "Europe/Oslo" }).${zone}`), "Europe/Oslo");
  assert.equal(run(`new Intl.DateTimeFormat("en", { timeStyle: "short" }).format(0)`).slice(0, 4), "9:00");
  assert.equal(run("new Intl.DateTimeFormat() instanceof Intl.DateTimeFormat"), true);
  assert.equal(run("Intl.DateTimeFormat.supportedLocalesOf('en')[0]"), "en");
});

test("a zone that there is none of changes nothing", () => {
  const run = frame({ later: 0, zone: "Mars/Olympus" });
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  assert.equal(run("new Intl.DateTimeFormat().resolvedOptions().timeZone"), here);
});

test("a frame may be without WebAssembly", () => {
  assert.equal(frame({ later: 0, zone: "", hasWasm: false })("typeof WebAssembly"), "undefined");
});

test("a frame's media queries are asked as the stage rewords them", () => {
  const run = frame({ media: query => query.replace("a", "b") }, { matchMedia: query => ({ media: query }) });
  assert.equal(run("matchMedia('(a)').media"), "(b)");
});

const none = { still: false, forced: false };
const both = { still: true, forced: true };

test("media queries answer as the reader wishes", () => {
  assert.equal(reworded("(prefers-reduced-motion: reduce)", both), "all");
  assert.equal(reworded("(prefers-reduced-motion)", both), "all");
  assert.equal(reworded("(prefers-reduced-motion:no-preference)", both), "not all");
  assert.equal(reworded("(forced-colors: active)", both), "all");
  assert.equal(reworded("( Forced-Colors : none )", both), "not all");
  assert.equal(reworded("screen and (forced-colors: active)", both), "screen and (min-width: 0px)");
  assert.equal(reworded("not (forced-colors: active)", both), "not (min-width: 0px)");
  assert.equal(reworded("(forced-colors: active)", { still: true, forced: false }), "(forced-colors: active)");
  assert.equal(reworded("(prefers-reduced-motion: reduce)", none), "(prefers-reduced-motion: reduce)");
  assert.equal(reworded("print", both), "print");
});

test("rules are reworded to the depths, and back", () => {
  const inner = { media: { mediaText: "(forced-colors: active)" }, cssRules: [] };
  const outer = { media: { mediaText: "print" }, cssRules: [{ cssRules: [inner] }, {}] };
  const imported = { media: { mediaText: "(forced-colors: active)" } };
  reword({ cssRules: [outer, imported] }, both);
  assert.equal(inner.media.mediaText, "all");
  assert.equal(outer.media.mediaText, "print");
  assert.equal(imported.media.mediaText, "(forced-colors: active)");
  reword({ cssRules: [outer] }, none);
  assert.equal(inner.media.mediaText, "(forced-colors: active)");
});

const told = (severity, code, message = "it says why") => ({ severity, code, path: "$", message, line: 1, column: 1 });
const syntax = told("error", "json-syntax", "this is not JSON");

test("half a JSON is one whose only fault is that it is none", () => {
  assert.equal(isHalf({ article: null, diagnostics: [syntax] }), true);
  assert.equal(isHalf({ article: null, diagnostics: [told("warning", "bad-text"), syntax] }), true);
  assert.equal(isHalf({ article: null, diagnostics: [syntax, told("error", "missing-field")] }), false);
  assert.equal(isHalf({ article: null, diagnostics: [told("warning", "withheld")] }), false);
  assert.equal(isHalf({ article: null, diagnostics: [] }), false);
  assert.equal(isHalf({ article: { headline: "A" }, diagnostics: [syntax] }), false);
});

const bench = (input, article, diagnostics) => ({
  state: { input },
  reading: { input, articles: [] },
  chosen: { article, diagnostics },
});

test("the last card stays only while the input is half a JSON", () => {
  const article = { headline: "A" };
  assert.deepEqual(standing(bench("{}", article, []), false), { what: "card", article });
  assert.deepEqual(standing(bench("{", null, [syntax]), true), { what: "kept" });
  assert.deepEqual(standing(bench("{", null, [syntax]), false), { what: "words", words: "This is not JSON." });
  const withheld = [told("warning", "bad-url", "no"), told("warning", "withheld", "under embargo until noon")];
  assert.deepEqual(standing(bench("{}", null, withheld), true), { what: "words", words: "Under embargo until noon." });
  assert.deepEqual(standing(bench(" \n", article, []), true), { what: "words", words: INVITATION });
  assert.deepEqual(standing({ state: { input: "{" } }, true), { what: "waits" });
  assert.match(HALF, /not complete/);
});

test("a reason is an error first, and always a sentence", () => {
  assert.equal(reason([told("warning", "bad-url", "w"), told("error", "missing-field", "no headline.")]), "No headline.");
  assert.equal(reason([]), "There is no article in the input.");
});

test("the toolkit is asked by the names of properties", () => {
  const attributes = { "heading-level": "2", lang: "de", "relative-until": "PT0S" };
  assert.deepEqual(optionsOf(attributes, { later: 0 }), { headingLevel: "2", lang: "de", relativeUntil: "PT0S", style: "inline" });
  isAbout(optionsOf({}, { later: 3600 }).now, Date.now() + 3_600_000);
});
