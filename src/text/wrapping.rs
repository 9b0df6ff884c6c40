//! Text wrapped to a width: line breaks that are only spaces.

use super::characters::{char_at, is_line_break, is_lower, terminator};

/// A line shorter than this, in bytes, is taken to end where its writer ended it.
pub(super) const LONG_LINE: usize = 50;

/// No one wraps wider than this, in characters.
const WIDEST: usize = 120;

/// How much shorter than the longest a full line may be, in characters beyond the next word.
const RAGGED: usize = 10;

/// Whether the paragraph being read is wrapped; found out once a paragraph.
#[derive(Clone, Copy, Default)]
pub(super) struct Wrapping {
    paragraph_end: usize,
    /// Characters in the paragraph's longest line.
    widest: usize,
    wrapped: bool,
}

impl Wrapping {
    /// True when the line from `line_start` to `end` had no room for the word at `next`, as far as
    /// the longest line of its paragraph shows. Ask [`wraps`](Self::wraps) first.
    pub(super) fn is_full(&self, text: &str, line_start: usize, end: usize, next: usize) -> bool {
        let word = text[next..].split(char::is_whitespace).next().map_or(0, length);
        length(&text[line_start..end]) + 1 + word + RAGGED > self.widest
    }

    /// True when the single line break at `at`, which ends the line that starts at `line_start`, is
    /// in a wrapped paragraph.
    pub(super) fn wraps(&mut self, text: &str, line_start: usize, at: usize) -> bool {
        if at >= self.paragraph_end {
            *self = Self::of_paragraph(text, line_start);
        }
        self.wrapped
    }

    /// A paragraph is wrapped when it has three lines or more, no line could have taken the first
    /// word of the next without being longer than the longest, and one at least breaks before a
    /// word in lower case.
    fn of_paragraph(text: &str, start: usize) -> Self {
        let mut end = start;
        let mut widest = 0;
        let mut narrowest_overflow = usize::MAX;
        let mut breaks_inside = false;
        let mut lines = 0;
        let mut width = 0;
        let mut ends_open = false;
        for line in text[start..].split_inclusive(is_line_break) {
            let content = line.trim_end_matches(is_line_break);
            let first = content.trim_start();
            if first.is_empty() {
                if line == "\n" && text[..end].ends_with('\r') {
                    end += 1;
                    continue;
                }
                break;
            }
            if lines > 0 {
                let first_word = first.split(char::is_whitespace).next().map_or(0, length);
                narrowest_overflow = narrowest_overflow.min(width + 1 + first_word);
                breaks_inside |= ends_open && char_at(first, 0).is_some_and(is_lower);
            }
            width = length(content.trim_end());
            widest = widest.max(width);
            let last = content.trim_end().chars().next_back();
            ends_open = last.is_some_and(|last| terminator(last).is_none() && last != ':');
            lines += 1;
            end += line.len();
        }
        let wrapped = lines > 2
            && breaks_inside
            && (LONG_LINE..=WIDEST).contains(&widest)
            && narrowest_overflow > widest;
        Self { paragraph_end: end.max(start + 1), widest, wrapped }
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}
