// "Does my host allow it?": a field for a policy, and for each need of the card the word whether it is allowed.

import { codeBlock, field, make } from "../elements.js";
import { judge } from "./policy.js";
import { SOME_PAGE } from "./needs.js";

/** @typedef {import("./policy.js").Need} Need */

const SEVERITY = { error: "✕ Error", warning: "! Warning", info: "i Note" };

/**
 * The needs depend on where the page is, so they are asked for with its origin.
 * @param {HTMLElement} root
 * @param {{ needs: (pageOrigin: string) => Need[], say: (text: string) => void, changed: () => void }} options
 */
export function openHost(root, { needs, say, changed }) {
  const page = make("input", { type: "url", placeholder: SOME_PAGE, spellcheck: false, autocomplete: "off" });
  const policy = make("textarea", { rows: 5, spellcheck: false, autocomplete: "off", dir: "ltr" });
  policy.placeholder = "default-src 'self'; img-src https:";
  const answer = make("div", { className: "answer" });
  answer.setAttribute("aria-live", "polite");
  const amended = codeBlock("the policy as it should be", say);
  const better = make("div", { hidden: true },
    make("div", { className: "code-head" }, make("h4", { textContent: "The policy as it should be" }), amended.copy),
    amended.pre);
  root.append(
    field("Where your page is", page),
    field("Your Content-Security-Policy: its value, the header's line, or the <meta> tag", policy),
    answer, better,
  );

  let said = "";

  function pageOrigin() {
    const text = page.value.trim();
    return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).origin : SOME_PAGE;
  }

  function show() {
    const isPasted = policy.value.trim() !== "";
    const judgement = judge(policy.value, needs(pageOrigin()), pageOrigin());
    const next = isPasted ? JSON.stringify(judgement) : "";
    // What is said again without a change would be read out again.
    if (next === said) return;
    said = next;
    answer.replaceChildren(...isPasted ? words(judgement) : []);
    const isAmended = isPasted && judgement.results.some(result => !result.isAllowed);
    better.hidden = !isAmended;
    amended.code.textContent = isAmended ? judgement.amended.join("\n\n") : "";
  }

  policy.addEventListener("input", show);
  page.addEventListener("input", changed);

  return { pageOrigin, update: show };
}

/** @param {import("./policy.js").Judgement} judgement */
function words({ policies, results, findings }) {
  const missing = results.filter(result => !result.isAllowed).length;
  const stopped = findings.some(finding => finding.severity === "error");
  let summary = "Your host allows all that this card needs.";
  if (missing > 0) summary = `Your host does not allow ${missing} of ${results.length} things that this card needs.`;
  else if (stopped) summary = "Your host's policy keeps the card from running.";
  else if (policies === 0) summary = "There is no policy here that browsers enforce, so nothing is forbidden.";
  const list = make("ul", { className: "needs" }, ...results.map(({ need, isAllowed, missing: todo }) => {
    const mark = make("b", { textContent: isAllowed ? "✓ Allowed" : "✕ Missing" });
    const lines = todo.map(text => make("p", { textContent: text[0].toUpperCase() + text.slice(1) }));
    return make("li", { className: isAllowed ? "allowed" : "missing" }, mark, ` ${need.words}`, ...lines);
  }));
  const notes = findings.map(({ severity, text }) =>
    make("li", {}, make("b", { textContent: SEVERITY[severity] }), ` ${text}`));
  const found = notes.length > 0 ? [make("ul", { className: "needs" }, ...notes)] : [];
  return [make("p", { textContent: summary }), list, ...found];
}
