// The bubble with the full date goes at Escape, though the pointer or the focus stays, and comes back when either comes
// anew. A screen reader has the date all the while.
import { handles } from "./runtime.js";

// On its way down, since a page may keep the key to itself; the focus may be anywhere on the page.
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") for (const { shadowRoot } of handles.keys()) {
    for (const bubble of shadowRoot.querySelectorAll(":is(.timestamp:hover, :focus) .full")) {
      bubble.className = "spoken";
      bubble.offsetParent.onmouseenter = bubble.parentNode.onfocus = () => bubble.className = "full";
    }
  }
}, true);
