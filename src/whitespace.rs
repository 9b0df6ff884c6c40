//! White space, looked for many bytes at once.

/// True for the bytes that are white space in ASCII.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// True when a white-space character beyond ASCII stands in a text. Without a branch in the loop,
/// many bytes are looked at at once.
pub(crate) fn has_wide_space(text: &str) -> bool {
    let bytes = text.as_bytes();
    let second = bytes.get(1..).unwrap_or_default();
    let third = bytes.get(2..).unwrap_or_default();
    let is = |byte: u8, other: u8| u8::from(byte == other);
    // Those of two bytes, which may stand at the end, then those of three.
    let two = bytes
        .iter()
        .zip(second)
        .fold(0, |found, (&a, &b)| found | is(a, 0xC2) & (is(b, 0x85) | is(b, 0xA0)));
    let three = bytes.iter().zip(second).zip(third).fold(0, |found, ((&a, &b), &c)| {
        let general = u8::from(c <= 0x8A) | is(c, 0xA8) | is(c, 0xA9) | is(c, 0xAF);
        let of_e2 = is(b, 0x80) & general | is(b, 0x81) & is(c, 0x9F);
        let of_e3 = is(b, 0x80) & is(c, 0x80);
        let of_e1 = is(b, 0x9A) & is(c, 0x80);
        found | is(a, 0xE2) & of_e2 | is(a, 0xE3) & of_e3 | is(a, 0xE1) & of_e1
    });
    two | three != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wide_space_is_found() {
        for character in '\u{80}'..=char::MAX {
            for text in [character.to_string(), format!("a{character}b")] {
                assert_eq!(has_wide_space(&text), character.is_whitespace(), "{text:?}");
            }
        }
        assert!(!has_wide_space(" \t"));
    }
}
