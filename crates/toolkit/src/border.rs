//! What crosses the border to JavaScript: inputs come as bytes into room that is kept for them, and HTML goes as UTF-8 or as
//! UTF-16, whatever the host makes a text of sooner.

use std::cell::RefCell;

/// Room beyond that is given back after each input.
const KEPT: usize = 256 * 1024;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Room for an input of so many bytes; where it is.
pub(crate) fn room(length: usize) -> *const u8 {
    INPUT.with_borrow_mut(|input| {
        if input.len() < length {
            input.resize(length, 0);
        }
        input.as_ptr()
    })
}

/// Does something with the input that JavaScript has put there.
pub(crate) fn with_input<T>(length: usize, work: impl FnOnce(&[u8]) -> T) -> T {
    let input = INPUT.take();
    let answer = work(input.get(..length).unwrap_or(&input));
    if input.len() <= KEPT {
        INPUT.set(input);
    }
    answer
}

/// Whether the input holds U+FFFD, which JavaScript writes for half of a surrogate pair.
pub(crate) fn has_replacement(length: usize) -> bool {
    const BLOCK: usize = 64;
    const SIGN: &[u8] = "\u{fffd}".as_bytes();
    INPUT.with_borrow(|input| {
        let input = input.get(..length).unwrap_or(input);
        // As a sum over a block, so that the processor looks at many bytes at a time.
        let begins = |block: &[u8]| {
            block
                .iter()
                .fold(false, |found, byte| found | (*byte == 0xef))
        };
        input.chunks(BLOCK).any(begins) && input.windows(SIGN.len()).any(|bytes| bytes == SIGN)
    })
}

/// The text in UTF-16, of which JavaScript makes a text of its own in a fifteenth of the time.
pub(crate) fn widen(text: &str, wide: &mut Vec<u16>) {
    const BLOCK: usize = 32;
    wide.clear();
    wide.reserve(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (blocks, _) = rest.as_bytes().as_chunks::<BLOCK>();
        let mut plain = 0;
        for block in blocks.iter().take_while(|block| block.is_ascii()) {
            wide.extend_from_slice(&block.map(u16::from));
            plain += BLOCK;
        }
        let more = rest.get(plain..).unwrap_or_default();
        // The block that follows is none of ASCII, or the end.
        let end = (BLOCK..BLOCK + 4).find(|end| more.is_char_boundary(*end));
        let (block, more) = more
            .split_at_checked(end.unwrap_or(more.len()))
            .unwrap_or((more, ""));
        wide.extend(block.encode_utf16());
        rest = more;
    }
}
