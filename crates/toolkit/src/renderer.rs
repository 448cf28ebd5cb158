//! Articles as HTML, one call after the other with the same options.

use crate::border;
use crate::host::Host;
use crate::settings::Settings;
use crate::{checked, diagnostics};
use article_card::prerender::{self, PageOptions, Prerendered, prerender};
use article_card::reading::json;
use article_card_reader::ReadOptions;
use article_card_reader::check::CheckedArticle;
use wasm_bindgen::prelude::*;

/// What makes HTML of inputs.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Renderer {
    settings: Settings,
    html: String,
    wide: Vec<u16>,
    told: Option<String>,
}

#[wasm_bindgen]
impl Renderer {
    /// One without options.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        let mut renderer = Self::default();
        renderer.settings.kit = ".".into();
        renderer
    }

    /// Sets an option, by the name that it has as an attribute; what is wrong with it, if anything is.
    pub fn set(&mut self, name: &str, value: &str) -> Option<String> {
        self.settings.set(name, value).err()
    }

    /// Makes whole pages; ends the options. What of them does not fit together, if anything does not.
    pub fn settle(&mut self, is_page: bool) -> Option<String> {
        self.settings.is_page = is_page;
        self.settings.settle().err().map(str::to_owned)
    }

    /// Makes HTML of the articles of the input that may be shown now, one on a line; how many bytes it has.
    pub fn render(&mut self, length: usize, is_decoded: bool, now: f64) -> usize {
        let host = Host::at(now);
        let settings = &self.settings;
        let options = ReadOptions {
            unknown_fields: true,
            page: settings.url.clone(),
            now: Some(host.now),
            is_decoded,
            ..ReadOptions::default()
        };
        let mut articles = checked(length, &options);
        if settings.is_page {
            articles = CheckedArticle::for_page(articles);
        }
        let mut text = String::new();
        for checked in &mut articles {
            let Some(article) = &checked.article else {
                continue;
            };
            let Prerendered { html, report, .. } = if settings.is_page {
                let page = PageOptions {
                    style: settings.style.clone(),
                    kit: &settings.kit,
                    nonce: settings.nonce.as_deref(),
                };
                prerender::page(article, &settings.options, &host, &page)
            } else {
                prerender(article, &settings.options, &host, &settings.style)
            };
            checked.add(report);
            if text.is_empty() {
                text = html;
            } else if !html.is_empty() {
                text.push('\n');
                text.push_str(&html);
            }
        }
        let told = diagnostics(&articles);
        self.told = (!told.is_empty()).then(|| json::write(&told));
        self.html = text;
        self.html.len()
    }

    /// Where the HTML is.
    pub fn html(&self) -> *const u8 {
        self.html.as_ptr()
    }

    /// Whether all of it is ASCII.
    pub fn is_ascii(&self) -> bool {
        self.html.is_ascii()
    }

    /// Makes UTF-16 of it; how many bytes it has.
    pub fn widen(&mut self) -> usize {
        border::widen(&self.html, &mut self.wide);
        2 * self.wide.len()
    }

    /// Where the UTF-16 is.
    pub fn wide(&self) -> *const u16 {
        self.wide.as_ptr()
    }

    /// The diagnostics of the last input, if there are any.
    pub fn told(&mut self) -> Option<String> {
        self.told.take()
    }
}
