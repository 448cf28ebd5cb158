// A simple drawing in the place of each photograph: what a card does with it shows, and the references stay small.

/**
 * Of a photograph's size, read from the head of its WebP file: frames that show how it is cut, and a face where faces are.
 * @param {Uint8Array} photograph
 */
export function drawing(photograph) {
  const [width, height] = size(photograph);
  const side = Math.min(width, height);
  const frame = (/** @type {number} */ inset) =>
    `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}"/>`;
  const frames = [0.02, 0.08, 0.16].map(part => frame(part * side));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="100%" height="100%" fill="#b8c4c8"/>
<rect y="${0.7 * height}" width="100%" height="30%" fill="#5f7480"/>
<circle cx="${width / 2}" cy="${0.3 * height}" r="${0.16 * side}" fill="#f0e0b0"/>
<g fill="none" stroke="#24343c" stroke-width="${side / 60}">${frames.join("")}</g>
</svg>`;
}

/**
 * The width and height in the head of an extended WebP file, each less by one, in three bytes.
 * @param {Uint8Array} file
 */
function size(file) {
  const text = String.fromCharCode(...file.subarray(0, 16));
  if (!text.startsWith("RIFF") || !text.endsWith("WEBPVP8X")) throw new Error("no extended WebP");
  return [24, 27].map(at => 1 + file[at] + (file[at + 1] << 8) + (file[at + 2] << 16));
}
