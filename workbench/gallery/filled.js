// Fills in what no file can hold: the address of this server, and an instant that is always some minutes ago.

const here = () => new URL(".", document.baseURI).href.slice(0, -1);

/**
 * The article of a fixture as a publisher would have written it.
 * @param {string} text
 * @param {{ origin?: string, now?: number }} [place] this page and this moment if nobody says
 */
export const filled = (text, { origin = here(), now = Date.now() } = {}) =>
  text
    .split("{origin}")
    .join(origin)
    .replace(/\{minutes-ago:(\d+)\}/g, (_, minutes) => new Date(now - Number(minutes) * 60_000).toISOString());
