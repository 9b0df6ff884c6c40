//! Numbers that differ: `12 dead` here, `15 dead` there.

use crate::Span;
use crate::notes::Context;
use crate::select::Supporter;
use crate::summary::{Disagreement, Summary};
use crate::text::{Analyzer, Language};

/// Number words, in English; other languages write most numbers of news in digits.
const NUMBER_WORDS: &[(&str, u32)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// A number and what it counts: the stem of the first content word after it, and that word.
pub(super) struct Counted {
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
        let terms = context.terms.of(sentence as usize);
        read(Analyzer::among(analyzers, language), text, |place| {
            terms.get(place).is_some_and(|&term| context.terms.is_content(term))
        })
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

/// Words that may stand between a number and what it counts: `two of the boats`.
const BETWEEN: &[&str] = &["of", "the", "other", "more"];

/// How many of them.
const MOST_BETWEEN: usize = 2;

/// What makes a number a time of day.
const TIMES: &[&str] = &["am", "pm", "uhr"];

/// A word of a sentence.
struct Word<'t> {
    text: &'t str,
    span: Span,
    folded: String,
    stem: String,
    content: bool,
}

/// The numbers of a sentence with what they count; `is_content` tells which of its words mean
/// something. Numbers that may be a part of something else are left out, for a difference that is
/// none is worse than one that is not seen: dates, times, ranges, ages, scores.
pub(super) fn read(
    analyzer: &mut Analyzer,
    text: &str,
    is_content: impl Fn(usize) -> bool,
) -> Vec<Counted> {
    let language = analyzer.language();
    let mut words: Vec<Word<'_>> = Vec::new();
    analyzer.terms(text, |term| {
        words.push(Word {
            text: term.span.of(text),
            span: term.span,
            folded: term.folded.to_owned(),
            stem: term.stem.to_owned(),
            content: is_content(words.len()),
        });
    });
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (number, end) = number_at(text, &words, at, language);
        let counted = number.and_then(|number| {
            let (stem, word) = counted_after(text, &words, end, language)?;
            Some(Counted { number, stem, word })
        });
        found.extend(counted);
        at = end;
    }
    found
}

/// The number that begins at a word, if it is one and nothing else, and the place of the word after
/// it and all that is written together with it.
fn number_at(
    text: &str,
    words: &[Word<'_>],
    at: usize,
    language: Language,
) -> (Option<String>, usize) {
    let gap = |place: usize| {
        let next = words.get(place + 1)?;
        Some(&text[words[place].span.end as usize..next.span.start as usize])
    };
    let together = |place: usize| gap(place).is_some_and(|gap| !gap.contains(char::is_whitespace));
    let mut end = at + 1;
    while together(end - 1) {
        end += 1;
    }
    match &words[at..end] {
        [single] => {
            let Some(mut number) = value(single, language) else { return (None, end) };
            // `In 2016 people …`; without a list of function words `in` is not known.
            let year =
                single.text.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
            let after_content = at > 0 && words[at - 1].content && language.has_stop_list();
            if year && !after_content {
                return (None, end);
            }
            // `1 200`, as French and others write it.
            while number.len() <= 3 || end > at + 1 {
                let group = words.get(end).filter(|next| {
                    next.text.len() == 3 && next.text.bytes().all(|byte| byte.is_ascii_digit())
                });
                let spaced = matches!(gap(end - 1), Some(" " | "\u{a0}" | "\u{202f}"));
                let Some(group) = group.filter(|_| {
                    spaced && !together(end) && single.text.bytes().all(|b| b.is_ascii_digit())
                }) else {
                    break;
                };
                number.push_str(group.text);
                end += 1;
            }
            (Some(number), end)
        }
        [tens, unit] if gap(at) == Some("-") => {
            let value = |word: &Word<'_>| number_word(&word.folded, language);
            let sum = value(tens).zip(value(unit)).filter(|(tens, unit)| {
                (20..100).contains(tens) && tens % 10 == 0 && (1..10).contains(unit)
            });
            (sum.map(|(tens, unit)| (tens + unit).to_string()), end)
        }
        _ => (None, end),
    }
}

/// The value of a word, if it is a number.
fn value(word: &Word<'_>, language: Language) -> Option<String> {
    if let Some(number) = number_word(&word.folded, language) {
        return Some(number.to_string());
    }
    let digits: String = word.folded.chars().map(|c| digit(c).unwrap_or(c)).collect();
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits.as_str(), None),
    };
    // With a full stop most languages write dates and times.
    let a_date = fraction.is_some() && word.text.contains('.') && language != Language::English;
    // `3.000` is three or three thousand.
    let unsure = fraction.is_some_and(|digits| digits.len() == 3);
    if a_date || unsure || !plain(whole) || !fraction.is_none_or(plain) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.map(|digits| digits.trim_end_matches('0')).unwrap_or_default();
    Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
}

/// The value of an English number word.
fn number_word(folded: &str, language: Language) -> Option<u32> {
    let (_, number) = NUMBER_WORDS.iter().find(|(word, _)| *word == folded)?;
    (language == Language::English).then_some(*number)
}

