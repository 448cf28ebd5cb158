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
  {
    headline: "Night train to Trieste returns",
    url: "https://herald.example/night-train",
    standfirst: "After nine years without one, the sleeper leaves again on Friday evenings.",
    byline: [{ name: "Tomas Lindqvist" }],
    published: "2026-03-06T06:30:00+01:00",
    language: "en-GB",
  },
];
