// Completion and documentation while one writes the card's own JSON.
import { autocompletion, hoverTooltip, startCompletion } from "../parts/codemirror.js";
import { PLAIN_FROM } from "./language.js";
import { meaningAt, proposalsAt } from "./schema.js";

/** @typedef {import("./schema.js").Schema} Schema */
/** @typedef {import("./schema.js").Proposal} Proposal */

/**
 * @param {Schema} schema
 * @param {() => boolean} isOwn whether what stands in the editor may be the card's own JSON
 */
export function hints(schema, isOwn) {
  /** @param {import("@codemirror/autocomplete").CompletionContext} context */
  const complete = ({ state, pos, explicit }) => {
    if (!isOwn() || state.doc.length > PLAIN_FROM) return null;
    const found = proposalsAt(schema, state.doc.toString(), pos);
    // Without being asked it speaks only where a word has begun.
    if (!found || (!explicit && found.from === pos)) return null;
    const { from, to, proposals } = found;
    const isQuoted = state.sliceDoc(from, from + 1) === '"';
    return {
      from: isQuoted ? Math.min(from + 1, pos) : from,
      options: proposals.map((proposal, index) => option(proposal, from, to, proposals.length - index)),
      validFor: /^[\w$]*$/,
    };
  };

  const explain = hoverTooltip((view, place) => {
    const { doc } = view.state;
    if (!isOwn() || doc.length > PLAIN_FROM) return null;
    const found = meaningAt(schema, doc.toString(), place);
    if (!found) return null;
    const { from, to, title, kind, description } = found;
    return { pos: from, end: to, above: true, create: () => ({ dom: explanation(title, kind, description) }) };
  });

  return [autocompletion({ override: [complete], icons: false, closeOnBlur: true }), explain];
}

/**
 * @param {Proposal} proposal
 * @param {number} start where the word begins, with its quotation mark
 * @param {number} end as the text was when it was asked; what has been typed since makes the word longer
 * @param {number} rank so that the fields come in the schema's order
 * @returns {import("@codemirror/autocomplete").Completion}
 */
function option({ label, kind, description, insert, caret, isRequired }, start, end, rank) {
  return {
    label,
    detail: [kind, isRequired ? "required" : ""].filter(Boolean).join(", "),
    info: () => explanation("", "", description),
    boost: isRequired ? 99 : Math.min(98, rank) / 2,
    apply: (view, _, from, to) => {
      const { doc } = view.state;
      // The word may have grown, and a closing quotation mark may stand behind it.
      const begin = doc.sliceString(from - 1, from) === '"' ? from - 1 : Math.min(start, from);
      const quote = begin < from && doc.sliceString(to, to + 1) === '"' ? 1 : 0;
      const stop = Math.max(to + quote, end <= doc.lineAt(from).to && /^[\w$]*"?$/.test(doc.sliceString(to, end)) ? end : 0);
      view.dispatch({
        changes: { from: begin, to: stop, insert },
        selection: { anchor: begin + caret },
        userEvent: "input.complete",
        scrollIntoView: true,
      });
      // After a name its values may be listed.
      if (insert.endsWith(": ") || insert.slice(caret - 1, caret + 1) === '""') startCompletion(view);
    },
  };
}

/**
 * @param {string} title
 * @param {string} kind
 * @param {string} description in which grave accents enclose names
 */
function explanation(title, kind, description) {
  const box = document.createElement("div");
  box.className = "meaning";
  if (title) {
    const heading = document.createElement("p");
    const name = document.createElement("strong");
    name.textContent = title;
    const type = document.createElement("span");
    type.className = "kind";
    type.textContent = kind && ` ${kind}`;
    heading.append(name, type);
    box.append(heading);
  }
  const words = document.createElement("p");
  for (const [index, part] of description.split("`").entries()) {
    const node = document.createElement(index % 2 ? "code" : "span");
    node.textContent = part;
    words.append(node);
  }
  box.append(words);
  return box;
}
