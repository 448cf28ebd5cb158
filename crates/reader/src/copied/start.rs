//! The start of a copied story.

use super::article::Draft;
use super::lines::{Kind, Line};
use crate::dateline;
use article_card::article::limits::{BULLETS, LABEL, LINE, PARAGRAPH};

impl Draft<'_, '_> {
    /// The start of the story: a standfirst, the key points, and the place before the first paragraph.
    pub(super) fn read_start(&mut self, lines: &[Line<'_>]) {
        let mut lines = lines.iter().peekable();
        let mut bullets = Vec::new();
        while let Some(line) = lines.next() {
            let path = line.path();
            match line.kind {
                Kind::Bullet(point, _) => {
                    let mut point = point.to_owned();
                    // A point that was broken goes on in lines that begin further in.
                    while let Some(more) =
                        lines.next_if(|next| next.is_text() && next.column > line.column)
                    {
                        point.push(' ');
                        point.push_str(more.text);
                    }
                    bullets.extend(self.cleaner.plain("bullets", &point, &path, LINE));
                }
                Kind::Text => {
                    let is_over_points = bullets.is_empty()
                        && self.standfirst.is_none()
                        && lines
                            .peek()
                            .is_some_and(|next| matches!(next.kind, Kind::Bullet(..)));
                    if !is_over_points {
                        self.place(line);
                        break;
                    }
                    let standfirst = self
                        .cleaner
                        .plain("standfirst", line.text, &path, PARAGRAPH);
                    self.standfirst = standfirst;
                }
                _ => self.read_meta(line),
            }
        }
        if let Some(first) = bullets.first().and(lines.next()) {
            self.cleaner.shorten(&mut bullets, BULLETS, &first.path());
        }
        self.bullets = bullets;
    }

    fn place(&mut self, line: &Line<'_>) {
        if let Some((place, _)) = dateline::split(line.text) {
            let done = "the beginning of the text";
            let path = line.path();
            self.dateline = self.cleaner.cleaned("dateline", place, &path, LABEL, done);
        }
    }
}
