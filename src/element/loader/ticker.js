// One timer for all cards of the page; none while the page is hidden or nothing would change.

/**
 * Does what is due for a card, and returns when it wants to be asked again.
 * @typedef {(now: number) => number | undefined} Task
 */

/** @type {Set<Task>} */
const tasks = new Set();
/** @type {number | undefined} */
let due;
/** @type {number | undefined} */
let timer;

function stop() {
  clearTimeout(timer);
  due = undefined;
}

/** @param {number | undefined} moment */
function waitUntil(moment) {
  if (!moment || document.hidden || /** @type {number} */ (due) <= moment) return;
  stop();
  due = moment;
  // Never faster than a second, should a clock stand still; browsers count in 32 bits.
  timer = setTimeout(tick, Math.min(Math.max(moment - Date.now(), 1000), 2 ** 31 - 1));
}

function tick() {
  stop();
  if (document.hidden) return;
  const now = Date.now();
  // A task may have its card drawn anew, and that may come back here.
  for (const task of [...tasks]) waitUntil(task(now));
}

document.addEventListener("visibilitychange", tick);

/**
 * Does what is due, and sees to it that the timer is not late for the next.
 * @param {Task} task
 */
export function start(task) {
  tasks.add(task);
  waitUntil(task(Date.now()));
}

/** @param {Task} task */
export function end(task) {
  if (tasks.delete(task) && !tasks.size) stop();
}
