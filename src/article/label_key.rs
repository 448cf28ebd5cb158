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
        /// What generative AI has made.
        MadeWithAi = "madeWithAi",
        /// What was changed with generative AI.
        EditedWithAi = "editedWithAi",
        /// What a program wrote that is no generative AI.
        MadeBySoftware = "madeBySoftware",
        /// A picture that generative AI has made.
        PictureMadeWithAi = "pictureMadeWithAi",
        /// A picture that was changed with generative AI.
        PictureAlteredWithAi = "pictureAlteredWithAi",
        /// A picture that a program made that is no generative AI.
        PictureMadeBySoftware = "pictureMadeBySoftware",
        /// Something to watch.
        Video = "video",
        /// Something to listen to.
        Audio = "audio",
        /// A series of pictures that nobody has counted.
        Gallery = "gallery",
        /// "{count} pictures"; the next five are the same for numbers of the other plural classes of CLDR.
        Pictures = "pictures",
        /// The class of 0 in Arabic.
        PicturesZero = "picturesZero",
        /// The class of 1.
        PicturesOne = "picturesOne",
        /// The class of 2 in Arabic and Hebrew.
        PicturesTwo = "picturesTwo",
        /// The class of 3 to 10 in Arabic.
        PicturesFew = "picturesFew",
        /// The class of 11 to 99 in Arabic, and of a million in French and Spanish.
        PicturesMany = "picturesMany",
        /// "{time} to read".
        ReadingTime = "readingTime",
    }
}
