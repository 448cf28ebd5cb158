//! The answers to lines: a card, or the reason why there is none.

use super::identifiers::Identifiers;
use super::lines::Batch;
use crate::renderer::Renderer;
use crate::terminal::escaped_json;
use article_card::Article;
use article_card::prerender::stylesheet;
use article_card::report::{Code, Diagnostic, Severity};
use article_card_reader::check::CheckedArticle;
use serde::Serialize;

/// What answers lines.
pub(crate) struct Answers<'m> {
    renderer: Renderer<'m>,
    /// The stylesheet as it stands in a text of JSON: it is most of a card's HTML, and always the same.
    sheet: Vec<u8>,
}

impl<'m> Answers<'m> {
    pub(crate) fn new(renderer: Renderer<'m>) -> Self {
        let mut sheet = Vec::new();
        escape(stylesheet(), &mut sheet);
        Self { renderer, sheet }
    }

    /// Answers every line of the batch.
    pub(crate) fn give(&mut self, batch: &mut Batch) {
        self.renderer.look_at_the_clock();
        let mut answers = std::mem::take(&mut batch.answers);
        if batch.is_too_long {
            let checked = CheckedArticle::refused(Code::TooLarge, "the line is longer than 16 MiB");
            self.answer(&[], batch.first, vec![checked], &mut answers);
            batch.failures += 1;
        } else {
            let lines = batch.bytes.split_inclusive(|byte| *byte == b'\n');
            for (number, line) in (batch.first..).zip(lines) {
                let line = line.strip_suffix(b"\n").unwrap_or(line);
                let articles = self.renderer.check(line);
                let is_card = self.answer(line, number, articles, &mut answers);
                batch.failures += u64::from(!is_card);
            }
        }
        batch.answers = answers;
    }

    /// Writes the answer to a line; true if it is a card.
    fn answer(
        &self,
        line: &[u8],
        number: u64,
        mut articles: Vec<CheckedArticle>,
        answers: &mut Vec<u8>,
    ) -> bool {
        let mut checked = match (articles.len(), articles.pop()) {
            (1, Some(checked)) => checked,
            (count, _) => {
                let reason = format!("there are {count} articles in the line; give each its own");
                CheckedArticle::refused(Code::AmbiguousArticle, &reason)
            }
        };
        let html = self.renderer.print(&mut checked, line);
        for diagnostic in &mut checked.diagnostics {
            // Every line is the first of its own input.
            diagnostic.line = Some(u32::try_from(number).unwrap_or(u32::MAX));
        }
        answers.extend(b"{\"id\":");
        push(&identifier(line, number, &checked), answers);
        if let Some(html) = &html {
            answers.extend(b",\"html\":\"");
            self.push_html(html, answers);
            answers.push(b'"');
        } else {
            answers.extend(b",\"error\":");
            push(&error(&mut checked), answers);
        }
        answers.extend(b",\"diagnostics\":");
        match &*checked.diagnostics {
            [] => answers.extend(b"[]"),
            diagnostics => push(&diagnostics, answers),
        }
        answers.extend(b"}\n");
        html.is_some()
    }

    fn push_html(&self, html: &str, answers: &mut Vec<u8>) {
        if let Some((before, rest)) = html.split_once("<style")
            && let Some((attributes, rest)) = rest.split_once('>')
            && let Some(rest) = rest.strip_prefix(stylesheet())
        {
            escape(before, answers);
            answers.extend(b"<style");
            escape(attributes, answers);
            answers.push(b'>');
            answers.extend(&self.sheet);
            escape(rest, answers);
        } else {
            escape(html, answers);
        }
    }
}

/// What the input calls the article, else where it is, else the number of the line. Where the article is withheld its
/// address is not passed on, which may say what it is about.
fn identifier(line: &[u8], number: u64, checked: &CheckedArticle) -> String {
    let stated = Identifiers::of(line);
    let article = checked.article.as_ref();
    let known = stated.id.or_else(|| Some(article?.id.as_deref()?.into()));
    let url = || {
        if checked.is_withheld {
            return None;
        }
        let link = article.and_then(|article: &Article| article.url.as_ref());
        link.map(|link| link.as_str().to_owned()).or(stated.url)
    };
    known.or_else(url).unwrap_or_else(|| number.to_string())
}

/// Takes the reason why there is no card out of what is told.
fn error(checked: &mut CheckedArticle) -> Option<Diagnostic> {
    let mut diagnostics = checked.diagnostics.iter();
    let at = diagnostics.position(|told| told.severity == Severity::Error)?;
    Some(checked.diagnostics.remove(at))
}

fn push(value: &impl Serialize, answers: &mut Vec<u8>) {
    // What is written is made of texts and numbers, with which nothing can go wrong.
    let json = serde_json::to_string(value).unwrap_or_else(|_| "null".into());
    answers.extend(escaped_json(&json).as_bytes());
}

/// HTML as the inside of a JSON text. What acts on a terminal does not stand in it but as white space.
fn escape(html: &str, answers: &mut Vec<u8>) {
    let mut rest = html.as_bytes();
    let acts = |byte: &u8| matches!(byte, b'"' | b'\\' | 0x7f | 0..0x20);
    while let Some(at) = rest.iter().position(acts) {
        let (plain, more) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        answers.extend_from_slice(plain);
        let Some((byte, more)) = more.split_first() else {
            return;
        };
        match byte {
            b'"' | b'\\' => answers.extend([b'\\', *byte]),
            b'\n' => answers.extend(b"\\n"),
            other => answers.extend(format!("\\u{other:04x}").as_bytes()),
        }
        rest = more;
    }
    answers.extend_from_slice(rest);
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn html_is_escaped_as_json_wants_it() {
        let html = "<a b=\"\\\">\n\t\u{7f}é</a>";
        let mut json = vec![b'"'];
        escape(html, &mut json);
        json.push(b'"');
        let read: String = serde_json::from_slice(&json).unwrap();
        assert_eq!(read, html);
        assert!(!json.contains(&0x7f));
    }
}
