//! Standard output, to which whole lines are handed and of which whole lines are left, however a run ends.
//!
//! A line that could not be written to its end is cut off again where that can be done, which is in a file. An interrupt
//! lets the line under way be finished.

use memchr::{memchr_iter, memrchr};
use std::fs::File;
use std::io::{self, ErrorKind, Seek, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

/// As much is handed over at once, so that an interrupt is noticed soon where the reader is slow.
const PART: usize = 64 * 1024;
/// So long the line under way may take after an interrupt.
const PATIENCE: Duration = Duration::from_secs(3);
const PAUSE: Duration = Duration::from_millis(2);

static OUTPUT: Mutex<Output> = Mutex::new(Output {
    stream: None,
    lines: 0,
});
static IS_INTERRUPTED: AtomicBool = AtomicBool::new(false);

struct Output {
    stream: Option<File>,
    /// How many lines were written.
    lines: u64,
}

/// Writes whole lines.
pub(crate) fn write(lines: &[u8]) -> io::Result<()> {
    write_counted(lines, memchr_iter(b'\n', lines).count() as u64)
}

/// Writes so many whole lines.
pub(crate) fn write_counted(lines: &[u8], count: u64) -> io::Result<()> {
    let mut output = OUTPUT.lock().unwrap_or_else(PoisonError::into_inner);
    let written = output.write(lines, count);
    drop(output);
    if IS_INTERRUPTED.load(Ordering::SeqCst) {
        // Whoever heard the interrupt says so, and ends the process.
        loop {
            thread::park();
        }
    }
    written
}

impl Output {
    fn write(&mut self, lines: &[u8], count: u64) -> io::Result<()> {
        let mut rest = lines;
        let outcome = loop {
            let mut part = rest.get(..PART).unwrap_or(rest);
            if IS_INTERRUPTED.load(Ordering::SeqCst) {
                if begun(lines, rest) == 0 {
                    break Ok(());
                }
                part = part
                    .split_inclusive(|byte| *byte == b'\n')
                    .next()
                    .unwrap_or(part);
            }
            if part.is_empty() {
                break Ok(());
            }
            match self.stream().and_then(|stream| stream.write(part)) {
                Ok(0) => break Err(ErrorKind::WriteZero.into()),
                Ok(count) => rest = rest.get(count..).unwrap_or_default(),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                // A pipe that another process has set so, such as Node.
                Err(error) if error.kind() == ErrorKind::WouldBlock => thread::sleep(PAUSE),
                Err(error) => break Err(error),
            }
        };
        // Whoever made the lines has counted them; they are looked at once more only where not all were written.
        self.lines += match rest {
            [] => count,
            rest => count - memchr_iter(b'\n', rest).count() as u64,
        };
        if outcome.is_err() {
            self.cut(begun(lines, rest));
        }
        outcome
    }

    /// Not the standard library's own, which keeps the beginning of a line for itself and cannot take it back.
    fn stream(&mut self) -> io::Result<&mut File> {
        let stream = match self.stream.take() {
            Some(stream) => stream,
            None => duplicate()?,
        };
        Ok(self.stream.insert(stream))
    }

    /// Takes so many bytes of a line back that was begun, where nobody has written after it.
    fn cut(&mut self, begun: u64) {
        let Some(stream) = self.stream.as_mut().filter(|_| begun > 0) else {
            return;
        };
        if let (Ok(file), Ok(at)) = (stream.metadata(), stream.stream_position())
            && file.is_file()
            && file.len() == at
            && let Some(end) = at.checked_sub(begun)
        {
            // There is a failure to be told already.
            let _ = stream
                .set_len(end)
                .and_then(|()| stream.seek(io::SeekFrom::Start(end)));
        }
    }
}

/// How many bytes of a line stand before the rest of these.
fn begun(lines: &[u8], rest: &[u8]) -> u64 {
    let written = lines.get(..lines.len() - rest.len()).unwrap_or(lines);
    let end = memrchr(b'\n', written).map_or(0, |at| at + 1);
    (written.len() - end) as u64
}

#[cfg(unix)]
fn duplicate() -> io::Result<File> {
    use std::os::fd::AsFd;
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

#[cfg(windows)]
fn duplicate() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(io::stdout().as_handle().try_clone_to_owned()?.into())
}

/// Hears interrupts from here on.
#[cfg(unix)]
pub(crate) fn listen() {
    use signal_hook::consts::{SIGINT, SIGTERM, SIGXFSZ};
    // A file that may not grow is told by the write that failed, unless this ends the process before.
    let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGXFSZ]) else {
        return;
    };
    thread::spawn(move || {
        if let Some(signal) = signals.forever().find(|signal| *signal != SIGXFSZ) {
            end(128 + signal);
        }
    });
}

#[cfg(not(unix))]
pub(crate) fn listen() {}

/// Ends the process as soon as the line under way is written.
#[cfg(unix)]
fn end(status: i32) {
    IS_INTERRUPTED.store(true, Ordering::SeqCst);
    let mut waited = Duration::ZERO;
    let told = loop {
        match OUTPUT.try_lock() {
            Ok(output) => break lines(&output),
            Err(TryLockError::Poisoned(output)) => break lines(&output.into_inner()),
            Err(TryLockError::WouldBlock) if waited > PATIENCE => {
                break "the output takes no more, and may end within a line".to_owned();
            }
            Err(TryLockError::WouldBlock) => {
                thread::sleep(PAUSE);
                waited += PAUSE;
            }
        }
    };
    let _ = crate::stderr::write(&format!("article-card: interrupted; {told}\n"));
    std::process::exit(status);
}

#[cfg(unix)]
fn lines(output: &MutexGuard<'_, Output>) -> String {
    match output.lines {
        1 => "1 line was written".into(),
        lines => format!("{lines} lines were written"),
    }
}
