// Hostile texts and addresses, articles of each format that are full of them, and what a card may make of them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the addresses of the corpora lead from; a page says so in its canonical link. */
export const PAGE = "https://news.example/section/page.html";

export const TEXTS = [
  "<script>window.__xss=1</script>",
  '<img src=x onerror="window.__xss=1">',
  '"><svg onload=window.__xss=1>',
  "</script><script>window.__xss=1</script>",
  "<!--<script>",
  "--><script>window.__xss=1</script>",
  "]]><script>window.__xss=1</script>",
  "' onmouseover='window.__xss=1",
  "` onmouseover=`window.__xss=1",
  '</article></template><iframe srcdoc="<script>parent.__xss=1</script>">',
  "</slot></div></article><article-card></article-card>",
  '<template shadowrootmode="open"><script>window.__xss=1</script></template>',
  "{{constructor.constructor('window.__xss=1')()}}",
  "${window.__xss=1}",
  "<%= window.__xss=1 %>",
  "&lt;script&gt;window.__xss=1&lt;/script&gt;",
  "&amp;lt;b&amp;gt; &amp;amp; <b>bold</b>",
  "&#60;img src=x onerror=window.__xss=1&#62;",
  "&NewLine;&Tab;&colon;&lpar;",
  'x" style="position:fixed;inset:0" onclick="window.__xss=1',
  "<style>*{display:none}</style>",
  "</style><script>window.__xss=1</script>",
  "@import 'https://evil.example/x.css';",
  "url(https://evil.example/x.png)",
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<object data="https://evil.example/x"></object><embed src="https://evil.example/x">',
  '<form action="https://evil.example/"><input name="password" autofocus onfocus="window.__xss=1">',
  "<math><mtext><table><mglyph><style><img src=x onerror=window.__xss=1>",
  "<svg><foreignObject><body onload=window.__xss=1>",
  '<a href="javascript:window.__xss=1">A link</a>',
  "<details open ontoggle=window.__xss=1>",
  "javascript:window.__xss=1",
  "__proto__",
  "[object Object]",
  "\u202Egnp.exe \u2066unclosed",
  "a\u0000b\u001b[31mc\u0085d\ufeffe",
  "line\r\nbreak\u2028and\u2029more",
  "👩\u200d🚀 e\u0301\u0301\u0301 🇸🇦",
  "{time} {name} {names}",
  "By By By",
  "x".repeat(2000),
];

/** An address and what a link to it has to be; null for none at all. */
export const ADDRESSES = /** @type {[string, string | null][]} */ ([
  ["javascript:window.__xss=1", null],
  ["JaVaScRiPt:window.__xss=1", null],
  ["\tjavascript:window.__xss=1", null],
  ["java\nscript:window.__xss=1", null],
  ["java\tscript:window.__xss=1", null],
  ["javascript\n:window.__xss=1", null],
  ["\u0001javascript:window.__xss=1", null],
  ["javascript://https://news.example/%0awindow.__xss=1", null],
  ["data:text/html,<script>parent.__xss=1</script>", null],
  ["data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='window.__xss=1'/>", null],
  ["vbscript:msgbox(1)", null],
  ["blob:https://evil.example/1", null],
  ["filesystem:https://evil.example/1", null],
  ["file:///etc/passwd", null],
  ["about:blank", null],
  ["view-source:javascript:1", null],
  ["feed:javascript:1", null],
  ["intent://evil.example/#Intent;scheme=https;end", null],
  ["ws://evil.example/", null],
  ["ftp://evil.example/x", null],
  ["mailto:a@evil.example", null],
  ["tel:+4412345", null],
  ["", null],
  ["http://", null],
  ["https://", null],
  ["https://[::1", null],
  ["https://exa mple.example/", null],
  ["https://a.example:99999/", null],
  ["https://\u202eevil.example/", null],
  ["https://a.example/%00\u0000x", "https://a.example/%00%00x"],
  ['HTTPS://News.Example/a b?<c>"d"#`e`', "https://news.example/a%20b?%3Cc%3E%22d%22#%60e%60"],
  ["https://user:secret@news.example/x", "https://news.example/x"],
  ["https://news.example@evil.example/", "https://evil.example/"],
  ["https:\\\\evil.example\\x", "https://evil.example/x"],
  ["https:////evil.example/x", "https://evil.example/x"],
  ["http://0x7f000001:1/", "http://127.0.0.1:1/"],
  ["https://b\u00fccher.example/\u00e4", "https://xn--bcher-kva.example/%C3%A4"],
  ['https://a.example/x.jpg" onerror="window.__xss=1', "https://a.example/x.jpg%22%20onerror=%22window.__xss=1"],
  [
    "https://a.example/x.jpg, javascript:window.__xss=1 2x",
    "https://a.example/x.jpg,%20javascript:window.__xss=1%202x",
  ],
  [
    "https://a.example/'><script>window.__xss=1</script>",
    "https://a.example/'%3E%3Cscript%3Ewindow.__xss=1%3C/script%3E",
  ],
  ["https://a.example/);background:url(//evil.example", "https://a.example/);background:url(//evil.example"],
  ["  https://a.example/\n", "https://a.example/"],
]);

