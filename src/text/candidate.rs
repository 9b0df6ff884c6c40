//! A place where a sentence may end.

use super::characters::{
    Terminator, char_at, is_closer, is_closing_quote, is_line_break, is_opening_quote, is_upper,
    terminator,
};
use super::languages::LanguageData;

/// A run of terminators, the closing quotes and brackets after it, and white space.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    /// First byte of the run.
    pub run: usize,
    /// One past the last byte of the run.
    pub run_end: usize,
    /// What the run says.
    pub kind: Run,
    /// One past the closers: where the sentence ends if it ends here.
    pub end: usize,
    /// A quotation closes after the run.
    pub quoted: bool,
    /// A bracket closes after the run.
    pub bracketed: bool,
    /// First byte after the white space.
    pub next: usize,
}

/// What a run of terminators says, by the strongest in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// A single full stop.
    Stop,
    /// More than one full stop, or `…`.
    Ellipsis,
    /// With `?` in it.
    Question,
    /// With `!` in it.
    Exclamation,
    /// `。`.
    Ideographic,
    /// `！` or `？`.
    IdeographicMark,
    /// `।`, `؟`, `։` and their like.
    Always,
}

impl Candidate {
    /// The run of terminators at `at`, of which `. . .` is one, with the closers after it.
    /// `quote_open`, an odd number of `"` so far in the line, is kept up to date.
    pub(super) fn at(text: &str, at: usize, data: &LanguageData, quote_open: &mut bool) -> Self {
        let (kind, run_end) = run(text, at, data);
        let mut candidate = Self {
            run: at,
            run_end,
            kind,
            end: run_end,
            quoted: false,
            bracketed: false,
            next: at,
        };
        candidate.take_closers(text, quote_open);
        candidate
    }

    /// There is white space before the next token.
    pub(super) fn is_spaced(&self) -> bool {
        self.next > self.end
    }

    /// Takes the closing quotes, brackets and reference marks after the run.
    fn take_closers(&mut self, text: &str, quote_open: &mut bool) {
        while let Some(character) = char_at(text, self.end) {
            let after = self.end + character.len_utf8();
            if is_closer(character) {
                let quote = is_closing_quote(character);
                if quote && opens_next(text, after, character, *quote_open) {
                    break;
                }
                *quote_open ^= character == '"';
                self.quoted |= quote;
                self.bracketed |= !quote;
                self.end = after;
            } else if is_opening_quote(character) && closes_here(text, after) {
                self.quoted = true;
                self.end = after;
            } else if matches!(character, '*' | '_') && self.end > self.run_end {
                // The end of emphasised text.
                self.end = after;
            } else if let Some(mark_end) = reference_mark(text, self.end) {
                self.end = mark_end;
            } else {
                break;
            }
        }
        if let Some((quote, quote_end)) = orphan_quote(text, self.end, *quote_open) {
            *quote_open &= quote != '"';
            self.quoted = true;
            self.end = quote_end;
        }
    }
}

/// What the run of terminators at `at` says, and where it ends.
fn run(text: &str, at: usize, data: &LanguageData) -> (Run, usize) {
    let mut kind = Run::Stop;
    let mut end = at;
    let mut stops = 0;
    let mut spaces = 0;
    while let Some(character) = char_at(text, end) {
        match terminator_in(character, data) {
            Some(Terminator::Stop) => {
                stops += 1;
                if stops > 1 && kind == Run::Stop {
                    kind = Run::Ellipsis;
                }
            }
            Some(Terminator::Ellipsis) if kind == Run::Stop => kind = Run::Ellipsis,
            Some(Terminator::Ellipsis) => {}
            Some(Terminator::Mark) if character == '!' && kind != Run::Question => {
                kind = Run::Exclamation;
            }
            Some(Terminator::Mark) => kind = Run::Question,
            Some(Terminator::Ideographic) => kind = Run::Ideographic,
            Some(Terminator::IdeographicMark) => kind = Run::IdeographicMark,
            Some(Terminator::Always) => kind = Run::Always,
            None if stops > 0 && is_spaced_stop(text, end, character) => spaces += 1,
            None => break,
        }
        end += character.len_utf8();
    }
    // A full stop and then an ellipsis that opens the next sentence: `end. . . . The next`.
    let four = stops == 4 && spaces == 3;
    if four && text[end..].starts_with(' ') && char_at(text, end + 1).is_some_and(is_upper) {
        return (Run::Stop, at + 1);
    }
    (kind, end)
}

/// The terminator a character is in this language.
pub(super) fn terminator_in(character: char, data: &LanguageData) -> Option<Terminator> {
    match character {
        ';' | '\u{37E}' if data.semicolon_asks => Some(Terminator::Mark),
        _ => terminator(character),
    }
}

/// True for the space in `. .`, unless the second stop begins a word (`. .NET`).
fn is_spaced_stop(text: &str, at: usize, space: char) -> bool {
    let stop = at + space.len_utf8();
    matches!(space, ' ' | '\u{A0}')
        && char_at(text, stop) == Some('.')
        && !char_at(text, stop + 1).is_some_and(char::is_alphanumeric)
}

/// True where a quote that touches a terminator on its left opens what is on its right.
fn opens_next(text: &str, after: usize, quote: char, quote_open: bool) -> bool {
    let touches_word = char_at(text, after).is_some_and(char::is_alphanumeric);
    touches_word && if quote == '"' { !quote_open } else { quote == '\'' }
}

/// True where a quote that elsewhere opens is followed by what follows a closing one.
fn closes_here(text: &str, after: usize) -> bool {
    char_at(text, after).is_none_or(|next| {
        next.is_whitespace() || is_closer(next) || matches!(next, ',' | ';' | ':' | '.')
    })
}

/// The end of a reference mark (`[12]`) at `at`.
fn reference_mark(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?.strip_prefix(b"[")?;
    let digits = rest.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    (digits > 0 && rest.get(digits) == Some(&b']')).then_some(at + digits + 2)
}

/// A closing quote which white space parts from its sentence (`word. " Next`, `fin ? » dit`): the
/// quote, and where it ends.
fn orphan_quote(text: &str, at: usize, quote_open: bool) -> Option<(char, usize)> {
    let mut start = at;
    let mut quote = char_at(text, start)?;
    for _ in 0..4 {
        if !quote.is_whitespace() || is_line_break(quote) {
            break;
        }
        start += quote.len_utf8();
        quote = char_at(text, start)?;
    }
    let end = match quote {
        _ if start == at => return None,
        '"' if !quote_open => return None,
        '\'' if text[start..].starts_with("''") => start + 2,
        '\'' | '’' => return None,
        _ if is_closing_quote(quote) => start + quote.len_utf8(),
        _ => return None,
    };
    let closes = |next: char| next.is_whitespace() || matches!(next, ',' | '.' | ';' | ')');
    char_at(text, end).is_none_or(closes).then_some((quote, end))
}
