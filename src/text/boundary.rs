//! Whether a run of terminators ends a sentence.

use super::characters::{
    Terminator, char_at, char_before, is_bullet, is_closing_bracket, is_closing_quote, is_dash,
    is_ideographic, is_lower, is_opening_bracket, is_opening_quote, is_upper,
};
use super::languages::{Flags, LanguageData};
use super::sentences::{Sentences, is_line_break, kind, previous};
use super::wrapping::LONG_LINE;

/// How far a look back or ahead goes, in bytes.
const REACH: usize = 64;

/// Any kind of abbreviation.
const ABBREVIATION: Flags =
    Flags::TITLE.with(Flags::NEVER_FINAL).with(Flags::MAYBE_FINAL).with(Flags::BEFORE_NUMBER);

/// A place where a sentence may end: a run of terminators, the closers after it, white space.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    /// First byte of the run.
    pub run: usize,
    /// One past the last byte of the run.
    pub run_end: usize,
    /// One past the closers: where the sentence ends if it ends here.
    pub end: usize,
    /// First byte after the white space.
    pub next: usize,
    /// There is white space.
    pub spaced: bool,
    /// A quotation closes after the run.
    pub quoted: bool,
    /// A bracket closes after the run.
    pub bracketed: bool,
    /// More than one full stop, or an ellipsis.
    ellipsis: bool,
    mark: bool,
    exclamation: bool,
    question: bool,
    ideographic: bool,
    ideographic_mark: bool,
    always: bool,
}

impl Candidate {
    /// Takes the run of terminators at `at`; `. . .` is one.
    pub(super) fn run(text: &str, at: usize, data: &LanguageData) -> Self {
        let mut candidate = Self {
            run: at,
            run_end: at,
            end: at,
            next: at,
            spaced: false,
            quoted: false,
            bracketed: false,
            ellipsis: false,
            mark: false,
            exclamation: false,
            question: false,
            ideographic: false,
            ideographic_mark: false,
            always: false,
        };
        let mut dots = 0;
        let mut spaced_dots = 0;
        loop {
            let Some(character) = char_at(text, candidate.run_end) else { break };
            match kind(character, data.semicolon_asks) {
                Some(Terminator::Stop) => dots += 1,
                Some(Terminator::Ellipsis) => candidate.ellipsis = true,
                Some(Terminator::Mark) => {
                    candidate.mark = true;
                    candidate.exclamation |= character == '!';
                }
                Some(Terminator::Ideographic) => candidate.ideographic = true,
                Some(Terminator::IdeographicMark) => candidate.ideographic_mark = true,
                Some(Terminator::Always) => candidate.always = true,
                None => {
                    let after_space = candidate.run_end + character.len_utf8();
                    if dots > 0
                        && matches!(character, ' ' | '\u{A0}')
                        && char_at(text, after_space) == Some('.')
                        && !char_at(text, after_space + 1).is_some_and(char::is_alphanumeric)
                    {
                        spaced_dots += 1;
                        candidate.run_end = after_space;
                        continue;
                    }
                    break;
                }
            }
            candidate.run_end += character.len_utf8();
        }
        candidate.question = text[at..candidate.run_end].contains('?');
        candidate.ellipsis |= dots > 1;
        // A full stop and then an ellipsis that opens the next sentence: `end. . . . The next`.
        if spaced_dots == 3
            && dots == 4
            && text[candidate.run_end..].starts_with(' ')
            && char_at(text, candidate.run_end + 1).is_some_and(is_upper)
        {
            candidate.run_end = at + 1;
            candidate.ellipsis = false;
        }
        candidate
    }
}

impl Candidate {
    /// A single full stop.
    fn is_stop(&self) -> bool {
        !(self.ellipsis || self.mark || self.ideographic || self.ideographic_mark || self.always)
    }
}

/// The token after a candidate.
pub(super) struct Next<'t> {
    first: Option<char>,
    word: &'t str,
    /// Opens with a quote, a bracket, a dash.
    quote: bool,
    bracket: bool,
    dash: bool,
    bullet: bool,
    /// First byte of the word.
    at: usize,
    pub(super) upper: bool,
    lower: bool,
}

