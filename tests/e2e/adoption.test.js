// A prerendered card is taken over as it stands: its nodes stay, nothing moves, nothing is fetched twice, and it does from
// then on what every card does.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief, everything } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { prerendered, styleName } from "./harness/prerendered.js";
import { inBrowsers, pause } from "./harness/suite.js";

const HOUR = 3_600_000;

/** A scroll bar that comes and goes while the page is laid out leaves Firefox with container units of the other width. */
const STEADY = "<style>html { overflow-y: scroll; }</style>";

/** An article with everything, updated two hours ago, in whose language server and browsers word dates alike. */
const article = (stage, more) => ({
  ...everything(stage.publisher.picture({ width: 900, height: 600 })),
  id: "story",
  language: "en-GB",
  updated: new Date(Math.floor(Date.now() / 1000) * 1000 - 2 * HOUR - 60_000).toISOString(),
  publisher: { name: "Arab News", url: "https://news.example/", logo: stage.publisher.picture({ width: 64 }), timeZone: "Europe/London" },
  ...more,
});

/** Runs in the page: keeps every node of the cards, and what changes in them that may not. */
function keep() {
  const kept = (window.kept = { nodes: [], changes: [], unstyled: 0 });
  for (const card of document.querySelectorAll("article-card")) {
    const root = card.shadowRoot,
      walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
    for (let node; (node = walker.nextNode()); ) {
      node.kept = kept.nodes.length;
      kept.nodes.push(node);
    }
    const isTime = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("time") != null;
    new MutationObserver(records => {
      for (const { target, type, attributeName, addedNodes, removedNodes } of records) {
        const isStyle = target === root && !addedNodes.length && [...removedNodes].every(node => node.matches?.("style, link"));
        if (isStyle && !root.adoptedStyleSheets.length) kept.unstyled++;
        const isPlace = type === "attributes" && attributeName === "data-full" && target.matches(".timestamp");
        if (!isTime(target) && !isPlace && !isStyle) kept.changes.push(`${type} ${attributeName} ${target.nodeName}`);
      }
    }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  }
}

/** Runs in the page: what has become of them. */
function kept() {
  const isGone = node => !node.isConnected && !node.matches?.("style, link") && !node.parentNode?.matches?.("style") && !node.parentElement?.closest("time");
  return { gone: window.kept.nodes.filter(isGone).map(node => node.nodeName), changes: window.kept.changes, unstyled: window.kept.unstyled };
}

/** Runs in the page: every box that may not move, which is every one but those of a time's own words. */
const boxes = () =>
  [...document.querySelectorAll("p.host, article-card")]
    .flatMap(node => [node, ...(node.shadowRoot?.querySelectorAll("article, article *") ?? [])])
    .filter(node => !node.closest("time, .timestamp-text"))
    .map(node => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return [`${node.localName} ${node.className}`, x, y, width, height];
    });

/** A line of text in one piece and the same in two may end a layout unit apart, which is a sixty-fourth of a pixel. */
const APART = 2 / 64;

/** What is elsewhere, or of another size, than it was. */
const moved = (before, after) =>
  before.flatMap(([name, ...box], place) => {
    const [other, ...now] = after[place] ?? [];
    const isThere = other === name && box.every((value, side) => Math.abs(value - now[side]) <= APART);
    return isThere ? [] : [`${name} ${box} → ${other} ${now}`];
  });

/** Runs in the page: looks at the cards' styles in each frame. */
function watchStyles() {
  const read = () =>
    [...document.querySelectorAll("article-card")].flatMap(card =>
      ["article", "[part~=headline]", "[part~=bullets]", ".copy"].map(selector => {
        const { color, fontFamily, fontSize, fontWeight, margin, padding, display, backgroundColor } = getComputedStyle(card.shadowRoot.querySelector(selector));
        return [color, fontFamily, fontSize, fontWeight, margin, padding, display, backgroundColor].join();
      }),
    );
  const styles = (window.styles = { seen: new Set([read().join("\n")]), frames: 0 });
  requestAnimationFrame(function look() {
    styles.frames++;
    styles.seen.add(read().join("\n"));
    requestAnimationFrame(look);
  });
}

