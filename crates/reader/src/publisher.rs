//! The name of a publisher, in every format.

use crate::clean::Cleaner;
use crate::markup;
use crate::same_words::are_same;
use article_card::report::{Code, Path};

impl Cleaner<'_> {
    /// Whether the headline stands where a publisher was to be named, which is told.
    pub(crate) fn is_headline(&self, name: &str, headline: &str, path: &Path) -> bool {
        let is_headline = !headline.is_empty() && are_same(&markup::to_text(name), headline);
        if is_headline {
            let message = "this is the headline, and no publisher's name";
            self.warn(path, Code::BadValue, message);
        }
        is_headline
    }
}