impl<'t> Next<'t> {
    /// The token at `at`, behind at most eight opening characters.
    pub(super) fn read(text: &'t str, at: usize) -> Self {
        let mut next = Self {
            first: None,
            word: "",
            quote: false,
            bracket: false,
            dash: false,
            bullet: false,
            at,
            upper: false,
            lower: false,
        };
        for _ in 0..8 {
            let Some(character) = char_at(text, next.at) else { break };
            if is_opening_quote(character) || is_closing_quote(character) {
                next.quote = true;
            } else if is_opening_bracket(character) {
                next.bracket = true;
            } else if is_dash(character) {
                next.dash = true;
            } else if is_bullet(character) {
                next.bullet = true;
            } else if !(matches!(character, '¿' | '¡' | '*' | '_' | '#' | '`')
                || next.at > at && character.is_whitespace() && !is_line_break(character))
            {
                break;
            }
            next.at += character.len_utf8();
        }
        next.first = char_at(text, next.at);
        next.word = word_at(text, next.at);
        if let Some(first) = next.first {
            let second = char_at(text, next.at + first.len_utf8());
            let camel = is_lower(first) && second.is_some_and(is_upper);
            next.upper = camel || is_upper(first);
            next.lower = !camel && is_lower(first);
        }
        next
    }

    fn digit(&self) -> bool {
        self.first.is_some_and(char::is_numeric)
    }
}

/// The letters, digits and inner apostrophes at `at`, at most [`REACH`] bytes.
fn word_at(text: &str, at: usize) -> &str {
    let mut end = at;
    while end - at < REACH {
        match char_at(text, end) {
            Some(character) if character.is_alphanumeric() || matches!(character, '\'' | '’') => {
                end += character.len_utf8();
            }
            _ => break,
        }
    }
    text[at..end].trim_end_matches(['\'', '’'])
}

/// The token before a run: letters, digits, and what joins them, at most [`REACH`] bytes.
fn token_before<'t>(sentences: &Sentences<'t>, at: usize) -> &'t str {
    let text = sentences.text;
    let mut start = at;
    while at - start < REACH {
        match previous(text, sentences.start, start) {
            Some(character)
                if character.is_alphanumeric()
                    || matches!(
                        character,
                        '.' | '\'' | '’' | '-' | '&' | ':' | ',' | '°' | 'º'
                    )
                    || is_mark(character) =>
            {
                start -= character.len_utf8();
            }
            _ => break,
        }
    }
    text[start..at].trim_start_matches(|first: char| !first.is_alphanumeric())
}

/// A vowel sign or the like, which belongs to the letter before it.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{DFF}' | '\u{64B}'..='\u{65F}')
}

/// True when the sentence ends at `candidate`.
pub(super) fn ends(sentences: &Sentences<'_>, candidate: &Candidate) -> bool {
    let next = Next::read(sentences.text, candidate.next);
    let first = char_at(sentences.text, candidate.next);
    if candidate.always {
        return !first.is_some_and(|first| matches!(first, ',' | '،' | ')' | ']'));
    }
    if candidate.ideographic
        || candidate.ideographic_mark
        || is_ascii_in_ideographs(sentences, candidate)
    {
        return ends_ideographic(sentences, candidate, first);
    }
    if !candidate.spaced {
        return ends_without_space(sentences, candidate, &next);
    }
    if !candidate.is_stop() && is_address_at(sentences.text, candidate.next) {
        return true;
    }
    match first {
        Some(',') if sentences.text[candidate.next..].starts_with(",,") => {}
        Some(',' | ';' | ':' | '،' | '、' | '，' | '&' | '/' | '=' | '?' | '!') => return false,
        Some(quote)
            if is_closing_quote(quote) && is_punctuated(sentences.text, candidate.next, quote) =>
        {
            return false;
        }
        Some(first) if is_closing_bracket(first) => return false,
        _ => {}
    }
    if candidate.mark {
        return ends_with_mark(sentences, candidate, &next);
    }
    if candidate.run == sentences.start {
        return false;
    }
    if candidate.ellipsis {
        return ends_with_ellipsis(sentences, candidate, &next);
    }
    if sentences.data.colon_ends {
        return false;
    }
    ends_with_stop(sentences, candidate, &next)
}

fn ends_with_ellipsis(sentences: &Sentences<'_>, candidate: &Candidate, next: &Next<'_>) -> bool {
    if next.bracket && (candidate.quoted || candidate.bracketed) {
        return false;
    }
    // `Well... I think so.`
    let so_far = &sentences.text[sentences.start..candidate.run];
    let hesitates = so_far.len() <= REACH && !so_far.contains(char::is_whitespace);
    next.upper && !(hesitates && !candidate.quoted)
        || is_caseless(next.first)
        || is_careless(sentences, next)
}

