// What the probe has put into a page's window, and what it may ask there of a card.

interface Window {
  readonly probe: Probe;
}

interface Wanted {
  tag: string;
  url: string;
}

interface Kept {
  text: string;
  url: string;
}

interface Probe {
  /** When the page's own card was done, counted from the navigation; null while it is not. */
  readonly done: number | null;
  make(tag: string, text: string): HTMLElement;
  /** Has the articles ready, so that their way into the page is no part of what is measured. */
  keep(articles: Kept[]): void;
  append(tag: string): Promise<{ begun: number; took: number }>;
  frames(count: number): Promise<void>;
  scroll(by: number): Promise<void>;
  tasks(since: number): number[];
  shifts(): { sum: number; count: number };
  firstPaint(): number;
  memory(): number;
}
