//! How the stylesheet of a prerendered card comes, and what a Content-Security-Policy says to allow it.

use super::html::Html;
use super::in_json;
use super::page::in_folder;
use crate::words::words;
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::LazyLock;

/// How the stylesheet of a prerendered card comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Style {
    /// In a `<style>` in each card. A Content-Security-Policy has to allow it by its [`hash`] or by a nonce.
    Inline {
        /// The page's nonce, where it has one; it may be a placeholder that a server fills in.
        nonce: Option<String>,
    },
    /// From this address: for a page with many cards. [`stylesheet_name`] is the name that the kit gives it.
    Link(String),
}

impl Default for Style {
    fn default() -> Self {
        Self::Inline { nonce: None }
    }
}

words! {
    /// The kinds of [`Style`], as callers name them.
    pub enum StyleKind {
        /// In a `<style>` that a policy allows by its hash.
        Inline = "inline",
        /// In a `<style>` that a policy allows by a nonce.
        Nonce = "nonce",
        /// By a link to a file of the kit.
        Link = "link",
    }
}

/// What may be wrong with a nonce beside a [`StyleKind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NonceFault {
    /// There has to be one.
    Missing,
    /// There is nothing that it would allow.
    Useless,
}

/// The stylesheet: that of every card, and a line for as long as the card waits for the runtime.
#[must_use]
pub fn stylesheet() -> &'static str {
    // The card stands already: `place.css` need not keep its place, and it has its height from the first frame on.
    concat!(
        include_str!(concat!(env!("OUT_DIR"), "/card.css")),
        ":host{--article-card-stands:0px!important;content-visibility:visible}"
    )
}

/// It is most of a card's HTML, and always the same.
static STYLESHEET_IN_JSON: LazyLock<String> = LazyLock::new(|| {
    let mut json = String::new();
    in_json(stylesheet(), &mut json);
    json
});

/// What a Content-Security-Policy says to allow the `<style>` of prerendered cards: `sha256-…`.
#[must_use]
pub fn hash() -> String {
    hash_of(stylesheet())
}

/// The stylesheet's name as a file: it holds the hash, so that every version has its own and may be kept for ever.
#[must_use]
pub fn stylesheet_name() -> String {
    name_of("shadow", stylesheet())
}

/// The stylesheet of a whole [`page`](super::page()) around its card.
#[must_use]
pub fn page_stylesheet() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/page.css"))
}

/// What a Content-Security-Policy says to allow the `<style>` of a whole page, beside that of its card.
#[must_use]
pub fn page_hash() -> String {
    hash_of(page_stylesheet())
}

/// The name as a file of a whole page's stylesheet.
#[must_use]
pub fn page_stylesheet_name() -> String {
    name_of("page", page_stylesheet())
}

/// Whether a nonce allows anything; it may be a placeholder that a server fills in.
///
/// # Errors
///
/// What was expected.
pub fn check_nonce(nonce: &str) -> Result<(), &'static str> {
    match nonce.trim() {
        "" => Err("expected the nonce, or a placeholder for it"),
        _ => Ok(()),
    }
}

fn hash_of(sheet: &str) -> String {
    ["sha256-", &BASE64_STANDARD.encode(Sha256::digest(sheet))].concat()
}

fn name_of(what: &str, sheet: &str) -> String {
    let mut name = ["article-card-", what, "-"].concat();
    for byte in Sha256::digest(sheet).iter().take(8) {
        // A text takes whatever is written.
        let _ = write!(name, "{byte:02x}");
    }
    name.push_str(".css");
    name
}

impl Style {
    /// That of a kind, with the nonce that a caller may have given, and the folder of the kit's files.
    ///
    /// # Errors
    ///
    /// If the nonce is missing, or of no use: only a whole page has other things that a nonce allows.
    ///
    /// ```
    /// use article_card::prerender::{NonceFault, Style, StyleKind};
    ///
    /// let style = Style::new(StyleKind::Nonce, Some("{{ nonce }}"), ".", false);
    /// assert!(style.is_ok_and(|style| style != Style::default()));
    /// let style = Style::new(StyleKind::Nonce, None, ".", false);
    /// assert_eq!(style, Err(NonceFault::Missing));
    /// ```
    pub fn new(
        kind: StyleKind,
        nonce: Option<&str>,
        kit: &str,
        is_page: bool,
    ) -> Result<Self, NonceFault> {
        match (kind, nonce) {
            (StyleKind::Nonce, None) => Err(NonceFault::Missing),
            (StyleKind::Inline | StyleKind::Link, Some(_)) if !is_page => Err(NonceFault::Useless),
            (StyleKind::Inline, _) => Ok(Self::default()),
            (StyleKind::Nonce, Some(nonce)) => Ok(Self::Inline {
                nonce: Some(nonce.into()),
            }),
            (StyleKind::Link, _) => Ok(Self::in_kit(kit)),
        }
    }

    /// From the folder that the kit's files are in: an address with or without a slash at its end, which may be relative.
    ///
    /// ```
    /// use article_card::prerender::{Style, stylesheet_name};
    ///
    /// let address = ["https://cdn.example/card/", &stylesheet_name()].concat();
    /// assert_eq!(Style::in_kit("https://cdn.example/card"), Style::Link(address));
    /// ```
    #[must_use]
    pub fn in_kit(folder: &str) -> Self {
        Self::Link(in_folder(folder, &stylesheet_name()))
    }

    pub(super) fn write<const IN_JSON: bool>(&self, html: &mut Html<IN_JSON>) {
        match self {
            Self::Inline { nonce } => {
                let sheet = if IN_JSON {
                    &STYLESHEET_IN_JSON
                } else {
                    stylesheet()
                };
                inline(sheet, nonce.as_deref(), html);
            }
            Self::Link(address) => link(address, None, html),
        }
    }

    /// The same for a whole page, whose stylesheet stands beside the card's.
    pub(super) fn write_page(&self, nonce: Option<&str>, html: &mut Html) {
        match self {
            Self::Inline { nonce: own } => {
                inline(page_stylesheet(), own.as_deref().or(nonce), html);
            }
            Self::Link(card) => {
                let folder = card.rfind('/').and_then(|end| card.get(..=end));
                let address = [folder.unwrap_or_default(), &page_stylesheet_name()].concat();
                link(&address, nonce, html);
            }
        }
    }
}

fn inline<const IN_JSON: bool>(sheet: &str, nonce: Option<&str>, html: &mut Html<IN_JSON>) {
    html.open("style");
    if let Some(nonce) = nonce {
        html.attribute("nonce", nonce);
    }
    html.raw(">");
    html.raw(sheet);
    html.raw("</style>");
}

/// A stylesheet that has to be fetched.
fn link<const IN_JSON: bool>(address: &str, nonce: Option<&str>, html: &mut Html<IN_JSON>) {
    html.open("link");
    html.attribute("rel", "stylesheet");
    html.attribute("href", address);
    if let Some(nonce) = nonce {
        html.attribute("nonce", nonce);
    }
    html.raw(">");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_what_a_browser_computes() {
        // Of the empty text, as every table of SHA-256 has it.
        assert_eq!(
            hash_of(""),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
        assert_eq!(
            name_of("shadow", ""),
            "article-card-shadow-e3b0c44298fc1c14.css"
        );
    }

    #[test]
    fn a_stylesheet_ends_neither_its_element_nor_the_page() {
        for sheet in [stylesheet(), page_stylesheet()] {
            assert!(!sheet.contains('<') && !sheet.contains('\n'), "{sheet}");
        }
    }
}
