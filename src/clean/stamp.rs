//! Publication and update lines.

use super::{Line, Rule, Verdict, strip_any};

/// A line that says when the article was published or updated: `Update: 14:05 GMT`,
/// `Last updated on 3 March at 09:12`, `Veröffentlicht: 3. März`.
pub(super) struct Stamp;

/// What such lines start with, in lower case.
const OPENERS: &[&str] = &[
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
];

impl Rule for Stamp {
    fn name(&self) -> &'static str {
        "stamp"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let Some(rest) = strip_any(line.text, OPENERS) else {
            return Verdict::Keep;
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
        ];
        assert_all(&Stamp, &lines.map(line), Verdict::Keep);
    }
}
