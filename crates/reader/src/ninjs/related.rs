//! The stories beside an item: associations that are texts, or that say they are related.

use super::restrictions::Restrictions;
use super::{address, dates, headline, item, wording};
use crate::clean::Cleaner;
use crate::source_value::SourceValue;
use article_card::article::limits::RELATED;
use article_card::article::{Language, Related};
use article_card::report::Code;

pub(super) fn stories(
    associations: &[(&str, SourceValue<'_>)],
    language: Option<&Language>,
    restrictions: &Restrictions,
    cleaner: &Cleaner<'_>,
) -> Vec<Related> {
    let mut stories = Vec::new();
    let mut last = None;
    for (_, found) in associations {
        if stories.len() > RELATED {
            break;
        }
        if !is_story(found) || !restrictions.covers(found, cleaner) {
            continue;
        }
        last = Some(&found.path);
        let headlines = wording::all(found, "headline", "headlines", "main", cleaner);
        let Some(headline) = headline(found, &headlines, "related.headline", cleaner) else {
            let message = "without a headline this story is left out";
            cleaner.warn(&found.path, Code::MissingField, message);
            continue;
        };
        let (published, updated) =
            dates::of(found, ["related.published", "related.updated"], cleaner);
        let own = item::text_of(found, &["language"], cleaner)
            .and_then(|(raw, path)| cleaner.language("related.language", raw, &path));
        stories.push(Related {
            headline,
            url: address::of(found, ["related.url"; 2], cleaner).0,
            published,
            updated,
            language: own.filter(|own| Some(own) != language),
            image: None,
        });
    }
    if let Some(path) = last {
        cleaner.shorten(&mut stories, RELATED, path);
    }
    stories
}

fn is_story(found: &SourceValue<'_>) -> bool {
    let word = |name| {
        let member = item::member(found, name);
        member
            .as_ref()
            .and_then(SourceValue::text)
            .map(item::word)
            .unwrap_or_default()
    };
    let is_text = ["text", "composite", ""].contains(&&*word("type"));
    word("type") == "text" || (is_text && ["related", "seealso"].contains(&&*word("rel")))
}
