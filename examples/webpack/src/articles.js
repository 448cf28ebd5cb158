// Addresses are whole: an article may stand on any page.
const picture = new URL("./harbour.webp", import.meta.url).href;

export const ARTICLES = [
  {
    headline: "Last coal ship leaves the harbour",
    url: "https://herald.example/last-coal-ship",
    bullets: ["Loading ended before breakfast", "The cranes stay for now"],
    image: { url: picture, width: 1280, height: 720, alt: "A ship under the cranes of a harbour", credit: "Ines Calloway" },
    published: "2026-02-27",
    language: "en-GB",
  },
  // Labels of other languages are files of their own, which are fetched when a card needs them.
  {
    headline: "Das letzte Kohleschiff verlässt den Hafen",
    url: "https://kurier.example/letztes-kohleschiff",
    image: { url: picture, width: 1280, height: 720, alt: "Ein Schiff unter den Kränen eines Hafens", credit: "Ines Calloway" },
    published: "2026-02-27",
    updated: "2026-02-28",
    follow: {},
    publisher: { name: "Der Stadtkurier", url: "https://kurier.example/" },
    language: "de",
  },
];

// What a page has for search engines already; the reader of other formats is fetched for it.
export const JSON_LD = {
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: "Night train to Trieste returns",
  url: "https://herald.example/night-train",
  datePublished: "2026-03-06T06:30:00+01:00",
  inLanguage: "en-GB",
};
