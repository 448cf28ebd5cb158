//! Text of content systems, in which HTML markup and character references may stand.
//!
//! What a reader would see of it, and nothing else: only tags of HTML's own elements count as tags, so that `5 < 6` and
//! `<Placeholder>` stay, and references are decoded exactly once.

mod entities;

use crate::search::split_at;

/// No text of a card is longer, markup and all; what follows is not looked at.
const LONGEST: usize = 64 * 1024;

/// Elements that stand within a line: their tags leave nothing.
const INLINE: &str = "a abbr acronym audio b bdi bdo big blink button cite code data del dfn em font i img input ins kbd label map \
    mark meter nobr output picture progress q rb rp rt rtc ruby s samp slot small source span strike strong sub sup \
    time track tt u var video wbr area base basefont col embed link meta param canvas";
/// Elements that begin a line of their own: their tags leave a line break.
const BLOCK: &str = "address article aside blockquote body br caption center colgroup datalist dd details dialog dir div dl dt \
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main \
    marquee menu nav noframes noscript ol optgroup option p plaintext pre search section select summary table tbody td \
    tfoot th thead tr ul xmp";
/// Elements of which a reader sees nothing, or nothing that is text.
const HIDDEN: &str = "applet iframe math noembed object script style svg template textarea title";

/// The text as a reader would see it: tags and comments taken out, character references decoded exactly once.
pub(crate) fn to_text(raw: &str) -> String {
    decoded(&without_tags(start_of(raw)), true)
}

/// An address as it was meant: only references that end in a semicolon are decoded, for in `?a=1&copy=2` there is none.
pub(crate) fn decode(raw: &str) -> String {
    decoded(start_of(raw), false)
}

fn start_of(raw: &str) -> &str {
    raw.get(..raw.floor_char_boundary(LONGEST)).unwrap_or(raw)
}

fn without_tags(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (left, after) = markup(after).unwrap_or(("<", after));
        text.push_str(left);
        rest = after;
    }
    text.push_str(rest);
    text
}

/// What the markup that begins with `<` leaves behind, and the rest; `None` if it is none.
fn markup(after: &str) -> Option<(&'static str, &str)> {
    if let Some(comment) = after.strip_prefix("!--") {
        let rest = split_at(comment, "-->").map_or("", |(_, rest)| rest);
        return Some(("", rest));
    }
    let named = after.strip_prefix('/').unwrap_or(after);
    let length = named.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = named.split_at_checked(length)?;
    if !rest.starts_with(['>', '/', ' ', '\t', '\n', '\r', '\u{c}']) {
        return None;
    }
    let is_in = |list: &str| {
        list.split(' ')
            .any(|known| known.eq_ignore_ascii_case(name))
    };
    let left = if is_in(INLINE) {
        ""
    } else if is_in(BLOCK) || is_in(HIDDEN) {
        "\n"
    } else {
        return None;
    };
    let rest = after_tag(rest)?;
    if is_in(HIDDEN) && !after.starts_with('/') {
        return Some((left, after_element(rest, name)));
    }
    Some((left, rest))
}

/// What follows the tag; `None` if another begins before it ends. A quoted value may hold either sign, unless the quote is
/// never closed.
fn after_tag(tag: &str) -> Option<&str> {
    let mut rest = tag;
    while let Some(at) = rest.bytes().position(|byte| b"<>\"'".contains(&byte)) {
        let (sign, after) = (rest.get(at..=at)?, rest.get(at + 1..)?);
        match sign {
            "<" => return None,
            ">" => return Some(after),
            _ => match split_at(after, sign) {
                Some((_, after)) => rest = after,
                None => return tag.split_once('>').map(|(_, rest)| rest),
            },
        }
    }
    None
}

/// What follows the end of an element; nothing if it is never closed.
fn after_element<'a>(content: &'a str, name: &str) -> &'a str {
    let mut rest = content;
    while let Some((_, after)) = split_at(rest, "</") {
        let end = after.get(..name.len()).unwrap_or_default();
        if end.eq_ignore_ascii_case(name) {
            return after.split_once('>').map_or("", |(_, rest)| rest);
        }
        rest = after;
    }
    ""
}

fn decoded(raw: &str, is_text: bool) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        let (characters, length) = reference(after, is_text).unwrap_or((one('&'), 0));
        for character in characters {
            text.extend(character);
        }
        rest = after.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

/// What a reference stands for: a character, or a few names two.
type Characters = [Option<char>; 2];

const fn one(character: char) -> Characters {
    [Some(character), None]
}

