// The card in React 19, with a root for each.
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { define } from "./look.js";
import { Card } from "./react-card.js";

define((root, text) => createRoot(root).render(createElement(Card, { article: JSON.parse(text) })));
