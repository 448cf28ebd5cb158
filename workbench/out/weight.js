// What the embed code weighs, and the hash of a style in it.

/** @param {string} text */
const bytes = text => new TextEncoder().encode(text);

/** @param {string} text */
export const size = text => bytes(text).length;

/**
 * With gzip; undefined where a browser cannot tell.
 * @param {string} text
 * @returns {Promise<number | undefined>}
 */
export async function gzipped(text) {
  if (typeof CompressionStream === "undefined") return undefined;
  const stream = new Blob([bytes(text)]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

/**
 * What a policy says to allow the first `<style>` of a prerendered card; empty where a browser cannot tell, as on a
 * page without encryption.
 * @param {string} html
 */
export async function styleHash(html) {
  const style = /<style[^>]*>([^]*?)<\/style>/.exec(html);
  if (!style || !globalThis.crypto?.subtle) return "";
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes(style[1])));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** @param {number} count */
export const inWords = count => `${count.toLocaleString("en")} bytes`;
