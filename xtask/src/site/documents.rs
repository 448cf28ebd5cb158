//! The documents that become pages, in the order in which the README leads to them.

use super::{folder_of, resolve};
use crate::files;
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// The site has them as they are.
pub const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// They come first: each with its page and what it is called in the site, where it has no fitting title of its own.
const FIRST: [(&str, &str, Option<&str>); 2] = [
    ("README.md", "readme.html", Some("Overview")),
    ("examples/README.md", "examples.html", None),
];

/// The part of the README that leads to all others.
const LIST: &str = "## More";

/// A document: where it stands in the repository, what its page is called, and its text.
pub struct Document {
    pub path: String,
    pub page: String,
    pub title: Option<&'static str>,
    pub text: String,
}

/// Documents for the same readers.
pub struct Group {
    pub title: String,
    pub documents: Vec<Document>,
}

pub struct Documents {
    pub groups: Vec<Group>,
}

/// Where a link of a document leads in the site.
#[derive(Debug, PartialEq, Eq)]
pub enum Address {
    Is(String),
    /// What it leads to, such as a source, is in the repository alone.
    None,
}

impl Documents {
    pub fn read(root: &Path) -> Result<Documents> {
        let read = |path: &str, page: String, title| {
            let text = files::read_text(&root.join(path))?;
            let path = path.to_owned();
            anyhow::Ok(Document {
                path,
                page,
                title,
                text,
            })
        };
        let first = FIRST.map(|(path, page, title)| read(path, page.to_owned(), title));
        let mut groups = vec![Group {
            title: "To begin with".to_owned(),
            documents: first.into_iter().collect::<Result<_>>()?,
        }];
        let readme = files::read_text(&root.join("README.md"))?;
        for (title, paths) in list(&readme)? {
            let documents = paths.into_iter().map(|path| {
                let name = Path::new(path).with_extension("html");
                let name = name.file_name().context("a document has a name")?;
                read(path, name.to_string_lossy().to_lowercase(), None)
            });
            let documents = documents.collect::<Result<_>>()?;
            groups.push(Group { title, documents });
        }
        let documents = Documents { groups };
        for name in files::read_all(&root.join("docs"))?.keys() {
            let path = format!("docs/{name}");
            ensure!(
                !name.ends_with(".md") || documents.page(&path).is_some(),
                "README.md does not lead to {path} under {LIST:?}"
            );
        }
        Ok(documents)
    }

    pub fn all(&self) -> impl Iterator<Item = &Document> {
        self.groups.iter().flat_map(|group| &group.documents)
    }

    fn page(&self, path: &str) -> Option<&str> {
        let document = self.all().find(|document| document.path == path)?;
        Some(&document.page)
    }

    /// Where a link leads that stands in the document of that path.
    pub fn address(&self, from: &str, link: &str) -> Address {
        // The preview that somebody has started himself.
        if link.starts_with("http://localhost") {
            return Address::None;
        }
        if link.starts_with('#') || link.contains(':') {
            return Address::Is(link.to_owned());
        }
        let (path, heading) = match link.find('#') {
            Some(at) => link.split_at(at),
            None => (link, ""),
        };
        let path = resolve(folder_of(from), path).unwrap_or_default();
        if LICENCES.contains(&path.as_str()) {
            return Address::Is(format!("../{path}.txt"));
        }
        match self.page(&path) {
            Some(page) => Address::Is(format!("{page}{heading}")),
            None => Address::None,
        }
    }
}

/// The rows of the README's last table: for whom, and the documents.
fn list(readme: &str) -> Result<Vec<(String, Vec<&str>)>> {
    let (_, list) = readme
        .split_once(LIST)
        .with_context(|| format!("README.md has no {LIST:?}"))?;
    let rows = list.lines().filter(|line| line.starts_with('|'));
    let mut rows = rows.map(|row| row.trim_matches('|').split_once('|').unwrap_or((row, "")));
    let whom = rows.next().map(|(whom, _)| whom.trim()).unwrap_or_default();
    let groups = rows.skip(1).map(|(does, documents)| {
        let links = documents.split("](").skip(1);
        let links = links.filter_map(|rest| rest.split([')', '#']).next());
        let documents: Vec<&str> = links.filter(|link| link.ends_with(".md")).collect();
        let title = format!("{whom} {}", does.trim());
        let first = title.chars().next().map(char::to_uppercase);
        let title = first.into_iter().flatten().chain(title.chars().skip(1));
        (title.collect(), documents)
    });
    let groups: Vec<(String, Vec<&str>)> = groups.collect();
    ensure!(
        !groups.is_empty() && groups.iter().all(|(_, documents)| !documents.is_empty()),
        "README.md has no table of the documents under {LIST:?}"
    );
    Ok(groups)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn links_lead_to_pages_to_others_or_nowhere() -> Result<()> {
        let documents = Documents::read(project::root())?;
        for (from, link, expected) in [
            ("docs/look.md", "fields.md", Some("fields.html")),
            (
                "docs/look.md",
                "../README.md#embed-it",
                Some("readme.html#embed-it"),
            ),
            ("README.md", "docs/look.md#parts", Some("look.html#parts")),
            ("README.md", "examples/README.md", Some("examples.html")),
            ("README.md", "LICENSE-MIT", Some("../LICENSE-MIT.txt")),
            ("docs/look.md", "#parts", Some("#parts")),
            ("docs/look.md", "https://yew.rs", Some("https://yew.rs")),
            ("docs/size.md", "../xtask/src/size/figures.tsv", None),
            ("README.md", "http://localhost:8080", None),
        ] {
            let expected =
                expected.map_or(Address::None, |address| Address::Is(address.to_owned()));
            assert_eq!(documents.address(from, link), expected, "{from}: {link}");
        }
        Ok(())
    }

    #[test]
    fn the_list_is_that_of_the_readme() -> Result<()> {
        let readme = "| a |\n## More\n\n| for whoever | |\n|---|---|\n| writes | [b](docs/b.md), [c](docs/c.md#d) |\n\n[MIT](M)";
        let expected = (
            "For whoever writes".to_owned(),
            vec!["docs/b.md", "docs/c.md"],
        );
        assert_eq!(list(readme)?, [expected]);
        assert!(list("## More\n").is_err());
        Ok(())
    }
}
