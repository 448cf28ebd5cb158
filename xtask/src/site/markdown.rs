//! A document as HTML: headings with the ids that GitHub gives them, links that lead to the pages of the site, tables and code
//! that scroll in themselves, and nothing that a strict policy forbids.

use super::{
    documents::{Address, Document, Documents},
    picture::Picture,
    resolve,
};
use anyhow::{Context, Result, bail};
use pulldown_cmark::{
    Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd,
    html::push_html,
};
use std::collections::BTreeMap;

/// Every document of `docs/` has it, and each page leads to all others already.
const LEADS_BACK: &str = "[Back to the README](../README.md)\n";

/// A document as it stands in its page.
pub struct Rendered {
    /// The text of its first heading.
    pub title: String,
    /// Its first sentence, as HTML without links and as text.
    pub lead: String,
    pub lead_text: String,
    /// The headings below the first.
    pub headings: Vec<Heading>,
    pub body: String,
    pub pictures: Vec<Picture>,
}

pub struct Heading {
    pub is_below: bool,
    pub id: String,
    /// HTML, without links.
    pub text: String,
}

pub fn render(document: &Document, documents: &Documents) -> Result<Rendered> {
    let text = document.text.replace(LEADS_BACK, "");
    let events: Vec<Event> = Parser::new_ext(&text, Options::ENABLE_TABLES).collect();
    let lead = lead(&events)?;
    let mut page = Page {
        document,
        documents,
        headings: Vec::new(),
        pictures: Vec::new(),
        ids: BTreeMap::new(),
        section: String::new(),
        labels: BTreeMap::new(),
        columns: Vec::new(),
        column: 0,
        is_head: false,
        is_link: Vec::new(),
    };
    let mut written = Vec::new();
    let mut at = 0;
    while let Some(event) = events.get(at) {
        at += page.write(event, &events[at + 1..], &mut written)?;
    }
    let mut headings = page.headings.into_iter();
    let (_, title) = headings.next().context("there is no heading")?;
    let mut body = String::new();
    push_html(&mut body, written.into_iter());
    Ok(Rendered {
        title: title.text,
        lead: html(lead.clone()),
        lead_text: plain(&lead),
        headings: headings.map(|(_, heading)| heading).collect(),
        body,
        pictures: page.pictures,
    })
}

/// What is known of a page while it is written.
struct Page<'text> {
    document: &'text Document,
    documents: &'text Documents,
    headings: Vec<(HeadingLevel, Heading)>,
    pictures: Vec<Picture>,
    ids: BTreeMap<String, usize>,
    /// The last heading's text.
    section: String,
    labels: BTreeMap<String, usize>,
    /// Of the table that is being written.
    columns: Vec<Alignment>,
    column: usize,
    is_head: bool,
    /// Of the links that are open, which stand in the page as such.
    is_link: Vec<bool>,
}

