//! What the site of a page is called, wherever the page says so.

use super::metadata::{Page, has_word};
use crate::page_address::{host, is_whole};
use crate::placeholder::is_placeholder;
use crate::same_words::are_same;
use crate::source_value::SourceValue;
use article_card::reading::json::{Json, Member};

/// What content systems put in the place of a title that nobody wrote.
const PLACEHOLDERS: [&str; 8] = [
    "WordPress",
    "Drupal",
    "Home",
    "Homepage",
    "Home page",
    "Untitled",
    "Untitled document",
    "Index",
];
/// As many pictures may be the logo, and as many names are looked at.
const MOST: usize = 20;

/// The names of the site.
#[derive(Debug, Default)]
pub(super) struct Sites {
    /// By the metadata of the page, which a template may fill with its title, and by the logo.
    stated: Vec<String>,
    /// By JSON-LD, which describes the site or publisher as such.
    described: Vec<String>,
    host: String,
}

impl Sites {
    pub(super) fn of(page: &Page<'_>, blocks: &[SourceValue<'_>]) -> Self {
        let metas = ["og:site_name", "application-name"];
        let metas = metas.into_iter().filter_map(|name| page.meta(&[name]));
        let mut stated: Vec<String> = metas.map(|site| site.text.into_owned()).collect();
        stated.extend(logo(page));
        let mut described = Vec::new();
        for block in blocks {
            gather(block.value, &mut described);
        }
        let host = page.address.as_ref().map(|page| host(page.spoken()));
        Self {
            stated,
            described,
            host: host.unwrap_or_default().to_ascii_lowercase(),
        }
    }

    /// A site that its metadata calls like that.
    #[cfg(test)]
    pub(super) fn stated(names: &[&str]) -> Self {
        Self {
            stated: names.iter().copied().map(str::to_owned).collect(),
            ..Self::default()
        }
    }

    /// Whether that is a name of the site, or no name at all.
    pub(super) fn have(&self, part: &str) -> bool {
        self.are_certain(part) || self.stated.iter().any(|site| are_same(site, part))
    }

    /// Whether the page itself gives that for a name of the site.
    pub(super) fn are_called(&self, part: &str) -> bool {
        let mut names = self.stated.iter().chain(&self.described);
        names.any(|site| are_same(site, part))
    }

    /// Whether that is a name of the site or none at all, whatever the template of the page filled with its title.
    pub(super) fn are_certain(&self, part: &str) -> bool {
        let mut described = self.described.iter();
        is_unwritten(part) || described.any(|site| are_same(site, part)) || self.are_at(part)
    }

    /// What is wrong with that as a headline.
    pub(super) fn fault(part: &str) -> &'static str {
        match is_unwritten(part) {
            true => " is what stands where nobody wrote a title",
            false => " is the name of the site",
        }
    }

    /// Whether the host is called like that: `herald.example` is "The Herald".
    fn are_at(&self, part: &str) -> bool {
        let signs = part.chars().filter(|sign| !sign.is_whitespace());
        let part: String = signs.flat_map(char::to_lowercase).collect();
        let plain = |name: &str| {
            let name: String = name.chars().filter(|sign| *sign != '-').collect();
            name.strip_prefix("the").map_or(name.clone(), str::to_owned)
        };
        let bare = host(&part);
        let Some((name, _)) = self.host.rsplit_once('.') else {
            return false;
        };
        !bare.is_empty()
            && (bare == self.host || name.split('.').any(|label| plain(label) == plain(bare)))
    }
}

/// What the logo of the page says where it cannot be seen.
fn logo(page: &Page<'_>) -> Option<String> {
    let is_logo = |value: Option<&str>| {
        value.is_some_and(|value| {
            let mut words = value.split(|sign: char| !sign.is_ascii_alphanumeric());
            words.any(|word| word.eq_ignore_ascii_case("logo"))
        })
    };
    let mut logos = page.all("img").filter(|picture| {
        let around = picture.ancestors().take(2);
        std::iter::once(*picture).chain(around).any(|element| {
            is_logo(element.attribute("class"))
                || is_logo(element.attribute("id"))
                || has_word(element.attribute("itemprop"), "logo")
        })
    });
    let alt = logos.find_map(|logo| logo.attribute("alt").filter(|alt| !alt.trim().is_empty()))?;
    let words = alt.split_whitespace();
    let words = words.filter(|word| !word.eq_ignore_ascii_case("logo"));
    let name = words.collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(name)
}

/// The names of the site and of the publisher in a block.
fn gather(found: &Json<'_>, names: &mut Vec<String>) {
    match found {
        _ if names.len() >= MOST => {}
        Json::List(items) => {
            for item in items {
                gather(item, names);
            }
        }
        Json::Object(members) => {
            let is_site =
                |(name, value): &Member<'_>| name == "@type" && texts(value).contains(&"WebSite");
            if members.iter().any(is_site) {
                push_names(found, names);
            }
            for (name, value) in members {
                if name == "publisher" {
                    push_names(value, names);
                }
                gather(value, names);
            }
        }
        _ => {}
    }
}

/// What things call themselves.
fn push_names(things: &Json<'_>, names: &mut Vec<String>) {
    match things {
        Json::List(items) => {
            for item in items {
                push_names(item, names);
            }
        }
        Json::Object(members) => {
            let named = members
                .iter()
                .filter(|(name, _)| name == "name" || name == "alternateName");
            let texts = named.flat_map(|(_, value)| texts(value));
            names.extend(texts.map(str::to_owned));
        }
        _ => {}
    }
}

/// A text, or those of a list.
fn texts<'v>(value: &'v Json<'_>) -> Vec<&'v str> {
    match value {
        Json::Text(text) => vec![text],
        Json::List(items) => {
            let texts = items.iter().map(|item| match &**item {
                Json::Text(text) => Some(&**text),
                _ => None,
            });
            texts.flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether nobody wrote that for a title.
fn is_unwritten(part: &str) -> bool {
    let mut known = PLACEHOLDERS.iter();
    is_placeholder(part) || is_whole(part) || known.any(|known| are_same(known, part))
}

#[cfg(test)]
mod tests {
    use super::Sites;

    #[test]
    fn a_host_is_the_name_of_its_site() {
        let at = |host: &str| Sites {
            host: host.to_owned(),
            ..Sites::default()
        };
        for (host, name) in [
            ("herald.example", "The Herald"),
            ("theherald.example", "Herald"),
            ("harbour-herald.example", "Harbour Herald"),
            ("news.herald.co.example", "HERALD"),
            ("herald.example", "www.Herald.example"),
        ] {
            assert!(at(host).have(name), "{host} {name}");
        }
        for (host, name) in [
            ("herald.example", "Example"),
            ("herald.example", "The Herald of spring"),
            ("herald.example", "The"),
            ("herald.example", ""),
            ("", "Herald"),
        ] {
            assert!(!at(host).have(name), "{host} {name}");
        }
    }
}
