// The ways an article comes in, above the editor: from a file, the clipboard or the gallery; and as what it was
// understood.
import { MOST } from "./editor/language.js";
import { button } from "./elements.js";
import { withPlainLines } from "./editor/places.js";
import { choice } from "./input/choices.js";
import { onDrop, sort } from "./input/files.js";
import { publishedAt } from "./input/published.js";
import { isApple, titleOf, understood } from "./input/understood.js";

/** @typedef {{ name: string, title: string, group: string }} GalleryState */
/** @typedef {import("./input/files.js").TextFile} TextFile */

/**
 * @param {HTMLElement} root
 * @param {import("./bench.js").Bench} bench
 * @param {object} options
 * @param {GalleryState[]} options.states
 * @param {(name: string) => Promise<string>} options.fetchState
 * @param {(text: string) => void} options.say
 * @param {(text: string) => void} [options.onStateFile] what to do with a file that holds a state of the bench
 */
export function openInput(root, bench, { states, fetchState, say, onStateFile }) {
  /** @type {TextFile[]} */
  let files = [];
  /** Counts what was asked for, since the answer to an older wish must not take the place of a newer one. */
  let wish = 0;
  /** What was last taken in as a whole. */
  let taken = "";

  /**
   * @param {string} input
   * @param {string} name
   * @param {TextFile[]} [among] the files it came with
   */
  const put = (input, name, among = []) => {
    if (input.length > MOST) {
      say("This is more than 16 MiB of text, which the workbench does not take.");
      return;
    }
    say("");
    files = among;
    taken = withPlainLines(input);
    published.clear();
    bench.set({ input: taken, name, article: 0, address: "" });
  };

  /** @param {Iterable<File>} chosen */
  const takeFiles = async chosen => {
    const mine = ++wish;
    const { state, texts, refusals } = await sort(chosen);
    if (mine !== wish) return;
    if (state !== undefined && onStateFile) onStateFile(state);
    else if (texts[0]) put(texts[0].text, texts[0].name, texts);
    if (refusals.length) say(refusals.join(" "));
  };

  const paste = async () => {
    const mine = ++wish;
    const byHand = `Click into the editor and press ${isApple() ? "⌘V" : "Ctrl+V"} there.`;
    try {
      const text = await navigator.clipboard.readText();
      if (mine !== wish) return;
      if (text.trim()) put(text, "");
      else say("There is no text in the clipboard.");
    } catch {
      say(`The browser does not let this page read the clipboard. ${byHand}`);
    }
  };

  const picker = starts(states, async name => {
    const mine = ++wish;
    try {
      const text = await fetchState(name);
      if (mine === wish) put(text, name);
    } catch (error) {
      say(/** @type {Error} */ (error).message);
    }
  });

  const opener = document.createElement("input");
  opener.type = "file";
  opener.multiple = true;
  opener.hidden = true;
  opener.addEventListener("change", () => {
    takeFiles([...(opener.files ?? [])]);
    // The same file may be opened again.
    opener.value = "";
  });
  const published = publishedAt(bench);
  const ways = document.createElement("div");
  ways.className = "input-ways";
  ways.append(button("Open a file", () => opener.click()), opener, button("Paste", paste), picker);

  const sentence = document.createElement("p");
  sentence.className = "input-understood";
  sentence.setAttribute("aria-live", "polite");
  const articles = choice("Article", article => bench.set({ article }));
  const others = choice("File", index => put(files[index].text, files[index].name, files));
  root.append(ways, others.group, sentence, articles.group, published.box);

  const followState = () => {
    const { name, input } = bench.state;
    // Once it was changed it is no longer that state, which can then be taken anew.
    picker.value = input === taken && states.some(state => state.name === name) ? name : "";
    others.show(files.map(file => file.name), files.findIndex(file => file.name === name));
    showArticles();
  };
  const showArticles = () => {
    const found = bench.reading?.articles ?? [];
    articles.show(found.map(titleOf), Math.min(bench.state.article, found.length - 1));
  };
  const followReading = () => {
    if (!bench.reading) return;
    const words = understood(bench.reading, isApple());
    if (sentence.textContent !== words) sentence.textContent = words;
    showArticles();
  };
  followState();
  followReading();
  bench.addEventListener("state", followState);
  bench.addEventListener("reading", followReading);
  onDrop(takeFiles);
}

/**
 * The states of the gallery, by their groups.
 * @param {GalleryState[]} states
 * @param {(name: string) => void} choose
 */
function starts(states, choose) {
  const picker = document.createElement("select");
  picker.setAttribute("aria-label", "Start from an example");
  picker.append(new Option("Start from…", ""));
  /** @type {Map<string, HTMLOptGroupElement>} */
  const groups = new Map();
  for (const { name, title, group } of states) {
    let element = groups.get(group);
    if (!element) {
      element = document.createElement("optgroup");
      element.label = group;
      groups.set(group, element);
      picker.append(element);
    }
    element.append(new Option(title, name));
  }
  picker.addEventListener("change", () => picker.value && choose(picker.value));
  return picker;
}
