/** The articles of the page; addresses are whole, since an article may stand on any page. */
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
  {
    headline: "Tug crews vote on the new night rota",
    url: "https://herald.example/night-rota",
    kicker: "Port",
    standfirst: "Two boats instead of three would lie ready after midnight, as fewer ships come in by dark.",
    published: "2026-03-02",
    language: "en-GB",
  },
];
