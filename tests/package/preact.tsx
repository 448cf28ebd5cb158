/** @jsxImportSource preact */
// The element in Preact.
import "article-card/preact";

export const element = (
  <article-card layout="hero" heading-level={2} article={{ headline: "H" }} onarticle-card-open={event => event.detail.href} class="lead">
    <a href="https://news.example/">H</a>
  </article-card>
);
export const wrong = [
  // @ts-expect-error No such layout.
  <article-card layout="huge" />,
  // @ts-expect-error No such field.
  <article-card article={{ headline: "H", standfrist: "S" }} />,
  // @ts-expect-error No such member.
  <article-card onarticle-card-view={event => event.detail.href} />,
];
