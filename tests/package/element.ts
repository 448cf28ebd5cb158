// The types of the package without a framework: what is meant compiles, and what is not does not.
import { ArticleCardElement, type Article, type Diagnostic, type ForeignArticle } from "article-card";
import { ArticleCardElement as Undefined } from "article-card/element";
import "article-card/article-card.css";
import "article-card/article-card.js";

export const same: typeof Undefined = ArticleCardElement;

const article: Article = {
  headline: "Council votes to keep the library open on Sundays",
  status: "live",
  bullets: ["One", null],
  byline: [{ name: "A. Writer", url: null }],
  image: { url: "https://news.example/a.jpg", sources: [{ url: "https://news.example/b.jpg", width: 640 }] },
  labels: { follow: "Follow us" },
};

const card = document.createElement("article-card");
card.article = article;
card.article = null;
card.article = { "@context": "https://schema.org", "@type": "NewsArticle", headline: "H" } as ForeignArticle;
const item = { uri: "urn:news:1", type: "text", headlines: [{ value: "H" }] };
card.article = item;
card.article = [item];
card.layout = "hero";
card.headingLevel = 2;
card.timeZone = "Europe/London";
card.hide = "byline related";
card.dir = "rtl";

const level: "2" | "3" | "4" | "5" | "6" = card.headingLevel;
const report: readonly Diagnostic[] = card.report;
const code: "no-data" | undefined = report[0]?.code === "no-data" ? report[0].code : undefined;
export const seen = [level, code, card.article?.headline];

card.addEventListener("article-card-open", function (event) {
  const target: "headline" | "image" | "related" = event.detail.target;
  this.layout = target === "image" ? "hero" : "compact";
  event.preventDefault();
});
// They bubble.
document.addEventListener("article-card-error", event => event.detail.code === "load-csp" && event.detail.line?.toFixed());
window.addEventListener("article-card-ready", ({ detail }) => detail.diagnostics.map(({ severity }) => severity === "warning"));
card.addEventListener("click", event => event.clientX);
document.querySelector("article-card")?.article?.headline.trim();

// @ts-expect-error There has to be a headline.
card.article = {};
// @ts-expect-error No field has that name.
card.article = { headline: "H", standfrist: "S" };
// @ts-expect-error No such status.
card.article = { headline: "H", status: "dead" };
// @ts-expect-error A width has to be there.
card.article = { headline: "H", image: { sources: [{ url: "https://news.example/b.jpg" }] } };
// @ts-expect-error No such layout.
card.layout = "huge";
// @ts-expect-error No such level.
card.headingLevel = 7;
// @ts-expect-error It is only read.
card.report = [];
// @ts-expect-error No such member.
card.addEventListener("article-card-view", event => event.detail.href);
// @ts-expect-error No such code.
export const wrong = report[0]?.code === "no-date";
