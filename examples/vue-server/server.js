import { stylesheet } from "article-card/toolkit";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import process from "node:process";
import { renderApp } from "./dist/server/entry-server.js";
import { articles } from "./src/articles.js";

const PORT = process.env.PORT ?? 3000;
const ORIGIN = process.env.ORIGIN ?? `http://localhost:${PORT}`;

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
const folder = new URL("dist/client/", import.meta.url);
const names = readdirSync(folder, { recursive: true }).filter(name => extname(name) in TYPES);
const files = new Map(names.map(name => [`/${name}`, readFileSync(new URL(name, folder))]));
const template = readFileSync(new URL("index.html", folder), "utf8");

createServer((request, response) => {
  const path = request.url.split("?")[0];
  if (path === "/") return sendPage(response);
  const file = files.get(path);
  if (!file) return response.writeHead(404).end();
  // What Vite puts here has the hash of its content in its name, and never changes.
  const isHashed = path.startsWith("/assets/");
  response.setHeader("Content-Type", TYPES[extname(path)]);
  response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "max-age=300");
  response.end(file);
}).listen(PORT, () => console.log(ORIGIN));

async function sendPage(response) {
  const props = { articles: articles(ORIGIN) };
  try {
    const app = await renderApp(props);
    // A headline with `</script>` in it must not end the script that it is in.
    const json = JSON.stringify(props).replaceAll("<", "\\u003c");
    // As functions, since `$&` in a text would stand for what is replaced.
    const page = template.replace("<!--app-->", () => app).replace("<!--props-->", () => json);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", POLICY);
    response.end(page);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
}