/// True when a quote closes and a comma or a full stop follows it.
fn is_punctuated(text: &str, at: usize, quote: char) -> bool {
    let after = at + quote.len_utf8();
    matches!(char_at(text, after), Some(',' | '.' | ';' | ':')) && !text[after..].starts_with("..")
}

/// True when a pronoun or an article in lower case follows what is no abbreviation.
fn is_plain_opener(sentences: &Sentences<'_>, token: &str, next: &Next<'_>) -> bool {
    sentences.language == super::Language::English
        && matches!(
            next.word,
            "the"
                | "they"
                | "it"
                | "he"
                | "she"
                | "we"
                | "you"
                | "this"
                | "these"
                | "thank"
                | "thanks"
        )
        && !next.dash
        && !next.bracket
        && (token.len() > 3 || sentences.lexicon.is_stop_word(token))
}

/// True when what follows the white space at `at` may open a sentence.
pub(super) fn begins(sentences: &Sentences<'_>, at: usize) -> bool {
    let spaced = char_at(sentences.text, at).is_some_and(char::is_whitespace);
    spaced && Next::read(sentences.text, at + 1).upper
}

/// True when a line of at least [`LONG_LINE`] bytes that ends in `candidate` ends the sentence; it
/// does not where the full stop is an abbreviation's and the sentence goes on.
pub(super) fn ends_line(sentences: &Sentences<'_>, candidate: &Candidate) -> bool {
    if ends(sentences, candidate) {
        return true;
    }
    let next = Next::read(sentences.text, candidate.next);
    let flags = flags_of(sentences, token_before(sentences, candidate.run));
    let never = flags.any(Flags::TITLE.with(Flags::NEVER_FINAL));
    next.bullet || next.dash || candidate.mark || !(next.lower || never && next.upper)
}

/// True when the sentence goes on after a line that ends without a terminator.
pub(super) fn continues(
    sentences: &Sentences<'_>,
    line_start: usize,
    end: usize,
    next: usize,
) -> bool {
    let last = char_before(sentences.text, end);
    end.saturating_sub(line_start) >= LONG_LINE
        && !last.is_some_and(|last| matches!(last, ':' | ';' | '·'))
        && char_at(sentences.text, next).is_some_and(is_lower)
        && !char_at(sentences.text, sentences.start).is_some_and(is_lower)
        && !is_address_at(sentences.text, next)
}

/// True when a web address starts at `at`.
fn is_address_at(text: &str, at: usize) -> bool {
    ["http://", "https://", "www."].iter().any(|scheme| text[at..].starts_with(scheme))
}

fn is_caseless(character: Option<char>) -> bool {
    character.is_some_and(|character| {
        character.is_alphabetic() && !is_upper(character) && !is_lower(character)
    })
}

/// Chinese and Japanese also write `!` and `?`, rarely `.`, for their own marks.
fn is_ascii_in_ideographs(sentences: &Sentences<'_>, candidate: &Candidate) -> bool {
    if candidate.spaced {
        return false;
    }
    let before = previous(sentences.text, sentences.start, candidate.run);
    before.is_some_and(is_ideographic)
        && char_at(sentences.text, candidate.next).is_some_and(|next| {
            is_ideographic(next) || is_opening_quote(next) || is_opening_bracket(next)
        })
        && !candidate.ellipsis
}

/// After `。！？`: an end, unless what is quoted or bracketed goes on to be spoken of.
fn ends_ideographic(sentences: &Sentences<'_>, candidate: &Candidate, first: Option<char>) -> bool {
    let Some(first) = first else { return true };
    if matches!(first, '，' | '、' | ',' | '；' | '：') || is_closing_bracket(first) {
        return false;
    }
    let closed = candidate.quoted || candidate.bracketed;
    if closed && !candidate.spaced {
        if matches!(
            first,
            'と' | 'っ' | 'は' | 'が' | 'を' | 'に' | 'で' | 'も' | 'や' | 'の' | 'か' | 'な'
        ) {
            return false;
        }
        if !candidate.ideographic && is_ideographic(first) {
            return false;
        }
    }
    // `．` in a number.
    let before = previous(sentences.text, sentences.start, candidate.run);
    let digits = before.is_some_and(char::is_numeric) && first.is_numeric();
    !(digits && sentences.text[candidate.run..].starts_with('．'))
}

