// Any colour of CSS as sRGB, as this browser understands it.

/** @typedef {import("./contrast.js").Rgba} Rgba */

/** What only the page that has the card can tell. */
const UNKNOWN = /\bvar\(|\bcurrentcolor\b|\battr\(|\benv\(/i;

/** The two sides of `light-dark(…)`. @param {string} value */
export function sides(value) {
  const inner = /^light-dark\(([^]*)\)$/i.exec(value.trim())?.[1];
  if (inner === undefined) return { light: value, dark: value };
  let depth = 0;
  for (let index = 0; index < inner.length; index += 1) {
    if (inner[index] === "(") depth += 1;
    else if (inner[index] === ")") depth -= 1;
    else if (inner[index] === "," && depth === 0) {
      return { light: inner.slice(0, index).trim(), dark: inner.slice(index + 1).trim() };
    }
  }
  return { light: value, dark: value };
}

/** @param {HTMLElement} root where an element may stand unseen, by which colours are resolved */
export function colours(root) {
  const probe = document.createElement("span");
  probe.hidden = true;
  root.append(probe);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });

  /**
   * @param {string} value
   * @param {"light" | "dark"} scheme
   * @returns {Rgba | undefined} nothing if it depends on the page, or is none
   */
  return (value, scheme) => {
    const own = sides(value)[scheme];
    if (!context || UNKNOWN.test(own)) return undefined;
    probe.style.colorScheme = scheme;
    probe.style.color = "";
    probe.style.color = own;
    if (!probe.style.color) return undefined;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
}

/** @param {Rgba} colour */
export const hex = ([red, green, blue]) =>
  `#${[red, green, blue].map(part => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
