// The element in templates of Svelte, whose tools look it up here.
import "article-card/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

type Props = SvelteHTMLElements["article-card"];

export const props: Props = {
  layout: "hero",
  "heading-level": 2,
  article: { headline: "H" },
  "onarticle-card-open": event => event.detail.href,
  class: "lead",
};
// @ts-expect-error No such layout.
export const layout: Props = { layout: "huge" };
// @ts-expect-error No such member.
export const view: Props = { "onarticle-card-view": event => event.detail.href };
