//! One forward scan from text to sentences.
//!
//! The scan jumps from one byte that may matter to the next ([`super::marks`]). At a run of
//! terminators it takes the closing quotes and brackets after it and the white space after those,
//! looks at the token before and the token after, and decides ([`super::boundary`]). A look back
//! never passes the start of the sentence and is bounded, as is a look ahead, so the time is linear
//! in the length of the text whatever the text; nothing is allocated.

use crate::Span;
use crate::span::in_reach;

use super::Language;
use super::boundary::{Boundary, Context, begins, is_address_at};
use super::candidate::{Candidate, terminator_in};
use super::characters::{char_at, char_before, is_bullet, is_line_break, is_lower};
use super::lists::ListItem;
use super::marks::{Mark, Table, next_mark, table_of};
use super::wrapping::{LONG_LINE, Wrapping};

/// The spans of the sentences of `text`, in order, trimmed of white space.
///
/// Every character that is not white space is in exactly one span. A text without a terminator is
/// one sentence; a text of white space has none. A blank line always ends a sentence, a single line
/// break does unless the text is wrapped there. Time is linear in the length of the text.
///
/// The text must be shorter than 4 GiB; what lies beyond is not looked at.
///
/// ```
/// use nutgraf::text::{Language, segment};
/// let text = "Gov. Ames signed it at 3 p.m. on Friday. “Who pays?” Mr. Roe asked.";
/// let spans = segment(text, Language::English);
/// assert_eq!(spans[0].of(text), "Gov. Ames signed it at 3 p.m. on Friday.");
/// assert_eq!(spans.len(), 2);
/// ```
#[must_use]
pub fn segment(text: &str, language: Language) -> Vec<Span> {
    sentences(text, language).collect()
}

/// The same as [`segment`], a sentence at a time.
#[must_use]
pub fn sentences(text: &str, language: Language) -> Sentences<'_> {
    let text = in_reach(text);
    let data = language.data();
    let mut sentences = Sentences {
        context: Context { text, start: 0, data, lexicon: language.lexicon() },
        table: table_of(data),
        position: 0,
        line_start: 0,
        quote_open: false,
        item: None,
        wrapping: Wrapping::default(),
    };
    sentences.begin(0);
    sentences
}

/// An iterator over the sentences of a text; see [`sentences`].
#[derive(Clone)]
pub struct Sentences<'t> {
    /// The text, and the sentence being read.
    context: Context<'t>,
    table: &'static Table,
    /// Where the scan stands.
    position: usize,
    /// First byte of the line being read.
    line_start: usize,
    /// An odd number of `"` since the start of the line, which is mostly a paragraph.
    quote_open: bool,
    /// The list item the sentence is.
    item: Option<ListItem>,
    wrapping: Wrapping,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        while self.context.start < self.context.text.len() {
            let Some((at, mark)) = next_mark(self.context.text, self.position, self.table) else {
                return self.finish();
            };
            let end = match mark {
                Mark::LineBreak => self.line_break(at),
                Mark::Quote => {
                    self.quote_open = !self.quote_open;
                    self.position = at + 1;
                    None
                }
                Mark::Bracket => {
                    self.position = at + 1;
                    self.list_item(at).or_else(|| self.emoticon(at))
                }
                Mark::Colon => self.armenian_colon(at),
                Mark::Lead => self.wide(at),
                _ => self.terminators(at),
            };
            if let Some(end) = end {
                let span = Span::new(self.context.start as u32, end as u32);
                self.begin(self.position);
                return Some(span);
            }
        }
        None
    }
}

impl std::iter::FusedIterator for Sentences<'_> {}

impl std::fmt::Debug for Sentences<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Sentences")
            .field("start", &self.context.start)
            .finish_non_exhaustive()
    }
}

