const lead = document.querySelector("#lead");

document.querySelector("button").addEventListener("click", () => {
  // Labels of other languages are files of their own, which are fetched when a card needs them.
  lead.article = {
    headline: "Das letzte Kohleschiff verlässt den Hafen",
    url: "https://kurier.example/letztes-kohleschiff",
    image: {
      url: new URL("harbour.webp", document.baseURI).href,
      width: 1280,
      height: 720,
      alt: "Ein Schiff unter den Kränen eines Hafens",
      credit: "Ines Calloway",
    },
    published: "2026-02-27",
    updated: "2026-02-28",
    follow: {},
    publisher: { name: "Der Stadtkurier", url: "https://kurier.example/" },
    language: "de",
  };
});

lead.addEventListener("article-card-open", event => {
  // The page keeps the reader: this is where a router would go on.
  event.preventDefault();
  document.querySelector("output").textContent = event.detail.href;
});