impl<'text> Page<'text> {
    /// Writes an event, and says how many it has used up with it.
    fn write(
        &mut self,
        event: &Event<'text>,
        following: &[Event<'text>],
        written: &mut Vec<Event<'text>>,
    ) -> Result<usize> {
        let event = match event {
            Event::Start(Tag::Heading { level, .. }) => tag(self.heading(*level, following)?),
            Event::Start(Tag::Table(columns)) => {
                self.columns.clone_from(columns);
                let label = self.label("Table");
                tag(format!(
                    "<div class=\"table\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\"><table>\n"
                ))
            }
            Event::End(TagEnd::Table) => tag("</tbody></table></div>\n"),
            Event::Start(Tag::TableHead) => {
                (self.is_head, self.column) = (true, 0);
                tag("<thead><tr>")
            }
            Event::End(TagEnd::TableHead) => {
                self.is_head = false;
                tag("</tr></thead>\n<tbody>\n")
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                tag("<tr>")
            }
            Event::End(TagEnd::TableRow) => tag("</tr>\n"),
            Event::Start(Tag::TableCell) => tag(self.cell(following.first())),
            Event::End(TagEnd::TableCell) => tag(if self.is_head { "</th>" } else { "</td>" }),
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language,
                    CodeBlockKind::Indented => "",
                };
                let label = self.label(match language {
                    "" => "Code",
                    "sh" => "Commands",
                    _ => "Code",
                });
                tag(format!(
                    "<pre tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><code>"
                ))
            }
            Event::End(TagEnd::CodeBlock) => tag("</code></pre>\n"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let address = self.documents.address(&self.document.path, dest_url);
                self.is_link.push(address != Address::None);
                match address {
                    Address::Is(address) => tag(format!("<a href=\"{}\">", escaped(&address))),
                    Address::None => return Ok(1),
                }
            }
            Event::End(TagEnd::Link) => match self.is_link.pop() {
                Some(true) => tag("</a>"),
                _ => return Ok(1),
            },
            Event::Start(Tag::Image { dest_url, .. }) => {
                let is_end = |event: &Event| matches!(event, Event::End(TagEnd::Image));
                let end = following.iter().position(is_end);
                let end = end.context("a picture does not end")?;
                let image = self.image(dest_url, &plain(&following[..end]))?;
                written.push(tag(image));
                return Ok(end + 2);
            }
            // Marks between which chores write.
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => return Ok(1),
            Event::Html(html) if html.trim().starts_with("<!--") => return Ok(1),
            Event::Html(html) | Event::InlineHtml(html) => {
                bail!("there is HTML in it, which no page of the site takes: {html}")
            }
            event => event.clone(),
        };
        written.push(event);
        Ok(1)
    }

    /// The start of a heading with its id: GitHub counts those that are the same.
    fn heading(&mut self, level: HeadingLevel, following: &[Event<'text>]) -> Result<String> {
        let is_end = |event: &Event| matches!(event, Event::End(TagEnd::Heading(_)));
        let end = following.iter().position(is_end);
        let text = &following[..end.context("a heading does not end")?];
        let plain = plain(text);
        let anchor = anchor(&plain);
        let seen = self.ids.entry(anchor.clone()).or_default();
        let id = match *seen {
            0 => anchor,
            seen => format!("{anchor}-{seen}"),
        };
        *seen += 1;
        let text = html(
            text.iter()
                .filter(|event| !is_of_link(event))
                .cloned()
                .collect(),
        );
        let start = format!("<{level} id=\"{}\">", escaped(&id));
        self.section = plain;
        let is_below = level > HeadingLevel::H2;
        self.headings.push((level, Heading { is_below, id, text }));
        Ok(start)
    }

    /// A name for what scrolls in itself, which no other on the page has.
    fn label(&mut self, what: &str) -> String {
        let label = format!("{what}: {}", self.section);
        let seen = self.labels.entry(label.clone()).or_default();
        *seen += 1;
        match seen {
            1 => escaped(&label),
            seen => escaped(&format!("{label}, {seen}")),
        }
    }

    fn cell(&mut self, content: Option<&Event>) -> String {
        let column = self.columns.get(self.column);
        self.column += 1;
        let class = match column {
            Some(Alignment::Right) => " class=\"end\"",
            Some(Alignment::Center) => " class=\"middle\"",
            _ => "",
        };
        // A head without words is announced as one all the same, unless it is told to be none.
        let is_empty = matches!(content, Some(Event::End(TagEnd::TableCell)));
        match (self.is_head, is_empty) {
            (true, true) => format!("<th role=\"cell\"{class}>"),
            (true, false) => format!("<th scope=\"col\"{class}>"),
            (false, _) => format!("<td{class}>"),
        }
    }

    fn image(&mut self, source: &str, alternative: &str) -> Result<String> {
        let folder = super::folder_of(&self.document.path);
        let path = resolve(folder, source).with_context(|| format!("{source} leads out"))?;
        let picture = Picture::read(path)?;
        let image = format!(
            "<img src=\"{}\" alt=\"{}\" width=\"{}\" height=\"{}\">",
            escaped(&picture.source()),
            escaped(alternative),
            picture.width,
            picture.height
        );
        self.pictures.push(picture);
        Ok(image)
    }
}

/// The first sentence after the first heading, which has a line of its own, as all sentences have.
fn lead<'text>(events: &[Event<'text>]) -> Result<Vec<Event<'text>>> {
    let is_start = |event: &&Event| !matches!(event, Event::Start(Tag::Paragraph));
    let is_within =
        |event: &&Event| !matches!(event, Event::SoftBreak | Event::End(TagEnd::Paragraph));
    let paragraph = events.iter().skip_while(is_start).skip(1);
    let lead = paragraph.take_while(is_within);
    let lead: Vec<Event> = lead.filter(|event| !is_of_link(event)).cloned().collect();
    match lead.is_empty() {
        true => bail!("it does not say in its first sentence what it is about"),
        false => Ok(lead),
    }
}

