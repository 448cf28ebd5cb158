// The peers draw the same card: otherwise they could not be compared.
import { card, page, pictured } from "./contenders.js";
import { done, visit } from "./visit.js";

/**
 * Fails if one of them draws other elements or words than the first.
 * @param {import("./visit.js").Browser} browser
 * @param {import("./server.js").Server} server
 * @param {import("./contenders.js").Contender[]} peers
 */
export async function alike(browser, server, peers) {
  let first = "";
  for (const { name, tag, head } of peers) {
    const article = pictured(0, server.origin);
    const url = server.page(`alike-${name}`, page(head, card(tag, article)));
    const drawn = await visit(browser, { url, wanted: { tag, url: article.url } }, async page => {
      await done(page);
      return page.evaluate(tag => {
        const root = document.querySelector(tag)?.shadowRoot;
        const elements = [...(root?.querySelectorAll("*") ?? [])];
        const words = elements.map(({ localName, attributes }) =>
          [localName, ...[...attributes].map(({ name, value }) => `${name}=${value}`).sort()].join(" "),
        );
        return [...words, root?.textContent].join("\n");
      }, tag);
    });
    first ||= drawn;
    if (drawn !== first) throw new Error(`${name} draws another card than the first:\n${drawn}\n\n${first}`);
  }
}
