// What the toolkit gives is what the command line gives: `read` what `convert` prints, `check` what `check --json` prints,
// `render` what `render` prints, byte by byte but for the words of dates, which are told.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { check, read, render, schema, stylesheet, version } from "article-card/toolkit";
import { Wordings, differences, languageOf } from "./dates.js";
import { NOW, WAYS, inputs } from "./inputs.js";

const COMMAND = process.env.ARTICLE_CARD_CLI ?? "";
const CORPORA = process.env.ARTICLE_CARD_CORPORA;
const folder = mkdtempSync(join(tmpdir(), "article-card-toolkit-"));
after(() => rmSync(folder, { recursive: true }));

/** What a call prints; that there is no card is no fault of it. */
const printed = (...flags) =>
  new Promise((done, failed) =>
    execFile(COMMAND, flags, { maxBuffer: 256 * 1024 * 1024, timeout: 60_000 }, (error, stdout) =>
      error && error.code !== 1 ? failed(error) : done(stdout),
    ),
  );

const lines = text => text.split("\n").filter(Boolean);
const now = `--now=${new Date(NOW).toISOString()}`;
const others = new Wordings();

async function compare({ name, bytes }, ways) {
  const file = join(folder, "input");
  writeFileSync(file, bytes);
  const checked = lines(await printed("check", "--json", now, file)).map(line => JSON.parse(line));
  for (const line of checked) delete line.file;
  assert.equal(JSON.stringify(check(bytes, { now: NOW })), JSON.stringify(checked), `check ${name}`);
  const articles = lines(await printed("convert", now, file)).map(line => JSON.parse(line));
  assert.equal(JSON.stringify(read(bytes, { now: NOW }).articles), JSON.stringify(articles), `read ${name}`);
  for (const { options, flags } of ways) {
    const html = (await printed("render", now, ...flags, file)).replace(/\n$/, "");
    const ours = render(bytes, { ...options, now: NOW }).html;
    const words = differences(html, ours);
    if (!words) assert.equal(ours, html, `render ${name} ${flags.join(" ")}`);
    others.add(words, languageOf(ours), name);
  }
}

const tell = context => {
  for (const line of others.lines()) context.diagnostic(`words of the command line → of Node.js ${process.version}: ${line}`);
};

test("every article of the gallery and every other input", { timeout: 300_000 }, async context => {
  const all = inputs();
  assert.ok(all.length > 50, `${all.length}`);
  for (const input of all) await compare(input, WAYS);
  tell(context);
});

test("schema, stylesheets and version", async () => {
  assert.deepEqual(schema(), JSON.parse(await printed("schema")));
  const [css, name, hash] = await Promise.all([[], ["--name"], ["--hash"]].map(flags => printed("style", ...flags)));
  assert.deepEqual(stylesheet(), { css: css.trimEnd(), name: name.trim(), hash: hash.trim().replaceAll("'", "") });
  const [pageCss, pageName, both] = await Promise.all([["--page"], ["--page", "--name"], ["--page", "--hash"]].map(flags => printed("style", ...flags)));
  assert.deepEqual(stylesheet({ page: true }), { css: pageCss.trimEnd(), name: pageName.trim(), hash: both.trim().split(" ")[1].replaceAll("'", "") });
  assert.equal(await printed("--version"), `article-card ${version}\n`);
});

test("the corpora of real and hostile data", { skip: !CORPORA && "only `cargo xtask corpus` has them", timeout: 1_800_000 }, async context => {
  const files = readdirSync(CORPORA, { recursive: true }).filter(name => /\.(json|html|html\.gz)$/.test(name)).sort();
  assert.ok(files.length > 500, `${files.length}`);
  for (const name of files) {
    const bytes = readFileSync(join(CORPORA, name));
    await compare({ name, bytes: name.endsWith(".gz") ? gunzipSync(bytes) : bytes }, WAYS.slice(0, 1));
  }
  context.diagnostic(`${files.length} inputs of the corpora`);
  tell(context);
});