fn is_of_link(event: &Event) -> bool {
    matches!(
        event,
        Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link)
    )
}

/// What a link to a heading is called, by the rule of GitHub.
fn anchor(heading: &str) -> String {
    let text = heading.trim().to_lowercase();
    let kept = text
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn plain(events: &[Event]) -> String {
    let texts = events.iter().map(|event| match event {
        Event::Text(text) | Event::Code(text) => text,
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    });
    texts.collect()
}

fn html(events: Vec<Event>) -> String {
    let mut html = String::new();
    push_html(&mut html, events.into_iter());
    html
}

fn tag<'text>(html: impl Into<CowStr<'text>>) -> Event<'text> {
    Event::InlineHtml(html.into())
}

/// Text as it stands in HTML, in a value too.
pub fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    fn rendered(text: &str) -> Result<Rendered> {
        let documents = Documents::read(project::root())?;
        let document = Document {
            path: "docs/look.md".to_owned(),
            page: "look.html".to_owned(),
            title: None,
            text: format!("# A\n\nB.\n{LEADS_BACK}\n{text}"),
        };
        render(&document, &documents)
    }

    fn body(text: &str) -> Result<String> {
        let body = rendered(text)?.body;
        let text = body.strip_prefix("<h1 id=\"a\">A</h1>\n<p>B.</p>\n");
        Ok(text.unwrap_or(&body).to_owned())
    }

    #[test]
    fn headings_have_the_ids_of_github() -> Result<()> {
        let page =
            rendered("## `dir`, and *`lang`* & “more”\n### Same\n## Same\n## [At](#a) B_c-d 2.0")?;
        let ids: Vec<&str> = page.headings.iter().map(|heading| &*heading.id).collect();
        assert_eq!(ids, ["dir-and-lang--more", "same", "same-1", "at-b_c-d-20"]);
        assert_eq!(page.headings[3].text, "At B_c-d 2.0");
        assert!(page.headings[1].is_below && !page.headings[2].is_below);
        assert!(
            page.body.contains("<h2 id=\"same-1\">Same</h2>"),
            "{}",
            page.body
        );
        Ok(())
    }

    #[test]
    fn the_first_sentence_is_told_apart() -> Result<()> {
        let page = rendered("C.")?;
        assert_eq!(
            (&*page.title, &*page.lead, &*page.lead_text),
            ("A", "B.", "B.")
        );
        assert!(!page.body.contains("Back to"), "{}", page.body);
        Ok(())
    }

    #[test]
    fn links_lead_to_pages_or_are_none() -> Result<()> {
        assert_eq!(
            body("[a `b`](fields.md#dates) [c](../src/lib.rs) <https://yew.rs?a&b>")?,
            "<p><a href=\"fields.html#dates\">a <code>b</code></a> c \
             <a href=\"https://yew.rs?a&amp;b\">https://yew.rs?a&amp;b</a></p>\n"
        );
        Ok(())
    }

    #[test]
    fn tables_scroll_in_themselves_without_a_style() -> Result<()> {
        assert_eq!(
            body("| a | |\n|---|--:|\n| `<b>` | 1 |")?,
            "<div class=\"table\" role=\"region\" aria-label=\"Table: A\" tabindex=\"0\"><table>\n\
             <thead><tr><th scope=\"col\">a</th><th role=\"cell\" class=\"end\"></th></tr></thead>\n<tbody>\n\
             <tr><td><code>&lt;b&gt;</code></td><td class=\"end\">1</td></tr>\n</tbody></table></div>\n"
        );
        Ok(())
    }

    #[test]
    fn code_stays_code_and_each_piece_has_a_name() -> Result<()> {
        assert_eq!(
            body("```html\n<a href=\"b\">\n```\n```js\nc\n```")?,
            "<pre tabindex=\"0\" role=\"region\" aria-label=\"Code: A\"><code>&lt;a href=\"b\"&gt;\n</code></pre>\n\
             <pre tabindex=\"0\" role=\"region\" aria-label=\"Code: A, 2\"><code>c\n</code></pre>\n"
        );
        Ok(())
    }

    #[test]
    fn marks_vanish_and_other_html_is_refused() -> Result<()> {
        assert_eq!(body("<!-- sizes -->\nC.\n<!-- /sizes -->")?, body("C.")?);
        assert!(rendered("a <b>b</b>").is_err());
        assert!(rendered("<script>a()</script>").is_err());
        Ok(())
    }
}
