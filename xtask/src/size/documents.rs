//! The sizes that documents state: written between two comments by `cargo xtask size`, and held to the kit by a check.

use super::{DOWNLOADS, Download, File, TOOLKITS, sum};
use crate::passage::Passage;
use anyhow::{Result, ensure};

/// A document, and what stands between the comments in it.
struct Document {
    passage: Passage,
    says: fn(&[File]) -> String,
}

const DOCUMENTS: [Document; 2] = [
    Document {
        passage: sizes_in("README.md"),
        says: sentence,
    },
    Document {
        passage: sizes_in("docs/size.md"),
        says: table,
    },
];

const fn sizes_in(document: &'static str) -> Passage {
    Passage {
        document,
        name: "sizes",
    }
}

/// A file of the kit in the words of the table.
struct Row {
    about: &'static str,
    is: fn(&str) -> bool,
}

const LOADER: Row = Row {
    about: "the loader, `article-card.js`",
    is: |name| name == "article-card.js",
};
const STYLESHEET: Row = Row {
    about: "`article-card.css`, which a page may do without",
    is: |name| name == "article-card.css",
};
const RUNTIME: [Row; 2] = [
    Row {
        about: "the runtime's glue",
        is: |name| name.starts_with("article-card-runtime-") && name.ends_with(".js"),
    },
    Row {
        about: "the runtime's WebAssembly",
        is: |name| name.starts_with("article-card-runtime-") && name.ends_with(".wasm"),
    },
];
const READER: [Row; 2] = [
    Row {
        about: "the reader's glue",
        is: |name| name.starts_with("article-card-reader-") && name.ends_with(".js"),
    },
    Row {
        about: "the reader's WebAssembly",
        is: |name| name.starts_with("article-card-reader-") && name.ends_with(".wasm"),
    },
];

/// Writes what these files weigh into the documents.
pub fn write(kit: &[File]) -> Result<()> {
    for Document { passage, says } in DOCUMENTS {
        passage.write(&says(kit))?;
    }
    Ok(())
}

/// Fails when a document says something else.
pub fn check(kit: &[File]) -> Result<()> {
    for Document { passage, says } in DOCUMENTS {
        let fresh = says(kit);
        ensure!(
            is_near(&passage.read()?, &fresh),
            "the sizes in {} are not those of the kit; `cargo xtask size` writes them anew, as\n\n{fresh}",
            passage.document
        );
    }
    Ok(())
}

/// Whether two texts say the same but for numbers that are off by half a percent at most: what a compiler writes depends
/// a little on the folder that it runs in.
fn is_near(written: &str, fresh: &str) -> bool {
    let number = |word: &str| word.replace(',', "").parse::<usize>().ok();
    let is_same = |(written, fresh): (&str, &str)| match (number(written), number(fresh)) {
        (Some(written), Some(fresh)) => written.abs_diff(fresh) * 200 <= fresh,
        _ => written == fresh,
    };
    let (written, fresh) = (written.split_whitespace(), fresh.split_whitespace());
    written.clone().count() == fresh.clone().count() && written.zip(fresh).all(is_same)
}

fn sentence(kit: &[File]) -> String {
    let [own, foreign] = DOWNLOADS.map(|download| in_thousands(sum_of(kit, download.has).1));
    format!(
        "The kit is {own} bytes for any number of cards, and {foreign} more where one has JSON-LD or ninjs.\n"
    )
}

