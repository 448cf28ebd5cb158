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
    const { from, proposals } = found;
    const isQuoted = state.sliceDoc(from, from + 1) === '"';
    return {
      from: isQuoted ? Math.min(from + 1, pos) : from,
      options: proposals.map((proposal, index) => option(schema, proposal, proposals.length - index)),
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
 * @param {Schema} schema
 * @param {Proposal} proposal
 * @param {number} rank so that the fields come in the schema's order
 * @returns {import("@codemirror/autocomplete").Completion}
 */
function option(schema, { label, kind, description, isRequired }, rank) {
  return {
    label,
    detail: [kind, isRequired ? "required" : ""].filter(Boolean).join(", "),
    info: description ? () => explanation("", "", description) : undefined,
    boost: isRequired ? 99 : Math.min(98, rank),
    apply(view, _, __, place) {
      // The word has grown since the list was opened.
      const found = proposalsAt(schema, view.state.doc.toString(), place);
      const proposal = found?.proposals.find(one => one.label === label);
      if (!found || !proposal) return;
      const { insert, caret } = proposal;
      view.dispatch({
        changes: { from: found.from, to: found.to, insert },
        selection: { anchor: found.from + caret },
        userEvent: "input.complete",
        scrollIntoView: true,
      });
      // After a name its values may be listed.
      if (/: (?:"")?,?$/.test(insert)) startCompletion(view);
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