/// What a number counts that ends before a word: a stem, and the word as it stands.
fn counted_after(
    text: &str,
    words: &[Word<'_>],
    next: usize,
    language: Language,
) -> Option<(String, String)> {
    let gap = |place: usize| {
        let until = words.get(place).map_or(text.len(), |word| word.span.start as usize);
        &text[words[place - 1].span.end as usize..until]
    };
    if gap(next).trim_start().starts_with('%') {
        return Some(("%".to_owned(), "%".to_owned()));
    }
    for place in next..=next + MOST_BETWEEN {
        let word = words.get(place)?;
        if !gap(place).chars().all(char::is_whitespace) {
            return None;
        }
        if language == Language::English && BETWEEN.contains(&word.folded.as_str()) {
            continue;
        }
        // A name is not counted; in German every noun is written as one.
        let name = language != Language::German && word.text.starts_with(char::is_uppercase);
        let joined = words.get(place + 1).is_some_and(|after| {
            let gap = &text[word.span.end as usize..after.span.start as usize];
            !gap.contains(char::is_whitespace)
        });
        let counts = word.content
            && !name
            && !joined
            && word.stem.chars().nth(1).is_some()
            && word.stem.chars().all(char::is_alphabetic)
            && value(word, language).is_none()
            && !TIMES.contains(&word.folded.as_str());
        if !counts {
            return None;
        }
        let percent = language == Language::English && word.stem == "percent";
        let stem = if percent { "%" } else { word.stem.as_str() };
        return Some((stem.to_owned(), word.text.to_owned()));
    }
    None
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

/// True when some number counts what is counted among `known` too, where none is the same.
pub(super) fn another<'k>(
    own: &[Counted],
    known: &(impl Iterator<Item = &'k Counted> + Clone),
) -> bool {
    own.iter().any(|own| {
        let mut same = known.clone().filter(|other| other.stem == own.stem).peekable();
        same.peek().is_some() && same.all(|other| other.number != own.number)
    })
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

    fn differ_in(language: Language, here: &str, there: &str) -> Vec<(String, String, String)> {
        let mut analyzer = Analyzer::new(language);
        let mut counted = |text: &str| {
            let mut content = Vec::new();
            analyzer.terms(text, |term| content.push(!term.stop));
            read(&mut analyzer, text, |place| content[place])
        };
        let (here, there) = (counted(here), counted(there));
        disagreements(&here, &there).into_iter().map(|d| (d.of, d.here, d.there)).collect()
    }

    fn differ(here: &str, there: &str) -> Vec<(String, String, String)> {
        differ_in(Language::English, here, there)
    }

    fn people(here: &str, there: &str) -> Vec<(String, String, String)> {
        vec![("people".into(), here.into(), there.into())]
    }

    #[test]
    fn counts_of_the_same_thing_are_compared() {
        let found = differ(
            "A quake killed 12 people on 3 March.",
            "The quake of 3 March killed fifteen people.",
        );
        assert_eq!(found, people("12", "15"));
        assert!(differ("Twelve people died.", "It killed 12 people.").is_empty());
        assert!(differ("It killed 12 people.", "It cost 15 million.").is_empty());
        let twice = differ("12 people died and 3 people are missing.", "It hit 15 people.");
        assert_eq!(twice, people("12", "15"));
        assert_eq!(
            differ("It killed 12 of the people.", "It killed 1,300 people."),
            people("12", "1300")
        );
        assert_eq!(
            differ("Rates rose 5%.", "Rates rose 7 percent."),
            [("%".into(), "5".into(), "7".into())]
        );
        assert_eq!(
            differ("Twenty-one people died.", "Thirty-one people died."),
            people("21", "31")
        );
        // In another script too.
        assert!(differ("१२ people died.", "It killed 12 people.").is_empty());
        assert_eq!(differ("१२ people died.", "It killed १५ people."), people("12", "15"));
    }

    #[test]
    fn what_is_written_in_another_way_is_no_difference() {
        for (here, there) in [
            ("It killed twenty-one people.", "It killed 21 people."),
            ("It killed 05 people.", "It killed 5 people."),
            ("It killed 10-15 people.", "It killed 12 people."),
            ("It began at 8 a.m.", "It began at 8:00 a.m."),
            ("It began at 8 pm.", "It began at 9:30 pm."),
            ("In 2016, people fled.", "In 2017 people fled."),
            ("In 2016 people fled.", "On Monday 12 people fled."),
            ("It broke on March 3 and killed a man.", "It broke and 12 were killed."),
            ("A 21-year-old died.", "A 22-year-old died."),
            ("They won 2-1 games.", "They won 3 games."),
            ("It killed 3,000 people.", "It killed 3.000 people."),
        ] {
            let found = differ(here, there);
            assert!(found.is_empty(), "{here} {there}: {found:?}");
        }
        for (language, here, there) in [
            (Language::French, "1 200 personnes ont fui.", "1200 personnes ont fui."),
            (Language::German, "1.200 Menschen flohen.", "1 200 Menschen flohen."),
            (Language::German, "Um 8.30 Uhr brach er.", "Um 8:30 Uhr brach er."),
            (Language::Vietnamese, "Ngày 20-5 bão vào.", "Ngày 20.5 bão vào."),
            (Language::Vietnamese, "Ngày 1/6/2016 bão vào.", "Ngày 1/6 bão vào."),
            (Language::Vietnamese, "Lúc 22h bão vào.", "Lúc 22h00 bão vào."),
        ] {
            let found = differ_in(language, here, there);
            assert!(found.is_empty(), "{here} {there}: {found:?}");
        }
        let french =
            differ_in(Language::French, "1 200 personnes ont fui.", "1 300 personnes ont fui.");
        assert_eq!(french, [("personnes".into(), "1200".into(), "1300".into())]);
    }
}
