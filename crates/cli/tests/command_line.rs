//! The command line as a process: what it prints where, and how it ends, whatever it is given.

#[cfg(test)]
mod calls;
#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card_reader::{ReadOptions, Reading, read};
use calls::*;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::process::Stdio;
use std::thread;
use util::*;

const GOOD: &str = r#"{"headline": "Council votes", "url": "https://news.example/library"}"#;
const REPAIRED: &str = "{\n  \"headline\": \"Council votes\",\n  \"url\": \"/library\"\n}";
const BROKEN: &str = "{\"headline\": \"Council vo";

#[test]
fn help_is_there_and_wrong_usage_is_told() {
    let folder = Folder::new("usage");
    folder.file("a.json", GOOD);
    for arguments in [
        ["--help"].as_slice(),
        &["check", "--help"],
        &["convert", "-h"],
        &["render", "--help"],
        &["style", "--help"],
        &["schema", "--help"],
        &["--version"],
    ] {
        let help = folder.call(arguments);
        assert_eq!((help.status, &*help.err), (0, ""), "{arguments:?}");
        let is_version = help.out.starts_with("article-card 0.");
        assert!(
            is_version || help.out.contains("article-card "),
            "{}",
            help.out
        );
        assert!(is_version || help.out.contains("Example"), "{}", help.out);
        let letters: Vec<char> = help.out.chars().collect();
        let is_of_code = |two: &[char]| two[0].is_lowercase() && two[1].is_uppercase();
        assert!(!letters.windows(2).any(is_of_code), "{}", help.out);
        assert!(
            help.out.lines().all(|line| line.len() <= 100),
            "{}",
            help.out
        );
    }
    for arguments in [
        [].as_slice(),
        &["chek"],
        &["check"],
        &["convert"],
        &["check", "--jsn", "a.json"],
        &["check", "-", "-"],
        &["convert", "-", "a.json", "-"],
        &["check", "--now", "yesterday", "a.json"],
        &["check", "--now", "2024-04-03", "a.json"],
        &["check", "--url", "/story", "a.json"],
        &["convert", "--url", "javascript:alert(1)", "a.json"],
        &["style", "a.json"],
        &["style", "--hash", "--name"],
        &["schema", "a.json"],
    ] {
        let wrong = folder.call(arguments);
        assert_eq!((wrong.status, &*wrong.out), (2, ""), "{arguments:?}");
        assert!(
            wrong.err.contains("--help") || wrong.err.contains("Usage"),
            "{}",
            wrong.err
        );
    }
}

#[test]
fn the_status_says_whether_all_give_a_card() {
    let folder = Folder::new("status");
    folder
        .file("good.json", GOOD)
        .file("repaired.json", REPAIRED)
        .file("broken.json", BROKEN);
    for (arguments, status) in [
        ("check good.json", 0),
        ("check good.json repaired.json", 0),
        ("check --deny-warnings good.json", 0),
        ("check --deny-warnings good.json repaired.json", 1),
        ("check --json --deny-warnings repaired.json", 1),
        ("check --json broken.json", 1),
        ("check broken.json good.json", 1),
        ("check good.json missing.json", 1),
        ("convert good.json repaired.json", 0),
        ("convert good.json broken.json", 1),
        ("convert missing.json good.json", 1),
        ("render good.json repaired.json", 0),
        ("render good.json broken.json", 1),
        ("render missing.json good.json", 1),
    ] {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        assert_eq!(folder.call(&arguments).status, status, "{arguments:?}");
    }
}

#[test]
fn a_diagnostic_is_one_line_with_its_place() {
    let folder = Folder::new("line");
    folder
        .file("repaired.json", REPAIRED)
        .file("broken.json", BROKEN);
    for call in ["check", "convert", "render"] {
        assert_eq!(
            folder.call(&[call, "repaired.json", "broken.json"]).err,
            "repaired.json:3:10: warning bad-url $.url “/library” is not an absolute http or https address\n\
             broken.json:1:25: error json-syntax $ the input ends within a text\n"
        );
    }
}

