// The report: what was understood of the article, field by field, where each came from, and what was repaired or left out.
// Each line leads to its place in the editor.
import { listIn } from "./report/list.js";
import { TITLES, element, shownProblem, shownRow } from "./report/parts.js";
import { needsLook, ordered, summary } from "./report/words.js";

/** @typedef {import("./bench.js").Bench} Bench */
/** @typedef {import("./bench.js").Checked} Checked */

/** More than that are shown only when asked for. */
const MOST = 500;
/** Beyond so many rows the report waits until the typing pauses, in milliseconds. */
const MANY = 60;
const PAUSE = 250;
/** What is read aloud waits longer: a half-typed JSON is not worth a word. */
const QUIET = 1500;

/**
 * @param {HTMLElement} root
 * @param {Bench} bench
 * @param {{ reveal: (line: number, column: number) => void }} editor
 */
export function openReport(root, bench, { reveal }) {
  const sentence = element("p", "report-summary");
  const aloud = element("p", "unseen");
  aloud.setAttribute("role", "status");

  const problems = element("ol", "report-problems");
  problems.setAttribute("aria-label", "What is wrong, in the order of the input");

  const only = element("input", "");
  only.type = "checkbox";
  const filter = element("label", "report-filter", only, " Only what needs a look");
  const none = element("p", "report-none", "Nothing needs a look.");

  const body = element("tbody", "");
  const table = tableOf(body);
  const rest = element("button", "report-rest", "");
  rest.type = "button";
  root.classList.add("report");
  root.append(sentence, aloud, problems, filter, none, table, rest);

  const showProblems = listIn(problems, (/** @type {Checked["diagnostics"][number]} */ told) => shownProblem(told, reveal));
  const showRows = listIn(body, (/** @type {Checked["rows"][number]} */ row) => shownRow(row, reveal));

  /** @type {Checked | undefined} */
  let shown;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let building;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;
  let isWhole = false;

  /** Everything of the article but the sentence over it. */
  function build() {
    const rows = shown?.rows ?? [];
    const wanted = only.checked ? rows.filter(needsLook) : rows;
    const told = ordered(shown?.diagnostics ?? []);
    const most = isWhole ? Infinity : MOST;
    showProblems(told.slice(0, most));
    showRows(wanted.slice(0, most));
    const more = Math.max(0, wanted.length - most) + Math.max(0, told.length - most);
    rest.textContent = `Show ${more} more`;
    rest.hidden = more === 0;
    problems.hidden = told.length === 0;
    filter.hidden = rows.length === 0;
    table.hidden = wanted.length === 0;
    none.hidden = !(only.checked && rows.length && !wanted.length);
  }

  function show() {
    const { reading } = bench;
    const isEmpty = !reading?.input.trim();
    const chosen = isEmpty ? undefined : bench.chosen;
    if (chosen && reading) say(summary(chosen, reading.articles.length));
    else say(bench.state.input.trim() ? "It is being read." : "There is nothing on the bench yet.");
    if (chosen === shown && building === undefined && body.isConnected && chosen) return;
    shown = chosen;
    isWhole = false;
    clearTimeout(building);
    building = undefined;
    if (body.children.length && (chosen?.rows.length ?? 0) > MANY) {
      building = setTimeout(() => {
        building = undefined;
        build();
      }, PAUSE);
    } else build();
  }

  /** @param {string} text */
  function say(text) {
    if (sentence.textContent === text) return;
    sentence.textContent = text;
    clearTimeout(saying);
    saying = setTimeout(() => (aloud.textContent = text), QUIET);
  }

  only.addEventListener("change", build);
  rest.addEventListener("click", () => {
    const next = body.children.length;
    isWhole = true;
    build();
    // The button has gone; what it brought comes next.
    /** @type {HTMLElement | null | undefined} */ (body.children[next]?.querySelector("button"))?.focus();
  });
  bench.addEventListener("reading", show);
  bench.addEventListener("state", () => bench.chosen !== shown && bench.reading && show());
  show();
}

/** @param {HTMLElement} body */
function tableOf(body) {
  const titles = TITLES.map(title => {
    const cell = element("th", "", title);
    cell.setAttribute("scope", "col");
    cell.setAttribute("role", "columnheader");
    return cell;
  });
  const line = element("tr", "", ...titles);
  line.setAttribute("role", "row");
  const head = element("thead", "", line);
  const caption = element("caption", "unseen", "The article as understood");
  const table = element("table", "report-rows", caption, head, body);
  table.setAttribute("role", "table");
  for (const group of [head, body]) group.setAttribute("role", "rowgroup");
  return table;
}
