//! The inputs that browsers are to read too, a line of JSON each, with what is read of them natively.

use crate::addresses;
use crate::dates;
use crate::folder;
use crate::page;
use crate::templates::{ADDRESS, FORMATS, TEXT};
use crate::texts;
use anyhow::{Context, Result};
use article_card_reader::{ReadOptions, read};
use serde_json::{Value, json};
use std::{
    fs,
    io::{self, BufWriter, Write},
    path::Path,
};

/// Prints them as read on a page of that address.
pub fn print(folder: &Path, page: &str) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let options = addresses::options(page);
    let mut print = |group: &str, name: &str, input: &[u8]| -> Result<()> {
        let Ok(text) = str::from_utf8(input) else {
            return Ok(());
        };
        writeln!(out, "{}", case(group, name, text, &options)).context("printing the cases")
    };
    for address in addresses::of(folder)?
        .into_iter()
        .flat_map(|(addresses, _)| addresses)
    {
        for (format, template) in FORMATS {
            let input = template(TEXT, &address.input).to_string();
            print(
                &format!("addresses, {format}"),
                &format!("{:?}", address.input),
                input.as_bytes(),
            )?;
        }
    }
    for date in dates::of(folder)? {
        let name = date.input.to_string();
        let own = json!({"headline": "H", "published": date.input}).to_string();
        print("dates, card", &name, own.as_bytes())?;
        print(
            "dates, json-ld",
            &name,
            dates::json_ld(&date.input).as_bytes(),
        )?;
    }
    for text in texts::of(folder)?.into_iter().flatten() {
        for (format, template) in FORMATS {
            let input = template(&text, ADDRESS).to_string();
            print(
                &format!("texts, {format}"),
                &format!("{text:?}"),
                input.as_bytes(),
            )?;
        }
    }
    for (part, group) in [("jsonsuite", "JSONTestSuite"), ("ninjs", "ninjs")] {
        let root = folder.join(part);
        for file in folder::json_files(&root)? {
            let input = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            print(group, &folder::name(&file, &root), &input)?;
        }
    }
    for page in page::of(folder)?.into_iter().flat_map(|(pages, _)| pages) {
        for script in page.scripts(folder)? {
            print("blocks of pages", script.file, &script.text)?;
        }
    }
    out.flush().context("printing the cases")
}

fn case(group: &str, name: &str, text: &str, options: &ReadOptions) -> Value {
    let reading = read(text.as_bytes(), options);
    let article = reading
        .articles
        .first()
        .map(|article| serde_json::from_str::<Value>(&article.to_json()).unwrap_or_default());
    json!({
        "group": group,
        "name": name.chars().take(150).collect::<String>(),
        "format": reading.format,
        "text": text,
        "article": article,
        "diagnostics": reading.report.diagnostics,
    })
}
