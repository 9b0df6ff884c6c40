//! Whether a run of terminators ends a sentence.

use super::candidate::{Candidate, Run};
use super::characters::{
    char_at, char_before, is_closing_bracket, is_closing_quote, is_ideographic, is_lower,
    is_opening_bracket, is_opening_quote, is_particle, is_upper, terminator,
};
use super::languages::{Flags, LanguageData, Lexicon};
use super::token::{Next, REACH, token_before, word_at};
use crate::span::at_most;

/// How far apart the marks of a quotation and what ends inside it may be, in bytes.
const LONGEST_QUOTATION: usize = 120;

/// Any kind of abbreviation.
const ABBREVIATION: Flags =
    Flags::TITLE.with(Flags::NEVER_FINAL).with(Flags::MAYBE_FINAL).with(Flags::BEFORE_NUMBER);

/// What the rules know of the sentence being read.
#[derive(Clone, Copy)]
pub(super) struct Context<'t> {
    pub text: &'t str,
    /// First byte of the sentence.
    pub start: usize,
    pub data: &'static LanguageData,
    pub lexicon: &'static Lexicon,
}

/// A candidate, and what stands before and after it.
pub(super) struct Boundary<'t> {
    pub(super) context: Context<'t>,
    pub(super) candidate: Candidate,
    /// The token before the run; empty after a bracket, a quote, white space.
    pub(super) token: &'t str,
    /// The token after the white space. Neither token is read where the run needs none.
    pub(super) next: Next<'t>,
}

impl<'t> Boundary<'t> {
    pub(super) fn new(context: Context<'t>, candidate: Candidate) -> Self {
        let tokens =
            !matches!(candidate.kind, Run::Always | Run::Ideographic | Run::IdeographicMark);
        let (token, next) = if tokens {
            let token = token_before(context.text, context.start, candidate.run);
            (token, Next::read(context.text, candidate.next))
        } else {
            ("", Next::default())
        };
        Self { context, candidate, token, next }
    }

    /// True when the sentence ends here.
    pub(super) fn ends(&self) -> bool {
        let Candidate { kind, next, .. } = self.candidate;
        let Some(first) = char_at(self.context.text, next) else { return true };
        match kind {
            Run::Always => return !matches!(first, ',' | '،' | ')' | ']'),
            Run::Ideographic | Run::IdeographicMark => return self.ends_ideographic(first),
            _ if self.is_in_ideographs(first) => return self.ends_ideographic(first),
            _ if !self.candidate.is_spaced() => return self.ends_without_space(),
            Run::Stop => {}
            _ if is_address_at(self.context.text, next) => return true,
            _ => {}
        }
        if self.goes_on(first) {
            return false;
        }
        match kind {
            Run::Question | Run::Exclamation => self.ends_with_mark(),
            _ if self.candidate.run == self.context.start => false,
            Run::Ellipsis => self.ends_with_ellipsis(),
            _ => !self.context.data.colon_ends && self.ends_with_stop(),
        }
    }

    /// True when a long line that ends here ends the sentence. It does not where the full stop is
    /// an abbreviation's and the sentence goes on.
    pub(super) fn ends_line(&self) -> bool {
        let mark = matches!(self.candidate.kind, Run::Question | Run::Exclamation);
        let never = || self.token_flags().any(Flags::TITLE.with(Flags::NEVER_FINAL));
        mark || self.next.opening.dash
            || !(self.next.lower || self.next.upper && never())
            || self.ends()
    }

    /// True when punctuation follows that belongs to the sentence so far.
    fn goes_on(&self, first: char) -> bool {
        let text = self.context.text;
        let next = self.candidate.next;
        match first {
            // The Dutch opening quote.
            ',' => !text[next..].starts_with(",,"),
            ';' | ':' | '،' | '、' | '，' | '&' | '/' | '=' | '?' | '!' => true,
            quote if is_closing_quote(quote) => {
                let after = next + quote.len_utf8();
                matches!(char_at(text, after), Some(',' | '.' | ';' | ':'))
                    && !text[after..].starts_with("..")
            }
            _ => is_closing_bracket(first),
        }
    }

    /// Chinese and Japanese also write `!` and `?`, rarely `.`, for their own marks.
    fn is_in_ideographs(&self, first: char) -> bool {
        let opens = is_ideographic(first) || is_opening_quote(first) || is_opening_bracket(first);
        opens
            && !self.candidate.is_spaced()
            && self.candidate.kind != Run::Ellipsis
            && self.before_run().is_some_and(is_ideographic)
    }

    /// The character before the run, if it is in the sentence.
    fn before_run(&self) -> Option<char> {
        let Candidate { run, .. } = self.candidate;
        if run > self.context.start { char_before(self.context.text, run) } else { None }
    }

