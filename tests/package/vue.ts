// The element in templates of Vue, whose tools look it up here.
import "article-card/vue";
import type { GlobalComponents } from "vue";

type Props = InstanceType<GlobalComponents["article-card"]>["$props"];

export const props: Props = {
  layout: "hero",
  "heading-level": 2,
  article: { headline: "H" },
  onArticleCardOpen: event => event.detail.href,
  class: "lead",
  key: 1,
};
// @ts-expect-error No such layout.
export const layout: Props = { layout: "huge" };
// @ts-expect-error No such member.
export const view: Props = { onArticleCardView: event => event.detail.href };
