// Elements of the panels, and text that is taken away: copied, or saved as a file.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [properties]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/**
 * A labelled control.
 * @param {string} title
 * @param {HTMLElement} control
 */
export const field = (title, control) => make("label", { className: "field" }, make("span", {}, title), control);

/**
 * @param {string} text
 * @param {() => void} press
 */
export function button(text, press) {
  const made = make("button", { type: "button", textContent: text });
  made.addEventListener("click", press);
  return made;
}

/**
 * A button that copies what an element shows. Where the clipboard is refused, the text is selected.
 * @param {HTMLElement} source
 * @param {string} name what is copied, for those who do not see where the button stands
 * @param {(text: string) => void} say
 */
export function copyButton(source, name, say) {
  const made = button("Copy", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent ?? "");
      say("Copied");
    } catch {
      source.closest("pre")?.focus();
      getSelection()?.selectAllChildren(source);
      say("The browser does not let this page copy. The text is selected: press Ctrl+C");
    }
  });
  made.setAttribute("aria-label", `Copy ${name}`);
  return made;
}

/**
 * Code with a button to copy it. The text is to be set in `code`.
 * @param {string} name
 * @param {(text: string) => void} say
 */
export function codeBlock(name, say) {
  const code = make("code");
  const pre = make("pre", { tabIndex: 0 }, code);
  pre.setAttribute("aria-label", name);
  pre.setAttribute("role", "region");
  pre.translate = false;
  pre.dir = "ltr";
  return { code, pre, copy: copyButton(code, name, say) };
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function download(name, text, type) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser may begin to read it only after this.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
