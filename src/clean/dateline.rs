//! The place and agency before the first sentence.

use super::line::head;
use super::{Line, Rule, Verdict, agency, eastern};
use crate::published::is_month;

/// `LONDON (AP) — `, `Seoul (The Daily Hill): `, `WASHINGTON, March 3 (Reuters) - `, `PARIS — `,
/// `NEW DELHI: `, `新华社北京3月8日电` at the head of one of the first lines, or a dash alone. The
/// sentence stays; it starts after the dateline.
pub(super) struct Dateline;

/// A dateline stands in one of an article's first kept lines.
const LAST_LINE: usize = 3;
/// The longest dateline, in characters.
const LONGEST: usize = 90;

impl Rule for Dateline {
    fn name(&self) -> &'static str {
        "dateline"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        if line.kept > LAST_LINE {
            return Verdict::Keep;
        }
        let first = line.kept == 0;
        let western = || {
            let end = dateline(line.text, first)?;
            // `(ANSA) - ROMA, 12 MAR - `
            let agency = line.text.starts_with('(');
            let place = if agency { dateline(&line.text[end..], first) } else { None };
            Some(end + place.unwrap_or_default())
        };
        match eastern::dateline(line.text).or_else(western) {
            Some(end) if end < line.text.len() => Verdict::Trim(end),
            _ => Verdict::Keep,
        }
    }
}

/// The length in bytes of the dateline that `text` starts with, white space after it included.
/// `first` is true for the first line of an article.
fn dateline(text: &str, first: bool) -> Option<usize> {
    // What is left of a dateline whose place was set apart, or a bullet.
    if let Some(rest) = dash_length(text).map(|length| &text[length..])
        && rest.starts_with([' ', '\u{a0}'])
    {
        return Some(text.len() - rest.trim_start().len());
    }
    let head = head(text, LONGEST);
    let mark = mark(head, first)?;
    let place = head[..mark.place_end].trim();
    let mut rest_start = mark.rest_start;
    if !mark.agency && is_dated(place) {
        rest_start += agency_sentence(&text[rest_start..]);
    }
    // What follows has to be a sentence: a capital, a digit or an opening quote; scripts without
    // case count as capitals.
    let after = text[rest_start..].trim_start();
    let starts = after.trim_start_matches(['"', '“', '„', '«', '‘', '\'', '(', ' ', '\u{a0}']);
    let starts_like_sentence =
        starts.chars().next().is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase());
    // Without an agency only capitals tell a place from a sentence: `Peace — at last` must stay.
    let placed = if mark.agency {
        place.is_empty() || is_place(place)
    } else {
        is_place(place) && (opens_in_capitals(place) || is_dated(place) && ends_in_capitals(place))
    };
    (placed && starts_like_sentence).then(|| text.len() - after.len())
}

/// What ends a dateline.
struct Mark {
    /// Where the place before it ends.
    place_end: usize,
    /// Where the text after it starts.
    rest_start: usize,
    /// True for `(Agency) —`, false for a dash alone.
    agency: bool,
}

/// Finds the mark that ends a dateline: `(Agency)` with a dash or colon after it, or a dash alone
/// between spaces, whichever comes first.
fn mark(head: &str, first: bool) -> Option<Mark> {
    let dash = lone_dash(head);
    match head.find('(') {
        Some(open) if dash.as_ref().is_none_or(|dash| open < dash.place_end) => {
            let close = open + head[open..].find(')')?;
            let agency = &head[open + 1..close];
            let after = &head[close + 1..];
            let rest = after.trim_start();
            // A full stop before it, as in Spanish: `(EFE).- `
            let stopped = rest.strip_prefix('.').and_then(dash_length).map(|length| 1 + length);
            let length = dash_length(rest)
                .or(stopped)
                .or_else(|| rest.starts_with(':').then_some(1))
                .or_else(|| (BARE.contains(&agency) && opens(after)).then_some(0))?;
            let rest_start = close + 1 + (after.len() - rest.len()) + length;
            is_agency(agency).then_some(Mark { place_end: open, rest_start, agency: true })
        }
        // Further down it is the name of who speaks.
        _ => capitals_before_colon(head).filter(|_| first).or_else(|| arabic(head, dash)),
    }
}

