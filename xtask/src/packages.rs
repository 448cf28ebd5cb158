//! The crates as they would be published: built from their packages alone, which hold no file of another crate.

use crate::command::{cargo, run_compiler};
use anyhow::Result;

/// Packs all crates but the chores, and builds each from what was packed.
pub fn verify() -> Result<()> {
    // What is not committed yet is packed, too: it is checked before it is.
    let call = "package --workspace --exclude xtask --exclude corpus --allow-dirty --quiet";
    run_compiler(&mut cargo(call))
}
