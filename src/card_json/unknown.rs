//! Fields that nobody has asked for: most are misspelt.

use super::fields::Fields;
use crate::json::Member;
use crate::report::{Code, Reason, shown};

impl Fields<'_> {
    /// Tells of every field of the object that the card does not know, with the nearest name that it does.
    pub(super) fn tell_unknown(&self) {
        if !self.context.tells_unknown {
            return;
        }
        let known = self.known.take();
        // What restricts an article, or a part of it, is told already.
        let unknown = |(name, value): &&Member<'_>| {
            !known.contains(&&**name) && self.restricts(name, value).is_none()
        };
        for (name, value) in self.members.iter().filter(unknown) {
            let path = self.path.write().member(name).at(value.at());
            let shown = shown(name);
            let likeness = |known: &str| strsim::jaro_winkler(&shown, known);
            let nearest = known
                .iter()
                .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
            let reason = Reason::from("a card has no such field");
            let reason = match nearest.filter(|nearest| likeness(nearest) > 0.8) {
                Some(nearest) => reason.and("; did you mean ").and(nearest).and("?"),
                None => reason,
            };
            self.warn_at(path, Code::UnknownField, reason);
        }
    }
}
