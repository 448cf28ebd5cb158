// The stage: the card of the chosen article beside the editor, once for each width, in frames that are pages of their own; or
// words where no card can stand.
import { Frame } from "./stage/frame.js";
import { HALF, standing } from "./stage/standing.js";

/** @import { Bench, View } from "./bench.js" */

/**
 * What a card said: its event, in which width, and the event's detail.
 * @typedef {{ kind: "ready" | "error", width: number, detail: any }} Said
 *
 * @typedef {object} Rendered
 * @property {string} html
 * @property {{ message: string, severity: string }[]} diagnostics
 *
 * @typedef {object} Needs
 * @property {(options: Record<string, any>, article: Record<string, any>) => Promise<Rendered>} render by the toolkit
 * @property {(said: Said) => void} [onSaid]
 */

/** @param {string} className */
function paragraph(className) {
  const made = document.createElement("p");
  made.className = className;
  made.hidden = true;
  return made;
}

/**
 * @param {HTMLElement} node
 * @param {string} [words] none hide it
 */
function tell(node, words = "") {
  if (node.textContent !== words) node.textContent = words;
  node.hidden = !words;
}

/**
 * An attribute's name as that of its property.
 * @param {string} name
 */
const property = name => name.replace(/-./g, part => part[1].toUpperCase());

/**
 * What the toolkit is asked for. The style comes inline, and the frame makes a constructed sheet of it.
 * @param {Record<string, string>} attributes
 * @param {View} view
 */
export const optionsOf = (attributes, { later }) => ({
  ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [property(name), value])),
  style: "inline",
  ...later && { now: Date.now() + later * 1000 },
});

/**
 * @param {HTMLElement} root
 * @param {Bench} bench
 * @param {Needs} needs
 */
export function openStage(root, bench, { render, onSaid }) {
  const cards = document.createElement("div");
  cards.className = "stage-cards";
  cards.hidden = true;
  // What scrolls sideways has to do so by the keyboard, too.
  cards.tabIndex = 0;
  cards.setAttribute("role", "region");
  cards.setAttribute("aria-label", "Cards by width");
  const words = paragraph("stage-words");
  const kept = paragraph("stage-note");
  const fault = paragraph("stage-note");
  const leads = paragraph("stage-note");
  const notes = document.createElement("div");
  notes.setAttribute("aria-live", "polite");
  notes.append(words, kept, fault, leads);
  root.classList.add("stage");
  root.append(notes, cards);

  /** @type {Frame[]} */
  const frames = [];
  /**
   * The article of the card that stands, and what its input was called.
   * @type {{ article: Record<string, any>, name: string, index: number } | undefined}
   */
  let last;
  /** @type {{ key: string, html: string } | undefined} */
  let rendered;
  let turn = 0;
  let isDue = false;

  const clear = () => {
    last = undefined;
    rendered = undefined;
    tell(fault);
    tell(leads);
    cards.hidden = true;
    for (const frame of frames) frame.show({ article: null, attributes: {}, theme: {}, view: bench.state.view });
  };

  /** @param {number} index */
  const make = index => {
    const { way, later, zone } = bench.state.view;
    const before = frames[index];
    const frame = new Frame({ way, later, zone }, {
      said: (kind, detail) => {
        if (frames[index] !== frame) return;
        if (index === 0) tell(fault, kind === "error" ? `The card says: ${detail.message}` : "");
        onSaid?.({ kind, width: bench.state.view.widths[index], detail });
      },
      leads: address => tell(leads, `Leads to ${address}`),
      lost: () => {
        if (frames[index] !== frame) return;
        make(index);
        queue();
      },
    }, before?.height);
    frames[index] = frame;
    if (index === 0) tell(fault);
    if (before) before.node.replaceWith(frame.node);
    else cards.append(frame.node);
    before?.remove();
    return frame;
  };

  /** Frames as many and as made as the view wants; those that fit stay. */
  const setUp = () => {
    const { widths, way, later, zone } = bench.state.view;
    widths.forEach((width, index) => {
      const made = frames[index]?.made;
      const fits = made && made.way === way && made.later === later && made.zone === zone;
      const frame = fits ? frames[index] : make(index);
      frame.width = width;
    });
    for (const frame of frames.splice(widths.length)) frame.remove();
  };

  /**
   * The prerendered card, or undefined where it is overtaken or cannot be had.
   * @param {Record<string, any>} article
   */
  const prerender = async article => {
    const mine = turn;
    const { attributes, view } = bench.state;
    const key = JSON.stringify([article, attributes, view.later]);
    if (rendered?.key === key) return rendered.html;
    try {
      const { html, diagnostics } = await render(optionsOf(attributes, view), article);
      if (mine !== turn) return undefined;
      if (html) {
        tell(fault);
        rendered = { key, html };
        return html;
      }
      tell(fault, diagnostics.find(({ severity }) => severity === "error")?.message ?? diagnostics[0]?.message);
    } catch (/** @type {any} */ { message }) {
      if (mine === turn) tell(fault, `This card cannot be prerendered: ${message}`);
    }
    return undefined;
  };

  const update = async () => {
    isDue = false;
    const mine = ++turn;
    tell(leads);
    const { name, article: index } = bench.state;
    const now = standing(bench, last?.name === name && last.index === index);
    if (now.what === "waits") {
      if (!last) return;
    } else {
      tell(words, now.words);
      tell(kept, now.what === "kept" ? HALF : "");
    }
    if (now.what === "words") return clear();
    if (now.article) {
      // While the engine still reads, its article may be that of another input.
      const isOfBefore = last && bench.reading?.input !== bench.state.input;
      last = { ...(isOfBefore && last) || { name, index }, article: now.article };
    }
    const article = /** @type {NonNullable<typeof last>} */ (last).article;
    cards.hidden = false;
    setUp();
    const isPrerendered = ["prerendered", "no-script"].includes(bench.state.view.way);
    const html = isPrerendered ? await prerender(article) : undefined;
    if (mine !== turn) return;
    const { attributes, theme, view } = bench.state;
    // What was rendered before must not stand where nothing may be shown now.
    const shown = isPrerendered && !html ? null : article;
    for (const frame of frames) frame.show({ article: shown, attributes, theme, view, html });
  };

  const queue = () => {
    if (isDue) return;
    isDue = true;
    // Several changes of one moment, as of state and reading, are one.
    queueMicrotask(update);
  };
  bench.addEventListener("state", queue);
  bench.addEventListener("reading", queue);
  queue();
}
