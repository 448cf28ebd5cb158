//! The project's own judgements about the bullets of whole pages, `bullets.tsv`.
//!
//! No word of those pages may come into this repository, so hashes of the right bullets stand there: the first twelve
//! digits of the SHA-256 of each, made plain. Hashes cannot tell that one text is a part of another, so a bullet that is
//! read has to be that bullet and no more.
//!
//! A line is the name of a page, a tab, and the hashes with spaces between; `-` where the page has no bullets.
//! `cargo xtask corpus --judge FILE` adds lines, or changes those of the same pages.

use super::gold::plain;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

/// The hashes of the bullets that each page has.
pub type Own = BTreeMap<String, Vec<String>>;

const HEAD: &str = "\
# The right bullets of whole pages of the corpora, as hashes: no word of those pages may come into this repository.
# `cargo xtask corpus --judge FILE` writes this file; xtask/corpus/src/whole_pages/own.rs says how.
";

/// A page in words, as a person judges it.
#[derive(Deserialize)]
struct Judged {
    file: String,
    right: Vec<String>,
}

/// The judgements that the project has.
pub fn judgements() -> Result<Own> {
    parse(include_str!("bullets.tsv")).context("reading bullets.tsv")
}

/// Adds judgements in words, a JSON object on each line such as `{"file":"0123.html","right":["A bullet"]}`.
pub fn enlarge(tsv: &Path, judged: &Path) -> Result<()> {
    let reading = |path: &Path| format!("reading {}", path.display());
    let known = match tsv.exists() {
        true => fs::read_to_string(tsv).with_context(|| reading(tsv))?,
        false => String::new(),
    };
    let judged = fs::read_to_string(judged).with_context(|| reading(judged))?;
    let enlarged = enlarged(&known, &judged)?;
    fs::write(tsv, enlarged).with_context(|| format!("writing {}", tsv.display()))
}

fn enlarged(tsv: &str, judged: &str) -> Result<String> {
    let mut own = parse(tsv)?;
    for line in judged.lines().filter(|line| !line.trim().is_empty()) {
        let Judged { file, right } =
            serde_json::from_str(line).with_context(|| format!("no judgement: {line}"))?;
        let right = right.iter().map(|text| plain(text));
        let hashes = right.filter(|text| !text.is_empty());
        own.insert(file, hashes.map(|text| hash(&text)).collect());
    }
    let mut tsv = HEAD.to_owned();
    for (file, hashes) in own {
        let hashes = match hashes.is_empty() {
            true => String::from("-"),
            false => hashes.join(" "),
        };
        writeln!(tsv, "{file}\t{hashes}")?;
    }
    Ok(tsv)
}

fn parse(tsv: &str) -> Result<Own> {
    let lines = tsv.lines().filter(|line| !line.starts_with('#'));
    lines.map(page).collect()
}

fn page(line: &str) -> Result<(String, Vec<String>)> {
    let (file, hashes) = line.split_once('\t').context("a line without a tab")?;
    let hashes = match hashes {
        "-" => Vec::new(),
        hashes => hashes.split(' ').map(str::to_owned).collect(),
    };
    let is_digit = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    let is_hash = |hash: &String| hash.len() == 12 && hash.bytes().all(is_digit);
    if !hashes.iter().all(is_hash) {
        bail!("{file}: what is no hash");
    }
    Ok((file.to_owned(), hashes))
}

/// The hash of a text that is plain already.
pub fn hash(plain: &str) -> String {
    let digest = Sha256::digest(plain.as_bytes());
    let digits = digest.iter().take(6).map(|byte| format!("{byte:02x}"));
    digits.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projects_judgements_can_be_read() -> Result<()> {
        judgements().map(|_| ())
    }

    #[test]
    fn a_hash_is_the_beginning_of_sha_256() {
        assert_eq!(hash("abc"), "ba7816bf8f01");
    }

    #[test]
    fn judgements_are_added_or_changed_and_no_word_of_them_is_kept() -> Result<()> {
        let tsv = "0002.html\t-\n0003.html\tba7816bf8f01\n";
        let judged = "{\"file\":\"0002.html\",\"right\":[\"ABC.\",\" \",\"abc\"]}\n\n{\"file\":\"0001.html\",\"right\":[]}\n";
        let enlarged = enlarged(tsv, judged)?;
        let pages = "0001.html\t-\n0002.html\tba7816bf8f01 ba7816bf8f01\n0003.html\tba7816bf8f01\n";
        assert_eq!(enlarged, format!("{HEAD}{pages}"));
        Ok(())
    }

    #[test]
    fn words_in_the_place_of_hashes_are_refused() {
        for line in [
            "0001.html\tA bullet",
            "0001.html",
            "0001.html\t",
            "0001.html\tABCDEF012345",
        ] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
