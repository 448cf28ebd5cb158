//! The name in a printed byline, without the date, the job and the house that stand after it.

/// What stands between a name and something else.
const SEPARATORS: &[&str] = &[" | ", " · ", " • ", " – ", " — ", " - ", " / ", "\n"];
/// Words that are no part of a name, in small letters, by their meaning.
const OTHERS: &[&str] = &[
    // Jobs.
    "author columnist contributor correspondent critic editor editors journalist producer reporter staff writer \
     auteur autor autorin chefredakteur chefredakteurin corresponsal correspondant correspondante cronista giornalista \
     journaliste journalistin korrespondent korrespondentin periodista redacción redactor redactora redakteur redakteurin \
     redaktor redaktion reporterin rédacteur rédaction rédactrice repórter verslaggever",
    // Agencies.
    "afp dpa epa reuters",
    // What comes before a date.
    "published updated posted aktualisiert veröffentlicht publié publicado actualizado atualizado aggiornato pubblicato",
];

/// The name that the text begins with; `None` if it cannot be told from what stands around it.
pub(super) fn name(text: &str) -> Option<&str> {
    let cut = SEPARATORS
        .iter()
        .filter_map(|separator| text.find(separator))
        .min();
    let mut name = text.get(..cut.unwrap_or(text.len())).unwrap_or(text).trim();
    while let Some((before, after)) = name.rsplit_once(',') {
        // A date may have a comma of its own, so what comes before the last part is looked at, too.
        if !is_other(after) && !before.split(',').skip(1).any(is_other) {
            break;
        }
        name = before.trim_end();
    }
    let has_date = name.chars().any(|sign| sign.is_ascii_digit());
    (!has_date && !name.is_empty()).then_some(name)
}

/// Whether it holds a number, or a word that is no part of a name.
fn is_other(part: &str) -> bool {
    let mut words = part.split(|sign: char| !sign.is_alphanumeric());
    words.any(|word| {
        let word = word.to_lowercase();
        let others = OTHERS
            .iter()
            .flat_map(|others| others.split_ascii_whitespace());
        word.starts_with(|sign: char| sign.is_ascii_digit()) || { others }
            .any(|other| other == word)
    })
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_name_stands_without_date_and_job() {
        for text in [
            "Mara Quill",
            "Mara Quill, April 3, 2024",
            "Mara Quill, 3. April 2024",
            "Mara Quill | 3 April 2024 10:15",
            "Mara Quill, Senior Correspondent · Updated 4 April",
            "Mara Quill, Redakteurin",
            "Mara Quill - Reuters",
            " Mara Quill, staff writer, 10:15 ",
        ] {
            assert_eq!(name(text), Some("Mara Quill"), "{text}");
        }
        for whole in [
            "Mara Quill, Ona Brandt",
            "Mara Quill, Jr.",
            "Quill-Brandt",
            "木村",
        ] {
            assert_eq!(name(whole), Some(whole));
        }
        for doubtful in [
            "Mara Quill 3 April 2024",
            "3 April 2024",
            "April 3, 2024",
            "m_quill7",
            " | x",
        ] {
            assert_eq!(name(doubtful), None, "{doubtful}");
        }
    }
}
