//! Other stories, where the page marks links as such.

mod boxes;
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
use boxes::{LinkBox, Signs, Verdict};
use headings::Says;

/// How many lists that are called so are looked at.
const LISTS: usize = 40;
/// How many links are looked at.
const LINKS: usize = 60;

/// Whether the newsroom itself leads there, and nobody who paid for it or wrote a comment.
fn is_of_newsroom(page: &Page<'_>, link: Element<'_>) -> bool {
    let mut paid = ["sponsored", "nofollow", "ugc", "author", "tag", "license"].into_iter();
    let is_paid = paid.any(|word| has_word(link.attribute("rel"), word));
    // A link to more of them is no story, nor is one to its section.
    const NO_STORIES: &[&str] = &[
        "more", "button", "btn", "cta", "kicker", "section", "category", "tag", "topic", "author",
        "byline",
    ];
    let is_other = headline::has_class(link, NO_STORIES);
    !is_paid && !is_other && page.scopes.is_of_newsroom(link)
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
        let boxes = self.boxes();
        for (index, (link, mark)) in self.links(&boxes).into_iter().enumerate() {
            let Some((text, href)) = self.story_at(link) else {
                continue;
            };
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
        self.tell(&boxes, own, cleaner);
        cleaner.shorten(&mut stories, RELATED, &"a.related".into());
        stories
    }

    /// Headline and address, if the link leads to a story.
    fn story_at(&self, link: Element<'d>) -> Option<(String, &'d str)> {
        let text = headline::of(link);
        let href = link.attribute("href").map(str::trim).unwrap_or_default();
        let is_headline = headline::is_one(&text, href);
        let is_button = href.is_empty() || href.starts_with('#');
        (is_headline && !is_button && is_of_newsroom(self.page, link)).then_some((text, href))
    }

    /// Tells of the first box with stories of the same site that nothing says to be related.
    fn tell(&self, boxes: &[LinkBox<'d>], own: Option<&Link>, cleaner: &Cleaner<'_>) {
        let is_of_site = |href: &str| {
            let link = Link::parse_against(href, cleaner.base.as_ref());
            let link = link.ok().map(|(link, _)| link);
            link.is_some_and(|link| own.is_none_or(|own| is_same_site(own, &link)))
        };
        let doubt = boxes.iter().find_map(|own| {
            let Verdict::Doubt(reason) = &own.verdict else {
                return None;
            };
            let stories = own.links.iter().filter_map(|link| self.story_at(*link));
            let stories = stories.filter(|(_, href)| is_of_site(href));
            (stories.count() > 0).then_some((own, reason))
        });
        if let Some((own, reason)) = doubt {
            let path = Path::root(String::from(own.element.name()));
            let path = path.member(&own.mark.replace(' ', "-"));
            cleaner.doubt(&path.at(Some(own.element.place())), reason.clone());
        }
    }

    /// The boxes that are marked, and those under a heading that says so.
    fn boxes(&self) -> Vec<LinkBox<'d>> {
        let signs = Signs::of(self.page);
        let marked = self.meaning(Meaning::Related);
        let marked = marked.filter(|own| {
            let mut others = self.meaning(Meaning::Others);
            !others.any(|other| other.element == own.element)
        });
        let marked = marked.map(|own| (None, own.element, own.mark));
        let headed = signs.headings.lists();
        let headed = headed.map(|(heading, list)| (Some(heading), list, "related"));
        let mut boxes: Vec<LinkBox<'d>> = Vec::new();
        for (heading, element, mark) in marked.chain(headed) {
            if boxes.len() >= LISTS {
                break;
            }
            // What stands within another such list has been seen, and the ends of a page lead to the site.
            let is_seen = |outer: Element<'d>| {
                boxes.iter().any(|own| own.element == outer)
                    || matches!(outer.name(), "footer" | "nav")
            };
            if is_seen(element) || element.ancestors().any(is_seen) {
                continue;
            }
            let verdict = match heading {
                Some(heading) => signs.of_headed(heading, element),
                None => signs.of_marked(element),
            };
            if !matches!(verdict, Verdict::Others) {
                let within = std::iter::once(element).chain(element.descendants());
                let links = within.filter(|element| element.name() == "a").take(LINKS);
                let links =
                    links.filter(|link| signs.headings.over(*link, Some(element)) != Says::Others);
                boxes.push(LinkBox {
                    element,
                    mark,
                    links: links.collect(),
                    verdict,
                });
            }
        }
        boxes
    }

    /// The links of the boxes that are related, and those of the relation `related`, each with its mark.
    fn links(&self, boxes: &[LinkBox<'d>]) -> Vec<(Element<'d>, &'static str)> {
        let related = boxes
            .iter()
            .filter(|own| matches!(own.verdict, Verdict::Related));
        let within = related.flat_map(|own| own.links.iter().map(|link| (*link, own.mark)));
        let stated = self
            .page
            .all("a")
            .filter(|link| has_word(link.attribute("rel"), "related"));
        let stated = stated.take(LINKS).map(|link| (link, "related"));
        let mut links: Vec<(Element<'d>, &'static str)> = Vec::new();
        for (link, mark) in within.take(LINKS).chain(stated) {
            if links.iter().all(|(known, _)| *known != link) {
                links.push((link, mark));
            }
        }
        links
    }
}
