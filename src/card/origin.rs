//! What has to be said of how a text or a picture came to be.
//!
//! Readers are told of what generative AI has made or changed, and of what a program has made by itself; the work of people
//! and captures of real life need no words, and what may be either is not called one.

use crate::article::{LabelKey, Origin};

/// What is said of a text, and of a picture.
pub(super) const fn said(origin: Origin) -> Option<(LabelKey, LabelKey)> {
    match origin {
        Origin::TrainedAlgorithmicMedia => {
            Some((LabelKey::MadeWithAi, LabelKey::PictureMadeWithAi))
        }
        Origin::CompositeWithTrainedAlgorithmicMedia | Origin::CompositeSynthetic => {
            Some((LabelKey::EditedWithAi, LabelKey::PictureAlteredWithAi))
        }
        Origin::AlgorithmicMedia => {
            Some((LabelKey::MadeBySoftware, LabelKey::PictureMadeBySoftware))
        }
        Origin::DigitalCapture
        | Origin::ComputationalCapture
        | Origin::NegativeFilm
        | Origin::PositiveFilm
        | Origin::Print
        | Origin::MinorHumanEdits
        | Origin::HumanEdits
        | Origin::AlgorithmicallyEnhanced
        | Origin::SoftwareImage
        | Origin::DigitalArt
        | Origin::DigitalCreation
        | Origin::DataDrivenMedia
        | Origin::ScreenCapture
        | Origin::VirtualRecording
        | Origin::Composite
        | Origin::CompositeCapture => None,
    }
}
