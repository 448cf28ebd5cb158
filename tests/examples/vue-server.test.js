import { describe } from "node:test";
import { hydrates, prerendered, started } from "./prerendered.js";

const headlines = ["Last coal ship leaves the harbour", "Das letzte Kohleschiff verlässt den Hafen"];

// Vue's development build, which the second is, tells of everything that does not hydrate as it was rendered.
for (const command of ["npm start", "npm run dev"]) {
  describe(command, () => prerendered(started(command, "http://localhost:3000"), { headlines, more: hydrates(headlines) }));
}