fn table(kit: &[File]) -> String {
    let [own, foreign] = &DOWNLOADS;
    let mut table = "| file | raw | brotli 11 |\n|---|--:|--:|\n".to_owned();
    let mut add = |about: &str, is: fn(&str) -> bool| {
        let (raw, compressed) = sum_of(kit, is);
        let (raw, compressed) = (in_thousands(raw), in_thousands(compressed));
        table += &format!("| {about} | {raw} | {compressed} |\n");
    };
    for Row { about, is } in [&LOADER].into_iter().chain(&RUNTIME) {
        add(about, *is);
    }
    add("**every page, together**", own.has);
    for Row { about, is } in &READER {
        add(about, *is);
    }
    add("**a page with JSON-LD or ninjs, in addition**", foreign.has);
    add(STYLESHEET.about, STYLESHEET.is);
    let labels = kit.iter().filter(|file| is_labels(&file.name));
    if let Some(largest) = labels.max_by_key(|file| file.compressed) {
        let (raw, compressed) = (in_thousands(largest.raw), in_thousands(largest.compressed));
        table += &format!(
            "| the labels of a language, for cards in it, at most | {raw} | {compressed} |\n"
        );
    }
    for (Download { has, .. }, about) in TOOLKITS.iter().zip([
        "a server: the WebAssembly of `article-card/toolkit`",
        "a server: that of `article-card/render`",
    ]) {
        let (raw, compressed) = sum_of(kit, *has);
        let (raw, compressed) = (in_thousands(raw), in_thousands(compressed));
        table += &format!("| {about} | {raw} | {compressed} |\n");
    }
    let [own, foreign] = [own, foreign].map(|download| in_thousands(download.budget));
    let [whole, render] = TOOLKITS.map(|toolkit| in_thousands(toolkit.budget));
    table
        + &format!(
            "\nThe first sum may be {own} bytes, the second {foreign}, and those of a server {whole} and {render} at most.\n"
        )
}

fn is_labels(name: &str) -> bool {
    name.starts_with("article-card-labels-")
}

fn sum_of(kit: &[File], has: fn(&str) -> bool) -> (usize, usize) {
    let of_it: Vec<&File> = kit.iter().filter(|file| has(&file.name)).collect();
    sum(&of_it)
}

/// The number as people read it, such as 75,687.
fn in_thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kit(loader: usize) -> Vec<File> {
        let file = |name: &str, compressed| File {
            name: name.into(),
            raw: 2 * compressed,
            compressed,
        };
        vec![
            file("article-card-reader-0a.js", 1_000),
            file("article-card-reader-0a.wasm", 50_000),
            file("article-card-labels-0a-de.tsv", 300),
            file("article-card-runtime-0a.js", 2_000),
            file("article-card-runtime-0a.wasm", 60_000),
            file("article-card-shadow-0a.css", 7),
            file("article-card.css", 300),
            file("article-card.js", loader),
            file("toolkit/render.wasm", 140_000),
            file("toolkit/toolkit.wasm", 500_000),
        ]
    }

    #[test]
    fn files_and_sums_have_a_row_each() {
        let table = table(&kit(3_000));
        for row in [
            "| the loader, `article-card.js` | 6,000 | 3,000 |\n",
            "| the runtime's WebAssembly | 120,000 | 60,000 |\n",
            "| **every page, together** | 130,000 | 65,000 |\n",
            "| **a page with JSON-LD or ninjs, in addition** | 102,000 | 51,000 |\n",
            "| `article-card.css`, which a page may do without | 600 | 300 |\n",
            "| a server: that of `article-card/render` | 280,000 | 140,000 |\n",
        ] {
            assert!(table.contains(row), "{table}");
        }
        let sentence = sentence(&kit(3_000));
        assert!(
            sentence.starts_with("The kit is 65,000 bytes "),
            "{sentence}"
        );
    }

    #[test]
    fn half_a_percent_is_near_and_more_is_stale() {
        for says in DOCUMENTS.map(|document| document.says) {
            let written = says(&kit(3_000));
            assert!(is_near(&written, &says(&kit(3_000))));
            assert!(is_near(&written, &says(&kit(3_015))));
            assert!(!is_near(&written, &says(&kit(3_400))));
            assert!(!is_near(&written.replace("ninjs", "RSS"), &written));
            assert!(!is_near("", &written));
        }
        // One file, though the sum has hardly changed.
        assert!(!is_near(&table(&kit(3_000)), &table(&kit(3_030))));
    }

    #[test]
    fn every_document_has_a_place_for_the_sizes() -> Result<()> {
        for Document { passage, says } in DOCUMENTS {
            // In the same words; the figures are compared where the kit is built.
            let words =
                |text: &str| text.replace(|sign: char| sign.is_ascii_digit() || sign == ',', "");
            let written = passage.read()?;
            assert_eq!(
                words(&written),
                words(&says(&kit(3_000))),
                "{}",
                passage.document
            );
        }
        Ok(())
    }
}
