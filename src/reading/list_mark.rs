//! The mark before an item of a list, which is no part of what the item says.

use crate::span::Span;

/// A sentence without the mark of a list before it: a bullet, or a star, a dash or an arrow with
/// white space after it. `span` is a sentence of `text`, which begins and ends with no white space.
pub(super) fn without_list_mark(text: &str, span: Span) -> Span {
    let sentence = span.of(text);
    // Nearly all begin with a letter.
    if sentence.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric) {
        return span;
    }
    let bare = sentence.trim_start_matches(['•', '·', '●', '▪', '■', '◦', '‣', '►', '➤']);
    let bare = if bare.len() < sentence.len() {
        bare
    } else {
        let after = sentence.trim_start_matches(['*', '-', '–', '—', '>', '»']);
        let parted = after.starts_with(char::is_whitespace);
        if parted { after } else { sentence }
    };
    let bare = bare.trim_start();
    // Both are within a text that spans can point into.
    let mark = (sentence.len() - bare.len()) as u32;
    if bare.is_empty() { span } else { Span::new(span.start + mark, span.end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_lists_go_and_those_of_a_text_stay() {
        for (with, without) in [
            ("• Police said so.", "Police said so."),
            ("•Police said so.", "Police said so."),
            ("- Police said so.", "Police said so."),
            (">> Police said so.", "Police said so."),
            ("-5 degrees were measured.", "-5 degrees were measured."),
            ("—Qué día —dijo.", "—Qué día —dijo."),
            ("“Rain,” she said.", "“Rain,” she said."),
            ("•", "•"),
        ] {
            let span = Span::new(0, with.len() as u32);
            assert_eq!(without_list_mark(with, span).of(with), without);
        }
    }
}
