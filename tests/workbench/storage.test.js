// What is kept in the browser: by a store that works, that is full, that is closed, and that others have written to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { START } from "../../workbench/bench.js";
import { KEY, forget, kept, store } from "../../workbench/storage.js";

const STATE = { ...START, input: "{}", target: "vue" };

/** @param {Record<string, string>} [held] */
function storeOf(held = {}) {
  const items = new Map(Object.entries(held));
  return /** @type {any} */ ({
    items,
    getItem: (/** @type {string} */ key) => items.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => items.set(key, value),
    removeItem: (/** @type {string} */ key) => items.delete(key),
  });
}

const fail = (/** @type {string} */ name) => () => {
  throw new DOMException("refused", name);
};

test("what was kept comes again, until it is forgotten", () => {
  const storage = storeOf({ other: "stays" });
  assert.equal(kept(storage), undefined);
  assert.equal(store(STATE, storage), true);
  assert.deepEqual(kept(storage), STATE);
  assert.equal(forget(storage), true);
  assert.equal(kept(storage), undefined);
  assert.deepEqual([...storage.items], [["other", "stays"]]);
});

test("of a bench at its start nothing is kept", () => {
  const storage = storeOf();
  store(STATE, storage);
  assert.equal(store(START, storage), true);
  assert.equal(storage.items.size, 0);
});

test("a full store keeps nothing more, and says so", () => {
  const full = { ...storeOf(), setItem: fail("QuotaExceededError") };
  assert.equal(store(STATE, full), false);
  assert.equal(kept(full), undefined);
});

test("a closed store is no error", () => {
  const closed = { getItem: fail("SecurityError"), setItem: fail("SecurityError"), removeItem: fail("SecurityError") };
  for (const storage of /** @type {any[]} */ ([closed, undefined])) {
    assert.equal(kept(storage), undefined);
    assert.equal(store(STATE, storage), false);
    assert.equal(forget(storage), false);
  }
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: fail("SecurityError") });
  assert.equal(kept(), undefined);
  assert.equal(store(STATE), false);
  assert.equal(forget(), false);
});

test("what others wrote there is nothing of ours", () => {
  for (const text of ["", "{", "null", "1", "[]", '{"input":"x"}', '{"articleCardBench":2,"input":"x"}']) {
    assert.equal(kept(storeOf({ [KEY]: text })), undefined, text);
  }
  const mixed = storeOf({ [KEY]: '{"articleCardBench":1,"target":7,"input":"x","attributes":{"onclick":"x"}}' });
  assert.deepEqual(kept(mixed), { ...START, input: "x" });
});
