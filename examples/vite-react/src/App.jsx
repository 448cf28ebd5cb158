import { ArticleCard } from "article-card/react";
import { useState } from "react";
import { ARTICLES } from "./articles.js";

export function App() {
  const [shown, setShown] = useState(0);
  const [opened, setOpened] = useState("");
  const article = ARTICLES[shown];

  function open(event) {
    // The page keeps the reader: this is where a router would go on.
    event.preventDefault();
    setOpened(event.detail.href);
  }

  return (
    <>
      <ArticleCard article={article} onOpen={open}>
        <a href={article.url}>{article.headline}</a>
      </ArticleCard>
      <p>
        <button onClick={() => setShown((shown + 1) % ARTICLES.length)}>Next article</button>
        <output>{opened}</output>
      </p>
    </>
  );
}
