// How the editor looks, by the page's own custom properties, which reach into its shadow root; light and dark follow.
import { EditorView, HighlightStyle, syntaxHighlighting, tags } from "../parts/codemirror.js";

const HAIRLINE = "1px solid var(--line)";

const theme = EditorView.theme({
  "&": { blockSize: "100%", backgroundColor: "var(--lit)", color: "var(--ink)", fontSize: ".8125rem" },
  // The frame around shows the focus.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: ".5rem" },
  ".cm-line": { paddingInline: ".5rem 1rem" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  ".cm-gutters": { backgroundColor: "var(--lit)", color: "var(--soft)", borderInlineEnd: HAIRLINE },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.25rem", fontVariantNumeric: "tabular-nums" },
  ".cm-foldGutter .cm-gutterElement": { cursor: "pointer" },
  ".cm-foldPlaceholder": { border: HAIRLINE, borderRadius: "0", backgroundColor: "transparent", color: "var(--soft)" },
  "&.cm-focused .cm-matchingBracket, & .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--edge)",
  },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", color: "var(--accent)" },
  // The kinds of problems differ by their lines too, not by colour alone.
  ".cm-lintRange": { backgroundImage: "none", paddingBlockEnd: "0", textDecorationSkipInk: "none" },
  ".cm-lintRange-error": { textDecoration: "underline wavy 1.5px var(--accent)" },
  ".cm-lintRange-warning": { textDecoration: "underline dashed 1.5px var(--accent)" },
  ".cm-lintRange-info": { textDecoration: "underline dotted 1.5px var(--soft)" },
  ".cm-lintPoint::after": { borderBlockEndColor: "var(--accent)" },
  ".cm-searchMatch": { backgroundColor: "transparent", outline: "1px solid var(--focus)" },
  ".cm-searchMatch-selected": { outlineWidth: "2px" },
  ".cm-tooltip": {
    border: "1px solid var(--edge)",
    backgroundColor: "var(--lit)",
    color: "var(--ink)",
    font: ".8125rem/1.4 var(--sans)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxBlockSize: "14rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    minBlockSize: "1.5rem",
    lineHeight: "1.5rem",
    paddingInline: ".5rem",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--ink)",
    color: "var(--ground)",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { fontFamily: "var(--sans)", fontStyle: "normal", opacity: ".75" },
  ".cm-tooltip.cm-completionInfo": { padding: "0" },
  ".meaning": { maxInlineSize: "22rem", padding: ".5rem .625rem" },
  ".meaning p": { margin: "0" },
  ".meaning .kind": { color: "var(--soft)" },
  ".meaning code": { fontFamily: "var(--mono)", fontSize: "1em" },
  ".cm-diagnostic": { margin: "0", padding: ".375rem .625rem", borderInlineStart: "3px solid var(--accent)" },
  ".cm-diagnostic-info": { borderInlineStartColor: "var(--edge)" },
  ".cm-diagnosticSource": { fontSize: "1em", opacity: "1", color: "var(--soft)" },
  ".cm-panels": { backgroundColor: "var(--ground)", color: "var(--ink)", font: ".8125rem/1.5 var(--sans)" },
  ".cm-panels.cm-panels-bottom": { borderBlockStart: HAIRLINE },
  ".cm-panel.cm-panel-lint ul [aria-selected]": { backgroundColor: "var(--ink)", color: "var(--ground)" },
  ".cm-panel.cm-search": { padding: ".5rem" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button": { fontSize: "1em", minBlockSize: "1.5rem" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", minBlockSize: "1.5rem", fontSize: "1em" },
  ".cm-panel.cm-search [name=close]": { minInlineSize: "1.5rem", color: "inherit" },
  ".cm-textfield": {
    border: "1px solid var(--edge)",
    borderRadius: "0",
    backgroundColor: "var(--lit)",
    color: "inherit",
  },
  ".cm-button": {
    border: "1px solid var(--edge)",
    borderRadius: "0",
    backgroundImage: "none",
    backgroundColor: "transparent",
    color: "inherit",
  },
  ":is(button, input):focus-visible": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
});

const syntax = HighlightStyle.define([
  { tag: [tags.propertyName, tags.tagName], fontWeight: "600" },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword, tags.atom], color: "var(--accent)" },
  { tag: [tags.punctuation, tags.bracket, tags.separator, tags.angleBracket], color: "var(--soft)" },
  { tag: [tags.attributeName, tags.comment, tags.meta], color: "var(--soft)" },
  { tag: tags.comment, fontStyle: "italic" },
]);

export const look = [theme, syntaxHighlighting(syntax)];