/// `fired.She`: an end only after a plain word and before a capitalised one, outside addresses.
fn ends_without_space(sentences: &Sentences<'_>, candidate: &Candidate, next: &Next<'_>) -> bool {
    let text = sentences.text;
    let second = next.first.and_then(|first| char_at(text, next.at + first.len_utf8()));
    let asks = candidate.question && next.lower && sentences.data.lower_case_start > 0;
    if next.dash || !asks && !(next.first.is_some_and(is_upper) && second.is_some_and(is_lower)) {
        return false;
    }
    let before = previous(text, sentences.start, candidate.run);
    let token = token_before(sentences, candidate.run);
    let plain = match before {
        Some('%' | ']' | ')') => true,
        Some(before) => {
            is_lower(before)
                && token.chars().count() > 1
                && !token.contains(['.', ':'])
                && !flags_of(sentences, token).any(ABBREVIATION)
                && !matches!(next.word, "Com" | "Net" | "Org")
        }
        None => false,
    };
    plain && !is_address(text, sentences.start, candidate.run, candidate.end)
}

/// True when the run of characters other than white space around a candidate looks like an address.
fn is_address(text: &str, start: usize, run: usize, end: usize) -> bool {
    let special = |byte: &u8| matches!(byte, b'@' | b'/' | b'_');
    let bytes = text.as_bytes();
    let before = bytes[start.max(run.saturating_sub(REACH))..run].iter().rev();
    let after = bytes[end..bytes.len().min(end + REACH)].iter();
    before.take_while(|byte| !byte.is_ascii_whitespace()).any(special)
        || after.take_while(|byte| !byte.is_ascii_whitespace()).any(special)
}

/// `!` and `?`.
fn ends_with_mark(sentences: &Sentences<'_>, candidate: &Candidate, next: &Next<'_>) -> bool {
    if next.lower {
        return !candidate.quoted && goes_on_in_lower_case(sentences, candidate, next);
    }
    if candidate.quoted && next.upper && is_attributed(sentences, next) {
        return false;
    }
    if candidate.exclamation && !candidate.quoted {
        let token = token_before(sentences, candidate.run);
        let flags = sentences.lexicon.flags(token);
        if flags.any(Flags::EXCLAIMED_NAME) && next.upper && !is_starter(sentences, next) {
            return false;
        }
    }
    true
}

/// True when `!` or `?` ends a sentence though the next word is in lower case, as in careless
/// typing: it follows a plain word, and is not what someone says.
fn goes_on_in_lower_case(
    sentences: &Sentences<'_>,
    candidate: &Candidate,
    next: &Next<'_>,
) -> bool {
    if is_careless(sentences, next) {
        return true;
    }
    let token = token_before(sentences, candidate.run);
    let plain = token.is_empty()
        || starts_in_lower_case(sentences.data, token)
        || candidate.question && token.chars().all(char::is_alphabetic);
    let text = sentences.text;
    let mut at = next.at;
    for _ in 0..3 {
        let word = word_at(text, at);
        if sentences.lexicon.flags(word).any(Flags::SAYING) || matches!(word, "he" | "she") {
            return false;
        }
        at += word.len();
        if char_at(text, at) != Some(' ') {
            break;
        }
        at += 1;
    }
    sentences.data.lower_case_start > 0
        && plain
        && !candidate.bracketed
        && !next.quote
        && !next.dash
}

/// True when the next word shows that the writer does not care for capitals: the English `i`.
fn is_careless(sentences: &Sentences<'_>, next: &Next<'_>) -> bool {
    sentences.language == super::Language::English
        && matches!(next.word, "i" | "i'm" | "im" | "i've" | "i'll" | "i'd" | "i’m" | "i’ve")
        && !next.quote
        && !next.bracket
        && !next.dash
}

/// True when the words after a quotation say who said it: `Smith asked`, `Mr. Roe of Ohio said`.
fn is_attributed(sentences: &Sentences<'_>, next: &Next<'_>) -> bool {
    if next.quote || is_starter(sentences, next) && next.word != "I" {
        return false;
    }
    let text = sentences.text;
    let mut at = next.at;
    for _ in 0..5 {
        let word = word_at(text, at);
        let Some(first) = word.chars().next() else { return false };
        let flags = sentences.lexicon.flags(word);
        if flags.any(Flags::SAYING) {
            return true;
        }
        if !is_upper(first) && !matches!(word, "de" | "van" | "von" | "der" | "of" | "al" | "bin") {
            return false;
        }
        at += word.len();
        if text[at..].starts_with('.') && (flags.any(Flags::TITLE) || word.len() == 1) {
            at += 1;
        }
        match char_at(text, at) {
            Some(' ' | '\u{A0}' | '-') => at += char_at(text, at).map_or(1, char::len_utf8),
            _ => return false,
        }
    }
    false
}

