import { prerendered, started } from "./prerendered.js";

prerendered(started("npm start", "http://localhost:8080"), {
  headlines: ["Last coal ship leaves the harbour", "Pilots ask for a second boat in winter"],
});
