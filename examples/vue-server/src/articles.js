/** The articles of the page, as an editorial system has them; addresses of pictures are whole. */
export const articles = origin => [
  {
    headline: "Last coal ship leaves the harbour",
    url: "https://herald.example/last-coal-ship",
    bullets: ["Loading ended before breakfast", "The cranes stay for now"],
    image: {
      url: `${origin}/harbour.webp`,
      width: 1280,
      height: 720,
      alt: "A ship under the cranes of a harbour",
      credit: "Ines Calloway",
    },
    published: "2026-02-27",
    language: "en-GB",
  },
  // Labels of other languages are files of their own, which the browser fetches when it draws such a card.
  {
    headline: "Das letzte Kohleschiff verlässt den Hafen",
    url: "https://kurier.example/letztes-kohleschiff",
    standfirst: "Nach hundert Jahren endet der Umschlag; die Kräne bleiben vorerst stehen.",
    published: "2026-02-27",
    updated: "2026-02-28",
    follow: {},
    publisher: { name: "Der Stadtkurier", url: "https://kurier.example/" },
    language: "de",
  },
];
