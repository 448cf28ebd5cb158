//! Every file and folder that the documents of the project and of its crates name is there, since documents outlive the tree they describe.
//!
//! A name is what a link leads to, and what stands in backticks and looks like a path; paths start at the root.
//! Code blocks are not read: they show a publisher's files, and commands.

use std::{fs, io, path::Path};

/// Written by a chore, so absent from a fresh clone.
const GENERATED: [&str; 3] = ["dist/", "target/", "node_modules/"];

/// Files of the kit, which documents name as a publisher sees them.
const KIT: [&str; 2] = ["article-card.js", "article-card.css"];

const EXTENSIONS: [&str; 11] = [
    "css", "html", "js", "json", "lock", "md", "png", "rs", "svg", "toml", "tsv",
];

/// Media types look like paths.
const MEDIA: [&str; 5] = ["application/", "audio/", "image/", "text/", "video/"];

#[test]
fn the_documents_name_only_what_is_there() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut lost = Vec::new();
    for folder in ["", "crates/cli/", "crates/reader/"] {
        for entry in fs::read_dir(root.join(folder))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let document = format!("{folder}{name}");
            if !document.ends_with(".md") {
                continue;
            }
            let text = fs::read_to_string(root.join(&document))?;
            let missing = names(&text)
                .into_iter()
                .filter(|(_, name)| !root.join(name).exists());
            lost.extend(missing.map(|(line, name)| format!("{document}:{line}: {name}")));
        }
    }
    assert!(
        lost.is_empty(),
        "these are named and not there:\n{}",
        lost.join("\n")
    );
    Ok(())
}

#[test]
fn names_are_told_from_other_code_and_links() {
    let text = "See [the card](src/card.rs#L3), `styles/card.css`, ![a card](docs/card.png) and `src/view/`.\n\
                Run `cargo xtask kit`, which writes `dist/kit/` and `article-card.js`, of type `text/javascript`.\n\
                ```sh\n`not/read.rs`\n```\n\
                Not [here](https://example.org/a.html), [there](#there), `Europe/London`, `</script>` or `1/2`.\n\
                [card]: src/card.rs\n<img src=\"docs/wide.png\" alt=\"\">";
    let expected = [
        (1, "src/card.rs"),
        (1, "docs/card.png"),
        (1, "styles/card.css"),
        (1, "src/view/"),
        (7, "src/card.rs"),
        (8, "docs/wide.png"),
    ];
    assert_eq!(
        names(text),
        expected.map(|(line, name)| (line, name.to_owned()))
    );
}

/// The paths that a document names, each with its line.
fn names(text: &str) -> Vec<(usize, String)> {
    let mut names = Vec::new();
    let mut is_code = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            let links = links(line).filter(|link| !link.is_empty());
            let paths = links.chain(spans(line).filter(|span| looks_like_path(span)));
            let paths = paths.filter(|path| !is_elsewhere(path));
            names.extend(paths.map(|path| (index + 1, path.to_owned())));
        }
    }
    names
}

/// What the links and pictures of a line lead to, without the part of a page.
fn links(line: &str) -> impl Iterator<Item = &str> {
    let inline = between(line, "](", ')');
    let pictures = between(line, "src=\"", '"');
    let reference = line
        .starts_with('[')
        .then(|| line.split_once("]: "))
        .flatten();
    let all = inline
        .chain(pictures)
        .chain(reference.map(|(_, target)| target.trim()));
    all.filter_map(|target| target.split('#').next())
}

/// What stands in backticks.
fn spans(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

fn between<'line>(
    line: &'line str,
    start: &'line str,
    end: char,
) -> impl Iterator<Item = &'line str> {
    line.split(start)
        .skip(1)
        .filter_map(move |rest| rest.split(end).next())
}

fn looks_like_path(span: &str) -> bool {
    let is_plain = span
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || "._-/".contains(character));
    let has_extension = Path::new(span)
        .extension()
        .is_some_and(|extension| EXTENSIONS.iter().any(|known| extension == *known));
    // A time zone is written with a capital, a fraction with a digit, a path of a server with a slash in front.
    let is_folded = span.contains('/')
        && span.starts_with(|first: char| first.is_ascii_lowercase() || first == '.');
    is_plain && (has_extension || is_folded)
}

/// Not in the tree, and rightly so.
fn is_elsewhere(path: &str) -> bool {
    path.contains(':')
        || KIT.contains(&path)
        || GENERATED
            .iter()
            .chain(&MEDIA)
            .any(|prefix| path.starts_with(prefix))
}
