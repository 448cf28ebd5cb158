// What each example is held to: its page as it is built, and as it is while somebody works on it, in Chromium and Firefox.
//
// `cargo xtask examples` has copied the example, installed the packed kit in it and built it; this looks at what came of
// that and builds nothing. `ARTICLE_CARD_EXAMPLE` names the folder.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { launch } from "../e2e/harness/browsers.js";
import { startSite } from "../e2e/harness/servers.js";

export const FOLDER = process.env.ARTICLE_CARD_EXAMPLE ?? "";
const TEST = { timeout: 60_000 };

/** The policy of `docs/hosting.md`, for a page that hosts the kit itself, with the hash that the manifest has of the place's style. */
function policy() {
  const { place } = JSON.parse(readFileSync(join(FOLDER, "node_modules/article-card/manifest.json"), "utf8"));
  return (
    `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' '${place.hash}'; ` +
    "img-src 'self'; connect-src 'self'"
  );
}

/** In both browsers: `look(browser)` registers the tests; `serve()` starts what they open. */
export function inBrowsers(title, serve, look) {
  for (const name of ["chromium", "firefox"]) {
    describe(`${title}, in ${name}`, { timeout: 150_000 }, () => {
      const at = { name };
      before(async () => {
        at.site = await serve();
        at.browser = await launch(name, { scripts: true });
      });
      after(async () => {
        await at.browser?.close();
        await at.site?.close();
      });
      look(at);
    });
  }
}

/** The page as a host serves it, with the policy that is asked of hosts. */
export const built = folder => () => startSite(join(FOLDER, folder), { "content-security-policy": policy() });

