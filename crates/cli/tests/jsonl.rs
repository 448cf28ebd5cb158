//! `article-card render --jsonl` as a process: what answers a line, in which order, and how a stream may end.

#[cfg(test)]
mod calls;
#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card_reader::{ReadOptions, Reading, read};
use calls::*;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Stdio};
use std::thread;
use util::*;

#[cfg(test)]
mod lines {
    use super::*;

    const JSONL: [&str; 4] = ["render", "--jsonl", "--style", "link"];

    /// A card that needs little.
    fn line(number: usize) -> String {
        format!("{{\"id\": \"n{number}\", \"headline\": \"Headline {number}\"}}\n")
    }

    fn start(folder: &Folder, more: &[&str]) -> Child {
        let mut command = folder.command(&JSONL);
        spawn(command.args(more).stdin(Stdio::piped()))
    }

    #[test]
    fn a_line_is_answered_by_its_card() {
        let folder = Folder::new("jsonl-card");
        let now = ["--now", "2024-05-01T00:00:00Z"];
        let everything = EVERYTHING.replace('\n', " ");
        folder.file("everything.json", &everything);
        let alone = folder.call(&[&["render", "everything.json"], now.as_slice()].concat());
        let arguments = [&["render", "--jsonl"], now.as_slice()].concat();
        let stream = folder.pipe(&arguments, format!("{everything}\r\n").as_bytes());
        assert_eq!((stream.status, &*stream.err), (0, ""));
        let html = alone.out.trim_end();
        assert_eq!(
            stream.objects(),
            [
                json!({"id": "urn:newsml:herald.example:20240403:wind", "html": html, "diagnostics": []})
            ]
        );
        let page = folder.pipe(
            &[arguments.as_slice(), &["--page"]].concat(),
            everything.as_bytes(),
        );
        let html = page.objects()[0]["html"].as_str().unwrap().to_owned();
        assert!(html.starts_with("<!doctype html>\n<html lang=\"en-GB\" dir=\"ltr\">"));
    }

