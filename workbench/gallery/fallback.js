// The publisher's own words within the element, which stay where no card comes: a link with the headline.

/** @typedef {import("./states.js").Fallback} Fallback */

/**
 * As the article has it; undefined where it has no headline to show.
 * @param {string} text
 * @returns {Fallback | undefined}
 */
export function fallbackOf(text) {
  let article;
  try {
    article = JSON.parse(text);
  } catch {
    return;
  }
  const { headline, url, language, status } = article ?? {};
  if (typeof headline !== "string" || status === "withdrawn") return;
  const isLink = typeof url === "string" && /^https?:/i.test(url);
  return {
    text: headline,
    ...(isLink && { href: url }),
    ...(typeof language === "string" && !/^en\b/i.test(language) && { lang: language }),
  };
}

/** @param {Fallback} fallback */
export function fallbackElement({ text, href, lang }) {
  const element = document.createElement(href ? "a" : "p");
  if (href) element.setAttribute("href", href);
  const words = lang ? document.createElement("span") : element;
  if (lang) {
    words.lang = lang;
    words.dir = "auto";
    element.append(words);
  }
  words.textContent = text;
  return element;
}
