//! Quotations that run over several sentences.

use memchr::{memchr2, memchr3_iter};

use super::characters::{char_at, char_before, is_line_break, is_opening_bracket};

/// Follows the quotation marks of a text from sentence to sentence.
///
/// Which way a mark faces is told by what it touches, since `”` opens in Swedish and `“` closes in
/// German; where that does not tell, by its shape, and for `"` by what is open.
///
/// ```
/// use nutgraf::text::Quotations;
/// let mut quotations = Quotations::default();
/// assert_eq!(quotations.read("", "“The dam broke."), (false, true));
/// assert_eq!(quotations.read(" ", "It was old,” she said."), (true, false));
/// assert_eq!(quotations.read(" ", "“Nobody came,” she said."), (false, false));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Quotations {
    open: bool,
    /// Sentences since the last mark.
    unmarked: u32,
}

/// After so many sentences without a mark, the writer has forgotten to close the quotation.
const FORGOTTEN: u32 = 3;

/// The way a quotation mark faces.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Face {
    Opens,
    Closes,
}

impl Quotations {
    /// Reads the next sentence; `between` is the text since the one before it, where a line break
    /// ends all quotations, as each paragraph of a long one has its own mark. Returns whether the
    /// sentence begins and whether it ends inside a quotation that goes beyond it. Linear.
    pub fn read(&mut self, between: &str, sentence: &str) -> (bool, bool) {
        if self.unmarked >= FORGOTTEN || between.contains(is_line_break) {
            self.open = false;
        }
        let mut first = None;
        for (at, mark) in marks(sentence) {
            first = first.or(self.turn(sentence, at, mark));
        }
        if let Some(face) = first {
            self.unmarked = 0;
            (face == Face::Closes, self.open)
        } else {
            self.unmarked += 1;
            (self.open, self.open)
        }
    }

    /// Reads a mark of a sentence. Returns the way it faces, nothing for what quotes nothing.
    fn turn(&mut self, sentence: &str, at: usize, mark: char) -> Option<Face> {
        let before = char_before(sentence, at);
        let after = char_at(sentence, at + mark.len_utf8());
        // Not the inches of `6'2"`, nor the mark of an acronym in Hebrew.
        let inches = before.is_some_and(|c: char| c.is_ascii_digit()) && !self.open;
        let inside =
            before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        if mark == '"' && (inches || inside) {
            return None;
        }
        let face = face(mark, before, after, self.open);
        self.open = face == Face::Opens;
        Some(face)
    }
}

/// True for a sentence with quotation marks and no word outside them: it does not say who speaks.
/// `begins_quoted` is what [`Quotations::read`] says of it.
pub(crate) fn is_all_quoted(sentence: &str, begins_quoted: bool) -> bool {
    if !begins_quoted && sentence.starts_with(char::is_alphanumeric) {
        return false;
    }
    let mut quotations = Quotations { open: begins_quoted, unmarked: 0 };
    let has_words = |text: &str| text.contains(char::is_alphanumeric);
    let (mut marked, mut since) = (false, 0);
    for (at, mark) in marks(sentence) {
        let open = quotations.open;
        if quotations.turn(sentence, at, mark).is_some() {
            if !open && has_words(&sentence[since..at]) {
                return false;
            }
            (marked, since) = (true, at);
        }
    }
    marked && (quotations.open || !has_words(&sentence[since..]))
}

/// True when a text ends inside quotation marks; `begins_quoted` says whether it begins there.
pub(super) fn ends_quoted(text: &str, begins_quoted: bool) -> bool {
    Quotations { open: begins_quoted, unmarked: 0 }.read("", text).1
}

