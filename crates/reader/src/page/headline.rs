//! The headline, where the page and its JSON-LD call the article differently.

use super::sites::Sites;
use super::titles::{Title, Titles, agree, are_alike};
use crate::clean::Cleaner;
use crate::json_ld::Titled;
use article_card::article::Text;
use article_card::article::limits;
use article_card::report::{Code, Path, Reason};

/// A name of the article, and where it stands.
struct Name<'t> {
    bare: &'t str,
    path: &'t Path,
    is_cut: bool,
}

impl<'t> Name<'t> {
    fn of(title: &'t Title<'_>) -> Option<Self> {
        let bare = title.bare.as_deref()?;
        Some(Name {
            bare,
            path: &title.said.path,
            is_cut: bare != title.whole,
        })
    }

    fn clean(&self, cleaner: &Cleaner<'_>) -> Option<Text> {
        let done = match self.is_cut {
            true => "the name of the site taken off",
            false => "",
        };
        cleaner.cleaned("headline", self.bare, self.path, limits::LINE, done)
    }
}

/// The headline of a page that has none in JSON: of OpenGraph, of Twitter's cards, the main heading, or the title. Two that
/// agree count before the first alone.
pub(super) fn of(titles: &Titles<'_>, cleaner: &Cleaner<'_>) -> Option<Text> {
    let [open_graph, twitter, heading, document] = [
        &titles.open_graph,
        &titles.twitter,
        &titles.heading,
        &titles.document,
    ]
    .map(|title| title.as_ref().and_then(Name::of));
    let mut ranked = [&open_graph, &twitter, &heading, &document]
        .into_iter()
        .flatten();
    let Some(first) = ranked.next() else {
        return as_the_site(titles, cleaner);
    };
    // Both of these are written by one hand.
    let beside = [&heading, &document];
    let is_shared = |name: &Name<'_>| {
        let mut others = beside.into_iter().flatten();
        others.any(|other| other.path != name.path && is_like(other.bare, name.bare))
    };
    let mut chosen = first;
    if !is_shared(first)
        && let Some(other) = beside.into_iter().flatten().find(|name| is_shared(name))
    {
        chosen = other;
        tell(first.bare, first.path, other, cleaner);
    } else if let Some(brand) = &titles.open_graph
        && brand.bare.is_none()
    {
        let reason = Reason::quoting(&brand.whole).and(Sites::fault(&brand.whole));
        let reason = reason.and(", so ").and_quoting(chosen.bare).and(" of ");
        let reason = reason.and_words(chosen.path.to_string()).and(" counts");
        cleaner.warn(&brand.said.path, Code::Contradiction, reason);
    }
    chosen.clean(cleaner)
}

/// A page that gives its title for the name of the site as well, and has a main heading that is the same.
fn as_the_site(titles: &Titles<'_>, cleaner: &Cleaner<'_>) -> Option<Text> {
    let heading = titles.heading.as_ref()?;
    let mut others = [&titles.open_graph, &titles.document].into_iter().flatten();
    if titles.sites.are_certain(&heading.whole)
        || !others.any(|other| agree(&other.whole, &heading.whole))
    {
        return None;
    }
    let path = &heading.said.path;
    cleaner.plain("headline", &heading.whole, path, limits::LINE)
}

/// Nothing of the article is its headline, which has been told.
pub(super) struct Refused;

/// The headline of an article in JSON-LD where two other titles agree against it, or it is the name of the site or has it
/// beside it.
pub(super) fn settled(
    described: &Titled,
    titles: &Titles<'_>,
    cleaner: &Cleaner<'_>,
) -> Result<Option<Text>, Refused> {
    let own: &str = &described.article.headline;
    let own_path = described
        .titles
        .iter()
        .find(|(text, _)| agree(text, own))
        .map_or_else(|| Path::from("headline"), |(_, path)| path.clone());
    let Some(bare) = titles.bare(own) else {
        return not_the_site(own, &own_path, titles, cleaner);
    };
    let names = described.titles.iter();
    let names = names.filter(|(_, path)| path.as_str() != own_path.as_str());
    let names = names.filter_map(|(text, path)| {
        let bare = titles.bare(text)?;
        let is_cut = bare != text;
        Some(Name { bare, path, is_cut })
    });
    let of_page = [&titles.heading, &titles.open_graph, &titles.document].into_iter();
    let of_page = of_page.filter_map(|title| title.as_ref().and_then(Name::of));
    let others: Vec<Name<'_>> = names.chain(of_page).collect();
    if let Some(other) = agreed(bare, &others) {
        tell(own, &own_path, other, cleaner);
        return Ok(other.clean(cleaner));
    }
    if bare == own {
        return Ok(None);
    }
    let name = Name {
        bare,
        path: &own_path,
        is_cut: true,
    };
    Ok(name.clean(cleaner))
}

/// The first of the names with which another agrees, if none is like the headline.
fn agreed<'n, 't>(headline: &str, names: &'n [Name<'t>]) -> Option<&'n Name<'t>> {
    if names.iter().any(|name| is_like(name.bare, headline)) {
        return None;
    }
    let shared = |are_one: fn(&str, &str) -> bool| {
        names.iter().find(|name| {
            let mut others = names.iter().filter(|other| other.path != name.path);
            others.any(|other| are_one(other.bare, name.bare))
        })
    };
    shared(agree).or_else(|| shared(are_alike))
}

/// A headline of the page in the place of one in JSON-LD that is no more than the name of the site.
fn not_the_site(
    own: &str,
    path: &Path,
    titles: &Titles<'_>,
    cleaner: &Cleaner<'_>,
) -> Result<Option<Text>, Refused> {
    let mut headings = titles.heading.iter();
    // A template may have given the headline for that name.
    if !titles.sites.are_certain(own) && headings.any(|heading| agree(&heading.whole, own)) {
        return Ok(None);
    }
    let other = of(titles, cleaner);
    let reason = Reason::quoting(own).and(Sites::fault(own));
    let Some(headline) = &other else {
        let reason = reason.and(", and no headline");
        cleaner.refuse(path, Code::MissingField, reason);
        return Err(Refused);
    };
    let reason = reason.and(", so ").and_quoting(headline);
    let reason = reason.and(" of the page counts");
    cleaner.warn(path, Code::Contradiction, reason);
    Ok(other)
}

fn is_like(one: &str, other: &str) -> bool {
    agree(one, other) || are_alike(one, other)
}

fn tell(lost: &str, path: &Path, chosen: &Name<'_>, cleaner: &Cleaner<'_>) {
    let reason = Reason::quoting(lost).and(" agrees with no other title; ");
    let reason = reason.and_quoting(chosen.bare).and(" of ");
    let reason = reason.and_words(chosen.path.to_string());
    let reason = reason.and(" does, and counts");
    cleaner.warn(path, Code::Contradiction, reason);
}
