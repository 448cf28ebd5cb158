//! Programs that may hang, such as installations, bundlers and browsers: each has its time, and is stopped with all that it
//! has started when that is over.

use crate::command::{cannot_start, in_shell, in_words, verdict};
use anyhow::{Context, Result, bail};
use std::{
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

/// How long a program has for leaving by itself, once it is told to.
const LEAVE: Duration = Duration::from_secs(5);

/// Runs a command that talks to the user itself, and fails if it takes longer than that.
pub fn within(command: &mut Command, span: Duration) -> Result<()> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let begun = Instant::now();
    let mut child = command.spawn().with_context(|| cannot_start(command))?;
    while begun.elapsed() < span {
        if let Some(status) = child.try_wait()? {
            // What it has left behind would go on for ever.
            signal(&mut child, "KILL");
            return verdict(command, status);
        }
        thread::sleep(Duration::from_millis(50));
    }
    signal(&mut child, "TERM");
    let told = Instant::now();
    while told.elapsed() < LEAVE && child.try_wait()?.is_none() {
        thread::sleep(Duration::from_millis(50));
    }
    signal(&mut child, "KILL");
    child.wait()?;
    bail!("{} was stopped after {}", in_shell(command), in_words(span))
}

/// Tells the program and all that it has started. Nobody is left to be told where that fails.
fn signal(child: &mut Child, name: &str) {
    if cfg!(unix) {
        let mut kill = Command::new("kill");
        kill.args([&format!("-{name}"), "--", &format!("-{}", child.id())]);
        let _ = kill.stderr(std::process::Stdio::null()).status();
    } else {
        let _ = child.kill();
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        shell
    }

    #[test]
    fn a_program_that_ends_in_time_is_judged_by_its_status() {
        let minute = Duration::from_secs(60);
        within(&mut shell("true"), minute).unwrap();
        let error = within(&mut shell("exit 3"), minute).unwrap_err();
        assert!(
            error
                .to_string()
                .contains("`sh -c exit 3` ended with status 3"),
            "{error}"
        );
    }

    #[test]
    fn what_takes_too_long_is_stopped_with_all_that_it_has_started() {
        let folder =
            std::env::temp_dir().join(format!("article-card-bounded-{}", std::process::id()));
        let script = format!("(sleep 2; touch {}) & sleep 60", folder.display());
        let begun = Instant::now();
        let error = within(&mut shell(&script), Duration::from_millis(300)).unwrap_err();
        assert!(error.to_string().contains("was stopped after"), "{error}");
        assert!(begun.elapsed() < Duration::from_secs(20));
        thread::sleep(Duration::from_millis(2_500));
        assert!(!folder.exists(), "its own programs went on");
    }
}
