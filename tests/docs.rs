//! Every file and folder that the documents of the project and of its crates name is there, since documents outlive the tree they describe.
//!
//! A name is what a link leads to, from the document's own folder, and what stands in backticks and looks like a path, which
//! starts at the root.
//! Code blocks are not read: they show a publisher's files, and commands.

use std::{fs, io, path::Path};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The folders whose documents are read.
const FOLDERS: [&str; 4] = ["", "docs/", "crates/cli/", "crates/reader/"];

/// Written by a chore, so absent from a fresh clone.
const GENERATED: [&str; 3] = ["dist/", "target/", "node_modules/"];

/// Files of the kit, which documents name as a publisher sees them.
const KIT: [&str; 2] = ["article-card.js", "article-card.css"];

/// What the npm package's parts are imported by.
const IMPORTS: [&str; 3] = [
    "article-card/react",
    "article-card/render",
    "article-card/toolkit",
];

const EXTENSIONS: [&str; 11] = [
    "css", "html", "js", "json", "lock", "md", "png", "rs", "svg", "toml", "tsv",
];

/// Media types look like paths.
const MEDIA: [&str; 5] = ["application/", "audio/", "image/", "text/", "video/"];

#[test]
fn the_documents_name_only_what_is_there() -> io::Result<()> {
    let root = Path::new(ROOT);
    let mut lost = Vec::new();
    for (folder, document, text) in documents()? {
        let missing = names(folder, &text)
            .into_iter()
            .filter(|(_, name)| !root.join(name).exists());
        lost.extend(missing.map(|(line, name)| format!("{document}:{line}: {name}")));
    }
    assert!(
        lost.is_empty(),
        "these are named and not there:\n{}",
        lost.join("\n")
    );
    Ok(())
}

#[test]
fn links_into_a_document_lead_to_a_heading() -> io::Result<()> {
    let mut seen = 0;
    for (folder, document, text) in documents()? {
        for target in prose(&text).flat_map(|(_, line)| between(line, "](", ')')) {
            let Some((path, heading)) = target.split_once('#') else {
                continue;
            };
            if path.contains(':') {
                continue;
            }
            let other = match path {
                "" => text.clone(),
                path => fs::read_to_string(Path::new(ROOT).join(folder).join(path))?,
            };
            let mut headings = prose(&other).filter(|(_, line)| line.starts_with('#'));
            assert!(
                headings.any(|(_, line)| anchor(line) == heading),
                "{document}: {target}"
            );
            seen += 1;
        }
    }
    assert!(seen > 3, "{seen}");
    Ok(())
}

#[test]
fn the_readme_leads_to_every_page_and_every_page_back() -> io::Result<()> {
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md"))?;
    let mut pages = 0;
    for (_, document, text) in documents()? {
        if document.starts_with("docs/") {
            assert!(readme.contains(&format!("]({document})")), "{document}");
            let start: Vec<&str> = text.lines().take(5).collect();
            let is_front = start.first().is_some_and(|line| line.starts_with("# "));
            let leads_back = start.contains(&"[Back to the README](../README.md)");
            assert!(is_front && leads_back, "{document}");
            pages += 1;
        }
    }
    assert!(pages > 8, "{pages}");
    // It is the front door, and not the house.
    assert!(readme.lines().count() <= 205);
    Ok(())
}

#[test]
fn names_are_told_from_other_code_and_links() {
    let text = "See [the card](../src/card.rs#L3), `styles/card.css`, ![a card](card.png) and `src/view/`.\n\
                Run `cargo xtask kit`, which writes `dist/kit/` and `article-card.js`, of type `text/javascript`.\n\
                ```sh\n`not/read.rs`\n```\n\
                Not [here](https://example.org/a.html), [there](#there), `Europe/London`, `</script>` or `1/2`.\n\
                [card]: ../src/card.rs\n<img src=\"wide.png\" alt=\"\">";
    let expected = [
        (1, "docs/../src/card.rs"),
        (1, "docs/card.png"),
        (1, "styles/card.css"),
        (1, "src/view/"),
        (7, "docs/../src/card.rs"),
        (8, "docs/wide.png"),
    ];
    assert_eq!(
        names("docs/", text),
        expected.map(|(line, name)| (line, name.to_owned()))
    );
}

/// Every document with the folder that it stands in, and its text.
fn documents() -> io::Result<Vec<(&'static str, String, String)>> {
    let mut documents = Vec::new();
    for folder in FOLDERS {
        for entry in fs::read_dir(Path::new(ROOT).join(folder))? {
            let entry = entry?;
            let document = format!("{folder}{}", entry.file_name().to_string_lossy());
            if document.ends_with(".md") {
                documents.push((folder, document, fs::read_to_string(entry.path())?));
            }
        }
    }
    Ok(documents)
}

/// The paths that a document in that folder names, each with its line.
fn names(folder: &str, text: &str) -> Vec<(usize, String)> {
    let mut names = Vec::new();
    for (number, line) in prose(text) {
        let links = links(line).filter(|link| !link.is_empty() && !is_elsewhere(link));
        names.extend(links.map(|link| (number, format!("{folder}{link}"))));
        let paths = spans(line).filter(|span| looks_like_path(span) && !is_elsewhere(span));
        names.extend(paths.map(|path| (number, path.to_owned())));
    }
    names
}

/// The lines that are no code, each with its number.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut is_code = false;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        (!is_fence && !is_code).then_some((index + 1, line))
    })
}

/// What a link to a heading is called, by the rule of GitHub.
fn anchor(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = text
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
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
        || IMPORTS.contains(&path)
        || GENERATED
            .iter()
            .chain(&MEDIA)
            .any(|prefix| path.starts_with(prefix))
}