/**
 * @typedef {object} Address
 * @property {string} input
 * @property {string | null} [relative]
 * @property {string | null} [absolute]
 */

/**
 * The texts and addresses of the corpora, where they are at hand.
 * @returns {{ texts: string[], addresses: Address[] }}
 */
export function ofCorpora(folder = process.env.ARTICLE_CARD_CORPORA) {
  if (!folder || !existsSync(join(folder, "xss"))) return { texts: [], addresses: [] };
  const texts = JSON.parse(readFileSync(join(folder, "xss/text-payloads.json"), "utf8"));
  const addresses = [];
  for (const line of readFileSync(join(folder, "xss/url-expected.jsonl"), "utf8").split("\n")) {
    let record;
    try {
      record = JSON.parse(line);
    } catch {
      continue; // A line that is no record; `cargo xtask corpus` counts it.
    }
    /** @param {boolean} allowed */
    const href = allowed => (allowed ? withoutCredentials(record.whatwg_href) : null);
    addresses.push({
      input: record.input,
      relative: href(record.allow_http_https),
      // Without a base `https:x` is another address than the one that the corpus has for it.
      absolute: leadsFromItsBase(record.input) ? undefined : href(record.allow_absolute_only),
    });
  }
  return { texts, addresses };
}

/** @param {string} href */
function withoutCredentials(href) {
  const url = new URL(href);
  url.username = url.password = "";
  return url.href;
}

/** @param {string} input */
function leadsFromItsBase(input) {
  const bare = input.replace(/^[\0- ]+|[\t\n\r]/g, "");
  return /^https:(?![/\\]{2})/i.test(bare);
}

/**
 * Every field of the card's own JSON.
 * @param {string} text
 * @param {string} url
 */
export const card = (text, url) => ({
  id: text,
  headline: text,
  url,
  kicker: text,
  standfirst: text,
  bullets: [text],
  image: {
    url,
    alt: text,
    caption: text,
    credit: text,
    width: 640,
    height: 360,
    origin: "compositeSynthetic",
    sources: [{ url, width: 1280, type: text }],
  },
  origin: "trainedAlgorithmicMedia",
  media: { kind: "gallery", duration: text, count: 12 },
  readingTime: 5,
  dateline: text,
  byline: [{ name: text, url, image: url, jobTitle: text }],
  published: "2024-04-02",
  updated: "2024-04-03",
  shortUrl: url,
  follow: { label: text, url },
  publisher: { name: text, url, logo: url },
  section: text,
  language: "en",
  related: [{ headline: text, url, image: url }],
  access: "paid",
  sponsor: { name: text, url, logo: url },
  status: "live",
  correction: { text, date: "2024-04-03" },
  labels: Object.fromEntries(
    "updated published copy copied follow related live paid sponsored correction by madeWithAi pictureAlteredWithAi pictures readingTime"
      .split(" ")
      .map(word => [word, text]),
  ),
});

/**
 * An article of schema.org. The logo has an address of its own, since a picture that is the logo is none.
 * @param {string} text
 * @param {string} url
 */
export const jsonLd = (text, url) => ({
  "@context": "https://schema.org",
  "@type": ["NewsArticle", "VideoObject"],
  duration: text,
  url,
  mainEntityOfPage: url,
  headline: text,
  alternativeHeadline: text,
  description: text,
  abstract: text,
  articleSection: text,
  dateline: text,
  inLanguage: "en",
  genre: text,
  datePublished: "2024-04-02",
  dateModified: "2024-04-03",
  image: {
    "@type": "ImageObject",
    url,
    caption: text,
    creditText: text,
    width: 640,
    height: 360,
    digitalSourceType: [text, "TrainedAlgorithmicMediaDigitalSource"],
  },
  digitalSourceType: text,
  timeRequired: text,
  author: { "@type": "Person", name: text, url, image: url, jobTitle: text },
  publisher: { "@type": "NewsMediaOrganization", name: text, url, logo: `${PAGE}?logo` },
  sponsor: { "@type": "Organization", name: text, url },
  citation: { "@type": "NewsArticle", headline: text, url },
  correction: { "@type": "CorrectionComment", text },
  articleBody: text,
});

