//! Makes stylesheets small: those that `build.rs` puts into the crate, and the kit's for the host page.

/// A stylesheet of ours without comments and needless white space; what is left stands as it stood, nothing is reordered or
/// renamed.
pub fn compact(source: &str) -> String {
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
