// What one takes away: the embed code for the chosen target, what a server must allow and send for it, what it weighs,
// and whether a host allows it.

import { codeBlock, download, field, make } from "./elements.js";
import { openHost } from "./out/host.js";
import { HEADERS, SOME_PAGE, needsOf, pictureHosts, policyLines } from "./out/needs.js";
import { wholePage, withTheme } from "./out/pages.js";
import { options } from "./out/spelling.js";
import { TARGETS, targetOf } from "./out/targets.js";
import { gzipped, inWords, size, styleHash } from "./out/weight.js";

/** @typedef {import("./bench.js").Bench} Bench */
/** @typedef {(options: Record<string, any>) => Promise<{ html: string }> | { html: string }} Render */

const KIT = "https://cdn.example/article-card/";
/** After how many milliseconds without a change the card is prerendered. */
const PAUSE = 200;

/**
 * `render` prerenders the article that is looked at; `say` tells in words what was done.
 * @param {HTMLElement} root
 * @param {Bench} bench
 * @param {{ tables: any, render: Render, version: string, say?: (text: string) => void }} needed
 */
export function openOut(root, bench, { tables, render, version, say = () => {} }) {
  const choice = make("select", {},
    ...TARGETS.map(({ name, title }) => make("option", { value: name, textContent: title })));
  const kit = make("input", { type: "url", value: KIT, spellcheck: false, autocomplete: "off", dir: "ltr" });
  const kitWrong = make("p", { className: "wrong", id: "kit-wrong", hidden: true, role: "status" });
  kit.setAttribute("aria-describedby", kitWrong.id);
  const kitField = field("Where your kit is", kit);
  const withheld = make("p", { className: "withheld", hidden: true, role: "status" });
  const note = make("p", { className: "note" });
  const install = codeBlock("the command", say);
  const command = make("div", { className: "command" }, install.pre, install.copy);
  const files = make("div", { className: "files" });
  const page = make("button", { type: "button", textContent: "Download as a page" });
  const policy = codeBlock("the policy's lines", say);
  const pictureNote = make("p", { className: "note" });
  const weight = make("p", { className: "note" });
  const headers = headerTable();
  const host = make("div", { className: "host" });
  const code = make("div", { className: "out-code" },
    note, command, files, page,
    make("h3", { textContent: "What your server must allow" }),
    make("div", { className: "code-head" }, make("h4", { textContent: "Content-Security-Policy" }), policy.copy),
    policy.pre, pictureNote, headers,
    make("h3", { textContent: "What it weighs" }), weight,
    make("h3", { textContent: "Does my host allow it?" }), host);
  root.classList.add("out");
  root.append(make("div", { className: "out-choice" }, field("For", choice), kitField), kitWrong, withheld, code);

  /** @type {{ key: string, html: string, hash: string }} */
  let card = { key: "", html: "", hash: "" };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let pending = "";
  let shown = "";

  const target = () => targetOf(bench.state.target);

  function folder() {
    const text = kit.value.trim() || KIT;
    return text.endsWith("/") ? text : `${text}/`;
  }

  /** @returns {import("./out/targets.js").Embed | undefined} */
  function embed() {
    const article = bench.chosen?.article;
    if (!article) return undefined;
    const { attributes, theme } = bench.state;
    const manifest = tables?.kit?.manifest ?? (tables?.kit?.place ? { place: tables.kit.place } : null);
    return {
      article, attributes, theme, version, manifest,
      kit: folder(), html: card.html, styleHash: card.hash, pictures: pictureHosts(article),
    };
  }

  /** @param {Record<string, any>} article */
  const keyOf = article => JSON.stringify([article, bench.state.attributes]);

  /** Prerenders for the targets that need it: all of it, or the hash of its style. */
  function prerender() {
    const article = bench.chosen?.article;
    if (!article || !target().styles.includes("card")) return;
    const key = keyOf(article);
    if (key === card.key || key === pending) return;
    pending = key;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      try {
        const { html } = await render(options(bench.state.attributes));
        const hash = await styleHash(html);
        if (pending === key) card = { key, html, hash };
      } catch (error) {
        if (pending === key) card = { key, html: "", hash: card.hash };
        say(`The card cannot be prerendered: ${error instanceof Error ? error.message : error}`);
      }
      if (pending === key) {
        pending = "";
        update();
      }
    }, PAUSE);
  }

  function update() {
    const { name, isKitElsewhere, files: filesOf, install: line, note: words, styles } = target();
    choice.value = name;
    kitField.hidden = !isKitElsewhere;
    const isFolder = isAddress(folder());
    kitWrong.hidden = !isKitElsewhere || isFolder;
    kitWrong.textContent = kitWrong.hidden ? "" : "That is no address: write https://, or a path that begins with /.";
    prerender();
    const now = embed();
    withheld.hidden = now !== undefined;
    withheld.textContent = now ? "" : why(bench);
    code.hidden = !now || (isKitElsewhere && !isFolder);
    if (!now || code.hidden) return;
    note.textContent = words;
    command.hidden = !line;
    install.code.textContent = line;
    const isReady = name !== "prerendered" || card.key === keyOf(now.article);
    // What stands there until the card is prerendered is of the article before, and nobody is to copy it.
    files.inert = page.disabled = !isReady;
    const all = name === "prerendered" && !card.html ? [] : filesOf(now);
    page.hidden = !isKitElsewhere || all.length === 0;
    showFiles(all);
    const origin = where.pageOrigin();
    policy.code.textContent = policyLines(needsOf(now, target(), origin), origin);
    const hosts = now.pictures.length === 0 ? "This article has no picture." : "";
    const hash = styles.includes("card") && !card.hash && card.key
      ? "To style-src belongs what the command “article-card style --hash” prints." : "";
    pictureNote.textContent = [hosts, hash].filter(Boolean).join(" ");
    pictureNote.hidden = pictureNote.textContent === "";
    headers.hidden = name === "yew";
    weigh(all);
    where.update();
  }

  const where = openHost(host, {
    needs: origin => {
      const now = embed();
      return now ? needsOf(now, target(), origin) : [];
    },
    say,
    changed: () => update(),
  });

  /** @param {import("./out/targets.js").CodeFile[]} all */
  function showFiles(all) {
    const next = JSON.stringify(all);
    // Whoever selects in a text or stands on a button is not to lose it to a change elsewhere.
    if (next === shown) return;
    shown = next;
    all.forEach(({ name, text, language }, index) => {
      const is = files.children[index];
      if (is instanceof HTMLElement && is.dataset.name === name) {
        const old = is.querySelector("code");
        if (old && old.textContent !== text) old.textContent = text;
        return;
      }
      const block = codeBlock(name, say);
      block.code.textContent = text;
      block.code.className = `language-${language}`;
      const section = make("section", { className: "code-file" },
        make("div", { className: "code-head" }, make("h3", { textContent: name }), block.copy), block.pre);
      section.dataset.name = name;
      if (is) is.replaceWith(section);
      else files.append(section);
    });
    while (files.children.length > all.length) files.lastElementChild?.remove();
  }

  /** @param {import("./out/targets.js").CodeFile[]} all */
  async function weigh(all) {
    const text = all.map(file => file.text).join("");
    const total = tables?.kit?.total;
    const isKit = total && target().name !== "yew";
    const kitWords = isKit ? `For its first card a page fetches ${inWords(total)} with brotli. ` : "";
    /** @param {number} [packed] */
    const tell = packed => {
      const own = packed === undefined ? "" : `, ${inWords(packed)} with gzip`;
      weight.textContent = `${kitWords}The embed code is ${inWords(size(text))}${own}.`;
    };
    tell();
    const packed = await gzipped(text);
    if (shown === JSON.stringify(all)) tell(packed);
  }

  choice.addEventListener("change", () => bench.set({ target: choice.value }));
  kit.addEventListener("input", update);
  page.addEventListener("click", async () => {
    const now = embed();
    if (!now) return;
    try {
      const isWritten = target().name === "html";
      const text = isWritten
        ? wholePage(now)
        : withTheme((await render({ ...options(now.attributes), page: true, kit: now.kit })).html, now.theme);
      download("article-card.html", text, "text/html");
      say("The page is saved as article-card.html");
    } catch (error) {
      say(`The page cannot be made: ${error instanceof Error ? error.message : error}`);
    }
  });
  /** What stands here depends on nothing else. */
  const dependsOn = () => {
    const { attributes, theme, target, address } = bench.state;
    const { article, ok } = bench.chosen ?? {};
    return JSON.stringify([article, ok, attributes, theme, target, address]);
  };
  let known = dependsOn();
  const follow = () => {
    const now = dependsOn();
    if (now === known) return;
    known = now;
    update();
  };
  bench.addEventListener("state", follow);
  bench.addEventListener("reading", follow);
  update();
}

