//! All blocks of a page as one graph, since what one of them refers to may stand in another.

use crate::search::split_at;
use crate::source_value::SourceValue;
use article_card::reading::json::Json;

/// As many articles, and ten times as many other things, are told apart; the most that was seen has 477.
const MOST: usize = 1000;

/// How near an object is to being what its page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// It stands by itself, or as the main entity of what does.
    Main,
    /// It belongs to something else.
    Nested,
    /// It is what something else leads to or speaks of.
    LedTo,
    /// It is an entry of a list.
    Listed,
    /// It is a part of a story, or what a story is a part of: never the story itself.
    Part,
}

/// An object that is, or may be, an article.
#[derive(Debug)]
pub(super) struct Candidate<'a> {
    pub(super) found: SourceValue<'a>,
    /// How near its type is to a news article; 0 is one.
    pub(super) rank: u8,
    pub(super) level: Level,
}

/// The rank of an object that has no type, but what only an article has.
pub(super) const UNTYPED: u8 = 5;

/// The objects of all blocks.
#[derive(Debug, Default)]
pub(super) struct Graph<'a> {
    pub(super) candidates: Vec<Candidate<'a>>,
    /// The types that were met, each once.
    pub(super) types: Vec<&'a str>,
    /// The language that a context states for all texts.
    pub(super) language: Option<SourceValue<'a>>,
    /// Every object that has an identifier and says more than that.
    named: Vec<(&'a str, SourceValue<'a>)>,
    /// What stands for schema.org in names, such as the `s` of `s:headline`.
    prefixes: Vec<&'a str>,
}

impl<'a> Graph<'a> {
    pub(super) fn of(blocks: &[SourceValue<'a>], others: &[SourceValue<'a>]) -> Self {
        let mut graph = Self {
            prefixes: vec!["schema"],
            ..Self::default()
        };
        for block in blocks {
            graph.walk(block, Level::Main);
        }
        // What is only referred to is no candidate, and has a language of its own.
        let own = (
            graph.candidates.len(),
            graph.types.len(),
            graph.language.clone(),
        );
        for other in others {
            graph.walk(other, Level::Part);
        }
        graph.candidates.truncate(own.0);
        graph.types.truncate(own.1);
        graph.language = own.2;
        graph
    }