/// `القاهرة - رويترز: `: an agency between the dash and a colon. Any other dash as it is.
fn arabic(head: &str, dash: Option<Mark>) -> Option<Mark> {
    let dash = dash?;
    let rest = head[dash.rest_start..].trim_start();
    let named = agency::ARABIC.iter().find_map(|name| rest.strip_prefix(name));
    Some(match named.and_then(|rest| rest.trim_start().strip_prefix(':')) {
        Some(rest) => Mark { rest_start: head.len() - rest.len(), agency: true, ..dash },
        None => dash,
    })
}

/// The length of `РИА Новости. ` at the head of what follows a place with its date: an agency in
/// capitals as a sentence of its own.
fn agency_sentence(text: &str) -> usize {
    let name = text.trim_start();
    let Some((agency, _)) = name.split_once(". ") else { return 0 };
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let named = opens_in_capitals(agency)
        && agency.split(' ').all(capital)
        && agency.split(' ').nth(3).is_none();
    if named { text.len() - name.len() + agency.len() + ". ".len() } else { 0 }
}

/// `NEW DELHI: `, a place of five letters or more. Shorter ones are mostly names of who says it.
fn capitals_before_colon(head: &str) -> Option<Mark> {
    if !head.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase) {
        return None;
    }
    let place_end = head.find(": ")?;
    let place = &head[..place_end];
    let capital = |byte: u8| byte.is_ascii_uppercase() || byte == b' ';
    let is_place = place.len() >= 5 && place.bytes().all(capital);
    is_place.then_some(Mark { place_end, rest_start: place_end + 2, agency: true })
}

/// Agencies that some write without a dash after them: `(CNN) A dam broke`.
const BARE: &[&str] = &["CNN", "AP", "Reuters", "AFP", "UPI"];

/// True for what follows such an agency: white space, or the sentence itself.
fn opens(after: &str) -> bool {
    after.starts_with(|c: char| c == ' ' || c.is_uppercase())
}

/// Agencies that write themselves in lower case.
const LOWER: &[&str] =
    &["afp", "ansa", "ap", "apa", "dapd", "dpa", "efe", "epd", "kna", "lusa", "ots", "sda", "sid"];

/// The first dash between spaces.
fn lone_dash(head: &str) -> Option<Mark> {
    // Most heads have no dash at all.
    if head.is_ascii() && !head.contains('-') {
        return None;
    }
    for (at, _) in head.match_indices(' ') {
        if let Some(length) = dash_length(&head[at + 1..]) {
            let end = at + 1 + length;
            let spaced = head[end..].starts_with([' ', '\u{a0}']);
            return spaced.then_some(Mark { place_end: at, rest_start: end, agency: false });
        }
    }
    None
}

/// The length of the dash that `text` starts with.
fn dash_length(text: &str) -> Option<usize> {
    // Nearly always the first byte can tell.
    if text.as_bytes().first().is_none_or(|&byte| byte.is_ascii() && byte != b'-') {
        return None;
    }
    // `\u{97}` is the dash of Windows-1252 read as if it were Latin-1.
    ["--", "—", "–", "-", "―", "\u{97}"]
        .iter()
        .find(|dash| text.starts_with(**dash))
        .map(|dash| dash.len())
}

/// An agency's or outlet's name: a few words, all of them capitalised but for particles.
fn is_agency(text: &str) -> bool {
    // `dpa`, or one of its desks: `dpa/lno`.
    if LOWER.contains(&text.split(['/', '-']).next().unwrap_or_default()) {
        return true;
    }
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some()
        && text.split_whitespace().count() <= 5
        && words.all(|word| {
            !word.starts_with(char::is_lowercase)
                || matches!(
                    word,
                    "of" | "the" | "de" | "la" | "del" | "der" | "die" | "and" | "für" | "du"
                )
                || word.contains('.')
        })
}

/// A place, perhaps with a date: `LONDON`, `Port Ellen, March 3`, `Hà Nội`. Every word is
/// capitalised or a number, particles apart; at most seven words.
fn is_place(text: &str) -> bool {
    let words = text.split_whitespace();
    let count = words.clone().count();
    if !(1..=7).contains(&count) || text.ends_with(['.', '!', '?']) && !is_abbreviation(text) {
        return false;
    }
    words.clone().all(|word| {
        word.starts_with(|c: char| c.is_numeric() || c.is_alphabetic() && !c.is_lowercase())
            || is_month(word.trim_end_matches(','))
            || matches!(
                word,
                "/" | "|"
                    | "de"
                    | "del"
                    | "la"
                    | "of"
                    | "am"
                    | "den"
                    | "le"
                    | "der"
                    | "les"
                    | "sur"
                    | "upon"
                    | "an"
            )
    })
}