/** Runs in the page before all else: every shift that the browser measures; only Chromium does. */
function watchShifts() {
  const shifts = [];
  Object.defineProperty(window, "shifts", { value: shifts });
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift"))
    new PerformanceObserver(list => {
      for (const { value, startTime, sources } of list.getEntries())
        shifts.push({ value, startTime, moved: sources.map(({ node, previousRect: was, currentRect: is }) => `${node?.parentNode?.className} ${node?.nodeName} ${was.x},${was.y},${was.width} ${is.x},${is.y},${is.width}`) });
    }).observe({ type: "layout-shift", buffered: true });
}

const pictured = () =>
  [...document.querySelectorAll("article-card")].every(card => [...(card.shadowRoot?.querySelectorAll("img") ?? [])].every(image => image.complete && image.naturalWidth > 0));

inBrowsers("A prerendered card", stage => {
  /** A page whose cards stand, and whose runtime comes when the test calls `activate`. */
  async function open(body, { stands = pictured, ...options } = {}) {
    let release;
    const held = new Promise(done => {
      release = done;
    });
    const visit = await stage.open({
      body: `<p class="host">Before</p>${body}<p class="host">After</p>`,
      kit: { faults: { wasm: { held } } },
      head: STEADY,
      before: [watchShifts],
      viewport: { width: 900, height: 2400 },
      ...options,
    });
    await visit.untilHere(() => visit.kit.count("wasm") === 1);
    await visit.until(stands);
    const activate = async () => {
      release();
      await visit.settled();
      await visit.drawn();
    };
    return Object.assign(visit, { activate });
  }
  const card = (more, options) => prerendered(article(stage, more), { id: "card", ...options });
  const inCard = (visit, work) => visit.evaluate(work);

  it("keeps its nodes, and tells once that it is ready", async () => {
    const visit = await open(card());
    await visit.evaluate(keep);
    await visit.activate();
    await pause(300);
    assert.deepEqual(await visit.evaluate(kept), { gone: [], changes: [], unstyled: 0 });
    const ready = await visit.events("ready");
    assert.equal(ready.length, 1);
    const { id, url, headline, diagnostics } = ready[0].detail;
    const given = article(stage);
    assert.deepEqual([id, url, headline, diagnostics], [given.id, given.url, given.headline, []]);
    const { state, report } = await visit.card();
    assert.deepEqual([state, report, visit.console, await visit.evaluate(() => window.seen.errors)], ["ready", [], [], []]);
    assert.equal(await inCard(visit, () => document.querySelector("#card").article.headline), given.headline);
  });

  it("moves nothing, in no layout", async () => {
    const visit = await open(["standard", "compact", "hero"].map(layout => prerendered(article(stage), { layout })).join(""));
    const before = await visit.evaluate(boxes),
      then = await visit.evaluate(() => performance.now());
    await visit.activate();
    await pause(300);
    const after = await visit.evaluate(boxes);
    assert.equal(after.length, before.length);
    assert.deepEqual(moved(before, after), []);
    const times = await visit.evaluate(() => [...document.querySelectorAll("article-card")].map(each => each.shadowRoot.querySelector(".timestamp time").textContent));
    assert.ok(times.every(text => /ago/.test(text)), `${times}`);
    const shifts = await visit.evaluate(() => window.shifts);
    // A hero sets its time in the middle, so the words themselves begin elsewhere when they are others. Chromium counts
    // that, some hundred thousandths, with the time's own box, which stays where it is.
    const late = shifts.filter(({ startTime }) => startTime > then);
    const isElsewhere = ([was, is]) => was.split(",").some((place, axis) => Math.abs(Number(place) - Number(is.split(",")[axis])) > APART);
    const places = moved => moved.split(" ").slice(-2).map(box => box.split(",").slice(0, 2).join());
    assert.deepEqual(late.flatMap(({ moved }) => moved.map(places)).filter(isElsewhere), []);
    const sum = late.reduce((all, { value }) => all + value, 0);
    assert.ok(sum < 0.0001, `${JSON.stringify(late)}`);
  });

  it("is drawn in the language of the page where the article states none, and left as it is in a dialect of its own", async () => {
    const { language, ...unsaid } = article(stage);
    for (const [lang, label, codes] of [["de", /^Aktualisiert/, ["hydrate-mismatch"]], ["en-US", /^Updated/, []]]) {
      const visit = await open(prerendered(unsaid, { id: "card" }), { lang });
      await visit.activate();
      const { report } = await visit.card("#card");
      const told = await visit.evaluate(() => document.querySelector("#card").shadowRoot.querySelector("[part~=timestamp]").textContent.trim());
      assert.match(told, label);
      assert.deepEqual(report.map(({ code }) => code), codes);
    }
  });

  it("fetches no picture again", async () => {
    const visit = await open(card());
    const count = () => stage.publisher.requests.filter(path => path === "/picture.svg").length;
    const before = count();
    await visit.activate();
    await pause(300);
    assert.equal(count(), before);
    assert.equal(new Set(visit.requests).size, visit.requests.length, `${visit.requests}`);
  });

  it("keeps a picture that says no size or next to none, and tidies up after one that was lost before anybody listened", async () => {
    // Browsers round the size of a drawing, here to nothing.
    const tiny = stage.publisher.picture({ width: ".4", height: ".4" });
    const logo = (url, more) => prerendered({ ...brief(), publisher: { name: "A paper", logo: url }, ...more }, { loading: "eager" });
    const lost = `${stage.publisher.origin}/lost.png`;
    const unsized = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9H0z'/></svg>";
    const withPicture = { image: { url: lost, alt: "A wall" } };
    const stands = () =>
      [...document.querySelectorAll("article-card")].every(card => [...(card.shadowRoot?.querySelectorAll("img") ?? [])].every(image => image.complete));
    const visit = await open(`${logo(tiny)}${logo(lost, withPicture)}`, { stands });
    // No article can say an address of this kind.
    await visit.evaluate(url => {
      const drawing = new Image();
      drawing.src = url;
      return drawing.decode().then(() => document.querySelector("article-card").shadowRoot.querySelector("img").after(drawing));
    }, unsized);
    const asked = () => stage.publisher.requests.filter(path => ["/picture.svg", "/lost.png"].includes(path)).length;
    const before = asked();
    await visit.activate();
    await visit.until(() => document.querySelectorAll("article-card")[1].shadowRoot.querySelector(".no-picture") !== null);
    const hidden = () => [...document.querySelectorAll("article-card")].map(card => [...card.shadowRoot.querySelectorAll(".logo, .logo + img")].map(image => image.hidden));
    // WebKit cannot decode what it has rounded to nothing; there is nothing of it to see either.
    assert.deepEqual(await visit.evaluate(hidden), [[stage.name === "webkit", false], [true]]);
    assert.equal(asked(), before, "nothing is fetched again");
  });

  it("keeps focus, selection and scroll position", async () => {
    const visit = await open(`${card()}<div style="height: 3000px"></div>`, { viewport: { width: 900, height: 700 } });
    await visit.evaluate(() => {
      const root = document.querySelector("#card").shadowRoot;
      root.querySelector(".headline a").focus();
      scrollTo(0, 120);
      const bullet = root.querySelector("[part~=bullet]").firstChild;
      const selection = root.getSelection?.() ?? getSelection();
      selection.setBaseAndExtent(bullet, 2, bullet, 9);
    });
    const read = () =>
      visit.evaluate(() => {
        const root = document.querySelector("#card").shadowRoot,
          selection = root.getSelection?.() ?? getSelection();
        return [root.activeElement?.outerHTML, String(selection), scrollY];
      });
    const before = await read();
    assert.match(before[0], /data-open="headline"/);
    assert.equal(before[1].length, 7);
    await visit.activate();
    assert.deepEqual(await read(), before);
  });

  it("tells times by the clock, and copies, follows, opens and is viewed like any other", async () => {
    const visit = await open(card());
    await visit.evaluate(() => addEventListener("article-card-open", event => event.preventDefault()));
    await visit.activate();
    assert.match((await visit.card()).times[0].text, /2 hours ago/);
    await visit.until(() => window.seen.events.some(({ name }) => name === "view"));
    await (await visit.inside("button.copy")).click();
    await (await visit.inside("[part~=follow]")).click();
    await (await visit.inside(".headline a")).click();
    await visit.until(() => ["copy", "follow", "open"].every(wanted => window.seen.events.some(({ name }) => name === wanted)));
    const names = (await visit.evaluate(() => window.seen.events)).map(({ name }) => name).sort();
    assert.deepEqual(names, ["copy", "follow", "open", "ready", "view"]);
  });

  for (const [style, options] of Object.entries({
    inline: () => ({}),
    linked: kit => ({ style: "link", kit: kit.base.replace(/\/$/, "") }),
  })) {
    it(`is styled in every frame while its ${style} stylesheet gives way`, async () => {
      const files = stage.kit.copy();
      let release;
      files.faults.wasm = {
        held: new Promise(done => {
          release = done;
        }),
      };
      assert.ok(style === "inline" || files.files.has(styleName()), "the kit holds the stylesheet");
      const visit = await stage.open({ kit: files, head: STEADY, body: card({}, options(files)) + prerendered(article(stage), options(files)), viewport: { width: 900, height: 2400 } });
      await visit.untilHere(() => files.count("wasm") === 1);
      await visit.until(() => getComputedStyle(document.querySelector("#card").shadowRoot.querySelector("[part~=headline]")).marginTop === "0px");
      await visit.evaluate(watchStyles);
      await visit.evaluate(keep);
      release();
      await visit.settled();
      await pause(300);
      const { frames, seen } = await visit.evaluate(() => ({ frames: window.styles.frames, seen: [...window.styles.seen] }));
      assert.ok(frames > 3, `${frames} frames`);
      assert.equal(seen.length, 1, seen.join("\n\n"));
      assert.equal((await visit.evaluate(kept)).unstyled, 0);
      const sheets = await visit.evaluate(() => [...document.querySelectorAll("article-card")].map(each => [each.shadowRoot.adoptedStyleSheets.length, each.shadowRoot.querySelectorAll("style, link").length]));
      assert.deepEqual(sheets, [[1, 0], [1, 0]]);
    });
  }

  it("is drawn anew when its article, its script or its layout changes, and its neighbours are not", async () => {
    const visit = await open(card() + prerendered(article(stage, { id: "other" }), { id: "other" }));
    await visit.activate();
    await visit.evaluate(() => {
      window.neighbour = document.querySelector("#other").shadowRoot.querySelector("article");
      window.changes = 0;
      new MutationObserver(records => (window.changes += records.length)).observe(document.querySelector("#other").shadowRoot, { subtree: true, childList: true, attributes: true });
    });
    const headline = async () => (await visit.card("#card")).parts.headline;
    const once = () => visit.evaluate(() => document.querySelector("#card").shadowRoot.querySelectorAll("article").length);
    await visit.evaluate(() => document.querySelector("#card").setAttribute("layout", "hero"));
    await visit.until(() => document.querySelector("#card").shadowRoot.querySelector("article.hero") !== null);
    assert.deepEqual([await headline(), await once()], [[article(stage).headline], 1]);
    await visit.evaluate(() => {
      document.querySelector("#card > script").textContent = '{"headline": "By its script"}';
    });
    await visit.until(() => /By its script/.test(document.querySelector("#card").shadowRoot.textContent));
    assert.deepEqual([await headline(), await once()], [["By its script"], 1]);
    await visit.evaluate(() => {
      document.querySelector("#card").article = { headline: "By its property" };
    });
    await visit.until(() => /By its property/.test(document.querySelector("#card").shadowRoot.textContent));
    assert.deepEqual([await headline(), await once()], [["By its property"], 1]);
    const neighbour = await visit.evaluate(() => [document.querySelector("#other").shadowRoot.querySelector("article") === window.neighbour, window.changes]);
    assert.deepEqual([neighbour, visit.console, await visit.evaluate(() => window.seen.errors)], [[true, 0], [], []]);
  });

  it("takes the article that a script has set before it is activated, without a warning", async () => {
    const visit = await open(card());
    await visit.evaluate(() => {
      document.querySelector("#card").article = { headline: "Set by a script" };
    });
    await visit.activate();
    assert.deepEqual((await visit.card()).parts.headline, ["Set by a script"]);
    assert.deepEqual([visit.console, await visit.evaluate(() => document.querySelector("#card").shadowRoot.querySelectorAll("article").length)], [[], 1]);
  });

  for (const way of ["append", "moveBefore"]) {
    it(`stays as it is when it is moved by ${way}`, async () => {
      const visit = await open(`${card()}<div id="there"></div>`);
      await visit.activate();
      const moves = await visit.evaluate(method => {
        const there = document.querySelector("#there"),
          moved = document.querySelector("#card");
        window.stands = moved.shadowRoot.querySelector("article");
        if (method === "append" || !there.moveBefore) there.append(moved);
        else there.moveBefore(moved, null);
        return true;
      }, way);
      await visit.drawn();
      await pause(100);
      assert.ok(moves);
      assert.ok(await visit.evaluate(() => window.stands === document.querySelector("#card").shadowRoot.querySelector("article")));
      assert.equal((await visit.events("ready")).length, 1);
    });
  }

  it("shows what it showed when it is removed and put back", async () => {
    const visit = await open(card());
    await visit.activate();
    const before = await visit.card();
    await visit.evaluate(() => {
      window.away = document.querySelector("#card");
      window.away.remove();
    });
    await visit.until(() => !window.away.matches(":state(ready)"));
    await visit.evaluate(() => document.body.prepend(window.away));
    await visit.settled("#card");
    const after = await visit.card();
    assert.deepEqual([after.parts, after.times], [before.parts, before.times]);
    assert.deepEqual([visit.console, await visit.evaluate(() => [window.seen.errors, document.querySelector("#card").shadowRoot.querySelectorAll("article").length])], [[], [[], 1]]);
  });

  it("asks for nothing but the loader, two hundred times, until it comes near the screen", async () => {
    const cards = Array.from({ length: 200 }, (_, at) => prerendered(brief(`Headline ${at}`)));
    const visit = await stage.open({ body: `<div style="height: 4000px"></div>${cards.join("")}` });
    await visit.until(() => customElements.get("article-card") !== undefined);
    await pause(300);
    const requests = visit.kit.requests.map(({ part }) => part).sort();
    assert.deepEqual(requests, ["css", "loader"]);
    await visit.evaluate(() => document.querySelector("article-card").scrollIntoView());
    await visit.until(() => document.querySelector("article-card").matches(":state(ready)"));
    assert.deepEqual([visit.kit.count("glue"), visit.kit.count("wasm"), visit.kit.count("reader")], [1, 1, 0]);
    assert.equal(await visit.evaluate(() => document.querySelector("article-card:last-of-type").matches(":state(ready)")), false);
  });

  it("stands beside cards that the browser draws", async () => {
    const visit = await open(card() + embed(brief("Drawn"), { id: "drawn" }));
    await visit.activate();
    assert.deepEqual((await visit.cards()).map(({ parts }) => parts.headline[0]), [article(stage).headline, "Drawn"]);
  });
});
