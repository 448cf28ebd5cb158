import { glob } from "astro/loaders";
import { defineCollection } from "astro:content";

// Without a schema the articles stay as they are written: what is wrong with one, `render` tells.
export const collections = {
  articles: defineCollection({ loader: glob({ pattern: "*.json", base: "src/content/articles" }) }),
};
