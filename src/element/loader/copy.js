// The copy button: it says that it has copied only when it has.
import { mark } from "./pictures.js";

/**
 * Copies the address. Where the browser refuses, it selects the address, so that a reader can copy it by hand.
 * @param {HTMLElement} button
 */
export async function copy(button) {
  try {
    // Absent where the page is not a secure context, refused where its permissions say so.
    await navigator.clipboard.writeText(/** @type {string} */ (button.dataset.copy));
  } catch {
    const address = button.previousElementSibling;
    if (address) getSelection()?.selectAllChildren(address);
    return;
  }
  // The two labels share one place, so nothing moves; a screen reader hears the status.
  const status = button.closest(".actions")?.querySelector("[role=status]");
  /**
   * @param {boolean} isCopied
   * @param {string | null | undefined} text
   */
  const say = (isCopied, text) => {
    mark(button, " copied", isCopied);
    if (status) status.textContent = text ?? "";
  };
  say(true, button.lastElementChild?.textContent);
  setTimeout(say, 2000, false);
}
