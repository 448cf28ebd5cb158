// What the harness has put into a page's window, and what it may ask there of a card.

interface Window {
  /** By `watch.js`. */
  readonly seen: Seen;
  readonly timers: Timers;
  readonly instances: unknown[];
  /** By `hostile.js`. */
  readonly ran: string[];
}

interface Seen {
  events: SeenEvent[];
  violations: { directive: string; blocked: string; source: string }[];
  errors: string[];
}

interface SeenEvent {
  name: string;
  type: string;
  card: string;
  bubbles: boolean;
  composed: boolean;
  cancelable: boolean;
  isTrusted: boolean;
  detail: any;
}

interface Timers {
  waiting: Map<number, number>;
  set: number[];
}

interface Told {
  severity: "error" | "warning";
  code: string;
  path: string;
  message: string;
  line?: number;
  column?: number;
}

interface Card extends HTMLElement {
  article: any;
  readonly report: readonly Told[];
}

interface HTMLElementTagNameMap {
  "article-card": Card;
}
