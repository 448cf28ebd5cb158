// How long a process takes from its start to its first card.
import { render } from "article-card/render";

const { html } = render({ headline: "Harbour wall opens", published: "2026-02-27" });
if (!html.includes("Harbour wall opens")) throw new Error(html);
console.log(performance.now());
