//! How inputs are made: bytes of a seed changed here and there, its values changed, articles by the grammar of a
//! format, and pages with any of these in them.

use crate::seeds::{SEEDS, TEXTS, VALUES};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value};

/// An input, as the steps that make it: a smaller one has fewer.
#[derive(Clone, Debug)]
pub struct Input {
    form: Form,
    /// Whether the reader is told where it was published.
    pub has_page: bool,
}

#[derive(Clone, Debug)]
enum Form {
    Bytes(Index, Vec<Splice>),
    Value(Index, Vec<Edit>),
    Made(Value),
    Page(Vec<Part>),
    Lines(Vec<String>),
}

/// Bytes replaced by others.
#[derive(Clone, Debug)]
struct Splice {
    at: Index,
    length: usize,
    new: Vec<u8>,
}

/// A value within a value changed.
#[derive(Clone, Debug)]
struct Edit {
    at: Index,
    change: Change,
}

#[derive(Clone, Debug)]
enum Change {
    Replace(Value),
    Remove,
    InList,
    Twice,
    Rename(String),
    As(Index),
}

/// A piece of a page.
#[derive(Clone, Debug)]
enum Part {
    Block(Box<Form>, &'static str),
    Meta(&'static str, String),
    Link(&'static str, String),
    Text(&'static str, String),
    Raw(String),
}

impl Input {
    pub fn bytes(&self) -> Vec<u8> {
        self.form.bytes()
    }
}

impl Form {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Form::Bytes(seed, splices) => {
                let mut bytes = seed.get(&SEEDS).clone();
                for splice in splices {
                    let from = splice.at.index(bytes.len() + 1);
                    let to = (from + splice.length).min(bytes.len());
                    bytes.splice(from..to, splice.new.iter().copied());
                }
                bytes
            }
            Form::Value(seed, edits) => {
                let mut value = seed.get(&VALUES).clone();
                for edit in edits {
                    let count = count(&value);
                    edit.change.apply(&mut value, &mut edit.at.index(count));
                }
                value.to_string().into_bytes()
            }
            Form::Made(value) => value.to_string().into_bytes(),
            Form::Page(parts) => {
                let mut html = b"<!doctype html><html lang=en>".to_vec();
                parts.iter().for_each(|part| part.append(&mut html));
                html
            }
            Form::Lines(lines) => lines.join("\n").into_bytes(),
        }
    }
}

impl Part {
    fn append(&self, html: &mut Vec<u8>) {
        match self {
            Part::Block(form, kind) => {
                html.extend(format!("<script type=\"{kind}\">").bytes());
                html.extend(form.bytes());
                html.extend(b"</script>\n");
            }
            Part::Meta(name, content) => {
                let content = content.replace('"', "&quot;");
                html.extend(
                    format!("<meta name=\"{name}\" property=\"{name}\" content=\"{content}\">\n")
                        .bytes(),
                );
            }
            Part::Link(rel, href) => {
                html.extend(
                    format!(
                        "<link rel={rel} href=\"{}\">\n",
                        href.replace('"', "&quot;")
                    )
                    .bytes(),
                );
            }
            Part::Text(element, text) => {
                html.extend(format!("<{element}>{text}</{element}>\n").bytes())
            }
            Part::Raw(text) => html.extend(text.bytes()),
        }
    }
}

/// How many values are in it, itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

impl Change {
    /// Changes the value that is so many steps away, and counts down to it; true once it is done.
    fn apply(&self, value: &mut Value, steps: &mut usize) -> bool {
        if *steps == 0 {
            *value = match self {
                Change::Replace(new) => new.clone(),
                Change::Remove => Value::Null,
                Change::InList => Value::Array(vec![value.take()]),
                Change::Twice => Value::Array(vec![value.clone(), value.take()]),
                Change::Rename(name) => named(value.take(), name),
                Change::As(seed) => seed.get(&VALUES).clone(),
            };
            return true;
        }
        *steps -= 1;
        match value {
            Value::Array(items) => items.iter_mut().any(|item| self.apply(item, steps)),
            Value::Object(members) => members.values_mut().any(|member| self.apply(member, steps)),
            _ => false,
        }
    }
}

/// The first member of an object under another name; anything else as the member of that name.
fn named(value: Value, name: &str) -> Value {
    let mut members = match value {
        Value::Object(members) => members,
        other => Map::from_iter([("value".to_owned(), other)]),
    };
    let first = members.keys().next().cloned();
    let first = first.and_then(|first| members.remove(&first));
    members.insert(name.to_owned(), first.unwrap_or_default());
    Value::Object(members)
}

/// Names of all the formats.
const NAMES: &str = "@context @graph @id @type @value @language headline alternativeHeadline name description abstract url \
    mainEntityOfPage image caption creditText creator author publisher logo datePublished dateModified dateCreated \
    inLanguage alternateName isAccessibleForFree hasPart articleSection dateline articleBody correction sponsor genre \
    width height value contentUrl thumbnailUrl sameAs citation relatedLink isPartOf liveBlogUpdate uri type pubstatus \
    pubStatus version versioncreated versionCreated firstcreated firstCreated embargoed embargoedUntil expires headlines \
    descriptions description_text byline by located associations renditions href mimetype contentType contenttype role \
    infosource infoSources copyrightholder altids altIds genres standard subhead $standard kicker standfirst bullets credit \
    alt sources published updated shortUrl follow label timeZone section language related access status labels separator \
    date text __proto__ constructor toString";
const WORDS: &str = "NewsArticle Article BlogPosting LiveBlogPosting WebPage ImageObject Person Organization \
    schema:NewsArticle https://schema.org/NewsArticle http://schema.org #article https://herald.example/a /relative text \
    picture usable withheld canceled main summary text/html image/jpeg 2024-04-03 2024-04-03T10:00:00Z 2024-04-02T10:00+0100 \
    Headline Paragraph 640 640px True en de-AT ar withdrawn paid live 1.0 3.0";

fn words(list: &'static str) -> impl Strategy<Value = String> {
    let words: Vec<&str> = list.split_whitespace().collect();
    select(words).prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => words(WORDS),
        3 => any::<Index>().prop_map(|at| at.get(&TEXTS).clone()),
        1 => vec(any::<char>(), 0..12).prop_map(String::from_iter),
        1 => ("[a-zA-Z .,:()é-]{1,30}", 1..40_usize).prop_map(|(text, times)| text.repeat(times)),
        1 => vec(words("& &amp; &#60; &lt; < > </b> <b> <br> <p> &quot; x y"), 1..8).prop_map(|parts| parts.concat()),
    ]
}

/// A name that some format knows, or any text.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![12 => words(NAMES), 1 => text()]
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => text().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => (0..5000_u32).prop_map(Value::from),
        1 => Just(Value::Null),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(5, 48, 8, |inner| {
        let members = vec((name(), inner.clone()), 0..8);
        prop_oneof![
            1 => vec(inner, 0..5).prop_map(Value::from),
            3 => members.prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

/// An object with what its format cannot do without, most of the time.
fn made() -> impl Strategy<Value = Value> {
    let members = vec((name(), value()), 0..10);
    (0..4_u8, members, text()).prop_map(|(format, members, headline)| {
        let mut article = Map::from_iter(members);
        let (sign, of) = match format {
            0 => ("@type", "NewsArticle"),
            1 => ("uri", "urn:example:1"),
            2 => ("@context", "https://schema.org"),
            _ => ("id", "1"),
        };
        article.insert(sign.to_owned(), of.into());
        article.entry("headline").or_insert(headline.into());
        Value::Object(article)
    })
}

fn splice() -> impl Strategy<Value = Splice> {
    let pieces = words(
        "{ } [ ] , : \" \\ null true 1e400 -0 \\u0000 \\ud83d \\u202e <!-- --> // /* */ ; ' <script> </script> <![CDATA[ ]]> \
         \"@type\": \"@id\": \"headline\": &quot; &#x41; <meta> <title> </head>",
    );
    let new = prop_oneof![
        3 => pieces.prop_map(String::into_bytes),
        2 => vec(any::<u8>(), 0..6),
        2 => text().prop_map(String::into_bytes),
        1 => Just(Vec::new()),
        1 => (any::<Index>(), any::<Index>(), 0..200_usize).prop_map(|(seed, at, length)| {
            let seed = seed.get(&SEEDS);
            let at = at.index(seed.len() + 1);
            seed[at..(at + length).min(seed.len())].to_vec()
        }),
        1 => ("[\\[{ \t\n\"x]", 1..3000_usize).prop_map(|(text, times)| text.repeat(times).into_bytes()),
    ];
    let length = prop_oneof![4 => 0..4_usize, 1 => 0..60_usize, 1 => 0..4000_usize];
    (any::<Index>(), length, new).prop_map(|(at, length, new)| Splice { at, length, new })
}

fn edit() -> impl Strategy<Value = Edit> {
    let change = prop_oneof![
        5 => value().prop_map(Change::Replace),
        2 => Just(Change::Remove),
        1 => Just(Change::InList),
        1 => Just(Change::Twice),
        2 => name().prop_map(Change::Rename),
        1 => any::<Index>().prop_map(Change::As),
    ];
    (any::<Index>(), change).prop_map(|(at, change)| Edit { at, change })
}

fn block() -> impl Strategy<Value = Form> {
    prop_oneof![
        (any::<Index>(), vec(splice(), 0..4))
            .prop_map(|(seed, splices)| Form::Bytes(seed, splices)),
        (any::<Index>(), vec(edit(), 0..5)).prop_map(|(seed, edits)| Form::Value(seed, edits)),
        made().prop_map(Form::Made),
    ]
}

fn part() -> impl Strategy<Value = Part> {
    let kinds = select(vec![
        "application/ld+json",
        "application/json",
        "APPLICATION/LD+JSON; charset=utf-8",
        "text/javascript",
    ]);
    let metas = select(vec![
        "og:title",
        "og:image",
        "og:url",
        "og:description",
        "og:site_name",
        "og:locale",
        "og:type",
        "description",
        "author",
        "article:published_time",
        "article:modified_time",
        "article:author",
        "article:section",
        "twitter:title",
        "date",
    ]);
    let elements = select(vec![
        "h1",
        "title",
        "p",
        "li",
        "figcaption",
        "time",
        "article",
        "figure",
        "ul",
        "div",
        "span",
        "template",
        "noscript",
        "svg",
        "textarea",
        "head",
        "body",
        "a",
    ]);
    prop_oneof![
        3 => (block(), kinds).prop_map(|(form, kind)| Part::Block(Box::new(form), kind)),
        3 => (metas, text()).prop_map(|(name, content)| Part::Meta(name, content)),
        1 => (select(vec!["canonical", "shortlink", "amphtml", "icon"]), text()).prop_map(|(rel, href)| Part::Link(rel, href)),
        3 => (elements, text()).prop_map(|(element, text)| Part::Text(element, text)),
        1 => text().prop_map(Part::Raw),
    ]
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    let line = prop_oneof![
        2 => select(vec![
            "", "", "Follow", "Short Url", "https://hrld.example/p", "Updated 03 April 2024", "Updated 3 April 2024 10:00",
            "SALTMERE: Nobody fished there.", "A pier in March. (Herald/File)", "A quiet pier at the end of the season",
            "• Nobody fished", "Related", "Read more",
        ]).prop_map(str::to_owned),
        1 => text(),
        1 => "[A-Z][a-z ]{1,80}".prop_map(String::from),
    ];
    vec(line, 0..24)
}

/// Any input.
pub fn input() -> impl Strategy<Value = Input> {
    let form = prop_oneof![
        3 => (any::<Index>(), vec(splice(), 0..5)).prop_map(|(seed, splices)| Form::Bytes(seed, splices)),
        3 => (any::<Index>(), vec(edit(), 0..6)).prop_map(|(seed, edits)| Form::Value(seed, edits)),
        3 => made().prop_map(Form::Made),
        2 => vec(part(), 0..10).prop_map(Form::Page),
        1 => lines().prop_map(Form::Lines),
    ];
    (form, any::<bool>()).prop_map(|(form, has_page)| Input { form, has_page })
}
