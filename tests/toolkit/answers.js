// What a host makes of all inputs. Each host runs this file, or a bundle of it, so nothing here is a host's own.
import { check, read, render, schema, stylesheet, version } from "article-card/toolkit";

/**
 * The answers of all calls, each with a name.
 * @param {{ name: string, bytes: Uint8Array }[]} inputs
 * @param {{ options: object }[]} ways
 * @param {number} now
 */
export function answers(inputs, ways, now) {
  const all = [["version", version], ["schema", JSON.stringify(schema())], ["stylesheets", JSON.stringify([stylesheet(), stylesheet({ page: true })])]];
  for (const { name, bytes } of inputs) {
    all.push([`read ${name}`, JSON.stringify(read(bytes, { now, page: "https://herald.example/x/y" }))]);
    all.push([`check ${name}`, JSON.stringify(check(bytes, { now }))]);
    ways.forEach(({ options }, way) => {
      const { html, diagnostics } = render(bytes, { ...options, now });
      all.push([`render ${name} ${way}`, html], [`told ${name} ${way}`, JSON.stringify(diagnostics)]);
    });
  }
  return all;
}

/** Inputs as they are handed from one process to another. */
export const unpacked = inputs => inputs.map(([name, text]) => ({ name, bytes: Uint8Array.from(atob(text), sign => sign.charCodeAt(0)) }));
