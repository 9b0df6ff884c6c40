//! Whether a single full stop ends a sentence: by the token before it, then by the word after it.

use super::boundary::Boundary;
use super::characters::{is_alphanumeric, is_lower, is_upper};
use super::languages::Flags;
use super::token::{
    REACH, is_dotted, is_marker, is_number, is_roman, is_small_roman, is_time_of_day, single,
};

impl Boundary<'_> {
    /// True when the sentence ends at this full stop; the first rule that fits decides.
    pub(super) fn ends_with_stop(&self) -> bool {
        let next = &self.next;
        if is_number(self.token) {
            return self.ends_with_number();
        }
        let flags = self.token_flags();
        if (is_marker(self.token) || flags.any(Flags::MARKER)) && self.is_opening() {
            return false;
        }
        let title = flags.any(Flags::TITLE);
        let never = flags.any(Flags::NEVER_FINAL);
        if self.candidate.quoted && !never && !title {
            return !next.lower;
        }
        if flags.any(Flags::FINAL_AFTER_NUMBER) && self.follows_number() {
            return next.upper && (self.is_before_starter() || !self.is_short());
        }
        if flags.any(Flags::MOSTLY_FINAL) {
            return next.upper;
        }
        if never || title && !flags.any(Flags::MAYBE_FINAL) {
            return false;
        }
        if flags.any(Flags::BEFORE_NUMBER) && (next.is_number() || is_roman(next.word)) {
            return false;
        }
        if flags.any(Flags::MAYBE_FINAL) {
            let titles = if flags.any(Flags::PLACE) { Flags::COURTESY } else { Flags::TITLE };
            return !next.opening.bracket && self.opens(titles);
        }
        if is_dotted(self.token) {
            return self.ends_dotted();
        }
        if let Some(letter) = single(self.token) {
            return self.ends_with_letter(letter);
        }
        if next.lower {
            return self.ends_before_lower_case();
        }
        if is_small_roman(self.token) {
            return false;
        }
        let ordinal = self.context.data.ordinals && is_roman(self.token);
        !ordinal || next.opening.quote || self.is_before_starter()
    }

    /// The text of the sentence before the token.
    fn so_far(&self) -> &str {
        &self.context.text[self.context.start..self.candidate.run - self.token.len()]
    }

    /// True when the token is the first of its sentence.
    fn is_opening(&self) -> bool {
        let so_far = self.so_far();
        so_far.len() <= REACH && !so_far.contains(char::is_alphanumeric)
    }

    /// True when what follows opens a sentence: a starter, one of `titles`, or a quotation.
    fn opens(&self, titles: Flags) -> bool {
        if self.next.opening.quote && self.next.upper {
            return true;
        }
        if !self.next.first.is_some_and(is_upper) {
            return false;
        }
        let flags = self.context.lexicon.flags(self.next.word);
        // `St` is Saint and Street.
        let title = flags.any(titles) && !flags.any(Flags::MAYBE_FINAL);
        (flags.any(Flags::STARTER) || title) && !self.is_fronted()
    }

    fn ends_with_number(&self) -> bool {
        let next = &self.next;
        let quoted = self.candidate.quoted;
        if !quoted && (self.token.len() <= 3 && self.is_opening() || !self.context.data.numbers_end)
        {
            return false;
        }
        let so_far = self.so_far().trim_end();
        // The first item of a list.
        if self.token == "1" && so_far.ends_with([':', ';']) {
            return false;
        }
        // `30. 000`.
        let decimal_comma = self.context.data.decimal_comma;
        if decimal_comma && self.token.len() <= 3 && next.word.len() == 3 && next.is_number() {
            return false;
        }
        if next.lower {
            return self.token.len() > 2 && self.is_before_plain_opener();
        }
        if next.opening.dash && !next.opening.quote {
            return false;
        }
        let ordinal = self.context.data.ordinals && self.token.len() <= 2;
        if !ordinal || quoted || self.candidate.bracketed {
            return true;
        }
        let word = so_far.rsplit(|character: char| !is_alphanumeric(character)).next();
        next.opening.quote
            || next.is_number()
            || next.is_caseless()
            || self.is_before_starter()
            || word.is_some_and(|word| self.context.lexicon.flags(word).any(Flags::BEFORE_NUMBER))
    }

    /// `U.S.`, `a.m.`
    fn ends_dotted(&self) -> bool {
        let next = &self.next;
        if next.lower || next.is_number() || next.opening.bracket {
            return false;
        }
        if is_time_of_day(self.token) {
            return !self.context.lexicon.flags(next.word).any(Flags::AFTER_TIME)
                && (self.is_before_starter() || !self.is_fronted());
        }
        // `U.S. Sen. Roe` goes on, `U.S. Mr. Roe` does not.
        self.opens(Flags::COURTESY)
    }

    /// One letter: an initial, unless a common word follows that opens sentences.
    fn ends_with_letter(&self, letter: char) -> bool {
        let next = &self.next;
        if !is_upper(letter) && !is_lower(letter) {
            return !next.is_number();
        }
        let so_far = self.so_far().trim_end();
        let word = so_far.rsplit(char::is_whitespace).next().unwrap_or("");
        let next_initial = single(next.word).is_some_and(is_upper);
        // A unit: `5 m.`
        if is_lower(letter) && !next_initial && so_far.ends_with(|last: char| last.is_ascii_digit())
        {
            return next.upper;
        }
        if self.context.lexicon.flags(self.token).any(Flags::LETTER_WORD) {
            // `Charles I.` is a number.
            let number = letter.is_ascii() && !(word.len() > 1 && word.chars().all(is_lower));
            return next.upper && !number;
        }
        // `J. K.` are initials, `a. C.` is a phrase.
        let initial =
            word.is_empty() || word.strip_suffix('.').is_some_and(|word| word.ends_with(is_upper));
        !initial && single(next.word).is_none() && self.is_before_starter()
    }

    /// After a plain word, before a word in lower case.
    fn ends_before_lower_case(&self) -> bool {
        let opening = self.next.opening;
        if self.candidate.bracketed {
            // A sentence in brackets ends, one with brackets at its end goes on.
            return self.context.text[self.context.start..].starts_with(['(', '[']);
        }
        if opening.quote && !opening.dash && !opening.bracket || self.is_careless() {
            return true;
        }
        if self.token.is_empty() {
            return self.context.data.is_careless() && !opening.dash;
        }
        self.is_before_plain_opener()
            || self.token.len() > 4 && self.is_opening()
            || self.context.data.may_precede_lower_case(self.token)
    }

    /// True when a pronoun or an article in lower case follows what is no abbreviation.
    fn is_before_plain_opener(&self) -> bool {
        let opening = self.next.opening;
        self.context.lexicon.flags(self.next.word).any(Flags::PLAIN_OPENER)
            && !opening.dash
            && !opening.bracket
            && (self.token.len() > 3 || self.context.lexicon.is_stop_word(self.token))
    }

    /// True when a number stands before the token.
    fn follows_number(&self) -> bool {
        let so_far = self.so_far().trim_end();
        let word = so_far.rsplit(char::is_whitespace).next();
        word.is_some_and(|word| {
            word.len() <= REACH && word.contains(|character: char| character.is_ascii_digit())
        })
    }

    /// True when the sentence so far is no more than a phrase of time or place: `In Nov.`,
    /// `At 5 a.m.`
    fn is_fronted(&self) -> bool {
        let so_far = &self.context.text[self.context.start..self.candidate.run];
        if so_far.len() > REACH {
            return false;
        }
        let mut words = so_far.split_whitespace();
        let first = words.next().unwrap_or("");
        let first = first.trim_start_matches(|first: char| !is_alphanumeric(first));
        words.count() <= 3 && self.context.lexicon.flags(first).any(Flags::PREPOSITION)
    }

    /// True when the sentence so far has few words.
    fn is_short(&self) -> bool {
        let so_far = &self.context.text[self.context.start..self.candidate.run];
        so_far.len() <= REACH && so_far.split_whitespace().count() <= 5
    }
}