/**
 * A news item of ninjs 3.
 * @param {string} text
 * @param {string} url
 */
export const ninjs = (text, url) => ({
  uri: "urn:example:1",
  standard: { name: "ninjs", version: "3.1" },
  type: "text",
  pubStatus: "usable",
  version: "2",
  language: "en",
  versionCreated: "2024-04-03T10:00:00Z",
  firstCreated: "2024-04-02T10:00:00Z",
  headlines: [
    { role: "main", value: text },
    { role: "subhead", value: text },
  ],
  descriptions: [{ role: "summary", value: text }],
  by: text,
  located: text,
  edNote: text,
  copyrightHolder: text,
  digitalSourceType: { name: text, uri: text },
  genres: [{ name: text }],
  infoSources: [{ name: text }],
  altIds: [{ role: "web", value: url }],
  associations: [
    {
      name: "main",
      uri: "urn:example:2",
      type: "picture",
      digitalSourceType: text,
      descriptions: [{ value: text }],
      by: text,
      renditions: [{ name: "r640", href: url, contentType: "image/jpeg", width: 640, height: 360 }],
    },
    { name: "more", uri: "urn:example:3", type: "text", headlines: [{ value: text }] },
  ],
  renditions: [{ name: "web", href: url, contentType: "text/html" }],
});

/** The formats with the type of script that they stand in. */
export const FORMATS = {
  card: { make: card, type: "application/json" },
  "json-ld": { make: jsonLd, type: "application/ld+json" },
  ninjs: { make: ninjs, type: "application/json" },
};

/**
 * The text as a card shows it by the words of docs/fields.md; null if there is nothing to see.
 * @param {string} raw
 */
export function shown(raw) {
  let open = 0;
  for (const sign of raw) {
    if (/[\u2066-\u2068]/.test(sign)) open++;
    else if (sign === "\u2069" && --open < 0) break;
  }
  const text = raw
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, " ")
    .replace(open === 0 ? /[\u202a-\u202e]/g : /[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\0-\x1f\x7f-\x9f\ufeff\ufff9-\ufffb\ufffe\uffff]/g, "")
    .replace(/ +/g, " ")
    .trim()
    // Texts are in Unicode's normal form C.
    .normalize("NFC");
  // oxlint-disable-next-line no-misleading-character-class -- each of them is meant alone
  return /[^\s\u00ad\u200b-\u200f\u2060-\u2069\ufe00-\ufe0f]/u.test(text) ? text : null;
}

/**
 * Whether a text of the article is that text, or as much of its beginning as a card has room for.
 * @param {string} text
 * @param {string} whole
 */
export const isShown = (text, whole) =>
  text === whole || (text.endsWith("…") && text.length > 50 && whole.startsWith(text.slice(0, -1)));

/**
 * @param {string} name
 * @param {string} text
 */
const isAddress = (name, text) => ["url", "shortUrl", "logo"].includes(name) || (name === "image" && text !== "");
const KEPT = [
  "id",
  "published",
  "updated",
  "date",
  "embargoedUntil",
  "expires",
  "timeZone",
  "language",
  "access",
  "status",
  "origin",
  "kind",
  "duration",
  "type",
];

/**
 * The same article with a plain word for each of its texts and a plain address for each of its addresses; what was equal
 * stays equal. `words` is filled with what stands for what.
 * @param {any} value
 * @param {Map<string, string>} words
 * @returns {any}
 */
export function calmed(value, words = new Map(), name = "") {
  if (typeof value === "string") {
    if (KEPT.includes(name)) return value;
    const address = isAddress(name, value);
    if (!words.has(value)) words.set(value, address ? `${PAGE}?${words.size}` : `Control-${words.size}-`);
    return words.get(value);
  }
  if (Array.isArray(value)) return value.map(item => calmed(item, words, name));
  if (!value || typeof value !== "object") return value;
  if (name === "labels")
    return Object.fromEntries(Object.entries(value).map(([word, label]) => [word, calmedLabel(String(label))]));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, calmed(inner, words, key)]));
}

/**
 * A label keeps its placeholder, and what stands on either side of it is a plain word.
 * @param {string} label
 */
function calmedLabel(label) {
  const placeholder = ["{time}", "{names}", "{name}", "{count}"].find(part => label.includes(part));
  /** @param {string} part */
  const word = part => (part.trim() ? "label" : part);
  return placeholder ? label.split(placeholder).map(word).join(placeholder) : "label";
}

