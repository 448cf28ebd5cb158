//! What a card costs: read, decided about and written as HTML by the library in one process, and by the stream of
//! `render --jsonl` on one thread. `cargo xtask bench` prints it, as a table of Markdown; the stream may take at most 1.3
//! times as long.
//!
//! It counts the processor's time, since a machine seldom has nothing else to do, so it measures on Linux only. All are
//! measured in turn and again: each figure is the least, and the ratio the middle one of those of each turn.

use article_card::platform::Native;
use article_card::prerender::{Style, prerender};
use article_card::{Article, Card, Options};
use article_card_reader::{ReadOptions, read};
use std::error::Error;
use std::fs::{self, File};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// 2024-05-01T12:00:00Z.
const NOW: i64 = 1_714_564_800_000;
/// The ticks of a second in `/proc`.
const TICKS: f64 = 100.0;
const TURNS: usize = 9;

fn main() -> Outcome<()> {
    // `cargo test` runs it, too, and wants no figures.
    let measures = std::env::args().any(|argument| argument == "--bench");
    let (turns, repetitions) = if measures { (TURNS, 1500) } else { (1, 1) };
    let lines = lines()?;
    let input = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stream.jsonl");
    fs::write(&input, (lines.join("\n") + "\n").repeat(repetitions))?;
    let count = (lines.len() * repetitions) as f64;
    let mut seconds: Vec<[f64; 4]> = Vec::new();
    for _ in 0..turns {
        let library = |until| own(|| pass(&lines, repetitions, until));
        seconds.push([
            library(Step::Read)?,
            library(Step::Decide)?,
            library(Step::Prerender)?,
            stream(&input)?,
        ]);
    }
    let least = |index: usize| {
        let of_turns = seconds.iter().filter_map(|turn| turn.get(index));
        of_turns.copied().fold(f64::INFINITY, f64::min) / count * 1e6
    };
    let [read, decided, together, streamed] = [0, 1, 2, 3].map(least);
    let mut ratios: Vec<f64> = seconds
        .iter()
        .map(|[_, _, together, streamed]| streamed / together)
        .collect();
    ratios.sort_by(f64::total_cmp);
    let ratio = ratios.get(turns / 2).copied().unwrap_or_default();
    if measures {
        println!("| step | µs for a card |\n|---|--:|");
        println!("| read | {read:.2} |");
        println!("| decide | {:.2} |", decided - read);
        println!("| prerender | {:.2} |", together - decided);
        println!("| **the library, together** | {together:.2} |");
        println!("| `render --jsonl` | {streamed:.2} |");
        println!("| `render --jsonl` by the library | {ratio:.2} of at most 1.30 |");
        println!("\nThe processor: {}.", model()?);
    }
    Ok(())
}

/// What the system calls the processor.
fn model() -> Outcome<String> {
    let about = fs::read_to_string("/proc/cpuinfo")?;
    let mut names = about.lines().filter_map(|line| {
        let (field, value) = line.split_once(':')?;
        (field.trim_end() == "model name").then(|| value.trim())
    });
    Ok(names.next().unwrap_or("unknown").into())
}

/// The gallery's articles that are whole, a line each.
fn lines() -> Outcome<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let mut lines = Vec::new();
    for file in files.iter().filter(|file| file.is_file()) {
        let mut text = fs::read_to_string(file)?.replace("{origin}", "https://kit.example");
        while let Some((before, rest)) = text.split_once("{minutes-ago:") {
            let (_, after) = rest.split_once('}').unwrap_or_default();
            text = [before, "2024-05-01T11:30:00Z", after].concat();
        }
        if serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok() {
            lines.push(text.replace(['\r', '\n'], " "));
        }
    }
    Ok(lines)
}

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Read,
    Decide,
    Prerender,
}

fn pass(lines: &[String], repetitions: usize, until: Step) {
    let reading = ReadOptions {
        unknown_fields: true,
        now: Some(NOW),
        ..ReadOptions::default()
    };
    let (options, native) = (Options::default(), Native::at(NOW));
    let draw = |article: &Article| {
        if until == Step::Decide {
            black_box(Card::new(article, &options, &native));
        } else {
            black_box(prerender(article, &options, &native, &Style::default()));
        }
    };
    for _ in 0..repetitions {
        for line in lines {
            let reading = black_box(read(line.as_bytes(), &reading));
            if until != Step::Read {
                reading.articles.iter().for_each(draw);
            }
        }
    }
}

fn stream(input: &Path) -> Outcome<f64> {
    let before = processor()?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_article-card"));
    command
        .args(["render", "--jsonl", "--threads", "1"])
        .args(["--now", "2024-05-01T12:00:00Z"])
        .stdin(File::open(input)?)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status()?;
    Ok(processor()?.children - before.children)
}

fn own(work: impl FnOnce()) -> Outcome<f64> {
    let before = processor()?;
    work();
    Ok(processor()?.own - before.own)
}

/// Seconds of the processor that this process and its children have taken for themselves.
struct Processor {
    own: f64,
    children: f64,
}

#[cfg(target_os = "linux")]
fn processor() -> Outcome<Processor> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // After the name, which may hold anything (proc_pid_stat(5)).
    let (_, fields) = stat.rsplit_once(") ").ok_or("no name")?;
    let seconds = |index| -> Outcome<f64> {
        let ticks: f64 = fields.split(' ').nth(index).ok_or("too short")?.parse()?;
        Ok(ticks / TICKS)
    };
    Ok(Processor {
        own: seconds(11)?,
        children: seconds(13)?,
    })
}

#[cfg(not(target_os = "linux"))]
fn processor() -> Outcome<Processor> {
    Ok(Processor {
        own: 0.0,
        children: 0.0,
    })
}
