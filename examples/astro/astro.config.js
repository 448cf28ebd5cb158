import { defineConfig } from "astro/config";

export default defineConfig({
  // Where the site will be: the addresses of pictures begin with it.
  site: "http://localhost:4321",
});
