import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { Page } from "./Page.jsx";

const props = JSON.parse(document.getElementById("props").textContent);

hydrateRoot(
  document,
  <StrictMode>
    <Page {...props} />
  </StrictMode>,
);
