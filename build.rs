//! Takes comments and needless white space out of the card's stylesheet, which every reader downloads inside the
//! WebAssembly: 1.1 KB less after brotli. What is left is read as it stands; nothing is reordered or renamed. The first row
//! of the table of labels goes, too: 0.1 KB.

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    // The second is that of whole prerendered pages.
    for name in ["card.css", "page.css"] {
        println!("cargo::rerun-if-changed=styles/{name}");
        let source = fs::read_to_string(Path::new("styles").join(name))?;
        let target = Path::new(&env::var("OUT_DIR")?).join(name);
        fs::write(target, compact(&source))?;
    }
    // Its first row, which names the columns, is for translators.
    println!("cargo::rerun-if-changed=src/labels.tsv");
    let labels = fs::read_to_string("src/labels.tsv")?;
    let (_, rows) = labels
        .split_once('\n')
        .ok_or("src/labels.tsv has no rows")?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("labels.tsv"), rows)?;
    Ok(())
}

fn compact(source: &str) -> String {
    let mut code = String::new();
    for part in source.split("/*") {
        // The first part has no comment before it; a stylesheet of ours holds no "*/" but at the end of one.
        code.push_str(part.split_once("*/").map_or(part, |(_, code)| code));
    }
    let words: Vec<&str> = code.split_whitespace().collect();
    let mut code = words.join(" ");
    for sign in ["{", "}", ";", ","] {
        code = code
            .replace(&format!("{sign} "), sign)
            .replace(&format!(" {sign}"), sign);
    }
    code.replace(";}", "}").replace(": ", ":")
}
