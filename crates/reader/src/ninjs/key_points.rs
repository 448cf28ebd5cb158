//! Key points, for which ninjs has no standard role: a description with one of the usual names, a line for each point.

use super::wording::Wording;
use crate::clean::Cleaner;
use crate::key_points::{self, bare};
use article_card::article::Text;
use article_card::article::limits::{BULLETS, LINE};

const KEY_POINTS: [&str; 5] = [
    "keypoints",
    "keypoint",
    "summarylist",
    "bullets",
    "highlights",
];

pub(super) fn bullets(descriptions: &[Wording<'_>], cleaner: &Cleaner<'_>) -> Vec<Text> {
    let mut bullets = Vec::new();
    let mut last = None;
    for points in descriptions {
        if !KEY_POINTS.contains(&&*points.role) {
            continue;
        }
        last = Some(&points.path);
        for line in lines(points) {
            if bullets.len() > BULLETS {
                break;
            }
            let bullet = Wording {
                role: String::new(),
                is_markup: points.is_markup,
                raw: &line,
                path: points.path.clone(),
            };
            bullets.extend(bullet.cleaned("bullets", LINE, cleaner));
        }
    }
    if let Some(path) = last {
        cleaner.shorten(&mut bullets, BULLETS, path);
    }
    bullets
}

/// A point ends with its line, or in markup with its element; never with a full stop, for "Jan. 4" has one, too.
fn lines(points: &Wording<'_>) -> Vec<String> {
    if !points.is_markup {
        let points = key_points::points(points.raw);
        return points.into_iter().map(str::to_owned).collect();
    }
    let mut lines = vec![String::new()];
    for (index, part) in points.raw.split('<').enumerate() {
        let name = part.trim_start_matches('/');
        let end = name.find(|letter: char| !letter.is_ascii_alphanumeric());
        let name = name.get(..end.unwrap_or(name.len())).unwrap_or_default();
        let begins = ["li", "p", "br", "div"]
            .iter()
            .any(|tag| tag.eq_ignore_ascii_case(name));
        if index > 0 && begins {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(if index > 0 { "<" } else { "" });
            line.push_str(part);
        }
    }
    lines.iter().map(|line| bare(line).to_owned()).collect()
}
