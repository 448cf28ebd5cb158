//! What makes HTML of articles: one for each thread, all set up alike.

use crate::attributes::Attributes;
use crate::input::Circumstances;
use article_card::Options;
use article_card::platform::Native;
use article_card::prerender::{
    self, NonceFault, PageOptions, Prerendered, Style, StyleKind, check_kit, check_nonce, in_json,
    prerender, prerender_in_json,
};
use article_card_reader::check::CheckedArticle;
use article_card_reader::{ReadOptions, Reading, read};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// How everything is to look that a call makes.
#[derive(Args, Clone)]
pub(crate) struct HtmlArguments {
    #[command(flatten)]
    pub(crate) circumstances: Circumstances,
    /// Make a whole page, with title, description, JSON-LD, stylesheet and script, instead of what is put into one
    #[arg(long)]
    pub(crate) page: bool,
    /// How the card's stylesheet comes: inline, which a policy allows by the hash that "article-card style --hash" prints;
    /// with a nonce; or by a link to a file of the kit
    #[arg(long, value_name = "WAY", default_value_t = StyleKind::Inline, value_parser = style_kinds(), hide_possible_values = true)]
    style: StyleKind,
    /// Nonce of the page's Content-Security-Policy; it may be a placeholder such as "{{ nonce }}", for a server to fill in
    #[arg(long, value_parser = nonce)]
    nonce: Option<String>,
    /// Folder that the kit's files are in, as an address, absolute or relative
    #[arg(long, value_name = "ADDRESS", default_value = ".", value_parser = folder)]
    kit: String,
    #[command(flatten)]
    attributes: Attributes,
}

impl HtmlArguments {
    /// What the parser cannot ask by itself.
    pub(crate) fn check(&self) -> Result<(), &'static str> {
        self.style().map(|_| ()).map_err(|fault| match fault {
            NonceFault::Missing => "--style nonce needs the nonce: --nonce VALUE",
            NonceFault::Useless => "--nonce is of no use here; did you mean it with --style nonce?",
        })
    }

    fn style(&self) -> Result<Style, NonceFault> {
        Style::new(self.style, self.nonce.as_deref(), &self.kit, self.page)
    }
}

fn style_kinds() -> impl TypedValueParser<Value = StyleKind> {
    PossibleValuesParser::new(StyleKind::WORDS).try_map(|word| word.parse::<StyleKind>())
}

fn nonce(text: &str) -> Result<String, &'static str> {
    check_nonce(text).map(|()| text.into())
}

fn folder(text: &str) -> Result<String, &'static str> {
    check_kit(text).map(|()| text.into())
}

/// Makes HTML of one article after the other.
pub(crate) struct Renderer<'a> {
    arguments: &'a HtmlArguments,
    options: Options,
    reading: ReadOptions,
    style: Style,
    now: i64,
    native: Native,
}

impl<'a> Renderer<'a> {
    pub(crate) fn new(arguments: &'a HtmlArguments) -> Self {
        let now = arguments.circumstances.now();
        Self {
            arguments,
            options: arguments.attributes.options(),
            reading: arguments.circumstances.read_options(),
            // The call was checked before.
            style: arguments.style().unwrap_or_default(),
            now,
            native: Native::at(now),
        }
    }

    /// What a run that goes on for long takes for the present time.
    pub(crate) fn look_at_the_clock(&mut self) {
        /// Neither embargoes nor terms are told more exactly.
        const SECOND: i64 = 1000;
        let now = self.arguments.circumstances.now();
        if (now - self.now).abs() >= SECOND {
            self.now = now;
            self.reading.now = Some(now);
            self.native = Native::at(now);
        }
    }

    pub(crate) const fn read_options(&self) -> &ReadOptions {
        &self.reading
    }

    pub(crate) const fn now(&self) -> i64 {
        self.now
    }

    pub(crate) fn read(&self, bytes: &[u8]) -> Reading {
        read(bytes, &self.reading)
    }

    /// Everything that was found in an input.
    pub(crate) fn check(&self, reading: Reading) -> Vec<CheckedArticle> {
        CheckedArticle::all(reading, self.now)
    }

    /// The article as HTML; what is noticed of it is added to its diagnostics. `None` if nothing of it may be shown.
    pub(crate) fn print(&self, checked: &mut CheckedArticle) -> Option<String> {
        let article = checked.article.as_ref()?;
        let Prerendered { html, report, .. } = match self.page() {
            Some(page) => prerender::page(article, &self.options, &self.native, &page),
            None => prerender(article, &self.options, &self.native, &self.style),
        };
        checked.add(report);
        (!html.is_empty()).then_some(html)
    }

    /// The same as the inside of a text of JSON; true if something may be shown.
    pub(crate) fn print_in_json(&self, checked: &mut CheckedArticle, json: &mut String) -> bool {
        let Some(article) = &checked.article else {
            return false;
        };
        let start = json.len();
        let report = match self.page() {
            Some(page) => {
                let page = prerender::page(article, &self.options, &self.native, &page);
                in_json(&page.html, json);
                page.report
            }
            None => prerender_in_json(article, &self.options, &self.native, &self.style, json),
        };
        checked.add(report);
        json.len() > start
    }

    /// The page around a card, if one is wanted.
    fn page(&self) -> Option<PageOptions<'_>> {
        self.arguments.page.then(|| PageOptions {
            style: self.style.clone(),
            kit: &self.arguments.kit,
            nonce: self.arguments.nonce.as_deref(),
        })
    }
}
