//! An agency's or outlet's tag that stands alone.

use super::phrases::Openers;
use super::{Line, Rule, Verdict};

/// `(AP)`, `AFP`, `— Reuters`: a line that is the tag and nothing else; `(dpa)` after the last
/// sentence of a paragraph.
pub(super) struct Agency;

pub(super) static NAMES: Openers = Openers::new(&[
    "ap",
    "the associated press",
    "associated press",
    "reuters",
    "afp",
    "agence france-presse",
    "upi",
    "dpa",
    "dpa/lno",
    "apa",
    "sda",
    "keystone-sda",
    "efe",
    "ansa",
    "lusa",
    "anp",
    "belga",
    "ntb",
    "tt",
    "ritzau",
    "stt",
    "pap",
    "ptb",
    "itar-tass",
    "tass",
    "interfax",
    "ukrinform",
    "xinhua",
    "kyodo",
    "yonhap",
    "pti",
    "ani",
    "ians",
    "antara",
    "vna",
    "ttxvn",
    "vov",
    "bloomberg",
    "cnn",
    "bbc",
    "bbc news",
    "cbs news",
    "nbc news",
    "abc news",
    "fox news",
    "npr",
    "sky news",
    "pa",
    "pa media",
    "press association",
    "canadian press",
    "the canadian press",
    "aap",
    "anadolu",
    "aa",
    "dha",
    "iha",
    "europa press",
    "adnkronos",
    "ats",
    "tanjug",
    "mti",
    "ctk",
    "čtk",
]);

/// Tags that close a paragraph, as written. `(AP)` does not: it closes captions.
const CLOSING: &[&str] = &[
    "Reuters", "AFP", "dpa", "DPA", "epd", "KNA", "APA", "sda", "EFE", "ANSA", "Lusa", "ANP",
    "NTB", "TT", "PAP", "TTXVN", "PTI", "ANI", "IANS", "Xinhua", "UPI", "dpa/lno", "dpa/AFP",
    "AFP/dpa", "Antara", "Interfax",
];

/// Agencies as Arabic writes them.
pub(super) const ARABIC: &[&str] = &[
    "رويترز",
    "أ ف ب",
    "ا ف ب",
    "د ب أ",
    "أ ب",
    "فرانس برس",
    "الأناضول",
    "وكالات",
    "قنا",
    "واس",
    "وام",
    "سانا",
];

impl Rule for Agency {
    fn name(&self) -> &'static str {
        "agency"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let text = line.text;
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
        let capital = || bare.contains(char::is_uppercase) || text.starts_with('(');
        if bare.len() <= 30 && capital() && NAMES.is(bare) {
            return Verdict::Drop;
        }
        let open = if text.ends_with(')') { text.rfind(" (") } else { None };
        match open.map(|open| (open, &text[open + 2..text.len() - 1])) {
            Some((open, tag))
                if CLOSING.contains(&tag)
                    && text[..open].ends_with(['.', '!', '?', '"', '”', '“', '»']) =>
            {
                Verdict::TrimEnd(open)
            }
            _ => Verdict::Keep,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn tags_go() {
        let lines = ["(AP)", "AFP", "— Reuters", "CBS News", "(dpa)", "TTXVN"];
        assert_all(&Agency, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn closing_tags_are_cut_off() {
        let text = "Die Brücke ist gesperrt. (dpa)";
        assert_eq!(Agency.judge(&line(text)), Verdict::TrimEnd("Die Brücke ist gesperrt.".len()));
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Reuters was first to report it.",
            "ap",
            "She works for the agency (AP)",
            "BBC News at Six was cut short.",
        ];
        assert_all(&Agency, &lines.map(line), Verdict::Keep);
    }
}