/// What a reference stands for, and the length of the reference without its `&`.
fn reference(after: &str, is_text: bool) -> Option<(Characters, usize)> {
    let ends_at = |length: usize| {
        after
            .get(length..)
            .is_some_and(|rest| rest.starts_with(';'))
    };
    if let Some(number) = after.strip_prefix('#') {
        let (base, digits) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (16, digits),
            None => (10, number),
        };
        let start = after.len() - digits.len();
        let (mut code, mut length) = (0_u32, start);
        for digit in digits.bytes() {
            let Some(digit) = char::from(digit).to_digit(base) else {
                break;
            };
            code = code.saturating_mul(base).saturating_add(digit);
            length += 1;
        }
        let is_whole = ends_at(length);
        if length == start || !(is_whole || is_text) {
            return None;
        }
        return Some((one(numbered(code)), length + usize::from(is_whole)));
    }
    let length = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if ends_at(length)
        && let Some(characters) = entities::named(after.get(..=length)?)
    {
        return Some((characters, length + 1));
    }
    let (character, length) = is_text.then(|| entities::beginning(after)).flatten()?;
    Some((one(character), length))
}

/// The character of a numeric reference by the HTML Standard: the numbers of control characters are taken for bytes of
/// windows-1252, since that is what they were.
fn numbered(code: u32) -> char {
    const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let character = match code {
        0 => None,
        0x80..=0x9f => {
            let mut known = FROM_80.chars().zip(0x80..);
            known.find_map(|(character, byte)| (byte == code).then_some(character))
        }
        _ => char::from_u32(code),
    };
    character.unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::{decode, to_text};

    #[track_caller]
    fn shows(raw: &str, text: &str) {
        assert_eq!(to_text(raw), text, "{raw}");
    }

    #[test]
    fn tags_of_html_go_and_everything_else_stays() {
        shows("A <b>bold</b><i CLASS='x'>er</i> word", "A bolder word");
        shows("<p>One</p><P>Two<br/>three</P>", "\nOne\n\nTwo\nthree\n");
        shows(
            "5 < 6, a <Placeholder>, <3, <b and <bx>",
            "5 < 6, a <Placeholder>, <3, <b and <bx>",
        );
        shows("<a href=\"/x?a>b\" title='\"'>link</a>", "link");
        shows("an <em title=\"open>cut</em>", "an cut");
        shows("<!-- a > b -->seen<!-- never closed", "seen");
    }

    #[test]
    fn what_a_reader_does_not_see_goes_with_its_content() {
        shows("a<style>p { color: red }</style>b", "a\nb");
        shows("a<Script src=x>if (a </b) {}</sCRIPT >b", "a\nb");
        shows("a<script>never closed", "a\n");
        shows("a</script>b", "a\nb");
    }

    #[test]
    fn references_are_decoded_exactly_once() {
        shows("&amp;lt;b&gt;", "&lt;b>");
        shows("&lt;b&gt;bold&lt;/b&gt;", "<b>bold</b>");
        shows(
            "Q&amp;A, R&D, AT&T; &nosuch; & &;",
            "Q&A, R&D, AT&T; &nosuch; & &;",
        );
        shows(
            "caf&eacute;&#8217;s &#x201C;caf&#233&quot;",
            "café’s “café\"",
        );
        shows(
            "&hellip; &apos; &hellip no &copy2024 &notit; &notin;",
            "… ' &hellip no ©2024 ¬it; ∉",
        );
    }

    #[cfg(feature = "page")]
    #[test]
    fn all_names_of_html_are_known() {
        shows(
            "&lcub;fmt&rcub; 11&period; &NewLine;&amp;lcub;",
            "{fmt} 11. \n&lcub;",
        );
        shows("&fjlig;ord &NotEqualTilde;", "fjord ≂̸");
        shows(
            "&lcub &LCUB; &lcu; &CounterClockwiseContourIntegral;",
            "&lcub &LCUB; &lcu; ∳",
        );
        assert_eq!(decode("/a&quest;b&lcubx"), "/a?b&lcubx");
    }

    #[test]
    fn numbers_are_read_as_the_html_standard_reads_them() {
        shows("&#150;&#x80;&#129;", "–€\u{81}");
        shows(
            "&#0;&#xd800;&#x110000;&#99999999999;",
            "\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
        );
        shows("&#; &#x; &#xg;", "&#; &#x; &#xg;");
    }

    #[test]
    fn an_address_keeps_its_parameters() {
        assert_eq!(decode("/a?b=1&amp;c=2&#038;d=3"), "/a?b=1&c=2&d=3");
        let plain = "/a?b=1&copy=2&lt=3&#12&x=<b>";
        assert_eq!(decode(plain), plain);
    }

    #[test]
    fn any_text_is_read_in_time() {
        for piece in [
            "<b ", "<b \"", "<b '>\"", "<!--", "<script>", "</", "&", "&not", "<",
        ] {
            let text = piece.repeat(200_000);
            assert!(to_text(&text).len() <= text.len());
        }
    }
}