#[test]
fn what_cannot_be_read_is_told_in_one_line_each() {
    let folder = Folder::new("unreadable");
    fs::create_dir(folder.0.join("folder")).unwrap();
    let mut latin = br#"{"headline": "caf"#.to_vec();
    latin.extend(b"\xe9\"}");
    folder
        .file("empty", "")
        .file("blank", " \n\n")
        .file("binary", [0, 159, 146, 150, 255, 13, 10, 26, 0])
        .file("prose", "Nothing happened today.")
        .file("latin.json", latin)
        .file("utf-16.json", [0xff, 0xfe, b'{', 0, b'}', 0])
        .file("number.json", "7");
    // A file of 50 MB that takes no room.
    let large = File::create(folder.0.join("large")).unwrap();
    large.set_len(50_000_000).unwrap();
    folder.file(
        "long.json",
        format!("{{\"headline\": \"{}\"}}", "A ".repeat(1 << 20)),
    );
    let unknown = "this is neither JSON, nor an HTML page, nor text copied from an article";
    let mut cases = vec![
        (
            "missing",
            "error unreadable $ there is no such file".to_owned(),
        ),
        (
            "folder",
            "error unreadable $ this is a folder; name the files in it".into(),
        ),
        ("empty", "error no-data $ the input is empty".into()),
        ("blank", "error no-data $ the input is empty".into()),
        (
            "large",
            "error too-large $ the input is longer than 16 MiB".into(),
        ),
        (
            "long.json",
            "error too-large $ the input is longer than 2 MiB".into(),
        ),
        ("binary", format!("error bad-encoding $ {unknown}")),
        ("prose", format!("error json-syntax $ {unknown}")),
        (
            "utf-16.json",
            "error bad-encoding $ this is UTF-16, and has to be UTF-8".into(),
        ),
        (
            "number.json",
            "error wrong-type $ an article is an object, this is a number".into(),
        ),
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", folder.0.join("dangling")).unwrap();
        cases.push((
            "dangling",
            "error unreadable $ there is no such file".into(),
        ));
    }
    for (file, line) in cases {
        let outcome = folder.call(&["check", "--json", file]);
        assert_eq!(
            (outcome.status, outcome.err.as_str()),
            (1, &*format!("{file}:1:1: {line}\n"))
        );
        let object = &outcome.objects()[0];
        assert_eq!(
            (&object["ok"], &object["article"]),
            (&json!(false), &Value::Null)
        );
        let told = &object["diagnostics"][0];
        assert_eq!(
            (&told["line"], &told["column"]),
            (&json!(1), &json!(1)),
            "{file}"
        );
        assert_eq!(folder.call(&["convert", file]).out, "", "{file}");
    }
    assert_eq!(
        folder.call(&["check", "latin.json"]).err,
        "latin.json:1:18: error bad-encoding $ this is not UTF-8\n"
    );
}

#[test]
fn a_bad_file_among_a_thousand_stops_none_of_the_others() {
    let folder = Folder::new("thousand");
    let mut files = Vec::new();
    for number in 0..1000 {
        let name = format!("{number:03}.json");
        folder.file(&name, GOOD.replace("votes", &format!("votes {number}")));
        files.push(name);
    }
    folder.file("500.json", BROKEN);
    for (call, lines) in [("convert", 999), ("check", 1000)] {
        let mut arguments = vec![call];
        arguments.extend((call == "check").then_some("--json"));
        arguments.extend(files.iter().map(String::as_str));
        let outcome = folder.call(&arguments);
        assert_eq!(outcome.status, 1);
        // Nothing of the progress either, where no terminal is.
        assert_eq!(
            outcome.err,
            "500.json:1:25: error json-syntax $ the input ends within a text\n"
        );
        assert_eq!(outcome.out.lines().count(), lines);
        let last = outcome.out.lines().last().unwrap();
        assert!(last.contains("Council votes 999"), "{last}");
    }
}

#[test]
fn standard_input_is_read_as_a_file_is() {
    let folder = Folder::new("standard-input");
    folder.file("a.json", GOOD);
    let piped = folder.pipe(&["convert", "-"], GOOD.as_bytes());
    assert_eq!(piped, folder.call(&["convert", "a.json"]));
    let both = folder.pipe(&["check", "--json", "a.json", "-"], BROKEN.as_bytes());
    assert_eq!(
        both.err,
        "-:1:25: error json-syntax $ the input ends within a text\n"
    );
    let objects = both.objects();
    assert_eq!(
        (&objects[0]["file"], &objects[1]["file"]),
        (&json!("a.json"), &json!("-"))
    );
}

#[test]
fn of_what_has_no_end_only_so_much_is_read_as_decides() {
    let folder = Folder::new("endless");
    let mut command = folder.command(&["check", "-"]);
    let mut child = spawn(command.stdin(Stdio::piped()));
    let mut stdin = child.stdin.take().unwrap();
    let writer = thread::spawn(move || {
        let block = vec![b' '; 1 << 20];
        (0..100)
            .take_while(|_| stdin.write_all(&block).is_ok())
            .count()
    });
    let outcome = ended(child);
    assert_eq!(outcome.codes(), ["error too-large"]);
    let mebibytes = writer.join().unwrap();
    assert!((16..20).contains(&mebibytes), "{mebibytes}");
}

