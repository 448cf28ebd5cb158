//! Whether an item may be shown, and when.

use super::item;
use crate::clean::{self, Cleaner};
use crate::source_value::SourceValue;
use article_card::article::{Moment, When};
use article_card::reading::json::Json;
use article_card::report::{Code, Path, Reason};
use std::cell::Cell;

/// What an item says about who may see it.
#[derive(Default)]
pub(super) struct Restrictions {
    pub(super) is_withdrawn: bool,
    pub(super) embargoed_until: Option<Moment>,
    pub(super) expires: Option<Moment>,
    /// Where each of them was said.
    said: [Option<Path>; 3],
}

/// Is told path, code and sentence of what cannot be read, which has to count as if nothing might be shown.
type Tell<'t> = &'t dyn Fn(&Path, Code, Reason);

impl Restrictions {
    /// All members count, for of two that contradict each other the stricter one has to.
    pub(super) fn of(item: &SourceValue<'_>, tell: Tell<'_>) -> Self {
        let mut restrictions = Self::default();
        for (name, value) in item.members() {
            let is = |known: &str| name.eq_ignore_ascii_case(known);
            let is_status = is("pubstatus");
            let is_embargo = is("embargoed") || is("embargoeduntil") || is("embargo");
            if matches!(**value, Json::Null) || !(is_status || is_embargo || is("expires")) {
                continue;
            }
            let found = item.member(name, value);
            let [status, embargo, expiry] = &mut restrictions.said;
            if is_status {
                if is_withdrawn(&found, tell) {
                    restrictions.is_withdrawn = true;
                    *status = Some(found.path);
                }
            } else if is_embargo {
                let later = |new: &Moment, old: &Moment| may_be_later(new, old);
                if replace(&mut restrictions.embargoed_until, &found, &later, tell) {
                    *embargo = Some(found.path);
                }
            } else {
                let earlier = |new: &Moment, old: &Moment| may_be_later(old, new);
                if replace(&mut restrictions.expires, &found, &earlier, tell) {
                    *expiry = Some(found.path);
                }
            }
        }
        restrictions
    }

    /// Notes where it came from.
    pub(super) fn note(&self, cleaner: &Cleaner<'_>) {
        for (field, path) in ["status", "embargoedUntil", "expires"]
            .into_iter()
            .zip(&self.said)
        {
            if let Some(path) = path {
                cleaner.note(field, path, "");
            }
        }
    }

    /// Whether a part of the item, which is an item itself, may be shown whenever the item may; if not, that is told.
    ///
    /// A card knows one embargo and one term, so what has stricter ones of its own is left out.
    pub(super) fn covers(&self, part: &SourceValue<'_>, cleaner: &Cleaner<'_>) -> bool {
        let is_open = Cell::new(true);
        let close = |path: &Path, message: &'static str| {
            is_open.set(false);
            cleaner.warn(path, Code::Withheld, message);
        };
        let own = Self::of(part, &|path, code, reason| {
            is_open.set(false);
            cleaner.warn(path, code, reason);
        });
        let [status, embargo, expiry] = &own.said;
        if let Some(path) = status {
            close(path, "it is withheld or cancelled, and left out");
        }
        let message =
            "its own embargo or term is stricter than that of the item, so it is left out";
        if let (Some(path), Some(own)) = (embargo, &own.embargoed_until) {
            let whole = self.embargoed_until.as_ref();
            if whole.is_none_or(|whole| may_be_later(own, whole)) {
                close(path, message);
            }
        }
        if let (Some(path), Some(own)) = (expiry, &own.expires) {
            let whole = self.expires.as_ref();
            if whole.is_none_or(|whole| may_be_later(whole, own)) {
                close(path, message);
            }
        }
        is_open.get()
    }
}

/// Whether it is later than the other, or may be: when a bare day begins and ends is not the same everywhere.
fn may_be_later(moment: &Moment, other: &Moment) -> bool {
    let is_instant = |moment: &Moment| matches!(moment.when(), When::Instant { .. });
    moment.is_later_than(other).unwrap_or_else(|| {
        moment.machine() != other.machine() && !(is_instant(moment) && is_instant(other))
    })
}

/// Keeps the stricter one of two dates.
fn replace(
    date: &mut Option<Moment>,
    found: &SourceValue<'_>,
    is_stricter: &dyn Fn(&Moment, &Moment) -> bool,
    tell: Tell<'_>,
) -> bool {
    match clean::date(found) {
        Some(Ok(new)) if date.as_ref().is_none_or(|old| is_stricter(&new, old)) => {
            *date = Some(new);
            true
        }
        Some(Err((code, reason))) => {
            tell(&found.path, code, reason);
            false
        }
        _ => false,
    }
}

fn is_withdrawn(found: &SourceValue<'_>, tell: Tell<'_>) -> bool {
    let Json::Text(text) = found.value else {
        let reason = Reason::from("expected text, found ").and(found.value.kind());
        tell(&found.path, Code::WrongType, reason);
        return false;
    };
    match &*item::word(text) {
        "" | "usable" => false,
        "withheld" | "canceled" | "cancelled" => true,
        _ => {
            let reason = Reason::quoting(text).and(" is none of usable withheld canceled");
            tell(&found.path, Code::BadValue, reason);
            false
        }
    }
}
