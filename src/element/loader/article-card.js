// The entry, which is what a page loads: it defines <article-card>. It never takes the place of a definition that came
// first, and holds nothing else, so that importing the class alone defines nothing.
import { TAG } from "./diagnostics.js";
import { ArticleCardElement } from "./element.js";

if (customElements.get(TAG)) console.warn(`${TAG}: duplicate-definition: the element was defined before; that definition serves all cards`);
else customElements.define(TAG, ArticleCardElement);
