// The gallery's page: puts every state there, lets the controls set the attributes of all cards, finds states by words.
// It does only what a publisher could do, from outside; it never reaches into a card.
import { putControls } from "./gallery/controls.js";
import { say } from "./gallery/said.js";
import { count, finds } from "./gallery/search.js";
import { Shown } from "./gallery/state.js";
import { groups } from "./gallery/states.js";

/**
 * What stands in `gallery.html`.
 * @param {string} selector
 * @returns {any}
 */
const find = selector => document.querySelector(selector);

const form = /** @type {HTMLFormElement} */ (find(".controls"));
const settings = /** @type {HTMLDetailsElement} */ (find(".settings"));
const main = /** @type {HTMLElement} */ (find("main"));
const list = /** @type {HTMLElement} */ (find(".groups ul"));
const status = /** @type {HTMLElement} */ (find(".found [role=status]"));
const alone = /** @type {HTMLAnchorElement} */ (find(".alone"));

/** @param {string} name */
async function fetched(name) {
  const answer = await fetch(`workbench/${name}`);
  if (!answer.ok) throw new Error(`workbench/${name} answers ${answer.status}`);
  return answer.json();
}

/** @returns {Record<string, any>} */
const choices = () => Object.fromEntries(new FormData(form));
/** The address holds what differs from the start, so that a state can be linked: #only=arabic&layout=hero&width=640 */
const address = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");

for (const name of ["article-card-ready", "article-card-error"]) document.addEventListener(name, say);

// On a wide page the settings stand open, and nothing folds them.
const wide = matchMedia("(min-width: 78rem)");
const unfold = () => (settings.open = wide.matches);
wide.addEventListener("change", unfold);
unfold();

/**
 * @param {import("./gallery/states.js").Gallery} gallery
 * @param {import("./gallery/controls.js").Tables} tables
 */
function open(gallery, tables) {
  const { attributes, json } = putControls(find(".settings .row"), tables);
  const starting = choices();

  /** @param {HTMLElement} card */
  function dress(card) {
    const chosen = choices();
    for (const name of attributes) {
      // What is chosen at the start is what a card does without the attribute.
      if (chosen[name] === starting[name]) card.removeAttribute(name);
      else if (card.getAttribute(name) !== chosen[name]) card.setAttribute(name, chosen[name]);
    }
  }

  const shown = groups(gallery, tables).map(({ id, title, states }) => {
    const group = document.createElement("section");
    const heading = document.createElement("h2");
    const item = document.createElement("li");
    const link = document.createElement("a");
    group.className = "group";
    group.id = id;
    heading.id = `${id}-title`;
    heading.textContent = title;
    heading.tabIndex = -1;
    group.setAttribute("aria-labelledby", heading.id);
    link.href = `#${id}`;
    link.textContent = title;
    link.addEventListener("click", event => {
      // A jump must not write over what the address remembers.
      event.preventDefault();
      group.scrollIntoView();
      heading.focus({ preventScroll: true });
    });
    item.append(link);
    list.append(item);
    const own = states.map(state => new Shown(state, title, showAlone));
    group.append(heading, ...own.map(({ element }) => element));
    return { group, item, states: own };
  });
  const all = shown.flatMap(({ states }) => states);

  function apply() {
    const { width, page } = choices();
    main.style.setProperty("--width", `${width}px`);
    find(".said-width").value = `${width} px`;
    document.documentElement.dataset.page = page;
    for (const card of document.querySelectorAll("article-card")) dress(/** @type {HTMLElement} */ (card));
  }

  function filter() {
    const only = address().get("only")?.split(",");
    const query = choices().q;
    for (const { element, words } of all)
      element.hidden = (only !== undefined && !only.includes(element.id)) || !finds(query, words);
    for (const { group, item, states } of shown) {
      group.hidden = item.hidden = states.every(({ element }) => element.hidden);
    }
    const said = count(all.filter(({ element }) => !element.hidden).length, all.length);
    if (status.textContent !== said) status.textContent = said;
    alone.hidden = !only && !query;
  }

  /** @param {URLSearchParams} params */
  const withHash = params => (String(params) ? `#${params}` : location.pathname + location.search);

  /** @param {(params: URLSearchParams) => void} change */
  function go(change) {
    const next = address();
    change(next);
    history.pushState(null, "", withHash(next));
    recall();
  }

  /** @param {string} id */
  function showAlone(id) {
    go(next => next.set("only", id));
    scrollTo(0, 0);
    alone.focus({ preventScroll: true });
  }

  function remember() {
    const next = address();
    for (const [name, value] of Object.entries(choices())) {
      if (value === starting[name]) next.delete(name);
      else next.set(name, value);
    }
    if (json.getAttribute("aria-pressed") === "true") next.set("json", "all");
    else next.delete("json");
    // A group's own address stays as long as nothing else is to be remembered.
    if (String(next) !== String(address())) history.replaceState(null, "", withHash(next));
  }

  /** @param {boolean} isShown */
  function showJson(isShown) {
    json.setAttribute("aria-pressed", String(isShown));
    for (const state of all) state.showJson(isShown);
  }

  function recall() {
    const wanted = address();
    for (const [name, value] of Object.entries(starting)) {
      const control = /** @type {HTMLInputElement | RadioNodeList} */ (form.elements.namedItem(name));
      control.value = wanted.get(name) ?? value;
      // A word that is no choice leaves none chosen.
      if (!(name in choices())) control.value = value;
    }
    const isJson = wanted.get("json") === "all";
    if (isJson !== (json.getAttribute("aria-pressed") === "true")) showJson(isJson);
    apply();
    filter();
  }

  // Browsers refuse to write the address at every step of a slider.
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(remember, 150);
  };
  const change = () => {
    apply();
    filter();
    soon();
  };
  form.addEventListener("input", change);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => {
    showJson(false);
    setTimeout(change);
  });
  json.addEventListener("click", () => {
    showJson(json.getAttribute("aria-pressed") !== "true");
    soon();
  });
  alone.addEventListener("click", event => {
    event.preventDefault();
    go(next => {
      next.delete("only");
      next.delete("q");
    });
    find("[name=q]").focus();
  });
  for (const name of ["hashchange", "popstate"]) addEventListener(name, recall);

  main.append(...shown.map(({ group }) => group));
  recall();
  const start = !location.hash.includes("=") && document.getElementById(location.hash.slice(1));
  if (start) start.scrollIntoView();
  for (const state of all) state.load(dress).then(() => choices().q && filter());
}

// Without the tables there are fewer controls, and the states that are described.
const tables = fetched("tables.json").catch(() => ({}));
fetched("gallery.json").then(
  async gallery => open(gallery, await tables),
  error => (status.textContent = `The states of the gallery could not be fetched: ${error.message}.`),
);