/**
 * All texts and all addresses of an article, with their paths.
 * @typedef {{ path: string, value: string }} Leaf
 * @param {unknown} value
 * @param {{ texts: Leaf[], addresses: Leaf[] }} found
 */
export function leaves(value, path = "$", name = "", found = { texts: [], addresses: [] }) {
  if (typeof value === "string") {
    if (isAddress(name, value)) found.addresses.push({ path, value });
    else if (!KEPT.includes(name) || path.startsWith("$.labels.") || ["id", "type"].includes(name))
      found.texts.push({ path, value });
  } else if (value && typeof value === "object") {
    for (const [key, inner] of Object.entries(value))
      leaves(
        inner,
        Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`,
        Array.isArray(value) ? name : key,
        found,
      );
  }
  return found;
}

/** Runs in the page. Notes whatever a script of somebody else's could do, before any script of the page. */
export function watchScripts() {
  /** @type {string[]} */
  const ran = [];
  Object.defineProperty(window, "ran", { value: ran });
  for (const name of ["alert", "confirm", "prompt", "print", "open", "write"])
    Object.assign(window, { [name]: (/** @type {any[]} */ ...given) => void ran.push(`${name}(${given})`) });
  Object.defineProperty(window, "__xss", {
    set(value) {
      ran.push(`__xss = ${value}`);
    },
  });
  document.addEventListener("securitypolicyviolation", event => {
    ran.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
}

/**
 * Reports every script of the page that is not the kit's, and lets it run all the same.
 * @param {string} kit
 */
export const policy = kit => ({
  "content-security-policy-report-only": `script-src ${kit} 'wasm-unsafe-eval' 'report-sample'; object-src 'none'; base-uri 'none'; frame-src 'none'`,
});

/**
 * Runs in the page. Draws cards of these texts, all at once or one by one, and tells what each has become; equal trees
 * of elements are told once. A card that refers to other blocks of the page must not see its neighbours.
 * @typedef {{ text: string, type: string }} Input
 * @param {Input[]} inputs
 */
export async function drawn(inputs) {
  /** @type {string[]} */
  const trees = [];
  const known = new Map();
  /** @param {string} tree */
  const number = tree => {
    if (!known.has(tree)) known.set(tree, trees.push(tree) - 1);
    return known.get(tree);
  };
  /** @param {Card} card */
  const isSettled = card => card.matches(":state(ready), :state(error)");
  /** @param {Input} input */
  const add = ({ type, text }) => {
    const card = document.createElement("article-card"),
      script = document.createElement("script");
    script.type = type;
    script.textContent = text;
    card.setAttribute("loading", "eager");
    card.append(script);
    document.querySelector("main")?.append(card);
    return card;
  };
  /** @param {Card[]} cards */
  const settled = async cards => {
    const end = performance.now() + 60_000;
    while (!cards.every(isSettled)) {
      if (performance.now() > end) throw new Error("cards that never settle");
      await new Promise(done => setTimeout(done, 4));
    }
  };
  /** @param {Card} card */
  const told = card => {
    const root = card.shadowRoot,
      all = [...(root?.querySelectorAll("article, article *") ?? [])];
    const tree = all.map(node => {
      let depth = 0;
      for (let above = /** @type {Element | null} */ (node); above; above = above.parentElement) depth++;
      // A picture that does not come is hidden, when that is known.
      const names = node.getAttributeNames().filter(name => name !== "hidden");
      return `${depth} ${node.localName} ${names.sort()}`;
    });
    /** @param {string} name */
    const values = name => all.map(node => node.getAttribute(name)).filter(value => value !== null);
    return {
      state: card.matches(":state(ready)") ? "ready" : "error",
      article: card.article,
      report: card.report.map(({ severity, code, path, message }) => ({ severity, code, path, message })),
      tree: number(tree.join("\n")),
      words: (root?.querySelector("article")?.textContent ?? "") + values("alt").concat(values("aria-label")).join(""),
      links: [
        ...values("href"),
        ...values("src"),
        ...values("srcset").flatMap(set => set.split(", ").map(candidate => candidate.replace(/ \d+w$/, ""))),
      ],
    };
  };
  const results = [];
  const together = inputs.some(({ text }) => text.includes('"@id"')) ? 1 : inputs.length;
  for (let first = 0; first < inputs.length; first += together) {
    const cards = inputs.slice(first, first + together).map(add);
    await settled(cards);
    results.push(...cards.map(told));
    cards.forEach(card => card.remove());
  }
  return { results, trees };
}
