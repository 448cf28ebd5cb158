//! Standard output, to which whole lines are handed and of which whole lines are left, however a run ends.
//!
//! A line that could not be written to its end is cut off again where that can be done, which is in a file. An interrupt
//! lets the line under way be finished.

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
    begun: 0,
});
static IS_INTERRUPTED: AtomicBool = AtomicBool::new(false);

struct Output {
    stream: Option<File>,
    /// How many lines were written.
    lines: u64,
    /// How many bytes of one more.
    begun: u64,
}

/// Writes whole lines.
pub(crate) fn write(lines: &[u8]) -> io::Result<()> {
    let mut output = OUTPUT.lock().unwrap_or_else(PoisonError::into_inner);
    let written = output.write(lines);
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
    fn write(&mut self, lines: &[u8]) -> io::Result<()> {
        let mut rest = lines;
        while !rest.is_empty() {
            let mut part = rest.get(..PART).unwrap_or(rest);
            if IS_INTERRUPTED.load(Ordering::SeqCst) {
                if self.begun == 0 {
                    break;
                }
                part = part
                    .split_inclusive(|byte| *byte == b'\n')
                    .next()
                    .unwrap_or(part);
            }
            match self.stream().and_then(|stream| stream.write(part)) {
                Ok(0) => {
                    self.cut();
                    return Err(ErrorKind::WriteZero.into());
                }
                Ok(count) => {
                    let (written, more) = rest.split_at_checked(count).unwrap_or((rest, &[]));
                    self.count(written);
                    rest = more;
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                // A pipe that another process has set so, such as Node.
                Err(error) if error.kind() == ErrorKind::WouldBlock => thread::sleep(PAUSE),
                Err(error) => {
                    self.cut();
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    /// Not the standard library's own, which keeps the beginning of a line for itself and cannot take it back.
    fn stream(&mut self) -> io::Result<&mut File> {
        let stream = match self.stream.take() {
            Some(stream) => stream,
            None => duplicate()?,
        };
        Ok(self.stream.insert(stream))
    }

    fn count(&mut self, written: &[u8]) {
        let mut parts = written.rsplit(|byte| *byte == b'\n');
        let last = parts.next().unwrap_or_default().len() as u64;
        let ends = parts.count() as u64;
        self.lines += ends;
        self.begun = if ends == 0 { self.begun + last } else { last };
    }

    /// Takes the line back that was begun, where nobody has written after it.
    fn cut(&mut self) {
        let begun = std::mem::take(&mut self.begun);
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
