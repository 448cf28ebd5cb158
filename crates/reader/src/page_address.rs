//! What addresses of pages say: whether two lead to the same page, and whether one is that of a whole site.

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

/// Whether the address is that of a whole site, where no article stands.
pub(crate) fn is_front_page(link: &Link) -> bool {
    let parts = Parts::of(link);
    parts.path.is_empty() && parts.query.is_empty()
}

/// The host of an address without its scheme, however it is shown: on phones, or with `www.` before it.
pub(crate) fn host(bare: &str) -> &str {
    let host = bare.split(['/', '?', '#']).next().unwrap_or_default();
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
        let bare = bare.split('#').next().unwrap_or_default();
        let (address, query) = bare.split_once('?').unwrap_or((bare, ""));
        let (_, path) = address.split_once('/').unwrap_or_default();
        Self {
            host: host(address),
            path: path.trim_end_matches('/'),
            query,
        }
    }
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
