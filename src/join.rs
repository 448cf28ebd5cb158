//! Texts, put together.

/// Puts a text together. The standard `concat` is written anew for each kind of part, this is not.
pub fn join(parts: &[&str]) -> String {
    let mut joined = String::new();
    for part in parts {
        joined.push_str(part);
    }
    joined
}
