//! One forward scan from text to sentences.
//!
//! The scan jumps from one byte that may matter to the next by a table of 256 entries. At a run of
//! terminators it takes the closing quotes and brackets after it and the white space after those,
//! looks at the token before and the token after, and decides ([`super::boundary`]). A look back
//! never passes the start of the sentence and is bounded, as is a look ahead, so the time is linear
//! in the length of the text whatever the text; nothing is allocated.

use crate::Span;

use super::Language;
use super::boundary::{self, Candidate};
use super::characters::{
    Terminator, char_at, char_before, is_bullet, is_closer, is_closing_quote, is_opening_quote,
    terminator,
};
use super::languages::{LanguageData, Lexicon};
use super::lists::ListItem;
use super::wrapping::Wrapping;

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
    let text = bounded(text);
    let data = language.data();
    let table = match (data.semicolon_asks, data.colon_ends) {
        (true, _) => &GREEK,
        (_, true) => &ARMENIAN,
        _ => &COMMON,
    };
    let mut sentences = Sentences {
        text,
        language,
        data,
        lexicon: language.lexicon(),
        table,
        start: 0,
        position: 0,
        line_start: 0,
        quote_open: false,
        item: None,
        wrapping: Wrapping::default(),
    };
    sentences.begin(0);
    sentences
}

