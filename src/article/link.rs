//! Addresses: http or https, absolute, and only ever written in their serialised form.
//!
//! This is the only place that parses an address: the browser's own `URL` there, the `url` crate natively.

use super::Text;
use serde::Serialize;

/// The longest address that is read, in bytes.
pub(super) const LONGEST: usize = 8 * 1024;

/// An absolute http or https address in the serialised form of the URL Standard, without credentials.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Link(Text);

/// Why an address is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It is not an absolute address.
    Unreadable,
    /// It is one, but of another scheme, such as `javascript:` or `data:`.
    Scheme,
    /// It is longer than 8 KiB.
    Length,
}

impl Link {
    /// Parses an address; the flag tells that a user name or password in it was left out.
    ///
    /// # Errors
    /// If it is no absolute http or https address. Nothing is guessed: a text that only looks like a path is refused.
    pub fn parse(raw: &str) -> Result<(Self, bool), LinkError> {
        Self::checked(raw, serialise)
    }

    /// The same for an address that may be relative to another, as in a document published there.
    ///
    /// # Errors
    /// As for [`Link::parse`].
    #[cfg(any(feature = "reader", not(target_arch = "wasm32")))]
    pub fn parse_against(raw: &str, base: Option<&Link>) -> Result<(Self, bool), LinkError> {
        match base {
            Some(base) => Self::checked(raw, |raw| serialise_against(raw, base.as_str())),
            None => Self::parse(raw),
        }
    }

    fn checked(
        raw: &str,
        serialise: impl Fn(&str) -> Option<(String, bool)>,
    ) -> Result<(Self, bool), LinkError> {
        if raw.len() > LONGEST {
            return Err(LinkError::Length);
        }
        let (href, had_credentials) = serialise(raw).ok_or(LinkError::Unreadable)?;
        // Letters of other scripts grow when they are written out.
        if href.len() > LONGEST {
            return Err(LinkError::Length);
        }
        if href.starts_with("https://") || href.starts_with("http://") {
            Ok((Self(href.into()), had_credentials))
        } else {
            Err(LinkError::Scheme)
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as shared text.
    pub fn text(&self) -> &Text {
        &self.0
    }

    /// The address with more in its query string, such as `utm_source=partner`; itself if that cannot be read.
    #[must_use]
    pub fn with_query(&self, more: &str) -> Self {
        let more = more.trim().trim_start_matches(['?', '&']);
        if more.is_empty() || more.contains('#') {
            return self.clone();
        }
        let (address, fragment) = self
            .0
            .split_once('#')
            .map_or((&*self.0, None), |(address, fragment)| {
                (address, Some(fragment))
            });
        let mut longer = String::from(address);
        longer.push(if address.contains('?') { '&' } else { '?' });
        longer.push_str(more);
        if let Some(fragment) = fragment {
            longer.push('#');
            longer.push_str(fragment);
        }
        Self::parse(&longer).map_or_else(|_| self.clone(), |(link, _)| link)
    }

    /// The address as people say it: without scheme, `www.` and a last slash.
    pub fn spoken(&self) -> &str {
        let bare = self.0.split_once("://").map_or(&*self.0, |(_, rest)| rest);
        let bare = bare.strip_prefix("www.").unwrap_or(bare);
        bare.strip_suffix('/').unwrap_or(bare)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn serialise(raw: &str) -> Option<(String, bool)> {
    without_credentials(url::Url::parse(raw).ok()?)
}

#[cfg(not(target_arch = "wasm32"))]
fn serialise_against(raw: &str, base: &str) -> Option<(String, bool)> {
    without_credentials(url::Url::parse(base).ok()?.join(raw).ok()?)
}

#[cfg(not(target_arch = "wasm32"))]
fn without_credentials(mut url: url::Url) -> Option<(String, bool)> {
    let had_credentials = !url.username().is_empty() || url.password().is_some();
    if had_credentials {
        url.set_username("")
            .and_then(|()| url.set_password(None))
            .ok()?;
    }
    Some((url.into(), had_credentials))
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = URL)]
        pub(super) type Url;
        #[wasm_bindgen(constructor, catch, js_class = URL)]
        pub(super) fn new(raw: &str) -> Result<Url, JsValue>;
        #[cfg(feature = "reader")]
        #[wasm_bindgen(constructor, catch, js_class = URL)]
        pub(super) fn against(raw: &str, base: &str) -> Result<Url, JsValue>;
        #[wasm_bindgen(method, getter)]
        pub(super) fn href(this: &Url) -> String;
        #[wasm_bindgen(method, setter)]
        pub(super) fn set_username(this: &Url, to: &str);
        #[wasm_bindgen(method, setter)]
        pub(super) fn set_password(this: &Url, to: &str);
    }
}

#[cfg(target_arch = "wasm32")]
fn serialise(raw: &str) -> Option<(String, bool)> {
    without_credentials(browser::Url::new(raw).ok()?)
}

#[cfg(all(target_arch = "wasm32", feature = "reader"))]
fn serialise_against(raw: &str, base: &str) -> Option<(String, bool)> {
    without_credentials(browser::Url::against(raw, base).ok()?)
}

#[cfg(target_arch = "wasm32")]
fn without_credentials(url: browser::Url) -> Option<(String, bool)> {
    let stated = url.href();
    url.set_username("");
    url.set_password("");
    let href = url.href();
    let had_credentials = href != stated;
    Some((href, had_credentials))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn link(raw: &str) -> String {
        Link::parse(raw).unwrap().0.as_str().to_owned()
    }

    #[test]
    fn addresses_are_serialised() {
        assert_eq!(
            link("  HTTPS://News.Example/a b\n"),
            "https://news.example/a%20b"
        );
        assert_eq!(link("https:\\\\evil.example\\x"), "https://evil.example/x");
        assert_eq!(
            Link::parse("https://news@evil.example/").unwrap(),
            (Link("https://evil.example/".into()), true)
        );
    }

    #[test]
    fn everything_else_is_refused() {
        for raw in [
            "javascript:alert(1)",
            "data:text/html,x",
            "java\nscript:alert(1)",
            "mailto:a@b.example",
            "ftp://a.example/",
        ] {
            assert_eq!(Link::parse(raw), Err(LinkError::Scheme), "{raw}");
        }
        for raw in [
            "",
            "/story",
            "//news.example/story",
            "{{url}}",
            "[object Object]",
            "undefined",
            "http://",
        ] {
            assert_eq!(Link::parse(raw), Err(LinkError::Unreadable), "{raw}");
        }
        assert_eq!(
            Link::parse(&format!("https://a.example/{}", "x".repeat(70_000))),
            Err(LinkError::Length)
        );
    }

    #[test]
    fn a_query_is_added_before_the_fragment() {
        let plain = Link("https://a.example/x#top".into());
        assert_eq!(
            plain.with_query("?utm_source=partner").as_str(),
            "https://a.example/x?utm_source=partner#top"
        );
        let asked = Link("https://a.example/x?a=1".into());
        assert_eq!(
            asked.with_query("b=ü\"<").as_str(),
            "https://a.example/x?a=1&b=%C3%BC%22%3C"
        );
        assert_eq!(asked.with_query(" # ").as_str(), "https://a.example/x?a=1");
    }

    #[test]
    fn an_address_is_spoken_without_its_scheme() {
        assert_eq!(
            Link("https://www.arab.news/abc".into()).spoken(),
            "arab.news/abc"
        );
        assert_eq!(Link("https://arab.news/".into()).spoken(), "arab.news");
    }
}
