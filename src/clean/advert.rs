//! Marks of advertising.

use super::phrases::Openers;
use super::{Line, Rule, Verdict};

/// `Advertisement`, `Anzeige`, `Publicité`: a line that is the mark and nothing else, or the mark
/// and an order to read on.
pub(super) struct Advert;

static MARKS: Openers = Openers::new(&[
    "advertisement",
    "advertisements",
    "advertising",
    "advert",
    "ad",
    "ads",
    "ads by google",
    "sponsored",
    "sponsored content",
    "paid post",
    "paid content",
    "promoted",
    "promoted content",
    "partner content",
    "affiliate links",
    "skip ad",
    "close ad",
    "report this ad",
    "anzeige",
    "werbung",
    "publicité",
    "annonce",
    "publicidad",
    "anuncio",
    "publicidade",
    "pubblicità",
    "advertentie",
    "reklame",
    "annonse",
    "annons",
    "mainos",
    "reklama",
    "reklam",
    "iklan",
    "quảng cáo",
    "विज्ञापन",
    "реклама",
    "إعلان",
    "广告",
    "広告",
]);

/// What may follow the mark on its line.
static READ_ON: Openers = Openers::new(&[
    "continue reading",
    "continue reading below",
    "continue reading the main story",
    "story continues below",
    "article continues below",
    "scroll to continue",
    "scroll down to continue",
    "skip advertisement",
    "story continues",
    "learn more",
    "weiterlesen",
]);

impl Rule for Advert {
    fn name(&self) -> &'static str {
        "advert"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let marked = MARKS.strip(line.text).is_some_and(|rest| {
            let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
            rest.is_empty() || READ_ON.is(rest) || MARKS.is(rest)
        });
        if marked { Verdict::Drop } else { Verdict::Keep }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn marks_go() {
        let lines = [
            "ADVERTISEMENT",
            "Advertisement - Continue Reading Below",
            "- Anzeige -".trim_start_matches("- "),
            "Publicité",
            "Quảng cáo",
            "Ad",
            "Advertisement Advertisement",
            "Реклама",
        ];
        assert_all(&Advert, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Advertisement revenue fell.",
            "Ad sales rose on Tuesday.",
            "Sponsored by the harbour, the race began at noon.",
            "Advertising",
        ];
        assert_all(
            &Advert,
            &lines[..3].iter().map(|text| line(text)).collect::<Vec<_>>(),
            Verdict::Keep,
        );
        assert_all(&Advert, &[line(lines[3])], Verdict::Drop);
    }
}
