//! The attributes of an element, written.

use super::{Layout, Options, Target, Theme, TimeZone};
use crate::article::Direction;

impl Options {
    /// The attributes of an element that is to be drawn with these options; none for what is the default anyway.
    #[must_use]
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let default = Self::default();
        let mut attributes = Vec::new();
        let mut add = |name, is_other: bool, value: &str| {
            if is_other {
                attributes.push((name, value.to_owned()));
            }
        };
        let layout = match self.layout {
            Layout::Standard => "standard",
            Layout::Compact => "compact",
            Layout::Hero => "hero",
        };
        add("layout", self.layout != default.layout, layout);
        let theme = match self.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        add("theme", self.theme != default.theme, theme);
        let level = self.heading_level.to_string();
        add(
            "heading-level",
            self.heading_level != default.heading_level,
            &level,
        );
        let language = self
            .language
            .as_ref()
            .map_or("", |language| language.as_str());
        add("lang", self.language.is_some(), language);
        let direction = self.direction.map_or("", Direction::as_str);
        add("dir", self.direction.is_some(), direction);
        let target = match self.target {
            Target::Itself => "_self",
            Target::Blank => "_blank",
            Target::Top => "_top",
            Target::Parent => "_parent",
        };
        add("target", self.target != default.target, target);
        let zone = match &self.time_zone {
            TimeZone::Publisher => "publisher",
            TimeZone::Reader => "reader",
            TimeZone::Named(name) => name,
        };
        add("time-zone", self.time_zone != default.time_zone, zone);
        let until = ["PT", &(self.relative_until / 1000).to_string(), "S"].concat();
        add(
            "relative-until",
            self.relative_until != default.relative_until,
            &until,
        );
        add(
            "link-params",
            self.link_params != default.link_params,
            &self.link_params,
        );
        add("loading", self.is_eager, "eager");
        attributes
    }
}
