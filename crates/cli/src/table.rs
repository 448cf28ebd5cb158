//! Aligned columns, counted as a terminal counts them.

use crate::console::{BOLD, DIM, style};
use crate::terminal::{brief, printable, shorten, shorten_path, wrap};
use anstyle::Style;
use article_card_reader::check::{Note, Row};
use unicode_width::UnicodeWidthStr;

const INDENT: &str = "  ";
const GAP: &str = "  ";
const TITLES: [&str; 4] = ["FIELD", "VALUE", "FROM", "NOTE"];

/// The rows under their titles, no line longer than so many columns if there are at least fifty.
pub(crate) fn table(rows: &[Row], columns: usize) -> String {
    let rows: Vec<Row> = rows.iter().map(harmless).collect();
    let widths = Widths::new(&rows, columns);
    let mut table = String::new();
    widths.line(&mut table, TITLES.map(|title| (title, DIM)));
    for row in &rows {
        widths.row(&mut table, row);
    }
    table
}

fn harmless(row: &Row) -> Row {
    let notes = row.notes.iter().map(|note| Note {
        severity: note.severity,
        code: note.code,
        text: match note.severity {
            Some(severity) => format!("{severity}: {}", brief(&note.text)),
            None => brief(&note.text),
        },
    });
    Row {
        field: printable(&row.field),
        value: printable(&row.value),
        from: brief(&row.from),
        place: row.place,
        notes: notes.collect(),
    }
}

struct Widths {
    field: usize,
    value: usize,
    from: usize,
    note: usize,
}

impl Widths {
    /// Names and sources have what they need up to a part of the line; value and note share the rest.
    fn new(rows: &[Row], columns: usize) -> Self {
        let widest = |title: &str, cells: &mut dyn Iterator<Item = &str>| {
            cells
                .map(UnicodeWidthStr::width)
                .fold(title.len(), usize::max)
        };
        let [field, value, from, note] = TITLES;
        let field = widest(field, &mut rows.iter().map(|row| &*row.field));
        let value = widest(value, &mut rows.iter().map(|row| &*row.value));
        let from = widest(from, &mut rows.iter().map(|row| &*row.from));
        let notes = &mut rows.iter().flat_map(|row| &row.notes);
        let note = widest(note, &mut notes.map(|note| &*note.text));
        let columns = columns.max(50).saturating_sub(INDENT.len() + 3 * GAP.len());
        let field = field.min(columns / 4);
        let from = from.min(columns / 4);
        let rest = columns.saturating_sub(field + from);
        // The one that needs less than half leaves the other what it does not need.
        let value = value.min((rest / 2).max(rest.saturating_sub(note)));
        Self {
            field,
            value,
            from,
            note: rest.saturating_sub(value),
        }
    }

    fn row(&self, table: &mut String, row: &Row) {
        let mut notes = row.notes.iter().flat_map(|note| {
            let style = note.severity.map_or(Style::new(), style);
            let lines = wrap(&note.text, self.note);
            lines.into_iter().map(move |line| (line, style))
        });
        let (note, style) = notes.next().unwrap_or_default();
        let value = shorten(&row.value, self.value);
        let from = shorten_path(&row.from, self.from);
        let field = shorten(&row.field, self.field);
        let first = [
            (&*field, BOLD),
            (&value, Style::new()),
            (&from, DIM),
            (&note, style),
        ];
        self.line(table, first);
        for (note, style) in notes {
            self.line(table, [("", BOLD), ("", DIM), ("", DIM), (&note, style)]);
        }
    }

    /// Spaces stand outside of the styles, so that no line ends in any.
    fn line(&self, table: &mut String, cells: [(&str, Style); 4]) {
        let mut spaces = INDENT.len();
        for ((text, style), width) in cells
            .into_iter()
            .zip([self.field, self.value, self.from, 0])
        {
            if !text.is_empty() {
                table.push_str(&" ".repeat(spaces));
                table.push_str(&format!("{style}{text}{style:#}"));
                spaces = 0;
            }
            spaces += width.saturating_sub(text.width()) + GAP.len();
        }
        table.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::{Note, Row, table};
    use article_card::report::Severity;
    use unicode_width::UnicodeWidthStr;

    fn row(field: &str, value: &str, from: &str, notes: &[&str]) -> Row {
        let note = |text: &&str| Note {
            severity: Some(Severity::Warning),
            code: None,
            text: (*text).into(),
        };
        Row {
            field: field.into(),
            value: value.into(),
            from: from.into(),
            place: None,
            notes: notes.iter().map(note).collect(),
        }
    }

    /// What a terminal shows of it.
    fn plain(table: &str) -> Vec<String> {
        let styled = anstream::adapter::strip_str(table).to_string();
        styled.lines().map(str::to_owned).collect()
    }

    #[test]
    fn columns_are_aligned_and_fit_the_terminal_in_any_script() {
        let cut = "the text was cut because a card has no room for more";
        let rows = [
            row(
                "headline",
                &"港の壁が高い".repeat(9),
                "$.@graph[2].mainEntity[0].headline",
                &[],
            ),
            row(
                "image.caption",
                "عاد النحّاسون إلى محالّهم",
                "meta[og:image:alt]",
                &[cut],
            ),
            row(
                "related[9].headline",
                &"e\u{301}\u{302}\u{303}".repeat(80),
                "$.x",
                &[cut, cut],
            ),
            row(
                "–",
                "",
                &"$.@graph".repeat(30),
                &["👩\u{200d}🚀".repeat(50).as_str()],
            ),
            row("a\nb", "\u{1b}[2J\u{202e}", "\u{9b}", &["\r"]),
        ];
        for columns in 50..200 {
            let lines = plain(&table(&rows, columns));
            let titles = lines.first().unwrap();
            for title in ["VALUE", "FROM"] {
                let column = titles.split(title).next().unwrap().width();
                for line in &lines {
                    let before = line
                        .char_indices()
                        .map(|(at, _)| line.get(..at).unwrap())
                        .find(|start| start.width() == column);
                    // A line that reaches the column has a blank before it.
                    assert!(
                        before.is_none_or(|start| start.ends_with(' ')),
                        "{columns}: {line}"
                    );
                }
            }
            for line in lines {
                assert!(line.width() <= columns, "{columns}: {line}");
                assert!(
                    !line.contains(char::is_control) && line.trim_end() == line,
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn a_short_table_takes_no_more_room_than_it_needs() {
        let rows = [row("url", "https://a.example/", "$.url", &["left out"])];
        assert_eq!(
            plain(&table(&rows, 120)),
            [
                "  FIELD  VALUE               FROM   NOTE",
                "  url    https://a.example/  $.url  warning: left out"
            ]
        );
    }
}
