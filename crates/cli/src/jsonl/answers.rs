//! The answers to lines: a card, or the reason why there is none.

use super::identifiers;
use super::lines::Batch;
use crate::renderer::Renderer;
use crate::terminal::json;
use article_card::report::{Code, Diagnostic, Place, Reason, Severity};
use article_card_reader::Identifiers;
use article_card_reader::check::CheckedArticle;
use memchr::memchr;

/// What answers lines.
pub(crate) struct Answers<'m>(Renderer<'m>);

impl<'m> Answers<'m> {
    pub(crate) const fn new(renderer: Renderer<'m>) -> Self {
        Self(renderer)
    }

    /// Answers every line of the batch.
    pub(crate) fn give(&mut self, batch: &mut Batch) {
        self.0.look_at_the_clock();
        let mut answers = std::mem::take(&mut batch.answers);
        if batch.is_too_long {
            let reason = "the line is longer than 16 MiB";
            let checked = CheckedArticle::refused(Code::TooLarge, reason.into());
            let stated = Identifiers::default();
            self.answer(stated, batch.first, vec![checked], &mut answers);
            batch.failures += 1;
        } else {
            let mut rest = &*batch.bytes;
            for number in batch.first..batch.first + batch.count {
                let end = memchr(b'\n', rest).unwrap_or(rest.len());
                let (line, more) = rest.split_at_checked(end).unwrap_or((rest, &[]));
                rest = more.get(1..).unwrap_or_default();
                let mut reading = self.0.read(line);
                let stated = reading.identifiers.take();
                let articles = self.0.check(reading);
                let stated = stated.unwrap_or_else(|| identifiers::of(line));
                let is_card = self.answer(stated, number, articles, &mut answers);
                batch.failures += u64::from(!is_card);
            }
        }
        batch.answers = answers;
    }

    /// Writes the answer to a line; true if it is a card.
    fn answer(
        &self,
        stated: Identifiers,
        number: u64,
        mut articles: Vec<CheckedArticle>,
        answers: &mut String,
    ) -> bool {
        let mut checked = match (articles.len(), articles.pop()) {
            (1, Some(checked)) => checked,
            (count, _) => {
                let reason = Reason::from("there are ").and_words(count.to_string());
                let reason = reason.and(" articles in the line; give each its own");
                CheckedArticle::refused(Code::AmbiguousArticle, reason)
            }
        };
        answers.push_str("{\"id\":");
        push_identifier(&stated, number, &checked, answers);
        let end = answers.len();
        answers.push_str(",\"html\":\"");
        let is_card = self.0.print_in_json(&mut checked, answers);
        for Diagnostic { path, .. } in &mut checked.diagnostics {
            // Every line is the first of its own input.
            let line = u32::try_from(number).unwrap_or(u32::MAX);
            let column = path.place().map_or(1, |place| place.column);
            *path = path.clone().placed(Place { line, column });
        }
        if is_card {
            answers.push('"');
        } else {
            answers.truncate(end);
            answers.push_str(",\"error\":");
            answers.push_str(&json(&error(&mut checked)));
        }
        answers.push_str(",\"diagnostics\":");
        match &*checked.diagnostics {
            [] => answers.push_str("[]"),
            diagnostics => answers.push_str(&json(&diagnostics)),
        }
        answers.push_str("}\n");
        is_card
    }
}

/// What the input calls the article, else where it is, else the number of the line. Where the article is withheld its
/// address is not passed on, which may say what it is about.
fn push_identifier(
    stated: &Identifiers,
    number: u64,
    checked: &CheckedArticle,
    answers: &mut String,
) {
    let article = checked.article.as_ref();
    let known = stated.id.as_deref().or_else(|| article?.id.as_deref());
    let url = || {
        if checked.is_withheld {
            return None;
        }
        let link = article.and_then(|article| article.url.as_ref());
        link.map_or(stated.url.as_deref(), |link| Some(link.as_str()))
    };
    match known.or_else(url) {
        Some(text) => answers.push_str(&json(&text)),
        None => answers.push_str(&json(&number.to_string())),
    }
}

/// Takes the reason why there is no card out of what is told.
fn error(checked: &mut CheckedArticle) -> Option<Diagnostic> {
    let mut diagnostics = checked.diagnostics.iter();
    let at = diagnostics.position(|told| told.severity == Severity::Error)?;
    Some(checked.diagnostics.remove(at))
}
