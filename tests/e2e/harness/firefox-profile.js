// A profile for each start of Firefox, new but for what Firefox has compiled of itself: that takes half of a first start, and
// belongs to no page.
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Firefox puts it away by itself where the file says that another version made it. */
const COMPILED = ["startupCache", "compatibility.ini"];
const KEPT = fileURLToPath(new URL("../../../target/firefox-compiled", import.meta.url));

/** The folder of a new profile. */
export function newProfile() {
  const profile = mkdtempSync(join(tmpdir(), "article-card-firefox-"));
  if (existsSync(KEPT)) copy(KEPT, profile);
  return profile;
}

/**
 * Removes the profile of a Firefox that has ended; the first one leaves what it has compiled.
 * @param {string} profile
 */
export function leave(profile) {
  if (!existsSync(KEPT)) keep(profile);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** @param {string} profile */
function keep(profile) {
  const begun = `${KEPT}-${process.pid}`;
  copy(profile, begun);
  try {
    renameSync(begun, KEPT);
  } catch {
    // Another was first, or there was nothing to keep.
    rmSync(begun, { recursive: true, force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function copy(from, to) {
  for (const name of COMPILED) {
    const source = join(from, name);
    if (existsSync(source)) cpSync(source, join(to, name), { recursive: true });
  }
}
