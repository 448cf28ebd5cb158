//! Other stories, where the page marks links as such.

mod headings;
mod headline;

use super::{Marks, Meaning};
use crate::clean::Cleaner;
use crate::page::document::Element;
use crate::page::metadata::{Page, has_word};
use crate::page_address::{is_same_page, is_same_site};
use article_card::article::limits::{LINE, RELATED};
use article_card::article::{Link, Related};
use article_card::report::Path;
use headings::Headings;

/// How many lists that are called so are looked at.
const LISTS: usize = 40;
/// How many links are looked at.
const LINKS: usize = 60;

/// Whether the newsroom itself leads there, and nobody who paid for it or wrote a comment.
fn is_of_newsroom(page: &Page<'_>, link: Element<'_>) -> bool {
    let mut paid = ["sponsored", "nofollow", "ugc", "author", "tag", "license"].into_iter();
    let is_paid = paid.any(|word| has_word(link.attribute("rel"), word));
    // A link to more of them is no story.
    let is_button = headline::has_class(link, &["more", "button", "btn", "cta"]);
    !is_paid && !is_button && page.scopes.is_of_newsroom(link)
}

impl<'d> Marks<'_, 'd> {
    /// The stories, in the order of the page, but for the article itself, which is at that address.
    pub(in crate::page) fn related(
        &self,
        own: Option<&Link>,
        cleaner: &Cleaner<'_>,
    ) -> Vec<Related> {
        let mut stories: Vec<Related> = Vec::new();
        let mut is_warned = false;
        for (index, (link, mark)) in self.links().into_iter().enumerate() {
            let text = headline::of(link);
            let href = link.attribute("href").map(str::trim).unwrap_or_default();
            let is_headline = headline::is_one(&text, href);
            let is_button = href.is_empty() || href.starts_with('#');
            if !is_headline || is_button || !is_of_newsroom(self.page, link) {
                continue;
            }
            let path = Path::root("a").member(&mark.replace(' ', "-"));
            let path = path.item(index);
            let Some(text) = self.page.saying(text.into(), path, link) else {
                continue;
            };
            // Where one link leads nowhere, all may; one warning is enough.
            let leads_nowhere = Link::parse_against(href, cleaner.base.as_ref()).is_err();
            if leads_nowhere && is_warned {
                continue;
            }
            is_warned |= leads_nowhere;
            let Some(url) = cleaner.link("related.url", href, &text.path) else {
                continue;
            };
            let is_foreign = own.is_some_and(|own| !is_same_site(own, &url));
            let is_known = own.is_some_and(|own| is_same_page(own, &url))
                || stories.iter().any(|story| story.url.as_ref() == Some(&url));
            if is_foreign || is_known {
                continue;
            }
            let headline = cleaner.plain("related.headline", &text.text, &text.path, LINE);
            stories.extend(headline.map(|headline| Related {
                headline,
                url: Some(url),
                published: None,
                updated: None,
                language: None,
                image: None,
            }));
        }
        cleaner.shorten(&mut stories, RELATED, &"a.related".into());
        stories
    }

    /// The links that are marked, each with its mark, those under a heading that says so, and those of the relation
    /// `related`.
    fn links(&self) -> Vec<(Element<'d>, &'static str)> {
        let headings = Headings::of(self.page);
        let mut links: Vec<(Element<'d>, &'static str)> = Vec::new();
        let mut lists: Vec<Element<'d>> = Vec::new();
        let marked = self.meaning(Meaning::Related);
        let marked = marked.filter(|own| {
            let mut others = self.meaning(Meaning::Others);
            !others.any(|other| other.element == own.element)
        });
        let marked = marked.map(|own| (own.element, own.mark));
        let headed = headings.lists().map(|list| (list, "related"));
        for (element, mark) in marked.chain(headed) {
            if links.len() >= LINKS || lists.len() >= LISTS {
                break;
            }
            // What stands within another such list has been seen, and the ends of a page lead to the site.
            let is_seen = |outer: Element<'d>| {
                lists.contains(&outer) || matches!(outer.name(), "footer" | "nav")
            };
            if is_seen(element) || element.ancestors().any(is_seen) {
                continue;
            }
            lists.push(element);
            let within = std::iter::once(element).chain(element.descendants());
            let within = within.filter(|element| element.name() == "a").take(LINKS);
            links.extend(within.map(|link| (link, mark)));
        }
        let related = self.page.elements.iter().copied();
        let related =
            related.filter(|e| has_word(e.attribute("rel"), "related") && e.name() == "a");
        links.extend(related.take(LINKS).map(|link| (link, "related")));
        let mut known: Vec<Element<'d>> = Vec::new();
        links.retain(|(link, _)| {
            let is_new = !known.contains(link);
            known.push(*link);
            is_new && headings.are_for(*link)
        });
        links
    }
}
