//! Calls of the command line as a process, each in a folder of its own.

#![allow(dead_code, reason = "no file of tests needs everything of this one")]

use super::util::parsed;
use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

/// A folder of its own for each test, since they run at the same time.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn file(&self, name: impl AsRef<OsStr>, content: impl AsRef<[u8]>) -> &Self {
        fs::write(self.0.join(name.as_ref()), content).unwrap();
        self
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_article-card"));
        command.current_dir(&self.0).args(arguments);
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"] {
            command.env_remove(name);
        }
        command.stdin(Stdio::null());
        command
    }

    /// Calls it in this folder.
    #[track_caller]
    pub fn call(&self, arguments: &[&str]) -> Outcome {
        outcome(&mut self.command(arguments))
    }

    /// Calls it with that on standard input.
    #[track_caller]
    pub fn pipe(&self, arguments: &[&str], input: &[u8]) -> Outcome {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped());
        let mut child = spawn(&mut command);
        let mut stdin = child.stdin.take().unwrap();
        thread::scope(|scope| {
            // It may have read enough before the end.
            scope.spawn(move || stdin.write_all(input));
            ended(child)
        })
    }
}

/// What a call printed, and how it ended.
#[derive(Debug, PartialEq)]
pub struct Outcome {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Outcome {
    pub fn objects(&self) -> Vec<Value> {
        self.out.lines().map(parsed).collect()
    }

    /// The severity and code of each line that is told.
    pub fn codes(&self) -> Vec<String> {
        let lines = self.err.lines();
        lines
            .map(|line| {
                let (_, told) = line.split_once(": ").unwrap_or_default();
                let words: Vec<&str> = told.split(' ').take(2).collect();
                words.join(" ")
            })
            .collect()
    }
}

pub fn spawn(command: &mut Command) -> Child {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

#[track_caller]
pub fn outcome(command: &mut Command) -> Outcome {
    ended(spawn(command))
}

#[track_caller]
pub fn ended(child: Child) -> Outcome {
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Outcome {
        status: output.status.code().unwrap(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}
