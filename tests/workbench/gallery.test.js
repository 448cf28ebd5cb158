// The gallery's lists and words, without a page.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fallbackOf } from "../../workbench/gallery/fallback.js";
import { filled } from "../../workbench/gallery/filled.js";
import { tokens } from "../../workbench/gallery/json.js";
import { count, finds, folded } from "../../workbench/gallery/search.js";
import { fixtureOf, groups, states } from "../../workbench/gallery/states.js";

const FIXTURES = new URL("../../tests/fixtures/", import.meta.url);
const gallery = JSON.parse(readFileSync(new URL("../../workbench/gallery.json", import.meta.url), "utf8"));
const names = readdirSync(FIXTURES)
  .filter(name => name.endsWith(".json"))
  .map(name => name.slice(0, -5));
const text = name => readFileSync(new URL(`${name}.json`, FIXTURES), "utf8");

test("fills in this server and the minutes, wherever they stand", () => {
  const place = { origin: "https://a.example/x", now: Date.UTC(2026, 2, 14, 12) };
  assert.equal(
    filled('["{origin}/a.svg", "{origin}/b.svg", "{minutes-ago:12}", "{minutes-ago:90}", "{else}"]', place),
    '["https://a.example/x/a.svg", "https://a.example/x/b.svg", "2026-03-14T11:48:00.000Z", "2026-03-14T10:30:00.000Z", "{else}"]',
  );
  assert.equal(filled("{origin}", { origin: "$&", now: 0 }), "$&");
  for (const name of names) assert.doesNotMatch(filled(text(name), place), /\{(origin|minutes-ago)/, name);
});

test("has every fixture, those that nobody has described in a last group", () => {
  const described = gallery.groups.flatMap(group => group.states.map(fixtureOf)).filter(Boolean);
  assert.deepEqual(groups(gallery, { states: described }), gallery.groups);
  assert.deepEqual(groups(gallery, {}), gallery.groups);
  const more = groups(gallery, { states: ["brand-new", ...described, "hidden"] });
  assert.deepEqual(more.slice(0, -1), gallery.groups);
  const { title, states: last } = more.at(-1);
  assert.equal(title, "Not described yet");
  assert.deepEqual(
    last.map(state => [state.id, fixtureOf(state), state.title]),
    [
      ["brand-new", "brand-new", "brand-new"],
      ["fixture-hidden", "hidden", "hidden"],
    ],
  );
});

test("lists each article once to start from", () => {
  const list = states(gallery, { states: [...names, "brand-new"] });
  assert.deepEqual(list.map(({ name }) => name).sort(), [...names, "brand-new"].sort());
  assert.deepEqual(list.find(({ name }) => name === "everything"), {
    name: "everything",
    title: "Everything",
    group: "Much and little",
  });
  assert.equal(list.at(-1).group, "Not described yet");
});

test("has words for every card where no card comes", () => {
  for (const group of gallery.groups)
    for (const state of group.states) {
      const name = fixtureOf(state);
      if (name) assert.ok(state.fallback?.text ?? fallbackOf(text(name))?.text, state.id);
    }
  assert.deepEqual(fallbackOf(text("arabic")), {
    text: "المدينة القديمة تستعيد أسواقها بعد عشر سنوات من الترميم",
    href: "https://sahifa.example/souq-reopens",
    lang: "ar",
  });
  assert.deepEqual(fallbackOf('{"headline": "H", "url": "javascript:x", "language": "en-GB"}'), { text: "H" });
  for (const given of ['{"headline": "H"', "null", "[]", '{"headline": 1}', '{"headline": "H", "status": "withdrawn"}'])
    assert.equal(fallbackOf(given), undefined, given);
});

test("finds all words of a query, accents and case aside", () => {
  const words = folded("Café on the ÎLE, نُزُل");
  for (const query of ["", "  ", "cafe", "ILE café", "نزل", "on  the"]) assert.ok(finds(query, words), query);
  for (const query of ["tea", "cafe tea"]) assert.ok(!finds(query, words), query);
  assert.deepEqual([count(0, 43), count(3, 43), count(43, 43), count(1, 1)], [
    "Nothing found.",
    "3 of 43 states",
    "43 states",
    "1 state",
  ]);
});

test("tells names, texts and values of JSON apart and loses nothing, broken or not", () => {
  for (const name of names) assert.equal(tokens(text(name)).map(token => token.text).join(""), text(name), name);
  const kinds = tokens('{"a": "b: \\" c", "n": -1.5e3, "t": true, "open').filter(({ kind }) => kind);
  assert.deepEqual(kinds.map(({ kind, text: words }) => [kind, words]), [
    ["name", '"a"'],
    ["text", '"b: \\" c"'],
    ["name", '"n"'],
    ["value", "-1.5e3"],
    ["name", '"t"'],
    ["value", "true"],
    ["text", '"open'],
  ]);
});
