//! Whether a prerendered card may stay as it stands.

use super::card::Decided;
use crate::card::Face;
use crate::fingerprint::{self, Fingerprint};
use crate::labels::Labels;
use crate::options::Attribute;
use crate::report::{Code, Diagnostic, Reason, Report};

/// Whether the prerendered card is that of the article and may stay; what others have added to it stays too.
/// Of what `stands` there are the fingerprint, the number of elements and the bytes of text.
pub(super) fn may_stay(
    decided: &Decided,
    value: &dyn Fn(Attribute) -> Option<String>,
    stands: (&str, u32, u32),
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let (found, elements, text) = stands;
    let source = || {
        let json = decided.article.to_json();
        fingerprint::source(&json, &decided.card.language, fingerprint::seen(value))
    };
    let (may_stay, reason) = match Fingerprint::parse(found) {
        Some(found) if found.source != source() => (
            false,
            "was made from another article, other attributes or another language, so it is drawn afresh",
        ),
        Some(found) if elements < found.elements => {
            (false, "has lost something, so it is drawn afresh")
        }
        // An embargo or a term may have come between; that is nobody's fault.
        Some(_) if decided.card.face == Face::Nothing => (false, ""),
        Some(found) if elements == found.elements && text == found.text => (true, ""),
        Some(_) => (true, "has been changed by others and is left as it is"),
        None => (
            false,
            "is of another version of article-card, so it is drawn afresh",
        ),
    };
    if may_stay {
        // The card has its labels with it.
        let has_labels = Labels::language(&decided.card.language).is_some();
        diagnostics.retain(|told| told.code != Code::NoLabels || !has_labels);
    } else {
        // The drawing tells the rest.
        diagnostics.clear();
    }
    if !reason.is_empty() {
        let mut report = Report::default();
        let reason = Reason::from("the prerendered card ").and(reason);
        report.warn(Code::HydrateMismatch, "$".into(), reason);
        diagnostics.append(&mut report.diagnostics);
    }
    may_stay
}
