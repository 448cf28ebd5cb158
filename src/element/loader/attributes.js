// The element's attributes and the properties that reflect them. It never says what an attribute means: the runtime reads
// them from the host.
import { TAG } from "./diagnostics.js";

/** Attributes with the default of their property, and the other words of those that take only a few. */
const ATTRIBUTES = {
  for: "",
  layout: "standard compact hero",
  theme: "auto light dark",
  "heading-level": "3 2 4 5 6",
  target: "_self _blank _top _parent",
  "time-zone": "publisher",
  "relative-until": "P7D",
  "link-params": "",
  loading: "lazy eager",
  hide: "",
};
export const NAMES = Object.keys(ATTRIBUTES);

/**
 * The properties of a prototype, one for each attribute.
 * @type {Record<string, PropertyDescriptor & ThisType<HTMLElement>>}
 */
export const PROPERTIES = {};
for (const [attribute, words] of Object.entries(ATTRIBUTES)) {
  const [byDefault, ...others] = words.split(" ");
  PROPERTIES[attribute === "for" ? "htmlFor" : attribute.replace(/-./, part => part[1].toUpperCase())] = {
    configurable: true,
    enumerable: true,
    get() {
      const value = this.getAttribute(attribute) ?? byDefault;
      return !others[0] || others.includes(value) ? value : byDefault;
    },
    // A framework that takes a property back gives none.
    set(value) {
      if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  };
}

/**
 * Properties that a script set before the element was defined would hide ours.
 * @param {{ [name: string]: any }} host
 */
export function takeOver(host) {
  for (const name of ["article", ...Object.keys(PROPERTIES)]) {
    if (Object.hasOwn(host, name)) {
      const value = host[name];
      delete host[name];
      try {
        host[name] = value;
      } catch (/** @type {any} */ error) {
        console.error("%s: %s", TAG, error.message, host);
      }
    }
  }
}
