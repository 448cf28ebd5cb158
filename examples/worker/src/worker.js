import { render, stylesheet } from "article-card/render";
import { articles } from "./articles.js";
import { page } from "./page.js";

// The cards bring their stylesheet along, which the policy allows by its hash.
const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' '${stylesheet().hash}'; ` +
    "img-src 'self'; connect-src 'self'",
};

export default {
  async fetch(request) {
    const { origin, pathname } = new URL(request.url);
    if (pathname !== "/") return new Response("Not found\n", { status: 404 });
    if (request.method === "POST") return card(await request.arrayBuffer());
    if (request.method === "GET" || request.method === "HEAD") return front(origin);
    return new Response("Method not allowed\n", { status: 405, headers: { allow: "GET, HEAD, POST" } });
  },
};

function front(origin) {
  const cards = articles(origin).map((article) => {
    // The headline of the page is its h1.
    const { html, diagnostics } = render(article, { headingLevel: 2 });
    for (const { code, message } of diagnostics) console.warn(`${article.url}: ${code}: ${message}`);
    return html;
  });
  return new Response(page(cards), { headers: HEADERS });
}

/** The card of an article that somebody sends: the card's own JSON, JSON-LD or ninjs; its content says which. */
function card(body) {
  const { html, diagnostics } = render(body);
  for (const { code, message } of diagnostics) console.warn(`POST: ${code}: ${message}`);
  // Not an article, or one that may not be shown now.
  if (html === "") return Response.json({ diagnostics }, { status: 422 });
  return new Response(html, { headers: HEADERS });
}