impl Sentences<'_> {
    /// Starts a sentence at the first character from `at` that is not white space.
    fn begin(&mut self, at: usize) {
        let mut start = at;
        while let Some(character) = char_at(self.context.text, start) {
            if !character.is_whitespace() {
                break;
            }
            start += character.len_utf8();
            if is_line_break(character) {
                self.line_start = start;
                self.quote_open = false;
            }
        }
        self.context.start = start;
        self.position = start;
        self.item = ListItem::at(self.context.text, start);
    }

    /// The last sentence.
    fn finish(&mut self) -> Option<Span> {
        let end = self.context.text.trim_end().len();
        let span = Span::new(self.context.start as u32, end as u32);
        self.context.start = self.context.text.len();
        self.position = self.context.start;
        (!span.is_empty()).then_some(span)
    }

    /// At a line break: the end of the sentence, or nothing when the line is wrapped there.
    fn line_break(&mut self, at: usize) -> Option<usize> {
        let gap = Gap::at(self.context.text, at);
        self.position = gap.end;
        let end = self.context.text[..at].trim_end().len();
        if !gap.blank
            && (self.wrapping.wraps(self.context.text, self.line_start, at)
                || self.continues(end, gap.end))
        {
            self.line_start = gap.line_start;
            return None;
        }
        self.line_start = gap.line_start;
        self.quote_open = false;
        Some(end.max(self.context.start))
    }

    /// True when the sentence goes on at `next` after a line that ends at `end` without a
    /// terminator: a long line, as long as its neighbours, and a word in lower case.
    fn continues(&self, end: usize, next: usize) -> bool {
        let text = self.context.text;
        end.saturating_sub(self.line_start) >= LONG_LINE
            && char_at(text, next).is_some_and(is_lower)
            && !char_before(text, end).is_some_and(|last| matches!(last, ':' | ';' | '·'))
            && !char_at(text, self.context.start).is_some_and(is_lower)
            && !is_address_at(text, next)
            && self.wrapping.is_full(text, self.line_start, end, next)
    }

    /// At the first byte of a wide character.
    fn wide(&mut self, at: usize) -> Option<usize> {
        let Some(character) = char_at(self.context.text, at) else {
            self.position = at + 1;
            return None;
        };
        if terminator_in(character, self.context.data).is_some() {
            return self.terminators(at);
        }
        if is_line_break(character) {
            return self.line_break(at);
        }
        self.position = at + character.len_utf8();
        if is_bullet(character) && at > self.context.start {
            let before = self.context.text[..at].trim_end().len();
            let spaced =
                before < at && !self.context.text[self.context.start..before].ends_with(is_bullet);
            if spaced && before > self.context.start {
                self.position = at;
                return Some(before);
            }
        }
        None
    }

    /// `:` ends an Armenian sentence where white space follows.
    fn armenian_colon(&mut self, at: usize) -> Option<usize> {
        self.position = at + 1;
        let next = char_at(self.context.text, at + 1)?;
        next.is_whitespace().then_some(at + 1)
    }

    /// At a `.` or `)`: where the next item of the list the sentence is one of begins here, the end
    /// of the sentence.
    fn list_item(&mut self, at: usize) -> Option<usize> {
        let item = self.item?;
        let begin = item.next_begins(&self.context, at)?;
        self.position = begin;
        Some(self.context.text[..begin].trim_end().len())
    }

    /// At the bracket of a smiling or a frowning face, which ends a sentence before a capital.
    fn emoticon(&self, at: usize) -> Option<usize> {
        let face = self.context.text[self.context.start..at]
            .trim_end_matches('-')
            .strip_suffix([':', ';'])?;
        let alone =
            face.ends_with(char::is_whitespace) && at - self.context.start - face.len() <= 2;
        (alone && begins(self.context.text, at + 1)).then_some(at + 1)
    }

    /// At a terminator: takes the run, the closers, the white space, and decides.
    fn terminators(&mut self, at: usize) -> Option<usize> {
        if let Some(end) = self.list_item(at) {
            return Some(end);
        }
        let text = self.context.text;
        let mut candidate = Candidate::at(text, at, self.context.data, &mut self.quote_open);
        let end = candidate.end;
        let gap = Gap::at(text, end);
        candidate.next = gap.end;
        self.position = end;
        let ends = if gap.blank || gap.end == text.len() {
            true
        } else if gap.breaks == 0 {
            return Boundary::new(self.context, candidate).ends().then_some(end);
        } else if self.wrapping.wraps(text, self.line_start, gap.first_break) {
            Boundary::new(self.context, candidate).ends()
        } else {
            gap.first_break - self.line_start < LONG_LINE
                || Boundary::new(self.context, candidate).ends_line()
        };
        self.position = gap.end;
        self.line_start = gap.line_start;
        self.quote_open &= !ends;
        ends.then_some(end)
    }
}

/// The white space between two tokens.
struct Gap {
    end: usize,
    breaks: usize,
    blank: bool,
    first_break: usize,
    /// First byte after the last line break; where the gap begins without one.
    line_start: usize,
}

impl Gap {
    fn at(text: &str, at: usize) -> Self {
        let mut gap = Self { end: at, breaks: 0, blank: false, first_break: at, line_start: at };
        let mut before = ' ';
        while let Some(character) = char_at(text, gap.end) {
            if !character.is_whitespace() {
                break;
            }
            if is_line_break(character) && !(before == '\r' && character == '\n') {
                if gap.breaks == 0 {
                    gap.first_break = gap.end;
                }
                gap.breaks += 1;
                gap.blank |= gap.breaks > 1 || character == '\u{2029}';
            }
            before = character;
            gap.end += character.len_utf8();
            if is_line_break(character) {
                gap.line_start = gap.end;
            }
        }
        gap
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::super::characters::LOOKS;
    use super::sentences;

    /// Looks at characters while `unit` repeated to `size` bytes is read.
    fn looks(unit: &str, size: usize) -> usize {
        let text = unit.repeat(size / unit.len());
        LOOKS.with(|looks| looks.set(0));
        let count = sentences(&text, Language::English).count();
        assert!(count <= text.len());
        LOOKS.with(std::cell::Cell::get)
    }

    #[test]
    fn looks_a_byte_do_not_grow_with_the_text() {
        let units = [
            ".",
            ". ",
            "\"",
            "\" . ",
            ".\")",
            ".) ",
            "A",
            "A. ",
            "A.",
            "\n",
            "a\n",
            "a",
            "a.B",
            "1. a ",
            " ",
            "• ",
            ".[1] ",
            "?\" A ",
            "Mr. ",
            "in Nov. ",
            "a sentence that is some fifty bytes long,\nand ",
            ". . ",
            "「」。",
            "؟",
            "\r\n.",
            "a.B/",
            "’",
            ":) ",
            "1) ",
            "…",
            "? a ",
            "\u{2028}",
            "U.S. ",
        ];
        for unit in units {
            let (small, large) = (looks(unit, 1 << 14), looks(unit, 1 << 18));
            assert!(large <= 17 * small.max(16), "{unit:?}: {small} looks, then {large}");
            assert!(large <= 100 << 18, "{unit:?}: {large} looks");
        }
    }
}
