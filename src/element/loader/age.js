// "2 hours ago": when an instant is told relatively, in which unit, and until when that stays true. It only counts, and
// rounds down, so that nothing is older than it says. All times are in milliseconds.

const MINUTE = 6e4;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How far a clock may run ahead before an instant is told absolutely. */
const SKEW = 5 * MINUTE;

/**
 * How an instant is told now; `limit` is the age from which the full date is shown. Without a unit it is the full date that
 * is shown; without `until` it stays so.
 * @param {number} now
 * @param {number} instant
 * @param {number} limit
 * @returns {{ count?: number, unit?: Intl.RelativeTimeFormatUnit, until?: number }}
 */
export function age(now, instant, limit) {
  const passed = now - instant;
  if (limit <= 0 || passed >= limit) return {};
  if (passed < -SKEW) return { until: instant - SKEW };
  const length = passed < HOUR ? MINUTE : passed < DAY ? HOUR : DAY;
  const count = Math.max(0, Math.floor(passed / length));
  const unit = !count ? "second" : length === MINUTE ? "minute" : length === HOUR ? "hour" : "day";
  return { count, unit, until: instant + Math.min((count + 1) * length, limit) };
}
