//! What holds of every reading, whatever was read.

use crate::drawn;
use article_card::Article;
use article_card::article::Link;
use article_card::report::{Code, Diagnostic, Place, Report};
use article_card_reader::{Format, ReadOptions, Reading, read};
use serde_json::Value;
use std::time::{Duration, Instant};

/// Noon in London on 3 April 2024.
const NOW: i64 = 1_712_142_000_000;

/// The most that reading may take for each byte of an input, on a slow machine that has much else to do: ten times the
/// fifth of a second that 2 MiB may take on a quiet one, and four times as much in a build for debugging.
const PER_BYTE: Duration = Duration::from_nanos(if cfg!(debug_assertions) { 4000 } else { 1000 });
/// The same for any input, however short.
const AT_ALL: Duration = Duration::from_millis(if cfg!(debug_assertions) { 400 } else { 40 });

fn options(has_page: bool, every: bool) -> ReadOptions {
    let page = Link::parse("https://news.example/section/page.html").ok();
    ReadOptions {
        page: page.filter(|_| has_page).map(|(link, _)| link),
        every,
        ..ReadOptions::default()
    }
}

/// Whether there is an article in it.
pub fn gives_article(bytes: &[u8]) -> bool {
    !read(bytes, &options(true, false)).articles.is_empty()
}

/// The first promise that the input breaks.
pub fn broken_promise(bytes: &[u8], has_page: bool) -> Option<String> {
    let one = broken(bytes, &options(has_page, false));
    // Whoever lets a person choose knows of no page.
    let every = || (!has_page).then(|| broken(bytes, &options(false, true)));
    one.or_else(|| every().flatten())
}

fn broken(bytes: &[u8], options: &ReadOptions) -> Option<String> {
    if let Some(taken) = too_long(bytes, options) {
        return Some(format!("it takes {taken:?} for {} bytes", bytes.len()));
    }
    let reading = read(bytes, options);
    let again = read(bytes, options);
    let is_same = reading.articles == again.articles
        && reading.report == again.report
        && reading.entries == again.entries
        && reading.format == again.format;
    if !is_same {
        return Some("it is read in two ways".to_owned());
    }
    outcome(&reading)
        .or_else(|| {
            let mut diagnostics = reading.report.diagnostics.iter();
            diagnostics.find_map(|told| diagnostic(told, &reading, bytes))
        })
        .or_else(|| reading.articles.iter().find_map(article))
}

/// How long reading takes, if it is more than the length of the input accounts for each time that it is tried.
fn too_long(bytes: &[u8], options: &ReadOptions) -> Option<Duration> {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let most = AT_ALL + PER_BYTE * length;
    let mut shortest = Duration::MAX;
    // Whatever else the machine does, it does not do it three times in a row.
    for _ in 0..3 {
        let begun = Instant::now();
        drop(read(bytes, options));
        shortest = shortest.min(begun.elapsed());
        if shortest <= most {
            return None;
        }
    }
    Some(shortest)
}

/// Either an article or an error, for each that was found.
fn outcome(reading: &Reading) -> Option<String> {
    let all = &reading.report.diagnostics;
    if reading.articles.is_empty() && !reading.report.is_refusal() {
        return Some("neither an article nor an error".to_owned());
    }
    let (mut articles, mut told) = (0, 0);
    for entry in &reading.entries {
        let Some(own) = all.get(entry.diagnostics.clone()) else {
            return Some("an entry has diagnostics that are not there".to_owned());
        };
        if entry.diagnostics.start != told {
            return Some("diagnostics belong to no entry".to_owned());
        }
        told = entry.diagnostics.end;
        let own = Report {
            diagnostics: own.to_vec(),
        };
        match entry.article {
            Some(_) if own.is_refusal() => return Some("an article and an error".to_owned()),
            None if !own.is_refusal() => {
                return Some("an entry without article or error".to_owned());
            }
            Some(article) if article != articles => {
                return Some("articles out of order".to_owned());
            }
            Some(_) => articles += 1,
            None => {}
        }
        let is_clean = |text: &str| !text.is_empty() && !text.contains(acts);
        let mut provenance = entry.provenance.iter();
        if let Some(from) =
            provenance.find(|from| !is_clean(from.field) || !is_clean(from.path.as_str()))
        {
            return Some(format!("provenance that cannot be printed: {from:?}"));
        }
    }
    if (articles, told) != (reading.articles.len(), all.len()) {
        return Some("articles or diagnostics without an entry".to_owned());
    }
    None
}

