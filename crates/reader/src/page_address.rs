//! What addresses of pages say: whether two lead to the same page, and whether one is that of a whole site.

use crate::search::before;
use article_card::article::Link;

/// Whether both lead to the same page: scheme, fragment, last slashes and the hosts for phones do not tell.
///
/// A query tells where both have one, for some sites name the story in it; where one has none, what the other has says from
/// where somebody came. Of front pages it always tells.
pub(crate) fn is_same_page(one: &Link, other: &Link) -> bool {
    let (one, other) = (Parts::of(one), Parts::of(other));
    one.host == other.host
        && one.path == other.path
        && (one.query == other.query
            || (!one.path.is_empty() && (one.query.is_empty() || other.query.is_empty())))
}

/// Whether both are of one publisher, as the last labels of their hosts say: "sport.herald.example" is "herald.example".
#[cfg(feature = "page")]
pub(crate) fn is_same_site(one: &Link, other: &Link) -> bool {
    site(Parts::of(one).host) == site(Parts::of(other).host)
}

/// What somebody registered: the last two labels of a host, or three where the last but one stands for all of a country.
#[cfg(feature = "page")]
fn site(host: &str) -> &str {
    const SECOND: &[&str] = &["ac", "co", "com", "edu", "gov", "net", "or", "org"];
    let host = host.split(':').next().unwrap_or_default();
    let mut labels = host.rsplit('.');
    let is_country = labels.next().is_some_and(|last| last.len() == 2);
    let is_wide = is_country && labels.next().is_some_and(|second| SECOND.contains(&second));
    let mut dots = host.rmatch_indices('.');
    let start = dots.nth(if is_wide { 2 } else { 1 });
    start.map_or(host, |(at, _)| host.get(at + 1..).unwrap_or(host))
}

/// Whether the address is that of a whole site, where no article stands.
pub(crate) fn is_front_page(link: &Link) -> bool {
    let parts = Parts::of(link);
    parts.path.is_empty() && parts.query.is_empty()
}

/// The host of an address without its scheme, however it is shown: on phones, or with `www.` before it.
pub(crate) fn host(bare: &str) -> &str {
    let host = before(bare, b"/?#");
    let starts = ["www.", "m.", "amp.", "mobile."];
    let plain = starts.iter().find_map(|start| host.strip_prefix(start));
    plain.unwrap_or(host)
}

struct Parts<'l> {
    host: &'l str,
    path: &'l str,
    query: &'l str,
}

impl<'l> Parts<'l> {
    fn of(link: &'l Link) -> Self {
        let bare = link.spoken();
        let bare = before(bare, b"#");
        let (address, query) = bare.split_once('?').unwrap_or((bare, ""));
        let (_, path) = address.split_once('/').unwrap_or_default();
        Self {
            host: host(address),
            path: path.trim_end_matches('/'),
            query,
        }
    }
}

/// Whether the text is an address on the web with its scheme.
pub(crate) fn is_absolute(text: &str) -> bool {
    ["http://", "https://"].into_iter().any(|scheme| {
        let start = text.trim_start().get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

/// Whether the text is nothing but an address on the web.
pub(crate) fn is_whole(text: &str) -> bool {
    let text = text.trim();
    (is_absolute(text) || text.starts_with("www.")) && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::{is_front_page, is_same_page};
    use article_card::article::Link;

    fn link(address: &str) -> Link {
        Link::parse(address).unwrap().0
    }

    #[test]
    fn a_page_is_the_same_however_its_address_is_written() {
        for (one, other) in [
            (
                "https://www.herald.example/a",
                "http://herald.example/a/#top",
            ),
            ("https://m.herald.example/a", "https://herald.example/a"),
            (
                "https://herald.example/a?from=feed",
                "https://herald.example/a",
            ),
            (
                "https://herald.example/a?id=7",
                "https://amp.herald.example/a/?id=7",
            ),
            ("https://herald.example", "https://www.herald.example/#news"),
        ] {
            assert!(is_same_page(&link(one), &link(other)), "{one} {other}");
            assert!(is_same_page(&link(other), &link(one)), "{other} {one}");
        }
        for (one, other) in [
            (
                "https://herald.example/a?id=7",
                "https://herald.example/a?id=8",
            ),
            ("https://herald.example/?p=7", "https://herald.example/"),
            ("https://herald.example/a", "https://herald.example/b"),
            ("https://herald.example/a", "https://herald.example/A"),
            ("https://herald.example/a", "https://sport.herald.example/a"),
        ] {
            assert!(!is_same_page(&link(one), &link(other)), "{one} {other}");
            assert!(!is_same_page(&link(other), &link(one)), "{other} {one}");
        }
    }

    #[test]
    #[cfg(feature = "page")]
    fn a_site_is_what_somebody_registered() {
        for (one, other, is_same) in [
            (
                "https://www.herald.example/a",
                "https://sport.herald.example/b",
                true,
            ),
            (
                "https://herald.example:8080/a",
                "http://herald.example/b",
                true,
            ),
            (
                "https://herald.co.uk/a",
                "https://jobs.herald.co.uk/b",
                true,
            ),
            ("https://herald.co.uk/a", "https://tribune.co.uk/b", false),
            (
                "https://herald.example/a",
                "https://tribune.example/b",
                false,
            ),
            ("https://herald.com/a", "https://herald.net/b", false),
        ] {
            assert_eq!(
                super::is_same_site(&link(one), &link(other)),
                is_same,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn a_front_page_has_neither_path_nor_query() {
        for address in [
            "https://herald.example",
            "https://www.herald.example/",
            "https://herald.example/#news",
            "https://herald.example//",
        ] {
            assert!(is_front_page(&link(address)), "{address}");
        }
        for address in [
            "https://herald.example/?p=7",
            "https://herald.example?p=7",
            "https://herald.example/a",
        ] {
            assert!(!is_front_page(&link(address)), "{address}");
        }
    }
}
