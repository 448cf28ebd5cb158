import { build } from "esbuild";
import { cpSync, readdirSync, rmSync } from "node:fs";
import process from "node:process";

// React's development build tells of everything that does not hydrate as it was rendered.
const mode = process.argv.includes("--development") ? "development" : "production";
const shared = { bundle: true, format: "esm", jsx: "automatic" };

rmSync("dist", { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: ["src/client.jsx"],
  entryNames: "[name]-[hash]",
  outdir: "dist/client",
  // The card's runtime stays a file of its own, which is fetched when the first card comes near the screen.
  splitting: true,
  minify: mode === "production",
  define: { "process.env.NODE_ENV": JSON.stringify(mode) },
});
// The server takes its packages from node_modules, where the toolkit has its WebAssembly beside it.
await build({ ...shared, entryPoints: ["src/server.jsx"], outdir: "dist", platform: "node", packages: "external" });

// esbuild leaves behind what a module asks for by `new URL`; it has to lie beside the script.
const kit = "node_modules/article-card";
for (const name of readdirSync(kit)) {
  if (/\.(wasm|tsv)$/.test(name)) cpSync(`${kit}/${name}`, `dist/client/${name}`);
}
cpSync("public", "dist/client", { recursive: true });
