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

/** The runtime's handle of one card: `src/element/runtime.rs`. */
interface CardHandle {
  draw(json: string, pageLanguage?: string): string;
  adopt(json: string, pageLanguage?: string): string;
  enliven(): void;
  article(): string | undefined;
  free(): void;
}

/** Tells the loader of what has happened to a card; false if the page has cancelled what would follow. */
type Notify = (name: string, detail: string) => boolean | void;

/** What both have: the start of an instance. */
interface Glue {
  default(given: { module_or_path: WebAssembly.Module }): Promise<unknown>;
}

interface RuntimeGlue extends Glue {
  css(): string;
  labels(language: string, text: string): void;
  watch(panicked: (message: string, culprit?: HTMLElement) => void): void;
  Card: new (host: HTMLElement, mount: Element, notify: Notify) => CardHandle;
}

/** The reader with `reader.js` around it. */
type ReaderGlue = typeof import("./reader.js");

/** One of the two, as `runtime.js` keeps it. */
interface Part<G extends Glue> {
  glue: string;
  wasm: string;
  running?: Promise<G>;
  compiled?: Promise<WebAssembly.Module>;
  broken: number;
}

/** The properties that `attributes.js` makes of attributes, as far as the loader reads them. */
interface ReflectedAttributes {
  readonly htmlFor: string;
  readonly loading: string;
}

type CardElement = InstanceType<typeof import("./element.js").ArticleCardElement>;

/** The reader's own glue: `crates/reader/src/module.rs`. */
declare module "*/reader/article-card-reader.js" {
  const start: Glue["default"];
  export default start;
  export function read(text: string, blocks: string, page: string, now: number): string;
}
