//! The time of a date, its zone, and what may stand behind it.

use super::super::rfc3339::{Offset, Rest, TimeOfDay};

/// The zones that RFC 5322 names, in section 4.3, and Central Europe's; all others name several zones, or are not known to
/// everybody. In hours east.
const ZONES: [(&[u8], i8); 14] = [
    (b"z", 0),
    (b"utc", 0),
    (b"gmt", 0),
    (b"ut", 0),
    (b"cet", 1),
    (b"cest", 2),
    (b"est", -5),
    (b"edt", -4),
    (b"cst", -6),
    (b"cdt", -5),
    (b"mst", -7),
    (b"mdt", -6),
    (b"pst", -8),
    (b"pdt", -7),
];

/// Hours east of a zone by its name.
fn hours_of(name: &[u8]) -> Option<i8> {
    let mut zones = ZONES.iter();
    let (_, hours) = zones.find(|(zone, _)| name.eq_ignore_ascii_case(zone))?;
    Some(*hours)
}

impl<'a> Rest<'a> {
    /// A time with or without seconds and zone; `is_iso` ones may have no colons, or be an hour alone.
    pub(super) fn loose_time(&mut self, is_iso: bool) -> Option<TimeOfDay> {
        let hour = match self.0 {
            [_, b':', ..] => self.digit()?,
            _ => self.pair()?,
        };
        let (mut minute, mut second, mut millisecond) = (0, None, 0);
        if self.one_of(b":").is_some() {
            minute = self.pair()?;
            if self.one_of(b":").is_some() {
                second = Some(self.short()?);
            }
        } else if !is_iso {
            return None;
        } else if self.has_digit() {
            minute = self.pair()?;
            if self.has_digit() {
                second = Some(self.pair()?);
            }
        }
        if second.is_some() && self.one_of(b".,").is_some() {
            millisecond = self.fraction()?;
        }
        Some(TimeOfDay {
            hour,
            minute,
            second,
            millisecond,
            offset: self.zone()?,
        })
    }

    /// A zone by name or offset, also after a space; `Some(None)` where there is none.
    fn zone(&mut self) -> Option<Option<Offset>> {
        let before = self.0;
        let _ = self.gap();
        let name = self.word();
        let mut hours = 0;
        if !name.is_empty() {
            hours = hours_of(name)?;
        }
        // JavaScript writes `GMT+0100`.
        let may_go_on = name.is_empty() || (hours == 0 && name.len() == 3);
        if may_go_on && let Some(is_west) = self.sign() {
            let hours = self.pair()?;
            let has_minutes = self.one_of(b":").is_some() || self.has_digit();
            let minutes = if has_minutes { self.pair()? } else { 0 };
            let offset = Offset {
                is_west,
                hours,
                minutes,
            };
            if name.is_empty() {
                self.same_zone(&offset)?;
            }
            return Some(Some(offset));
        }
        if name.is_empty() {
            self.0 = before;
            return Some(None);
        }
        Some(Some(Offset {
            is_west: hours < 0,
            hours: hours.unsigned_abs(),
            minutes: 0,
        }))
    }

    /// What Go writes after an offset: the name of the zone, or the offset again where it has none, and for how long the
    /// program has run, `m=+0.1`. `None` if it is another zone.
    fn same_zone(&mut self, offset: &Offset) -> Option<()> {
        let before = self.0;
        if self.gap().is_none() {
            return Some(());
        }
        let word = self.word();
        let again = self.run(|byte| b"+-0123456789".contains(byte));
        if word.is_empty() && !matches!(again, [b'+' | b'-', ..]) {
            self.0 = before;
        } else if hours_of(word).is_some_and(|hours| {
            offset.minutes != 0
                || hours.unsigned_abs() != offset.hours
                || (hours < 0) != offset.is_west
        }) {
            return None;
        }
        if self.0.starts_with(b" m=") {
            self.0 = &[];
        }
        Some(())
    }

    /// Whether it is a minus, which typographers write as U+2212.
    fn sign(&mut self) -> Option<bool> {
        if let Some(rest) = self.0.strip_prefix("\u{2212}".as_bytes()) {
            self.0 = rest;
            return Some(true);
        }
        Some(self.one_of(b"+-")? == b'-')
    }

    /// Whether nothing follows but what RFC 9557 says in brackets, or the name of the zone in parentheses.
    pub(super) fn ends(&mut self) -> bool {
        while self.one_of(b"[").is_some() {
            // What has to be understood begins with an exclamation mark.
            let suffix = self.run(|byte| byte.is_ascii_alphanumeric() || b"/_-+=.:".contains(byte));
            if suffix.is_empty() || self.one_of(b"]").is_none() {
                return false;
            }
        }
        let _ = self.gap();
        if self.one_of(b"(").is_some() {
            self.run(|byte| !b"()".contains(byte));
            return self.0 == b")";
        }
        self.0.is_empty()
    }

    /// A number of one or two digits.
    pub(super) fn short(&mut self) -> Option<u8> {
        let first = self.digit()?;
        Some(self.digit().map_or(first, |second| first * 10 + second))
    }

    fn has_digit(&self) -> bool {
        self.0.first().is_some_and(u8::is_ascii_digit)
    }

    pub(super) fn word(&mut self) -> &'a [u8] {
        self.run(u8::is_ascii_alphabetic)
    }

    pub(super) fn gap(&mut self) -> Option<()> {
        let gap = self.run(|byte| b" ,".contains(byte));
        (!gap.is_empty()).then_some(())
    }

    /// All that comes next and is of one kind.
    fn run(&mut self, is_meant: impl Fn(&u8) -> bool) -> &'a [u8] {
        let end = self.0.iter().position(|byte| !is_meant(byte));
        let (taken, rest) = self.0.split_at(end.unwrap_or(self.0.len()));
        self.0 = rest;
        taken
    }
}
