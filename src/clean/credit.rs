//! Who reported, wrote and edited.

use super::phrases::{Openers, Within};
use super::{Line, Rule, Verdict, word_count};

/// `Reporting by A. Berg; Editing by C. Dahl`, `Marta Linde contributed to this report.` At the end
/// of a paragraph, in brackets, only the credit goes.
pub(super) struct Credit;

/// Nothing else starts like this.
static OPENING: Openers = Openers::new(&[
    "reporting by",
    "additional reporting",
    "additional reporting by",
    "editing by",
    "writing by",
    "compiled by",
    "compiled from",
    "(reporting by",
    "(editing by",
    "(writing by",
    "(additional reporting",
    "(reporting and writing by",
    "reporting and writing by",
    "(compiled by",
    "with reporting by",
    "with reporting from",
    "with additional reporting",
    "(with inputs from",
    "with inputs from",
    "(with agency inputs)",
    "with agency inputs",
    "with files from",
    "with agencies",
    "(with agencies)",
    "contributing:",
    "contributors:",
    "produced by",
    "about the author",
    "about the writer",
    "the writer is a",
    "the author is a",
    "edited by:",
    "reported by:",
    "written by:",
    "photographs by",
    "translation by",
    "fact-checked by",
    "associated press writer",
    "associated press writers",
    "associated press reporter",
    "ap writer",
    "ap writers",
    "ap reporter",
    "bericht:",
    "redaktion:",
    "mit material von",
    "mit agenturmaterial",
    "source:",
    "sources:",
    "quelle:",
    "quellen:",
    "avec afp",
    "avec agences",
    "(avec afp)",
    "(avec agences)",
    "propos recueillis par",
    "source :",
    "fuente:",
    "con información de",
    "con informaciones de",
    "fonte:",
    "com informações de",
    "bron:",
    "kilde:",
    "källa:",
    "źródło:",
    "kaynak:",
    "sumber:",
    "nguồn:",
    "theo:",
    "tổng hợp từ",
    "источник:",
    "स्रोत:",
    "स्त्रोत:",
    "来源：",
    "责任编辑",
]);

/// What follows names in a credit.
static CONTRIBUTED: Within = Within::new(&[
    "contributed to this report",
    "contributed to this story",
    "contributed to this article",
    "contributed to this post",
    "contributed reporting",
    "contributed to the report",
    "contributed from",
    "contributed.",
    "haben zu diesem bericht beigetragen",
    "a contribué à cet article",
    "ont contribué à cet article",
    "contribuyó a este",
    "contribuyeron a este",
    "contribuiu para esta",
]);

/// Openers of a credit at the end of a paragraph.
const IN_BRACKETS: &[&str] = &[
    "(Reporting by ",
    "(Additional reporting by ",
    "(Writing by ",
    "(Editing by ",
    "(Compiled by ",
    "(Reporting and writing by ",
    "(With inputs from ",
    "(Source: ",
    "(Quelle: ",
    "(Fuente: ",
    "(Fonte: ",
    "(avec AFP",
    "(Theo ",
    "(Nguồn: ",
    "(Tổng hợp ",
];

/// The most words of a credit.
const MOST_WORDS: usize = 60;

impl Rule for Credit {
    fn name(&self) -> &'static str {
        "credit"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let text = line.text.trim_start_matches(['—', '–', '-', '_', '*', '[', '(', ' ']);
        let opened = OPENING.strip(text).or_else(|| {
            let trimmed = text.len() < line.text.len();
            if trimmed { OPENING.strip(line.text) } else { None }
        });
        // A source or an editor is a name or two, not a sentence.
        let named = opened.is_some_and(|rest| {
            !rest.trim_start().starts_with(char::is_lowercase) || word_count(rest, 5) <= 4
        });
        let credit = named || line.marked && CONTRIBUTED.is_in(text) && starts_with_names(text);
        if credit && text.len() <= 700 && line.has_at_most(MOST_WORDS) {
            return Verdict::Drop;
        }
        if line.text.ends_with(')')
            && let Some(open) = line.text.rfind('(')
            && IN_BRACKETS.iter().any(|opener| line.text[open..].starts_with(opener))
        {
            return Verdict::TrimEnd(line.text[..open].trim_end().len());
        }
        Verdict::Keep
    }

    fn phrases(&self) -> Vec<&'static str> {
        CONTRIBUTED.phrases.to_vec()
    }
}

/// True where every word before the verb could be a name's or stands between names.
fn starts_with_names(text: &str) -> bool {
    text.split_whitespace()
        .take(2)
        .all(|word| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn credits_go() {
        let lines = [
            "Reporting by Marta Linde; Editing by Jo Berg",
            "—Reporting by Marta Linde",
            "(Additional reporting by A. Berg in Oslo; Editing by C. Dahl)",
            "Marta Linde contributed to this report.",
            "Jo Berg reported from Oslo; Marta Linde in Norvale contributed to this report.",
            "Associated Press writer Jo Berg in Oslo contributed to this report.",
            "Contributing: Jo Berg in Oslo",
            "Mit Material von dpa",
            "Nguồn: Báo Sông Hồng",
        ];
        assert_all(&Credit, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn credits_at_the_end_of_a_paragraph_are_cut_off() {
        let text = "The bridge is closed. (Reporting by Marta Linde; Editing by Jo Berg)";
        assert_eq!(Credit.judge(&line(text)), Verdict::TrimEnd("The bridge is closed.".len()));
        let text = "Cầu đã đóng cửa. (Theo Báo Sông Hồng)";
        assert_eq!(Credit.judge(&line(text)), Verdict::TrimEnd("Cầu đã đóng cửa.".len()));
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Heavy rain contributed to this report's delay, she said, and it was late.",
            "rain contributed.",
            "Research by the university shows that the bridge moves two millimetres a year, and that it has done so since it was built by the town and the county together in the spring of the year after the war, when stone was dear and hands were few and every child of the town carried sand from the beach to the piers.",
        ];
        assert_all(&Credit, &lines.map(line), Verdict::Keep);
    }
}
