// The command line and the browser draw the same card: node by node, but for the words of a time, which ICU4X and Intl
// choose each for themselves.
import assert from "node:assert/strict";
import { it } from "node:test";
import { everything } from "./harness/articles.js";
import { fixtures, renderings } from "./harness/prerendered.js";
import { inBrowsers } from "./harness/suite.js";

/** What stands still in both: the words of a time are told as the full date. */
const still = { "relative-until": "PT0S", loading: "eager" };
const LAYOUTS = ["standard", "compact", "hero"];
const VARIANTS = [
  ...LAYOUTS.map(layout => ({ layout })),
  { layout: "compact", target: "_blank", "heading-level": "2", theme: "dark" },
  { layout: "hero", target: "_top", "link-params": "a=b&c=<d>", "time-zone": "Asia/Riyadh" },
  { dir: "rtl", "time-zone": "reader", "heading-level": "6" },
  ...["ar", "de", "en-US", "es", "fa", "fr", "he", "hi", "ja", "tr", "ur", "zh", "tlh", "dv"].map((lang, at) => ({
    lang,
    layout: LAYOUTS[at % 3],
  })),
];

/** Runs in the page: each card as lines, a line for each node, and its times apart. */
const described = () => {
  const describe = (node, depth = 0) => {
    const line = text => [" ".repeat(depth) + text];
    if (node.nodeType === Node.TEXT_NODE) return line(JSON.stringify(node.data));
    if (node.nodeType !== Node.ELEMENT_NODE) return line(`node of type ${node.nodeType}`);
    // What behaviour adds when a picture is lost comes at a time of its own, and whether pictures wait for the screen depends
    // on where a card is.
    const names = node.getAttributeNames().filter(name => !["hidden", "loading"].includes(name));
    const attributes = names.sort().map(name => ` ${name}=${JSON.stringify(node.getAttribute(name).replace(" no-picture", ""))}`);
    // HTML knows no empty texts and no two in a row.
    node.normalize();
    const inner = node.localName === "time" ? [] : [...node.childNodes].flatMap(child => describe(child, depth + 1));
    return [...line(`<${node.localName}${attributes.join("")}>`), ...inner];
  };
  return [...document.querySelectorAll("article-card")].map(card => {
    const article = card.shadowRoot.querySelector("article");
    return {
      lines: describe(article),
      times: [...article.querySelectorAll("time")].map(time => ({
        lang: time.closest("[lang]").lang,
        text: time.textContent,
      })),
    };
  });
};

/** Which digits Arabic has by default depends on the year of a browser's CLDR: they are all read as those of newer ones. */
const digits = line => line.replace(/[٠-٩]/g, digit => "٠١٢٣٤٥٦٧٨٩".indexOf(digit));

/** What is left of two texts without what they begin and end with both: one example of each goes into the table. */
function difference(one, other) {
  const least = Math.min(one.length, other.length);
  let start = 0,
    end = 0;
  while (start < least && one[start] === other[start]) start++;
  while (end < least - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [one, other].map(text => text.slice(start, text.length - end)).join(" ");
}

inBrowsers("A prerendered card", stage => {
  it("has the elements, attributes and texts of the one that the browser draws", { timeout: 240_000 }, async test => {
    const articles = [
      ...fixtures(stage.publisher.origin).filter(({ name }) => name !== "cut-in-half"),
      { name: "all fields", text: JSON.stringify({ ...everything(stage.publisher.picture()), published: "2024-04-01T23:30:00Z", updated: "2024-04-03T10:00:00+03:00" }) },
    ];
    const words = new Map();
    let times = 0;
    for (const variant of VARIANTS) {
      const given = { ...variant, ...still };
      const embeds = renderings(
        articles.map(({ text }) => text),
        given,
      );
      const attributes = Object.entries(given).map(([name, value]) => ` ${name}="${value.replace(/&/g, "&amp;")}"`).join("");
      const drawn = articles.map(({ text, name }) => {
        const type = name.startsWith("json-ld") ? "application/ld+json" : "application/json";
        return `<article-card${attributes}><script type="${type}">${text.replace(/<\//g, "<\\/")}</script></article-card>`;
      });
      // Blocks of JSON-LD refer to each other: each of these is alone in its page.
      const isAlone = at => articles[at].name.startsWith("json-ld");
      // The words of a language have nothing to do with the format.
      const batches = [articles.map((_, at) => at).filter(at => !isAlone(at)), ...articles.map((_, at) => at).filter(at => isAlone(at) && !variant.lang).map(at => [at])];
      for (const batch of batches) {
        const [here, there] = await Promise.all([
          stage.open({ lang: "en", kit: null, body: batch.map(at => embeds[at].html).join("") }),
          stage.open({ lang: "en", body: batch.map(at => drawn[at]).join("") }),
        ]);
        await there.settled();
        const [prerendered, live] = await Promise.all([here.evaluate(described), there.evaluate(described)]);
        batch.forEach((article, at) => {
          const where = `${articles[article].name} ${JSON.stringify(variant)}`;
          const [here, there] = [prerendered[at].lines.map(digits), live[at].lines.map(digits)];
          const differs = here.concat("the end").findIndex((line, number) => line !== there.concat("the end")[number]);
          assert.deepEqual([where, differs, here[differs]], [where, -1, undefined], `the browser has ${there[differs]}`);
          prerendered[at].times.forEach(({ lang, text }, time) => {
            times++;
            const other = live[at].times[time].text;
            if (text !== other) words.set(`${lang} ${difference(text, other)}`, `${lang} | ${text} | ${other}`);
          });
        });
        await stage.clear();
      }
    }
    assert.ok(times > 500, `${times} times`);
    test.diagnostic(`in ${times} times there are ${words.size} differences in words: language | ICU4X | Intl of ${stage.name}`);
    for (const line of [...words.values()].sort()) test.diagnostic(line);
  });
});
