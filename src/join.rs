//! Texts, put together.

/// Puts a text together. The standard `concat` is written anew for each kind of part, this is not.
pub fn join(parts: &[&str]) -> String {
    let mut joined = String::new();
    for part in parts {
        joined.push_str(part);
    }
    joined
}

/// A number in decimal digits. The standard library's way knows of widths and signs, and weighs more.
pub fn digits(number: u64) -> String {
    let mut text = match number / 10 {
        0 => String::new(),
        tens => digits(tens),
    };
    let last = u32::try_from(number % 10).unwrap_or_default();
    text.extend(char::from_digit(last, 10));
    text
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn a_number_has_the_digits_of_the_standard_library() {
        for number in [0, 7, 10, 99, 100, 65_535, u64::MAX] {
            assert_eq!(digits(number), number.to_string());
        }
    }
}
