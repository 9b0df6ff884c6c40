//! Marks of advertising.

use super::phrases::Openers;
use super::{Line, Rule, Verdict};

/// `Advertisement`, `Anzeige`, `Publicité`: a line that is the mark and nothing else, or the mark
/// and an order to read on. `We may earn a commission`, `This content was produced in partnership
/// with …`: who pays for the page.
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

/// How a page says that it earns by what its readers buy.
static EARNING: Openers = Openers::new(&[
    "we may earn a commission",
    "we may earn a small commission",
    "we may earn an affiliate commission",
    "we may earn commission",
    "we may get a commission",
    "we may receive a commission",
    "we may receive a small commission",
    "we earn a commission",
    "we earn a small commission",
    "we may be compensated",
    "if you buy something through",
    "if you buy through links",
    "if you click on links we provide",
    "when you buy through links",
    "when you purchase through links",
    "as an amazon associate",
    "wir erhalten eine provision",
    "als amazon-partner",
    "nous pouvons percevoir une commission",
    "nous pouvons recevoir une commission",
    "podemos recibir una comisión",
    "podemos receber uma comissão",
    "potremmo ricevere una commissione",
]);

/// What is paid for, and how.
static PAID: Openers = Openers::new(&[
    "this content",
    "this article",
    "this post",
    "this page",
    "this story",
    "dieser inhalt",
    "dieser artikel",
    "dieser beitrag",
    "ce contenu",
    "cet article",
    "este contenido",
    "este artículo",
    "este conteúdo",
    "questo contenuto",
    "questo articolo",
    "dit artikel",
]);
static HOW: Openers = Openers::new(&[
    "was created in partnership with",
    "was made in partnership with",
    "was prepared in partnership with",
    "was produced in partnership with",
    "was published in partnership with",
    "is produced in partnership with",
    "is published in partnership with",
    "was paid for by",
    "is paid for by",
    "was sponsored by",
    "is sponsored by",
    "is brought to you by",
    "contains affiliate links",
    "may contain affiliate links",
    "enthält affiliate-links",
    "entstand in kooperation mit",
    "contient des liens affiliés",
    "contient des liens d'affiliation",
    "contient des liens d’affiliation",
    "a été produit en partenariat avec",
    "a été réalisé en partenariat avec",
    "contiene enlaces de afiliados",
    "contiene enlaces de afiliación",
    "ha sido elaborado en colaboración con",
    "foi produzido em parceria com",
    "contiene link di affiliazione",
    "è stato realizzato in collaborazione con",
    "is tot stand gekomen in samenwerking met",
]);

/// The most words of such a sentence.
const MOST_WORDS: usize = 45;

impl Rule for Advert {
    fn name(&self) -> &'static str {
        "advert"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let marked = MARKS.strip(line.text).is_some_and(|rest| {
            let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
            rest.is_empty() || READ_ON.is(rest) || MARKS.is(rest)
        });
        let disclosed = EARNING.strip(line.text).is_some()
            || PAID.strip(line.text).is_some_and(|rest| HOW.strip(rest.trim_start()).is_some());
        if marked || disclosed && line.has_at_most(MOST_WORDS) {
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
            "We may earn a commission if you buy through links on our site.",
            "This content was produced in partnership with Orm Paper.",
            "This post may contain affiliate links.",
            "Cet article contient des liens affiliés.",
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
        let paid = [
            "We may earn a living here again, the fishermen said.",
            "We may earn less from the port, the mayor said.",
            "This content of lead was produced by the old mill.",
            "This story was supported by two witnesses.",
            "The ferry was produced in partnership with Orm Paper.",
        ];
        assert_all(&Advert, &paid.map(line), Verdict::Keep);
    }
}