    #[test]
    fn every_line_is_answered_in_its_place() {
        let folder = Folder::new("jsonl-place");
        let mut input = String::new();
        for number in 1..=5000 {
            input += &match number % 10 {
                3 => "\n".to_owned(),
                5 => format!("{{\"id\": {number}, \"url\": \"https://a.example/\"}}\n"),
                7 => format!("{{\"id\": \"cut {number}\n"),
                9 => format!("{{\"headline\": \"H\", \"url\": \"https://a.example/{number}\"}}\n"),
                _ => line(number),
            };
        }
        let expected = (1..=5000).map(|number| match number % 10 {
            3 => (format!("{number}"), "no-data"),
            5 => (format!("{number}"), "missing-field"),
            7 => (format!("{number}"), "json-syntax"),
            9 => (format!("https://a.example/{number}"), ""),
            _ => (format!("n{number}"), ""),
        });
        let expected: Vec<_> = expected.collect();
        for threads in ["1", "2", "7"] {
            let arguments = [JSONL.as_slice(), &["--threads", threads]].concat();
            let outcome = folder.pipe(&arguments, input.as_bytes());
            assert_eq!(outcome.status, 1);
            assert_eq!(
                outcome.err,
                "article-card: 1500 of 5000 lines gave no card\n"
            );
            let objects = outcome.objects();
            let answers = objects.iter().map(|answer| {
                let code = answer["error"]["code"].as_str().unwrap_or_default();
                assert_eq!(answer.get("html").is_some(), code.is_empty(), "{answer}");
                (answer["id"].as_str().unwrap().to_owned(), code)
            });
            assert!(answers.eq(expected.iter().cloned()), "{threads}");
            for (number, answer) in (1..).zip(&objects) {
                if let Some(error) = answer.get("error") {
                    assert_eq!(error["line"], number, "{answer}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_article_is_answered_with_the_reason() {
        let folder = Folder::new("jsonl-reasons");
        let mut input = Vec::new();
        for line in [
        br#"{"headline": "caf"#.as_slice(),
        br#"{"id": "a", "headline": "H", "url": "/x"}"#,
        br#"{"id": "b", "headline": 7, "url": "/x"}"#,
        br#"[{"uri": "urn:x:1", "headline": "One"}, {"uri": "urn:x:2", "headline": "Two"}]"#,
        br#"{"uri": "urn:x:3", "headline": "Three"}"#,
        br#"{"id": "c", "headline": "Secret", "url": "https://a.example/secret", "embargoedUntil": "2190-01-01"}"#,
        br#"{"headline": "Secret", "url": "https://a.example/secret", "embargoedUntil": "2190-01-01"}"#,
        br#"{"id": "d", "headline": "Secret", "status": "withdrawn"}"#,
        br#"{"headline": "H", "url": "https://a.example/x", "published": "soon"}"#,
        b"\xff\xfe",
        b"{\"headline\": \"caf\xe9\"}",
        b"7",
    ] {
        input.extend(line);
        input.push(b'\n');
    }
        let outcome = folder.pipe(&JSONL, &input);
        let told: Vec<String> = outcome.objects().iter().map(answer).collect();
        assert_eq!(
            told,
            [
                "1: 1:18 json-syntax $",
                "a: card; 2:37 bad-url $.url",
                "b: 3:25 wrong-type $.headline; 3:35 bad-url $.url",
                "4: 4:1 ambiguous-article $",
                "urn:x:3: card",
                "c: 6:88 withheld $.embargoedUntil",
                "7: 7:77 withheld $.embargoedUntil",
                "d: card; 8:45 withheld $.status",
                "https://a.example/x: card; 9:62 bad-date $.published",
                "10: 10:1 bad-encoding $",
                "11: 11:18 bad-encoding $",
                "12: 12:1 wrong-type $",
            ]
        );
        assert!(!outcome.out.to_lowercase().contains("secret"));
        assert_eq!(outcome.status, 1);
    }

    /// An answer in a line: what it is called, the place and code of the error, if there is one, and of everything else.
    fn answer(answer: &Value) -> String {
        let place = |told: &Value| {
            let text = |name| told[name].as_str().unwrap().to_owned();
            let (code, path) = (text("code"), text("path"));
            format!("{}:{} {code} {path}", told["line"], told["column"])
        };
        let others = answer["diagnostics"].as_array().unwrap().iter().map(place);
        let first = answer.get("error").map_or("card".to_owned(), place);
        let all: Vec<_> = std::iter::once(first).chain(others).collect();
        format!("{}: {}", answer["id"].as_str().unwrap(), all.join("; "))
    }

    #[test]
    fn a_line_without_an_end_is_passed_over() {
        let folder = Folder::new("jsonl-long");
        let mut input = line(1).into_bytes();
        input.extend(vec![b' '; 17 << 20]);
        input.extend(format!("\n{}", line(3)).bytes());
        input.extend(vec![b'['; 17 << 20]);
        let outcome = folder.pipe(&JSONL, &input);
        let told: Vec<String> = outcome.objects().iter().map(answer).collect();
        let expected = [
            "n1: card",
            "2: 2:1 too-large $",
            "n3: card",
            "4: 4:1 too-large $",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn nothing_gives_nothing() {
        let outcome = Folder::new("jsonl-nothing").pipe(&JSONL, b"");
        let (status, out, err) = (outcome.status, &*outcome.out, &*outcome.err);
        assert_eq!((status, out, err), (0, "", ""));
    }

    /// Whoever writes a line and waits is answered before the next one.
    #[test]
    fn a_line_is_answered_at_once() {
        let folder = Folder::new("jsonl-interactive");
        let mut child = start(&folder, &["--threads", "3"]);
        let mut stdin = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
        for number in 1..=20 {
            stdin.write_all(line(number).as_bytes()).unwrap();
            let answer = parsed(&answers.next().unwrap().unwrap());
            assert_eq!(answer["id"], format!("n{number}"));
        }
        // Half a line is none yet.
        stdin.write_all(br#"{"headline": "#).unwrap();
        drop(stdin);
        assert!(answers.next().unwrap().unwrap().contains("json-syntax"));
        assert_eq!(child.wait().unwrap().code(), Some(1));
    }

    /// As much memory for a thousand lines as for fifty thousand, whatever is in them.
    #[cfg(target_os = "linux")]
    #[test]
    fn memory_is_bounded() {
        let folder = Folder::new("jsonl-memory");
        let peak = |count: usize| {
            let mut child = start(&folder, &["--threads", "4"]);
            let mut stdin = child.stdin.take().unwrap();
            let mut answers = BufReader::new(child.stdout.take().unwrap());
            let writer = thread::spawn(move || {
                for number in 0..count {
                    let is_card = number % 5 == 0;
                    let line = if is_card {
                        line(number)
                    } else {
                        "{\"x\": 1}\n".into()
                    };
                    stdin.write_all(line.as_bytes()).unwrap();
                }
                stdin
            });
            let mut line = Vec::new();
            for _ in 0..count {
                line.clear();
                assert!(answers.read_until(b'\n', &mut line).unwrap() > 0);
            }
            // It is still there, and waits for more.
            let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
            drop(writer.join().unwrap());
            child.wait().unwrap();
            let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kibibytes = peak.unwrap().trim().trim_end_matches(" kB");
            kibibytes.parse::<u64>().unwrap()
        };
        let (few, many) = (peak(1000), peak(50_000));
        assert!(many < few + 8 * 1024, "{few} KiB, then {many} KiB");
    }

    #[test]
    fn a_closed_pipe_is_told() {
        let folder = Folder::new("jsonl-pipe");
        let mut child = start(&folder, &[]);
        let mut stdin = child.stdin.take().unwrap();
        // It has no end, but whoever reads has.
        let writer = thread::spawn(move || {
            (0..)
                .take_while(|number| stdin.write_all(line(*number).as_bytes()).is_ok())
                .count()
        });
        let mut first = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let outcome = ended(child);
        assert!(writer.join().unwrap() > 0);
        assert_eq!(outcome.status, 1);
        assert_eq!(
            outcome.err,
            "article-card: cannot write the output: whoever reads it has closed it\n"
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told() {
        let folder = Folder::new("jsonl-full");
        let mut command = folder.command(&JSONL);
        command.stdin(Stdio::piped()).stderr(Stdio::piped());
        command.stdout(File::options().write(true).open("/dev/full").unwrap());
        let mut child = command.spawn().unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(line(1).as_bytes())
            .unwrap();
        let outcome = ended(child);
        let told = "article-card: cannot write the output: No space left";
        assert!(
            outcome.status == 1 && outcome.err.starts_with(told),
            "{outcome:?}"
        );
    }

    /// The answers in a file, which has to end with a whole one.
    #[cfg(unix)]
    #[track_caller]
    fn answers_in(folder: &Folder, name: &str) -> Vec<Value> {
        let text = std::fs::read_to_string(folder.0.join(name)).unwrap();
        assert!(text.ends_with('\n'), "{:?}", text.lines().next_back());
        text.lines().map(parsed).collect()
    }

    /// A file that may grow no further is cut back to its last whole line, what stood in it before stays.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_may_not_grow_ends_with_a_whole_line() {
        let folder = Folder::new("jsonl-limit");
        folder.file("in.jsonl", (0..1000).map(line).collect::<String>());
        let program = env!("CARGO_BIN_EXE_article-card");
        for (redirection, ignores) in [(">", ""), (">>", "trap '' XFSZ; ")] {
            folder.file("out.jsonl", "{\"id\": \"before\"}\n");
            // 100 blocks of 512 or 1024 bytes.
            let script = format!(
                "{ignores}ulimit -f 100; '{program}' render --jsonl --style link < in.jsonl {redirection} out.jsonl"
            );
            let mut shell = std::process::Command::new("sh");
            let outcome = outcome(shell.args(["-c", &script]).current_dir(&folder.0));
            assert_eq!(outcome.status, 1, "{outcome:?}");
            let told = "article-card: cannot write the output: File too large";
            assert!(outcome.err.starts_with(told), "{}", outcome.err);
            let answers = answers_in(&folder, "out.jsonl");
            assert!((10..900).contains(&answers.len()), "{}", answers.len());
            let is_kept = answers[0]["id"] == "before";
            assert_eq!(is_kept, redirection == ">>");
        }
    }

    /// Sends the signal once answers have come, and gives what the process says at its end.
    #[cfg(unix)]
    fn interrupted(mut child: Child, signal: &str, has_begun: impl Fn() -> bool) -> Outcome {
        let mut stdin = child.stdin.take().unwrap();
        let writer = thread::spawn(move || {
            (0..)
                .take_while(|number| stdin.write_all(line(*number).as_bytes()).is_ok())
                .count()
        });
        while !has_begun() {
            thread::yield_now();
        }
        let mut kill = std::process::Command::new("kill");
        kill.args(["-s", signal, &child.id().to_string()]);
        assert!(kill.status().unwrap().success());
        let outcome = ended(child);
        writer.join().unwrap();
        outcome
    }

    #[cfg(unix)]
    #[test]
    fn an_interrupt_ends_it_after_a_whole_line() {
        let folder = Folder::new("jsonl-interrupt");
        for (signal, status) in [("TERM", 143), ("INT", 130)] {
            let mut command = folder.command(&JSONL);
            command.stdin(Stdio::piped()).stderr(Stdio::piped());
            command.stdout(File::create(folder.0.join("out.jsonl")).unwrap());
            let child = command.spawn().unwrap();
            let path = folder.0.join("out.jsonl");
            let has_begun = || std::fs::metadata(&path).unwrap().len() > 10_000;
            let outcome = interrupted(child, signal, has_begun);
            assert_eq!(outcome.status, status, "{outcome:?}");
            let answers = answers_in(&folder, "out.jsonl");
            for (number, answer) in answers.iter().enumerate() {
                assert_eq!(answer["id"], format!("n{number}"));
            }
            let lines = answers.len();
            let told = format!("article-card: interrupted; {lines} lines were written\n");
            assert_eq!(outcome.err, told);
        }
    }

    /// The reader of a pipe gets the line under way to its end, if it takes it.
    #[cfg(unix)]
    #[test]
    fn an_interrupt_waits_for_a_slow_reader() {
        let folder = Folder::new("jsonl-slow");
        // With the stylesheet in it a batch is longer than what is written at once.
        let mut command = folder.command(&["render", "--jsonl"]);
        let mut child = spawn(command.stdin(Stdio::piped()));
        let mut out = child.stdout.take().unwrap();
        let (begun, begins) = std::sync::mpsc::channel();
        let reader = thread::spawn(move || {
            let mut answers = vec![0; 1000];
            out.read_exact(&mut answers).unwrap();
            begun.send(()).unwrap();
            // Long enough for the pipe to be full when the signal comes.
            thread::sleep(std::time::Duration::from_millis(300));
            out.read_to_end(&mut answers).unwrap();
            answers
        });
        let outcome = interrupted(child, "TERM", || begins.try_recv().is_ok());
        let answers = String::from_utf8(reader.join().unwrap()).unwrap();
        assert!(answers.ends_with('\n'), "{}", outcome.err);
        let lines = answers.lines().map(parsed).count();
        let told = format!("article-card: interrupted; {lines} lines were written\n");
        assert_eq!((outcome.status, outcome.err), (143, told));
    }
}
