import { prerendered, started } from "./prerendered.js";

prerendered(started("./build.sh && hugo server --disableLiveReload", "http://localhost:1313"), {
  headlines: ["Last coal ship leaves the harbour", "Tug crews vote on the new night rota"],
});
