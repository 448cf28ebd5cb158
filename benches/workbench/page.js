// A page's source, invented and of the shape that real ones have: more scripts than text, and much around the article.

const WORDS = "the ferry to the outer islands sails again after eleven weeks of storm and repair with forty passengers and the post".split(" ");

/** @param {number} number */
const sentence = number => {
  const words = WORDS.map((_, place) => WORDS[(place * 7 + number) % WORDS.length]).join(" ");
  return `${words[0].toUpperCase()}${words.slice(1)}.`;
};

/** @param {number} number */
const teaser = number =>
  `<li class="teaser teaser--${number % 5}"><a href="/islands/story-${number}"><img src="/pictures/${number}.webp" alt="" width="320" height="180" loading="lazy"><h3>${sentence(number)}</h3></a><time datetime="2026-03-0${1 + (number % 9)}">${1 + (number % 9)} March</time></li>`;

/** @param {number} number */
const settings = number =>
  JSON.stringify({ slot: `advert-${number}`, sizes: [[300, 250], [728, 90]], targeting: { section: "islands", page: number, words: WORDS } });

/**
 * A page of about so many bytes.
 * @param {number} length
 */
export function page(length) {
  const article = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: "Ferry to the outer islands sails again",
    url: "https://herald.example/islands/ferry-sails-again",
    datePublished: "2026-03-02T06:30:00+00:00",
    dateModified: "2026-03-02T09:15:00+00:00",
    description: "After eleven weeks the crossing is open, at half the old speed.",
    author: { "@type": "Person", name: "Ines Calloway" },
    image: { "@type": "ImageObject", url: "https://herald.example/pictures/ferry.webp", width: 1600, height: 900 },
  };
  const head = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${article.headline} | The Harbour Herald</title>
<link rel="canonical" href="${article.url}"><meta property="og:type" content="article">
<meta property="og:title" content="${article.headline}"><meta property="og:site_name" content="The Harbour Herald">
<script type="application/ld+json">${JSON.stringify(article)}</script>
</head><body><header><nav><a href="/">Home</a></nav></header>
<main><article><h1>${article.headline}</h1><p class="byline">By Ines Calloway</p>\n`;
  let source = head;
  for (let number = 0; number < 40; number++) source += `<p>${sentence(number)} ${sentence(number + 3)}</p>\n`;
  source += '</article></main>\n<aside class="more"><ul>\n';
  for (let number = 0; source.length < length * 0.5; number++) source += `${teaser(number)}\n`;
  source += "</ul></aside>\n";
  for (let number = 0; source.length < length; number++) source += `<script>window.adverts.push(${settings(number)});</script>\n`;
  return `${source}</body></html>\n`;
}
