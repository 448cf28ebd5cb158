// What all hosts and the command line are given: every article of the gallery, each other format, and inputs that are damaged.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const fixtures = process.env.ARTICLE_CARD_FIXTURES ?? "";

/** Noon of a day on which everything in the gallery is decided alike. */
export const NOW = Date.UTC(2026, 2, 1, 12);

const page = (head, body) => `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`;
const jsonLd = {
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: "Night train to Trieste returns",
  url: "/night-train",
  datePublished: "2026-02-27T06:30:00+01:00",
  author: [{ "@type": "Person", name: "Ada Marin" }],
};
const item = { uri: "urn:news:1", type: "text", language: "de", headline: "Der Nachtzug kehrt zurück", versioncreated: "2026-02-27T06:30:00Z" };

/** Other formats, and what is no article: the name says which. */
const OWN = {
  "page": page(
    `<meta charset="utf-8"><title>Night train to Trieste returns</title><script type="application/ld+json">${JSON.stringify(jsonLd)}</script>`,
    "<h1>Night train to Trieste returns</h1>",
  ),
  "page-without-article": page("<title>Contact</title>", "<h1>Contact</h1>"),
  "json-ld-list": JSON.stringify({ "@graph": [jsonLd, { ...jsonLd, headline: "Another story", url: "/another" }] }),
  "ninjs-list": JSON.stringify([item, { ...item, uri: "urn:news:2", headline: "Die Brücke ist offen" }]),
  "copied": "Night train to Trieste returns\n\nBy Ada Marin\n\n27 February 2026\n\nThe first train left Vienna after eleven years.\n",
  "embargo": JSON.stringify({ headline: "Minister resigns", embargoedUntil: "2099-01-01T00:00:00Z" }),
  "markup": JSON.stringify({ headline: "</script><img src=x onerror=alert(1)>", standfirst: "a & b < c > d \"e\"" }),
  "escapes": String.raw`{"headline": "A \u0000 lone \ud800 half and 👩‍🚀 \ud83d\ude80", "bulets": ["x"], "url": "javascript:alert(1)"}`,
  "nul": '{"headline": "a\0b"}',
  "empty": "",
  "space": " \n ",
  "null": "null",
  "number": "42",
  "list": "[]",
  "half": '{"headline": "Half a',
  "deep": "[".repeat(500),
  "words": "hello",
};

/** Each input with its bytes. */
export function inputs() {
  const names = readdirSync(fixtures).filter(name => name.endsWith(".json")).sort();
  const all = names.map(name => ({ name, bytes: readFileSync(join(fixtures, name)) }));
  for (const [name, text] of Object.entries(OWN)) all.push({ name, bytes: Buffer.from(text) });
  // A text of another encoding, as a server may still send it.
  all.push({ name: "windows-1251", bytes: Buffer.from(page('<meta charset="windows-1251"><title>\xcf\xee\xe5\xe7\xe4</title>', "<h1>\xcf\xee\xe5\xe7\xe4</h1>"), "latin1") });
  all.push({ name: "cut-character", bytes: Buffer.from('{"headline": "é"}').subarray(0, 15) });
  return all;
}

/** The ways in which each is rendered: the options, and the same as flags of the command line. */
export const WAYS = [
  { options: {}, flags: [] },
  {
    options: { layout: "hero", headingLevel: 2, theme: "dark", timeZone: "Asia/Tokyo", linkParams: "utm_source=partner&a=b", style: "link", kit: "https://cdn.example/card" },
    flags: ["--layout=hero", "--heading-level=2", "--theme=dark", "--time-zone=Asia/Tokyo", "--link-params=utm_source=partner&a=b", "--style=link", "--kit=https://cdn.example/card"],
  },
  {
    options: { lang: "ar", dir: "rtl", hide: "byline related", timeZone: "reader", loading: "eager", style: "nonce", nonce: "a\"b", page: true, url: "https://herald.example/x/y" },
    flags: ["--lang=ar", "--dir=rtl", "--hide=byline related", "--time-zone=reader", "--loading=eager", "--style=nonce", "--nonce=a\"b", "--page", "--url=https://herald.example/x/y"],
  },
];
