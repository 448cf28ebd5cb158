// Joins the bench to the address and to this browser's store: what a link says comes first, then what was kept. A link never
// takes the place of what was kept for good: one step back brings that again.
import { START } from "./bench.js";
import { read } from "./link.js";
import { kept, store } from "./storage.js";

/** @typedef {import("./bench.js").Bench} Bench */

/** How long nothing must have changed before it is kept, in milliseconds; longer where writing it takes long. */
const QUIET = 400;
const LONG_QUIET = 2000;
const LONG = 200_000;

const NO_ROOM = "Kept until you close this page only: this browser has no room for it, or keeps nothing.";
const OPENED = "This comes from the link. Undo brings back what was here before.";

const isOurs = () => location.hash.startsWith("#bench=");

/**
 * @param {Bench} bench
 * @param {{ say: (text: string) => void, onTrouble?: (error: Error) => void }} page
 */
export async function keep(bench, { say, onTrouble }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  let isLoading = false;
  let isTold = false;
  let latest = 0;

  const write = () => {
    clearTimeout(waiting);
    waiting = undefined;
    if (store(bench.state) || isTold) return;
    isTold = true;
    say(NO_ROOM);
  };

  /** What the address holds becomes the state, if it holds one. */
  const take = async () => {
    const number = ++latest;
    try {
      const state = await read(location.hash);
      if (!state || number !== latest) return;
      const isStep = bench.state !== START;
      isLoading = true;
      bench.set(state, { isStep });
      if (isStep) say(OPENED);
    } catch (error) {
      if (number !== latest) return;
      const trouble = /** @type {Error} */ (error);
      say(trouble.message);
      onTrouble?.(trouble);
    } finally {
      isLoading = false;
    }
  };

  const own = kept();
  if (own) bench.set(own, { isStep: false });
  await take();

  bench.addEventListener("state", () => {
    if (isLoading) return;
    // The link is no longer what the bench shows.
    if (isOurs()) history.replaceState(history.state, "", location.pathname + location.search);
    clearTimeout(waiting);
    waiting = setTimeout(write, bench.state.input.length > LONG ? LONG_QUIET : QUIET);
  });
  const writeNow = () => waiting !== undefined && write();
  addEventListener("pagehide", writeNow);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && writeNow());
  addEventListener("hashchange", take);
}
