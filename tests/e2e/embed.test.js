// What a reader finds on a publisher's page that embeds the two seed articles from another origin.
import assert from "node:assert/strict";
import { it } from "node:test";
import { meta, press } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";

inBrowsers("A seed article on a page of another origin", stage => {
  const picture = () => stage.publisher.picture({ width: 900, height: 600 });
  const openMeta = async (attributes = {}) => {
    const visit = await stage.open({ body: embed(meta(picture()), { id: "seed", ...attributes }) });
    await visit.settled();
    return visit;
  };

  it("shows its headline as a heading that links to the article", async () => {
    const visit = await openMeta(),
      { headline, url } = meta();
    const { parts, links, state } = await visit.card();
    assert.equal(state, "ready");
    assert.deepEqual(parts.headline, [headline]);
    assert.equal(links.find(link => link.text === headline)?.href, url);
    assert.equal(await visit.accessible("heading", headline), 1);
    assert.equal(
      await visit.accessible("link", headline),
      1,
      "one link of that name: the one over the picture is not read out",
    );
    assert.equal(await (await visit.inside("[part~=headline]")).evaluate(node => node.localName), "h3");
  });

  it("shows its picture with alternative text, caption and credit", async () => {
    const visit = await openMeta(),
      { image } = meta();
    // WebKit tells how wide a vector picture is drawn, the others how wide it is by itself.
    await visit.until(
      wide => document.querySelector("article-card").shadowRoot.querySelector("[part~=image]").naturalWidth >= wide,
      stage.name === "webkit" ? 300 : 900,
    );
    const { parts, images } = await visit.card();
    assert.equal(images[0].src, picture());
    assert.ok(images[0].shown[0] > 100 && images[0].shown[1] > 60, `shown at ${images[0].shown}`);
    assert.deepEqual(parts.caption, [image.caption]);
    assert.deepEqual(parts.credit, ["AFP/File"]);
    assert.equal((await visit.accessible("img", image.alt)) + (await visit.accessible("image", image.alt)), 1);
  });

  it("says Updated with the calendar date, and where it was filed from", async () => {
    const visit = await openMeta();
    const { parts, times } = await visit.card();
    assert.equal(parts.timestamp[0], "Updated 3 April 2024");
    assert.equal(times[0].datetime, "2024-04-03");
    assert.deepEqual(parts.dateline, ["LONDON"]);
  });

  it("lists its key bullets in order", async () => {
    const visit = await openMeta();
    assert.deepEqual((await visit.card()).parts.bullet, meta().bullets);
    assert.equal(
      await (await visit.inside("[part~=bullets]")).evaluate(list => list.matches("ul") && list.children.length),
      2,
    );
  });

  it("shows the short link, copies it when asked, and says that it has", async () => {
    const visit = await openMeta();
    await visit.allowClipboard();
    const { links } = await visit.card();
    assert.equal(links.find(link => link.href === "https://arab.news/meta1")?.text, "arab.news/meta1");
    const button = await visit.inside("button.copy");
    const label = () =>
      button.evaluate(node =>
        [...node.querySelectorAll("span")]
          .filter(
            span =>
              span.childElementCount === 0 && span.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
          )
          .map(span => span.textContent.trim())
          .join(" "),
      );
    assert.equal(await label(), "Copy link");
    await button.click();
    await visit.until(
      () =>
        document.querySelector("article-card").shadowRoot.querySelector("[role=status]").textContent === "Link copied",
    );
    await visit.until(() => document.querySelector("article-card").shadowRoot.querySelector(".copied") !== null);
    assert.equal(await label(), "Link copied");
    assert.equal(await visit.clipboard(), "https://arab.news/meta1");
    const [event] = await visit.events("copy");
    assert.deepEqual(
      [event.card, event.bubbles, event.composed, event.detail.id, event.detail.url],
      ["seed", true, true, "meta", meta().url],
    );
    await visit.until(() => document.querySelector("article-card").shadowRoot.querySelector(".copied") === null);
    assert.equal(await label(), "Copy link", "a moment later the button offers to copy again");
  });

  it("does not claim to have copied where the browser refuses, and selects the link instead", async () => {
    const visit = await stage.open({ body: embed(meta(picture()), { id: "seed" }), plain: true });
    await visit.settled();
    assert.equal(await visit.evaluate(() => isSecureContext || navigator.clipboard !== undefined), false);
    await (await visit.inside("button.copy")).click();
    await visit.until(() => getSelection().toString().includes("arab.news/meta1"));
    await pause(200);
    const said = await visit.evaluate(() => {
      const root = document.querySelector("article-card").shadowRoot;
      return [root.querySelector("[role=status]").textContent, root.querySelector(".copied")];
    });
    assert.deepEqual(said, ["", null]);
    assert.deepEqual([await visit.evaluate(() => window.seen.errors), visit.messages("error")], [[], []]);
  });

  it("tells the page when Follow is pressed, by mouse or by keyboard", async () => {
    const visit = await openMeta();
    assert.equal(await visit.accessible("button", "Follow"), 1);
    const follow = await visit.inside("[part~=follow]");
    await follow.click();
    await follow.focus();
    await visit.page.keyboard.press("Enter");
    await visit.until(() => window.seen.events.filter(event => event.name === "follow").length === 2);
    const [{ detail, bubbles, composed }] = await visit.events("follow");
    assert.deepEqual(
      { detail, bubbles, composed },
      { detail: { id: "meta", url: meta().url, headline: meta().headline }, bubbles: true, composed: true },
    );
  });

  it("lists related stories, each with a date of its own, as a labelled list", async () => {
    const visit = await openMeta();
    const { parts, links } = await visit.card();
    assert.equal(parts["related-item"].length, 2);
    assert.match(parts["related-item"][0], /^A lawsuit in California\b.*\b28 March 2024$/);
    assert.match(parts["related-item"][1], /^What an inbox API is\b.*\b2 November 2023$/);
    assert.equal(
      links.find(link => link.text === "A lawsuit in California").href,
      "https://news.example/media/lawsuit",
    );
    assert.equal(await visit.accessible("list", "Related stories"), 1);
  });

  it("announces itself once, by event, report and state, and says nothing on the console", async () => {
    const visit = await openMeta(),
      { id, url, headline } = meta();
    const events = await visit.events("ready");
    assert.equal(events.length, 1);
    assert.deepEqual(events[0].detail, { id, url, headline, diagnostics: [] });
    assert.deepEqual(
      [events[0].card, events[0].bubbles, events[0].composed, events[0].cancelable],
      ["seed", true, true, false],
    );
    assert.deepEqual((await visit.card()).report, []);
    assert.deepEqual(visit.console, []);
    assert.deepEqual(await visit.evaluate(() => window.seen.errors), []);
  });

  it("takes the place of the publisher’s fallback", async () => {
    const visit = await openMeta();
    assert.equal((await visit.card()).fallbackShown, false);
    assert.equal(
      await visit.evaluate(() => document.querySelector(".fallback").isConnected),
      true,
      "the publisher’s nodes are left in their page",
    );
  });

  it("asks for nothing but the kit’s files and its picture", async () => {
    const visit = await openMeta();
    await visit.until(() => document.querySelector("article-card").shadowRoot.querySelector("[part~=image]").complete);
    const { kit } = visit,
      base = new URL(kit.base);
    assert.deepEqual(
      [...new Set(visit.requests)].filter(address => !address.startsWith(base.href)).sort(),
      [visit.url, picture()].sort(),
    );
    assert.deepEqual(
      ["css", "loader", "glue", "wasm"].map(part => kit.count(part)),
      [1, 1, 1, 1],
    );
    assert.deepEqual(kit.missing, []);
  });

  it("stands beside the other seed article on one page", async () => {
    const visit = await stage.open({
      body: embed(meta(picture()), { id: "first" }) + embed(press(), { id: "second" }),
    });
    await visit.settled();
    const second = await visit.card("#second");
    assert.deepEqual(second.parts.headline, [press().headline]);
    assert.equal(second.parts.timestamp[0], "Updated 22 December 2025");
    assert.deepEqual(second.parts.dateline, ["JERUSALEM"]);
    assert.deepEqual(second.parts.bullet, press().bullets);
    assert.deepEqual(
      ["figure", "short-link", "related"].map(part => second.parts[part]),
      [undefined, undefined, undefined],
    );
    assert.deepEqual((await visit.card("#first")).parts.headline, [meta().headline]);
  });
});
