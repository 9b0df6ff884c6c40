//! Publication and update lines.

use super::phrases::Openers;
use super::{Line, Rule, Verdict};
use crate::published::has_year;

/// A line that says when the article was published or updated: `Update: 14:05 GMT`,
/// `Last updated on 3 March at 09:12`, `Veröffentlicht: 3. März`, or a date and time alone.
pub(super) struct Stamp;

/// What such lines start with, in lower case.
static OPENERS: Openers = Openers::new(&[
    "(published",
    "(updated",
    "originally published",
    "created",
    "first posted",
    "time published",
    "issued",
    "story updated",
    "last updated",
    "last update",
    "updated",
    "update",
    "published",
    "first published",
    "posted",
    "last modified",
    "modified",
    "publication date",
    "date:",
    "date published",
    // German, French, Spanish, Portuguese, Italian, Dutch
    "aktualisiert",
    "zuletzt aktualisiert",
    "veröffentlicht",
    "stand:",
    "publié",
    "mis à jour",
    "mise à jour",
    "modifié",
    "actualizado",
    "actualización",
    "publicado",
    "atualizado",
    "pubblicato",
    "aggiornato",
    "ultimo aggiornamento",
    "gepubliceerd",
    "bijgewerkt",
    "laatst bijgewerkt",
    // Scandinavian, Polish, Turkish, Indonesian, Vietnamese, Russian, Hindi
    "publisert",
    "oppdatert",
    "publicerad",
    "uppdaterad",
    "udgivet",
    "opdateret",
    "opublikowano",
    "aktualizacja",
    "güncelleme",
    "yayınlanma",
    "diperbarui",
    "cập nhật",
    "xuất bản",
    "ngày đăng",
    "обновлено",
    "опубликовано",
    "प्रकाशित",
    "अपडेट",
    "अद्यतन",
    "发布时间",
    "更新",
]);

/// Words of a date or a time that are no months.
const OF_TIMES: &[&str] = &[
    "gmt", "utc", "bst", "cet", "cest", "est", "edt", "et", "cst", "cdt", "ct", "pst", "pdt", "pt",
    "ist", "am", "pm", "m", "p", "at", "uhr", "um", "h", "à", "a", "las", "le", "kl", "den",
    "ngày", "tháng", "năm", "lúc", "thứ", "giờ", "of", "the", "de", "del", "tại", "午前", "午後",
    "上午", "下午", "更新", "公開", "配信", "掲載",
];

impl Rule for Stamp {
    fn name(&self) -> &'static str {
        "stamp"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let Some(rest) = OPENERS.strip(line.text) else {
            let stamp = is_moment(line.text) || is_timed_update(line.text);
            return if stamp { Verdict::Drop } else { Verdict::Keep };
        };
        // `Updated figures show…` is a sentence: a stamp is short and holds little but a date.
        if rest.starts_with(char::is_alphabetic) || !rest.contains(char::is_numeric) {
            return Verdict::Keep;
        }
        let prose = rest
            .split_whitespace()
            .filter(|word| word.chars().all(char::is_lowercase) && word.chars().nth(3).is_some());
        if prose.take(3).count() <= 2 && rest.chars().nth(80).is_none() {
            Verdict::Drop
        } else {
            Verdict::Keep
        }
    }
}

/// True for `5 PM UPDATE: …`: capitals after a time, and a few words.
fn is_timed_update(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.find("UPDATE").is_some_and(|at| at <= 20)
        && text.split_whitespace().count() <= 12
}

/// True for what stands between the numbers and names of a date.
fn parts(c: char) -> bool {
    let marks = if c.is_ascii() { ",()|[]-/." } else { "–（）年月日时時分秒" };
    c.is_whitespace() || marks.contains(c)
}

/// True for a date with its time and nothing else: `3 March 2031, 10:25 GMT`, `03/03/2031 10:25`.
fn is_moment(text: &str) -> bool {
    if text.len() > 60 || !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let (mut numbers, mut names, mut year) = (0, 0, false);
    for word in text.split(parts) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        // Scripts without spaces have a sentence in one word.
        let name = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':');
        let unspaced = name.starts_with(|c: char| c >= '\u{3000}');
        if unspaced && name.chars().nth(1).is_some() && !OF_TIMES.contains(&name) {
            return false;
        }
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        if digits > 0 {
            year |= word.len() == 4 && has_year(word);
            numbers += 1;
        } else if !OF_TIMES.contains(&word.to_lowercase().as_str()) {
            names += 1;
        }
    }
    // A weekday and a month at most, and more than a year.
    year && numbers >= 2 && names <= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn stamps_go() {
        let lines = [
            "Update: 14:05 GMT",
            "Update: 2024-12-19 08:21 GMT",
            "Updated 3:15 p.m. ET, Tue March 3, 2031",
            "Last updated on 3 March 2031 at 09:12",
            "PUBLISHED: 09:12 EST, 3 March 2031 | UPDATED: 10:01 EST, 3 March 2031",
            "Aktualisiert: 14:05 Uhr",
            "Publié le 3 mars 2031 à 8h15",
            "Cập nhật: 14:05, 3/3/2031",
            "3 March 2031, 10:25 GMT",
            "03/03/2031 10:25 GMT+7",
            "Tuesday, March 3, 2031 10:25 a.m.",
            "(Published Tuesday, March 3, 2031)",
            "5 PM UPDATE: Adds what the mayor said.",
            "2031年3月3日 07時05分",
            "2031年3月3日（月）7時05分 更新",
            "2031年3月3日 下午10:25",
        ];
        assert_all(&Stamp, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Updated figures show that 12 people died.",
            "Update your phone before Tuesday.",
            "Published in 2031, the report found that the dam had been inspected only twice in the ten years before it broke and that both reports were lost.",
            "Posted sentries at both gates.",
            "Norvale, 3 March 2031: the bridge",
            "2031",
            "March 3: bridge falls",
            "2031年3月3日大桥落水",
            "2031年3月の橋",
        ];
        assert_all(&Stamp, &lines.map(line), Verdict::Keep);
    }
}
