/** The page around the cards, which are HTML already. */
export const page = cards => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>From the harbour</title>
    <link rel="stylesheet" href="/page.css">
    <script type="module" src="/article-card/article-card.js"></script>
  </head>
  <body>
    <main>
      <h1>From the harbour</h1>
      <p>These cards were made at the edge, on the way to you, and are complete without a script.</p>
      ${cards.join("\n      ")}
    </main>
  </body>
</html>
`;
