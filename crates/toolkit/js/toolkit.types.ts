// The types of the toolkit, to which `cargo xtask kit` adds those of the article and of the element's attributes.
// ---
/** What is read: a text, its bytes, or an article as an object. Its content says which of the formats it is. */
export type Input = string | ArrayBuffer | ArrayBufferView | AnyArticle;

/** What an input is: the card's own JSON, JSON-LD of schema.org, IPTC ninjs, an HTML page, or text copied out of one. */
export type Format = "card" | "json-ld" | "ninjs" | "page" | "text";

/** What is known of an input beside what stands in it. */
export interface ReadOptions {
  /** Where it was published: relative addresses lead from there, and of several articles the one with that address is meant. */
  page?: string | undefined;
  /** Embargo, expiry and whether a live blog goes on are judged at this time, in milliseconds since 1970; the clock's if it is left out. */
  now?: number | Date | undefined;
  /**
   * Whether each of several articles in JSON-LD or a page is read where nothing says which is meant, in the place of the first
   * one or of none; `article-card/render` does not have it.
   */
  every?: boolean | undefined;
}

/** What `check` is to say beside. */
export interface CheckOptions extends ReadOptions {
  /** Whether each article has its `rows`; `article-card/render` has none. */
  rows?: boolean | undefined;
}

export interface Reading {
  /** `null` if nothing known was recognised. */
  format: Format | null;
  /** Those that may be shown now, as the card's own JSON; of a withdrawn one only that it is withdrawn. */
  articles: Article[];
  /** What was repaired, left out or refused. */
  diagnostics: PlacedDiagnostic[];
}

/** One of the things in an input that are, or should be, an article: a line of `article-card check --json`. */
export interface CheckedArticle {
  /** Its place in the input, from 0 on. */
  index: number;
  /** Whether it gives a card. */
  ok: boolean;
  format: Format | null;
  /** `null` if there is none that may be shown now. */
  article: Article | null;
  diagnostics: PlacedDiagnostic[];
  /** If they were asked for: one for each field of the article, then one for each place of which something became no field. */
  rows?: Row[];
}

/** A field: what it says, where it came from, and what was done to it. */
export interface Row {
  /** Its name, such as `byline[0].name`; where nothing became a field a dash, `–`, or the name in the card's own JSON. */
  field: string;
  /** What it says; empty where nothing became a field. */
  value: string;
  /** Where it came from: a path, or what stands in a page, such as `meta[og:title]`; empty if nobody knows. */
  from: string;
  /** The line of that in the input, from 1 on, if it is known. */
  line?: number;
  /** The column, in bytes of UTF-8, from 1 on. */
  column?: number;
  /** What was done, and what is wrong. */
  notes: Note[];
}

/** Something that was done to a field, or is wrong with it. */
export interface Note {
  /** `null` if nothing is wrong. */
  severity: DiagnosticSeverity | null;
  /** That of the diagnostic, if something is wrong. */
  code?: DiagnosticCode;
  text: string;
}

/** A diagnostic with the line and column of the input, from 1 on. */
export interface PlacedDiagnostic extends Diagnostic {
  readonly line: number;
  readonly column: number;
}

/** How cards are to look, and what is made around them. */
export interface RenderOptions {
  // The element's attributes.
  /**
   * How the card's stylesheet comes: `inline`, which a Content-Security-Policy allows by the `hash` of `stylesheet()`; with
   * the `nonce` of the page's policy; or by a `link` to a file of the folder `kit`.
   */
  style?: "inline" | "nonce" | "link" | undefined;
  /** The nonce of the page's policy; it may be a placeholder that is filled in later. */
  nonce?: string | undefined;
  /** The folder that the kit's files are in, as an address, absolute or relative; `.` if it is left out. */
  kit?: string | undefined;
  /** Whether to make a whole page, with title, description, JSON-LD, stylesheet and script, instead of what is put into one. */
  page?: boolean | undefined;
  /** Where the input was published, which `read` and `check` call `page`. */
  url?: string | undefined;
  /** As in `ReadOptions`. */
  now?: number | Date | undefined;
}

export interface Rendered {
  /** What is put into a page as it is, several articles one on a line; empty if there is nothing that may be shown. */
  html: string;
  diagnostics: PlacedDiagnostic[];
}

/** A stylesheet of rendered cards. */
export interface Stylesheet {
  css: string;
  /** Its name as a file of the kit, which changes with its content. */
  name: string;
  /** What a Content-Security-Policy says, between quotation marks, to allow it in a `<style>`: `sha256-…`. */
  hash: string;
}

/**
 * Reads the articles of an input that may be passed on now, as `article-card convert` prints them.
 *
 * @throws {TypeError} if the call is wrong; whatever is wrong with the input is told in `diagnostics`.
 */
export declare function read(input: Input, options?: ReadOptions): Reading;

/**
 * What `article-card check --json` prints of an input: one item for each article, and at least one. With `rows` each also has
 * the rows of the table that `article-card check` prints.
 *
 * @throws {TypeError} if the call is wrong.
 */
export declare function check(input: Input, options: CheckOptions & { rows: true }): (CheckedArticle & { rows: Row[] })[];
export declare function check(input: Input, options?: CheckOptions): CheckedArticle[];

/**
 * The card as HTML that is complete before any script, as `article-card render` prints it.
 *
 * @throws {TypeError} if the call is wrong.
 */
export declare function render(input: Input, options?: RenderOptions): Rendered;

/** The JSON Schema of the card's own JSON, a fresh object with each call. */
export declare function schema(): Record<string, unknown>;

/** The stylesheet of rendered cards, or of the whole pages around them. */
export declare function stylesheet(options?: { page?: boolean | undefined }): Stylesheet;

/** The version of the package. */
export declare const version: string;