/// The part of `text` whose offsets fit 32 bits: all of it, unless someone passed 4 GiB.
fn bounded(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// What the scan does at a byte.
const NOTHING: u8 = 0;
const LINE_BREAK: u8 = 1;
const STOP: u8 = 2;
const QUOTE: u8 = 3;
const BRACKET: u8 = 4;
/// First byte of a character that may be a terminator, a bullet or a line separator.
const LEAD: u8 = 5;
const COLON: u8 = 6;
const SEMICOLON: u8 = 7;

const COMMON: [u8; 256] = table(false, false);
const GREEK: [u8; 256] = table(true, false);
const ARMENIAN: [u8; 256] = table(false, true);

const fn table(semicolon: bool, colon: bool) -> [u8; 256] {
    let mut table = [NOTHING; 256];
    table[b'\n' as usize] = LINE_BREAK;
    table[b'\r' as usize] = LINE_BREAK;
    table[b'.' as usize] = STOP;
    table[b'!' as usize] = STOP;
    table[b'?' as usize] = STOP;
    table[b'"' as usize] = QUOTE;
    table[b')' as usize] = BRACKET;
    let leads = [0xCD, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF];
    let mut index = 0;
    while index < leads.len() {
        table[leads[index]] = LEAD;
        index += 1;
    }
    if semicolon {
        table[b';' as usize] = SEMICOLON;
    }
    if colon {
        table[b':' as usize] = COLON;
    }
    table
}

/// An iterator over the sentences of a text; see [`sentences`].
#[derive(Clone)]
pub struct Sentences<'t> {
    pub(super) text: &'t str,
    pub(super) language: Language,
    pub(super) data: &'static LanguageData,
    pub(super) lexicon: &'static Lexicon,
    table: &'static [u8; 256],
    /// First byte of the sentence being read.
    pub(super) start: usize,
    /// Where the scan stands.
    position: usize,
    /// First byte of the line being read.
    line_start: usize,
    /// An odd number of `"` since the start of the line, which is mostly a paragraph.
    quote_open: bool,
    /// The list item the sentence is.
    pub(super) item: Option<ListItem>,
    wrapping: Wrapping,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        while self.start < self.text.len() {
            let bytes = self.text.as_bytes();
            let rest = &bytes[self.position..];
            let Some(skip) = rest.iter().position(|byte| self.table[usize::from(*byte)] != NOTHING)
            else {
                return self.finish();
            };
            let at = self.position + skip;
            let end = match self.table[usize::from(bytes[at])] {
                LINE_BREAK => self.line_break(at, at),
                QUOTE => {
                    self.quote_open = !self.quote_open;
                    self.position = at + 1;
                    None
                }
                BRACKET => {
                    self.position = at + 1;
                    self.list_item(at).or_else(|| self.emoticon(at))
                }
                COLON => self.armenian_colon(at),
                LEAD => self.wide(at),
                _ => self.terminators(at),
            };
            if let Some(end) = end {
                let span = Span::new(self.start as u32, end as u32);
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
            .field("language", &self.language)
            .field("start", &self.start)
            .finish_non_exhaustive()
    }
}

impl Sentences<'_> {
    /// Starts a sentence at the first character from `at` that is not white space.
    fn begin(&mut self, at: usize) {
        let mut start = at;
        while let Some(character) = char_at(self.text, start) {
            if !character.is_whitespace() {
                break;
            }
            start += character.len_utf8();
            if is_line_break(character) {
                self.line_start = start;
                self.quote_open = false;
            }
        }
        self.start = start;
        self.position = start;
        self.item = ListItem::at(self.text, start);
    }

    /// The last sentence.
    fn finish(&mut self) -> Option<Span> {
        let end = self.text.trim_end().len();
        let span = Span::new(self.start as u32, end as u32);
        self.start = self.text.len();
        self.position = self.start;
        (!span.is_empty()).then_some(span)
    }

    /// At a line break at `at`, the text up to it ending at `text_end`: the end of the sentence, or
    /// nothing when the line is wrapped there.
    fn line_break(&mut self, text_end: usize, at: usize) -> Option<usize> {
        let gap = Gap::at(self.text, at);
        self.position = gap.end;
        let end = self.text[..text_end].trim_end().len();
        if !gap.blank
            && gap.breaks > 0
            && (self.wrapping.wraps(self.text, self.line_start, at)
                || boundary::continues(self, self.line_start, end, gap.end)
                    && self.wrapping.is_full(self.text, self.line_start, end, gap.end))
        {
            self.line_start = gap.line_start;
            return None;
        }
        self.line_start = gap.line_start;
        self.quote_open = false;
        Some(end.max(self.start))
    }

    /// At the first byte of a wide character.
    fn wide(&mut self, at: usize) -> Option<usize> {
        let Some(character) = char_at(self.text, at) else {
            self.position = at + 1;
            return None;
        };
        if terminator(character).is_some() || (character == '\u{37E}' && self.data.semicolon_asks) {
            return self.terminators(at);
        }
        if is_line_break(character) {
            return self.line_break(at, at);
        }
        self.position = at + character.len_utf8();
        if is_bullet(character) && at > self.start {
            let before = self.text[..at].trim_end().len();
            let spaced = before < at && !self.text[self.start..before].ends_with(is_bullet);
            if spaced && before > self.start {
                self.position = at;
                return Some(before);
            }
        }
        None
    }

    /// `:` ends an Armenian sentence where white space follows.
    fn armenian_colon(&mut self, at: usize) -> Option<usize> {
        self.position = at + 1;
        let next = char_at(self.text, at + 1)?;
        next.is_whitespace().then_some(at + 1)
    }

    /// At a `.` or `)`: where the next item of the list the sentence is one of begins here, the end
    /// of the sentence.
    fn list_item(&mut self, at: usize) -> Option<usize> {
        let item = self.item?;
        let begin = item.next_begins(self, at)?;
        self.position = begin;
        Some(self.text[..begin].trim_end().len())
    }

    /// At the bracket of a smiling or a frowning face, which ends a sentence before a capital.
    fn emoticon(&self, at: usize) -> Option<usize> {
        let face = self.text[self.start..at].trim_end_matches('-').strip_suffix([':', ';'])?;
        let alone = face.ends_with(char::is_whitespace) && at - self.start - face.len() <= 2;
        (alone && boundary::begins(self, at + 1)).then_some(at + 1)
    }

    /// At a terminator: takes the run, the closers, the white space, and decides.
    fn terminators(&mut self, at: usize) -> Option<usize> {
        if self.item.is_some()
            && let Some(end) = self.list_item(at)
        {
            return Some(end);
        }
        let mut candidate = Candidate::run(self.text, at, self.data);
        let mut quote_open = self.quote_open;
        candidate.end = self.closers(&mut candidate, &mut quote_open);
        let gap = Gap::at(self.text, candidate.end);
        self.quote_open = quote_open;
        self.position = candidate.end;
        candidate.next = gap.end;
        candidate.spaced = gap.end > candidate.end;
        if gap.blank || gap.end == self.text.len() {
            self.quote_open = false;
            self.position = gap.end;
            self.line_start = gap.line_start;
            return Some(candidate.end);
        }
        if gap.breaks > 0 {
            let wrapped = self.wrapping.wraps(self.text, self.line_start, gap.first_break);
            let long = gap.first_break - self.line_start >= super::wrapping::LONG_LINE;
            let ends = if wrapped {
                boundary::ends(self, &candidate)
            } else {
                !long || boundary::ends_line(self, &candidate)
            };
            self.position = gap.end;
            self.line_start = gap.line_start;
            self.quote_open &= !ends;
            return ends.then_some(candidate.end);
        }
        boundary::ends(self, &candidate).then_some(candidate.end)
    }

    /// Takes the closing quotes, brackets and reference marks after a run of terminators, returns
    /// where they end.
    fn closers(&self, candidate: &mut Candidate, quote_open: &mut bool) -> usize {
        let text = self.text;
        let mut end = candidate.run_end;
        while let Some(character) = char_at(text, end) {
            let after = end + character.len_utf8();
            if is_closer(character) {
                let quote = is_closing_quote(character);
                if quote && opens_next(text, after, character, *quote_open) {
                    break;
                }
                if character == '"' {
                    *quote_open = !*quote_open;
                }
                candidate.quoted |= quote;
                candidate.bracketed |= !quote;
            } else if is_opening_quote(character) && closes_here(text, after) {
                candidate.quoted = true;
            } else if matches!(character, '*' | '_') && end > candidate.run_end {
                // The end of emphasised text.
            } else if let Some(mark) = reference_mark(text, end) {
                end = mark;
                continue;
            } else {
                break;
            }
            end = after;
        }
        // A closing quote that has lost touch with its sentence: `word. " Next`, `fin ? » dit`.
        let spaces = end + spaces_at(text, end);
        if spaces > end
            && let Some(character) = char_at(text, spaces)
            && let Some(quote_end) = orphan_quote(text, spaces, character, *quote_open)
        {
            if character == '"' {
                *quote_open = false;
            }
            candidate.quoted = true;
            end = quote_end;
        }
        end
    }
}

