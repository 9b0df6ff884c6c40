//! Numbers that differ: `12 dead` here, `15 dead` there.

use crate::notes::Context;
use crate::select::Supporter;
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

/// Writes into every supporting sentence of a summary the numbers that it gives differently.
/// `chosen` are its sentences, `supporters` those that support them.
pub(crate) fn mark_disagreements(
    context: &Context<'_>,
    analyzers: &mut Vec<Analyzer>,
    chosen: &[u32],
    supporters: &[Vec<Supporter>],
    summary: &mut Summary,
) {
    let mut counted = |sentence: u32| -> Vec<Counted> {
        let text = context.text(sentence as usize);
        let article = context.sentences[sentence as usize].article as usize;
        let Some(language) = context.languages[article] else { return Vec::new() };
        if !text.contains(|c: char| c.is_numeric()) && language != Language::English {
            return Vec::new();
        }
        read(Analyzer::among(analyzers, language), text)
    };
    for ((sentence, &own), supporters) in summary.sentences.iter_mut().zip(chosen).zip(supporters) {
        if supporters.is_empty() {
            continue;
        }
        let here = counted(own);
        for (support, supporter) in sentence.support.iter_mut().zip(supporters) {
            support.numbers = disagreements(&here, &counted(supporter.sentence));
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
        let digits = term.folded.starts_with(|c: char| digit(c).is_some());
        let word = NUMBER_WORDS.iter().find(|(word, _)| *word == term.folded);
        if digits || word.is_some() {
            let number = match word {
                Some((_, number)) => (*number).to_owned(),
                None => term.folded.chars().map(|c| digit(c).unwrap_or(c)).collect(),
            };
            open = Some((number, 0));
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
    for (place, ours) in here.iter().enumerate() {
        let same = |other: &&Counted| other.stem == ours.stem;
        let Some(theirs) = there.iter().find(same) else { continue };
        let said_before = here[..place].iter().any(|other| same(&other));
        let agree = here
            .iter()
            .filter(same)
            .any(|own| there.iter().filter(same).any(|other| own.number == other.number));
        if !said_before && !agree {
            found.push(Disagreement {
                of: ours.word.clone(),
                here: ours.number.clone(),
                there: theirs.number.clone(),
            });
        }
    }
    found
}

/// The zeros of the digits that the languages at hand count with; the other nine follow.
const ZEROS: &[char] = &['0', '٠', '۰', '०', '০', '๐', '໐', '၀', '០', '０'];

/// A decimal digit as it is written in ASCII.
fn digit(character: char) -> Option<char> {
    let value = |zero: &char| u32::from(character).checked_sub(u32::from(*zero));
    let value = ZEROS.iter().filter_map(value).find(|value| *value < 10)?;
    char::from_digit(value, 10)
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
        let twice = differ("12 people died and 3 people are missing.", "It hit 15 people.");
        assert_eq!(twice, [("people".into(), "12".into(), "15".into())]);
        // In another script too.
        assert!(differ("१२ people died.", "It killed 12 people.").is_empty());
        let hindi = differ("१२ people died.", "It killed १५ people.");
        assert_eq!(hindi, [("people".into(), "12".into(), "15".into())]);
    }
}
