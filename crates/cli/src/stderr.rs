//! Standard error, in colours where a terminal is.

use std::io::{self, Write};

/// Writes to standard error.
pub(crate) fn write(text: &str) -> io::Result<()> {
    let mut err = anstream::stderr().lock();
    err.write_all(text.as_bytes())?;
    err.flush()
}
