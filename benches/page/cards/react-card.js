// The card as a component of React 19, in a page and on a server.
import { createElement as h, useState } from "react";
import { copy, inFull, link } from "./words.js";

function Figure({ image: { url, alt, width, height, caption, credit } }) {
  return h(
    "figure",
    null,
    h("img", { loading: "lazy", width, height, alt, src: link(url) }),
    h("figcaption", null, caption, h("span", { className: "credit" }, credit)),
  );
}

function When({ date, language }) {
  return h("time", { dateTime: date }, inFull(date, language));
}

function CopyButton({ url }) {
  const [label, say] = useState("Copy link");
  return h("button", { type: "button", onClick: () => copy(url, say) }, label);
}

export function Card({ article: { headline, url, shortUrl, updated, language, image, bullets, related } }) {
  const story = ({ headline, url, updated }) =>
    h("li", { key: url }, h("a", { href: link(url) }, headline), h(When, { date: updated, language }));
  return h(
    "article",
    { lang: language },
    image && h(Figure, { image }),
    h("h3", null, h("a", { href: link(url) }, headline)),
    h("p", { className: "dates" }, h(When, { date: updated, language }), h(CopyButton, { url: shortUrl })),
    h(
      "ul",
      null,
      bullets.map(bullet => h("li", { key: bullet }, bullet)),
    ),
    h("nav", { "aria-label": "Related stories" }, h("ul", null, related.map(story))),
  );
}
