// What a card costs a page, beside its peers: `cargo xtask bench page` builds what is measured, and calls this.
import { rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "../../tests/e2e/harness/browsers.js";
import { KIT } from "../../tests/e2e/harness/servers.js";
import { alike } from "./alike.js";
import { cold } from "./cold.js";
import { contenders } from "./contenders.js";
import { moved } from "./moved.js";
import { belowTheFold, prerendered } from "./prerendered.js";
import { Results } from "./results.js";
import { scrolled } from "./scrolled.js";
import { serve } from "./server.js";
import { full, readme } from "./tables.js";
import { thousand } from "./thousand.js";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" }, only: { type: "string" } } });
const rounds = Number(values.rounds);
const built = process.env.BENCH_BUILT ?? "";

const known = contenders(KIT);
const only = values.only?.split(",") ?? known.map(({ name }) => name);
const unknown = only.filter(name => !known.some(contender => contender.name === name));
if (unknown.length > 0) {
  const names = known.map(({ name }) => name).join(", ");
  console.error(`there is no contender ${unknown.join(", ")}; there are ${names}`);
  process.exit(1);
}
const chosen = known.filter(({ name }) => only.includes(name));
const ours = chosen.find(({ name }) => name === "article-card");

const server = await serve({
  "article-card": KIT,
  pictures: fileURLToPath(new URL("../../tests/fixtures/pictures", import.meta.url)),
  ...Object.fromEntries(["vanilla", "react", "yew"].map(name => [name, join(built, name)])),
});
// Who called may be stopped and not tell: nothing goes on, or stays, without it.
const caller = process.ppid;
setInterval(() => {
  if (process.ppid === caller) return;
  process.once("exit", () => {
    if (basename(tmpdir()).startsWith("article-card-bench-")) rmSync(tmpdir(), { recursive: true, force: true });
  });
  // At which the browser is ended, too.
  process.kill(process.pid, "SIGINT");
}, 1000).unref();
const browser = await launch("chromium", { scripts: true });
const results = new Results();

/**
 * Measures one contender once; a second time, if the first broke, as a single browser of hundreds may.
 * @param {string} what
 * @param {string} who
 * @param {() => Promise<import("./results.js").Told>} measurement
 */
async function measure(what, who, measurement) {
  const begun = performance.now();
  const told = await measurement().catch(error => {
    console.log(`  ${what}, ${who}: once more, since ${error.message}`);
    return measurement();
  });
  results.add(what, who, told);
  console.log(`  ${what}, ${who}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

try {
  await alike(browser, server, chosen.filter(({ tag }) => tag === "news-card"));
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`round ${round} of ${rounds}`);
    for (const one of chosen) if (!one.warmOnly) await measure("cold", one.name, () => cold(browser, server, one));
    for (const [what, withPictures] of /** @type {const} */ ([["thousand", false], ["pictures", true]])) {
      for (const one of chosen) {
        if (!one.coldOnly) await measure(what, one.name, () => thousand(browser, server, one, withPictures));
      }
    }
    if (!ours) continue;
    for (const [what, measurement] of Object.entries({ scrolled, prerendered, belowTheFold, moved })) {
      await measure(what, ours.name, () => measurement(browser, server, ours));
    }
  }
  const about = {
    date: new Date().toISOString().slice(0, 10),
    browser: (await browser.version()).replace(/^\w+\/(\d+).*/, "Chromium $1"),
    processor: `${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
    rounds,
  };
  writeFileSync(join(built, "readme.md"), readme(about, chosen, results));
  writeFileSync(join(built, "tables.md"), full(about, chosen, results));
} finally {
  await browser.close();
  server.close();
}
