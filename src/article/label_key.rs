//! The names of what the card says in its own words.

use crate::words::words;

words! {
    /// Something the card says in its own words, in the order of the table's columns, with its name in the `labels` of the card's JSON
    /// and in the head of the table.
    pub enum LabelKey {
        /// "Updated {time}".
        Updated = "updated",
        /// "Published {time}".
        Published = "published",
        /// The button that copies the short link.
        Copy = "copy",
        /// What it says when it has.
        Copied = "copied",
        /// The button or link to follow.
        Follow = "follow",
        /// The name of the list of related stories.
        Related = "related",
        /// Status: reported while it happens.
        Live = "live",
        /// Status: only just known.
        Breaking = "breaking",
        /// Status: more is expected.
        Developing = "developing",
        /// Access: free for those who register.
        Registration = "registration",
        /// Access: free for a number of articles.
        Metered = "metered",
        /// Access: for subscribers.
        Paid = "paid",
        /// "Paid for by {name}".
        Sponsored = "sponsored",
        /// The label of a correction.
        Correction = "correction",
        /// "By {names}".
        By = "by",
        /// What stands between two names, its spaces included.
        Separator = "separator",
        /// What stands before the last name, its spaces included.
        LastSeparator = "lastSeparator",
        /// All that a withdrawn article says.
        Withdrawn = "withdrawn",
        /// What a link that opens a new tab adds for screen readers.
        NewTab = "newTab",
    }
}
