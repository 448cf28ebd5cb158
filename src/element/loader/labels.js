// The labels of languages other than English, fetched once for all cards of the page.

/** @type {{ [address: string]: Promise<string> }} */
const texts = {};

/**
 * Nothing if they cannot be had within ten seconds: then the card speaks English.
 * @param {URL} address
 */
export const labels = address => texts[address.href] ??= Promise.race([
  fetch(address).then(response => response.ok ? response.text() : "").catch(() => ""),
  /** @type {Promise<string>} */ (new Promise(done => setTimeout(done, 1e4, ""))),
]);