    /// After `。！？`: an end, unless what is quoted or bracketed goes on to be spoken of.
    fn ends_ideographic(&self, first: char) -> bool {
        if matches!(first, '，' | '、' | ',' | '；' | '：')
            || is_closing_bracket(first)
            || terminator(first).is_some()
        {
            return false;
        }
        let closed = self.candidate.quoted || self.candidate.bracketed;
        if closed && !self.candidate.is_spaced() {
            let marked = self.candidate.kind != Run::Ideographic;
            if is_particle(first) || marked && is_ideographic(first) || self.is_said_after() {
                return false;
            }
        }
        if !closed && self.is_quoted_inside() {
            return false;
        }
        // `．` in a number.
        let point = self.context.text[self.candidate.run..].starts_with('．');
        !(point && first.is_numeric() && self.before_run().is_some_and(char::is_numeric))
    }

    /// True when a clause follows that says who spoke: `“桥断了。”张先生说。`
    fn is_said_after(&self) -> bool {
        let after = ahead(self.context.text, self.candidate.next);
        let clause = after.find(['，', '。', '：', '“', '「']).map(|end| &after[..end]);
        clause.is_some_and(|clause| clause.ends_with(['说', '說', '道', '称', '稱']))
    }

    /// True inside a quotation that opens in the middle of the sentence and is taken up by a
    /// particle: `市長は「橋が落ちた。誰もいない」と述べた。`
    fn is_quoted_inside(&self) -> bool {
        let text = self.context.text;
        let Candidate { run, next, .. } = self.candidate;
        let from =
            at_most(text, run.saturating_sub(LONGEST_QUOTATION)).len().max(self.context.start);
        let quotes = ['「', '」', '『', '』'];
        let before = &text[from..run];
        let opens = before.rfind(quotes).filter(|&at| from + at > self.context.start);
        let after = ahead(text, next);
        let closes = after.find(quotes).map(|at| &after[at..]);
        opens.is_some_and(|at| before[at..].starts_with(['「', '『']))
            && closes.is_some_and(|close| {
                close.starts_with(['」', '』']) && close.chars().nth(1).is_some_and(is_particle)
            })
    }

    /// `fired.She`, `fired."I`, `in 1999.She`: an end only after a plain word or a year and before a
    /// capitalised word, outside addresses.
    fn ends_without_space(&self) -> bool {
        let Next { word, at, first, lower, opening, .. } = self.next;
        let Some(first) = first else { return false };
        let second = char_at(self.context.text, at + first.len_utf8());
        // `I`, not an initial.
        let alone = matches!(word, "I" | "A") && second.is_some_and(|c| c == ' ' || c == '\'');
        let capitalised = is_upper(first) && second.is_some_and(is_lower) || alone;
        let asks = self.candidate.kind == Run::Question && lower && self.context.data.is_careless();
        if opening.dash || !(capitalised || asks) || matches!(word, "Com" | "Net" | "Org") {
            return false;
        }
        let plain = match self.before_run() {
            Some('%' | ']' | ')') => true,
            Some(before) if is_lower(before) => {
                self.token.len() > before.len_utf8()
                    && !self.token.contains(['.', ':'])
                    && !self.token_flags().any(ABBREVIATION)
            }
            Some(_) => is_year(self.token),
            None => false,
        };
        plain && !self.is_in_address()
    }

    /// True when the characters around the candidate up to white space look like an address.
    fn is_in_address(&self) -> bool {
        let bytes = self.context.text.as_bytes();
        let Candidate { run, end, .. } = self.candidate;
        let before = bytes[self.context.start.max(run.saturating_sub(REACH))..run].iter().rev();
        let after = bytes[end..bytes.len().min(end + REACH)].iter();
        let special = |byte: &u8| matches!(byte, b'@' | b'/' | b'_');
        before.take_while(|byte| !byte.is_ascii_whitespace()).any(special)
            || after.take_while(|byte| !byte.is_ascii_whitespace()).any(special)
    }

    /// `...` and `…`.
    fn ends_with_ellipsis(&self) -> bool {
        let Candidate { run, quoted, bracketed, .. } = self.candidate;
        if self.next.opening.bracket && (quoted || bracketed) {
            return false;
        }
        // `Well... I think so.`
        let so_far = &self.context.text[self.context.start..run];
        let hesitates = !quoted && so_far.len() <= REACH && !so_far.contains(char::is_whitespace);
        self.next.upper && !hesitates || self.next.is_caseless() || self.is_careless()
    }

    /// `!` and `?`.
    fn ends_with_mark(&self) -> bool {
        let Candidate { kind, quoted, .. } = self.candidate;
        if self.next.lower {
            return !quoted && self.starts_in_lower_case();
        }
        if quoted && self.next.upper && self.is_attributed() {
            return false;
        }
        let named = kind == Run::Exclamation
            && !quoted
            && self.next.upper
            && self.context.lexicon.flags(self.token).any(Flags::EXCLAIMED_NAME);
        !named || self.is_before_starter()
    }

    /// True when a sentence starts in lower case after `!` or `?`, as in careless typing: what ends
    /// is a plain word, and it is not what someone says.
    fn starts_in_lower_case(&self) -> bool {
        if self.is_careless() {
            return true;
        }
        let plain = self.token.is_empty()
            || self.context.data.may_precede_lower_case(self.token)
            || self.candidate.kind == Run::Question && self.token.chars().all(char::is_alphabetic);
        plain
            && self.context.data.is_careless()
            && !self.candidate.bracketed
            && !self.next.opening.quote
            && !self.next.opening.dash
            && !self.is_spoken()
    }

