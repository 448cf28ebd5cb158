// What the loader calls of the two WebAssemblies, whose glue is there only once they are built, and what goes over that
// border. Types alone: `cargo xtask test scripts` holds the loader against them, and no browser ever gets them.

/** What was repaired or refused: `src/report.rs` as JSON. */
interface Diagnostic {
  severity: "error" | "warning" | "info";
  code: string;
  path: string;
  message: string;
  line?: number;
  column?: number;
}

/** What the runtime says of a card that stands: `src/element/outcome.rs`. */
interface Stands {
  story: { id: string | null; url: string | null; headline: string | null };
  relativeUntil: number;
  changesAt: number | null;
  byReader: boolean;
}

/** What has become of an article: `src/element/outcome.rs`. */
interface Outcome {
  drawn: Stands | null;
  wants: string | null;
  diagnostics: Diagnostic[];
}

/** Tells the page of what has happened to a card; false if the page has cancelled what would follow. */
type Tell = (name: string, detail?: object) => boolean | void;

/** What the drawings of all cards ask of the loader, each of them with its host. */
interface Loader {
  /** The hosts on the page. */
  cards: Set<any>;
  /** Has a card drawn that would wait until it is near. */
  activate(host: any): void;
  /** Where the labels of a language are. */
  labels(language: string): URL;
  /** The runtime, a fresh one where it broke. */
  runtime(): Promise<unknown>;
  send(host: any, name: string, detail?: object): boolean;
  stands(host: any, story: Stands["story"], report: readonly Diagnostic[]): void;
  fail(host: any, report: readonly Diagnostic[]): void;
  gone(host: any): void;
  lost(host: any, message: string, isCulprit: boolean): void;
}

/** An instance of the runtime: `src/element.rs`, `src/element/card.rs`. */
interface RuntimeGlue {
  css(): string;
  labels(language: string, text: string): void;
  inFull(epoch: number, language: string): string | undefined;
  draw(host: Element, mount: Mount, json: string, pageLanguage: string | undefined, isNear: boolean, stands: () => void): string;
  release(): void;
  adopt(host: Element, json: string, pageLanguage: string | undefined, fingerprint: string, elements: number, text: number): string;
  article(json: string): string | undefined;
}

/** What Yew draws into; the kit's gives `stamp` the whole instead. */
type Mount = HTMLElement & { stamp?: typeof import("./stamp.js").stamp };

/** An instance of the reader: `crates/reader/src/module.rs`. */
interface ReaderGlue {
  read(text: string, blocks: string, page: string, now: number): string;
}

/** What comes with either: the start of an instance, and what goes with it. */
type RuntimeScript = typeof import("./drawing.js");
type ReaderScript = typeof import("./reader.js");

/** One of the two, as `runtime.js` keeps it. */
interface Part<S, G> {
  script: () => Promise<S & { start(module: WebAssembly.Module, lost: () => void): Promise<G> }>;
  wasm: URL;
  running?: Promise<[script: S, glue: G]>;
  compiled?: Promise<WebAssembly.Module>;
  broken: number;
}

/** The properties that `attributes.js` makes of attributes, as far as the loader reads them. */
interface ReflectedAttributes {
  readonly htmlFor: string;
  readonly loading: string;
}

type CardElement = InstanceType<typeof import("./element.js").ArticleCardElement>;
