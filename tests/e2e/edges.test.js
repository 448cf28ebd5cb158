// What stands at a card's edge is seen whole: the ring around what has the focus, and the bubble with the full date.
import assert from "node:assert/strict";
import { it } from "node:test";
import { embed } from "./harness/page.js";
import { inBrowsers } from "./harness/suite.js";

/** Nothing else on the page has this colour. */
const RING = [255, 0, 255];
const STYLE = `<style>
  body { margin: 0; padding: 24px; }
  article-card { --article-card-focus: rgb(${RING}); margin-block-end: 24px; }
</style>`;

const article = (picture, given = {}) => ({
  headline: "Lock reopens",
  url: "https://news.example/lock",
  shortUrl: "https://ne.ws/lock",
  updated: new Date(Date.now() - 2 * 3_600_000).toISOString().replace("Z", "+00:00"),
  follow: {},
  bullets: ["The lock has two new gates"],
  image: { url: picture, alt: "A lock", width: 900, height: 300 },
  related: [
    { headline: "The old gates", url: "https://news.example/gates" },
    { headline: "Who opens a lock", url: "https://news.example/opens", published: "2024-04-03T10:00:00+00:00" },
  ],
  ...given,
});

/** Runs in the page: on which sides of a box there is nothing of a colour, just outside of it. */
async function missing(picture, { x, y, width, height }, colour) {
  const image = new Image();
  image.src = picture;
  await image.decode();
  const context = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height }).getContext("2d");
  context.drawImage(image, 0, 0);
  // The ring is two pixels wide, and two from what it is around.
  const strips = {
    top: [x, y - 4, width, 4],
    bottom: [x, y + height, width, 4],
    left: [x - 4, y, 4, height],
    right: [x + width, y, 4, height],
  };
  return Object.keys(strips).filter(side => {
    const [left, top, wide, high] = strips[side].map(Math.round);
    const { data } = context.getImageData(left, top, Math.max(wide, 1), Math.max(high, 1));
    for (let at = 0; at < data.length; at += 4)
      if (colour.every((value, channel) => Math.abs(data[at + channel] - value) < 40)) return false;
    return true;
  });
}

inBrowsers("What is at the edge of a card", stage => {
  const ways = ["standard", "compact", "hero"].flatMap(layout => [
    { layout, theme: "light", width: 320 },
    { layout, theme: "dark", width: 800, dir: "rtl" },
  ]);
  for (const { width, ...attributes } of ways) {
    it(`is not cut off: the ring around the focus, ${Object.values(attributes).join(", ")}, ${width} pixels wide`, async () => {
      // Without a picture the headline is first, near the edge.
      const card = embed(article(null), { id: "card", ...attributes });
      const visit = await stage.open({ head: STYLE, body: `<main style="width:${width}px">${card}</main>`, viewport: { width: width + 80, height: 1000 } });
      await visit.settled();
      // Whoever uses the keyboard sees where they are.
      await visit.page.keyboard.press("Tab");
      const count = await visit.evaluate(() => {
        const all = [...document.querySelector("#card").shadowRoot.querySelectorAll("a[href]:not([tabindex='-1']), button, [tabindex='0']")];
        window.stops = all.filter((stop, index) => !index || index > all.length - 3 || !stop.matches("a"));
        return window.stops.length;
      });
      assert.ok(count >= 2, `${count}`);
      for (let at = 0; at < count; at++) {
        const { name, box, isTime, isInside } = await visit.evaluate(index => {
          const stop = window.stops[index];
          stop.focus();
          const { x, y, width: wide, height } = stop.getBoundingClientRect();
          const edge = document.querySelector("#card").getBoundingClientRect();
          return {
            name: stop.textContent,
            box: { x, y, width: wide, height },
            isTime: stop.localName === "time",
            isInside: x - 4 >= edge.left && y - 4 >= edge.top && x + wide + 4 <= edge.right && y + height + 4 <= edge.bottom,
          };
        }, at);
        assert.ok(isInside, `${name}: ${JSON.stringify(box)}`);
        // WebKit's driver takes no picture of a page that no graphics card has drawn.
        if (!visit.page.screenshot) continue;
        await visit.drawn();
        const picture = `data:image/png;base64,${await visit.page.screenshot({ encoding: "base64" })}`;
        // The bubble stands on the time, and on the ring there.
        assert.deepEqual(await visit.evaluate(missing, picture, box, RING), isTime ? ["top"] : [], name);
      }
    });
  }

  it("is not cut off: the bubble with the full date, under the shortest headline", async () => {
    const timed = layout =>
      embed(article(stage.publisher.picture(), { headline: "Lock", image: layout === "hero" ? undefined : null, related: [] }), { layout });
    const cards = ["standard", "compact", "hero"].map(timed).join("");
    const visit = await stage.open({
      head: STYLE,
      body: [220, 320, 800].map(width => `<main style="width:${width}px">${cards}</main>`).join(""),
      viewport: { width: 1000, height: 6000 },
    });
    await visit.settled();
    const found = await visit.evaluate(async () => {
      const cut = [];
      const cards = [...document.querySelectorAll("article-card")];
      for (const card of cards) {
        const time = card.shadowRoot.querySelector("time[tabindex]");
        time.focus();
        await new Promise(requestAnimationFrame);
        const bubble = time.querySelector(".full");
        // Its words, that is: on the narrowest card there is no room for all of the space around them.
        const words = document.createRange();
        words.selectNodeContents(bubble);
        const [inner, outer] = [words, card].map(node => node.getBoundingClientRect());
        const isWhole = inner.top >= outer.top - 2 && inner.left >= outer.left && inner.right <= outer.right && inner.bottom <= outer.bottom;
        if (getComputedStyle(bubble).clipPath !== "none" || !inner.height) cut.push("not shown");
        else if (!isWhole) cut.push(`${card.getAttribute("layout")} ${outer.width}: ${inner.top - outer.top}`);
      }
      return { count: cards.length, cut };
    });
    assert.deepEqual(found, { count: 9, cut: [] });
  });
});
