// What the toolkit's WebAssembly exports: `crates/toolkit/src/lib.rs` and `crates/toolkit/src/renderer.rs`.

interface ToolkitGlue {
  options(): string;
  is_address(text: string): boolean;
  read(bytes: Uint8Array, isDecoded: boolean, page: string, now: number): string;
  check(bytes: Uint8Array, isDecoded: boolean, page: string, now: number): string;
  schema(): string;
  stylesheet(ofPage: boolean): string;
  version(): string;
  Renderer: new () => ToolkitRenderer;
  memory(): number;
}

interface ToolkitRenderer {
  set(name: string, value: string): string | undefined;
  settle(isPage: boolean): string | undefined;
  render(bytes: Uint8Array, isDecoded: boolean, now: number): string;
  told(): string | undefined;
  free(): void;
}
