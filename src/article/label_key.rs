//! The names of what the card says in its own words.

/// Something the card says in its own words, in the order of the table's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKey {
    /// "Updated {time}".
    Updated,
    /// "Published {time}".
    Published,
    /// The button that copies the short link.
    Copy,
    /// What it says when it has.
    Copied,
    /// The button or link to follow.
    Follow,
    /// The name of the list of related stories.
    Related,
    /// Status: reported while it happens.
    Live,
    /// Status: only just known.
    Breaking,
    /// Status: more is expected.
    Developing,
    /// Access: free for those who register.
    Registration,
    /// Access: free for a number of articles.
    Metered,
    /// Access: for subscribers.
    Paid,
    /// "Paid for by {name}".
    Sponsored,
    /// The label of a correction.
    Correction,
    /// "By {names}".
    By,
    /// What stands between two names, its spaces included.
    Separator,
    /// What stands before the last name, its spaces included.
    LastSeparator,
    /// All that a withdrawn article says.
    Withdrawn,
    /// What a link that opens a new tab adds for screen readers.
    NewTab,
}

impl LabelKey {
    /// Every key, in the order of the table.
    pub const ALL: [LabelKey; 19] = [
        LabelKey::Updated,
        LabelKey::Published,
        LabelKey::Copy,
        LabelKey::Copied,
        LabelKey::Follow,
        LabelKey::Related,
        LabelKey::Live,
        LabelKey::Breaking,
        LabelKey::Developing,
        LabelKey::Registration,
        LabelKey::Metered,
        LabelKey::Paid,
        LabelKey::Sponsored,
        LabelKey::Correction,
        LabelKey::By,
        LabelKey::Separator,
        LabelKey::LastSeparator,
        LabelKey::Withdrawn,
        LabelKey::NewTab,
    ];

    /// Its name in the `labels` of the card's JSON and in the head of the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Updated => "updated",
            Self::Published => "published",
            Self::Copy => "copy",
            Self::Copied => "copied",
            Self::Follow => "follow",
            Self::Related => "related",
            Self::Live => "live",
            Self::Breaking => "breaking",
            Self::Developing => "developing",
            Self::Registration => "registration",
            Self::Metered => "metered",
            Self::Paid => "paid",
            Self::Sponsored => "sponsored",
            Self::Correction => "correction",
            Self::By => "by",
            Self::Separator => "separator",
            Self::LastSeparator => "lastSeparator",
            Self::Withdrawn => "withdrawn",
            Self::NewTab => "newTab",
        }
    }
}
