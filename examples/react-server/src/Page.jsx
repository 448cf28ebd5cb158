import { ArticleCard } from "article-card/react";
import { useState } from "react";

/** The whole document: the server writes it, the browser hydrates it. */
export function Page({ cards }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>article-card with React on a server</title>
        <link rel="stylesheet" href="/page.css" />
      </head>
      <body>
        <main>
          <h1>From the harbour</h1>
          <p>These cards were in the page before any script. React has hydrated what is around them.</p>
          <Cards cards={cards} />
        </main>
        <Props cards={cards} />
      </body>
    </html>
  );
}

function Cards({ cards }) {
  const [first, setFirst] = useState(0);
  const [opened, setOpened] = useState("");

  function open(event) {
    // The page keeps the reader: this is where a router would go on.
    event.preventDefault();
    setOpened(event.detail.href);
  }

  return (
    <>
      <ArticleCard html={cards[first]} onOpen={open} />
      <p>
        <button onClick={() => setFirst((first + 1) % cards.length)}>Next article</button> <output>{opened}</output>
      </p>
      <ArticleCard html={cards[1]} onOpen={open} />
    </>
  );
}

/** What the browser hydrates with. Cards have `</script>` in them, which must not end this one. */
function Props(props) {
  const __html = JSON.stringify(props).replaceAll("<", "\\u003c");
  return <script id="props" type="application/json" dangerouslySetInnerHTML={{ __html }} />;
}
