//! Fields that nobody has asked for: most are misspelt.

use super::fields::Fields;
use crate::report::Code;
use crate::sentence::{join, quote};

impl Fields<'_> {
    /// Tells of every field of the object that the card does not know, with the nearest name that it does.
    pub(super) fn tell_unknown(&self) {
        if !self.context.tells_unknown {
            return;
        }
        let known = self.known.take();
        for (name, _) in self
            .members
            .iter()
            .filter(|(name, _)| !known.contains(&&**name))
        {
            // A name of the input, which may hold anything, as a message shows it.
            let shown = quote(name);
            let shown = shown.trim_matches(['“', '”']);
            let likeness = |known: &str| strsim::jaro_winkler(shown, known);
            let nearest = known
                .iter()
                .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
            let hint = match nearest.filter(|nearest| likeness(nearest) > 0.8) {
                Some(nearest) => join(&["; did you mean ", nearest, "?"]),
                None => String::new(),
            };
            self.warn(
                shown,
                Code::UnknownField,
                &join(&["a card has no such field", &hint]),
            );
        }
    }
}
