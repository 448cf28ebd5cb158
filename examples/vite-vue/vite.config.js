import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  // Without this Vue looks for a component of that name.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: tag => tag === "article-card" } } })],
});
