//! Takes comments and needless white space out of the card's stylesheet, which every reader downloads inside the
//! WebAssembly: 1.1 KB less after brotli. What is left is read as it stands; nothing is reordered or renamed.
//!
//! The table of labels is parted: which languages it has, its rows, and the row of English, which is all that the runtime
//! of a page holds. What stands before them is for translators: the lines that begin with "#", and the row that names the
//! columns.

#[path = "styles/compact.rs"]
mod compact;

use compact::compact;
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    // The second is that of whole prerendered pages.
    for name in ["card.css", "page.css"] {
        println!("cargo::rerun-if-changed=styles/{name}");
        let source = fs::read_to_string(Path::new("styles").join(name))?;
        let target = Path::new(&env::var("OUT_DIR")?).join(name);
        fs::write(target, compact(&source))?;
    }
    println!("cargo::rerun-if-changed=src/labels.tsv");
    let labels = fs::read_to_string("src/labels.tsv")?;
    let mut rows = String::new();
    let mut languages = String::new();
    for row in labels.lines().filter(|line| !line.starts_with('#')).skip(1) {
        rows += row;
        rows.push('\n');
        let mut cells = row.split('\t');
        let tag_and_script = [cells.next(), cells.next()];
        languages += &tag_and_script.map(Option::unwrap_or_default).join("\t");
        languages.push('\n');
    }
    let english = rows.lines().next().ok_or("src/labels.tsv has no English")?;
    let folder = env::var("OUT_DIR")?;
    for (name, text) in [
        ("labels.tsv", &*rows),
        ("english.tsv", english),
        ("languages.tsv", &languages),
    ] {
        fs::write(Path::new(&folder).join(name), text)?;
    }
    Ok(())
}
