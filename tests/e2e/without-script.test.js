// A prerendered card is complete where no script runs: texts, links, pictures and dates, in its own style.
import assert from "node:assert/strict";
import { it } from "node:test";
import { fixtures, renderings } from "./harness/prerendered.js";
import { inBrowsers } from "./harness/suite.js";

/** Articles that give no card, and one whose picture is nowhere. */
const CUT = "cut-in-half";
const LOST = "broken-picture";

/** Runs in the page: what a reader has of each card. */
const read = () =>
  [...document.querySelectorAll("section")].map(section => {
    const card = section.querySelector("article-card"),
      article = card.shadowRoot?.querySelector("article"),
      headline = article?.querySelector("[part~=headline], [part~=notice]"),
      json = card.querySelector("script").textContent;
    const box = node => node.getBoundingClientRect().height;
    return {
      name: section.id,
      json,
      isShown: Boolean(headline?.checkVisibility() && box(headline) > 10),
      isStyled: getComputedStyle(headline).marginTop === "0px",
      text: article.textContent.replace(/\s+/g, " "),
      links: [...article.querySelectorAll("a")].map(link => link.href),
      pictures: [...article.querySelectorAll("img")].map(image => image.complete && image.naturalWidth > 0),
      times: [...article.querySelectorAll(".timestamp time")].map(time => [time.dateTime, time.innerText.trim()]),
      heights: [box(card), box(article)].map(Math.round),
      place: getComputedStyle(card).minHeight,
      hidden: [...card.querySelectorAll("a, ul, p")].filter(node => node.checkVisibility() && box(node)).length,
    };
  });

/** The texts of an article that every standard card shows. */
const texts = ({ headline, kicker, standfirst, bullets = [], image, dateline, byline = [], related = [], correction }) => [
  headline,
  kicker,
  standfirst,
  ...bullets,
  image?.caption,
  image?.credit,
  dateline,
  ...byline.map(({ name }) => name),
  ...related.map(story => story.headline),
  correction?.text,
];

for (const [style, more] of [
  ["inline", {}],
  ["nonce", { nonce: "a" }],
]) {
  inBrowsers(
    `A prerendered card with its style ${style}`,
    stage => {
      it("is complete without a script", async () => {
        const articles = fixtures(stage.publisher.origin).filter(({ name }) => name !== CUT);
        const cards = renderings(
          articles.map(({ text }) => text),
          { style, ...more },
        );
        const body = articles.map(({ name }, at) => `<section id="${name}">${cards[at].html}</section>`).join("");
        const visit = await stage.open({ body });
        await visit
          .until(
            lost =>
              [...document.querySelectorAll(`section:not(#${lost}) article-card`)].every(card =>
                [...card.shadowRoot.querySelectorAll("img")].every(image => image.naturalWidth > 0),
              ),
            LOST,
          )
          .catch(() => {});
        const found = await visit.evaluate(read);
        assert.equal(found.length, articles.length);
        for (const { name, json, ...card } of found) {
          const article = JSON.parse(json);
          const missing = texts(article).filter(text => text && !card.text.includes(text.replace(/\s+/g, " ")));
          if (article.status !== "withdrawn") {
            assert.deepEqual(missing, [], name);
            if (article.url) assert.ok(card.links.includes(article.url), `${name}: ${card.links}`);
          }
          if (article.image && article.status !== "withdrawn") assert.ok(card.pictures.length > 0, name);
          if (name !== LOST) assert.ok(card.pictures.every(Boolean), `${name}: ${card.pictures}`);
          if (article.updated ?? article.published) assert.ok(card.times.length > 0, name);
          for (const [instant, words] of card.times) {
            assert.match(instant, /^\d{4}-\d\d-\d\d/, name);
            assert.ok(words.length > 4, `${name}: ${words}`);
          }
          assert.deepEqual([name, card.isShown, card.isStyled, card.hidden], [name, true, true, 0]);
          assert.equal(card.heights[0], card.heights[1], `${name} keeps a place that is empty`);
          assert.ok(["auto", "0px"].includes(card.place), `${name}: ${card.place}`);
        }
      });
    },
    { scripts: false },
  );
}

inBrowsers("A prerendered card whose script is on its way", stage => {
  it("keeps no empty place either", async () => {
    const [{ html }] = renderings([{ headline: "Short" }], {});
    const visit = await stage.open({ body: html, kit: { faults: { loader: { held: new Promise(() => {}) } } }, streamed: true });
    visit.loaded.catch(() => {});
    await visit.until(() => document.querySelector("article-card")?.shadowRoot && document.styleSheets.length === 1);
    const heights = await visit.evaluate(() => {
      const card = document.querySelector("article-card");
      return [card, card.shadowRoot.querySelector("article")].map(node => Math.round(node.getBoundingClientRect().height));
    });
    assert.equal(heights[0], heights[1]);
  });
});
