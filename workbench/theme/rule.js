// A theme as a rule of CSS, and what may be a value in it.

/**
 * Why a text may not stand as a value in a rule; empty if it may. What would end the value, the rule or a quotation
 * could bring in rules of its own.
 * @param {string} value
 */
export function refusal(value) {
  /** @type {string[]} */
  const open = [];
  let quote = "";
  for (let index = 0; index < value.length; index += 1) {
    const sign = value[index];
    if (sign === "\n" || sign === "\r" || sign === "\f") return "A value stands on one line.";
    if (sign === "\\") return "A value has no backslash here.";
    // Nor in a quotation: the rule may come to stand in a <style>.
    if (sign === "<") return "A value has no < here.";
    if (quote) {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ";" || sign === "{" || sign === "}") return `A value must not have ${sign}, which would end it.`;
    else if (sign === "!") return "A value has no ! here.";
    else if (value.startsWith("/*", index)) return "A value has no comment here.";
    else if (sign === "(" && /\burl$/i.test(value.slice(0, index))) return "A value has no url() here.";
    else if (sign === "(" || sign === "[") open.push(sign);
    else if (sign === ")" || sign === "]") {
      if (open.pop() !== (sign === ")" ? "(" : "[")) return `There is a ${sign} too many.`;
    }
  }
  if (quote) return "A quotation mark is open.";
  return open.length > 0 ? "A bracket is open." : "";
}

/**
 * The rule, or nothing if all is as it was; what may not stand in it is left out.
 * @param {Record<string, string>} theme
 * @param {string} [selector]
 */
export function rule(theme, selector = "article-card") {
  const lines = Object.entries(theme)
    .filter(([name, value]) => /^--article-card-[a-z-]+$/.test(name) && value.trim() && !refusal(value.trim()))
    .map(([name, value]) => `  ${name}: ${value.trim()};\n`);
  return lines.length > 0 ? `${selector} {\n${lines.join("")}}\n` : "";
}
