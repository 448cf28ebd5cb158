// The editor: CodeMirror in a shadow root, where its styles are constructed stylesheets and no inline style is needed. What
// is typed goes to the bench, and what the bench takes from elsewhere comes here, as one change that can be undone.
import { hints } from "./editor/hints.js";
import { MOST, languageOf } from "./editor/language.js";
import { look } from "./editor/look.js";
import { openProblems, placeIn, problemMarks } from "./editor/problems.js";
import { withPlainLines } from "./editor/places.js";
import {
  Compartment,
  EditorState,
  EditorView,
  Transaction,
  bracketMatching,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  defaultKeymap,
  foldGutter,
  foldKeymap,
  history,
  historyKeymap,
  html,
  indentOnInput,
  indentUnit,
  isolateHistory,
  json,
  keymap,
  lineNumbers,
  lintKeymap,
  search,
  searchKeymap,
} from "./parts/codemirror.js";

/** From how many characters on the bench is told of what was typed a little later, in milliseconds. */
const LONG = 32 * 1024;
const LATER = 250;
/** Of so many characters the language is told. */
const BEGINNING = 2000;

const REFUSED =
  "This is more than 16 MiB of text, which the workbench does not take. Take the article's page or its JSON alone.";

/** @type {Record<ReturnType<typeof languageOf>, import("@codemirror/state").Extension>} */
const LANGUAGES = {
  json: json(),
  html: html({ autoCloseTags: false }),
  // A JSON may begin here; a sentence has quotation marks of its own.
  plain: EditorState.languageData.of(() => [{ closeBrackets: { brackets: ["{", "["] } }]),
};

/**
 * @param {HTMLElement} root
 * @param {import("./bench.js").Bench} bench
 * @param {{ schema: Record<string, any> }} options the JSON Schema of the card's own JSON
 */
export function openEditor(root, bench, { schema }) {
  const frame = document.createElement("div");
  frame.className = "editor-frame";
  const refusal = document.createElement("p");
  refusal.className = "editor-refusal";
  refusal.setAttribute("aria-live", "polite");
  root.append(frame, refusal);
  const shadow = frame.attachShadow({ mode: "open" });

  /** The text that the editor and the bench last agreed on. */
  let agreed = "";
  let name = bench.state.name;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let telling;
  let isTaking = false;
  const languages = new Compartment();

  const tell = () => {
    clearTimeout(telling);
    telling = undefined;
    const input = view.state.doc.toString();
    if (input === agreed) return;
    agreed = input;
    bench.set({ input }, { isStep: false });
  };

  /** Others' JSON has other fields; what nobody could read yet may become our own. */
  const isOwn = () =>
    languages.get(view.state) === LANGUAGES.json && !["json-ld", "ninjs"].includes(bench.chosen?.format ?? "");

  const changed = EditorView.updateListener.of(update => {
    if (!update.docChanged) return;
    refusal.textContent = "";
    if (isTaking) return;
    problems.typed();
    clearTimeout(telling);
    if (update.state.doc.length > LONG) telling = setTimeout(tell, LATER);
    else tell();
  });

  const view = new EditorView({
    root: shadow,
    parent: shadow,
    extensions: [
      lineNumbers(),
      foldGutter({ openText: "▾", closedText: "▸" }),
      history(),
      languages.of(LANGUAGES.plain),
      indentUnit.of("  "),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      search(),
      hints(schema, isOwn),
      problemMarks,
      look,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": "The article: JSON, a page's source or text", tabindex: "0" }),
      // Tab is left to the page, so that nobody is caught in the editor.
      keymap.of([
        ...closeBracketsKeymap,
        ...defaultKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...foldKeymap,
        ...completionKeymap,
        ...lintKeymap,
      ]),
      EditorState.transactionFilter.of(transaction => {
        if (!transaction.docChanged || transaction.changes.newLength <= MOST) return transaction;
        // Words must wait until the transaction is through.
        queueMicrotask(() => (refusal.textContent = REFUSED));
        return [];
      }),
      EditorState.transactionExtender.of(transaction => {
        if (!transaction.docChanged) return null;
        const { newDoc, startState } = transaction;
        const language = LANGUAGES[languageOf(newDoc.sliceString(0, BEGINNING), newDoc.length)];
        return language === languages.get(startState) ? null : { effects: languages.reconfigure(language) };
      }),
      EditorView.domEventHandlers({ blur: () => void (telling && tell()) }),
      changed,
    ],
  });
  const problems = openProblems(view, bench, () => agreed === bench.state.input && telling === undefined);

  const take = () => {
    const { input } = bench.state;
    if (input === agreed) return;
    const text = withPlainLines(input);
    if (text !== input && text.length <= MOST) {
      // The bench keeps the text as it stands here, or no line and column would fit.
      bench.set({ input: text }, { isStep: false });
      return;
    }
    clearTimeout(telling);
    telling = undefined;
    if (text.length > MOST) {
      refusal.textContent = REFUSED;
      return;
    }
    agreed = text;
    const isOther = bench.state.name !== name;
    name = bench.state.name;
    isTaking = true;
    view.dispatch({
      changes: difference(view.state.doc.toString(), text),
      ...(isOther && { selection: { anchor: 0 }, scrollIntoView: true }),
      annotations: [isolateHistory.of("full"), Transaction.userEvent.of("input.take")],
    });
    isTaking = false;
    problems.show();
  };
  take();
  bench.addEventListener("state", take);

  return {
    focus: () => view.focus(),
    /**
     * Goes to a place as diagnostics tell it.
     * @param {number} line from 1 on
     * @param {number} [column] in bytes, from 1 on
     */
    reveal(line, column = 1) {
      const { from, to } = placeIn(view.state.doc, line, column);
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: "center" }),
        userEvent: "select",
      });
      view.focus();
      frame.scrollIntoView({ block: "nearest" });
    },
  };
}

/**
 * The one change between two texts, so that what they have in common keeps its selection and its folds.
 * @param {string} before
 * @param {string} after
 */
function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
