import { prerendered, started } from "./prerendered.js";

prerendered(started("npm start", "http://localhost:4321"), {
  headlines: ["Last coal ship leaves the harbour", "Harbour railway to carry grain again"],
});
