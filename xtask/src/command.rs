//! Calls other programs: from the project's root, with the project's tools first on the `PATH`, and without what the
//! cargo that started us has put into the environment, which is about xtask and would mislead them.

use crate::project;
use anyhow::{Context, Result, bail};
use std::{
    env,
    ffi::OsStr,
    io::{BufRead, BufReader, IsTerminal, stderr},
    process::{Command, ExitStatus, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

/// A program to be called.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(project::root())
        .env("PATH", project::path())
        .env("CARGO_TARGET_DIR", project::target());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        let is_of_xtask = text == "CARGO"
            || text == "CARGO_BUILD_TARGET"
            || text.starts_with("CARGO_PKG_")
            || text.starts_with("CARGO_MANIFEST_");
        if is_of_xtask {
            command.env_remove(&name);
        }
    }
    command
}

/// A cargo command, its arguments separated by spaces.
pub fn cargo(arguments: &str) -> Command {
    let mut command = command("cargo");
    command.args(arguments.split_whitespace());
    command
}

/// Runs a command that talks to the user itself.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    verdict(command, status)
}

/// What a command prints on its standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| cannot_start(command))?;
    verdict(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command that compiles: cargo's hundreds of status lines become one line of progress, all else is passed on.
pub fn run_compiler(command: &mut Command) -> Result<()> {
    if stderr().is_terminal() && env::var_os("NO_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(command))?;
    let (sender, lines) = mpsc::channel();
    if let Some(stderr) = child.stderr.take() {
        thread::spawn(move || {
            for line in BufReader::new(stderr).split(b'\n').map_while(Result::ok) {
                if sender
                    .send(String::from_utf8_lossy(&line).into_owned())
                    .is_err()
                {
                    break;
                }
            }
        });
    }
    let mut progress = Progress::new();
    loop {
        match lines.recv_timeout(Duration::from_secs(1)) {
            Ok(line) => progress.read(&line),
            Err(RecvTimeoutError::Timeout) => progress.show(),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    progress.clear();
    let status = child.wait().with_context(|| cannot_start(command))?;
    verdict(command, status)
}

/// What a compilation has come to: one line that is rewritten on a terminal, and a line twice a minute in a log.
struct Progress {
    is_terminal: bool,
    begun: Instant,
    shown: Instant,
    steps: usize,
    latest: String,
}

impl Progress {
    fn new() -> Self {
        let now = Instant::now();
        Progress {
            is_terminal: stderr().is_terminal(),
            begun: now,
            shown: now,
            steps: 0,
            latest: String::from("starting"),
        }
    }

    fn read(&mut self, line: &str) {
        match status(&without_colours(line)) {
            Some(status) => {
                self.steps += 1;
                self.latest = status.chars().take(70).collect();
                self.show();
            }
            None => {
                self.clear();
                eprintln!("{line}");
            }
        }
    }

    fn show(&mut self) {
        let pause = Duration::from_millis(if self.is_terminal { 100 } else { 30_000 });
        if self.shown.elapsed() < pause {
            return;
        }
        self.shown = Instant::now();
        let Progress { steps, latest, .. } = self;
        let line = format!(
            "  … {}, step {steps}: {latest}",
            in_words(self.begun.elapsed())
        );
        match self.is_terminal {
            true => eprint!("\r\x1b[K{line}"),
            false => eprintln!("{line}"),
        }
    }

    fn clear(&self) {
        if self.is_terminal {
            eprint!("\r\x1b[K");
        }
    }
}

/// The text of one of cargo's status lines, whose verb ends in the twelfth column.
fn status(line: &str) -> Option<&str> {
    let verb = line.get(..12)?.trim_start();
    let is_status = verb.starts_with(|first: char| first.is_ascii_uppercase())
        && verb
            .chars()
            .all(|character| character.is_ascii_alphabetic())
        && line.get(12..13) == Some(" ");
    is_status.then(|| line.trim_start())
}

/// The text without the terminal's colour sequences, `ESC [ … letter`.
fn without_colours(text: &str) -> String {
    let mut pieces = text.split("\x1b[");
    let first = pieces.next().unwrap_or_default();
    pieces.fold(first.to_owned(), |text, piece| {
        let end = piece.find(|character: char| character.is_ascii_alphabetic());
        text + end.and_then(|end| piece.get(end + 1..)).unwrap_or_default()
    })
}

/// A span of time as people say it.
pub fn in_words(span: Duration) -> String {
    match span.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

pub fn cannot_start(command: &Command) -> String {
    format!("`{}` cannot be started", command.get_program().display())
}

/// The command as a person would type it.
pub fn in_shell(command: &Command) -> String {
    let words = [command.get_program()]
        .into_iter()
        .chain(command.get_args());
    let words: Vec<_> = words.map(OsStr::to_string_lossy).collect();
    format!("`{}`", words.join(" "))
}

/// Fails, by its name, if the command did.
pub fn verdict(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    match status.code() {
        Some(code) => bail!("{} ended with status {code}", in_shell(command)),
        None => bail!("{} was stopped", in_shell(command)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_lines_are_told_from_what_a_person_must_read() {
        assert_eq!(
            status("   Compiling yew v0.23.0"),
            Some("Compiling yew v0.23.0")
        );
        assert_eq!(
            status("    Finished `dev` profile"),
            Some("Finished `dev` profile")
        );
        assert_eq!(
            status("    Blocking waiting for file lock"),
            Some("Blocking waiting for file lock")
        );
        for line in [
            "",
            "error[E0308]: mismatched types",
            "  --> src/lib.rs:3:5",
            "   = note: `#[deny]`",
            "12 |     Compiling",
        ] {
            assert_eq!(status(line), None, "{line}");
        }
    }

    #[test]
    fn colours_do_not_hide_a_status_line() {
        let line = "\x1b[1m\x1b[92m   Compiling\x1b[0m yew v0.23.0";
        assert_eq!(without_colours(line), "   Compiling yew v0.23.0");
    }
}
