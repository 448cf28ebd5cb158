// A file of its own: the page's policy allows no script in the page, which is what trunk would write.
import init from "./client.js";

await init();
