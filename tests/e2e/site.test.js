// The reference as pages of the site: accessible, within its width, quiet, and by itself.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, it } from "node:test";
import { inBrowsers } from "./harness/suite.js";
import { startWorkbench } from "./harness/workbench.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** One with long tables, one with code, one that lists the others. */
const PAGES = ["docs/index.html", "docs/fields.html", "docs/hosting.html"];

inBrowsers("The reference", stage => {
  let site;
  before(async () => {
    site = await startWorkbench();
  });
  after(() => site.close());

  for (const page of PAGES)
    for (const [width, scheme] of [
      [390, "dark"],
      [1280, "light"],
    ])
      it(`${page} is accessible, ${scheme} at ${width} pixels, and asks nobody else`, async () => {
        const url = `${site.origin}/somewhere/below/${page}`;
        const visit = await stage.open({ kit: null, url, viewport: { width, height: 900 } });
        await visit.evaluate(scheme => document.documentElement.style.setProperty("color-scheme", scheme), scheme);
        await visit.evaluate(AXE);
        const violations = await visit.evaluate(async () => {
          const found = await /** @type {any} */ (window).axe.run();
          return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target)}`);
        });
        assert.deepEqual(violations, []);
        assert.ok(await visit.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it scrolls sideways");
        assert.deepEqual(
          visit.requests.filter(address => new URL(address).origin !== site.origin),
          [],
        );
        assert.deepEqual(visit.console, []);
      });
});
