//! What a card has to show of a text, by the words of docs/fields.md and apart from the code that does it.

/// The text as a card shows it where it has room for all of it; `None` if nothing in it can be seen.
pub fn shown(raw: &str) -> Option<String> {
    let keeps_isolates = balances(raw);
    let kept: String = raw
        .chars()
        .filter_map(|character| match character {
            '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{2066}'..='\u{2069}' => keeps_isolates.then_some(character),
            '\u{202a}'..='\u{202e}' => None,
            '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' => None,
            _ => (!character.is_control()).then_some(character),
        })
        .collect();
    let words: Vec<&str> = kept.split(' ').filter(|word| !word.is_empty()).collect();
    let text = words.join(" ").trim().to_owned();
    let is_seen = |character: char| {
        !character.is_whitespace()
            && !matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}')
    };
    text.contains(is_seen).then_some(text)
}

/// Whether a text of the article is that text, or as much of its beginning as a card has room for.
pub fn is_shown(text: &str, whole: &str) -> bool {
    if text == whole {
        return true;
    }
    let bare = |text: &str| text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    let beginning = text.strip_suffix('…').map(bare);
    beginning.is_some_and(|beginning| {
        beginning.chars().count() >= 50 && bare(whole).starts_with(&beginning)
    })
}

fn balances(text: &str) -> bool {
    let mut open = 0_usize;
    for character in text.chars() {
        match character {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' => match open.checked_sub(1) {
                Some(less) => open = less,
                None => return false,
            },
            _ => {}
        }
    }
    open == 0
}

/// The text of a piece of HTML as a browser's parser finds it, without what is no text for readers.
pub fn of_markup(raw: &str) -> String {
    let page = scraper::Html::parse_fragment(raw);
    let is_unread = |name: &str| matches!(name, "script" | "style" | "template" | "title");
    let texts = page.root_element().descendants().filter_map(|node| {
        let mut parents = node
            .ancestors()
            .filter_map(|parent| parent.value().as_element());
        let text = node.value().as_text()?;
        (!parents.any(|parent| is_unread(parent.name()))).then_some(&**text)
    });
    texts.collect()
}

/// The text with its character references decoded once, and all tags left as they are.
pub fn decoded(raw: &str) -> String {
    scraper::Html::parse_fragment(&raw.replace('<', "&lt;"))
        .root_element()
        .text()
        .collect()
}

/// Whether nothing in the text is made up: every letter of it stands in the other, in that order, or is what a character
/// reference there stands for.
pub fn is_part(text: &str, raw: &str) -> bool {
    let mut pieces = raw.split('&');
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_of_reference = |sign: char| sign.is_ascii_alphanumeric() || sign == '#';
        let end = piece.find(|sign| !is_of_reference(sign));
        let reference = piece.get(..end.unwrap_or(piece.len())).unwrap_or_default();
        whole.push_str(&decoded(&format!("&{reference};")));
        whole.push('&');
        whole.push_str(piece);
    }
    let mut letters = whole.chars();
    let text = text.strip_suffix('…').unwrap_or(text);
    let mut seen = text.chars().filter(|letter| !letter.is_whitespace());
    seen.all(|letter| letters.any(|other| other == letter))
}

/// Whether two texts differ in white space only: taking out a tag may leave a space in its place.
pub fn is_alike(text: &str, other: &str) -> bool {
    let bare = |text: &str| -> String { text.split_whitespace().collect() };
    bare(text) == bare(other)
}

/// The address that a link has to have: that of the URL Standard without user name and password.
pub fn without_credentials(href: &str) -> String {
    let Some((scheme, rest)) = href.split_once("://") else {
        return href.to_owned();
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    format!("{scheme}://{host}{path}")
}
