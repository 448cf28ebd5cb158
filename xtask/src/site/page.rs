//! What stands around a document in its page, and the page that lists all of them.

use super::{
    documents::{Document, Documents},
    markdown::{Rendered, escaped},
};

/// A page: what it is called, and its HTML.
type Page = (String, String);

/// The page that lists the documents.
const CONTENTS: &str = "index.html";

/// With fewer headings there is nothing to look for.
const HEADINGS: usize = 3;

/// A page for each document, in their order.
pub fn documents(documents: &Documents, rendered: &[Rendered]) -> Vec<Page> {
    let all: Vec<(&Document, &Rendered)> = documents.all().zip(rendered).collect();
    let pages = all.iter().enumerate().map(|(at, (document, text))| {
        let title = title(document, text);
        let (within, aside) = headings(text);
        let before = at.checked_sub(1).and_then(|at| all.get(at));
        let main = format!(
            "<main id=\"page-text\">\n{}{}{}</main>\n",
            with(&text.body, &within),
            turn("Before", "prev", before),
            turn("Next", "next", all.get(at + 1)),
        );
        let list = list(documents, rendered, &document.page);
        let sheet = format!("{list}{main}{aside}");
        (document.page.clone(), page(&title, &text.lead_text, &sheet))
    });
    pages.collect()
}

/// The documents with their first sentences.
pub fn contents(documents: &Documents, rendered: &[Rendered]) -> Page {
    const ABOUT: &str =
        "All that a page, an article and a server may say to a card, and what it answers.";
    let mut texts = rendered.iter();
    let groups = documents.groups.iter().map(|group| {
        let entries = group.documents.iter().zip(&mut texts);
        let entries = entries.map(|(document, text)| {
            let Document { page, .. } = document;
            let title = title(document, text);
            let lead = &text.lead;
            format!(
                "<dt><a href=\"{page}\">{}</a></dt>\n<dd>{lead}</dd>\n",
                escaped(&title)
            )
        });
        let entries: String = entries.collect();
        let title = escaped(&group.title);
        format!("<section>\n<h2>{title}</h2>\n<dl>\n{entries}</dl>\n</section>\n")
    });
    let groups: String = groups.collect();
    let main = format!(
        "<main id=\"page-text\" class=\"contents\">\n<h1>Reference</h1>\n<p>{ABOUT}</p>\n{groups}</main>\n"
    );
    (CONTENTS.to_owned(), page("Reference", ABOUT, &main))
}

fn title(document: &Document, text: &Rendered) -> String {
    document.title.unwrap_or(&text.title).to_owned()
}

/// The body with the headings' list behind the first paragraph, where a narrow screen has it.
fn with(body: &str, headings: &str) -> String {
    match body.split_once("</p>\n") {
        Some((start, rest)) => format!("{start}</p>\n{headings}{rest}"),
        None => body.to_owned(),
    }
}

/// The headings of a page twice: to unfold within it on a narrow screen, and beside it on a wide one; one of them is hidden.
fn headings(text: &Rendered) -> (String, String) {
    if text.headings.len() < HEADINGS {
        return Default::default();
    }
    let entries = text.headings.iter().map(|heading| {
        let class = if heading.is_below {
            " class=\"below\""
        } else {
            ""
        };
        let id = escaped(&heading.id);
        format!("<li{class}><a href=\"#{id}\">{}</a></li>\n", heading.text)
    });
    let entries: String = entries.collect();
    let within = format!(
        "<details class=\"within\">\n<summary>On this page</summary>\n<ul>\n{entries}</ul>\n</details>\n"
    );
    let aside = format!(
        "<nav class=\"aside\" aria-label=\"On this page\">\n<p>On this page</p>\n<ul>\n{entries}</ul>\n</nav>\n"
    );
    (within, aside)
}

/// All documents, of which one is the page itself.
fn list(documents: &Documents, rendered: &[Rendered], current: &str) -> String {
    let mut texts = rendered.iter();
    let groups = documents.groups.iter().map(|group| {
        let entries = group.documents.iter().zip(&mut texts);
        let entries = entries.map(|(document, text)| {
            let page = &document.page;
            let is_current = if page == current {
                " aria-current=\"page\""
            } else {
                ""
            };
            let title = escaped(&title(document, text));
            format!("<li><a href=\"{page}\"{is_current}>{title}</a></li>\n")
        });
        let entries: String = entries.collect();
        format!("<p>{}</p>\n<ul>\n{entries}</ul>\n", escaped(&group.title))
    });
    let groups: String = groups.collect();
    format!("<nav class=\"documents\" aria-label=\"Documents\">\n{groups}</nav>\n")
}

/// To the document before or after.
fn turn(word: &str, relation: &str, other: Option<&(&Document, &Rendered)>) -> String {
    let Some((document, text)) = other else {
        return String::new();
    };
    let title = escaped(&title(document, text));
    let page = &document.page;
    format!(
        "<p class=\"turn {relation}\">{word}: <a href=\"{page}\" rel=\"{relation}\">{title}</a></p>\n"
    )
}

/// A page of the reference.
fn page(title: &str, about: &str, sheet: &str) -> String {
    let (title, about) = (escaped(title), escaped(about));
    format!(
        "<!doctype html>
<html lang=\"en\">
  <head>
    <meta charset=\"utf-8\">
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
    <meta name=\"color-scheme\" content=\"light dark\">
    <meta name=\"description\" content=\"{about}\">
    <title>article-card: {title}</title>
    <link rel=\"icon\" href=\"../fixtures/pictures/herald.svg\">
    <link rel=\"stylesheet\" href=\"../workbench/page.css\">
    <link rel=\"stylesheet\" href=\"../workbench/reference.css\">
  </head>
  <body>
    <a class=\"skip\" href=\"#page-text\">To the text</a>
    <header class=\"masthead\">
      <p class=\"title\"><a href=\"../index.html\">article-card</a></p>
      <nav aria-label=\"Site\">
        <a href=\"../index.html\">Workbench</a>
        <a href=\"../gallery.html\">Gallery</a>
        <a href=\"index.html\" aria-current=\"page\">Reference</a>
        <a href=\"../api/article_card/index.html\">Rust API</a>
      </nav>
    </header>

<div class=\"sheet\">
{sheet}</div>

    <footer class=\"foot\">
      <p><a href=\"../LICENSE-MIT.txt\">MIT</a> or <a href=\"../LICENSE-APACHE.txt\">Apache 2.0</a>, as you prefer.</p>
    </footer>
  </body>
</html>
",
    )
}
