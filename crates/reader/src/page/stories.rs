//! Which of the articles in a page's JSON-LD is the page's own, and which are other stories that it leads to.

use super::metadata::Page;
use super::titles::Titles;
use crate::clean::Cleaner;
use crate::json_ld::{Contender, Standing};
use crate::page_address::is_front_page;
use crate::same_words::are_same;
use article_card::report::{Code, Path, Reason};

/// An article in JSON-LD, as it was met.
struct Story {
    headline: String,
    path: Path,
    standing: Standing,
    /// Its own address is that of another page.
    is_elsewhere: bool,
    is_aside: bool,
    /// It belongs to something else.
    is_within: bool,
}

/// The articles in JSON-LD.
pub(super) struct Stories<'t, 'd> {
    page: &'t Page<'d>,
    titles: &'t Titles<'d>,
    has_titles: bool,
    says_article: bool,
    is_article: bool,
    met: Vec<Story>,
}

impl<'t, 'd> Stories<'t, 'd> {
    /// None was met yet. The page may say that it is an article, and may be one.
    pub(super) fn of(
        page: &'t Page<'d>,
        titles: &'t Titles<'d>,
        says_article: bool,
        is_article: bool,
    ) -> Self {
        Self {
            page,
            titles,
            has_titles: titles.all().next().is_some(),
            says_article,
            is_article,
            met: Vec::new(),
        }
    }

    /// Whether that article is the page's, as far as can be told of it alone.
    pub(super) fn weigh(&mut self, contender: &Contender<'_>) -> Standing {
        let page = self.page.address.as_ref();
        let is_here = contender.is_here(page);
        let is_elsewhere = page.is_some_and(|page| contender.is_of_another_page(page));
        let headline = &*contender.headline;
        let is_titled = self.titles.have(headline);
        let is_fitting = !self.has_titles || self.titles.resemble(headline);
        let is_at_front = page.is_some_and(is_front_page) && !self.says_article;
        let standing = if contender.is_aside() {
            // Of last resort: it stands among other stories.
            let is_meant = match self.has_titles {
                true => is_titled && !is_elsewhere && (is_here || self.is_article),
                false => is_here,
            };
            match is_meant {
                true => Standing::Perhaps,
                false => Standing::Other,
            }
        } else if (is_elsewhere || is_at_front || (contender.is_within() && !is_here))
            && !is_fitting
            && !headline.is_empty()
            && !contender.is_withdrawn()
        {
            Standing::Other
        } else if is_here || is_fitting {
            Standing::Own
        } else {
            Standing::Perhaps
        };
        self.met.push(Story {
            headline: headline.to_owned(),
            path: contender.path(),
            standing,
            is_elsewhere,
            is_aside: contender.is_aside(),
            is_within: contender.is_within(),
        });
        standing
    }

    /// Whether the one that was taken of several is no better than another: no title is its headline, or all are those of
    /// other pages.
    pub(super) fn is_guess(&self) -> bool {
        let mut own = self.met.iter().filter(|story| !story.is_aside);
        let is_untitled =
            self.has_titles && own.clone().all(|story| story.standing != Standing::Own);
        is_untitled || own.all(|story| story.is_elsewhere)
    }

    /// Whether the story at that place may be the page's own.
    pub(super) fn may_be_own(&self, path: &Path) -> bool {
        let mut met = self.met.iter();
        met.any(|story| story.standing != Standing::Other && story.path == *path)
    }

    /// Takes none of them for the page's.
    pub(super) fn give_up(&mut self) {
        for story in &mut self.met {
            story.standing = Standing::Other;
        }
    }

    /// The headlines of other stories, each once.
    fn others(&self, is_meant: impl Fn(&Story) -> bool) -> Vec<&Story> {
        let mut others: Vec<&Story> = Vec::new();
        for story in &self.met {
            let is_known = |other: &&Story| are_same(&other.headline, &story.headline);
            if is_meant(story) && !story.headline.is_empty() && !others.iter().any(is_known) {
                others.push(story);
            }
        }
        others
    }

    /// Whether there are several of equal rank, each with the address of another page, and none is the page's, which does not
    /// say that it is an article.
    pub(super) fn are_equals(&self) -> bool {
        let equals = self.others(|story| story.is_elsewhere && !story.is_within);
        let is_own = |story: &Story| story.standing == Standing::Own && !story.is_elsewhere;
        !self.says_article && equals.len() > 1 && !self.met.iter().any(is_own)
    }

    /// Whether the page leads to stories, and is none.
    pub(super) fn are_all(&self) -> bool {
        !self.is_article || self.are_equals()
    }

    /// Tells of other stories in JSON-LD, of a page that is an article itself.
    pub(super) fn tell(&self, cleaner: &Cleaner<'_>) {
        let others = self.others(|story| story.standing == Standing::Other);
        if let Some(first) = others.first() {
            let reason = Reason::quoting(&first.headline);
            let reason = match others.len() - 1 {
                0 => reason.and(" is another story than that of the page"),
                more => {
                    let reason = reason.and(" and ").and_words(more.to_string());
                    reason.and(" more are other stories than that of the page")
                }
            };
            let reason = reason.and(", which counts");
            cleaner.warn(&first.path, Code::Contradiction, reason);
        }
    }

    /// What the page leads to in the place of an article, if to anything.
    pub(super) fn told(&self) -> Option<Reason> {
        let others = self.others(|story| story.standing == Standing::Other);
        let reason = Reason::from("this is an HTML page that ");
        let reason = match &*others {
            [] => return None,
            [one] => reason.and("leads to the story ").and_quoting(&one.headline),
            others => {
                let count = others.len().to_string();
                reason.and("lists ").and_words(count).and(" stories")
            }
        };
        Some(reason.and(", but no article in it"))
    }
}
