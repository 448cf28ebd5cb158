// The states of the gallery: those that `gallery.json` describes, and behind them every fixture that it does not.

/**
 * @typedef {object} Fallback the publisher's own words within the element, where they cannot be taken from the article
 * @property {string} text
 * @property {string} [href]
 * @property {string} [lang]
 *
 * @typedef {object} Described
 * @property {string} id
 * @property {string} title
 * @property {string} about
 * @property {string} [fixture] the name of its article, where it is not the id
 * @property {string} [frame] a page of its own in the place of a card
 * @property {string} [type] of the script with the article
 * @property {string} [hide] the attribute
 * @property {Fallback} [fallback]
 *
 * @typedef {{ id: string, title: string, states: Described[] }} Group
 * @typedef {{ groups: Group[] }} Gallery
 * @typedef {{ states?: string[] }} Fixtures of `tables.json`
 */

/**
 * The name of the state's article, if it has one.
 * @param {Described} state
 */
export const fixtureOf = state => (state.frame ? undefined : (state.fixture ?? state.id));

/**
 * The groups in order, the last one for what nobody has described yet.
 * @param {Gallery} gallery
 * @param {Fixtures} tables
 * @returns {Group[]}
 */
export function groups(gallery, tables) {
  const described = new Set(gallery.groups.flatMap(group => group.states.map(fixtureOf)));
  const others = (tables.states ?? []).filter(name => !described.has(name));
  if (!others.length) return gallery.groups;
  const taken = new Set(gallery.groups.flatMap(({ id, states }) => [id, ...states.map(state => state.id)]));
  const states = others.map(name => ({
    id: taken.has(name) ? `fixture-${name}` : name,
    fixture: name,
    title: name,
    about: "",
  }));
  return [...gallery.groups, { id: "not-described", title: "Not described yet", states }];
}

/**
 * One entry for each article, for a list to start from.
 * @param {Gallery} gallery
 * @param {Fixtures} tables
 * @returns {{ name: string, title: string, group: string }[]}
 */
export function states(gallery, tables) {
  const entries = new Map();
  for (const group of groups(gallery, tables)) {
    for (const state of group.states) {
      const name = fixtureOf(state);
      if (name && !entries.has(name)) entries.set(name, { name, title: state.title, group: group.title });
    }
  }
  return [...entries.values()];
}
