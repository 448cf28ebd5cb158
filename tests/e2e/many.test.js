// A front page: hundreds of cards share one download, one style sheet and one clock.
import assert from "node:assert/strict";
import { it } from "node:test";
import { meta } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers } from "./harness/suite.js";
import { watchTimers } from "./harness/watch.js";

const MANY = 500;

inBrowsers("A page with five hundred cards", stage => {
  const cards = attributes =>
    Array.from({ length: MANY }, (_, index) =>
      embed(
        {
          ...meta(stage.publisher.picture()),
          id: `story-${index}`,
          headline: `Story ${index}`,
          image: null,
          updated: new Date(Date.now() - (index + 1) * 600_000).toISOString(),
        },
        { id: `card-${index}`, ...attributes },
      ),
    ).join("");
  const allReady = visit =>
    visit.until(count => document.querySelectorAll("article-card:state(ready)").length === count, MANY);
  const once = visit =>
    assert.deepEqual(
      ["loader", "css", "glue", "wasm"].map(part => visit.kit.count(part)),
      [1, 1, 1, 1],
    );

  it("makes one request each for loader, glue and WebAssembly", async () => {
    const visit = await stage.open({ body: cards({ loading: "eager" }), before: [watchTimers] });
    await allReady(visit);
    once(visit);
    const found = await visit.evaluate(() => {
      const all = [...document.querySelectorAll("article-card")];
      return {
        headlines: all.map(card => card.shadowRoot.querySelector("[part~=headline]").textContent),
        sheets: new Set(all.flatMap(card => [...card.shadowRoot.adoptedStyleSheets])).size,
        tags: all.flatMap(card => [...card.shadowRoot.querySelectorAll("style, link")]).length,
        events: window.seen.events.filter(event => event.name === "ready").length,
        errors: window.seen.errors,
      };
    });
    assert.deepEqual(found, {
      headlines: Array.from({ length: MANY }, (_, index) => `Story ${index}`),
      sheets: 1,
      tags: 0,
      events: MANY,
      errors: [],
    });
    await visit.until(() => [...window.timers.waiting.values()].filter(delay => delay !== 1000).length === 1);
  });

  it("draws them as a reader scrolls", async () => {
    const visit = await stage.open({ body: cards({}) });
    await visit.settled("#card-0");
    assert.ok(
      (await visit.evaluate(() => document.querySelectorAll("article-card:state(ready)").length)) < MANY / 2,
      "those far down wait",
    );
    await visit.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      for (let y = 0; y < document.documentElement.scrollHeight; y += 700) {
        scrollTo(0, y);
        await frame();
        await frame();
      }
      scrollTo(0, document.documentElement.scrollHeight);
    });
    await allReady(visit);
    once(visit);
    assert.deepEqual(visit.messages("error").concat(visit.messages("warn")), []);
  });
});

inBrowsers("A page of cards that are all built differently", stage => {
  it("gives each the words of its own article, whichever was drawn before it", async () => {
    const bullets = Array.from({ length: 10 }, (_, at) => `Bullet ${at}`);
    const related = Array.from({ length: 7 }, (_, at) => ({ headline: `Story ${at}`, url: `https://news.example/${at}` }));
    // Twice, so that those of which more were drawn than are kept come again.
    const articles = [0, 1].flatMap(time =>
      bullets.flatMap((_, many) =>
        related.map((_, few) => ({
          headline: `A\u0000 “headline”\n ${time} ${many} ${few}`,
          url: `https://news.example/${time}/${many}/${few}`,
          bullets: bullets.slice(0, many).map(bullet => `${bullet} of ${time} ${many} ${few}`),
          related: related.slice(0, few),
        })),
      ),
    );
    const visit = await stage.open({ body: articles.map(article => embed(article, { loading: "eager" })).join("") });
    await visit.until(count => document.querySelectorAll("article-card:state(ready)").length === count, articles.length);
    const drawn = await visit.evaluate(() =>
      [...document.querySelectorAll("article-card")].map(({ shadowRoot }) => {
        const all = part => [...shadowRoot.querySelectorAll(part)];
        const link = all("[part~=headline] a")[0];
        return {
          headline: link.textContent,
          url: link.href,
          bullets: all("[part~=bullet]").map(({ textContent }) => textContent),
          related: all("[part~=related-item] a").map(({ textContent, href }) => ({ headline: textContent, url: href })),
        };
      }),
    );
    assert.deepEqual(
      drawn,
      articles.map(article => ({ ...article, headline: article.headline.replace("\0", "").replace("\n ", " ") })),
    );
  });
});
