// Runs in a browser, which reads and writes pictures by itself: compares a sheet with its reference, card by card.
import { ALLOWED, differing, indexed } from "./differences.js";

/** As in sheet.css. */
const PAPER = "#dfdfdf";

/**
 * A canvas of this size.
 * @param {number} width
 * @param {number} height
 */
function blank(width, height) {
  const canvas = new OffscreenCanvas(width, height);
  const drawing = canvas.getContext("2d", { willReadFrequently: true });
  if (!drawing) throw new Error(`no canvas of ${width} × ${height}`);
  return { canvas, drawing };
}

/**
 * A picture of the server's, to read its pixels.
 * @param {string} address
 */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const bitmap = await createImageBitmap(await answer.blob(), { colorSpaceConversion: "none" });
  const read = blank(bitmap.width, bitmap.height);
  read.drawing.drawImage(bitmap, 0, 0);
  return read;
}

/**
 * The sheet with more paper below it, where one card has become higher and the others have not.
 * @param {OffscreenCanvas} sheet
 * @param {number} height
 */
function longer(sheet, height) {
  const { drawing } = blank(sheet.width, height);
  drawing.fillStyle = PAPER;
  drawing.fillRect(0, 0, sheet.width, height);
  drawing.drawImage(sheet, 0, 0);
  return drawing;
}

/**
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
function base64(blob) {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(",")[1]);
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The sheet's pixels, rounded, each as the place of its colour. */
window.reference = async name => {
  const { canvas, drawing } = await read(`/taken/${name}`);
  const { width, height } = canvas;
  const { colours, places } = indexed(drawing.getImageData(0, 0, width, height).data);
  return { width, height, colours, places: await base64(new Blob([places])) };
};

/** What of the sheet differs by more than is allowed, and a picture of that: what was expected, what is, and where. */
window.compare = async (name, columns) => {
  const [expected, actual] = await Promise.all([read(`/expected/${name}.png`), read(`/taken/${name}`)]);
  const [was, is] = [expected.canvas.width, actual.canvas.width];
  if (was !== is) return { faults: [`the sheet is ${is} pixels wide, and its reference ${was}`] };
  const height = Math.max(expected.canvas.height, actual.canvas.height);
  const sheets = [expected, actual].map(({ canvas }) => longer(canvas, height));
  const differ = columns.flatMap(({ name: way, left, width }) => {
    const [before, now] = sheets.map(sheet => sheet.getImageData(left, 0, width, height));
    const found = differing(before, now);
    return found.length > ALLOWED ? [{ way, width, before, now, found }] : [];
  });
  if (!differ.length) return { faults: [] };
  return {
    faults: differ.map(({ way, width, found }) => `${way}: ${found.length} of ${width * height} pixels`),
    picture: await base64(await marked(differ, height)),
  };
};

/**
 * A row for each card that differs: the reference, the card as it is, and this again, pale, with what differs in red.
 * @param {{ width: number, before: ImageData, now: ImageData, found: number[] }[]} differ
 * @param {number} height
 */
function marked(differ, height) {
  const gap = 16;
  const widest = Math.max(...differ.map(({ width }) => width));
  const { canvas, drawing } = blank(3 * widest + 4 * gap, differ.length * (height + gap) + gap);
  drawing.fillStyle = "#777";
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  for (const [row, { width, before, now, found }] of differ.entries()) {
    const top = gap + row * (height + gap);
    const pale = new ImageData(width, height);
    pale.data.fill(255);
    for (let at = 0; at < now.data.length; at += 1)
      if (at % 4 !== 3) pale.data[at] = 255 - (255 - now.data[at]) / 5;
    for (const pixel of found) pale.data.set([220, 0, 0], pixel * 4);
    for (const [at, picture] of [before, now, pale].entries())
      drawing.putImageData(picture, gap + at * (width + gap), top);
  }
  return canvas.convertToBlob({ type: "image/png" });
}
