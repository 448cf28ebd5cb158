//! The page as a tree, built by html5ever by the rules of the HTML Standard.
//!
//! Any text gives a tree in a time that grows with its length: nesting, attributes and elements are bounded far above
//! those of any page that people read, and what lies beyond is told. Nothing here recurses.

mod element;
mod gate;
mod tree;

pub(super) use element::Element;

use article_card::report::Code;
use gate::Gate;
use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use tree::Node;

/// The most attributes of one tag; the most seen on a page is below 60. Each is compared to all others.
const ATTRIBUTES: usize = 256;

/// A page that was read.
#[derive(Debug)]
pub(super) struct Document {
    nodes: Vec<Node>,
    /// What was left out because the page has more of it than any page of an article, with its place in the source.
    pub(super) omitted: Vec<(usize, Code, &'static str)>,
}

impl Document {
    /// Reads the source of a page.
    pub(super) fn parse(source: &str) -> Document {
        let tokenizer = Tokenizer::new(Gate::default(), TokenizerOpts::default());
        let input = BufferQueue::default();
        let mut rest = source;
        let mut with_too_many = None;
        while !rest.is_empty() {
            let place = source.len() - rest.len();
            let (length, attributes) = piece(rest, tokenizer.sink.is_raw());
            // A piece ends behind an ASCII sign or with the text, so it can always be split off.
            let (part, others) = rest.split_at_checked(length).unwrap_or((rest, ""));
            rest = others;
            if attributes > ATTRIBUTES {
                with_too_many = with_too_many.or(Some(place));
                continue;
            }
            tokenizer.sink.go_to(place);
            input.push_back(StrTendril::from_slice(part));
            while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        }
        tokenizer.end();
        let (nodes, mut omitted) = tokenizer.sink.finish();
        omitted.extend(with_too_many.map(|place| {
            let message = "a tag with more than 256 attributes was left out";
            (place, Code::TooLarge, message)
        }));
        Document { nodes, omitted }
    }

    /// The node above all elements; what stands in a `template` is not below it.
    pub(super) fn root(&self) -> Element<'_> {
        Element::root(self)
    }
}

/// How long the next piece is, and how many attributes it has if it is a tag: a whole tag or comment, or what stands before
/// the next one. So every element is created while its own tag is being read, and its place in the source is known.
fn piece(text: &str, is_raw: bool) -> (usize, usize) {
    let bytes = text.as_bytes();
    // Where the next angle bracket stands after which comes what is meant.
    let next = |is_meant: fn(u8) -> bool| {
        let mut pairs = bytes.windows(2).enumerate().skip(1);
        let found = pairs.find(|(_, pair)| matches!(pair, [b'<', after] if is_meant(*after)));
        found.map_or(bytes.len(), |(at, _)| at)
    };
    if is_raw {
        // Text without tags ends at a closing tag, and at which one the tokenizer knows.
        let length = match bytes {
            [b'<', b'/', rest @ ..] => {
                let end = rest.iter().position(|byte| matches!(byte, b'<' | b'>'));
                end.map_or(bytes.len(), |end| {
                    end + 2 + usize::from(rest.get(end) == Some(&b'>'))
                })
            }
            _ => next(|after| after == b'/'),
        };
        return (length, 0);
    }
    match bytes {
        [b'<', b'!', b'-', b'-', ..] => {
            let end = text.get(2..).and_then(|rest| rest.find("-->"));
            (end.map_or(bytes.len(), |end| end + 5), 0)
        }
        [b'<', first, ..] if first.is_ascii_alphabetic() => tag(bytes),
        _ => (
            next(|after| after.is_ascii_alphabetic() || after == b'!'),
            0,
        ),
    }
}

/// How long the start tag is with which the text begins.
pub(super) fn tag_length(text: &str) -> usize {
    tag(text.as_bytes()).0
}

