// Cards that a script makes: the property before and after the definition, before and after the element is in the page.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief, meta } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";

inBrowsers("A card that a script makes", stage => {
  const headline = visit => visit.card("#card").then(card => card.parts.headline);
  const defined = async (body = "") => {
    const visit = await stage.open({ body });
    await visit.until(() => customElements.get("article-card") !== undefined);
    return visit;
  };

  it("keeps what was set on it before the element was defined", async () => {
    const visit = await stage.open({ tags: () => "", body: "<main></main>" });
    await visit.evaluate(
      article => {
        const card = Object.assign(document.createElement("article-card"), {
          id: "card",
          article,
          layout: "hero",
          headingLevel: "2",
          linkParams: "a=b",
        });
        document.querySelector("main").append(card);
        window.away = Object.assign(document.createElement("article-card"), { id: "away", article });
      },
      { ...brief("Before"), url: "https://news.example/a" },
    );
    await visit.evaluate(
      src => document.head.append(Object.assign(document.createElement("script"), { type: "module", src })),
      visit.kit.loader,
    );
    await visit.settled("#card");
    const card = await visit.card("#card");
    assert.deepEqual(
      [card.parts.headline, /hero/.test(card.classes), card.links[0].href],
      [["Before"], true, "https://news.example/a?a=b"],
    );
    assert.equal(await (await visit.inside("[part~=headline]", "#card")).evaluate(node => node.localName), "h2");
    await visit.evaluate(() => document.querySelector("main").append(window.away));
    await visit.settled("#away");
    assert.deepEqual(
      (await visit.card("#away")).parts.headline,
      ["Before"],
      "also where the element was not in the page when it was defined",
    );
  });

  it("says what has happened where its article was written as an attribute, and takes the property then", async () => {
    const visit = await stage.open({ body: '<article-card id="card" article="[object Object]" for="x"></article-card>' });
    await visit.settled();
    const told = (await visit.events("error")).map(({ detail }) => [detail.code, detail.message]);
    assert.deepEqual(told, [
      [
        "no-data",
        "the attribute article is no article: define the element first, or set the property article",
      ],
    ]);
    await visit.evaluate(article => Object.assign(document.querySelector("#card"), { article }), brief("A property"));
    await visit.until(() => document.querySelector("#card").matches(":state(ready)"));
    assert.deepEqual(await headline(visit), ["A property"]);
  });

  it("takes its article before it is put into the page", async () => {
    const visit = await defined();
    await visit.evaluate(
      article => document.body.append(Object.assign(document.createElement("article-card"), { id: "card", article })),
      brief("Property first"),
    );
    await visit.settled();
    assert.deepEqual(await headline(visit), ["Property first"]);
    assert.deepEqual(visit.console, []);
  });

  it("takes its article after it was put into the page, without complaining in between", async () => {
    const visit = await defined();
    await visit.evaluate(article => {
      const card = document.createElement("article-card");
      card.id = "card";
      document.body.append(card);
      card.article = article;
    }, brief("Page first"));
    await visit.settled();
    assert.deepEqual(await headline(visit), ["Page first"]);
    assert.deepEqual([visit.console, (await visit.events("error")).length], [[], 0]);
  });

  it("takes its article long after, and is ready then", async () => {
    const visit = await defined();
    await visit.evaluate(() =>
      document.body.append(Object.assign(document.createElement("article-card"), { id: "card" })),
    );
    await visit.settled();
    assert.deepEqual(
      (await visit.events("error")).map(({ detail }) => detail.code),
      ["no-data"],
    );
    await visit.evaluate(article => {
      document.querySelector("#card").article = article;
    }, brief("Late"));
    await visit.until(() => document.querySelector("#card").matches(":state(ready):not(:state(error))"));
    assert.deepEqual(await headline(visit), ["Late"]);
  });

  it("is drawn anew for another article, and keeps its identity in events", async () => {
    const visit = await defined(embed({ ...brief("One"), id: "one", follow: {} }, { id: "card" }));
    await visit.settled();
    await visit.evaluate(
      article => {
        document.querySelector("#card").article = article;
      },
      { ...brief("Two"), id: "two", follow: {} },
    );
    await visit.until(
      () => document.querySelector("#card").shadowRoot.querySelector("[part~=headline]").textContent === "Two",
    );
    await (await visit.inside("[part~=follow]", "#card")).click();
    await visit.until(() => window.seen.events.some(event => event.name === "follow"));
    assert.equal((await visit.events("follow"))[0].detail.id, "two");
  });

  it("replaces an unsafe article by nothing of the safe one before it", async () => {
    const visit = await defined(embed({ ...brief(), url: "https://news.example/safe" }, { id: "card" }));
    await visit.settled();
    await visit.evaluate(
      article => {
        document.querySelector("#card").article = article;
      },
      { ...brief("Unsafe"), url: "javascript:alert(1)" },
    );
    await visit.until(
      () => document.querySelector("#card").shadowRoot.querySelector("[part~=headline]").textContent === "Unsafe",
    );
    assert.deepEqual((await visit.card("#card")).links, [], "neither the old address nor the bad one");
  });

  it("gives its article back as it understood it", async () => {
    const visit = await defined(
      embed(
        {
          ...meta("https://pictures.example/a.svg"),
          headline: "  Two \n spaces ",
          updated: "2024-04-03T10:00:00+0300",
          dateline: 7,
          kicker: "",
        },
        { id: "card" },
      ),
    );
    await visit.settled();
    const article = await visit.evaluate(() => document.querySelector("#card").article);
    assert.equal(article.headline, "Two spaces");
    assert.equal(article.url, meta().url);
    assert.deepEqual(article.bullets, meta().bullets);
    assert.deepEqual([article.dateline ?? null, article.kicker ?? null], [null, null]);
    const again = await visit.evaluate(() => {
      const card = document.querySelector("#card"),
        first = card.article;
      card.article = first;
      first.headline = "Changed behind its back";
      return new Promise(done => requestAnimationFrame(() => done(card.article)));
    });
    assert.deepEqual(again, article, "what it gave is what it takes");
  });

  it("is not drawn once for every property that is set in one go", async () => {
    const visit = await defined();
    await visit.evaluate(article => {
      const card = document.createElement("article-card");
      card.id = "card";
      document.body.append(card);
      card.article = article;
      card.layout = "hero";
      card.headingLevel = "2";
    }, brief());
    await visit.settled();
    await pause(200);
    assert.equal((await visit.events("ready")).length, 1);
  });
});
