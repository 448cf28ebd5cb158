// The state in an address and in a file: what is written is read again, and what others write does no harm.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { START } from "../../workbench/bench.js";
import { LONGEST, fromFile, read, toFile, written } from "../../workbench/link.js";
import { ATTRIBUTES } from "../../workbench/link/valid.js";
import { NAMES } from "../../src/element/loader/attributes.js";

const folder = new URL("../../tests/fixtures/", import.meta.url);
const fixtures = readdirSync(folder).filter(name => name.endsWith(".json"));

/** @type {import("../../workbench/bench.js").State} */
const FULL = {
  input: "“Ünïcode” \u{1f5de} عربي \r\n\u0000 <script>",
  name: "arabic",
  article: 3,
  address: "https://news.example/a?b=c#d",
  attributes: { layout: "hero", "heading-level": "2", lang: "ar", dir: "rtl", "link-params": "a=b&c=d" },
  theme: { "--article-card-accent": "rgb(0 0 0 / 50%)", "--article-card-headline-font": '"Source Serif 4", serif' },
  view: {
    widths: [280, 480, 900],
    page: "dark",
    later: -10_800,
    zone: "Asia/Gaza",
    text: 200,
    still: true,
    forced: true,
    way: "no-script",
  },
  target: "yew-axum",
};

const link = (/** @type {unknown} */ content) =>
  `#bench=1.${deflateRawSync(typeof content === "string" ? content : JSON.stringify(content)).toString("base64url")}`;

test("a state is the same after a link and after a file", async () => {
  for (const state of [START, FULL]) {
    assert.deepEqual(await read(/** @type {string} */ (await written(state))), state);
    assert.deepEqual(fromFile(toFile(state)), state);
  }
});

test("every fixture goes through a link or, if it is long, through a file", async () => {
  assert.ok(fixtures.length > 30);
  for (const name of fixtures) {
    const state = { ...START, name, input: readFileSync(new URL(name, folder), "utf8") };
    const fragment = await written(state);
    assert.ok(fragment !== undefined && fragment.length < LONGEST, name);
    assert.deepEqual(await read(fragment), state, name);
    assert.deepEqual(fromFile(toFile(state)), state, name);
  }
});

test("a link holds what differs only, in signs that every program leaves alone", async () => {
  assert.match(/** @type {string} */ (await written(FULL)), /^#bench=1\.[\w-]+$/);
  assert.ok(/** @type {string} */ (await written(START)).length < 20);
  assert.deepEqual(JSON.parse(toFile({ ...START, target: "vue", view: { ...START.view, text: 200 } })), {
    articleCardBench: 1,
    target: "vue",
    view: { text: 200 },
  });
});

test("beyond the longest link there is none", async () => {
  let noise = "";
  for (let at = 1; noise.length < 2 * LONGEST; at++) noise += Math.sin(at).toString(36).slice(3);
  const isWritten = async (/** @type {string} */ input) => (await written({ ...START, input })) !== undefined;
  assert.equal(await isWritten(noise), false);
  assert.equal(await isWritten("a".repeat(1_000_000)), true);
});

test("an address without a state says nothing", async () => {
  for (const fragment of ["", "#", "#state=arabic", "#abench=1.x"]) assert.equal(await read(fragment), undefined);
});

test("the end of a sentence on a link is no damage", async () => {
  const fragment = await written(FULL);
  for (const end of [".", ").", "”,", ">"]) assert.deepEqual(await read(fragment + end), FULL);
});

test("a damaged link is told in words, or is a state that is right", async () => {
  const fragment = /** @type {string} */ (await written({ ...START, input: '{"headline":"Council votes"}', target: "vue" }));
  const outcomes = { told: 0, read: 0 };
  const one = async (/** @type {string} */ text) => {
    try {
      const state = await read(text);
      if (state) assert.deepEqual(Object.keys(state), Object.keys(START));
      outcomes.read++;
    } catch (error) {
      assert.match(/** @type {Error} */ (error).message, /^This link [^:]+[:.;]? ?.*\.$/, text);
      outcomes.told++;
    }
  };
  for (let at = 0; at < fragment.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      await one(fragment.slice(0, at) + String.fromCharCode(fragment.charCodeAt(at) ^ (1 << bit)) + fragment.slice(at + 1));
    }
    if (at > "#bench=1.".length) await assert.rejects(read(fragment.slice(0, at)), /damaged/);
  }
  assert.ok(outcomes.told > 200, JSON.stringify(outcomes));
});

