// The engine by its messages: of the checks that wait only the latest is begun, what is wrong comes back in words, and the
// bench's reading follows its state.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { Bench } from "../../workbench/bench.js";
import { startEngine, understand } from "../../workbench/engine.js";

const settled = () => setImmediate();

/** A thread that notes what it is asked and answers when told to. */
function threadOf() {
  const events = new EventTarget();
  /** @type {any[]} */
  const asked = [];
  let isEnded = false;
  return {
    asked,
    get isEnded() {
      return isEnded;
    },
    postMessage: (/** @type {any} */ question) => void asked.push(question),
    addEventListener: events.addEventListener.bind(events),
    terminate: () => void (isEnded = true),
    say: (/** @type {any} */ data) => events.dispatchEvent(Object.assign(new Event("message"), { data })),
    answer(/** @type {any} */ answer, at = asked.length - 1) {
      this.say({ id: asked[at].id, answer, took: 2 });
      return settled();
    },
    refuse(/** @type {string} */ error) {
      this.say({ id: asked.at(-1).id, error });
      return settled();
    },
    fail: () => events.dispatchEvent(Object.assign(new Event("error"), { message: "" })),
  };
}

/** @returns {[thread: any, engine: import("../../workbench/engine.js").Engine]} */
function pair() {
  const thread = /** @type {any} */ (threadOf());
  return [thread, startEngine(new URL("file:///engine-worker.js"), () => thread)];
}

const inputs = (/** @type {any} */ thread) => thread.asked.map((/** @type {any} */ { given }) => given[0]);

test("of the checks that wait only the latest is begun", async () => {
  const [thread, engine] = pair();
  const answers = ["a", "b", "c", "d"].map(input => engine.check(input, { now: 1 }));
  assert.deepEqual(inputs(thread), ["a"]);
  assert.equal(await answers[1], undefined);
  assert.equal(await answers[2], undefined);
  await thread.answer(["of a"]);
  assert.deepEqual(await answers[0], { articles: ["of a"], took: 2 });
  assert.deepEqual(inputs(thread), ["a", "d"]);
  assert.deepEqual(thread.asked[1].given, ["d", { page: undefined, now: 1, every: true, rows: true }]);
  await thread.answer(["of d"]);
  assert.deepEqual(await answers[3], { articles: ["of d"], took: 2 });
  engine.check("e");
  assert.deepEqual(inputs(thread), ["a", "d", "e"]);
});

test("what is refused comes back as a TypeError, and the next check goes on", async () => {
  const [thread, engine] = pair();
  const refused = engine.check("a", { page: "nowhere" });
  const next = engine.check("b");
  thread.refuse("check: page: expected an absolute http or https address");
  await assert.rejects(refused, { name: "TypeError", message: "check: page: expected an absolute http or https address" });
  await settled();
  await thread.answer([]);
  assert.deepEqual(await next, { articles: [], took: 2 });
});

test("the other calls go through as they are", async () => {
  const [thread, engine] = pair();
  const all = [engine.render("a", { layout: "hero" }), engine.schema(), engine.stylesheet({ page: true }), engine.version()];
  assert.deepEqual(thread.asked.map((/** @type {any} */ { call, given }) => [call, ...given]), [
    ["render", "a", { layout: "hero" }],
    ["schema"],
    ["stylesheet", { page: true }],
    ["version"],
  ]);
  for (const at of [3, 2, 1, 0]) await thread.answer(`answer ${at}`, at);
  assert.deepEqual(await Promise.all(all), ["answer 0", "answer 1", "answer 2", "answer 3"]);
});

test("an engine that cannot start says so in words, to all that wait and all that come", async () => {
  for (const how of ["throws", "event", "message"]) {
    const thread = /** @type {any} */ (threadOf());
    const engine = startEngine(new URL("file:///engine-worker.js"), () => {
      if (how === "throws") throw new Error("no workers");
      return thread;
    });
    /** @type {string[]} */
    const told = [];
    engine.onBroken(error => told.push(error.message));
    const waiting = engine.check("a");
    const behind = engine.check("b");
    const rejected = Promise.all([waiting, behind].map(promise => assert.rejects(promise, /could not start/)));
    if (how === "event") thread.fail();
    if (how === "message") thread.say({ broken: "404" });
    await rejected;
    await assert.rejects(engine.render("a"), /could not start/);
    engine.onBroken(error => told.push(error.message));
    assert.equal(told.length, 2);
  }
});

test("an engine that stops later says that, and one that is closed is quiet", async () => {
  const [thread, engine] = pair();
  const version = engine.version();
  await thread.answer("1");
  await version;
  thread.fail();
  await assert.rejects(engine.schema(), /has stopped/);
  assert.ok(thread.isEnded);

  const [other, closed] = pair();
  closed.onBroken(() => assert.fail("told"));
  const waiting = closed.schema();
  closed.close();
  await assert.rejects(waiting, /was closed/);
  assert.ok(other.isEnded);
});

test("the reading follows input, address and time, and nothing else", async context => {
  context.mock.timers.enable({ apis: ["Date", "setInterval"], now: 1_000_000 });
  const [thread, engine] = pair();
  const bench = new Bench();
  bench.set({ input: "a" });
  const end = understand(bench, engine);
  assert.deepEqual(thread.asked[0].given, ["a", { page: undefined, now: 1_000_000, every: true, rows: true }]);
  await thread.answer([{ index: 0 }]);
  assert.deepEqual(bench.reading, { input: "a", articles: [{ index: 0 }], took: 2 });

  bench.set({ target: "vue" });
  assert.equal(thread.asked.length, 1);
  bench.set({ view: { ...bench.state.view, later: 60 } });
  assert.equal(thread.asked[1].given[1].now, 1_060_000);
  await thread.answer([{ index: 0 }]);
  bench.set({ address: "https://news.example/" });
  assert.equal(thread.asked[2].given[1].page, "https://news.example/");
  await thread.answer([{ index: 0 }]);

  let readings = 0;
  bench.addEventListener("reading", () => readings++);
  context.mock.timers.tick(60_000);
  await thread.answer([{ index: 0 }]);
  assert.equal(readings, 0);
  context.mock.timers.tick(60_000);
  assert.equal(thread.asked[4].given[1].now, 1_180_000);
  await thread.answer([{ index: 0, ok: true }]);
  assert.equal(readings, 1);

  end();
  context.mock.timers.tick(600_000);
  bench.set({ input: "b" });
  assert.equal(thread.asked.length, 5);
});

test("an address that is none is left out, and that is said once", async () => {
  const [thread, engine] = pair();
  const bench = new Bench();
  /** @type {string[]} */
  const said = [];
  bench.set({ input: "a", address: "nowhere" });
  const end = understand(bench, engine, { say: text => said.push(text) });
  await thread.refuse("check: page: expected an absolute http or https address");
  await thread.answer([{ index: 0 }]);
  assert.deepEqual(bench.reading?.articles, [{ index: 0 }]);
  bench.set({ input: "ab" });
  assert.equal(thread.asked[2].given[1].page, undefined);
  assert.deepEqual(said, ["The address of publication does not count: expected an absolute http or https address."]);
  end();
});
