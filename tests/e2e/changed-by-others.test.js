// What others do to a prerendered card before its runtime comes: minifiers, proxies, extensions, translators, templates
// that were never attached. Whatever it is, the card is shown once, and what matters is told once.
import assert from "node:assert/strict";
import { it } from "node:test";
import { everything } from "./harness/articles.js";
import { prerendered } from "./harness/prerendered.js";
import { inBrowsers, pause } from "./harness/suite.js";

const CALENDAR = { published: "2024-04-01", updated: "2024-04-03" };
const STANDFIRST = "Write to desk@news.example, they say.";

/** Runs in the page: what a reader has of the card, and whether its nodes are those that came with the page. */
const read = selector => {
  const card = document.querySelector(selector),
    root = card.shadowRoot;
  const isSeen = node => node.checkVisibility() && node.getBoundingClientRect().height > 0;
  const shown = [...(root?.querySelectorAll("[part~=headline]") ?? []), ...card.querySelectorAll(":scope > a")].filter(isSeen);
  return {
    shown: shown.length,
    text: root?.textContent.replace(/\s+/g, " ") ?? "",
    isLeft: Boolean(root?.querySelector("[data-prerendered]")),
    state: card.matches(":state(ready)") ? "ready" : card.matches(":state(error)") ? "error" : "waiting",
    codes: card.report.map(({ code }) => code),
    errors: window.seen.errors,
  };
};

