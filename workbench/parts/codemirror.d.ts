// The bundle of CodeMirror has the types of what it is bundled from.
export * from "../codemirror.js";