test("foreign content is told in words", async () => {
  for (const content of ["", "null", "[]", "1", '"text"', "{", "\ufeff{"]) await assert.rejects(read(link(content)), /damaged/);
  await assert.rejects(read("#bench=2.AAAA"), /perhaps of a newer/);
  await assert.rejects(read("#bench=one"), /damaged/);
  const inLatin1 = Buffer.from('{"input":"\u00e9"}', "latin1").toString("base64url");
  await assert.rejects(read(`#bench=0.${inLatin1}`), /damaged/);
  for (const text of ["", "{}", "null", "[1]", '{"articleCardBench":"1"}', "<html>"]) assert.throws(() => fromFile(text), /no file/);
  assert.throws(() => fromFile('{"articleCardBench":2}'), /newer/);
});

test("a link that unpacks to very much is stopped", async () => {
  const start = performance.now();
  await assert.rejects(read(link(`{"input":"${"a".repeat(64 * 1024 * 1024)}"}`)), /more than any article/);
  assert.ok(performance.now() - start < 5000);
  const most = 8 * 1024 * 1024 - '{"input":""}'.length;
  assert.equal((await read(link({ input: "a".repeat(most) })))?.input.length, most);
  await assert.rejects(read(link({ input: "a".repeat(most + 1) })), /more than any article/);
});

test("without streams that pack, a link is longer, and one that is packed is told of", async () => {
  const { CompressionStream, DecompressionStream } = globalThis;
  const packed = /** @type {string} */ (await written(FULL));
  try {
    Object.assign(globalThis, { CompressionStream: undefined, DecompressionStream: undefined });
    const fragment = /** @type {string} */ (await written(FULL));
    assert.match(fragment, /^#bench=0\./);
    assert.deepEqual(await read(fragment), FULL);
    await assert.rejects(read(packed), /cannot unpack/);
  } finally {
    Object.assign(globalThis, { CompressionStream, DecompressionStream });
  }
});

test("what is wrong, too long or unknown is dropped", async () => {
  const wrong = {
    input: 1,
    name: "n".repeat(201),
    article: -1,
    address: ["https://news.example/"],
    attributes: { onclick: "alert(1)", style: "color: red", layout: 1, theme: "t".repeat(1001), hide: "bullets" },
    theme: {
      "--article-card-accent": "red; background: url(https://a.example/)",
      "--article-card-rule": "url( https://a.example/ )",
      "--article-card-text": 'red"',
      "--article-card-focus": "rgb(0 0 0",
      "--article-card-muted": "</style><script>",
      "--article-card-radius": "4px",
      "--other": "red",
      color: "red",
    },
    view: { widths: [1e9], page: "blue", later: 0.5, zone: "Not/Aplace", text: 150, still: "yes", forced: true, way: "x", other: 1 },
    target: "../x",
    other: 1,
  };
  const right = {
    ...START,
    attributes: { hide: "bullets" },
    theme: { "--article-card-radius": "4px" },
    view: { ...START.view, forced: true },
  };
  assert.deepEqual(await read(link(wrong)), right);
  assert.deepEqual(fromFile(JSON.stringify({ articleCardBench: 1, ...wrong })), right);
  const others = '{"__proto__":{"target":"vue"},"attributes":{"__proto__":"x","constructor":"y"},"view":null,"theme":[1]}';
  assert.deepEqual(await read(link(others)), START);
});

test("the element's attributes are those of a link", () => {
  assert.deepEqual([...ATTRIBUTES].sort(), [...NAMES, "lang", "dir"].sort());
});
