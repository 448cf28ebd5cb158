// What a prerendered card asks of a page's Content-Security-Policy: its style's hash, a nonce or the kit's origin; with
// none of them it is plain, and no less readable, until the runtime has come.
import assert from "node:assert/strict";
import { it } from "node:test";
import { everything } from "./harness/articles.js";
import { prerendered, styleHash } from "./harness/prerendered.js";
import { inBrowsers } from "./harness/suite.js";

const NONCE = "r4nd0m";

inBrowsers("A prerendered card under a strict policy", stage => {
  /** A page that allows what every card needs and this of styles; its runtime comes when the test calls `activate`. */
  async function open(styles, options, kit = stage.kit.copy()) {
    let release;
    kit.faults.wasm = {
      held: new Promise(done => {
        release = done;
      }),
    };
    const { origin } = stage.kit;
    const policy = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; img-src ${stage.publisher.origin}; style-src ${styles}`;
    const visit = await stage.open({
      kit,
      tags: ({ loader }) => `<script type="module" src="${loader}"></script>`,
      body: prerendered(everything(stage.publisher.picture()), { id: "card", ...options(kit) }),
      headers: { "content-security-policy": policy },
    });
    await visit.untilHere(() => kit.count("wasm") === 1);
    const activate = async () => {
      release();
      await visit.settled();
      await visit.drawn();
    };
    return Object.assign(visit, { activate });
  }
  const isStyled = visit =>
    visit.evaluate(() => {
      const headline = document.querySelector("#card").shadowRoot.querySelector("[part~=headline]");
      return getComputedStyle(headline).marginTop === "0px" && headline.checkVisibility();
    });
  const violations = visit => visit.evaluate(() => window.seen.violations.map(({ directive }) => directive));
  /** What is true of every card that has been activated. */
  async function isAtHome(visit) {
    await visit.activate();
    assert.equal(await isStyled(visit), true);
    assert.deepEqual((await visit.card()).parts.headline, [everything("").headline]);
    const { errors, sheets } = await visit.evaluate(() => {
      const { shadowRoot } = document.querySelector("#card");
      return { errors: window.seen.errors, sheets: [shadowRoot.adoptedStyleSheets.length, shadowRoot.querySelectorAll("style, link").length] };
    });
    assert.deepEqual([errors, sheets, visit.messages("warn"), visit.messages("error")], [[], [1, 0], [], []]);
  }

  for (const [way, styles, options] of [
    ["the published hash", () => styleHash(), () => ({})],
    ["a nonce", () => `'nonce-${NONCE}'`, () => ({ style: "nonce", nonce: NONCE })],
    ["the kit’s origin", () => stage.kit.origin, kit => ({ style: "link", kit: kit.base.replace(/\/$/, "") })],
  ]) {
    it(`is styled from the start by ${way}`, async () => {
      const visit = await open(styles(), options);
      await visit.until(() => getComputedStyle(document.querySelector("#card").shadowRoot.querySelector("[part~=headline]")).marginTop === "0px");
      await isAtHome(visit);
      assert.deepEqual(await violations(visit), []);
    });
  }

  it("is plain but readable without any of them, and styled once it is activated", async () => {
    const visit = await open("'none'", () => ({}));
    assert.equal(await isStyled(visit), false);
    const { parts } = await visit.card();
    const { headline, bullets } = everything("");
    assert.deepEqual([parts.headline, parts.bullet], [[headline], bullets]);
    await isAtHome(visit);
    assert.deepEqual([...new Set(await violations(visit))], ["style-src-elem"]);
  });
});
