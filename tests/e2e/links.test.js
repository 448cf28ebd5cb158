// Following a link of a card: the page is told first, may say no, and learns when a card was really seen.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief, meta } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";

inBrowsers("The links of a card", stage => {
  /** A seed article whose links lead to a page of the publisher's, so that following one arrives somewhere. */
  function article() {
    const target = name => `${stage.publisher.page("<!doctype html><title>arrived</title>arrived")}?story=${name}`;
    const seed = meta(stage.publisher.picture());
    return {
      ...seed,
      url: target("main"),
      related: seed.related.map((story, index) => ({ ...story, url: target(index) })),
    };
  }
  const open = async (given, attributes = {}) => {
    const visit = await stage.open({ body: embed(given, { id: "seed", ...attributes }) });
    await visit.settled();
    return visit;
  };
  const stay = visit => visit.evaluate(() => addEventListener("article-card-open", event => event.preventDefault()));

  it("lead to the article when nobody objects", async () => {
    const given = article(),
      visit = await open(given);
    await (await visit.inside("[part~=headline] a")).click();
    await visit.untilHere(() => visit.page.url() === given.url);
  });

  it("tell the page what was opened, for the headline, the picture and each related story", async () => {
    const given = article(),
      visit = await open(given);
    await stay(visit);
    for (const selector of ["[part~=headline] a", "a.cover", "[part~=related-item]:nth-child(2) a"])
      await (await visit.inside(selector)).click();
    await visit.until(() => window.seen.events.filter(event => event.name === "open").length === 3);
    const events = await visit.events("open");
    assert.deepEqual(
      events.map(({ detail }) => [detail.target, detail.index ?? null, detail.href]),
      [
        ["headline", null, given.url],
        ["image", null, given.url],
        ["related", 1, given.related[1].url],
      ],
    );
    assert.deepEqual(
      events.map(({ cancelable, bubbles, composed, detail }) => [
        cancelable,
        bubbles,
        composed,
        detail.id,
        detail.headline,
      ]),
      Array(3).fill([true, true, true, "meta", given.headline]),
    );
  });

  it("are not followed when the page cancels the event", async () => {
    const visit = await open(article());
    await stay(visit);
    await (await visit.inside("[part~=headline] a")).click();
    await visit.until(() => window.seen.events.some(event => event.name === "open"));
    await pause(250);
    assert.equal(visit.page.url(), visit.url);
  });

  it("are opened by the keyboard as by the mouse", async () => {
    const given = article(),
      visit = await open(given);
    await (await visit.inside("[part~=headline] a")).focus();
    await visit.page.keyboard.press("Enter");
    await visit.untilHere(() => visit.page.url() === given.url);
  });

  it("carry the publisher’s parameters, whatever query or fragment they have", async () => {
    const visit = await open(
      {
        ...brief(),
        url: "https://news.example/a?page=2#top",
        related: [{ headline: "Another", url: "https://news.example/b" }],
        shortUrl: "https://arab.news/s",
      },
      { "link-params": "utm_source=partner&utm_medium=card" },
    );
    const { links } = await visit.card();
    assert.equal(
      links.find(link => link.text === brief().headline).href,
      "https://news.example/a?page=2&utm_source=partner&utm_medium=card#top",
    );
    assert.equal(
      links.find(link => link.text === "Another").href,
      "https://news.example/b?utm_source=partner&utm_medium=card",
    );
    assert.equal(
      links.find(link => link.text === "arab.news/s").href,
      "https://arab.news/s",
      "the short link stays what people copy",
    );
  });

  it("open where the target attribute says, without handing the page over", async () => {
    const visit = await open(article(), { target: "_blank" });
    const stories = (await visit.card()).links.filter(link => link.href.includes("story="));
    assert.deepEqual([...new Set(stories.map(({ target }) => target))], ["_blank"]);
    assert.ok(
      stories.every(({ rel }) => rel?.includes("noopener")),
      JSON.stringify(stories),
    );
  });

  it("leave the page alone while a card waits to be seen, and say once when it was", async () => {
    const visit = await stage.open({
      body: `${embed(brief("Seen"), { id: "seen" })}<div style="height:3000px"></div>${embed(brief("Below"), { id: "below", loading: "eager" })}`,
    });
    await visit.settled();
    const start = Date.now();
    await visit.until(() => window.seen.events.some(event => event.name === "view"));
    assert.deepEqual(
      (await visit.events("view")).map(({ card, bubbles, composed, detail }) => [
        card,
        bubbles,
        composed,
        detail.headline,
      ]),
      [["seen", true, true, "Seen"]],
    );
    assert.ok(Date.now() - start > 500, "a glance is not a view");
    await visit.evaluate(() => document.querySelector("#below").scrollIntoView());
    await visit.until(() => window.seen.events.some(event => event.card === "below" && event.name === "view"));
    await visit.evaluate(() => document.querySelector("#seen").scrollIntoView());
    await pause(1300);
    assert.equal((await visit.events("view", "seen")).length, 1, "seen again is not counted again");
  });
});
