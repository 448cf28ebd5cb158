// The gallery that Trunk builds: every state drawn, accessible in light and dark, and within its width in both directions.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, it } from "node:test";
import { SITE, startSite } from "./harness/servers.js";
import { inBrowsers } from "./harness/suite.js";
import { refuseLargeInstances } from "./harness/watch.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGE = "gallery.html";
const WIDTHS = [280, 360, 640, 900];

/** Runs in the page: texts and pictures that reach beyond their card, and boxes whose content is cut off at the side. */
function spills() {
  const found = [];
  for (const card of document.querySelectorAll("article-card")) {
    const article = card.shadowRoot?.querySelector("article");
    if (!article) continue;
    const { left, right, width } = card.getBoundingClientRect(),
      name = card.closest(".state").id;
    if (width < 200) found.push(`${name}: the card is ${width} px wide`);
    for (const node of article.querySelectorAll("*")) {
      // What only screen readers are given lies clipped in a corner.
      if (!node.checkVisibility() || node.closest(".spoken, .full") || node.matches(".cover")) continue;
      const own = [...node.childNodes].filter(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
      const boxes = own.flatMap(text => {
        const range = document.createRange();
        range.selectNodeContents(text);
        return [...range.getClientRects()];
      });
      if (node.matches("img, button")) boxes.push(node.getBoundingClientRect());
      for (const box of boxes)
        if (box.left < left - 1 || box.right > right + 1)
          found.push(
            `${name}: ${node.localName}.${node.className} ${Math.round(box.left)}–${Math.round(box.right)} of ${Math.round(left)}–${Math.round(right)}`,
          );
      if (
        getComputedStyle(node).overflowX !== "visible" &&
        !node.matches("img") &&
        node.scrollWidth > node.clientWidth + 1
      )
        found.push(`${name}: ${node.localName}.${node.className} is cut at the side`);
    }
  }
  return [...new Set(found)];
}

/** Runs in the page: by WCAG's formula, how far the words of origins and media stand out from what is behind them. */
function contrasts() {
  const channels = colour => colour.match(/[\d.]+/g).map(Number);
  const luminance = colour => {
    const [red, green, blue] = channels(colour).map(value =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = node => {
    for (let above = node; above; above = above.parentElement) {
      const { backgroundColor } = getComputedStyle(above);
      if ((channels(backgroundColor)[3] ?? 1) === 1) return backgroundColor;
    }
    throw new Error("nothing is behind it");
  };
  return [...document.querySelectorAll("article-card")].flatMap(card =>
    [...(card.shadowRoot?.querySelectorAll(".origin, .media") ?? [])].map(node => {
      const shades = [getComputedStyle(node).color, behind(node)].map(luminance);
      return {
        state: card.closest(".state").id,
        text: node.innerText,
        contrast: (Math.max(...shades) + 0.05) / (Math.min(...shades) + 0.05),
      };
    }),
  );
}

inBrowsers("The gallery", stage => {
  let site;
  before(async () => {
    site = await startSite(SITE);
  });
  after(() => site.close());

  /** Opens the gallery with choices as its address holds them, and waits for every card. */
  async function open(choices = {}, viewport = { width: 1500, height: 1000 }, before = []) {
    const visit = await stage.open({
      kit: null,
      before,
      url: `${site.origin}/${PAGE}#${new URLSearchParams(choices)}`,
      viewport,
    });
    await visit.until(() => {
      const places = [...document.querySelectorAll(".stage")];
      return places.length > 0 && places.every(place => place.querySelector("article-card, iframe"));
    });
    await visit.evaluate(() =>
      document.querySelectorAll("article-card").forEach(card => card.setAttribute("loading", "eager")),
    );
    await visit.settled();
    return visit;
  }
  const choose = async (visit, choices) => {
    await visit.evaluate(hash => {
      location.hash = hash;
    }, new URLSearchParams(choices).toString());
    const { layout = "standard" } = choices;
    await visit.until(
      wanted =>
        [...document.querySelectorAll("article-card")].every(
          card =>
            !card.matches(":state(ready)") || card.shadowRoot.querySelector(`article.${wanted}, article.withdrawn`),
        ),
      layout,
    );
    await visit.drawn();
  };

  it("draws every state but the broken one, whose own words stay", async () => {
    const visit = await open();
    const states = await visit.evaluate(() =>
      [...document.querySelectorAll("article-card")].map(card => [
        card.closest(".state").id,
        card.matches(":state(error)") ? "error" : card.matches(":state(ready)") ? "ready" : "waiting",
      ]),
    );
    assert.ok(states.length >= 20, `${states.length} cards`);
    assert.deepEqual(
      states.filter(([, state]) => state !== "ready"),
      [["cut-in-half", "error"]],
    );
    const broken = await visit.page.$eval(
      "#cut-in-half article-card a",
      link => link.checkVisibility() && link.innerText,
    );
    assert.match(broken, /\w/);
    assert.equal(visit.messages("error").length, 1);
    assert.match(visit.messages("error")[0], /json-syntax/);
  });

  it("draws where a browser makes no large instance at once, by the reader too", async () => {
    const visit = await open({}, undefined, [refuseLargeInstances]);
    const ready = await visit.evaluate(() => document.querySelectorAll("article-card:state(ready)").length);
    assert.ok(ready >= 20, `${ready} cards`);
    assert.ok(visit.requests.some(address => address.endsWith("/article-card-reader_bg.wasm")));
  });

  it("has the states that the newsroom asked for", async () => {
    const visit = await open();
    const text = (
      await visit.evaluate(() =>
        [...document.querySelectorAll(".state h3")]
          .map(title => title.innerText)
          .concat([...document.querySelectorAll(".state")].map(state => state.id))
          .join(" "),
      )
    ).toLowerCase();
    for (const state of [
      "minimal",
      "no picture",
      "long words",
      "arabic",
      "hebrew",
      "mixed",
      "live",
      "paid",
      "sponsored",
      "corrected",
      "old",
      "minutes ago",
      "json-ld",
      "ninjs",
      "withheld ninjs",
      "made with ai",
      "altered picture",
      "video without picture",
      "audio",
      "picture gallery",
      "portraits",
      "reading time",
      "hidden-all",
      "broken json",
      "no script",
      "seed-meta-netflix",
      "seed-gaza-access",
    ]) {
      assert.ok(text.includes(state) || text.includes(state.replace(/ /g, "-")), `${state} in ${text}`);
    }
  });

  for (const choices of [
    { page: "light" },
    { page: "dark", json: "all" },
    { page: "light", theme: "dark", layout: "hero", width: 900 },
    { page: "dark", theme: "light", layout: "compact", width: 280, dir: "rtl" },
  ]) {
    it(
      `has no violation that axe knows, with ${Object.entries(choices).map(pair => pair.join(" "))}`,
      { timeout: 60_000 },
      async () => {
        const visit = await open(choices);
        await choose(visit, choices);
        await visit.evaluate(AXE);
        // The frame of the card without script can run no script of axe's either.
        const result = await visit.evaluate(() =>
          window.axe.run(document, { iframes: false }).then(({ violations, passes }) => ({
            passes: passes.length,
            cards: new Set(
              passes.flatMap(({ nodes }) =>
                nodes.filter(({ target }) => Array.isArray(target[0])).map(({ target }) => target[0][0]),
              ),
            ).size,
            violations: violations.map(
              ({ id, nodes }) =>
                `${id}: ${nodes
                  .slice(0, 3)
                  .map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary}`)
                  .join("; ")}`,
            ),
          })),
        );
        assert.deepEqual(result.violations, []);
        assert.ok(
          result.passes > 15 && result.cards >= 20,
          `axe looked into ${result.cards} cards with ${result.passes} rules`,
        );
      },
    );
  }

  it(
    "keeps every card within its width, from a sidebar to a column, in both directions and all layouts",
    { timeout: 90_000 },
    async () => {
      const visit = await open();
      for (const width of WIDTHS) {
        for (const dir of ["auto", "ltr", "rtl"]) {
          for (const layout of ["standard", "compact", "hero"]) {
            await choose(visit, { width, dir, layout });
            assert.deepEqual(await visit.evaluate(spills), [], `${layout} at ${width} px, ${dir}`);
          }
        }
      }
    },
  );

  it("says what AI has made, and what there is to watch, in words that stand out", async () => {
    for (const page of ["light", "dark"]) {
      const visit = await open({ page });
      for (const layout of ["standard", "compact", "hero"]) {
        await choose(visit, { page, layout });
        const found = await visit.evaluate(contrasts);
        assert.ok(found.length >= 9, `${found.length} labels`);
        for (const { state, text, contrast } of found)
          assert.ok(contrast >= 4.5, `${state}, ${page}, ${layout}: ${text} has ${contrast}`);
      }
    }
  });

  it("fits a phone", async () => {
    for (const width of [320, 360]) {
      const visit = await open({ width: 280 }, { width, height: 700 });
      assert.ok(await visit.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `at ${width} px`);
      assert.deepEqual(await visit.evaluate(spills), []);
    }
  });

  it("sets its cards with the controls, as a designer would", async () => {
    const visit = await open();
    await visit.page.click("input[name=layout][value=compact] + span, label:has(input[value=compact])");
    await visit.until(
      () =>
        document.querySelector("#seed-meta-netflix article-card").shadowRoot.querySelector("article.compact") !== null,
    );
    await visit.evaluate(() => {
      const range = document.querySelector("input[name=width]");
      range.value = 640;
      range.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await visit.until(
      () => Math.abs(document.querySelector("#seed-meta-netflix article-card").getBoundingClientRect().width - 640) < 3,
    );
    await visit.evaluate(() => {
      const select = document.querySelector("select[name=dir]");
      select.value = "rtl";
      select.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await visit.until(
      () =>
        document.querySelector("#seed-meta-netflix article-card").shadowRoot.querySelector("article[dir=rtl]") !== null,
    );
    await visit.until(() => location.hash === "#layout=compact&width=640&dir=rtl");
  });

  /** The ids of the states that are shown. */
  const shown = visit =>
    visit.evaluate(() =>
      [...document.querySelectorAll(".state")].filter(state => state.checkVisibility()).map(state => state.id),
    );
  const found = visit => visit.evaluate(() => document.querySelector(".found [role=status]").textContent);
  const seek = (visit, words) =>
    visit.evaluate(text => {
      const field = document.querySelector("input[name=q]");
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, words);

  it("finds states by their words and by their JSON, and says how many", async () => {
    const visit = await open();
    const all = await shown(visit);
    assert.equal(await found(visit), `${all.length} states`);
    await seek(visit, "WITHHELD agency");
    assert.deepEqual([await shown(visit), await found(visit)], [["ninjs-withheld"], `1 of ${all.length} states`]);
    // In the group’s title and the JSON alone.
    await seek(visit, "made has harbour-trees");
    assert.deepEqual(await shown(visit), ["altered-picture"]);
    await seek(visit, "parts left out");
    assert.deepEqual(await shown(visit), ["hidden-half", "hidden-picture", "hidden-all"]);
    await seek(visit, "no such words");
    assert.deepEqual([await shown(visit), await found(visit)], [[], "Nothing found."]);
    await visit.page.click(".alone");
    assert.deepEqual(await shown(visit), all);
    assert.equal(await visit.evaluate(() => location.hash), "");
  });

  it("shows a state alone, by its address too, and a group’s place", async () => {
    const visit = await open({ only: "arabic,hebrew", layout: "hero" });
    assert.deepEqual(await shown(visit), ["arabic", "hebrew"]);
    await visit.evaluate(() => document.querySelector("#hebrew .actions a:last-child").click());
    assert.deepEqual(await shown(visit), ["hebrew"]);
    assert.equal(await visit.evaluate(() => location.hash), "#only=hebrew&layout=hero");
    await visit.evaluate(() => history.back());
    await visit.until(() => document.querySelector("#arabic").checkVisibility());
    await visit.page.click(".alone");
    assert.ok((await shown(visit)).length > 40);
    await visit.evaluate(() => document.querySelector('.groups a[href="#trouble"]').click());
    assert.equal(await visit.evaluate(() => document.activeElement.textContent), "Trouble");
  });

  it("has the JSON of a state beside its card, filled, and a way to the bench", async () => {
    const visit = await open({ width: 360 });
    const { json, boxes, pressed, bench } = await visit.evaluate(() => {
      const state = document.querySelector("#live");
      const button = state.querySelector(".actions button");
      button.click();
      const element = state.querySelector(".json");
      return {
        json: element.textContent,
        boxes: [element.getBoundingClientRect().left, state.querySelector(".stage").getBoundingClientRect().right],
        pressed: button.getAttribute("aria-pressed"),
        bench: state.querySelector(".actions a").getAttribute("href"),
      };
    });
    assert.equal(pressed, "true");
    assert.ok(boxes[0] > boxes[1], `beside the card: ${boxes}`);
    const { publisher, updated } = JSON.parse(json);
    assert.ok(publisher.logo.startsWith(`${site.origin}/fixtures/`), publisher.logo);
    assert.ok(Math.abs(Date.now() - Date.parse(updated)) < 3_600_000, updated);
    assert.equal(bench, "index.html#state=live");
    await visit.evaluate(() => [...document.querySelectorAll(".buttons button")][0].click());
    const shownJson = () => [...document.querySelectorAll(".json")].filter(json => json.checkVisibility()).length;
    const articles = await visit.evaluate(() => document.querySelectorAll(".stage[data-fixture]").length);
    assert.equal(await visit.evaluate(shownJson), articles);
    await visit.page.click(".buttons [type=reset]");
    assert.equal(await visit.evaluate(shownJson), 0);
  });

  it("has the first card on a phone’s first screen, and its settings folded", async () => {
    const visit = await open({}, { width: 390, height: 844 });
    const { top, isOpen } = await visit.evaluate(() => ({
      top: document.querySelector("article-card").getBoundingClientRect().top,
      isOpen: document.querySelector(".settings").open,
    }));
    assert.ok(top < 560, `the first card begins at ${top} px`);
    assert.equal(isOpen, false);
  });
});
