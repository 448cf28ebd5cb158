import { render } from "article-card/toolkit";

// Where the site will be: the addresses of pictures begin with it.
const SITE = "http://localhost:8080";

export default function (config) {
  config.addShortcode("articleCard", (article, options) => {
    const image = article.image && { ...article.image, url: new URL(article.image.url, SITE).href };
    // Each card links the stylesheet in the kit's folder, which is fetched once, in the place of a copy of its own.
    const { html, diagnostics } = render({ ...article, image }, { style: "link", kit: "/article-card", ...options });
    for (const { severity, code, path, message } of diagnostics) {
      console.warn(`${article.url}: ${severity} ${code} ${path} ${message}`);
    }
    return html;
  });

  // What browsers fetch of the package: scripts, WebAssembly, labels and stylesheets.
  config.addPassthroughCopy({ "node_modules/article-card/article-card*.{js,wasm,tsv,css}": "article-card" });
  config.addPassthroughCopy("src/*.{css,webp}");

  // A page that has changed is loaded anew, since cards that a script writes into it would get no shadow root.
  config.setServerOptions({ domDiff: false });
}

export const config = {
  dir: { input: "src", output: "dist" },
};
