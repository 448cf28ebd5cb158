// Readers differ: some use the keyboard, some their own colours, some cannot bear motion, some print.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief, everything } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers } from "./harness/suite.js";

const article = stage => ({
  ...everything(stage.publisher.picture()),
  updated: new Date(Date.now() - 7_300_000).toISOString(),
});
const background = visit =>
  visit.evaluate(() => {
    for (
      let node = document.querySelector("article-card").shadowRoot.querySelector("[part~=headline]");
      node;
      node = node.parentNode ?? node.host
    ) {
      const colour = node instanceof Element ? getComputedStyle(node).backgroundColor : "transparent";
      if (!/rgba\(.*, 0\)|transparent/.test(colour)) return colour;
    }
    return null;
  });
const bright = colour => {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
  return red + green + blue > 500;
};

inBrowsers("A reader with a keyboard", stage => {
  it("meets every control once, in reading order, each with a visible ring", async () => {
    const visit = await stage.open({
      body: `<button id="before">Before</button>${embed(article(stage), { id: "card" })}<button id="after">After</button>`,
    });
    await visit.settled();
    await visit.page.focus("#before");
    const met = [];
    for (let step = 0; step < 40; step++) {
      await visit.page.keyboard.press("Tab");
      const found = await visit.evaluate(() => {
        const node = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
        const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(node);
        return {
          id: node.id,
          name: node.innerText?.trim().split("\n")[0] ?? "",
          tag: node.localName,
          ring:
            (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor)) ||
            boxShadow !== "none",
        };
      });
      if (found.id === "after") break;
      met.push(found);
    }
    const names = met.map(({ name, tag }) => (tag === "time" ? "time" : name));
    assert.deepEqual(names, [
      "Arab News",
      everything().headline,
      "A Sponsor",
      "Ada Reporter",
      "time",
      "arab.news/meta1",
      "Copy link",
      "Follow",
      "A lawsuit in California",
      "What an inbox API is",
    ]);
    assert.deepEqual(
      met.filter(({ ring }) => !ring),
      [],
    );
  });
});

inBrowsers(
  "A reader who likes dark pages",
  stage => {
    it("finds no black card on a white page", async () => {
      const visit = await stage.open({ body: embed(brief()) });
      await visit.settled();
      assert.equal(await visit.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches), true);
      assert.equal(bright((await background(visit)) ?? "rgb(255, 255, 255)"), true);
    });

    it("finds a dark card on a page that is dark for them", async () => {
      const visit = await stage.open({ body: embed(brief()), head: '<meta name="color-scheme" content="light dark">' });
      await visit.settled();
      assert.equal(bright(await background(visit)), false);
    });
  },
  { taste: "dark" },
);

inBrowsers(
  "A reader who cannot bear motion",
  stage => {
    it("sees none", async () => {
      const visit = await stage.open({ body: embed(article(stage)) });
      await visit.settled();
      assert.equal(await visit.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches), true);
      await (await visit.inside("button.copy")).click();
      await (await visit.inside("time")).hover();
      const moving = await visit.evaluate(
        () =>
          [...document.querySelector("article-card").shadowRoot.querySelectorAll("*")]
            .flatMap(node => ["", "::before", "::after"].map(pseudo => getComputedStyle(node, pseudo || null)))
            .filter(style =>
              [
                ...style.transitionDuration.split(","),
                ...(style.animationName === "none" ? [] : style.animationDuration.split(",")),
              ].some(duration => parseFloat(duration) > 0.05),
            ).length,
      );
      assert.equal(moving, 0);
      assert.equal(await visit.evaluate(() => document.getAnimations().length), 0);
    });
  },
  { taste: "still" },
);

inBrowsers(
  "A reader with colours of their own",
  stage => {
    it("can tell text, buttons and focus apart", async () => {
      const visit = await stage.open({ body: embed(article(stage), { id: "card" }) });
      await visit.settled();
      assert.equal(await visit.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
      const found = await visit.evaluate(() => {
        const root = document.querySelector("#card").shadowRoot,
          style = part => getComputedStyle(root.querySelector(part));
        const canvas = Object.assign(document.createElement("p"), { style: "color:CanvasText;background:Canvas" });
        document.body.append(canvas);
        const { color, backgroundColor } = getComputedStyle(canvas);
        root.querySelector("button.copy").focus();
        return {
          ink: [color, style("[part~=standfirst]").color, style("[part~=bullet]").color],
          paper: backgroundColor,
          border: [style("button.copy").borderTopStyle, parseFloat(style("button.copy").borderTopWidth) > 0],
          status: [style(".status").color, style(".status").backgroundColor],
        };
      });
      assert.equal(new Set(found.ink).size, 1, JSON.stringify(found));
      assert.notEqual(found.ink[0], found.paper);
      assert.deepEqual(found.border, ["solid", true], "a button is seen to be one");
      assert.notEqual(found.status[0], found.status[1]);
    });
  },
  { taste: "forced" },
);

// Only Chromium shows what a page looks like on paper to a test; the rules are the same for Firefox.
inBrowsers(
  "A reader who prints",
  stage => {
    it("gets dark words on white paper, the full date and no buttons", async () => {
      const visit = await stage.open({ body: embed(article(stage), { theme: "dark" }) });
      await visit.settled();
      await visit.page.emulateMediaType("print");
      const found = await visit.evaluate(() => {
        const root = document.querySelector("article-card").shadowRoot,
          node = part => root.querySelector(part);
        const full = node("time .full").getBoundingClientRect();
        return {
          ink: getComputedStyle(node("[part~=headline]")).color,
          buttons: [node("button.copy"), node("[part~=follow]")].map(button => button.checkVisibility()),
          full: [full.width > 60, full.height > 8],
          headline: node("[part~=headline]").checkVisibility(),
        };
      });
      assert.deepEqual(
        [bright(found.ink), found.buttons, found.full, found.headline],
        [false, [false, false], [true, true], true],
      );
      assert.equal(bright((await background(visit)) ?? "rgb(255, 255, 255)"), true);
    });
  },
);
