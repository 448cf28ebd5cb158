//! The stories beside an item: associations that are texts, or that say they are related.

use super::super::desk::Desk;
use super::super::found::Found;
use super::super::limits::RELATED;
use super::standing::Standing;
use super::{address, dates, headline, item, wording};
use crate::article::{Language, Related};
use crate::report::Code;

pub(super) fn stories(
    associations: &[(&str, Found<'_>)],
    language: Option<&Language>,
    standing: &Standing,
    desk: &Desk<'_>,
) -> Vec<Related> {
    let mut stories = Vec::new();
    let mut last = None;
    for (_, found) in associations {
        if stories.len() > RELATED {
            break;
        }
        if !is_story(found) || !standing.covers(found, desk) {
            continue;
        }
        last = Some(&found.path);
        let headlines = wording::all(found, "headline", "headlines", "main", desk);
        let Some(headline) = headline(found, &headlines, "related.headline", desk) else {
            let message = "without a headline this story is left out";
            desk.warn(&found.path, Code::MissingField, message);
            continue;
        };
        let (published, updated) = dates::of(found, ["related.published", "related.updated"], desk);
        let own = item::text_of(found, &["language"], desk)
            .and_then(|(raw, path)| desk.language("related.language", raw, &path));
        stories.push(Related {
            headline,
            url: address::of(found, ["related.url"; 2], desk).0,
            published,
            updated,
            language: own.filter(|own| Some(own) != language),
            image: None,
        });
    }
    if let Some(path) = last {
        desk.shorten(&mut stories, RELATED, path);
    }
    stories
}

fn is_story(found: &Found<'_>) -> bool {
    let word = |name| {
        let member = item::member(found, name);
        member
            .as_ref()
            .and_then(Found::text)
            .map(item::word)
            .unwrap_or_default()
    };
    let is_text = ["text", "composite", ""].contains(&&*word("type"));
    word("type") == "text" || (is_text && ["related", "seealso"].contains(&&*word("rel")))
}
