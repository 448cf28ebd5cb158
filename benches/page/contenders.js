// Who is measured, and the page that each stands in.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { article, json } from "./article.js";

/** A picture of the project's gallery; its folder is served under this name. */
const PICTURE = "/pictures/library.webp";

/** What lets a browser leave out the layout of cards that are far from the screen. */
const FAR = "content-visibility: auto; contain-intrinsic-size: auto 520px";

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} label how the tables call it
 * @property {"article-card" | "news-card"} tag
 * @property {string} folder what it loads comes from there
 * @property {string} head what the page's head has for it
 * @property {boolean} coldOnly
 * @property {boolean} [warmOnly]
 */

/**
 * What the README tells a publisher to write into a page, before the card.
 * @param {string} readme
 */
export function recommended(readme) {
  const block = readme.split("\n## Embed it\n")[1]?.split("```html\n")[1]?.split("```")[0] ?? "";
  const head = block.split("<article-card")[0].trim();
  if (!head.includes("<script")) throw new Error("the README's embed begins otherwise than with its script");
  return head;
}

/**
 * The same with the names of the kit's own files, where the README leaves a version or a hash open.
 * @param {string} head
 * @param {string[]} files
 */
export function named(head, files) {
  return head.replace(/(?<="\/article-card\/)[^"]+/g, name => {
    const pieces = name.split(/<[^>]*>/).map(piece => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(`^${pieces.join("[\\w.]+")}$`);
    const found = files.find(file => pattern.test(file));
    if (found === undefined) throw new Error(`the README's embed names ${name}, which the kit does not have`);
    return found;
  });
}

/**
 * The lines that fetch with the page what the first card waits for, of the kit's manifest.
 * @param {{ files: { name: string, preload?: string }[] }} manifest
 */
export function preloads({ files }) {
  return files.flatMap(({ name, preload }) => {
    if (preload === "modulepreload") return `<link rel="modulepreload" href="/article-card/${name}">`;
    return preload ? `<link rel="preload" as="${preload}" crossorigin href="/article-card/${name}">` : [];
  });
}

/**
 * All of them, in the order of the tables.
 * @param {string} kit
 * @returns {Contender[]}
 */
export function contenders(kit) {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const embed = named(recommended(readFileSync(`${root}README.md`, "utf8")), readdirSync(kit));
  const more = preloads(JSON.parse(readFileSync(`${kit}/manifest.json`, "utf8")));
  const peer = (/** @type {string} */ name, /** @type {string} */ label) => ({
    name,
    label,
    tag: /** @type {const} */ ("news-card"),
    folder: name,
    head: `<script type="module" src="/${name}/card.js"></script>`,
    coldOnly: false,
  });
  const far = (/** @type {ReturnType<typeof peer>} */ of) => ({
    ...of,
    name: `${of.name}-far`,
    label: `${of.label}, \`content-visibility\``,
    head: `${of.head}\n<style>news-card { display: block; ${FAR} }</style>`,
    warmOnly: true,
  });
  const [vanilla, react] = [peer("vanilla", "plain JavaScript"), peer("react", "React 19")];
  const ours = { tag: /** @type {const} */ ("article-card"), folder: "article-card" };
  return [
    vanilla,
    far(vanilla),
    react,
    far(react),
    peer("yew", "plain Yew"),
    { ...ours, name: "article-card", label: "**article-card**", head: embed, coldOnly: false },
    {
      ...ours,
      name: "article-card-preload",
      label: "**article-card**, preloaded",
      head: [embed, ...more.filter(line => !embed.includes(/href="[^"]*"/.exec(line)?.[0] ?? line))].join("\n"),
      coldOnly: true,
    },
  ];
}

/**
 * A whole page, with these lines in its head.
 * @param {string} head
 * @param {string} body
 */
export const page = (head, body) => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Harbour news</title>
<style>body { margin: 1rem; font: 1rem/1.5 system-ui, sans-serif }</style>
${head}
</head>
<body>
<h1>Harbour news</h1>
<p>What has happened on the quays and on the islands this week, told by those who were there.</p>
${body}
</body>
</html>
`;

/**
 * A card as a page's HTML.
 * @param {Contender["tag"]} tag
 * @param {import("./article.js").Article} of
 */
export const card = (tag, of) => `<${tag}>
<script type="application/json">${json(of)}</script>
<a href="${of.url}">${of.headline}</a>
</${tag}>`;

/** An article with the picture that the server has. */
export const pictured = (/** @type {number} */ number, /** @type {string} */ origin, form = {}) =>
  article(number, { picture: origin + PICTURE, ...form });
