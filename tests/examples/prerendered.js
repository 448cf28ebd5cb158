// What each example with prerendered cards is held to: complete without a script, and adopted with one, without a warning and
// without moving anything; in Chromium and Firefox.
//
// The site is started by a command of the example's README, and the browsers look at it where that README says.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { launch } from "../e2e/harness/browsers.js";
import { FOLDER, part, until } from "./example.js";

const TEST = { timeout: 60_000 };

/** Starts a site by a command of the example and waits, a minute at most, until it answers at its address. */
export function started(command, origin) {
  return async () => {
    const other = await fetch(origin, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (other) throw new Error(`something else answers at ${origin} already`);
    // As the leader of a group, so that what it has started ends with it.
    const server = spawn(command, { cwd: FOLDER, shell: true, detached: true, stdio: ["ignore", "inherit", "inherit"] });
    const ended = once(server, "exit");
    const close = async () => {
      try {
        process.kill(-server.pid);
      } catch {
        // It has ended by itself.
      }
      await Promise.race([ended, pause(5_000)]);
    };
    for (let tries = 0; tries < 300; tries++) {
      if (server.exitCode !== null) break;
      const answer = await fetch(origin, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) return { origin, close };
      await pause(200);
    }
    await close();
    throw new Error(`\`${command}\` does not answer at ${origin} within a minute`);
  };
}

/** What a page notes of itself from its first byte on. */
function watch() {
  window.shifts = [];
  window.told = [];
  try {
    new PerformanceObserver(list => {
      for (const shift of list.getEntries()) window.shifts.push(shift.value);
    }).observe({ type: "layout-shift", buffered: true });
  } catch {
    // Firefox has no such entries.
  }
  document.addEventListener("readystatechange", () => {
    // Parsed, and no module of the page has run.
    if (document.readyState !== "interactive") return;
    window.stood = [...document.querySelectorAll("article-card")].map(host => host.shadowRoot?.querySelector("article"));
  });
  document.addEventListener("article-card-ready", event => window.told.push(...event.detail.diagnostics));
}

/** Opens a page of the site and notes what goes wrong. */
async function open({ browser, site, name }, { scripts, path = "/" }) {
  const page = await browser.newPage();
  if (!scripts && name === "chromium") await page.setJavaScriptEnabled(false);
  const wrong = [], asked = [];
  const isIcon = url => url?.endsWith("/favicon.ico");
  page.on("response", response => {
    if (isIcon(response.url())) return;
    asked.push(response.url());
    if (response.status() >= 400) wrong.push(`${response.url()} ${response.status()}`);
  });
  page.on("pageerror", error => wrong.push(String(error)));
  page.on("console", message => {
    const isBad = ["error", "warn", "warning"].includes(message.type());
    if (isBad && !isIcon(message.location()?.url)) wrong.push(message.text());
  });
  if (scripts) await page.evaluateOnNewDocument(watch);
  await page.goto(site.origin + path, { waitUntil: "load", timeout: 30_000 });
  return { page, wrong, asked };
}

/**
 * The tests that every example with prerendered cards passes; `serve()` starts its site, `headlines` are those of its cards in
 * the order of the page, `path` is where they are, and `more(at, open)` registers tests of its own.
 */
export function prerendered(serve, { headlines, path = "/", more = () => {} }) {
  for (const name of ["chromium", "firefox"]) {
    describe(`prerendered, in ${name}`, { timeout: 240_000 }, () => {
      const at = { name };
      before(async () => {
        at.site = await serve();
        at.browser = await launch(name, { scripts: true });
      });
      after(async () => {
        await at.browser?.close();
        await at.site?.close();
      });

      it("is complete without any script", TEST, async () => {
        // Chromium decides it by page, Firefox as a whole.
        const browser = name === "chromium" ? at.browser : await launch(name, { scripts: false });
        const { page, wrong, asked } = await open({ ...at, browser }, { scripts: false, path });
        const cards = await page.evaluate(() =>
          [...document.querySelectorAll("article-card")].map(host => ({
            headline: host.shadowRoot?.querySelector('[part~="headline"]')?.textContent.trim(),
            height: host.getBoundingClientRect().height,
            font: getComputedStyle(host.shadowRoot?.querySelector('[part~="headline"]') ?? host).fontWeight,
          })),
        );
        assert.deepEqual(cards.map(({ headline }) => headline), headlines);
        // Its own style is there.
        for (const { height, font } of cards) assert.ok(height > 100 && Number(font) >= 600, JSON.stringify(cards));
        assert.deepEqual(asked.filter(url => url.endsWith(".wasm")), []);
        if (name === "chromium") await page.screenshot({ path: `${FOLDER}-without-script.png` });
        // A policy that refuses what the page brings along would be told here.
        assert.deepEqual(wrong, []);
        await page.close();
        if (browser !== at.browser) await browser.close();
      });

      it("is adopted as it stands, without a warning, and nothing moves", TEST, async () => {
        const { page, wrong, asked } = await open(at, { scripts: true, path });
        await until(page, () => [...document.querySelectorAll("article-card")].every(card => card.matches(":state(ready)")));
        assert.equal(await part(page, "headline"), headlines[0]);
        const stays = await page.evaluate(() =>
          [...document.querySelectorAll("article-card")].map(
            (host, index) => host.isConnected && host.shadowRoot.querySelector("article") === window.stood[index],
          ),
        );
        assert.deepEqual(stays, headlines.map(() => true), "the card that stood is the card that stands");
        // Whatever hydrates the page has had its time.
        await pause(500);
        const { shift, told } = await page.evaluate(() => ({
          shift: window.shifts.reduce((sum, value) => sum + value, 0),
          told: window.told.map(({ code, message }) => `${code} ${message}`),
        }));
        assert.deepEqual({ wrong, told, shift }, { wrong: [], told: [], shift: 0 });
        assert.equal(asked.filter(url => url.endsWith(".wasm")).length, 1, asked.join("\n"));
        if (name === "chromium") await page.screenshot({ path: `${FOLDER}.png` });
        await page.close();
      });

      more(at, options => open(at, { scripts: true, path, ...options }));
    });
  }
}

/**
 * For a page that a framework hydrates, with an `<output>` for the address of an opened story and a button that gives the first
 * card the next of the articles: the framework hears of events, and the card is drawn anew.
 */
export const hydrates = headlines => (at, open) =>
  it("tells the framework of its events, and draws another article", TEST, async () => {
    const { page, wrong } = await open();
    await until(page, () => document.querySelector("article-card").matches(":state(ready)"));
    await page.evaluate(() => {
      document.querySelector("article-card").shadowRoot.querySelector('[part~="headline"] a').click();
    });
    await until(page, () => document.querySelector("output").textContent === "https://herald.example/last-coal-ship");
    assert.equal(page.url(), `${at.site.origin}/`);
    for (const headline of headlines.toReversed()) {
      await page.click("button");
      await until(
        page,
        headline => document.querySelector("article-card").shadowRoot.querySelector("h3").textContent.includes(headline),
        headline,
      );
    }
    assert.equal(await part(page, "headline", 1), headlines[1]);
    assert.deepEqual(wrong, []);
    await page.close();
  });