#[test]
fn colours_are_for_terminals_and_those_who_ask() {
    let folder = Folder::new("colours");
    folder.file("repaired.json", REPAIRED);
    let plain = folder.call(&["check", "repaired.json"]);
    assert!(!plain.out.contains('\u{1b}') && !plain.err.contains('\u{1b}'));
    let mut forced = folder.command(&["check", "repaired.json"]);
    let forced = outcome(forced.env("CLICOLOR_FORCE", "1"));
    assert!(forced.out.contains("\u{1b}[1mheadline") && forced.err.contains("\u{1b}[33mwarning"));
    let mut refused = folder.command(&["check", "repaired.json"]);
    assert_eq!(outcome(refused.env("NO_COLOR", "1")), plain);
}

#[test]
fn a_closed_pipe_ends_it_and_is_told() {
    let folder = Folder::new("pipe");
    folder.file("everything.json", EVERYTHING);
    for arguments in [
        &["convert", "--now", "2024-05-01T00:00:00Z"],
        &["check", "--now", "2024-05-01T00:00:00Z"],
        &["render", "--now", "2024-05-01T00:00:00Z"],
    ] {
        let mut command = folder.command(arguments);
        command.args(["everything.json"].repeat(1000));
        let mut child = spawn(&mut command);
        let mut start = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut start).unwrap();
        let outcome = ended(child);
        let told = "article-card: cannot write the output: whoever reads it has closed it\n";
        assert_eq!((outcome.status, outcome.err.as_str()), (1, told));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let folder = Folder::new("full");
    folder.file("good.json", GOOD);
    for arguments in [
        ["check", "good.json"].as_slice(),
        &["convert", "good.json"],
        &["render", "good.json"],
        &["style"],
        &["schema"],
        &["--help"],
    ] {
        let mut command = folder.command(arguments);
        command.stderr(Stdio::piped());
        command.stdout(File::options().write(true).open("/dev/full").unwrap());
        let outcome = ended(command.spawn().unwrap());
        assert_eq!(outcome.status, 1, "{arguments:?}");
        let is_told = outcome
            .err
            .starts_with("article-card: cannot write the output: No space left");
        assert!(
            is_told && outcome.err.lines().count() == 1,
            "{}",
            outcome.err
        );
        let mut silent = folder.command(&["check", "missing.json"]);
        silent.stderr(File::options().write(true).open("/dev/full").unwrap());
        assert_eq!(silent.output().unwrap().status.code(), Some(1));
    }
}

#[test]
fn the_schema_is_printed() {
    let printed = Folder::new("schema").call(&["schema"]);
    assert_eq!((printed.status, printed.err.as_str()), (0, ""));
    assert_eq!(
        parsed(&printed.out),
        parsed(include_str!("../../../src/article.schema.json"))
    );
}

/// What acts on a terminal is written out, whoever sent it.
#[test]
fn no_control_character_reaches_the_terminal() {
    let folder = Folder::new("controls");
    let hostile = "{\"headline\": \"A\u{9b}31m\u{2028}\", \"b\u{1b}\u{202e}\": 1, \"url\": \"\u{7f}\u{202e}x\", \
        \"@context\u{9b}\": 1, \"id\": \"\\u001b]0;owned\\u0007\"}";
    let name = "a\u{1b}[31m\n\u{202e}b.json";
    folder.file("hostile.json", hostile.replace('\u{1b}', "\\u001b"));
    let is_file = !cfg!(windows);
    if is_file {
        folder.file(name, hostile.replace('\u{1b}', "\\u001b"));
    }
    for arguments in [
        ["check"].as_slice(),
        &["check", "--json"],
        &["convert"],
        &["convert", "--pretty"],
        &["render"],
    ] {
        let mut command = folder.command(arguments);
        let outcome = outcome(command.args(["hostile.json", name, "\u{1b}.json"]));
        for text in [&outcome.out, &outcome.err] {
            let acts =
                |c: char| c.is_control() && c != '\n' || ('\u{2028}'..='\u{202e}').contains(&c);
            assert!(!text.contains(acts), "{}", text.escape_debug());
        }
        if is_file {
            assert!(
                outcome.err.contains("a\\u{1b}[31m\\n\\u{202e}b.json:1:"),
                "{}",
                outcome.err
            );
        }
        assert!(
            outcome.err.lines().all(|line| line.contains(".json:1:")),
            "{}",
            outcome.err
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_may_have_any_name() {
    use std::os::unix::ffi::OsStringExt;
    let folder = Folder::new("names");
    let name = OsString::from_vec(b"caf\xe9.json".to_vec());
    folder.file(&name, BROKEN);
    let outcome = outcome(folder.command(&["check", "--json"]).arg(&name));
    assert_eq!(
        outcome.err,
        "caf\u{fffd}.json:1:25: error json-syntax $ the input ends within a text\n"
    );
    assert_eq!(outcome.objects()[0]["file"], "caf\u{fffd}.json");
}
