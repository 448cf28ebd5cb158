// The card in JavaScript without anything.
import { copy, define, inFull, link } from "./look.js";

/**
 * @param {string} name
 * @param {Record<string, unknown>} attributes
 * @param {(Node | string)[]} children
 */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(attribute, String(value));
  }
  made.append(...children);
  return made;
}

/** @param {import("../article.js").Article} article */
function card({ headline, url, shortUrl, updated, language, image, bullets, related }) {
  const made = element("article", { lang: language });
  if (image) {
    const { url: src, alt, width, height, caption, credit } = image;
    made.append(
      element(
        "figure",
        {},
        element("img", { loading: "lazy", width, height, alt, src: link(src) }),
        element("figcaption", {}, caption, element("span", { class: "credit" }, credit)),
      ),
    );
  }
  const button = element("button", { type: "button" }, "Copy link");
  button.addEventListener("click", () => copy(shortUrl, label => button.replaceChildren(label)));
  made.append(
    element("h3", {}, element("a", { href: link(url) }, headline)),
    element("p", { class: "dates" }, element("time", { datetime: updated }, inFull(updated, language)), button),
    element("ul", {}, ...bullets.map(bullet => element("li", {}, bullet))),
  );
  const stories = related.map(story =>
    element(
      "li",
      {},
      element("a", { href: link(story.url) }, story.headline),
      element("time", { datetime: story.updated }, inFull(story.updated, language)),
    ),
  );
  made.append(element("nav", { "aria-label": "Related stories" }, element("ul", {}, ...stories)));
  return made;
}

define((root, text) => root.append(card(JSON.parse(text))));
