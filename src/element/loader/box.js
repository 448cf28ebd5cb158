/**
 * With `display: contents` a host has no box, and no observer ever meets it.
 * @param {Element} host
 */
export const hasNoBox = host => getComputedStyle(host).display === "contents";
