// What a card costs a page, beside its peers: `cargo xtask bench page` builds what is measured, and calls this.
import { launch } from "../../tests/e2e/harness/browsers.js";
import { contenders } from "./contenders.js";
import { serve } from "./server.js";
import { thousand } from "./thousand.js";
const built = process.env.BENCH_BUILT;
const kit = new URL("../../dist/kit", import.meta.url).pathname;
const all = contenders(kit).filter(c => ["vanilla", "vanilla-far", "article-card"].includes(c.name));
const server = await serve({ "article-card": kit, vanilla: `${built}/vanilla`, pictures: new URL("../../tests/fixtures/pictures", import.meta.url).pathname });
const browser = await launch("chromium", { scripts: true });
try {
  for (const contender of all) console.log(contender.name, await thousand(browser, server, contender, false));
} finally { await browser.close(); server.close(); }