/// The length of the start tag, and how many attributes it has.
fn tag(bytes: &[u8]) -> (usize, usize) {
    enum Within {
        Name,
        Gap,
        Attribute,
        Equals,
        Unquoted,
        Quoted(u8),
    }
    let mut within = Within::Name;
    let mut attributes = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let is_space = byte.is_ascii_whitespace();
        within = match (within, byte) {
            (Within::Quoted(quote), byte) if *byte == quote => Within::Gap,
            (Within::Quoted(quote), _) => Within::Quoted(quote),
            (_, b'>') => return (at + 1, attributes),
            (Within::Equals, b'"' | b'\'') => Within::Quoted(*byte),
            (Within::Equals, _) if is_space => Within::Equals,
            (Within::Equals | Within::Unquoted, _) if !is_space => Within::Unquoted,
            (Within::Attribute, b'=') => Within::Equals,
            // Space may stand around the sign of equality.
            (Within::Gap, b'=') if attributes > 0 => Within::Equals,
            (Within::Name | Within::Attribute, b'/') => Within::Gap,
            (Within::Name, _) if !is_space => Within::Name,
            (Within::Attribute, _) if !is_space => Within::Attribute,
            (Within::Gap, _) if !is_space && *byte != b'/' => {
                attributes += 1;
                Within::Attribute
            }
            _ => Within::Gap,
        };
    }
    (bytes.len(), attributes)
}

#[cfg(test)]
mod tests {
    use super::{Document, piece};

    #[test]
    fn every_element_knows_its_place() {
        let source = "<!-- <p> --><html a=\"<b>\"><head>\n<title>A <b> c</title><meta name=x content='>'>\n\
            <script>if (a<b) { '</p>' }</script><link rel=y></head>\n<body>1 < 2<p>x<img><table>y<tr><td>z</table>";
        let document = Document::parse(source);
        let names: Vec<&str> = document
            .root()
            .descendants()
            .filter(|element| !matches!(element.name(), "tbody"))
            .map(|element| {
                let rest = source.get(element.place()..).unwrap();
                let tag = rest.strip_prefix('<').unwrap();
                assert!(tag.starts_with(element.name()), "{rest}");
                element.name()
            })
            .collect();
        let expected = "html head title meta script link body p img table tr td";
        assert_eq!(names.join(" "), expected);
        let script = document.root().descendants().nth(4).unwrap();
        assert_eq!(script.raw_text(), "if (a<b) { '</p>' }");
    }

    #[test]
    fn a_tag_is_one_piece_with_all_its_attributes() {
        for (text, expected) in [
            ("<a>x", (3, 0)),
            ("<a b c = '>' d=\"<e f>\" g=h/>x", (28, 4)),
            ("<a/b/c>", (7, 2)),
            ("<a b", (4, 1)),
            ("<!-- <a> -->x", (12, 0)),
            ("x < y <b>", (6, 0)),
            ("</p><p>", (4, 0)),
            ("<", (1, 0)),
        ] {
            assert_eq!(piece(text, false), expected, "{text}");
        }
        assert_eq!(piece("a<b c</script>", true), (5, 0));
        assert_eq!(piece("</script>x", true), (9, 0));
    }

    #[test]
    fn blocks_are_apart_and_what_nobody_sees_is_left_out() {
        let source = "<p>One<b>two</b><br>three<script>x</script><ul><li>four<li>five</ul>\
            <template>six</template><svg><title>seven</title></svg><noscript>eight</noscript>nine";
        let text = Document::parse(source).root().text();
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(words, ["Onetwo", "three", "four", "five", "nine"]);
    }

    #[test]
    fn there_is_no_depth_and_no_number_that_takes_long() {
        let many_attributes: String = (0..300).map(|name| format!(" a{name}")).collect();
        for (source, told) in [
            ("<div>".repeat(50_000), "512 deep"),
            ("<b><i><u>".repeat(20_000), "512 deep"),
            ("<p>x".repeat(250_000), "400000 nodes"),
            (format!("<p{many_attributes}>"), "256 attributes"),
        ] {
            let source = format!("{source}<meta name=last>");
            let document = Document::parse(&source);
            let messages: Vec<&str> = document.omitted.iter().map(|(_, _, told)| *told).collect();
            assert!(
                messages.iter().any(|message| message.contains(told)),
                "{messages:?}"
            );
            let has_last = document
                .root()
                .descendants()
                .any(|e| e.attribute("name") == Some("last"));
            assert_eq!(has_last, told != "400000 nodes");
        }
        let document = Document::parse(&format!(
            "{}{}<h1>x",
            "<i>".repeat(1000),
            "</i>".repeat(1000)
        ));
        let heading = document
            .root()
            .descendants()
            .find(|e| e.name() == "h1")
            .unwrap();
        assert!(heading.ancestors().count() < 600);
    }
}