/// True when the first word has at least three letters and no lower-case one.
fn opens_in_capitals(text: &str) -> bool {
    let word = text.split([' ', ',']).next().unwrap_or_default();
    word.chars().filter(|c| c.is_uppercase()).count() >= 3 && !word.contains(char::is_lowercase)
}

/// True when the last word has: `Москва. 5 февраля. INTERFAX.RU`.
fn ends_in_capitals(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(opens_in_capitals)
}

/// True where a day stands in it.
fn is_dated(place: &str) -> bool {
    place.contains(|c: char| c.is_ascii_digit())
}

/// `Minn.`, `Conn.`, `D.C.`: a state after a comma may end with a full stop.
fn is_abbreviation(text: &str) -> bool {
    text.contains(',') && text.rsplit(' ').next().is_some_and(|word| word.chars().count() <= 6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::first;

    fn rest(text: &str) -> &str {
        match Dateline.judge(&first(text)) {
            Verdict::Trim(bytes) => &text[bytes..],
            Verdict::Keep => text,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn datelines_are_trimmed() {
        for line in [
            "Seoul (The Daily Hill): Rain fell.",
            "LONDON (AP) — Rain fell.",
            "WASHINGTON, March 3 (Reuters) - Rain fell.",
            "OSLO, March 3 (Fjord Wire) — Rain fell.",
            "PORT ELLEN, Minn. (AP) -- Rain fell.",
            "PARIS — Rain fell.",
            "KÖLN (Rheinbote) – Rain fell.",
            "Hà Nội (Báo Sông Hồng) - Rain fell.",
            "(Reuters) - Rain fell.",
            "ROUEN-SUR-MER, 3 mars – Rain fell.",
            "Warszawa, 5 kwietnia (PAP) - Rain fell.",
            "Port Ellen, Norvale (CNN) Rain fell.",
            "(CNN) Rain fell.",
            "(CNN)Rain fell.",
            "Fulda (dpa) - Rain fell.",
            "München (dpa/lby) – Rain fell.",
            "NEW DELHI: Rain fell.",
            "- Rain fell.",
            "\u{97} Rain fell.",
            "OSLO \u{97} Rain fell.",
            "Madrid, 12 mar (FW).- Rain fell.",
            "Madrid, 12 mar. (FW).- Rain fell.",
            "Vila Serena, 04 out 2031 (Fjord) - Rain fell.",
            "(FW) - ROMA, 12 MAR - Rain fell.",
            "РЕЧНОЙ, 6 фев — РИА Север. Rain fell.",
            "Москва. 5 февраля. FJORD.RU - Rain fell.",
            "القاهرة - رويترز: Rain fell.",
            "本报讯 Rain fell.",
        ] {
            assert_eq!(rest(line), "Rain fell.", "{line}");
        }
        assert_eq!(rest("OSLO -- Ms. Berg (N-Oslo) left."), "Ms. Berg (N-Oslo) left.");
        assert_eq!(rest("OSLO, 6 May — NATO met. Rain fell."), "NATO met. Rain fell.");
        assert_eq!(rest("OSLO (Fjord Wire) — “Rain fell,” she said."), "“Rain fell,” she said.");
    }

    #[test]
    fn sentences_keep_their_heads() {
        for line in [
            "Peace — at last — came on Tuesday.",
            "Peace — The end of it all.",
            "The mayor (a lawyer) - a friend of the judge - resigned.",
            "Rain - and wind - closed the bridge.",
            "The Fjord Bridge — Ada Lund opened it — is closed.",
            "LONDON (AP) —",
            "The network (CNN) was first to say so.",
            "Reporters saw (AP) Rain",
            "Rain - Reuters: It fell.",
            "القاهرة - قال الرئيس: رويترز.",
            "Madrid (12 mar).-",
        ] {
            assert_eq!(rest(line), line);
        }
    }

    #[test]
    fn only_the_first_lines_have_one() {
        let line = Line { kept: 9, ..first("PARIS — Rain fell.") };
        assert_eq!(Dateline.judge(&line), Verdict::Keep);
    }
}
