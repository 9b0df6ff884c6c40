//! Copyright lines and terms of use.

use super::phrases::{Openers, Within};
use super::{Line, Rule, Verdict, word_count};

/// `© 2031 Fjord Wire. All rights reserved.`, `This material may not be published …`.
pub(super) struct Copyright;

static OPENING: Openers = Openers::new(&[
    "©",
    "(c) ",
    "copyright ©",
    "copyright (c)",
    "copyright 1",
    "copyright 2",
    "copyright:",
    "all rights reserved",
    "this material may not be",
    "this content may not be",
    "no part of this",
    "reproduction without permission",
    "reproduction in whole or in part",
    "republished with permission",
    "reprinted with permission",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "todos los derechos reservados",
    "todos os direitos reservados",
    "tutti i diritti riservati",
    "alle rechten voorbehouden",
    "bản quyền thuộc",
    "bản quyền ©",
    "все права защищены",
    "सर्वाधिकार सुरक्षित",
    "版权所有",
    "terms of use",
    "terms of service",
    "terms and conditions",
    "privacy policy",
]);

static WITHIN: Within = Within::new(&[
    "all rights reserved",
    "may not be published, broadcast",
    "may not be reproduced",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "todos los derechos reservados",
    "todos os direitos reservados",
    "tutti i diritti riservati",
    "copyright ©",
    "tüm hakları saklıdır",
    "все права защищены",
]);

/// The most words of a notice.
const MOST_WORDS: usize = 70;

impl Rule for Copyright {
    fn name(&self) -> &'static str {
        "copyright"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let text = line.text;
        if text.len() > 800 {
            return Verdict::Keep;
        }
        // `Copyright 2031 …`: the phrase ends in the first digit of the year.
        let year = text.get(..10).is_some_and(|head| head.eq_ignore_ascii_case("copyright "))
            && text[10..].starts_with(|c: char| c.is_ascii_digit());
        // The terms are links; a sentence about them goes on.
        let terms = OPENING.strip(text).is_some_and(|rest| {
            let links = ["terms", "privacy"].iter().any(|name| {
                text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
            });
            !links || word_count(rest, 7) <= 6
        });
        if (year || terms || line.marked && WITHIN.is_in(text)) && line.has_at_most(MOST_WORDS) {
            Verdict::Drop
        } else {
            Verdict::Keep
        }
    }

    fn phrases(&self) -> Vec<&'static str> {
        WITHIN.phrases.to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn notices_go() {
        let lines = [
            "© 2031 Fjord Wire",
            "Copyright 2031 Fjord Wire. All rights reserved.",
            "2031 Fjord Wire. All Rights Reserved. This material may not be published.",
            "Alle Rechte vorbehalten.",
            "Tous droits réservés.",
            "Terms of use | Privacy policy",
        ];
        assert_all(&Copyright, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Copyright law was changed on Tuesday.",
            "Privacy policy changes worry the harbour workers, a union said.",
            "The court found that the copyright had ended.",
        ];
        assert_all(&Copyright, &lines.map(line), Verdict::Keep);
    }
}
