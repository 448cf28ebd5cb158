// The element and the component in React.
import { ArticleCard, type ArticleCardElement } from "article-card/react";
import { createRef } from "react";

const ref = createRef<ArticleCardElement>();
const article = { headline: "H" };

export const element = (
  <article-card ref={ref} layout="hero" heading-level={2} article={article} onarticle-card-open={event => event.detail.href} className="lead">
    <a href="https://news.example/">H</a>
  </article-card>
);
export const component = (
  <ArticleCard ref={ref} layout="compact" headingLevel="2" lang="en" article={article} id="lead"
    onReady={event => event.detail.diagnostics.length} onError={({ detail }) => detail.code} onCopy={({ detail }) => detail.url}>
    <a href="https://news.example/">H</a>
  </ArticleCard>
);
export const wrong = [
  // @ts-expect-error No such layout.
  <article-card layout="huge" />,
  // @ts-expect-error No such layout.
  <ArticleCard layout="huge" />,
  // @ts-expect-error No such field.
  <article-card article={{ headline: "H", standfrist: "S" }} />,
  // @ts-expect-error No such member.
  <ArticleCard onView={event => event.detail.href} />,
];
