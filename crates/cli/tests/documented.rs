//! What the documents say of the command line is what its help says: each command, and each option with its values.

#[cfg(test)]
mod calls;
#[cfg(test)]
#[path = "../../../tests/util/tables.rs"]
mod tables;
#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card_reader::{ReadOptions, Reading, read};
use calls::*;
use known::*;
use std::fs;
use tables::*;
use util::*;

const PAGE: &str = include_str!("../../../docs/command-line.md");
const ELEMENT: &str = include_str!("../../../docs/element.md");

#[test]
fn every_command_has_a_row() {
    let folder = Folder::new("documented-commands");
    let rows = rows(PAGE, "call");
    let calls: Vec<_> = rows.iter().flat_map(|row| calls(row[0])).collect();
    let mut documented: Vec<String> = calls.iter().map(|call| call[0].to_owned()).collect();
    // A command may have several rows.
    documented.sort();
    documented.dedup();
    same("commands", documented, commands(&folder));
}

#[test]
fn every_option_has_a_row() {
    let folder = Folder::new("documented-options");
    let known = commands(&folder).into_iter().flat_map(|command| {
        let flags = flags(&folder, &command);
        let names = flags.into_iter().map(|flag| flag.name);
        names
            .map(move |name| format!("{command} {name}"))
            .collect::<Vec<_>>()
    });
    let documented = rows(PAGE, "option").into_iter().flat_map(|row| {
        let (names, commands) = (code(row[0]), code(row[1]));
        let of = |command: &&str| {
            names
                .iter()
                .map(|name| format!("{command} {name}"))
                .collect::<Vec<_>>()
        };
        commands.iter().flat_map(of).collect::<Vec<_>>()
    });
    same("options", documented, known);
}

#[test]
fn defaults_and_words_of_options() {
    let folder = Folder::new("documented-values");
    let flags = flags(&folder, "render");
    let mut defaults = 0;
    for row in rows(PAGE, "option") {
        let name = code(row[0])[0];
        let values = code(row[2]);
        let flag = flags.iter().find(|flag| flag.name == name);
        let default = flag.and_then(|flag| flag.default.as_deref());
        assert_eq!(values.first().copied(), default, "{name}");
        defaults += usize::from(default.is_some());
    }
    assert_eq!(defaults, 2);
    let style = rows(PAGE, "option")
        .into_iter()
        .find(|row| row[0] == "`--style`")
        .unwrap();
    let wrong = folder.call(&["render", "--style", "monkeys"]).err;
    let words = between(&wrong, "[possible values: ", "]")[0].split(", ");
    same("--style", code(style[2]), words);
}

/// Those of the attributes, whose words stand with the element.
#[test]
fn words_of_attributes() {
    let folder = Folder::new("documented-attributes");
    let rows = rows(ELEMENT, "attribute");
    let mut seen = 0;
    for flag in flags(&folder, "render") {
        let attribute = flag.name.trim_start_matches("--");
        let Some(row) = rows.iter().find(|row| code(row[0]) == [attribute]) else {
            continue;
        };
        seen += 1;
        let wrong = folder.call(&["render", &flag.name, "17 monkeys#"]).err;
        let expected = between(&wrong, "expected ", "\n")[0];
        if expected.contains(" such as ") {
            // What has more values than can be listed.
            continue;
        }
        let expected = expected.replace(" or ", ", ");
        let mut documented = code(row[2]).join(", ");
        if row[2].contains("` to `") {
            documented = documented.replace("2, 6", "2, 4, 5, 6");
        }
        same(attribute, documented.split(", "), expected.split(", "));
    }
    assert_eq!(seen, 11);
}

#[test]
fn every_call_that_a_document_shows_is_one() {
    let folder = Folder::new("documented-calls");
    let root = workspace();
    let mut files = vec![root.join("README.md"), root.join("crates/cli/README.md")];
    let docs = fs::read_dir(root.join("docs")).unwrap();
    files.extend(docs.map(|entry| entry.unwrap().path()));
    let commands = commands(&folder);
    let flags: Vec<Vec<Flag>> = commands
        .iter()
        .map(|command| flags(&folder, command))
        .collect();
    let mut seen = 0;
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for call in calls(&text) {
            let shown = format!("{}: {}", file.display(), call.join(" "));
            let command = commands.iter().position(|command| command == call[0]);
            let is_general = ["--help", "--version"].contains(&call[0]);
            assert!(command.is_some() || is_general, "{shown}");
            let flags = command.map_or(&[][..], |command| &flags[command]);
            for word in call
                .iter()
                .filter(|word| word.starts_with("--") && **word != "--help")
            {
                let is_known = flags.iter().any(|flag| flag.name == *word);
                assert!(is_known, "{shown}");
            }
            seen += 1;
        }
    }
    assert!(seen > 15, "{seen}");
}

/// What the help says, and what documents show.
#[cfg(test)]
mod known {
    use super::calls::Folder;
    use super::tables::{between, code};

    /// The commands that the help lists.
    pub fn commands(folder: &Folder) -> Vec<String> {
        let help = folder.call(&["--help"]).out;
        let listed = between(&help, "Commands:\n", "\n\n")[0].lines();
        let names = listed.filter_map(|line| {
            let name = line.strip_prefix("  ")?.split(' ').next()?;
            (!name.is_empty()).then(|| name.to_owned())
        });
        names.collect()
    }

    /// An option of a command, and its default if the help states one.
    pub struct Flag {
        pub name: String,
        pub default: Option<String>,
    }

    /// What a command takes, but for its help.
    pub fn flags(folder: &Folder, command: &str) -> Vec<Flag> {
        let mut flags: Vec<Flag> = Vec::new();
        for line in folder.call(&[command, "--help"]).out.lines() {
            let line = line.trim();
            if let Some(rest) = line.strip_prefix("--") {
                let name = format!("--{}", rest.split(' ').next().unwrap());
                let default = None;
                flags.push(Flag { name, default });
            } else if let Some(rest) = line.strip_prefix("[default: ") {
                flags.last_mut().unwrap().default = Some(rest.trim_end_matches(']').to_owned());
            }
        }
        flags
    }

    /// The words of what stands after `article-card`, wherever a document shows a call; the crate of that name is none.
    pub fn calls(text: &str) -> Vec<Vec<&str>> {
        let shown = text.lines().flat_map(|line| {
            let is_code = line.starts_with("article-card ") || line.starts_with("$ article-card ");
            let parts = if is_code { vec![line] } else { code(line) };
            parts.into_iter().flat_map(|part| part.split(" | "))
        });
        let calls =
            shown.filter_map(|call| call.trim_start_matches("$ ").strip_prefix("article-card "));
        calls
            .map(|call| call.split(' ').collect::<Vec<_>>())
            .filter(|words| words[0] != "=")
            .collect()
    }
}
