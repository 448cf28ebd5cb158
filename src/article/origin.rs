//! How a text or a picture came to be, in the words of IPTC's vocabulary of digital source types.
//!
//! The vocabulary is at <https://cv.iptc.org/newscodes/digitalsourcetype/>; schema.org has most of it as
//! [`IPTCDigitalSourceEnumeration`](https://schema.org/IPTCDigitalSourceEnumeration).

use crate::words::words;

words! {
    /// How a text or a picture came to be (IPTC digital source type).
    #[non_exhaustive]
    pub enum Origin {
        /// Captured from real life by a camera or recorder.
        DigitalCapture = "digitalCapture",
        /// Several frames of real life, merged by a device.
        ComputationalCapture = "computationalCapture",
        /// Digitised from a negative.
        NegativeFilm = "negativeFilm",
        /// Digitised from a transparency.
        PositiveFilm = "positiveFilm",
        /// Digitised from something printed.
        Print = "print",
        /// Retouched by a person; a retired term.
        MinorHumanEdits = "minorHumanEdits",
        /// Changed by a person, without generative AI.
        HumanEdits = "humanEdits",
        /// Changed with generative AI.
        CompositeWithTrainedAlgorithmicMedia = "compositeWithTrainedAlgorithmicMedia",
        /// Enhanced by an algorithm that leaves what is shown.
        AlgorithmicallyEnhanced = "algorithmicallyEnhanced",
        /// Made by a person with software; a retired term.
        SoftwareImage = "softwareImage",
        /// Drawn by a person; a retired term.
        DigitalArt = "digitalArt",
        /// Made by a person, without generative AI.
        DigitalCreation = "digitalCreation",
        /// Data, drawn by a program that a person wrote.
        DataDrivenMedia = "dataDrivenMedia",
        /// Made by generative AI.
        TrainedAlgorithmicMedia = "trainedAlgorithmicMedia",
        /// Made by a program alone that has learned from no works of others.
        AlgorithmicMedia = "algorithmicMedia",
        /// What a screen showed.
        ScreenCapture = "screenCapture",
        /// A recording of a virtual event.
        VirtualRecording = "virtualRecording",
        /// Put together of several, any of which may be anything.
        Composite = "composite",
        /// Put together of captures of real life.
        CompositeCapture = "compositeCapture",
        /// Put together of several, at least one of which is made by generative AI.
        CompositeSynthetic = "compositeSynthetic",
    }
}

impl Origin {
    /// Reads a short name, the address of the term, or schema.org's name of it.
    ///
    /// ```
    /// use article_card::article::Origin;
    ///
    /// for name in [
    ///     "trainedAlgorithmicMedia",
    ///     "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    ///     "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
    /// ] {
    ///     assert_eq!(Origin::parse(name), Some(Origin::TrainedAlgorithmicMedia));
    /// }
    /// assert_eq!(Origin::parse("robot"), None);
    /// ```
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim_ascii();
        let start = name.bytes().rposition(|byte| matches!(byte, b'/' | b':'));
        let name = name.get(start.map_or(0, |start| start + 1)..)?;
        let name = name.strip_suffix("DigitalSource").unwrap_or(name);
        // One term has another name there.
        let name = name.strip_prefix("MultiFrame").unwrap_or(name);
        let mut all = Self::ALL.into_iter();
        all.find(|origin| origin.as_str().eq_ignore_ascii_case(name))
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;

    #[test]
    fn a_term_is_read_in_each_of_its_forms() {
        for origin in Origin::ALL {
            let name = origin.as_str();
            let (first, rest) = name.split_at(1);
            let schema_org = format!("{}{rest}DigitalSource", first.to_uppercase());
            for form in [
                name.to_owned(),
                format!(" {name} "),
                format!("http://cv.iptc.org/newscodes/digitalsourcetype/{name}"),
                format!("digsrctype:{name}"),
                format!("schema:{schema_org}"),
                schema_org,
            ] {
                assert_eq!(Origin::parse(&form), Some(origin), "{form}");
            }
        }
        let merged = Origin::parse("MultiFrameComputationalCaptureDigitalSource");
        assert_eq!(merged, Some(Origin::ComputationalCapture));
        for other in ["", "AI", "/", "DigitalSource", "trainedAlgorithmicMedia/"] {
            assert_eq!(Origin::parse(other), None, "{other}");
        }
    }
}