fn is_starter(sentences: &Sentences<'_>, next: &Next<'_>) -> bool {
    next.first.is_some_and(is_upper) && sentences.lexicon.flags(next.word).any(Flags::STARTER)
}

/// What a token does: as a whole, or what is behind its last hyphen or apostrophe.
fn flags_of(sentences: &Sentences<'_>, token: &str) -> Flags {
    let whole = sentences.lexicon.flags(token);
    match token.rfind(['-', '\'', '’', ':', '.']) {
        Some(at) if !token[at..].starts_with('.') || token.len() - at > 3 => {
            let joint = char_at(token, at).map_or(1, char::len_utf8);
            whole.with(sentences.lexicon.flags(&token[at + joint..]))
        }
        _ => whole,
    }
}

/// A single full stop: by the token before it.
fn ends_with_stop(sentences: &Sentences<'_>, candidate: &Candidate, next: &Next<'_>) -> bool {
    let token = token_before(sentences, candidate.run);
    let opening = sentences.text[sentences.start..candidate.run - token.len()]
        .chars()
        .take(8)
        .all(|character| !character.is_alphanumeric());
    let flags = flags_of(sentences, token);
    let starter = is_starter(sentences, next);
    let next_flags = sentences.lexicon.flags(next.word);
    let title = next.upper && next_flags.any(Flags::TITLE) && !next_flags.any(Flags::MAYBE_FINAL);
    if is_number(token) {
        return ends_number(sentences, candidate, next, token, opening, starter);
    }
    if opening
        && token.len() <= 4
        && (is_marker(token) || matches!(token, "P.S" | "PS" | "N.B" | "NB"))
    {
        return false;
    }
    if candidate.quoted && !flags.any(Flags::NEVER_FINAL.with(Flags::TITLE)) {
        return !next.lower;
    }
    if flags.any(Flags::FINAL_AFTER_NUMBER) && follows_number(sentences, candidate, token) {
        return next.upper && (starter || !is_short(sentences, candidate));
    }
    if flags.any(Flags::MOSTLY_FINAL) {
        return next.upper;
    }
    if flags.any(Flags::NEVER_FINAL) || flags.any(Flags::TITLE) && !flags.any(Flags::MAYBE_FINAL) {
        return false;
    }
    if flags.any(Flags::BEFORE_NUMBER) && (next.digit() || is_roman(next.word)) {
        return false;
    }
    let opens = (starter || title) && !is_fronted(sentences, candidate) || next.quote && next.upper;
    if flags.any(Flags::MAYBE_FINAL) {
        return opens && !next.bracket;
    }
    if is_dotted(token) {
        if next.lower || next.digit() || next.bracket {
            return false;
        }
        if is_time(token) {
            let after = sentences.lexicon.flags(next.word).any(Flags::AFTER_TIME);
            return !after && (starter || !is_fronted(sentences, candidate));
        }
        return opens || !next.upper && next.first.is_some();
    }
    if let Some(letter) = single(token) {
        return ends_letter(sentences, candidate, next, letter, starter);
    }
    if next.lower {
        if candidate.bracketed {
            // A whole sentence in brackets, or the end of one within.
            return sentences.text[sentences.start..].starts_with(['(', '[']);
        }
        if next.quote && !next.dash && !next.bracket || is_careless(sentences, next) {
            return true;
        }
        if token.is_empty() {
            return sentences.data.lower_case_start > 0 && !next.dash;
        }
        if is_plain_opener(sentences, token, next) || opening && token.len() > 4 {
            return true;
        }
        return starts_in_lower_case(sentences.data, token);
    }
    if token.len() > 1 && is_lower_roman(token) {
        return false;
    }
    if sentences.data.ordinals && token.len() > 1 && is_roman(token) {
        return starter || next.quote;
    }
    true
}

fn ends_number(
    sentences: &Sentences<'_>,
    candidate: &Candidate,
    next: &Next<'_>,
    token: &str,
    opening: bool,
    starter: bool,
) -> bool {
    if opening && token.len() <= 3 && !candidate.quoted {
        return false;
    }
    let so_far = sentences.text[sentences.start..candidate.run - token.len()].trim_end();
    if token == "1" && so_far.ends_with([':', ';']) {
        return false;
    }
    if sentences.data.decimal_comma && token.len() <= 3 && next.word.len() == 3 && next.digit() {
        return false;
    }
    if next.lower || next.dash && !next.quote {
        return next.lower && token.len() > 2 && is_plain_opener(sentences, token, next);
    }
    if sentences.data.ordinals && token.len() <= 2 && !candidate.quoted && !candidate.bracketed {
        let word = so_far.rsplit(|character: char| !character.is_alphanumeric()).next();
        let counted =
            word.is_some_and(|word| sentences.lexicon.flags(word).any(Flags::BEFORE_NUMBER));
        return starter || counted || next.quote || next.digit() || is_caseless(next.first);
    }
    true
}

