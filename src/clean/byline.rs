//! Who wrote the article.

use super::phrases::{Openers, opens_unspaced};
use super::{Line, Rule, Verdict, ends_like_sentence, word_count};
use crate::published::day_of;

/// `By Marta Linde, Harbour Correspondent`, `Von Marta Linde`, `/ Updated By Marta Linde`.
pub(super) struct Byline;

static BY: Openers = Openers::new(&[
    "by ",
    "by: ",
    "written by ",
    "story by ",
    "words by ",
    "text by ",
    "/ updated by ",
    "updated by ",
    "posted by ",
    "published by ",
    "von ",
    "par ",
    "por ",
    "di ",
    "door ",
    "av ",
    "af ",
    "kirjoittanut ",
    "autor: ",
    "autor ",
    "author: ",
    "auteur : ",
    "auteur: ",
    "autore: ",
    "của ",
    "bài: ",
    "tác giả: ",
    "लेखक: ",
    "автор: ",
    "текст: ",
]);

impl Rule for Byline {
    fn name(&self) -> &'static str {
        "byline"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        if is_reporter(line.text) {
            return Verdict::Drop;
        }
        let Some(name) = BY.strip(line.text) else { return Verdict::Keep };
        if (line.kept == 0 || !ends_like_sentence(name)) && is_name(name) {
            return Verdict::Drop;
        }
        let dated = if line.kept == 0 { after_date(name) } else { None };
        dated.map_or(Verdict::Keep, |sentence| Verdict::Trim(line.text.len() - sentence.len()))
    }
}

/// True for `记者 李明` and `文／山田太郎`: nothing but a name or two after the role.
fn is_reporter(text: &str) -> bool {
    const ROLES: &[&str] = &["本报记者", "记者", "記者", "通讯员", "通訊員", "作者", "文"];
    const MOST: usize = 16;
    if !opens_unspaced(text, ROLES) || text.chars().nth(MOST).is_some() {
        return false;
    }
    let mut roles = ROLES.iter().filter_map(|role| text.strip_prefix(role));
    roles.any(|name| {
        name.starts_with([' ', '\u{3000}', '：', ':', '/', '／'])
            && name.chars().skip(1).all(|c| c.is_alphabetic() || " \u{3000}、·・".contains(c))
            && name.chars().nth(2).is_some()
    })
}

/// What follows a name, a date and, it may be, a section on one line: `Marta Linde Oct
/// 31, 2031 in World The ferry has sunk.`
fn after_date(name: &str) -> Option<&str> {
    // Some write it twice.
    let name = BY.strip(name).unwrap_or(name);
    let starts_high = |text: &str| text.starts_with(char::is_uppercase);
    let after = (2..=4).find_map(|words| {
        let (name, rest) = split_words(name, words)?;
        let (date, after) = split_words(rest, 3)?;
        (name.split(' ').all(starts_high) && day_of(date).is_some()).then_some(after)
    })?;
    let section = after.strip_prefix("in ").filter(|rest| starts_high(rest));
    let sentence = section.and_then(|rest| split_words(rest, 1)).map_or(after, |(_, rest)| rest);
    starts_high(sentence).then_some(sentence)
}

/// So many words of a text, and what follows the space after them.
fn split_words(text: &str, words: usize) -> Option<(&str, &str)> {
    let (end, _) = text.match_indices(' ').nth(words - 1)?;
    Some((&text[..end], &text[end + 1..]))
}

/// True for `Marta Linde`, `Marta Linde and Jo Berg, Harbour Correspondent | 3 March 2031`: a
/// capitalised name of two or three words, or capitalised words with a role or a date after them.
fn is_name(text: &str) -> bool {
    if word_count(text, 17) > 16 || ends_like_sentence(text.trim_end_matches('.')) {
        return false;
    }
    let name = text.split([',', '|', '•', '–', '—', ';']).next().unwrap_or_default();
    let name = name.split(" for ").next().unwrap_or_default();
    let mut words = 0;
    for word in name.split_whitespace() {
        let particle = matches!(
            word,
            "and"
                | "und"
                | "et"
                | "y"
                | "e"
                | "&"
                | "de"
                | "van"
                | "von"
                | "der"
                | "la"
                | "in"
                | "og"
                | "och"
        );
        if !particle && !word.starts_with(char::is_uppercase) {
            return false;
        }
        words += 1;
    }
    (1..=8).contains(&words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, first, line};

    #[test]
    fn bylines_go() {
        let lines = [
            "By Marta Linde, Harbour Correspondent",
            "By MARTA LINDE and JO BERG",
            "Von Marta Linde",
            "Par Ada de la Cour",
            "/ Updated By Marta Linde and Jo Berg",
            "By Marta Linde for Fjord Wire",
        ];
        assert_all(&Byline, &lines.map(line), Verdict::Drop);
        let eastern = ["记者 李明", "本报记者　李明、王芳", "文／山田太郎"];
        assert_all(&Byline, &eastern.map(line), Verdict::Drop);
        assert_all(&Byline, &["By Marta Linde."].map(first), Verdict::Drop);
    }

    #[test]
    fn a_sentence_after_a_dated_byline_stays() {
        for byline in ["By By Marta Linde Oct 31, 2031 in World ", "By Ada Berg 3 March 2031 "] {
            let text = format!(
                "{byline}The ferry of Norvale has sunk, and so has the barge, with all of its cargo."
            );
            assert_eq!(Byline.judge(&first(&text)), Verdict::Trim(byline.len()), "{text}");
        }
        let sentence = "By Monday Oct 31, 2031 The Dam of Norvale was dry, and nobody knew where all of \
            its water had gone so soon.";
        assert_eq!(Byline.judge(&first(sentence)), Verdict::Keep);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "By Tuesday the river had fallen.",
            "By Tuesday, Norvale was dry.",
            "By noon, the square was full",
            "Von dort aus ging es weiter.",
            "记者看到大桥落水。",
            "记者：大桥何时落水？",
            "文化",
        ];
        assert_all(&Byline, &lines.map(line), Verdict::Keep);
    }
}
