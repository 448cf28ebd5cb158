//! Headlines and descriptions, of which an item has several, each with a role and perhaps with markup.

use super::item;
use crate::clean::Cleaner;
use crate::search::has;
use crate::source_value::SourceValue;
use article_card::article::Text;
use article_card::reading::join;
use article_card::reading::json::Json;
use article_card::report::Path;

/// One of the headlines or descriptions of an item.
pub(super) struct Wording<'a> {
    /// Without address, case and hyphens; the role `text` says nothing and is empty.
    pub(super) role: String,
    pub(super) is_markup: bool,
    pub(super) raw: &'a str,
    pub(super) path: Path,
}

impl Wording<'_> {
    pub(super) fn cleaned(
        &self,
        field: &'static str,
        limit: usize,
        cleaner: &Cleaner<'_>,
    ) -> Option<Text> {
        if self.is_markup {
            cleaner.text(field, self.raw, &self.path, limit)
        } else {
            cleaner.plain(field, self.raw, &self.path, limit)
        }
    }

    /// Whether it is a headline below the main one.
    pub(super) fn is_below(&self) -> bool {
        const BELOW: [&str; 7] = [
            "sub",
            "subhead",
            "subheadline",
            "subheading",
            "subtitle",
            "deck",
            "standfirst",
        ];
        BELOW.contains(&&*self.role)
    }
}

/// All wordings: `headline` and `headline_…` of 1.x, `headlines` of 2.x and 3.x; `role` is that of the bare name.
pub(super) fn all<'a>(
    item: &SourceValue<'a>,
    one: &str,
    many: &str,
    role: &str,
    cleaner: &Cleaner<'_>,
) -> Vec<Wording<'a>> {
    let mut wordings = Vec::new();
    for (name, value) in item.members() {
        let suffix = || {
            let (start, suffix) = name.split_at_checked(one.len())?;
            start.eq_ignore_ascii_case(one).then_some(suffix)
        };
        if name.eq_ignore_ascii_case(many) {
            gather(&item.member(name, value), "", false, &mut wordings, cleaner);
        } else if let Some(suffix) = suffix() {
            if suffix.is_empty() {
                gather(
                    &item.member(name, value),
                    role,
                    false,
                    &mut wordings,
                    cleaner,
                );
            } else if let Some(suffix) = suffix.strip_prefix('_') {
                let (role, is_markup) = by_suffix(suffix);
                gather(
                    &item.member(name, value),
                    &role,
                    is_markup,
                    &mut wordings,
                    cleaner,
                );
            }
        }
    }
    wordings
}

/// What 1.x says in a name: `caption_xhtml` is a caption with markup.
fn by_suffix(suffix: &str) -> (String, bool) {
    let (mut role, mut has_markup) = (String::new(), false);
    for part in suffix.split('_') {
        let part = item::word(part);
        if is_markup(&part) {
            has_markup = true;
        } else if part != "text" && part != "plain" {
            role.push_str(&part);
        }
    }
    (role, has_markup)
}

/// Whether the media type, or the name of a format, is one of markup.
fn is_markup(format: &str) -> bool {
    has(format, "html") || has(format, "xml")
}

fn gather<'a>(
    found: &SourceValue<'a>,
    role: &str,
    has_markup: bool,
    into: &mut Vec<Wording<'a>>,
    cleaner: &Cleaner<'_>,
) {
    for entry in found.items() {
        match entry.value {
            Json::Object(_) => {
                let said = |name| item::member(&entry, name);
                let own = said("role").and_then(|role| role.text().map(item::word));
                let own = own.unwrap_or_else(|| role.to_owned());
                let own = if own == "text" { "" } else { &*own };
                let media_type = said("contenttype");
                let media_type = media_type.as_ref().and_then(SourceValue::text);
                let has_markup =
                    media_type.map_or(has_markup, |name| is_markup(&name.to_ascii_lowercase()));
                let mut members = entry.members().iter();
                if !members.any(|(name, _)| name.eq_ignore_ascii_case("value")) {
                    item::tell_type(&entry, "text", cleaner);
                }
                if let Some(values) = said("value") {
                    for value in values.items() {
                        push(&value, own, has_markup, into, cleaner);
                    }
                }
            }
            _ => push(&entry, role, has_markup, into, cleaner),
        }
    }
}

fn push<'a>(
    found: &SourceValue<'a>,
    role: &str,
    is_markup: bool,
    into: &mut Vec<Wording<'a>>,
    cleaner: &Cleaner<'_>,
) {
    into.extend(item::text(found, cleaner).map(|raw| Wording {
        role: join(&[role]),
        is_markup,
        raw,
        path: found.path.clone(),
    }));
}

/// Those of the roles, in that order, and of one role plain text before markup.
pub(super) fn ranked<'w, 'a>(wordings: &'w [Wording<'a>], roles: &[&str]) -> Vec<&'w Wording<'a>> {
    let mut ranked = Vec::new();
    for role in roles {
        for is_markup in [false, true] {
            for one in wordings {
                if one.is_markup == is_markup && one.role == *role {
                    ranked.push(one);
                }
            }
        }
    }
    ranked
}

/// The first of them that survives cleaning.
pub(super) fn pick(
    wordings: &[Wording<'_>],
    roles: &[&str],
    field: &'static str,
    limit: usize,
    cleaner: &Cleaner<'_>,
) -> Option<Text> {
    let mut ranked = ranked(wordings, roles).into_iter();
    ranked.find_map(|one| one.cleaned(field, limit, cleaner))
}
