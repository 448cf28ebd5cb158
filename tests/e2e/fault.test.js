// A panic in one card's view: a defect, made here on purpose, that must not stop the other cards of the page.
import assert from "node:assert/strict";
import { it } from "node:test";
import { meta } from "./harness/articles.js";
import { embed, json } from "./harness/page.js";
import { prerendered } from "./harness/prerendered.js";
import { KIT_FAULT } from "./harness/servers.js";
import { inBrowsers, pause } from "./harness/suite.js";
import { watchInstances } from "./harness/watch.js";

/** The kit is built with a switch: an article with this id makes its view panic. */
const FAULTY = "article-card-fault";

inBrowsers("A card whose view panics", stage => {
  const article = id => ({ ...meta(stage.publisher.picture()), id, headline: `Headline ${id}` });
  const card = (id, attributes = {}) =>
    embed(article(id), { id, fallback: `Fallback ${id}`, loading: "eager", ...attributes });
  const faulty = (id = "faulty") => embed(article(FAULTY), { id, fallback: "Fallback faulty", loading: "eager" });
  const add = (visit, html) =>
    visit.evaluate(text => {
      document.body.append(document.createRange().createContextualFragment(text));
    }, html);
  const open = async body => {
    const visit = await stage.open({ body, kit: { from: KIT_FAULT }, before: [watchInstances] });
    await visit.settled();
    return visit;
  };
  /** The faulty card is told and shows its fallback. */
  async function isTold(visit, id = "faulty") {
    const { state, drawn, fallbackShown, report } = await visit.card(`#${id}`);
    assert.deepEqual(
      [state, drawn, fallbackShown, report.map(({ code }) => code)],
      ["error", false, true, ["render-panic"]],
    );
    const events = await visit.events("error", id);
    assert.deepEqual(
      events.map(({ detail }) => detail.code),
      ["render-panic"],
    );
    assert.equal(visit.messages("error").filter(text => text.includes(id)).length, 1, JSON.stringify(visit.console));
  }
  /** The trap that ends the instance is no error of the page's: no listener hears of one, and the console has only our words. */
  async function isKeptIn(visit) {
    const heard = await visit.evaluate(() => window.seen.errors);
    const told = visit.console.filter(({ type, text }) => type === "error" && !/^article-card#\w+: render-panic /.test(text));
    assert.deepEqual([visit.crashes, heard, told], [[], [], []]);
  }
  const isDrawn = async (visit, id) => {
    const found = await visit.card(`#${id}`);
    assert.deepEqual(
      [found.state, found.parts.headline, found.fallbackShown],
      ["ready", [`Headline ${id}`], false],
      id,
    );
    return found;
  };
  /** What a reader can do with a card that stands: it follows, opens and copies, each once. */
  async function answers(visit, id) {
    await visit.evaluate(name => {
      document.querySelector(`#${name}`).addEventListener("article-card-open", event => event.preventDefault());
    }, id);
    for (const [part, name] of [["[part~=follow]", "follow"], ["[part~=headline] a", "open"], ["button.copy", "copy"]]) {
      const before = (await visit.events(name, id)).length;
      await (await visit.inside(part, `#${id}`)).click();
      await visit.until(
        (wanted, card, count) =>
          window.seen.events.filter(event => event.name === wanted && event.card === card).length === count + 1,
        name,
        id,
        before,
      );
    }
    await visit.until(name => document.querySelector(`#${name}`).shadowRoot.querySelector(".copied") !== null, id);
  }
  /** Everything a reader or a page can do with a drawn card still works. */
  async function works(visit, id) {
    await answers(visit, id);
    await visit.evaluate(
      (name, text) => {
        document.querySelector(`#${name} script`).textContent = text;
      },
      id,
      json({ ...article(id), headline: "Rewritten" }),
    );
    await visit.until(
      name =>
        document.querySelector(`#${name}`).shadowRoot.querySelector("[part~=headline]")?.textContent === "Rewritten",
      id,
    );
  }
  const soon = milliseconds => new Date(Date.now() + milliseconds).toISOString();
  /** Waits until a card's text has a word, or has it no longer. */
  const untilReads = (visit, id, text, has = true) =>
    visit.until(
      (name, wanted, isThere) =>
        document.querySelector(`#${name}`).shadowRoot.textContent.includes(wanted) === isThere,
      id,
      text,
      has,
    );

  it("leaves the cards before it as they were, and lets those after it be drawn", async () => {
    const undisturbed = await open(["a", "b", "c", "d", "e"].map(id => card(id)).join(""));
    const control = await Promise.all(["a", "b", "c", "d", "e"].map(id => isDrawn(undisturbed, id)));
    const visit = await open(card("a") + card("b") + card("c") + faulty() + card("d") + card("e"));
    const found = await Promise.all(["a", "b", "c", "d", "e"].map(id => isDrawn(visit, id)));
    // When a picture comes depends on whether it was known already that the card is near.
    const standing = cards => cards.map(({ markup }) => markup.replaceAll(' loading="lazy"', ""));
    assert.deepEqual(standing(found), standing(control));
    await isTold(visit);
    await isKeptIn(visit);
    assert.equal((await visit.events("error")).length, 1);
  });

  it("leaves the others at work: copying, following, changing", async () => {
    const visit = await open(card("a") + card("b") + faulty() + card("c"));
    for (const id of ["a", "b", "c"]) await works(visit, id);
    await isTold(visit);
  });

  it("costs one fresh instance, and no second download", async () => {
    const visit = await open(card("a") + faulty() + card("b"));
    await isDrawn(visit, "b");
    assert.deepEqual(["loader", "glue", "wasm"].map(visit.kit.count), [1, 1, 1]);
    assert.equal(await visit.evaluate(() => window.instances.length), 2);
  });

  it("keeps what was drawn on the screen when it comes later, node for node", async () => {
    const visit = await open(card("a") + card("b"));
    await visit.evaluate(() => {
      window.seenBare = 0;
      window.stood = ["a", "b"].map(id => document.querySelector(`#${id}`).shadowRoot.querySelector(".headline a"));
      const look = () => {
        if ([...document.querySelectorAll("#a, #b")].some(each => each.shadowRoot.querySelector("article") === null))
          window.seenBare++;
        window.watching = requestAnimationFrame(look);
      };
      look();
    });
    await add(visit, faulty());
    await visit.settled();
    await visit.drawn();
    await isTold(visit);
    await Promise.all(["a", "b"].map(id => isDrawn(visit, id)));
    assert.equal(await visit.evaluate(() => window.seenBare), 0, "no card was bare for a single frame");
    assert.ok(await visit.evaluate(() => window.stood.every(node => node.isConnected)), "what stands is left alone");
    await visit.until(() => document.querySelector("#a").article?.headline === "Headline a");
    await works(visit, "a");
  });

  it("is drawn once its article is mended", async () => {
    const visit = await open(card("a") + faulty());
    await isTold(visit);
    await visit.evaluate(
      text => {
        document.querySelector("#faulty script").textContent = text;
      },
      json(article("mended")),
    );
    await visit.until(() => document.querySelector("#faulty").matches(":state(ready):not(:state(error))"));
    assert.deepEqual((await visit.card("#faulty")).parts.headline, ["Headline mended"]);
  });

  it("makes the widget fall quiet when it happens again: what is drawn stays, the rest keeps its fallback", async () => {
    const visit = await open(card("a") + faulty() + card("b"));
    await isTold(visit);
    await add(visit, faulty("again"));
    await visit.settled();
    await isTold(visit, "again");
    for (const id of ["a", "b"]) {
      const { parts, fallbackShown } = await visit.card(`#${id}`);
      assert.deepEqual([parts.headline, fallbackShown], [[`Headline ${id}`], false]);
    }
    await add(visit, card("late"));
    await visit.settled();
    const { state, fallbackShown } = await visit.card("#late");
    assert.deepEqual([state, fallbackShown], ["error", true]);
    await pause(500);
    assert.equal(await visit.evaluate(() => window.instances.length), 2, "there is no third instance");
    await isKeptIn(visit);
  });

  it("does not take a hundred cards with it", async () => {
    const ids = Array.from({ length: 99 }, (_, index) => `n${index}`);
    const visit = await open(
      [...ids.slice(0, 37).map(id => card(id)), faulty(), ...ids.slice(37).map(id => card(id))].join(""),
    );
    const headlines = await visit.evaluate(() =>
      [...document.querySelectorAll("article-card:not(#faulty)")].map(
        each => each.shadowRoot.querySelector("[part~=headline]")?.textContent ?? null,
      ),
    );
    assert.deepEqual(
      headlines,
      ids.map(id => `Headline ${id}`),
    );
    await isTold(visit);
    assert.deepEqual(
      (await visit.events("error")).map(event => event.card),
      ["faulty"],
    );
  });

  it("is told as well when it is drawn anew because its embargo has ended", async () => {
    const embargoed = embed({ ...article(FAULTY), embargoedUntil: soon(4000) }, { id: "faulty", fallback: "Fallback", loading: "eager" });
    const visit = await open(card("a") + embargoed + card("b"));
    assert.deepEqual((await visit.cards()).map(({ state }) => state), ["ready", "ready", "ready"], "until then nothing breaks");
    await visit.until(() => document.querySelector("#faulty").matches(":state(error)"));
    await visit.until(() => !document.querySelector(":state(error):not(#faulty)"));
    await isTold(visit);
    await isKeptIn(visit);
    for (const id of ["a", "b"]) {
      await isDrawn(visit, id);
      await works(visit, id);
    }
  });

  it("lets the cards that stand answer and tell the time after the first break and after the second", async () => {
    const ticking = { ...article("a"), updated: soon(-54_000) };
    const late = { ...article("b"), updated: soon(-46_000) };
    const visit = await open(embed(ticking, { id: "a", loading: "eager" }) + embed(late, { id: "b", loading: "eager" }));
    await add(visit, faulty());
    await visit.settled();
    await isTold(visit);
    await answers(visit, "a");
    await untilReads(visit, "a", "1 minute ago");
    await add(visit, faulty("again"));
    await visit.settled();
    await isTold(visit, "again");
    await answers(visit, "a");
    await answers(visit, "b");
    await untilReads(visit, "b", "1 minute ago");
    await visit.evaluate(() => {
      document.querySelector("#b").shadowRoot.querySelector("img").src = "data:image/png,lost";
    });
    await visit.until(() => document.querySelector("#b").shadowRoot.querySelector(".no-picture") !== null);
    await isKeptIn(visit);
  });

  it("keeps no card on the screen whose term ends, also once nothing can be drawn any more", async () => {
    const ending = (id, milliseconds) => embed({ ...article(id), expires: soon(milliseconds) }, { id, fallback: `Fallback ${id}`, loading: "eager" });
    const visit = await open(ending("a", 8000) + faulty());
    await isDrawn(visit, "a");
    await add(visit, faulty("again"));
    await visit.settled();
    await untilReads(visit, "a", "Headline a");
    await untilReads(visit, "a", "Headline a", false);
    const { state, fallbackShown } = await visit.card("#a");
    assert.deepEqual([state, fallbackShown], ["error", true]);
    await isKeptIn(visit);
  });

  it("keeps no prerendered card on the screen whose term ends once nothing can be drawn any more", async () => {
    const ending = prerendered({ ...article("p"), expires: soon(9000) }, { id: "p" });
    // It is adopted by the instance that follows the first break.
    const visit = await stage.open({ body: `${faulty()}<div style="height: 4000px"></div>${ending}`, kit: { from: KIT_FAULT } });
    await visit.settled("#faulty");
    await visit.evaluate(() => document.querySelector("#p")?.scrollIntoView());
    await visit.settled("#p");
    await add(visit, faulty("again"));
    await visit.settled("#again");
    await untilReads(visit, "p", "Headline p");
    await untilReads(visit, "p", "Headline p", false);
    const { state, drawn } = await visit.card("#p");
    assert.deepEqual([state, drawn], ["error", false]);
    await isKeptIn(visit);
  });
});