inBrowsers("A prerendered card that others have changed", stage => {
  const article = more => ({ ...everything(stage.publisher.picture()), ...CALENDAR, standfirst: STANDFIRST, ...more });
  const written = (options, more) => prerendered(article(more), { id: "card", ...options });

  /** Opens a page with this HTML, lets `act` run in it while the runtime is on its way, and waits for the card. */
  async function open(html, act) {
    let release;
    const held = new Promise(done => {
      release = done;
    });
    const visit = await stage.open({ body: html, kit: { faults: { wasm: { held } } } });
    if (act) await visit.evaluate(act);
    release();
    await visit.settled();
    await visit.drawn();
    return visit;
  }

  /** `left`: it stands as it stood; `afresh`: Yew has drawn it. `told` says whether there is a warning. */
  async function becomes(visit, { left, told, headline = article().headline, selector = "#card" }) {
    const { shown, text, isLeft, state, codes, errors } = await visit.evaluate(read, selector);
    assert.deepEqual({ shown, state, isLeft, codes, errors }, { shown: 1, state: "ready", isLeft: left, codes: told ? ["hydrate-mismatch"] : [], errors: [] });
    assert.ok(text.includes(headline), text);
    await pause(50);
    assert.equal(visit.messages("warn").length, told ? 1 : 0, JSON.stringify(visit.console));
    assert.deepEqual([visit.messages("error"), visit.crashes], [[], []]);
  }

  const inTemplate = change => html => html.replace(/(<div data-prerendered[^>]*>)(.*)(<\/div><\/template>)/s, (_, before, card, after) => before + change(card) + after);
  const REWRITTEN = '<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="00">[email&#160;protected]</a>';

  const HTML = {
    "a minifier that strips comments and collapses spaces": [html => html.replace(/<!--.*?-->/gs, "").replace(/\s+/g, " "), { left: true }],
    "a minifier that leaves optional quotes out": [inTemplate(card => card.replace(/(\w+)="([\w-]+)"/g, "$1=$2")), { left: true }],
    "a minifier that takes the spaces between tags away": [inTemplate(card => card.replace(/> </g, "><")), { left: true, told: true }],
    "a formatter that puts every element on a line of its own": [inTemplate(card => card.replace(/></g, ">\n<")), { left: true, told: true }],
    "a proxy that hides e-mail addresses": [inTemplate(card => card.replace("desk@news.example", REWRITTEN)), { left: true, told: true }],
    "a proxy that takes elements away": [inTemplate(card => card.replace(/<li class="bullet".*?<\/li>/s, "")), { told: true }],
    "a template of another version": [html => html.replace(/data-prerendered="[^-]*-/, 'data-prerendered="0-'), { told: true }],
    "a forged fingerprint": [html => html.replace(/data-prerendered="[^"]*"/, 'data-prerendered="<b>-1--"'), { told: true }],
    "an attribute that was added": [html => html.replace("<article-card", '<article-card layout="hero"'), { told: true }],
    "another stylesheet beside ours": [html => html.replace("<div data-prerendered", "<style>p{margin:9px}</style><div data-prerendered"), { left: true }],
    "a theme that was added": [html => html.replace("<article-card", '<article-card theme="dark"'), { left: true }],
    "a second template": [html => html.replace(/(<template.*<\/template>)/s, "$1$1"), { left: true }],
  };
  for (const [what, [change, becoming]] of Object.entries(HTML)) {
    it(`by ${what} is ${becoming.left ? "left as it is" : "drawn afresh"}`, async () => {
      const html = written(),
        changed = change(html);
      if (!what.includes("comments")) assert.notEqual(changed, html, "nothing has changed");
      await becomes(await open(changed), { left: false, ...becoming });
    });
  }

  it("keeps what others have put beside it, and only its own stylesheet goes", async () => {
    const visit = await open(written().replace("<div data-prerendered", "<style>p{margin:9px}</style><x-toolbar></x-toolbar><div data-prerendered"));
    await becomes(visit, { left: true });
    const beside = await visit.evaluate(() => [...document.querySelector("#card").shadowRoot.children].map(({ localName }) => localName));
    assert.deepEqual(beside, ["style", "x-toolbar", "div"]);
    assert.equal(await visit.evaluate(() => document.querySelector("#card").shadowRoot.querySelector("style").textContent), "p{margin:9px}");
  });

  it("is drawn afresh from JSON that is newer than it", async () => {
    const html = written().replace(article().headline, "An older headline").replaceAll("Meta accused", "Meta is accused");
    const visit = await open(html);
    const { headline } = JSON.parse(html.match(/json">(.*?)<\/script>/s)[1]);
    await becomes(visit, { left: false, told: true, headline });
  });

  const ACTS = {
    "an extension’s nodes in the card": [
      () => document.querySelector("#card").shadowRoot.querySelector("[part~=headline]").append(document.createElement("x-button")),
      { left: true, told: true },
    ],
    "an extension’s nodes beside the card": [
      () => {
        const root = document.querySelector("#card").shadowRoot;
        root.append(document.createElement("x-toolbar"));
        root.prepend(document.createElement("x-toolbar"));
        root.querySelector("[data-prerendered]").before(document.createElement("x-toolbar"));
        document.querySelector("#card").append(document.createElement("x-toolbar"));
      },
      { left: true },
    ],
    "a translator that wraps its words": [
      () => {
        const root = document.querySelector("#card").shadowRoot;
        for (const node of root.querySelectorAll(".headline a, .standfirst, .bullet")) {
          const font = document.createElement("font");
          font.append(document.createElement("font"));
          font.firstChild.append(...node.childNodes);
          node.append(font);
        }
      },
      { left: true, told: true },
    ],
    "a host that empties its shadow root": [() => document.querySelector("#card").shadowRoot.replaceChildren(), {}],
    "a host that empties its prerendered element": [() => document.querySelector("#card").shadowRoot.querySelector("[data-prerendered]").replaceChildren(), { told: true }],
  };
  for (const [what, [act, becoming]] of Object.entries(ACTS)) {
    it(`by ${what} is ${becoming.left ? "left as it is" : "drawn afresh"}`, async () => {
      await becomes(await open(written(), act), { left: false, ...becoming });
    });
  }

  for (const [what, change, code] of [
    ["is not there", html => html.replace(/<script type.*?<\/script>/s, ""), "no-data"],
    ["is broken", html => html.replace('json">{', 'json">{"'), "json-syntax"],
  ]) {
    it(`stays as it is when its script ${what}, and says so once`, async () => {
      const visit = await open(change(written()));
      const found = await visit.evaluate(read, "#card");
      assert.deepEqual([found.shown, found.isLeft, found.state, found.codes, found.errors], [1, true, "error", [code], []]);
      assert.deepEqual([visit.messages("error").length, visit.messages("warn").length], [1, 0]);
      assert.ok(await visit.evaluate(() => getComputedStyle(document.querySelector("#card").shadowRoot.querySelector("[part~=headline]")).marginTop === "0px"));
    });
  }

  it("is drawn where its template came by innerHTML and was never attached", async () => {
    const visit = await open("<main></main>".concat(prerendered({ headline: "First" })));
    await visit.evaluate(html => {
      document.querySelector("main").innerHTML = html;
    }, written());
    await visit.settled("#card");
    await becomes(visit, { left: false });
  });

  it("is shown, and breaks nothing, where its template was closed", async () => {
    const visit = await open(written().replace('mode="open"', 'mode="closed"') + prerendered({ headline: "Another" }, { id: "other" }));
    const height = await visit.evaluate(() => document.querySelector("#card").getBoundingClientRect().height);
    assert.ok(height > 200, `${height}`);
    await becomes(visit, { left: true, headline: "Another", selector: "#other" }).catch(error => {
      // The closed one may say that it cannot be enlivened.
      if (!/article-card#card/.test(JSON.stringify(visit.messages("error")))) throw error;
    });
    assert.deepEqual([visit.crashes, visit.messages("error").length <= 1], [[], true]);
  });

  it("is independent of its clone", async () => {
    const visit = await open(written());
    await visit.evaluate(() => {
      const clone = document.querySelector("#card").cloneNode(true);
      clone.id = "clone";
      document.body.append(clone);
    });
    await visit.settled("#clone");
    await becomes(visit, { left: true });
    await becomes(visit, { left: false, selector: "#clone" });
  });

  it("is drawn in another document that it was imported into", async () => {
    const visit = await open(`${written()}<iframe width="800" height="900"></iframe>`);
    const imported = await visit.evaluate(async () => {
      const frame = document.querySelector("iframe").contentDocument;
      const card = document.querySelector("#card");
      frame.body.append(frame.importNode(card, true));
      // The frame has no definition; the element itself may go there, too.
      frame.body.append(card);
      await new Promise(done => setTimeout(done, 300));
      return { there: card.ownerDocument === frame, text: card.shadowRoot.textContent, sheets: card.shadowRoot.adoptedStyleSheets.length, articles: card.shadowRoot.querySelectorAll("article").length };
    });
    assert.deepEqual([imported.there, imported.sheets, imported.articles], [true, 1, 1]);
    assert.ok(imported.text.includes(article().headline));
    assert.deepEqual([visit.crashes, visit.messages("error")], [[], []]);
  });

  it("is shown once when its reader goes back to it", async () => {
    const visit = await open(written());
    const other = stage.publisher.page("<!doctype html><title>Another page</title>");
    await visit.page.goto(other);
    await visit.page.goBack();
    await visit.settled();
    const { shown, state } = await visit.evaluate(read, "#card");
    assert.deepEqual([shown, state, visit.crashes], [1, "ready", []]);
  });

  it("survives being thrown about a hundred times", async () => {
    const visit = await open(`${written()}<main></main>`);
    await visit.evaluate(async () => {
      const card = document.querySelector("#card"),
        places = [document.body, document.querySelector("main")];
      for (let round = 0; round < 100; round++) {
        if (round % 3) card.remove();
        if (round % 5 === 0) await new Promise(done => setTimeout(done));
        places[round % 2].append(card);
        if (round % 7 === 0) await new Promise(requestAnimationFrame);
      }
    });
    await visit.settled("#card");
    await visit.drawn();
    const { shown, text, errors } = await visit.evaluate(read, "#card");
    assert.deepEqual([shown, errors, visit.console], [1, [], []]);
    assert.ok(text.includes(article().headline));
    assert.equal(await visit.evaluate(() => document.querySelector("#card").shadowRoot.querySelectorAll("article").length), 1);
  });
});
