//! What the pages of the site may do: their Content-Security-Policy, in a `<meta>`, since whoever hosts the site may not set
//! headers.
//!
//! It does not stand in the sources: the page of `trunk serve` has Trunk's own script in it, which loads it again after a
//! change.

use super::tags::tags;
use anyhow::{Result, bail, ensure};

/// The policy. Pictures come from where the article says; nothing else comes from elsewhere, or goes there.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                          img-src 'self' https: http: data: blob:; frame-src 'self' blob:; worker-src 'self'; font-src 'self'; \
                          form-action 'none'; base-uri 'none'";

/// Behind this it stands: a browser wants the encoding first, and the policy counts for what comes after it.
const PLACE: &str = "<meta charset=\"utf-8\">";

/// The page with the policy, if it obeys it.
pub fn add(page: &str, html: &str) -> Result<String> {
    let Some((before, after)) = html.split_once(PLACE) else {
        bail!("{page} has no {PLACE}, behind which its policy would stand");
    };
    let is_early = tags(before).all(|tag| ["html", "head"].contains(&tag.name));
    ensure!(
        is_early,
        "in {page} something stands before {PLACE}, for which no policy would count"
    );
    obey(page, html)?;
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    if html.contains(&meta) {
        return Ok(html.to_owned());
    }
    let line = before.rfind('\n').map_or("", |end| &before[end..]);
    Ok(format!("{before}{PLACE}{line}{meta}{after}"))
}

/// Fails on what the policy would stop silently: scripts and styles in the page itself.
fn obey(page: &str, html: &str) -> Result<()> {
    for tag in tags(html) {
        let is_script = tag.name == "script"
            && tag.value("src").is_none()
            && !tag.value("type").is_some_and(|kind| kind.ends_with("json"));
        let attribute = tag
            .attributes
            .iter()
            .find(|(name, _)| *name == "style" || name.starts_with("on"));
        ensure!(
            !is_script && tag.name != "style",
            "{page} has a <{}> in itself, which its policy forbids",
            tag.name
        );
        if let Some((name, _)) = attribute {
            bail!("{page} has an attribute {name}, which its policy forbids");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_serves_with_this_policy_but_for_what_its_own_script_needs() -> Result<()> {
        let served = POLICY
            .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
            .replace("connect-src 'self'", "connect-src 'self' ws:");
        let trunk = crate::files::read_text(&crate::project::root().join("Trunk.toml"))?;
        ensure!(
            trunk.contains(&format!("Content-Security-Policy = \"{served}\"")),
            "{served}"
        );
        Ok(())
    }

    #[test]
    fn it_stands_behind_the_encoding_once() -> Result<()> {
        let page = "<!doctype html>\n<!-- <link> -->\n<html lang=\"en\">\n  <head>\n    <meta charset=\"utf-8\">\n    <title>A</title>";
        let with = add("a.html", page)?;
        assert!(
            with.contains("<meta charset=\"utf-8\">\n    <meta http-equiv="),
            "{with}"
        );
        assert!(
            with.ends_with("base-uri 'none'\">\n    <title>A</title>"),
            "{with}"
        );
        assert_eq!(add("a.html", &with)?, with);
        Ok(())
    }

    #[test]
    fn a_page_without_a_place_or_with_what_is_forbidden_fails() {
        for page in [
            "<head><title>A</title>",
            "<head><script src=\"a.js\"></script><meta charset=\"utf-8\">",
            "<head><meta charset=\"utf-8\"><script>a()</script>",
            "<head><meta charset=\"utf-8\"><script type=module>a()</script>",
            "<head><meta charset=\"utf-8\"><style>a{}</style>",
            "<head><meta charset=\"utf-8\"><p style=\"color:red\">",
            "<head><meta charset=\"utf-8\"><p onclick='a()'>",
        ] {
            assert!(add("a.html", page).is_err(), "{page}");
        }
        let data = "<meta charset=\"utf-8\"><script type=\"application/json\">{}</script>";
        assert!(add("a.html", data).is_ok());
    }
}
