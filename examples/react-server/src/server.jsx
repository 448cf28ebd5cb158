import { render, stylesheet } from "article-card/toolkit";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import process from "node:process";
import { StrictMode } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { articles } from "./articles.js";
import { Page } from "./Page.jsx";

const PORT = process.env.PORT ?? 3000;
const ORIGIN = process.env.ORIGIN ?? `http://localhost:${PORT}`;

// A card is the same for every reader, so it is rendered once.
const cards = articles(ORIGIN).map(article => {
  const { html, diagnostics } = render(article);
  for (const { severity, code, path, message } of diagnostics) {
    console.warn(`${article.url}: ${severity} ${code} ${path} ${message}`);
  }
  return html;
});

// The hash is that of the style that the cards bring along.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  `style-src 'self' '${stylesheet().hash}'`,
  "img-src 'self'",
  "connect-src 'self'",
].join("; ");

const TYPES = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".tsv": "text/tab-separated-values",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
};
const folder = new URL("client/", import.meta.url);
const files = new Map(readdirSync(folder).map(name => [`/${name}`, readFileSync(new URL(name, folder))]));
const client = [...files.keys()].find(path => path.startsWith("/client-"));

createServer((request, response) => {
  const path = request.url.split("?")[0];
  if (path === "/") return sendPage(response);
  const file = files.get(path);
  if (!file) return response.writeHead(404).end();
  // What has the hash of its content in its name never changes.
  const isHashed = /-\w{8}[.-]/.test(path);
  response.setHeader("Content-Type", TYPES[extname(path)]);
  response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "max-age=300");
  response.end(file);
}).listen(PORT, () => console.log(ORIGIN));

function sendPage(response) {
  const page = (
    <StrictMode>
      <Page cards={cards} />
    </StrictMode>
  );
  const { pipe } = renderToPipeableStream(page, {
    bootstrapModules: [client],
    onShellReady() {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.setHeader("Content-Security-Policy", POLICY);
      pipe(response);
    },
    onShellError() {
      response.writeHead(500).end();
    },
  });
}
