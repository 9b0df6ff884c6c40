//! Numbers that differ: `12 dead` here, `15 dead` there.

use crate::notes::Context;
use crate::summary::{Disagreement, Summary};
use crate::text::{Analyzer, Language};

/// Number words, in English; other languages write most numbers of news in digits.
const NUMBER_WORDS: &[(&str, &str)] = &[
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
];

/// A number and what it counts: the stem of the first content word after it, and that word.
struct Counted {
    number: String,
    stem: String,
    word: String,
}

/// Writes into every supporting sentence the numbers that it gives differently.
pub(crate) fn mark_disagreements(
    context: &Context<'_>,
    analyzers: &mut Vec<Analyzer>,
    summary: &mut Summary,
) {
    let mut counted = |article: &str, start: u32, end: u32| -> Vec<Counted> {
        let at = context.cluster.articles.iter().position(|known| known.id == article);
        let Some(at) = at else { return Vec::new() };
        let text = &context.cluster.articles[at].text[start as usize..end as usize];
        let language = context.languages[at];
        if !text.contains(|c: char| c.is_numeric()) && language != Language::English {
            return Vec::new();
        }
        read(Analyzer::among(analyzers, language), text)
    };
    for sentence in &mut summary.sentences {
        if sentence.support.is_empty() {
            continue;
        }
        let here = counted(&sentence.article_id, sentence.start, sentence.end);
        for support in &mut sentence.support {
            let there = counted(&support.article_id, support.start, support.end);
            support.numbers = disagreements(&here, &there);
        }
    }
}

/// Words after a number within which the thing counted is looked for.
const REACH: usize = 2;

/// The numbers of a sentence with what they count.
fn read(analyzer: &mut Analyzer, text: &str) -> Vec<Counted> {
    let mut found: Vec<Counted> = Vec::new();
    let mut open: Option<(String, usize)> = None;
    analyzer.terms(text, |term| {
        let digits = term.folded.starts_with(|c: char| c.is_ascii_digit());
        let word = NUMBER_WORDS.iter().find(|(word, _)| *word == term.folded);
        if digits || word.is_some() {
            let number = word.map_or(term.folded, |(_, number)| number);
            open = Some((number.to_owned(), 0));
            return;
        }
        let Some((number, passed)) = open.take() else { return };
        if !term.stop {
            let word = term.span.of(text).to_owned();
            found.push(Counted { number, stem: term.stem.to_owned(), word });
        } else if passed + 1 < REACH {
            open = Some((number, passed + 1));
        }
    });
    found
}

/// Things that both sentences count, once each, with no number in common.
fn disagreements(here: &[Counted], there: &[Counted]) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for ours in here {
        let mut of_same = there.iter().filter(|theirs| theirs.stem == ours.stem).peekable();
        let Some(first) = of_same.peek().map(|theirs| theirs.number.clone()) else { continue };
        let agreed = of_same.any(|theirs| theirs.number == ours.number);
        let elsewhere = here.iter().any(|other| {
            other.stem == ours.stem
                && there.iter().any(|t| t.stem == other.stem && t.number == other.number)
        });
        if !agreed && !elsewhere {
            found.push(Disagreement {
                of: ours.word.clone(),
                here: ours.number.clone(),
                there: first,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differ(here: &str, there: &str) -> Vec<(String, String, String)> {
        let mut analyzer = Analyzer::new(Language::English);
        let (here, there) = (read(&mut analyzer, here), read(&mut analyzer, there));
        disagreements(&here, &there).into_iter().map(|d| (d.of, d.here, d.there)).collect()
    }

    #[test]
    fn counts_of_the_same_thing_are_compared() {
        let found = differ(
            "A quake killed 12 people on 3 March.",
            "The quake of 3 March killed fifteen people.",
        );
        assert_eq!(found, [("people".into(), "12".into(), "15".into())]);
        assert!(differ("Twelve people died.", "It killed 12 people.").is_empty());
        assert!(differ("It killed 12 people.", "It cost 15 million.").is_empty());
    }
}
