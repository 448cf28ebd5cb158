// Whatever fails on the way to a card, readers keep what the publisher wrote.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief } from "./harness/articles.js";
import { embed, kitTags } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";

const cards = ["one", "two", "three"]
  .map(name => embed(brief(`Headline ${name}`), { id: name, fallback: `Fallback ${name}` }))
  .join("");
const FALLBACKS = ["Fallback one", "Fallback two", "Fallback three"];

/** Runs in the page: the texts of the fallbacks that take up room on the screen. */
const shown = () =>
  [...document.querySelectorAll(".fallback")]
    .filter(node => {
      const { width, height } = node.getBoundingClientRect();
      return width > 20 && height > 8 && node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    })
    .map(node => node.innerText);

inBrowsers(
  "A page where no script runs",
  stage => {
    it("shows the publisher’s own fallback, and no JSON", async () => {
      const visit = await stage.open({ body: cards });
      await pause(300);
      assert.deepEqual(await visit.evaluate(shown), FALLBACKS);
      const text = await visit.evaluate(() => document.body.innerText);
      assert.ok(!text.includes("headline") && !text.includes("{"), text);
      assert.deepEqual(
        [visit.kit.count("glue"), visit.kit.count("wasm"), visit.console, visit.crashes],
        [0, 0, [], []],
      );
    });
  },
  { scripts: false },
);

inBrowsers("A card far below whose article is refused", stage => {
  it("is as high as its fallback", async () => {
    const far = '<div style="height:20000px"></div>';
    const visit = await stage.open({ body: far + embed("{", { loading: "eager" }) });
    await visit.settled();
    await visit.drawn();
    const [card, link] = await visit.evaluate(() =>
      ["article-card", ".fallback"].map(each => document.querySelector(each).getBoundingClientRect().height),
    );
    assert.ok(link > 8 && card < 2 * link, `${card} for a link of ${link}`);
  });
});

