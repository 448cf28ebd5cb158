// The workbench as its users meet it: from a page's source to a card on another origin, and everything between that goes wrong.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { inBrowsers } from "./harness/suite.js";
import {
  COPIED,
  EMBARGOED,
  PAGE_SOURCE,
  drop,
  fill,
  openWorkbench,
  paste,
  press,
  startWorkbench,
  untilCardSays,
} from "./harness/workbench.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Runs in the page: what the page around the card says, without the editor's text. */
const spoken = () =>
  ["card", "understood", "take", "message"].map(id => document.getElementById(id)?.innerText ?? "").join("\n");
/** Runs in the page: the files of the embed code by their names. */
const codeFiles = () =>
  Object.fromEntries(
    [...document.querySelectorAll("#out .code-file")].filter(file => file.checkVisibility()).map(file => [
      file.querySelector("h3")?.textContent,
      file.querySelector("code")?.textContent,
    ]),
  );

inBrowsers("The workbench", stage => {
  let site;
  before(async () => {
    site = await startWorkbench();
  });
  after(() => site.close());
  const open = options => openWorkbench(stage, site, options);

  it("leads from a page's source to a page on another origin that shows the card", { timeout: 60_000 }, async () => {
    const visit = await open();
    await paste(visit, PAGE_SOURCE);
    const drawn = await untilCardSays(visit, "Ferry to the outer islands sails again");
    assert.match(drawn, /Ines Calloway/);
    assert.match(await visit.evaluate(spoken), /Gives a card/);

    const kit = stage.kit.copy();
    await fill(visit, "For", "html");
    await fill(visit, "Where your kit is", kit.base);
    await visit.until(base => document.querySelector("#out .code-file code")?.textContent?.includes(base), kit.base);
    const code = await visit.evaluate(codeFiles);
    const page = await stage.open({ kit, tags: () => "", body: code["card.html"] });
    await page.settled();
    const card = await page.card();
    assert.equal(card.parts.headline[0], "Ferry to the outer islands sails again");
    assert.notEqual(new URL(page.url).origin, site.origin);
    assert.deepEqual(page.messages("error"), []);
  });

  it("makes two cards of a text with two articles", async () => {
    const visit = await open();
    await paste(visit, COPIED);
    await untilCardSays(visit, "brass diving helmet");
    const choices = await visit.evaluate(() =>
      [...document.querySelectorAll("#input .choices label")].map(label => label.textContent?.trim()),
    );
    assert.equal(choices.filter(text => /helmet|Reed cutters/.test(text)).length, 2, choices.join(" | "));
    await visit.evaluate(() => {
      const labels = /** @type {NodeListOf<HTMLLabelElement>} */ (document.querySelectorAll("#input .choices label"));
      for (const label of labels) if (label.textContent?.includes("Reed cutters")) label.click();
    });
    const second = await untilCardSays(visit, "Reed cutters welcome");
    assert.match(second, /OSTROVA/);
    assert.ok(!second.includes("helmet"), second);
  });

  const corpora = process.env.ARTICLE_CARD_CORPORA;
  if (corpora)
    it("makes two cards of each text that a folder of seeds has", async () => {
      const folder = join(corpora, "seeds");
      const names = readdirSync(folder).filter(name => name.endsWith(".txt"));
      assert.ok(names.length > 0, folder);
      for (const name of names) {
        const visit = await open();
        await drop(visit, [{ name, bytes: readFileSync(join(folder, name), "utf8") }]);
        const headlines = await visit.until(() => {
          const all = [...document.querySelectorAll("#input .choices label")];
          const labels = all.filter(label => label.checkVisibility());
          return labels.length === 2 && labels.map(label => label.textContent?.trim());
        });
        for (const headline of headlines) {
          await visit.evaluate(headline => {
            const labels = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#input .choices label"));
            for (const label of labels) if (label.textContent?.trim() === headline) label.click();
          }, headline);
          await untilCardSays(visit, headline);
        }
      }
    });

  it("asks nobody but its own server, and says nothing on the console", async () => {
    const visit = await open();
    await paste(visit, PAGE_SOURCE);
    await untilCardSays(visit, "Ferry to the outer islands");
    for (const target of ["prerendered", "react", "html"]) await fill(visit, "For", target);
    await visit.drawn();
    const elsewhere = visit.requests.filter(address => new URL(address).origin !== site.origin);
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(
      visit.console.filter(({ type }) => type === "error" || type === "warn" || type === "warning"),
      [],
    );
    assert.deepEqual(visit.crashes, []);
  });

  it("keeps the last card while a JSON is half written, and says where it breaks", async () => {
    const visit = await open();
    await paste(visit, '{ "headline": "The tide table is right" }');
    await untilCardSays(visit, "The tide table is right");
    await paste(visit, '{ "headline": "The tide table is right", "bullets": [');
    await visit.until(() => document.getElementById("card")?.innerText.includes("not complete"));
    await untilCardSays(visit, "The tide table is right");
    assert.match(await visit.evaluate(spoken), /line 1, column \d+/);
  });

  it("shows not one word of an article under embargo, until the time has come on the bench", async () => {
    const visit = await open();
    await paste(visit, EMBARGOED);
    await visit.until(() => /embargo/i.test(document.getElementById("card")?.innerText ?? ""));
    const said = await visit.evaluate(spoken);
    assert.ok(!/bell tower|must not be shown/.test(said), said);
    assert.deepEqual(await visit.evaluate(codeFiles), {});
  });

  it("lists the items of a feed that has ten", async () => {
    const items = Array.from({ length: 10 }, (_, index) => ({
      uri: `https://coastpress.example/lamps/${index + 1}`,
      type: "text",
      headline: `Lamp number ${index + 1} is lit`,
    }));
    const visit = await open();
    await paste(visit, JSON.stringify(items));
    await untilCardSays(visit, "Lamp number 1 is lit");
    await fill(visit, "Article", "Lamp number 10 is lit");
    await untilCardSays(visit, "Lamp number 10 is lit");
  });

  it("lists the articles of a page that has ten, of which none is the page's", async () => {
    const item = Array.from({ length: 10 }, (_, index) => ({
      "@type": "NewsArticle",
      headline: `Lamp number ${index + 1} is lit`,
      url: `https://coastpress.example/lamps/${index + 1}`,
    }));
    const list = JSON.stringify({ "@context": "https://schema.org", "@type": "ItemList", itemListElement: item.map(item => ({ "@type": "ListItem", item })) });
    const visit = await open();
    await paste(visit, `<!doctype html>\n<html lang="en">\n<title>Lamps</title>\n<script type="application/ld+json">${list}</script>\n<h1>Lamps</h1>`);
    await untilCardSays(visit, "Lamp number 1 is lit");
    await fill(visit, "Article", "Lamp number 10 is lit");
    await untilCardSays(visit, "Lamp number 10 is lit");
    assert.match(await visit.evaluate(codeFiles).then(files => JSON.stringify(files)), /Lamp number 10 is lit/);
  });

  it("says how to get a page's source for an address", async () => {
    const visit = await open();
    await paste(visit, "https://herald.example/islands/ferry-sails-again");
    await visit.until(() => /source/i.test(document.getElementById("input")?.innerText ?? ""));
  });

  it("says what to press where the browser refuses the clipboard", async () => {
    const visit = await open();
    await paste(visit, '{ "headline": "The tide table is right" }');
    await untilCardSays(visit, "The tide table is right");
    if (visit.browserName === "chromium") {
      const session = await visit.page.createCDPSession();
      for (const name of ["clipboard-read", "clipboard-write"])
        await session.send("Browser.setPermission", { permission: { name }, setting: "denied", origin: site.origin });
    }
    // The others refuse it where nobody has pressed anything, as a script has not. That a test asks a page something counts as
    // a press in Firefox, for five seconds.
    const told = await visit.evaluate(async pause => {
      const wait = (/** @type {number} */ span) => new Promise(done => setTimeout(done, span));
      const message = () => document.getElementById("message")?.textContent ?? "";
      await wait(pause);
      const all = [];
      for (const words of ["Paste", "Copy"]) {
        const before = message();
        const buttons = [...document.querySelectorAll("button")];
        buttons.find(button => button.textContent?.trim() === words && button.checkVisibility())?.click();
        for (let turn = 0; turn < 50 && message() === before; turn++) await wait(100);
        all.push(message());
      }
      return all;
    }, visit.browserName === "firefox" ? 5500 : 0);
    assert.match(told[0], /does not let this page read the clipboard\. Click into the editor and press/);
    assert.match(told[1], /does not let this page copy\. The text is selected/);
    const [selected, codes] = await visit.evaluate(() => [
      String(getSelection()),
      [...document.querySelectorAll("#take code")].map(code => code.textContent),
    ]);
    assert.ok(selected.trim() && codes.some(code => code?.includes(selected.trim())), selected);
  });

  it("shows the card as to a reader who wants no motion, or has forced colours", async () => {
    const visit = await open();
    await paste(visit, '{ "headline": "The tide table is right", "url": "https://herald.example/tides" }');
    await untilCardSays(visit, "The tide table is right");
    const untilReader = wishes =>
      visit.until(wishes => {
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("#stage iframe"));
        const page = /** @type {Document} */ (frame.contentDocument);
        const view = /** @type {Window & typeof globalThis} */ (frame.contentWindow);
        const link = page.querySelector("article-card")?.shadowRoot?.querySelector("h3 a");
        if (!link) return false;
        const probe = page.body.appendChild(page.createElement("i"));
        probe.style.color = "LinkText";
        const isSystems = view.getComputedStyle(link).color === view.getComputedStyle(probe).color;
        probe.remove();
        const asks = query => view.matchMedia(`(${query})`).matches;
        const seen = [asks("prefers-reduced-motion: reduce"), asks("forced-colors: active"), isSystems];
        return String(seen) === String(wishes);
      }, wishes);
    await untilReader([false, false, false]);
    await fill(visit, "Wants no motion", "yes");
    await untilReader([true, false, false]);
    await fill(visit, "Has forced colours", "yes");
    await untilReader([true, true, true]);
  });

  it("refuses a file that is no text by its name, and takes one that is", async () => {
    const visit = await open();
    await drop(visit, [{ name: "harbour.png", bytes: [137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13] }]);
    await visit.until(() => document.getElementById("message")?.textContent?.includes("harbour.png"));
    await drop(visit, [{ name: "wall.json", bytes: '{ "headline": "Wall opens" }' }]);
    await untilCardSays(visit, "Wall opens");
  });

  it("takes 3 MB, and still answers", { timeout: 60_000 }, async () => {
    const visit = await open();
    const filler = "<p>The harbour is long, and so is this page.</p>\n".repeat(62_000);
    await drop(visit, [{ name: "long.html", bytes: PAGE_SOURCE.replace("</article>", `${filler}</article>`) }]);
    await untilCardSays(visit, "Ferry to the outer islands sails again");
    await paste(visit, '{ "headline": "Short again" }');
    await untilCardSays(visit, "Short again");
  });

  it("loses nothing when it is loaded again, and forgets when it is told to", async () => {
    const visit = await open();
    await paste(visit, '{ "headline": "Kept over the night" }');
    await untilCardSays(visit, "Kept over the night");
    await visit.until(() => localStorage.getItem("article-card-bench")?.includes("Kept over the night"));
    await visit.evaluate(() => {
      document.documentElement.classList.add("before");
      location.reload();
    });
    await visit.until(() => document.documentElement.className === "open");
    await untilCardSays(visit, "Kept over the night");
    await press(visit, "Forget");
    await visit.until(() => localStorage.getItem("article-card-bench") === null);
    await press(visit, "Undo");
    await untilCardSays(visit, "Kept over the night");
  });

  it("works where the browser keeps nothing, and says so once", async () => {
    const blocked = () =>
      Object.defineProperty(Storage.prototype, "setItem", {
        value() {
          throw new DOMException("full", "QuotaExceededError");
        },
      });
    const visit = await open({ before: [blocked] });
    await paste(visit, '{ "headline": "Never kept" }');
    await untilCardSays(visit, "Never kept");
    await visit.until(() => /no room/.test(document.getElementById("message")?.textContent ?? ""));
  });

  it("puts all that is on it into a link, which opens the same elsewhere", async () => {
    const visit = await open();
    await paste(visit, '{ "headline": "Sent to a colleague" }');
    await untilCardSays(visit, "Sent to a colleague");
    await fill(visit, "For", "react");
    await press(visit, "Copy link");
    const hash = await visit.until(() => location.hash.startsWith("#bench=") && location.hash);
    await visit.evaluate(() => localStorage.clear());
    const other = await open({ hash });
    await untilCardSays(other, "Sent to a colleague");
    const target = await other.evaluate(
      () => /** @type {HTMLSelectElement} */ (document.querySelector("#out select")).value,
    );
    assert.equal(target, "react");
  });

  it("says of a damaged link that it is damaged, and shows what it had", async () => {
    const visit = await open({ hash: "#bench=1.AAAA" });
    await visit.until(() => /\w/.test(document.getElementById("message")?.textContent ?? ""));
    await visit.until(() => document.querySelector("#stage iframe") !== null);
  });

  it("says so where a browser cannot run what reads articles", async () => {
    const old = () => {
      if (window === top) Object.defineProperty(window, "Worker", { value: undefined });
    };
    const visit = await open({ before: [old] });
    await visit.until(() => /could not start/.test(document.getElementById("message")?.textContent ?? ""));
    assert.deepEqual(visit.crashes, []);
  });

  it("opens each state of the gallery that the address names", async () => {
    const visit = await open({ hash: "#state=arabic" });
    const text = await untilCardSays(visit, "المدينة القديمة");
    assert.match(text, /\S/);
    assert.equal(await visit.evaluate(() => location.hash), "");
  });

  it("shows the card prerendered, without script and without WebAssembly", { timeout: 60_000 }, async () => {
    const visit = await open();
    await paste(
      visit,
      '{ "headline": "One card, four ways", "url": "https://herald.example/ways", "bullets": ["First point"] }',
    );
    await untilCardSays(visit, "One card, four ways");
    for (const way of ["prerendered", "no-script"]) {
      await visit.evaluate(way => {
        /** @type {HTMLInputElement} */ (document.querySelector(`#controls input[value="${way}"]`)).click();
      }, way);
      await visit.until(
        way => {
          const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("#stage iframe"));
          const isMeant = way === "no-script" ? frame?.hasAttribute("sandbox") : !frame?.hasAttribute("sandbox");
          const card = frame?.contentDocument?.querySelector("article-card");
          return isMeant && card?.shadowRoot?.querySelector("article")?.textContent?.includes("First point");
        },
        way,
      );
    }
    await visit.evaluate(() =>
      /** @type {HTMLInputElement} */ (document.querySelector('#controls input[value="no-wasm"]')).click(),
    );
    await visit.until(() => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("#stage iframe"));
      const card = frame?.contentDocument?.querySelector("article-card");
      const link = card?.querySelector("a");
      return !frame?.hasAttribute("sandbox") && card?.matches(":state(error)") && link?.checkVisibility();
    });
  });

  it("shows three widths at once, in which every card has room", async () => {
    const visit = await open();
    await press(visit, "Three at once: 280, 480, 900");
    await visit.until(() => document.querySelectorAll("#stage iframe").length === 3);
    // A card that is out of sight waits for its reader, as on any page.
    for (const index of [0, 1, 2])
      await visit.until(index => {
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelectorAll("#stage iframe")[index]);
        frame?.scrollIntoView({ inline: "center", block: "nearest" });
        const card = frame?.contentDocument?.querySelector("article-card");
        return Boolean(card?.shadowRoot?.querySelector("article"));
      }, index);
    const widths = await visit.evaluate(() =>
      [.../** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll("#stage iframe"))].map(
        frame => frame.clientWidth,
      ),
    );
    assert.deepEqual(widths, [280, 480, 900]);
    const isWithin = await visit.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(isWithin);
  });

  it("says whether a host's policy allows the card", async () => {
    const visit = await open();
    await paste(visit, '{ "headline": "Allowed or not" }');
    await untilCardSays(visit, "Allowed or not");
    await visit.evaluate(() => {
      const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("#out textarea"));
      field.value = "default-src 'self'";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await visit.until(() => /Missing/.test(document.querySelector("#out .host")?.textContent ?? ""));
    await visit.evaluate(() => {
      const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("#out textarea"));
      field.value = "default-src https: 'wasm-unsafe-eval'";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await visit.until(() => !/Missing/.test(document.querySelector("#out .host")?.textContent ?? ""));
  });

  it("can be walked through by the keyboard, and out of the editor again", { timeout: 60_000 }, async () => {
    const visit = await open();
    await visit.evaluate(() => {
      /** @type {any} */ (window).walked = new Set();
      document.addEventListener("focusin", ({ target }) =>
        /** @type {any} */ (window).walked.add(/** @type {Element} */ (target).closest("section, header, footer")?.id ?? ""),
      );
    });
    for (let step = 0; step < 160; step += 1) {
      await visit.page.keyboard.press("Tab");
      const isThrough = await visit.evaluate(() =>
        ["sharing", "article", "show", "understood", "look", "take"].every(id =>
          id === "sharing" || /** @type {any} */ (window).walked.has(id),
        ),
      );
      if (isThrough) return;
    }
    assert.fail(String(await visit.evaluate(() => [.../** @type {any} */ (window).walked])));
  });

  // Only Chromium tells how far things have moved.
  if (stage.name === "chromium")
    for (const width of [390, 1280])
      it(`moves nothing while it opens, at ${width} pixels`, async () => {
        const visit = await open({ viewport: { width, height: 900 } });
        await untilCardSays(visit, "Meta accused");
        await visit.evaluate(() => new Promise(done => setTimeout(() => done(true), 500)));
        const shifts = await visit.evaluate(
          () =>
            new Promise(done => {
              new PerformanceObserver(list => done(list.getEntries().map(({ value }) => value))).observe({
                type: "layout-shift",
                buffered: true,
              });
              setTimeout(() => done([]), 500);
            }),
        );
        assert.deepEqual(shifts, []);
      });

  it("shows the whole card on a phone, also of a state that the gallery has sent", async () => {
    const visit = await open({ hash: "#state=arabic", viewport: { width: 390, height: 844 } });
    await untilCardSays(visit, "المدينة القديمة");
    const { right, left } = await visit.evaluate(() => {
      const { right, left } = /** @type {Element} */ (document.querySelector("#stage iframe")).getBoundingClientRect();
      return { right, left };
    });
    assert.ok(left >= 0 && right <= 390, `${left}–${right}`);
  });

  for (const scheme of ["light", "dark"])
    for (const width of [390, 1280])
      it(`has no violation that axe knows, ${scheme} at ${width} pixels`, { timeout: 60_000 }, async () => {
        const visit = await open({ viewport: { width, height: 900 } });
        await paste(visit, PAGE_SOURCE);
        await untilCardSays(visit, "Ferry to the outer islands");
        await visit.evaluate(scheme => document.documentElement.style.setProperty("color-scheme", scheme), scheme);
        await visit.drawn();
        await visit.evaluate(AXE);
        const violations = await visit.evaluate(async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const found = await /** @type {any} */ (window).axe.run(document, {
            runOnly: { type: "tag", values: tags },
            iframes: false,
          });
          return found.violations.map(
            ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`)}`,
          );
        });
        assert.deepEqual(violations, []);
        const isWithin = await visit.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
        assert.ok(isWithin, "it scrolls sideways");
      });
});

inBrowsers("The workbench, for who reads without scripts", stage => {
  let site;
  before(async () => {
    site = await startWorkbench();
  });
  after(() => site.close());

  it("says what it needs, and leads to the gallery", async () => {
    const visit = await stage.open({ kit: null, url: `${site.origin}/somewhere/below/index.html` });
    const words = await visit.page.$eval("#trouble", node => node.textContent);
    assert.match(words, /gallery/);
  });
}, { scripts: false });