    /// A name or type without what says that it is one of schema.org's.
    pub(super) fn term<'n>(&self, name: &'n str) -> &'n str {
        let Some((prefix, term)) = name.split_once(':') else {
            return name;
        };
        if self.prefixes.contains(&prefix) {
            return term;
        }
        within_schema_org(name).unwrap_or(name)
    }

    /// The objects of that identifier, but no more than so many.
    pub(super) fn named(&self, id: &str, most: usize) -> Vec<SourceValue<'a>> {
        let mut objects = Vec::new();
        for (name, found) in &self.named {
            if *name == id && objects.len() < most {
                objects.push(found.clone());
            }
        }
        objects
    }

    /// The member of that name; of several the last, and one in another case only if there is none in the right one.
    pub(super) fn member(&self, object: &SourceValue<'a>, name: &str) -> Option<SourceValue<'a>> {
        object
            .find(|member| member.ends_with(name) && self.term(member) == name)
            .or_else(|| {
                object.find(|member| {
                    ends_in(member, name) && self.term(member).eq_ignore_ascii_case(name)
                })
            })
    }

    /// The types of an object.
    pub(super) fn types(&self, object: &SourceValue<'a>) -> Vec<&'a str> {
        let types = object.get("@type").or_else(|| object.get("type"));
        let mut terms = Vec::new();
        for found in types.map(|types| types.items()).unwrap_or_default() {
            terms.extend(found.text().map(|text| self.term(text)));
        }
        terms
    }

    /// The rank of an article's type; `None` of any other object.
    pub(super) fn rank(&self, object: &SourceValue<'a>) -> Option<u8> {
        let mut best = None;
        for kind in self.types(object) {
            if let Some(rank) = rank(kind)
                && best.is_none_or(|best| rank < best)
            {
                best = Some(rank);
            }
        }
        best
    }

    fn walk(&mut self, found: &SourceValue<'a>, level: Level) {
        match found.value {
            Json::List(items) => {
                for (index, value) in items.iter().enumerate() {
                    if is_whole(value) {
                        self.walk(&found.item(index, value), level);
                    }
                }
            }
            Json::Object(members) => {
                self.open(found, level);
                for (name, value) in members {
                    if is_whole(value) && name != "@context" {
                        let level = self.level(name, level);
                        self.walk(&found.member(name, value), level);
                    }
                }
            }
            _ => {}
        }
    }

    fn level(&self, name: &str, level: Level) -> Level {
        match self.term(name) {
            "@graph" | "@list" | "@set" | "@included" | "mainEntity" | "mainEntityOfPage" => level,
            "liveBlogUpdate" | "isPartOf" | "comment" => Level::Part,
            "subjectOf" | "hasPart" | "mentions" | "relatedLink" | "isRelatedTo" | "citation"
            | "isBasedOn" | "blogPost" => level.max(Level::LedTo),
            "itemListElement" => level.max(Level::Listed),
            _ => level.max(Level::Nested),
        }
    }

    fn open(&mut self, object: &SourceValue<'a>, level: Level) {
        if let Some(context) = object.get("@context") {
            for context in context.items() {
                self.read_context(&context);
            }
        }
        if object.members().len() > 1
            && self.named.len() < 10 * MOST
            && let Some(id) = identifier(object).and_then(|id| id.text())
        {
            self.named.push((id, object.clone()));
        }
        let mut has_type = false;
        for kind in self.types(object) {
            has_type = true;
            if !self.types.contains(&kind) && self.types.len() < 8 {
                self.types.push(kind);
            }
        }
        let has = |name| self.member(object, name).is_some();
        let rank = if has_type {
            self.rank(object)
        } else {
            let is_article = has("headline") && (has("datePublished") || has("articleBody"));
            is_article.then_some(UNTYPED)
        };
        if let Some(rank) = rank
            && self.candidates.len() < MOST
        {
            self.candidates.push(Candidate {
                found: object.clone(),
                rank,
                level,
            });
        }
    }

    fn read_context(&mut self, context: &SourceValue<'a>) {
        for (name, whole) in context.members() {
            if let Json::Text(value) = &**whole {
                if name == "@language" {
                    self.language = Some(context.member(name, whole));
                } else if within_schema_org(value) == Some("") {
                    self.prefixes.push(name);
                }
            }
        }
    }
}

/// The identifier of an object.
pub(super) fn identifier<'a>(object: &SourceValue<'a>) -> Option<SourceValue<'a>> {
    object.get("@id").or_else(|| object.get("id"))
}

fn is_whole(value: &Json) -> bool {
    matches!(value, Json::List(_) | Json::Object(_))
}

/// What follows the address of schema.org in that of a term.
fn within_schema_org(iri: &str) -> Option<&str> {
    let (scheme, rest) = split_at(iri, "://")?;
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let term = rest.strip_prefix("schema.org")?;
    matches!(scheme, "http" | "https").then(|| term.trim_start_matches(['/', '#']))
}

/// Articles of news first, then of others; content systems do not agree on the case.
fn rank(kind: &str) -> Option<u8> {
    const OTHERS: [&str; 3] = ["SocialMediaPosting", "DiscussionForumPosting", "Report"];
    let is = |name: &str| kind.eq_ignore_ascii_case(name);
    // A name of another vocabulary is left whole.
    if kind.contains([':', '/']) {
        None
    } else if ends_in(kind, "NewsArticle") {
        Some(0)
    } else if is("LiveBlogPosting") {
        Some(1)
    } else if ends_in(kind, "Article") {
        Some(2)
    } else if is("BlogPosting") {
        Some(3)
    } else {
        OTHERS.into_iter().any(is).then_some(4)
    }
}

fn ends_in(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    let own = start.and_then(|start| text.get(start..));
    own.is_some_and(|own| own.eq_ignore_ascii_case(end))
}