inBrowsers("A card that cannot be had", stage => {
  /** Opens three cards under trouble, waits until each has told, and checks that the fallbacks are what one sees. */
  async function fails(options, { settle = true } = {}) {
    const visit = await stage.open({ body: cards, ...options });
    if (settle) await visit.settled();
    await pause(100);
    assert.deepEqual(await visit.evaluate(shown), FALLBACKS);
    const states = (await visit.cards()).map(({ state, drawn }) => [state, drawn]);
    assert.deepEqual(states, Array(3).fill([settle ? "error" : "waiting", false]));
    assert.deepEqual(await visit.evaluate(() => window.seen.errors), [], "no exception reaches the page");
    return visit;
  }
  /** One message on the console, one event for each card, and a report that says the same. */
  async function tells(visit, expected, words) {
    const [
      {
        detail: { code },
      },
    ] = await visit.events("error");
    assert.match(String(code), new RegExp(expected));
    assert.equal(visit.messages("error").length, 1, JSON.stringify(visit.console));
    assert.ok(visit.messages("error")[0].includes(String(code)), visit.messages("error")[0]);
    const events = await visit.events("error");
    assert.deepEqual(
      events.map(({ card, detail, bubbles, composed }) => [card, detail.code, bubbles, composed]).sort(),
      [
        ["one", code, true, true],
        ["three", code, true, true],
        ["two", code, true, true],
      ],
    );
    for (const word of words) assert.ok(events[0].detail.message.includes(word), events[0].detail.message);
    for (const { report } of await visit.cards())
      assert.deepEqual(
        report.map(each => [each.severity, each.code]),
        [["error", code]],
      );
    assert.equal((await visit.events("ready")).length, 0);
  }
  const policy = (rules, more = {}) => ({ headers: { "content-security-policy": rules }, ...more });

  it("leaves the fallback where the page’s policy refuses all scripts", async () => {
    const visit = await fails(policy("script-src 'none'"), { settle: false });
    assert.deepEqual(visit.messages("error"), []);
    assert.equal(visit.kit.count("wasm"), 0);
  });

  it("leaves the fallback where the policy refuses WebAssembly, and names the directive to add", async () => {
    const visit = await fails(policy(`script-src ${stage.kit.origin}`));
    await tells(visit, "load-csp", ["script-src", "'wasm-unsafe-eval'"]);
  });

  it("leaves the fallback where the policy refuses the download, and names the directive to add", async () => {
    const visit = await fails(policy(`script-src ${stage.kit.origin} 'wasm-unsafe-eval'; connect-src 'self'`));
    await tells(visit, "load-csp", ["connect-src", stage.kit.origin]);
  });

  it("leaves the fallback where the policy knows the loader but not the glue", async () => {
    const kit = stage.kit.copy();
    const visit = await fails(policy(`script-src ${kit.loader} 'wasm-unsafe-eval'`, { kit }));
    await tells(visit, "load-csp", ["script-src", stage.kit.origin]);
  });

  for (const [name, faults, code] of [
    ["the WebAssembly is not there", { wasm: { status: 404 } }, "load-network"],
    ["the server of the WebAssembly fails", { wasm: { status: 500 } }, "load-network"],
    ["the glue is not there", { glue: { status: 404 } }, "load-network"],
    ["the connection breaks", { wasm: { abort: true } }, /^load-(network|wasm)$/],
    [
      "the WebAssembly may not be read from another origin",
      { wasm: { headers: { "access-control-allow-origin": "https://elsewhere.example" } } },
      "load-network",
    ],
    ["the WebAssembly is cut off", { wasm: { body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 9]) } }, "load-wasm"],
    ["the WebAssembly is a web page", { wasm: { body: "<!doctype html>Not found", mime: "text/html" } }, "load-wasm"],
  ]) {
    it(`leaves the fallback where ${name}`, async () => {
      const visit = await fails({ kit: { faults } });
      await tells(visit, code, []);
      assert.ok(visit.kit.count("wasm") <= 1 && visit.kit.count("glue") <= 1, "nothing is tried over and over");
    });
  }

  it("leaves the fallback where the glue is served as text", async () => {
    const visit = await fails({ kit: { faults: { glue: { mime: "text/plain" } } } });
    assert.match((await visit.events("error"))[0].detail.code, /^load-(network|wasm)$/);
  });

  it("is drawn all the same where the server calls the WebAssembly by a wrong type", async () => {
    const visit = await stage.open({ body: cards, kit: { faults: { wasm: { mime: "application/octet-stream" } } } });
    await visit.settled();
    assert.deepEqual(
      (await visit.cards()).map(({ state, fallbackShown }) => [state, fallbackShown]),
      Array(3).fill(["ready", false]),
    );
  });

  it("leaves the fallback where the loader is not there", async () => {
    const visit = await fails({ kit: { faults: { loader: { status: 404 } } } }, { settle: false });
    assert.deepEqual(visit.messages("error"), []);
  });

  it("shows the fallback while the WebAssembly is on its way, and the card when it has come", async () => {
    let release;
    const held = new Promise(done => {
      release = done;
    });
    const visit = await stage.open({ body: cards, kit: { faults: { wasm: { held } } } });
    await visit.untilHere(() => visit.kit.count("wasm") === 1);
    await pause(200);
    assert.deepEqual(await visit.evaluate(shown), FALLBACKS);
    release();
    await visit.settled();
    assert.deepEqual(await visit.evaluate(shown), []);
    assert.deepEqual(visit.console, []);
  });

  it("leaves the fallback where the browser has no constructed style sheets, as Firefox before 101", async () => {
    const without = () => {
      window.CSSStyleSheet = /** @type {any} */ (class {
        constructor() {
          throw new TypeError("Illegal constructor.");
        }
      });
    };
    const visit = await fails({ before: [without] });
    const told = (await visit.events("error")).map(({ detail }) => [detail.code, detail.message]);
    assert.deepEqual(told, Array(3).fill(["load-wasm", "Illegal constructor."]));
  });

  it("is plain but readable where the policy refuses the kit’s style sheet", async () => {
    const visit = await stage.open({
      body: cards,
      tags: kitTags,
      ...policy(`style-src 'none'; script-src ${stage.kit.origin} 'wasm-unsafe-eval'`),
    });
    await visit.settled();
    assert.deepEqual(
      (await visit.cards()).map(({ parts }) => parts.headline[0]),
      ["Headline one", "Headline two", "Headline three"],
    );
  });

  it("does not come back to a card that has failed, but tells every card that comes later", async () => {
    const visit = await fails({ kit: { faults: { wasm: { status: 404 } } } });
    await visit.evaluate(
      html => {
        document.body.append(document.createRange().createContextualFragment(html));
      },
      embed(brief("Later"), { id: "later", fallback: "Fallback later" }),
    );
    await visit.settled();
    assert.deepEqual(await visit.evaluate(shown), [...FALLBACKS, "Fallback later"]);
    assert.deepEqual([visit.messages("error").length, visit.kit.count("wasm")], [1, 1]);
  });
});