/** `npm run dev` on a port that is free. */
export async function developed() {
  const port = await freePort();
  const vite = join(FOLDER, "node_modules/vite/bin/vite.js");
  const server = spawn(process.execPath, [vite, "--port", String(port), "--strictPort", "--host", "127.0.0.1"], {
    cwd: FOLDER,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = once(server, "exit");
  const origin = `http://127.0.0.1:${port}`;
  const close = async () => {
    server.kill();
    await ended;
  };
  for (let tries = 0; tries < 150; tries++) {
    if (server.exitCode !== null) break;
    const answer = await fetch(origin).catch(() => null);
    if (answer?.ok) return { origin, close };
    await pause(200);
  }
  await close();
  throw new Error("the server for developers does not answer within 30 s");
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise(done => server.close(done));
  return port;
}

/** Opens the page and notes what it asks for and what goes wrong. */
export async function open({ browser, site }) {
  const page = await browser.newPage();
  const answers = [], wrong = [];
  const isIcon = url => url?.endsWith("/favicon.ico");
  page.on("response", response => {
    const url = response.url();
    if (!isIcon(url)) answers.push({ url, status: response.status() });
  });
  page.on("requestfailed", request => {
    if (!isIcon(request.url())) wrong.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("pageerror", error => wrong.push(String(error)));
  page.on("console", message => {
    const isBad = ["error", "warn", "warning"].includes(message.type());
    if (isBad && !isIcon(message.location()?.url)) wrong.push(message.text());
  });
  await page.goto(site.origin, { waitUntil: "load", timeout: 30_000 });
  await until(page, () => document.querySelector("article-card")?.matches(":state(ready)"));
  return { page, answers, wrong };
}

/** Waits until a function of the page gives something true. */
export const until = (page, holds, ...given) => page.waitForFunction(holds, { timeout: 20_000 }, ...given);

/** The text of a part of a card, by the number of the card in the page. */
export const part = (page, name, card = 0) =>
  page.evaluate(
    (name, card) =>
      document.querySelectorAll("article-card")[card].shadowRoot.querySelector(`[part~="${name}"]`)?.textContent.trim(),
    name,
    card,
  );

const picture = (page, card) =>
  until(
    page,
    card => {
      const image = document.querySelectorAll("article-card")[card].shadowRoot?.querySelector("img");
      return image?.complete && image.naturalWidth > 0;
    },
    card,
  );

const click = (page, selector, inCard) =>
  page.evaluate(
    (selector, inCard) => {
      const root = inCard ? document.querySelector("article-card").shadowRoot : document;
      root.querySelector(selector).click();
    },
    selector,
    inCard,
  );

/** The next article takes the place of the first, with labels in its own language, which are fetched. */
export async function next({ page }) {
  await click(page, "button");
  await until(page, () =>
    document.querySelector("article-card").shadowRoot.textContent.includes("Das letzte Kohleschiff"),
  );
  await until(page, () => document.querySelector("article-card").matches(":state(ready)"));
  assert.equal(await part(page, "follow"), "Folgen");
  await picture(page, 0);
}

/** Nothing was refused, nothing said, and each of the card's files came once, from a file. */
export function nothingWrong({ answers, wrong }, { reader, labels }) {
  assert.deepEqual(wrong, []);
  assert.deepEqual(
    // What is left is 304, and 101 of the socket by which a server for developers tells of changes.
    answers.filter(({ status }) => ![101, 200, 304].includes(status)),
    [],
  );
  // Webpack names files by their content alone, so the ending has to do.
  const urls = answers.map(({ url }) => url);
  const count = ending => urls.filter(url => new URL(url).pathname.endsWith(ending)).length;
  assert.equal(count(".wasm"), reader ? 2 : 1, urls.join("\n"));
  assert.equal(count(".tsv"), labels ? 1 : 0, urls.join("\n"));
}

/**
 * The tests that every example passes; `card` is that with the picture, `reader` says that the second card is JSON-LD.
 */
export function draws(at, { picture: card = 0, reader = false }) {
  it("draws the card with its picture, redraws it, and tells of its events", TEST, async () => {
    const visit = await open(at);
    const { page } = visit;
    assert.equal(await part(page, "headline"), "Last coal ship leaves the harbour");
    if (reader) {
      await until(page, () => document.querySelectorAll("article-card")[1].matches(":state(ready)"));
      assert.equal(await part(page, "headline", 1), "Night train to Trieste returns");
    }
    await picture(page, card);
    nothingWrong(visit, { reader, labels: false });
    if (at.name === "chromium") await page.screenshot({ path: `${FOLDER}.png` });
    const address = page.url();
    await click(page, '[part~="headline"] a', true);
    await until(page, () => document.querySelector("output").textContent !== "");
    assert.equal(await page.$eval("output", output => output.textContent), "https://herald.example/last-coal-ship");
    assert.equal(page.url(), address);
    await next(visit);
    nothingWrong(visit, { reader, labels: true });
    await page.close();
  });
}

/**
 * Saves a module until the button of the page has the label that stands in it: what watches the files for Vite (chokidar 3)
 * drops a change that comes within 50 ms of another, and the page may be that fast.
 */
async function save(page, path, source, label) {
  const has = label => document.querySelector("button").textContent === label;
  for (let times = 10; times--;) {
    writeFileSync(path, source);
    const isThere = await page.waitForFunction(has, { timeout: 2_000 }, label).then(() => true, () => false);
    if (isThere) return;
  }
  assert.fail(`the page does not show "${label}" after ten times`);
}

/** Hot reload: a module that holds the card is replaced, and the package itself is run a second time. */
export function reloads(at, module) {
  it("stands it that a module is replaced and the package defines a second time", TEST, async () => {
    const visit = await open(at);
    const { page } = visit;
    const path = join(FOLDER, module);
    const source = readFileSync(path, "utf8");
    try {
      await page.evaluate(() => {
        window.stays = true;
      });
      await save(page, path, source.replace("Next article", "Another article"), "Another article");
      assert.equal(await page.evaluate(() => window.stays), true, "the module is replaced, and not the page");
      await save(page, path, source, "Next article");
    } finally {
      writeFileSync(path, source);
    }
    const isAnother = await page.evaluate(async () => {
      const { ArticleCardElement } = await import("/node_modules/article-card/index.js?again");
      return ArticleCardElement !== customElements.get("article-card");
    });
    assert.ok(isAnother, "it was run again");
    await next(visit);
    await page.evaluate(() => {
      const card = document.createElement("article-card");
      card.article = { headline: "Added afterwards" };
      document.body.prepend(card);
    });
    await until(page, () => document.querySelector("article-card").matches(":state(ready)"));
    assert.equal(await part(page, "headline"), "Added afterwards");
    assert.deepEqual(visit.wrong, []);
    await page.close();
  });
}

/** What a bundler has written: every file of the kit once, and none in another's text. */
export function carries(folder) {
  it("has each file of the package once, and none written into a script", () => {
    const names = readdirSync(join(FOLDER, folder), { recursive: true });
    const ending = end => names.filter(name => name.endsWith(end));
    assert.equal(ending(".wasm").length, 2, names.join("\n"));
    const labels = readdirSync(join(FOLDER, "node_modules/article-card")).filter(name => name.endsWith(".tsv"));
    assert.ok(labels.length > 20);
    assert.equal(ending(".tsv").length, labels.length);
    const hash = name => createHash("sha256").update(readFileSync(join(FOLDER, folder, name))).digest("hex");
    const files = [...ending(".wasm"), ...ending(".tsv"), ...ending(".js"), ...ending(".css")];
    assert.equal(new Set(files.map(hash)).size, files.length, files.join("\n"));
    const scripts = ending(".js").map(name => readFileSync(join(FOLDER, folder, name), "utf8"));
    assert.ok(scripts.every(text => !/data:(text|application)\//.test(text)));
    assert.ok(existsSync(join(FOLDER, folder, "index.html")));
  });
}