/// True where a quote that touches a terminator on its left opens what is on its right.
fn opens_next(text: &str, after: usize, quote: char, quote_open: bool) -> bool {
    let touches_word = char_at(text, after).is_some_and(char::is_alphanumeric);
    touches_word && if quote == '"' { !quote_open } else { quote == '\'' }
}

/// The end of the closing quote at `at`, which white space parts from its sentence.
fn orphan_quote(text: &str, at: usize, quote: char, quote_open: bool) -> Option<usize> {
    let end = match quote {
        '"' if !quote_open => return None,
        '\'' if text[at..].starts_with("''") => at + 2,
        '\'' | '’' => return None,
        _ if is_closing_quote(quote) => at + quote.len_utf8(),
        _ => return None,
    };
    let closes = |next: char| next.is_whitespace() || matches!(next, ',' | '.' | ';' | ')');
    char_at(text, end).is_none_or(closes).then_some(end)
}

/// True where a quote that elsewhere opens is followed by what follows a closing one.
fn closes_here(text: &str, after: usize) -> bool {
    char_at(text, after).is_none_or(|next| {
        next.is_whitespace() || is_closer(next) || matches!(next, ',' | ';' | ':' | '.')
    })
}

/// The end of a reference mark (`[12]`) at `at`.
fn reference_mark(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    if rest.first() != Some(&b'[') {
        return None;
    }
    let digits = rest[1..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    (digits > 0 && rest.get(1 + digits) == Some(&b']')).then_some(at + digits + 2)
}

/// The bytes of white space other than line breaks at `at`, at most a few.
fn spaces_at(text: &str, at: usize) -> usize {
    let mut end = at;
    for _ in 0..4 {
        match char_at(text, end) {
            Some(character) if character.is_whitespace() && !is_line_break(character) => {
                end += character.len_utf8();
            }
            _ => break,
        }
    }
    end - at
}

/// Ends a line. `\r\n` is one line break by the blank-line rule below.
pub(super) const fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// The white space between two tokens.
struct Gap {
    end: usize,
    breaks: usize,
    blank: bool,
    first_break: usize,
    /// First byte after the last line break, or 0.
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

/// The last character before `at`, if it is in the sentence that starts at `start`.
pub(super) fn previous(text: &str, start: usize, at: usize) -> Option<char> {
    if at > start { char_before(text, at) } else { None }
}

/// What kinds of terminators a run holds; see [`Candidate`].
pub(super) const fn kind(character: char, semicolon_asks: bool) -> Option<Terminator> {
    if semicolon_asks && matches!(character, ';' | '\u{37E}') {
        return Some(Terminator::Mark);
    }
    terminator(character)
}
