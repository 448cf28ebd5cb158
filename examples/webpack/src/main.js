import "article-card";
import "article-card/article-card.css";
import { ARTICLES, JSON_LD } from "./articles.js";

const [lead, second] = document.querySelectorAll("article-card");
let shown = 0;

lead.article = ARTICLES[shown];
second.article = JSON_LD;

document.querySelector("button").addEventListener("click", () => {
  shown = (shown + 1) % ARTICLES.length;
  lead.article = ARTICLES[shown];
});

lead.addEventListener("article-card-open", event => {
  // The page keeps the reader: this is where a router would go on.
  event.preventDefault();
  document.querySelector("output").textContent = event.detail.href;
});
