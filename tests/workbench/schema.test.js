// Completion and hover documentation, on the card's own schema.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { contextAt } from "../../workbench/editor/context.js";
import { meaningAt, proposalsAt } from "../../workbench/editor/schema.js";

const schema = JSON.parse(readFileSync(new URL("../../src/article.schema.json", import.meta.url), "utf8"));

/**
 * The text without its mark, and where that was.
 * @param {string} marked
 * @returns {[text: string, place: number]}
 */
const cut = marked => [marked.replace("|", ""), marked.indexOf("|")];
/** @param {string} marked */
const labels = marked => proposalsAt(schema, ...cut(marked))?.proposals.map(({ label }) => label) ?? [];
/** @param {string} marked */
const meaning = marked => meaningAt(schema, ...cut(marked));
/**
 * The text after a proposal was taken, with the caret's mark.
 * @param {string} marked
 * @param {string} label
 */
function taken(marked, label) {
  const [text, place] = cut(marked);
  const found = proposalsAt(schema, text, place);
  const one = found?.proposals.find(proposal => proposal.label === label);
  assert.ok(found && one, `${label} is proposed`);
  const insert = `${one.insert.slice(0, one.caret)}|${one.insert.slice(one.caret)}`;
  return text.slice(0, found.from) + insert + text.slice(found.to);
}

test("names of the article are proposed, but those that are there", () => {
  const names = labels('{"headline": "A", |"url": "https://a.example/"}');
  assert.ok(names.includes("kicker") && names.includes("byline"));
  assert.ok(!names.includes("headline") && !names.includes("url"));
  assert.equal(new Set(names).size, names.length);
});

test("a name that is being written does not hide itself", () => {
  assert.ok(labels('{"head|"}').includes("headline"));
  assert.ok(labels('{"headline|": "A"}').includes("headline"));
  assert.ok(labels("{hea|").includes("headline"));
});

test("nested objects and items of lists have their own names", () => {
  assert.deepEqual(labels('{"byline": [{"name": "A"}, {"|'), ["name", "url", "image", "jobTitle"]);
  assert.ok(labels('{"image": {"sources": [{|}]}}').includes("type"));
  assert.ok(labels('[{"headline": "A"}, {"publisher": {|}}]').includes("timeZone"));
});

test("values that the schema lists are proposed with what they mean", () => {
  assert.deepEqual(labels('{"media": {"kind": |}}'), ["video", "audio", "gallery"]);
  assert.ok(labels('{"status": "|"').includes("withdrawn"));
  assert.deepEqual(labels('{"headline": "|"}'), []);
  assert.deepEqual(labels('{"media": {"duration": "|'), ["PT3M20S"]);
  const [first] = proposalsAt(schema, ...cut('{"media": {"kind": |}}'))?.proposals ?? [];
  assert.equal(first.description, "Something to watch.");
});

test("a proposal brings what the name needs, and leaves what is there", () => {
  assert.equal(taken('{"head|"}', "headline"), '{"headline": "|"}');
  assert.equal(taken('{|\n"url": ""}', "byline"), '{"byline": [|],\n"url": ""}');
  assert.equal(taken('{"kick|": "A"}', "kicker"), '{"kicker"|: "A"}');
  assert.equal(taken('{"media": {"kind": "vi|"}}', "video"), '{"media": {"kind": "video"|}}');
  assert.equal(taken('{"readin|"}', "readingTime"), '{"readingTime": |}');
});

test("nothing is proposed where nothing can stand", () => {
  for (const marked of ["|", '{"headline" |', '{"headline": "A" |', '{"a": 1}|', '{"nothing": {"|"}}', "[1|]"]) {
    assert.deepEqual(labels(marked), [], marked);
  }
});

test("half a JSON still has places", () => {
  assert.ok(labels('{"headline": "A\n "|').includes("kicker"));
  assert.ok(labels('{"headline": "A" "ki|"').includes("kicker"));
  const text = '{"a": [1, {"b": "x\\"y';
  assert.deepEqual(contextAt(text, text.length)?.path, ["a", 1, "b"]);
});

test("references are followed, and rings end", () => {
  const inner = { properties: { next: { $ref: "#" }, on: { type: "boolean" } } };
  const ring = { $ref: "#/$defs/a~1b", $defs: { "a/b": inner } };
  assert.deepEqual(proposalsAt(ring, '{"next": {"next": {', 19)?.proposals.map(one => one.label), ["next", "on"]);
  assert.deepEqual(proposalsAt(ring, '{"on": ', 7)?.proposals.map(one => one.label), ["true", "false"]);
  assert.equal(proposalsAt({ $ref: "#" }, "{", 1), undefined);
});

test("a name and a value say what they mean", () => {
  assert.match(meaning('{"hea|dline": "A"}')?.description ?? "", /^The headline/);
  assert.equal(meaning('{"hea|dline": "A"}')?.kind, "string, at most 300 characters");
  assert.equal(meaning('{"media": {"kind": "|video"}}')?.description, "Something to watch.");
  assert.equal(meaning('{"image": {"width": 6|40}}')?.title, "width");
  assert.equal(meaning('{"image": {"width": 6|40}}')?.kind, "integer, from 1 to 65535");
  assert.equal(meaning('{"constructor|": 1}'), undefined);
  assert.equal(meaning('{|"headline": "A"}')?.from, 1);
});
