//! What a story is beside text, and how long it takes to read.

use super::labels::CardLabels;
use super::{Label, Timestamp};
use crate::article::{self, Duration, LabelKey, MediaKind, Text};
use crate::join::{digits, join};
use crate::platform::{Measure, Platform, Plural, Unit};

/// What a story is beside text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// Which it is, for its sign.
    pub kind: MediaKind,
    /// "12 pictures", or only what it is; nothing beside a length.
    pub label: Option<Label>,
    /// How long it is.
    pub length: Option<Length>,
}

/// The length of a medium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Length {
    /// "3:20", for the eye.
    pub clock: Text,
    /// "Video, 3 minutes 20 seconds", for the ear.
    pub spoken: Timestamp,
}

/// The medium; of a length that nobody has told, or that cannot be, only what it is.
pub(super) fn media(
    media: &article::Media,
    labels: &CardLabels<'_>,
    platform: &impl Platform,
) -> Media {
    let kind = media.kind;
    let label = labels.label(match kind {
        MediaKind::Video => LabelKey::Video,
        MediaKind::Audio => LabelKey::Audio,
        MediaKind::Gallery => LabelKey::Gallery,
    });
    let (label, length) = match (kind, media.duration, media.count) {
        (MediaKind::Gallery, _, Some(count)) => (Some(labels.counted(count, platform)), None),
        (MediaKind::Video | MediaKind::Audio, Some(duration), _) => {
            (None, Some(length(label, duration, labels, platform)))
        }
        _ => (Some(label), None),
    };
    Media {
        kind,
        label,
        length,
    }
}

fn length(
    label: Label,
    duration: Duration,
    labels: &CardLabels<'_>,
    platform: &impl Platform,
) -> Length {
    let mut text = String::new();
    let parts = duration.parts().into_iter();
    for (number, unit) in parts.zip([Unit::Hour, Unit::Minute, Unit::Second]) {
        if number > 0 {
            text.push_str(if text.is_empty() { "" } else { " " });
            text.push_str(&labels.number(number, Measure::Full(unit), platform));
        }
    }
    Length {
        clock: duration.clock().into(),
        spoken: Timestamp {
            label: Some(label),
            datetime: duration.iso().into(),
            text: text.into(),
            language: None,
        },
    }
}

/// "5 min to read".
pub(super) fn reading_time(
    minutes: u32,
    labels: &CardLabels<'_>,
    platform: &impl Platform,
) -> Timestamp {
    let text = labels.number(minutes, Measure::Brief(Unit::Minute), platform);
    Timestamp {
        label: Some(labels.label(LabelKey::ReadingTime)),
        datetime: join(&["PT", &digits(minutes.into()), "M"]).into(),
        text: text.into(),
        language: None,
    }
}

impl CardLabels<'_> {
    /// The number in words, in the language of the labels; in figures where the platform has none.
    fn number(&self, number: u32, measure: Measure, platform: &impl Platform) -> String {
        let words = platform.number(number, measure, self.spoken());
        words.unwrap_or_else(|| digits(number.into()))
    }

    /// "12 pictures", in the plural class of the number.
    fn counted(&self, count: u32, platform: &impl Platform) -> Label {
        let class = match platform.plural(count, self.spoken()) {
            Plural::Zero => LabelKey::PicturesZero,
            Plural::One => LabelKey::PicturesOne,
            Plural::Two => LabelKey::PicturesTwo,
            Plural::Few => LabelKey::PicturesFew,
            Plural::Many => LabelKey::PicturesMany,
            Plural::Other => LabelKey::Pictures,
        };
        let label = self.plural(class, LabelKey::Pictures);
        let number = self.number(count, Measure::None, platform);
        let (before, after) = label.around();
        // A word for one or two of a thing needs no number.
        let number = if label.text.contains('{') {
            &*number
        } else {
            ""
        };
        Label {
            text: join(&[&before, number, after]).trim_ascii().into(),
            language: label.language,
        }
    }
}
