// From the bytes of a file to text, or to words why it is none.

/** How many bytes of a file are taken. */
const MOST = 16 * 2 ** 20;
/** Where a page has to say its encoding, with room for templates that are late. */
const HEAD = 4096;

/** How files begin that are no text, whatever they are called. */
const KINDS = /** @type {const} */ ([
  ["a picture", /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP)/s],
  ["a picture", /^.{4}ftyp(?:avif|avis|heic|heix|mif1)/s],
  ["a PDF", /^%PDF-/],
  ["a packed file or an office document", /^(?:PK(?:\x03\x04|\x05\x06)|\x1f\x8b|7z\xbc\xaf|Rar!|\xd0\xcf\x11\xe0)/],
  ["a film or a recording", /^(?:.{4}ftyp|\x1aE\xdf\xa3|OggS|ID3|fLaC|RIFF.{4}(?:AVI |WAVE))/s],
  ["a font", /^(?:wOF[F2]|OTTO|\0\x01\0\0)/],
]);

const MARKS = /** @type {const} */ ([
  ["utf-8", /^\xef\xbb\xbf/],
  ["utf-16le", /^\xff\xfe/],
  ["utf-16be", /^\xfe\xff/],
]);

/** @typedef {{ text: string, refusal?: undefined } | { text?: undefined, refusal: string }} Decoded */

/**
 * @param {string} name of the file, for the words
 * @param {Uint8Array} bytes
 * @returns {Decoded}
 */
export function decode(name, bytes) {
  if (bytes.length > MOST) return { refusal: tooLarge(name) };
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const start = head.slice(0, 64);
  const marked = MARKS.find(([, mark]) => mark.test(start))?.[0];
  const kind = KINDS.find(([, beginning]) => beginning.test(start))?.[0];
  if (kind) return { refusal: `“${name}” is ${kind}, not text. Take the article's page or its JSON.` };
  if (!marked?.startsWith("utf-16") && bytes.subarray(0, HEAD).includes(0)) {
    return { refusal: `“${name}” is not text. Take the article's page, saved as HTML, or its JSON.` };
  }
  if (marked) return { text: new TextDecoder(marked).decode(bytes) };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: decoderFor(head).decode(bytes) };
  }
}

/** @param {string} name */
const tooLarge = name => `“${name}” has more than 16 MiB, which the workbench does not take.`;

/**
 * Reads a file, but none that is too large to be an article.
 * @param {File} file
 * @returns {Promise<Decoded>}
 */
export async function read(file) {
  if (file.size > MOST) return { refusal: tooLarge(file.name) };
  try {
    return decode(file.name, new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { refusal: `“${file.name}” cannot be read. If it is a folder, open it and take the files in it.` };
  }
}

/**
 * By what a page says of its encoding.
 * @param {string} head
 */
function decoderFor(head) {
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  const xml = /^<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  const label = (meta ?? xml)?.[1];
  if (label) {
    try {
      const decoder = new TextDecoder(label);
      // What can say so in ASCII is not written in UTF-16, and what was no UTF-8 before is none now.
      if (!decoder.encoding.startsWith("utf-")) return decoder;
    } catch {
      // No encoding has that name.
    }
  }
  return new TextDecoder("windows-1252");
}
