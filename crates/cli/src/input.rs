//! The inputs of a call: what is read, from where, and how much of it.

use article_card::article::{Link, Moment, When};
use article_card::report::Reason;
use article_card_reader::LONGEST;
use article_card_reader::check::CheckedArticle;
use article_card_reader::{ReadOptions, read};
use clap::Args;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// What every command is told that reads files.
#[derive(Args)]
pub(crate) struct Inputs {
    /// Files to read; "-" is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<OsString>,
    #[command(flatten)]
    circumstances: Circumstances,
}

/// What is known of inputs beside what stands in them.
#[derive(Args, Clone)]
pub(crate) struct Circumstances {
    /// Where the inputs were published: relative addresses lead from there, and of several articles in a page the one with
    /// that address is meant
    #[arg(long, value_name = "URL", value_parser = address)]
    url: Option<String>,
    /// Judge embargo, expiry and whether a live blog goes on at this time instead of now, such as 2024-04-03T10:00:00Z
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    now: Option<i64>,
}

/// One input with what was found in it.
pub(crate) struct Input {
    /// The name as it was given.
    pub(crate) name: String,
    pub(crate) articles: Vec<CheckedArticle>,
}

impl Inputs {
    pub(crate) fn count(&self) -> usize {
        self.files.len()
    }

    pub(crate) fn check(&self) -> Result<(), &'static str> {
        check(&self.files)
    }

    /// The time that is to count, in milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        self.circumstances.now()
    }

    /// Reads one input after the other, so that one of them at a time is in memory; `fields` as in [`ReadOptions`].
    pub(crate) fn read(self, fields: bool) -> impl Iterator<Item = Input> {
        let now = self.circumstances.now();
        let options = ReadOptions {
            fields,
            ..self.circumstances.read_options()
        };
        let files = self.files.into_iter();
        files.map(move |file| Input::read(&file, &options, now))
    }
}

/// Standard input can be read once.
pub(crate) fn check(files: &[OsString]) -> Result<(), &'static str> {
    if files.iter().filter(|file| *file == "-").count() > 1 {
        return Err("standard input, \"-\", can be read only once");
    }
    Ok(())
}

impl Circumstances {
    /// The time that is to count, in milliseconds since 1970; the system clock's where none is given.
    pub(crate) fn now(&self) -> i64 {
        self.now.unwrap_or_else(clock)
    }

    pub(crate) fn read_options(&self) -> ReadOptions {
        ReadOptions {
            unknown_fields: true,
            page: self.url.as_deref().and_then(link),
            now: Some(self.now()),
            is_decoded: false,
            ..ReadOptions::default()
        }
    }
}

impl Input {
    pub(crate) fn read(file: &OsString, options: &ReadOptions, now: i64) -> Self {
        let name = file.to_string_lossy().into_owned();
        let articles = match bytes(file) {
            Ok(bytes) => CheckedArticle::all(read(&bytes, options), now),
            Err(error) => vec![CheckedArticle::unreadable(reason(&error))],
        };
        Self { name, articles }
    }
}

/// As much of the file as decides whether it is too long: a pipe may have no end.
fn bytes(file: &OsString) -> io::Result<Vec<u8>> {
    const MOST: u64 = LONGEST as u64 + 1;
    let mut bytes = Vec::new();
    if file == "-" {
        io::stdin().lock().take(MOST).read_to_end(&mut bytes)?;
    } else {
        let file = File::open(Path::new(file))?;
        file.take(MOST).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// The reason in words, where the system's are those of an error number.
fn reason(error: &io::Error) -> Reason {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".into(),
        ErrorKind::PermissionDenied => "there is no permission to read it".into(),
        ErrorKind::IsADirectory => "this is a folder; name the files in it".into(),
        _ => Reason::from("it cannot be read: ").and_words(error.to_string()),
    }
}

/// Milliseconds since 1970 by the system's clock.
fn clock() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })
}

/// CheckedArticle as a text, because clap's values go between threads and links do not.
fn address(text: &str) -> Result<String, &'static str> {
    match link(text) {
        Some(_) => Ok(text.into()),
        None => Err("expected an absolute http or https address"),
    }
}

fn link(text: &str) -> Option<Link> {
    Link::parse(text).ok().map(|(link, _)| link)
}

fn instant(text: &str) -> Result<i64, &'static str> {
    match Moment::parse(text).map(|moment| moment.when()) {
        Ok(When::Instant { epoch_ms, .. }) => Ok(epoch_ms),
        _ => Err("expected an instant such as 2024-04-03T10:00:00Z"),
    }
}
