//! Who wrote the article.

use super::phrases::{Openers, opens_unspaced};
use super::{Line, Rule, Verdict, ends_like_sentence, word_count};

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
        match BY.strip(line.text) {
            Some(name) if line.kept == 0 || !ends_like_sentence(name) => {
                if is_name(name) {
                    Verdict::Drop
                } else {
                    Verdict::Keep
                }
            }
            _ => Verdict::Keep,
        }
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
