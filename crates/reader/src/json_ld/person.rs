//! What stands beside the name of one who signed: a portrait, and what they are.

use super::image_object::{address, is_named};
use super::node::Node;
use crate::clean::Cleaner;
use crate::same_words::{after, are_same};
use crate::search::has;
use article_card::article::limits::LABEL;
use article_card::article::{Link, Publisher, Text};
use article_card::report::Code;

/// What a card shows elsewhere already.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) publisher: Option<&'a Publisher>,
    pub(super) picture: Option<&'a Link>,
}

impl Shown<'_> {
    fn publisher_name(&self) -> &str {
        self.publisher.map_or("", |publisher| &publisher.name)
    }

    /// Whether one of that name is a person as far as anything tells. A single word of Latin letters is a desk, an agency or
    /// a login, and their pictures are logos.
    pub(super) fn is_person(&self, node: &Node<'_>, name: &str) -> bool {
        let is = |kind| node.has_type(kind);
        let is_organisation = !is("Person") && (is("Organization") || is("NewsMediaOrganization"));
        let is_more_than_a_word = name.bytes().any(|byte| byte == b' ' || !byte.is_ascii());
        is_more_than_a_word && !is_organisation && !are_same(name, self.publisher_name())
    }

    /// The first picture of a person that is one.
    pub(super) fn portrait(&self, person: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<Link> {
        let logo = self.publisher.and_then(|publisher| publisher.logo.as_ref());
        let pictures = person.nodes("image", cleaner);
        let mut pictures = pictures.iter();
        pictures.find_map(|picture| {
            let url = address(picture, "byline.image", cleaner)?;
            let is_other = [logo, self.picture].contains(&Some(&url));
            if !is_other && !is_made_up(&url) {
                return Some(url);
            }
            cleaner.take_back_note();
            let message = "this may be a logo, a default or the article's picture, and no portrait";
            cleaner.warn(&picture.path(), Code::BadValue, message);
            None
        })
    }

    /// What a person is, if that says more than the byline does.
    pub(super) fn job_title(
        &self,
        person: &Node<'_>,
        name: &str,
        cleaner: &Cleaner<'_>,
    ) -> Option<Text> {
        /// What systems call those who may write.
        const ROLES: [&str; 3] = ["author", "admin", "administrator"];
        let found = person.text("jobTitle", cleaner)?;
        let title = cleaner.text("byline.jobTitle", found.text()?, &found.path, LABEL)?;
        if !has(&title, "@")
            && !are_same(&title, name)
            && after(self.publisher_name(), &title).is_none()
            && !ROLES.iter().any(|role| are_same(&title, role))
        {
            return Some(title);
        }
        cleaner.take_back_note();
        cleaner.warn(&found.path, Code::BadValue, "this is no job title");
        None
    }
}

/// Whether it is what software shows of those who have no picture. Gravatar has an address for everybody, whether there is a
/// portrait or not.
fn is_made_up(url: &Link) -> bool {
    const PLACES: [&str; 3] = ["gravatar.com/", "/plugins/", "/themes/"];
    const NAMES: [&str; 6] = [
        "logo",
        "default",
        "placeholder",
        "dummy",
        "blank",
        "silhouette",
    ];
    let address = url.as_str();
    PLACES.iter().any(|place| has(address, place)) || is_named(url, &NAMES)
}