/** @param {string} text */
const isAddress = text => /^(https?:\/\/[^/]|\/|\.)[^\s"'<>]*$/i.test(text) && URL.canParse(text, SOME_PAGE);

/**
 * Why there is no embed code.
 * @param {Bench} bench
 */
function why(bench) {
  const chosen = bench.chosen;
  if (!chosen) return "As soon as there is an article, its embed code stands here.";
  if (chosen.ok) return "There is no embed code for this article: it may not be passed on now. The report says why.";
  return "There is no embed code, since no card can be drawn of this. The report says why.";
}

function headerTable() {
  const titles = ["File", "Content-Type", "Cache-Control"].map(title => make("th", { scope: "col" }, title));
  const rows = HEADERS.map(cells => make("tr", {},
    make("th", { scope: "row" }, make("code", { textContent: cells[0] })),
    ...cells.slice(1).map(text => make("td", {}, make("code", { textContent: text })))));
  const table = make("table", {},
    make("caption", { textContent: "The headers of the kit's files" }),
    make("thead", {}, make("tr", {}, ...titles)),
    make("tbody", {}, ...rows));
  const scroll = make("div", { className: "scroll", tabIndex: 0 }, table);
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", "The headers of the kit's files");
  const textContent = "Send all of them compressed, with brotli if you can; from another origin than the page's, " +
    "with Access-Control-Allow-Origin: *. Keep those of an older kit for as long as a page may ask for them.";
  return make("div", {}, scroll, make("p", { className: "note", textContent }));
}
