// What the toolkit's WebAssembly exports: `crates/toolkit/src/lib.rs` and `crates/toolkit/src/renderer.rs`. Of an input its
// length is told, and its bytes stand in the room that was asked for.

interface ToolkitGlue {
  options(): string;
  is_address(text: string): boolean;
  read(length: number, isDecoded: boolean, page: string, now: number, every: boolean): string;
  is_whole(): boolean;
  check(length: number, isDecoded: boolean, page: string, now: number, every: boolean, hasRows: boolean): string;
  schema(): string;
  stylesheet(ofPage: boolean): string;
  version(): string;
  Renderer: new () => ToolkitRenderer;
  /** So many bytes of an input show that it is too long. */
  most(): number;
  /** Room for so many bytes; where it is. */
  room(length: number): number;
  has_replacement(length: number): boolean;
  memory(): ArrayBuffer;
}

interface ToolkitRenderer {
  set(name: string, value: string): string | undefined;
  settle(isPage: boolean): string | undefined;
  /** How many bytes of HTML there are. */
  render(length: number, isDecoded: boolean, now: number): number;
  html(): number;
  is_ascii(): boolean;
  /** How many bytes it has as UTF-16. */
  widen(): number;
  wide(): number;
  told(): string | undefined;
  free(): void;
}
