// Prerendered cards as the command line writes them, and the articles that the tests prerender.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const COMMAND = process.env.ARTICLE_CARD_CLI ?? join(repository, "target/debug/article-card");
const FIXTURES = join(repository, "tests/fixtures");

/**
 * What the command prints; one bad line among others is an answer too.
 * @param {string[]} given
 */
function call(given, input = "") {
  const { status, error, stdout, stderr } = spawnSync(COMMAND, given, { input, encoding: "utf8", maxBuffer: 1 << 30 });
  if (error || (status !== 0 && status !== 1))
    throw new Error(`${COMMAND} ${given.join(" ")}: ${error ?? `status ${status}`} ${stderr}`);
  return stdout;
}

/**
 * @typedef {object | string} Article
 * @typedef {{ html?: string, error?: Told, diagnostics?: Told[] }} Rendering
 * @typedef {Record<string, string>} Options
 */

/** @type {Map<string, Rendering>} */
const written = new Map();

/**
 * What became of each article, in order: `{ html, diagnostics }`, or `{ error, diagnostics }`; an article is an object or its
 * JSON. One process writes them all, but for texts that are no JSON on one line.
 * @param {Article[]} articles
 * @param {Options} options
 */
export function renderings(articles, options = {}) {
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  /** @param {Article} article */
  const key = article => JSON.stringify([flags, article]);
  const missing = articles.filter(article => !written.has(key(article)));
  /** @param {Article} article */
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
  for (const text of texts) written.set(key(text), { html: call(["render", ...flags, "-"], String(text)).trimEnd() });
  return articles.map(article => /** @type {Rendering} */ (written.get(key(article))));
}

/**
 * The embed of an article; `options` are those of `article-card render` by their names, and `id` is put on the element,
 * as a publisher may.
 * @param {Article} article
 * @param {{ id?: string, [option: string]: string | undefined }} options
 */
export function prerendered(article, { id, ...options } = {}) {
  const [{ html, error }] = renderings([article], /** @type {Options} */ (options));
  if (!html) throw new Error(`there is no card: ${JSON.stringify(error)}`);
  return id ? html.replace("<article-card", `<article-card id="${id}"`) : html;
}

/** What a policy's `style-src` has to allow. */
export const styleHash = () => call(["style", "--hash"]).trim().replace(/^(?!')(.*)$/, "'$1'");

/** The file of the kit that holds the stylesheet of prerendered cards. */
export const styleName = () => call(["style", "--name"]).trim();

/**
 * Every article of the gallery that gives a card, by name; its times stand still, so that what is told of them is the same.
 * @param {string} origin
 */
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
