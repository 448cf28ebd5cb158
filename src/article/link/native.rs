//! Addresses by the `url` crate.

pub(super) fn serialise(raw: &str) -> Option<(String, bool)> {
    without_credentials(url::Url::parse(raw).ok()?)
}

pub(super) fn serialise_against(raw: &str, base: &str) -> Option<(String, bool)> {
    without_credentials(url::Url::parse(base).ok()?.join(raw).ok()?)
}

fn without_credentials(mut url: url::Url) -> Option<(String, bool)> {
    let had_credentials = !url.username().is_empty() || url.password().is_some();
    if had_credentials {
        url.set_username("")
            .and_then(|()| url.set_password(None))
            .ok()?;
    }
    Some((url.into(), had_credentials))
}