    /// True when one of the next three words is a verb of saying, or `he` or `she`, which mostly
    /// comes before one.
    fn is_spoken(&self) -> bool {
        let mut at = self.next.at;
        for _ in 0..3 {
            let word = word_at(self.context.text, at);
            if self.context.lexicon.flags(word).any(Flags::SAYING) || matches!(word, "he" | "she") {
                return true;
            }
            at += word.len();
            if char_at(self.context.text, at) != Some(' ') {
                break;
            }
            at += 1;
        }
        false
    }

    /// True when the words after a quotation say who said it: `Smith asked`, `Mr. Roe of Ohio said`,
    /// `Ana Roe, 41, said`, `Roe's brother said`.
    fn is_attributed(&self) -> bool {
        let text = self.context.text;
        if self.next.opening.quote || self.is_before_starter() && self.next.word != "I" {
            return false;
        }
        let mut at = self.next.at;
        // How many words in lower case may come before the verb.
        let mut plain = 0;
        for _ in 0..6 {
            let word = word_at(text, at);
            let flags = self.context.lexicon.flags(word);
            if flags.any(Flags::SAYING) {
                return true;
            }
            let particle = matches!(word, "de" | "van" | "von" | "der" | "of" | "al" | "bin");
            let number = word.bytes().all(|byte| byte.is_ascii_digit());
            if word.ends_with("'s") || word.ends_with("’s") {
                plain = 2;
            } else if plain > 0 && word.starts_with(is_lower) {
                plain -= 1;
            } else if word.is_empty() || !(particle || number || word.starts_with(is_upper)) {
                return false;
            }
            at += word.len();
            if (flags.any(Flags::TITLE) || word.len() == 1) && text[at..].starts_with('.') {
                at += 1;
            }
            match char_at(text, at) {
                // An age.
                Some(',')
                    if number || text[at..].starts_with(", ") && is_digit_at(text, at + 2) =>
                {
                    at += 1 + usize::from(text[at + 1..].starts_with(' '));
                }
                Some(joint @ (' ' | '\u{A0}' | '-')) => at += joint.len_utf8(),
                _ => return false,
            }
        }
        false
    }

    /// True when the next word shows that the writer does not care for capitals: the English `i`.
    pub(super) fn is_careless(&self) -> bool {
        let opening = self.next.opening;
        self.next.lower
            && !(opening.quote || opening.bracket || opening.dash)
            && self.context.lexicon.flags(self.next.word).any(Flags::CARELESS)
    }

    /// True when the next word is a common one that opens sentences.
    pub(super) fn is_before_starter(&self) -> bool {
        self.next.first.is_some_and(is_upper)
            && self.context.lexicon.flags(self.next.word).any(Flags::STARTER)
    }

    /// True for a word in capitals among words that are not: FT is no `Ft.` then, nor PT `Pt.`
    fn is_acronym(&self) -> bool {
        is_capitals(self.token) && !self.next.is_number() && !is_capitals(self.next.word)
    }

    /// What the token before the run does: as a whole, or what is behind its last hyphen,
    /// apostrophe or inner full stop.
    pub(super) fn token_flags(&self) -> Flags {
        if self.is_acronym() {
            let flags = self.context.lexicon.flags(self.token);
            let courtesy = if flags.any(Flags::COURTESY) { flags } else { Flags::NONE };
            return self.context.lexicon.written(self.token).with(courtesy);
        }
        let whole = self.context.lexicon.flags(self.token);
        let Some(joint) = self.token.rfind(['-', '/', '\'', '’', ':', '.']) else { return whole };
        let last = &self.token[joint..];
        let last = &last[last.chars().next().map_or(0, char::len_utf8)..];
        // The letters of `U.S.` are not words.
        if last.len() < 3 && self.token[joint..].starts_with('.') {
            return whole;
        }
        whole.with(self.context.lexicon.flags(last))
    }
}

/// The rest of a line from `at` on, at most [`LONGEST_QUOTATION`] bytes of it.
fn ahead(text: &str, at: usize) -> &str {
    at_most(&text[at..], LONGEST_QUOTATION).lines().next().unwrap_or_default()
}

fn is_year(token: &str) -> bool {
    token.len() == 4 && token.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_digit_at(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

/// True for a word in capitals.
fn is_capitals(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// True when what follows the white space at `at` may open a sentence.
pub(super) fn begins(text: &str, at: usize) -> bool {
    char_at(text, at)
        .is_some_and(|space| space.is_whitespace() && Next::read(text, at + space.len_utf8()).upper)
}

/// True when a web address starts at `at`.
pub(super) fn is_address_at(text: &str, at: usize) -> bool {
    ["http://", "https://", "www."].iter().any(|scheme| text[at..].starts_with(scheme))
}
