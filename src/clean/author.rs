//! Who the author is, at the end of the article.

use super::phrases::{Openers, Within};
use super::{Line, Rule, Verdict};

/// `Jo Lim is a senior reporter at the Gazette who covers the north.`: a last line that names a
/// journalist, whom the work is for, and what it is about. That one was arrested is news.
pub(super) struct Author;

/// What journalists are.
const ROLES: &[&str] = &[
    "reporter",
    "reporters",
    "correspondent",
    "correspondents",
    "editor",
    "editors",
    "journalist",
    "journalists",
    "columnist",
    "columnists",
    "writer",
    "writers",
    "producer",
    "producers",
];

/// Words before the role at most: `senior north`.
const MOST_BEFORE: usize = 5;

/// What begins the role.
const ARTICLES: &[&str] = &["a", "an", "the", "our"];

/// What a role may begin with instead.
const RANKS: &[&str] =
    &["chief", "deputy", "executive", "freelance", "managing", "senior", "staff"];

/// Where one of these stands before the role it is another's: `the wife of a reporter`, `suing the
/// editor`.
const OF_OTHERS: &[&str] = &[
    "a", "an", "the", "of", "for", "to", "by", "from", "with", "in", "on", "who", "former",
    "first", "last", "only",
];

/// What stands between names, and in them.
const PARTICLES: &[&str] = &["and", "de", "la", "van", "von", "der"];

/// How papers, but no notes, call people they write about.
const HONORIFICS: &[&str] = &["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms."];

/// Stands between the role and whom the work is for.
static FOR: Openers = Openers::new(&["at", "for", "with"]);

/// What the work is about.
static WORK: Openers = Openers::new(&[
    "and author of",
    "and covers",
    "and the author of",
    "and writes",
    "based in",
    "covering",
    "focused on",
    "focusing on",
    "reporting on",
    "specialising in",
    "specializing in",
    "where he covers",
    "where he reports",
    "where he writes",
    "where she covers",
    "where she reports",
    "where she writes",
    "who covers",
    "who focuses on",
    "who reports",
    "who specialises in",
    "who specializes in",
    "who writes",
    "writing about",
]);

/// How such a note goes on.
static MORE: Openers = Openers::new(&[
    "he covers",
    "he has covered",
    "he has reported",
    "he has written",
    "he is based in",
    "he is the author of",
    "he joined",
    "he lives in",
    "he previously",
    "he reports",
    "he writes",
    "her work",
    "his work",
    "she covers",
    "she has covered",
    "she has reported",
    "she has written",
    "she is based in",
    "she is the author of",
    "she joined",
    "she lives in",
    "she previously",
    "she reports",
    "she writes",
]);

/// Tells that something happened.
static HAPPENING: Within = Within::new(&[
    "was", "were", "had", "has", "is", "will", "said", "says", "told", "died", "faces", "and who",
]);

/// The most words of a note.
const MOST_WORDS: usize = 60;

impl Rule for Author {
    fn name(&self) -> &'static str {
        "author"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let note = line.is_last
            && line.in_second_half
            && line.text.len() <= 500
            && is_note(line.text)
            && line.has_at_most(MOST_WORDS);
        if note { Verdict::Drop } else { Verdict::Keep }
    }
}

fn is_note(text: &str) -> bool {
    let mut sentences = text.trim_end_matches('.').split(". ");
    let introduced = sentences.next().is_some_and(introduces);
    introduced && sentences.all(|sentence| MORE.strip(sentence).is_some())
}

/// True for `Jo Lim is a senior reporter at the Gazette`, with or without what the work is about.
fn introduces(sentence: &str) -> bool {
    let Some((who, role)) = sentence.split_once(" is ").or_else(|| sentence.split_once(" are "))
    else {
        return false;
    };
    let named = who.contains(' ')
        && who.split(' ').all(|word| is_capitalised(word) || PARTICLES.contains(&word))
        && !who.split(' ').any(|word| HONORIFICS.contains(&word));
    let Some((first, after)) = role.split_once(' ') else { return false };
    let has_article = ARTICLES.contains(&first);
    if !named || !(has_article || RANKS.contains(&first) || ROLES.contains(&first)) {
        return false;
    }
    let mut rest = if has_article { after } else { role };
    for _ in 0..=MOST_BEFORE {
        let Some((word, after)) = rest.split_once(' ') else { return false };
        rest = after;
        if ROLES.contains(&word.trim_end_matches(',')) {
            return works(rest);
        }
        if OF_OTHERS.contains(&word) || !word.ends_with(char::is_alphanumeric) {
            return false;
        }
    }
    false
}

/// True for `at the Gazette who covers the north`, and for `covering the north` alone.
fn works(text: &str) -> bool {
    let Some(employer) = FOR.strip(text).map(str::trim_start) else { return is_of_work(text) };
    // The name goes on as long as its words have capitals or stand between such.
    let (mut end, mut at) = (0, 0);
    for word in employer.split_inclusive(' ') {
        at += word.len();
        let bare = word.trim_end();
        if is_capitalised(bare) {
            end = at;
        } else if !matches!(bare, "the" | "of" | "and" | "&" | "for") {
            break;
        }
        if bare.ends_with(',') {
            break;
        }
    }
    let rest = employer[end..].trim_start();
    end > 0 && (rest.is_empty() || is_of_work(rest))
}

/// True for `who covers the north`, and for `in Norvale`, but not for `in custody`.
fn is_of_work(text: &str) -> bool {
    let place = || text.strip_prefix("in ").filter(|place| is_capitalised(place));
    WORK.strip(text).or_else(place).is_some_and(|rest| !HAPPENING.is_in(rest))
}

fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, late};

    fn last(text: &str) -> Line<'_> {
        Line { is_last: true, ..late(text) }
    }

    #[test]
    fn notes_go() {
        let lines = [
            "Jo Lim is a senior reporter at the Gazette who covers the north.",
            "Jo Lim is a reporter for The Norvale Gazette and Tide in Lastmark.",
            "Jo Lim is the Gazette's north correspondent, based in Norvale.",
            "Jo Lim and Ada de la Cour are reporters for Fjord Wire covering harbours.",
            "Jo Lim is deputy editor at the Gazette. She has written on harbours since 2024.",
        ];
        assert_all(&Author, &lines.map(last), Verdict::Drop);
        assert_all(&Author, &lines.map(late), Verdict::Keep);
    }

    #[test]
    fn news_of_reporters_stays() {
        let lines = [
            "Jo Lim is a reporter who was held in Minsk for two years.",
            "Jo Lim is a reporter at the Gazette who was arrested on Friday.",
            "Jo Lim is a reporter at the Gazette in Norvale and was on the ferry.",
            "Jo Lim is the reporter at the centre of the trial.",
            "Jo Lim is a reporter for the Gazette, one of three on trial.",
            "Jo Lim is a reporter in hiding.",
            "Jo Lim is the wife of a reporter at the Gazette.",
            "Jo Lim is suing the editor at the Gazette.",
            "Jo Lim is a reporter at the Gazette. Police searched her house.",
            "Ms Lim is a reporter at the Gazette.",
            "Jo Lim is a former editor at the Gazette.",
            "The ferry is a writer at sea for Norvale.",
            "Jo Lim is dead.",
        ];
        assert_all(&Author, &lines.map(last), Verdict::Keep);
    }
}
