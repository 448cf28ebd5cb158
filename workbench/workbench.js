// The workbench's page: starts the engine, opens the panels around one bench, and says in words what does not work.
import { Bench, START } from "./bench.js";
import { openControls } from "./controls.js";
import { openEditor } from "./editor.js";
import { startEngine, understand } from "./engine.js";
import { states } from "./gallery/states.js";
import { filled } from "./gallery/filled.js";
import { openInput } from "./input.js";
import { keep } from "./keeping.js";
import { fromFile } from "./link.js";
import { openOut } from "./out.js";
import { openReport } from "./report.js";
import { openSharing } from "./sharing.js";
import { openStage } from "./stage.js";
import { fetchTables } from "./tables.js";
import { openTheme } from "./theme.js";

/** What the bench begins with for who has never been here: a card says more than an empty page. */
const FIRST = "seed-meta-netflix";

/** How long the frame of a card takes to become as high as the card, and when the page is shown at the latest; milliseconds. */
const SETTLING = 100;
const LATEST = 3000;

/** Shows the page when all of it is there, so that nothing moves under the eyes of who begins to read. */
function reveal() {
  place("trouble").hidden = true;
  document.documentElement.classList.add("open");
}

/** @param {string} id */
const place = id => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} text */
function say(text) {
  place("message").textContent = text;
}

/** @param {string} name */
async function fetchState(name) {
  const answer = await fetch(new URL(`../fixtures/${encodeURIComponent(name)}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`There is no state “${name}” in the gallery.`);
  return filled(await answer.text());
}

/**
 * The state of the gallery that the address names, as `#state=arabic`.
 * @param {Bench} bench
 */
async function takeState(bench) {
  const name = new URLSearchParams(location.hash.slice(1)).get("state");
  if (!name) return false;
  try {
    bench.set({ input: await fetchState(name), name, article: 0, address: "" });
  } catch (error) {
    say(String(/** @type {Error} */ (error).message));
  }
  history.replaceState(null, "", location.pathname + location.search);
  return true;
}

/**
 * A card for which nobody has chosen a width is as wide as there is room, as on a phone.
 * @param {Bench} bench
 */
function fit(bench) {
  const { view } = bench.state;
  const room = place("stage").clientWidth;
  const [usual] = START.view.widths;
  if (view.widths.join() === String(usual) && room < usual) {
    bench.set({ view: { ...view, widths: [room] } }, { isStep: false });
  }
}

async function open() {
  const bench = new Bench();
  const [tables, gallery] = await Promise.all([
    fetchTables(),
    fetch(new URL("./gallery.json", import.meta.url)).then(answer => answer.json()),
  ]);
  const engine = startEngine();
  engine.onBroken(error => say(error.message));
  /** @type {(options: object, article?: Record<string, any> | null) => Promise<any>} */
  const render = (options, article = bench.chosen?.article) => engine.render(article ?? "", options);

  await keep(bench, { say });
  if (!(await takeState(bench)) && !bench.state.input) {
    bench.set({ input: await fetchState(FIRST), name: FIRST }, { isStep: false });
  }
  fit(bench);
  addEventListener("hashchange", () => takeState(bench));

  const editor = openEditor(place("editor"), bench, { schema: await engine.schema().catch(() => ({})) });
  openInput(place("input"), bench, {
    states: states(gallery, tables),
    fetchState,
    say,
    onStateFile: text => bench.set(fromFile(text)),
  });
  openStage(place("stage"), bench, { render, onSaid: () => setTimeout(reveal, SETTLING) });
  openControls(place("controls"), bench, { tables });
  openReport(place("report"), bench, { reveal: editor.reveal });
  openTheme(place("theme"), bench, { tables, say });
  openOut(place("out"), bench, { tables, render, version: await engine.version().catch(() => ""), say });
  openSharing(place("sharing"), bench, { say });
  understand(bench, engine, { say });
  setTimeout(reveal, LATEST);
}

open().catch(error => {
  place("trouble").textContent = `The workbench could not start: ${error.message}`;
});