/// One letter: an initial, unless a common word follows that opens sentences.
fn ends_letter(
    sentences: &Sentences<'_>,
    candidate: &Candidate,
    next: &Next<'_>,
    letter: char,
    starter: bool,
) -> bool {
    if !is_upper(letter) && !is_lower(letter) {
        return !next.digit();
    }
    let start = candidate.run - letter.len_utf8();
    let before = sentences.text[sentences.start..start].trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    // `J. K.` are initials, `a. C.` is a phrase.
    let initial =
        before.is_empty() || word.strip_suffix('.').is_some_and(|word| word.ends_with(is_upper));
    let next_initial = single(next.word).is_some_and(is_upper);
    if is_lower(letter) && !next_initial && before.ends_with(|last: char| last.is_ascii_digit()) {
        return next.upper;
    }
    if letter == 'I' && sentences.language == super::Language::English {
        let lower = word.len() > 1 && word.chars().all(is_lower);
        return lower && next.upper;
    }
    starter && next.word.chars().count() > 1 && !initial
}

fn single(token: &str) -> Option<char> {
    let mut characters = token.chars();
    let first = characters.next()?;
    characters.next().is_none().then_some(first)
}

/// `12`, `1,200`, `19.30`, `4:02.6`.
fn is_number(token: &str) -> bool {
    let bytes = token.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_digit)
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b':' | b'-'))
}

/// The marker of a list item: a letter, or a Roman numeral.
fn is_marker(token: &str) -> bool {
    is_lower_roman(token) || is_roman(token) || single(token).is_some_and(char::is_alphabetic)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'))
}

fn is_lower_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
}

/// `U.S`, `a.m`, `Ph.D`, `J.-P`: short pieces between full stops.
fn is_dotted(token: &str) -> bool {
    token.contains('.')
        && token.split(['.', '-']).all(|piece| piece.chars().count() <= 3)
        && token.chars().any(char::is_alphabetic)
}

fn is_time(token: &str) -> bool {
    token.len() >= 3 && {
        let tail = &token.as_bytes()[token.len() - 3..];
        matches!(tail, b"a.m" | b"p.m" | b"A.M" | b"P.M")
    }
}

/// True when a number stands before the token that ends at the run.
fn follows_number(sentences: &Sentences<'_>, candidate: &Candidate, token: &str) -> bool {
    let start = candidate.run - token.len();
    let before = sentences.text[sentences.start..start].trim_end();
    let tail = before.char_indices().rev().take(8).last().map_or(0, |(at, _)| at);
    let word = before[tail..].rsplit(char::is_whitespace).next();
    word.is_some_and(|word| word.contains(|character: char| character.is_ascii_digit()))
}

/// True when the sentence so far is no more than a phrase of time or place: `In Nov.`, `At 5 a.m.`
fn is_fronted(sentences: &Sentences<'_>, candidate: &Candidate) -> bool {
    let so_far = &sentences.text[sentences.start..candidate.run];
    if so_far.len() > REACH {
        return false;
    }
    let mut words = so_far.split_whitespace();
    let first = words.next().unwrap_or("");
    let first = first.trim_start_matches(|first: char| !first.is_alphanumeric());
    sentences.lexicon.flags(first).any(Flags::PREPOSITION) && words.count() <= 3
}

/// True when the sentence so far has few words.
fn is_short(sentences: &Sentences<'_>, candidate: &Candidate) -> bool {
    let so_far = &sentences.text[sentences.start..candidate.run];
    so_far.len() <= REACH && so_far.split_whitespace().count() <= 5
}

/// True when a full stop after `token` ends a sentence though the next word is in lower case.
fn starts_in_lower_case(data: &LanguageData, token: &str) -> bool {
    let least = usize::from(data.lower_case_start);
    let word = token.rsplit(['\'', '’', '-']).next().unwrap_or(token);
    least > 0
        && word.chars().all(is_lower)
        && word.chars().count() >= least
        && !is_lower_roman(word)
}