/// The quotation marks of a text, each with the byte at which it stands.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    // The first bytes of all marks, of which two stand only where Chinese or Japanese is written.
    let starts = |byte: &u8| matches!(byte, b'"' | 0xC2 | 0xE2 | 0xE3 | 0xEF);
    let bytes = text.as_bytes();
    let wide = memchr2(0xE3, 0xEF, bytes).is_some();
    let in_others = memchr3_iter(b'"', 0xC2, 0xE2, if wide { b"" } else { bytes });
    let in_wide = if wide { bytes } else { b"" }.iter().enumerate();
    let in_wide = in_wide.filter(move |(_, byte)| starts(byte)).map(|(at, _)| at);
    let characters = in_others.chain(in_wide).filter_map(|at| Some((at, char_at(text, at)?)));
    characters.filter(|(_, character)| is_quotation_mark(*character))
}

/// Double quotation marks; single ones are mostly apostrophes.
const fn is_quotation_mark(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂')
}

/// The way a mark faces between two characters, `None` at the ends of a sentence.
fn face(mark: char, before: Option<char>, after: Option<char>, open: bool) -> Face {
    let apart = |c: char| c.is_whitespace() || is_opening_bracket(c) || "-–—'‘".contains(c);
    let free_before = before.is_none_or(apart);
    let touches_word = after.is_some_and(char::is_alphanumeric);
    let free_after = after.is_none_or(|c| !c.is_alphanumeric());
    match mark {
        _ if free_before && touches_word => Face::Opens,
        _ if !free_before && free_after && !matches!(mark, '„' | '「' | '『') => Face::Closes,
        '“' | '„' | '‟' | '«' | '「' | '『' => Face::Opens,
        '”' | '»' | '」' | '』' => Face::Closes,
        _ if open => Face::Closes,
        _ => Face::Opens,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sentences: &[&str]) -> Vec<(bool, bool)> {
        let mut quotations = Quotations::default();
        sentences.iter().map(|sentence| quotations.read(" ", sentence)).collect()
    }

    #[test]
    fn closed_quotations_of_many_languages_stay_in_their_sentence() {
        for sentence in [
            "\"It fell,\" she said, \"at noon.\"",
            "„Sie fiel“, sagte sie.",
            "»Sie fiel«, sagte sie.",
            "”Den föll”, sade hon.",
            "« Il est tombé », dit-elle.",
            "她说“桥倒了”。",
            "「橋が落ちた」と述べた。",
            "The man, 6'2\" tall, fell.",
            "צה\"ל הודיע על כך.",
            "(\"It fell\")",
            "They call it “the Needle”.",
        ] {
            assert_eq!(read(&[sentence]), [(false, false)], "{sentence}");
        }
    }

    #[test]
    fn open_quotations_run_on() {
        let halves = [(false, true), (true, true), (true, false), (false, false)];
        for sentences in [
            ["\"It fell.", "It was old.", "Nobody saw it,\" she said.", "Rain fell."],
            ["„Sie fiel.", "Sie war alt.", "Keiner sah es“, sagte sie.", "Es regnete."],
            ["« Il est tombé.", "Il était vieux.", "C'est tout », dit-elle.", "Il pleut."],
        ] {
            assert_eq!(read(&sentences), halves, "{sentences:?}");
        }
    }

    #[test]
    fn who_speaks_stands_outside_the_marks() {
        for sentence in
            ["“It fell.”", "\"It fell,\" ... \"and broke.\"", "« Il est tombé. »", "“It fell."]
        {
            assert!(is_all_quoted(sentence, false), "{sentence}");
        }
        assert!(is_all_quoted("It fell.”", true));
        for sentence in ["“It fell,” she said.", "She said: “It fell.”", "It fell.", "6'2\"", ""]
        {
            assert!(!is_all_quoted(sentence, false), "{sentence}");
        }
        assert!(!is_all_quoted("It fell,” she said.", true));
    }

    #[test]
    fn a_quotation_that_is_never_closed_is_forgotten() {
        let found = read(&["“It fell.", "One.", "Two.", "Three.", "Four."]);
        assert_eq!(found[3..], [(true, true), (false, false)]);
        let mut quotations = Quotations::default();
        assert_eq!(quotations.read("", "“It fell."), (false, true));
        assert_eq!(quotations.read("\n", "Rain fell."), (false, false));
    }
}
