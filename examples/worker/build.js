// What the site serves as files: its own, and those of the kit that a browser fetches.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const manifest = fileURLToPath(import.meta.resolve("article-card/manifest.json"));
const { files } = JSON.parse(readFileSync(manifest, "utf8"));

rmSync("dist", { recursive: true, force: true });
cpSync("public", "dist", { recursive: true });
mkdirSync("dist/article-card");
for (const { name } of files) copyFileSync(join(manifest, "..", name), join("dist/article-card", name));
