//! The bytes at which the scan for sentences stops; all others it passes over, many at once.

use super::languages::LanguageData;

/// What a byte may be to a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Nothing,
    LineBreak,
    /// A terminator.
    Stop,
    Quote,
    Bracket,
    /// First byte of a character that may be a terminator, a bullet or a line separator.
    Lead,
    Colon,
    Semicolon,
}

/// By byte.
pub(super) type Table = [Mark; 256];

static COMMON: Table = table(false, false);
static GREEK: Table = table(true, false);
static ARMENIAN: Table = table(false, true);

const fn table(semicolon: bool, colon: bool) -> Table {
    let mut table = [Mark::Nothing; 256];
    table[b'\n' as usize] = Mark::LineBreak;
    table[b'\r' as usize] = Mark::LineBreak;
    table[b'.' as usize] = Mark::Stop;
    table[b'!' as usize] = Mark::Stop;
    table[b'?' as usize] = Mark::Stop;
    table[b'"' as usize] = Mark::Quote;
    table[b')' as usize] = Mark::Bracket;
    let leads = [0xCD, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF];
    let mut index = 0;
    while index < leads.len() {
        table[leads[index]] = Mark::Lead;
        index += 1;
    }
    if semicolon {
        table[b';' as usize] = Mark::Semicolon;
    }
    if colon {
        table[b':' as usize] = Mark::Colon;
    }
    table
}

/// The table of a language.
pub(super) fn table_of(data: &LanguageData) -> &'static Table {
    match (data.semicolon_asks, data.colon_ends) {
        (true, _) => &GREEK,
        (_, true) => &ARMENIAN,
        _ => &COMMON,
    }
}

/// Bytes that are looked at at once.
const PIECE: usize = 16;

/// The first byte from `position` on that may matter, and what it may be.
pub(super) fn next_mark(text: &str, position: usize, table: &Table) -> Option<(usize, Mark)> {
    let bytes = text.as_bytes();
    let mut at = position;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let piece = &rest[..rest.len().min(PIECE)];
        if rest.first_chunk().is_none_or(may_matter) {
            for (offset, &byte) in piece.iter().enumerate() {
                let mark = table[usize::from(byte)];
                if mark != Mark::Nothing && (mark != Mark::Lead || leads(&rest[offset..])) {
                    return Some((at + offset, mark));
                }
            }
        }
        at += piece.len();
    }
    None
}

/// False only for a piece in which no byte matters in any language, as is most of a text. Without a
/// branch in the loop, all bytes are looked at at once.
fn may_matter(piece: &[u8; PIECE]) -> bool {
    let is = |byte: u8, first: u8, last: u8| u8::from(byte.wrapping_sub(first) <= last - first);
    let met = piece.iter().fold(0, |met, &byte| {
        let mark = is(byte, b'.', b'.') | is(byte, b'!', b'"') | is(byte, b')', b')');
        let other = is(byte, b'\n', b'\r') | is(byte, b':', b'?') | is(byte, 0xCD, 0xFF);
        met | mark | other
    });
    met != 0
}

/// False for characters that are neither a terminator nor a bullet nor a line separator, by their
/// first bytes: in many scripts every character begins with [`Mark::Lead`].
const fn leads(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xCD, 0xBE, ..]
            | [0xD6, 0x89, ..]
            | [0xD8, 0x9F, ..]
            | [0xDB, 0x94, ..]
            | [0xE0, 0xA5, 0xA4 | 0xA5, ..]
            | [0xE1, 0x81 | 0x8D | 0x9F, ..]
            | [0xE2, 0x80 | 0x81 | 0x96 | 0x97, ..]
            | [0xE3, 0x80, 0x82, ..]
            | [0xEF, 0xBC | 0xBD, ..]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_byte_that_matters_is_passed_over() {
        for byte in 0..=u8::MAX {
            let tables = [&COMMON, &GREEK, &ARMENIAN];
            let matters = tables.iter().any(|table| table[usize::from(byte)] != Mark::Nothing);
            for place in 0..PIECE {
                let mut piece = [b'a'; PIECE];
                piece[place] = byte;
                assert!(may_matter(&piece) || !matters, "{byte} at {place}");
            }
        }
        assert!(!may_matter(b"Most of a text, "));
    }
}
