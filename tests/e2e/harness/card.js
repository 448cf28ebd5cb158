// Reads a card as a reader finds it: what is drawn, by part, and what the element says of itself.

/**
 * Runs in the page. Texts are `innerText`: what is not rendered is not read. A browser leaves out what is far from the screen,
 * so it is asked not to.
 * @param {Element} element
 */
export function readCard(element) {
  const { style } = /** @type {HTMLElement} */ (element);
  style.contentVisibility = "visible";
  const root = element.shadowRoot,
    /** @type {HTMLElement | null} */
    article = root?.querySelector("article") ?? null;
  /** @type {Record<string, string[]>} */
  const parts = {};
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (root?.querySelectorAll("[part]")) ?? []) {
    for (const name of /** @type {string} */ (node.getAttribute("part")).split(" "))
      (parts[name] ??= []).push(node.innerText.trim().replace(/\s+/g, " "));
  }
  /** @param {HTMLAnchorElement} node */
  const link = node => ({
    text: node.innerText.trim(),
    href: node.getAttribute("href"),
    target: node.getAttribute("target"),
    rel: node.getAttribute("rel"),
  });
  const fallback = element.querySelector(".fallback");
  const text = article?.innerText ?? "";
  const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (root?.querySelectorAll("a[href]") ?? [])].map(link);
  const box = fallback?.getBoundingClientRect();
  style.contentVisibility = "";
  if (!element.getAttribute("style")) element.removeAttribute("style");
  return {
    state: element.matches(":state(ready)") ? "ready" : element.matches(":state(error)") ? "error" : "waiting",
    drawn: article !== null,
    classes: article?.className ?? "",
    lang: article?.lang ?? "",
    dir: article?.dir ?? "",
    parts,
    text,
    // Those that tell when something was, not how long.
    times: [.../** @type {NodeListOf<HTMLTimeElement>} */ (root?.querySelectorAll(".timestamp time") ?? [])].map(time => ({
      text: time.firstChild?.nodeValue?.trim() ?? "",
      full: time.querySelector(".full")?.textContent ?? null,
      datetime: time.dateTime,
      tabIndex: time.tabIndex,
    })),
    links,
    images: [...(root?.querySelectorAll("img") ?? [])].map(
      ({ alt, width, height, loading, part, className, attributes }) => ({
        src: attributes.getNamedItem("src")?.value,
        alt,
        loading,
        part: part.value,
        className,
        shown: [width, height],
        attributes: ["width", "height"].map(name => attributes.getNamedItem(name)?.value),
      }),
    ),
    markup: article?.outerHTML ?? "",
    fallbackShown: Boolean(box && box.width > 0 && box.height > 0),
    report: /** @type {Card} */ (element).report ?? null,
  };
}
