// Reads a card as a reader finds it: what is drawn, by part, and what the element says of itself.

/** Runs in the page. Texts are `innerText`: what is not rendered is not read. */
export function readCard(element) {
  const root = element.shadowRoot,
    article = root?.querySelector("article") ?? null;
  const parts = {};
  for (const node of root?.querySelectorAll("[part]") ?? []) {
    for (const name of node.getAttribute("part").split(" "))
      (parts[name] ??= []).push(node.innerText.trim().replace(/\s+/g, " "));
  }
  const fallback = element.querySelector(".fallback");
  const box = fallback?.getBoundingClientRect();
  const link = node => ({
    text: node.innerText.trim(),
    href: node.getAttribute("href"),
    target: node.getAttribute("target"),
    rel: node.getAttribute("rel"),
  });
  return {
    state: element.matches(":state(ready)") ? "ready" : element.matches(":state(error)") ? "error" : "waiting",
    drawn: article !== null,
    classes: article?.className ?? "",
    lang: article?.lang ?? "",
    dir: article?.dir ?? "",
    parts,
    text: article?.innerText ?? "",
    times: [...(root?.querySelectorAll("time") ?? [])].map(time => ({
      text: time.firstChild?.data?.trim() ?? "",
      full: time.querySelector(".full")?.textContent ?? null,
      datetime: time.dateTime,
      tabIndex: time.tabIndex,
    })),
    links: [...(root?.querySelectorAll("a[href]") ?? [])].map(link),
    images: [...(root?.querySelectorAll("img") ?? [])].map(
      ({ alt, width, height, loading, part, className, attributes: { src, width: w, height: h } }) => ({
        src: src?.value,
        alt,
        loading,
        part: part.value,
        className,
        shown: [width, height],
        attributes: [w?.value, h?.value],
      }),
    ),
    markup: article?.outerHTML ?? "",
    fallbackShown: Boolean(box && box.width > 0 && box.height > 0),
    report: element.report ?? null,
  };
}
