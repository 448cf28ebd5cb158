// What the WebAssembly asks of the browser, asked here of Node.js, which has the same `Intl` and `URL`: whatever is asked,
// nothing throws, since an exception would stop every card of the page.
import assert from "node:assert/strict";
import { it } from "node:test";
import { address, compose, day, instant, number, plural } from "../../src/platform/browser.js";

const NOON = Date.UTC(2024, 3, 3, 9);

it("words days, instants and numbers in the language, and nothing in one that it does not know", () => {
  assert.equal(day(NOON, "en-GB"), "3 April 2024");
  assert.equal(instant(NOON, "Europe/London", "en-GB"), "3 April 2024 at 10:00 BST");
  assert.equal(instant(NOON, "UTC", "de"), "3. April 2024 um 09:00 UTC");
  assert.match(instant(NOON, "", "en-GB") ?? "", /^[23] April 2024|^4 April 2024/, "by the reader's own clock");
  assert.equal(number(1234, "", "", "de"), "1.234");
  assert.equal(number(3, "minute", "long", "en"), "3 minutes");
  for (const language of ["xx", "en_US", "", "\u0000"]) {
    assert.deepEqual([day(NOON, language), instant(NOON, "UTC", language), number(1, "", "", language)], [undefined, undefined, undefined], language);
  }
});

it("knows no zone that is none, and no instant that is none", () => {
  for (const zone of ["Europe/Nowhere", "+99:00", "\n"]) assert.equal(instant(NOON, zone, "en"), undefined, zone);
  assert.equal(instant(Number.NaN, "UTC", "en"), undefined);
  assert.equal(day(9e15, "en"), undefined);
});

it("tells the plural class, and none in a language that is none", () => {
  assert.deepEqual([plural(1, "en"), plural(2, "ar"), plural(5, "pl"), plural(1, "en_US")], ["one", "two", "many", ""]);
});

it("goes on after more formatters than it keeps", () => {
  for (let hour = 0; hour < 12; hour++) {
    for (const language of ["en", "de", "fr", "ja"]) {
      assert.match(instant(NOON, `Etc/GMT-${hour}`, language) ?? "", /2024/, `${hour} ${language}`);
    }
  }
  assert.equal(day(NOON, "en-GB"), "3 April 2024");
});

it("takes an address apart by lines, whatever the address holds", () => {
  assert.equal(address("https://user:secret@news.example/a b"), "https://user:secret@news.example/a%20b\nhttps://news.example/a%20b");
  assert.equal(address("../b", "https://news.example/a/c"), "https://news.example/b");
  // A path that is opaque keeps its spaces, and none keeps a line break.
  assert.equal(address("data:text/html, \nhttps://evil.example"), "data:text/html, https://evil.example");
  for (const none of ["news", "https://", "//news.example", ""]) assert.equal(address(none), undefined, none);
});

it("composes texts", () => {
  assert.equal(compose("e\u0301\ud800"), "\u00e9\ud800");
});
