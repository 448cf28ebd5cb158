// Runs in a browser, which reads and writes pictures by itself: compares a sheet with its reference, card by card.
import { ALLOWED, differing, round } from "./differences.js";

/** @typedef {{ name: string, left: number, width: number }} Column */

/**
 * A picture of the server's as a canvas.
 * @param {string} address
 */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const bitmap = await createImageBitmap(await answer.blob(), { colorSpaceConversion: "none" });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const drawing = canvas.getContext("2d", { willReadFrequently: true });
  drawing.drawImage(bitmap, 0, 0);
  return drawing;
}

/** @param {Blob} blob */
function base64(blob) {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(",")[1]);
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}

/**
 * The sheet as a reference, without loss after the rounding: at this quality Chromium writes WebP so.
 * @param {string} name
 */
async function reference(name) {
  const drawing = await read(`/taken/${name}`);
  const { width, height } = drawing.canvas;
  const pixels = drawing.getImageData(0, 0, width, height);
  round(pixels.data);
  drawing.putImageData(pixels, 0, 0);
  return base64(await drawing.canvas.convertToBlob({ type: "image/webp", quality: 1 }));
}

/**
 * What of the sheet differs by more than is allowed, and a picture of that: what was expected, what is, and where.
 * @param {string} name
 * @param {Column[]} columns
 */
async function compare(name, columns) {
  const [expected, actual] = await Promise.all([read(`/expected/${name}.webp`), read(`/taken/${name}`)]);
  const height = Math.max(expected.canvas.height, actual.canvas.height);
  const faults = [];
  for (const { name: way, left, width } of columns) {
    const pictures = [expected, actual].map(each => each.getImageData(left, 0, width, each.canvas.height));
    const found = differing(pictures[0], pictures[1]);
    if (found.length > ALLOWED) faults.push({ way, width, pictures, found });
  }
  if (expected.canvas.width !== actual.canvas.width)
    return { faults: [`the sheet is ${actual.canvas.width} pixels wide, and not ${expected.canvas.width}`], picture: undefined };
  if (!faults.length) return { faults: [], picture: undefined };
  return {
    faults: faults.map(({ way, width, found }) => `${way}: ${found.length} of ${width * height} pixels`),
    picture: await base64(await marked(faults, height)),
  };
}

/**
 * A row for each card that differs: the reference, the card as it is, and this again, pale, with the differing pixels in red.
 * @param {{ width: number, pictures: ImageData[], found: number[] }[]} faults
 * @param {number} height
 */
function marked(faults, height) {
  const gap = 16;
  const widest = Math.max(...faults.map(({ width }) => width));
  const canvas = new OffscreenCanvas(3 * widest + 4 * gap, faults.length * (height + gap) + gap);
  const drawing = canvas.getContext("2d");
  drawing.fillStyle = "#777";
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  faults.forEach(({ width, pictures: [expected, actual], found }, row) => {
    const top = gap + row * (height + gap);
    const pale = new ImageData(width, height);
    pale.data.fill(255);
    for (let at = 0; at < actual.data.length; at += 1)
      if (at % 4 !== 3) pale.data[at] = 255 - (255 - actual.data[at]) / 5;
    for (const pixel of found) pale.data.set([220, 0, 0], pixel * 4);
    [expected, actual, pale].forEach((picture, at) => drawing.putImageData(picture, gap + at * (width + gap), top));
  });
  return canvas.convertToBlob({ type: "image/png" });
}

Object.assign(window, { compare, reference });
