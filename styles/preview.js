// The gallery's script: puts the JSON of each state into the page and lets the controls set the cards' attributes.
// It does only what a publisher could do, from outside; it never reaches into a card.

const form = /** @type {HTMLFormElement} */ (document.querySelector(".controls"));
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const alone = /** @type {HTMLElement} */ (document.querySelector(".alone"));
const states = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".state"));
const stages = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".stage[data-fixture]"))];

/** The JSON allows absolute addresses only, and an instant that is always twelve minutes ago stands in no file. */
const base = new URL(".", document.baseURI).href.slice(0, -1);
/** @param {string} text */
const filled = text => text
  .replaceAll("{origin}", base)
  .replace(/\{minutes-ago:(\d+)\}/g, (_, minutes) => new Date(Date.now() - Number(minutes) * 60_000).toISOString());

/** @returns {Record<string, any>} */
const choices = () => Object.fromEntries(new FormData(form));
const starting = choices();
/** The controls that are named as a card's attributes are: `tests/preview.rs` holds them against those of the element. */
const ATTRIBUTES = Object.keys(starting).filter(name => !["width", "page"].includes(name));

/** @param {Element} card */
function dress(card) {
  const chosen = choices();
  for (const name of ATTRIBUTES) {
    // What is chosen at the start is what a card does without the attribute.
    if (chosen[name] === starting[name]) card.removeAttribute(name);
    else if (card.getAttribute(name) !== chosen[name]) card.setAttribute(name, chosen[name]);
  }
}

/** @param {string} name */
const control = name => /** @type {HTMLInputElement | RadioNodeList} */ (form.elements.namedItem(name));

function apply() {
  const { width, page } = choices();
  main.style.setProperty("--width", `${width}px`);
  control("width-said").value = `${width} px`;
  document.documentElement.dataset.page = page;
  document.querySelectorAll("article-card").forEach(dress);
}

/** The address holds what differs from the start, so that a state can be linked: #only=arabic&layout=hero&width=640 */
const address = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");

function remember() {
  const next = address();
  for (const [name, value] of Object.entries(choices())) {
    if (value === starting[name]) next.delete(name);
    else next.set(name, value);
  }
  history.replaceState(null, "", next.size ? `#${next}` : location.pathname + location.search);
}

function recall() {
  const wanted = address();
  for (const [name, value] of Object.entries(starting)) {
    control(name).value = wanted.get(name) ?? value;
    if (!(name in choices())) control(name).value = value;
  }
  const only = wanted.get("only")?.split(",");
  for (const state of states) state.hidden = only !== undefined && !only.includes(state.id);
  for (const group of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".group"))) group.hidden = !group.querySelector(".state:not([hidden])");
  alone.hidden = !only;
  apply();
}

/**
 * What the card said of its article, in words under the card.
 * @param {any} event
 */
function say(event) {
  const { diagnostics, ...failure } = event.detail;
  const stage = event.target.closest(".stage");
  stage?.querySelector(".said")?.remove();
  const found = diagnostics ?? [{ severity: "error", ...failure }];
  if (!stage || !found.length) return;
  const list = document.createElement("ul");
  list.className = "said";
  for (const { severity, code, path, message, line, column } of found) {
    const item = document.createElement("li");
    item.textContent = `${severity}: ${code} ${path ?? ""} ${message}${line ? ` (line ${line}, column ${column})` : ""}`;
    list.append(item);
  }
  stage.append(list);
}

/**
 * @param {HTMLElement} stage
 * @param {string} text
 */
function show(stage, text) {
  const card = document.createElement("article-card");
  const data = document.createElement("script");
  data.type = stage.dataset.type ?? "application/json";
  data.textContent = text;
  card.setAttribute("heading-level", "4");
  if (stage.dataset.hide) card.setAttribute("hide", stage.dataset.hide);
  card.append(data, ...stage.childNodes);
  dress(card);
  stage.append(card);
}

/**
 * @param {Element} stage
 * @param {string} text
 */
function source(stage, text) {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  const code = document.createElement("pre");
  summary.textContent = "JSON";
  code.textContent = text;
  details.append(summary, code);
  stage.after(details);
}

for (const state of states) {
  const title = /** @type {HTMLElement} */ (state.querySelector("h3"));
  const link = document.createElement("a");
  link.className = "single";
  link.textContent = "alone";
  link.setAttribute("aria-label", `Show ${title.textContent} alone`);
  link.href = "#";
  link.addEventListener("click", event => {
    event.preventDefault();
    const next = address();
    next.set("only", state.id);
    location.hash = String(next);
    scrollTo(0, 0);
  });
  title.after(link);
}

alone.addEventListener("click", event => {
  event.preventDefault();
  const next = address();
  next.delete("only");
  location.hash = String(next);
});

document.querySelector(".panel nav")?.addEventListener("click", event => {
  const href = /** @type {Element} */ (event.target).getAttribute("href");
  const group = href && document.querySelector(href);
  if (!group) return;
  // A jump must not write over what the address remembers.
  event.preventDefault();
  group.scrollIntoView();
  const title = /** @type {HTMLElement} */ (group.querySelector("h2"));
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
});

form.addEventListener("input", () => { remember(); apply(); });
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => { remember(); apply(); }));
form.addEventListener("click", ({ target }) => {
  if (!(target instanceof HTMLButtonElement && target.type === "button")) return;
  control("width").value = target.value;
  remember();
  apply();
});
addEventListener("hashchange", recall);
for (const name of ["article-card-ready", "article-card-error"]) document.addEventListener(name, say);

// The seed articles stand in the page itself; the loader has not run yet.
for (const data of /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll("article-card > script"))) {
  data.textContent = filled(data.textContent);
  source(/** @type {Element} */ (data.closest(".stage")), data.textContent.trim().replace(/^ {14}/gm, ""));
}
recall();
for (const stage of stages) {
  fetch(`fixtures/${stage.dataset.fixture}.json`).then(answer => answer.text()).then(text => {
    show(stage, filled(text));
    source(stage, filled(text).trim());
  });
}
