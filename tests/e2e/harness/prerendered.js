// Prerendered cards as the command line writes them, and the articles that the tests prerender.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const COMMAND = process.env.ARTICLE_CARD_CLI ?? join(repository, "target/debug/article-card");
const FIXTURES = join(repository, "tests/fixtures");

/** What the command prints; one bad line among others is an answer too. */
function call(given, input = "") {
  const { status, error, stdout, stderr } = spawnSync(COMMAND, given, { input, encoding: "utf8", maxBuffer: 1 << 30 });
  if (error || ![0, 1].includes(status))
    throw new Error(`${COMMAND} ${given.join(" ")}: ${error ?? `status ${status}`} ${stderr}`);
  return stdout;
}

const written = new Map();

/**
 * What became of each article, in order: `{ html, diagnostics }`, or `{ error, diagnostics }`; an article is an object or its
 * JSON. One process writes them all, but for texts that are no JSON on one line.
 */
export function renderings(articles, options = {}) {
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const key = article => JSON.stringify([flags, article]);
  const missing = articles.filter(article => !written.has(key(article)));
  const line = article => {
    try {
      return JSON.stringify(typeof article === "string" ? JSON.parse(article) : article);
    } catch {
      return undefined;
    }
  };
  const lines = missing.filter(line),
    texts = missing.filter(article => !line(article));
  if (lines.length) {
    const input = lines.map(article => `${line(article)}\n`).join("");
    const answers = call(["render", "--jsonl", ...flags], input).trimEnd().split("\n");
    if (answers.length !== lines.length) throw new Error(`${answers.length} answers to ${lines.length} articles`);
    lines.forEach((article, at) => written.set(key(article), JSON.parse(answers[at])));
  }
  for (const text of texts) written.set(key(text), { html: call(["render", ...flags, "-"], text).trimEnd() });
  return articles.map(article => written.get(key(article)));
}

/**
 * The embed of an article; `options` are those of `article-card render` by their names, and `id` is put on the element,
 * as a publisher may.
 */
export function prerendered(article, { id, ...options } = {}) {
  const [{ html, error }] = renderings([article], options);
  if (!html) throw new Error(`there is no card: ${JSON.stringify(error)}`);
  return id ? html.replace("<article-card", `<article-card id="${id}"`) : html;
}

/** What a policy's `style-src` has to allow. */
export const styleHash = () => call(["style", "--hash"]).trim().replace(/^(?!')(.*)$/, "'$1'");

/** The file of the kit that holds the stylesheet of prerendered cards. */
export const styleName = () => call(["style", "--name"]).trim();

/** Every article of the gallery that gives a card, by name; its times stand still, so that what is told of them is the same. */
export function fixtures(origin) {
  const now = Date.now();
  return readdirSync(FIXTURES)
    .filter(name => name.endsWith(".json"))
    .map(name => {
      const text = readFileSync(join(FIXTURES, name), "utf8")
        .replaceAll("{origin}", origin)
        .replace(/\{minutes-ago:(\d+)\}/g, (_, minutes) => new Date(now - minutes * 60_000).toISOString());
      return { name: name.replace(/\.json$/, ""), text };
    });
}