/// What moves a terminal's cursor, or turns the direction of what follows.
fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}')
}

fn diagnostic(told: &Diagnostic, reading: &Reading, bytes: &[u8]) -> Option<String> {
    let is_clean = |text: &str| !text.trim().is_empty() && !text.contains(acts);
    let (path, reason) = (told.path.as_str(), told.reason.to_string());
    if !is_clean(path) || !is_clean(&reason) {
        return Some(format!("a diagnostic that cannot be printed: {told:?}"));
    }
    // A name of 60 characters for each of the 64 levels that an input may have.
    let length = path.len() + reason.len();
    if length > 64 * 240 {
        return Some(format!("a diagnostic of {length} bytes"));
    }
    let Place { line, column } = told.path.place()?;
    let is_page = reading.format == Some(Format::Page);
    let Ok(text) = str::from_utf8(bytes) else {
        // A page in another encoding has other lines than its bytes.
        return (!is_page && line > 1 + bytes.len() as u32).then(|| format!("{told:?}"));
    };
    // In HTML a carriage return alone ends a line too.
    let text = text.replace("\r\n", "\n");
    let ends = |letter| letter == '\n' || (is_page && letter == '\r');
    let lines: Vec<&str> = text.split(ends).collect();
    let length = |line: u32| {
        lines
            .get(line.checked_sub(1)? as usize)
            .map(|line| line.len())
    };
    match length(line) {
        Some(length) if (1..=length + 1).contains(&(column as usize)) => None,
        _ => Some(format!("a place outside the input: {told:?}")),
    }
}

fn article(article: &Article) -> Option<String> {
    let json = article.to_json();
    let again = read(
        json.as_bytes(),
        &ReadOptions {
            unknown_fields: true,
            ..ReadOptions::default()
        },
    );
    // A picture without an address is kept for whoever adds one; in the card's own JSON an update before the publication is,
    // too. Both are told again.
    let is_kept = |told: &Diagnostic| {
        (told.code == Code::MissingField && told.path == "$.image.url")
            || told.code == Code::DateOrder
    };
    if let Some(told) = again.report.diagnostics.iter().find(|told| !is_kept(told)) {
        return Some(format!("its own JSON is objected to: {told:?} in {json}"));
    }
    if again.format != Some(Format::Card) || again.articles != [article.clone()] {
        return Some(format!("its own JSON is another article: {json}"));
    }
    if json.contains('<') {
        return Some(format!("its JSON may not stand in a page: {json}"));
    }
    let value: Value = serde_json::from_str(&json).ok()?;
    link("", &value).or_else(|| drawing(article))
}

/// All addresses are http or https, as the URL Standard writes them.
fn link(name: &str, value: &Value) -> Option<String> {
    match value {
        Value::String(text) if drawn::is_address(name, text) => {
            let is_web = text.starts_with("https://") || text.starts_with("http://");
            let written = url::Url::parse(text).map(String::from);
            (!is_web || written.as_ref() != Ok(text)).then(|| format!("the address {text}"))
        }
        Value::Array(items) => items.iter().find_map(|item| link(name, item)),
        Value::Object(members) => members.iter().find_map(|(name, value)| link(name, value)),
        _ => None,
    }
}

/// It is drawn in the elements of a card with plain words in the same places.
fn drawing(article: &Article) -> Option<String> {
    let Some(control) = drawn::control(article) else {
        return Some("a control card cannot be made of it".to_owned());
    };
    let page = drawn::parsed(&drawn::html(article, NOW));
    let tree = drawn::tree(&page);
    if tree != drawn::tree(&drawn::parsed(&drawn::html(&control, NOW))) {
        return Some(format!(
            "it is drawn in other elements: {}",
            article.to_json()
        ));
    }
    let headlines = drawn::texts(&page, "[part~=headline]");
    let is_drawn = headlines
        .iter()
        .any(|drawn| drawn.contains(&*article.headline));
    let is_card = tree.contains("article");
    let headline_is_drawn = is_drawn || headlines.is_empty();
    (is_card && !headline_is_drawn).then(|| format!("the headline is drawn as {headlines:?}"))
}
