//! A headline for the cluster.

use crate::notes::Context;
use crate::summary::Summary;
use crate::text::{Language, printed};

/// Words of a headline that is made from a sentence, where it can end within so many.
const USUAL_WORDS: usize = 14;

/// Words of such a headline at most.
const MOST_WORDS: usize = 18;

/// At least so many before a clause.
const FEWEST_WORDS: usize = 6;

/// At least so many before a phrase: with fewer the verb may be missing.
const FEWEST_BEFORE_PHRASE: usize = 9;

/// What opens a phrase before the news: `As the river rose, …`
const BEFORE_THE_NEWS: &[&str] = &[
    "after",
    "although",
    "amid",
    "as",
    "at",
    "because",
    "before",
    "by",
    "despite",
    "during",
    "following",
    "for",
    "from",
    "if",
    "in",
    "now",
    "on",
    "over",
    "since",
    "though",
    "under",
    "until",
    "when",
    "while",
    "with",
];

/// What opens a clause that may be left out.
const CLAUSES: &[&str] = &[
    "according",
    "after",
    "although",
    "amid",
    "before",
    "but",
    "despite",
    "following",
    "since",
    "though",
    "when",
    "where",
    "while",
];

/// The same, about a noun: within it no phrase is left out, the verb of the sentence is to come.
const RELATIVES: &[&str] = &["who", "which", "whose"];

/// What goes on after a comma that ends a clause, beside a subject: it is not one of a row of
/// adjectives or places.
const AFTER_COMMA: &[&str] = &["and", "as", "or"];

/// What opens a phrase that may be left out, where there is no clause.
const PHRASES: &[&str] = &[
    "against",
    "around",
    "at",
    "by",
    "during",
    "from",
    "in",
    "into",
    "near",
    "on",
    "over",
    "through",
    "throughout",
    "under",
    "with",
];

/// What opens a subject, capitals apart.
const SUBJECTS: &[&str] =
    &["a", "an", "he", "her", "his", "it", "its", "she", "the", "their", "they"];

/// What no headline ends with, beside what opens clauses and phrases.
const NOT_LAST: &[&str] =
    &["a", "an", "and", "of", "or", "said", "says", "so", "that", "the", "to"];

/// The headline, of those the articles in the summary's language have, that is nearest to what the
/// cluster is about (its row's dot product with the sum of all rows by salience), the earlier of
/// equals; where none of them has one, the first sentence of the summary up to a clause.
pub(crate) fn headline(
    context: &Context<'_>,
    language: Language,
    summary: &Summary,
) -> Option<String> {
    let gist = context.gist();
    let mut best: Option<(&str, f64)> = None;
    for (number, article, own) in context.read() {
        let title = article.title.as_deref().unwrap_or_default().trim();
        let nearness = context.titles.dot_dense(number, &gist) * context.centrality_of(number);
        if own == language
            && !title.is_empty()
            && best.is_none_or(|(_, nearest)| nearness > nearest)
        {
            best = Some((title, nearness));
        }
    }
    match best {
        Some((title, _)) => Some(printed(title).into_owned()),
        None => summary.sentences().first().map(|sentence| shortened(&sentence.text, language)),
    }
}

/// A sentence of at most [`USUAL_WORDS`]; of a longer one its head up to the last clause, in English
/// where there is none up to the last phrase of place or time, and without a phrase before the news;
/// else its first words.
fn shortened(sentence: &str, language: Language) -> String {
    let english = language == Language::English;
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let long = words.len() > USUAL_WORDS;
    let before = if english && long { before_the_news(&words) } else { 0 };
    let news = &words[before..];
    let written = |words: &[&str]| {
        let text = words.join(" ");
        // `iPhone` opens a sentence as it is.
        if before > 0 { capitalised(&text) } else { text }
    };
    if news.len() <= USUAL_WORDS {
        return written(news).trim_end_matches(['.', '。', '।']).to_owned();
    }
    let ends = (FEWEST_WORDS..=MOST_WORDS.min(news.len() - 1)).filter_map(|end| {
        let strength = strength(news, end, english);
        // The last of the usual ends, the first of the others.
        let usual = end <= USUAL_WORDS;
        let value = (strength, usual, if usual { end } else { MOST_WORDS - end });
        (strength > 0 && is_balanced(&news[..end])).then_some((value, end))
    });
    match ends.max() {
        Some((_, end)) => {
            let lists = [CLAUSES, RELATIVES, PHRASES, NOT_LAST];
            let open = |word: &&str| lists.iter().any(|list| list.contains(word));
            let last = news[..end].iter().rposition(|word| !english || !open(word));
            let marks = [',', ';', ':', '—', '–', '-', ' ', '，', '、', '；'];
            let end = last.map_or(end, |last| last + 1);
            written(&news[..end]).trim_end_matches(marks).to_owned()
        }
        None => format!("{} …", written(&news[..USUAL_WORDS])),
    }
}

/// How well a sentence may end after so many of its words: 2 before a clause, 1 before a phrase, 0
/// elsewhere.
fn strength(words: &[&str], end: usize, english: bool) -> u8 {
    let (last, next) = (words[end - 1], words[end]);
    if last.ends_with([';', ':', '—', '–', '；']) || matches!(next, "—" | "–" | "-" | "--")
    {
        return 2;
    }
    let comma = last.ends_with([',', '，', '、']);
    if !english {
        return if comma { 2 } else { 0 };
    }
    let is_in = |list: &[&str]| list.contains(&next);
    if is_in(RELATIVES) {
        return if end < FEWEST_BEFORE_PHRASE { 0 } else { 2 };
    }
    let ing = || next.trim_end_matches(',').ends_with("ing");
    let goes_on = || is_in(SUBJECTS) || is_in(AFTER_COMMA) || ing();
    if is_in(CLAUSES) || comma && goes_on() {
        return 2;
    }
    let relative = words[..end].iter().any(|word| RELATIVES.contains(word));
    u8::from(is_in(PHRASES) && !relative && end >= FEWEST_BEFORE_PHRASE)
}

/// The number of words before the news, with the comma that ends them: `Over the years, which were
/// long, the dam …`
fn before_the_news(words: &[&str]) -> usize {
    let mut before = 0;
    while let Some(&first) = words.get(before) {
        let opens = if before == 0 { BEFORE_THE_NEWS } else { RELATIVES };
        let comma = words[before..].iter().take(MOST_WORDS).position(|word| word.ends_with(','));
        match comma.map(|comma| before + comma + 1) {
            Some(next)
                if opens.iter().any(|opener| opener.eq_ignore_ascii_case(first))
                    && !counts(&words[before..next])
                    && words.len() >= next + FEWEST_WORDS
                    && is_balanced(&words[before..next])
                    && opens_a_clause(&words[next..]) =>
            {
                before = next;
            }
            _ => break,
        }
    }
    before
}

/// True for `At least 20 people`, `As many as` and `Over 300 homes`, which are the news.
fn counts(words: &[&str]) -> bool {
    words.get(1).is_some_and(|word| {
        ["least", "most", "many", "few", "much"].contains(word)
            || word.starts_with(|c: char| c.is_numeric())
    })
}

/// True where a subject or one more phrase before it begins, and not what goes on with a place or a
/// date.
fn opens_a_clause(words: &[&str]) -> bool {
    let subject = |word: &str| {
        word.starts_with(char::is_uppercase)
            || SUBJECTS.contains(&word)
            || RELATIVES.contains(&word)
    };
    words.first().is_some_and(|first| subject(first))
        && !words.iter().take(2).any(|word| word.ends_with(','))
}

/// True where every quotation mark has its other.
fn is_balanced(words: &[&str]) -> bool {
    let count = |mark: char| words.iter().map(|word| word.matches(mark).count()).sum::<usize>();
    count('"') % 2 == 0 && count('“') == count('”')
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_ends_at_a_clause() {
        for (sentence, expected) in [
            ("The dam broke.", "The dam broke"),
            ("iPhones fell.", "iPhones fell"),
            (
                "At least 20 people, including the mayor of Norvale, were killed when the old bridge broke on Tuesday night.",
                "At least 20 people, including the mayor of Norvale, were killed",
            ),
            (
                "On Tuesday, March 3, the old dam above Norvale broke and the river ran through the lower town.",
                "On Tuesday, March 3, the old dam above Norvale broke and the river ran",
            ),
            (
                "The old dam above Norvale broke on Tuesday, after three days of rain that nobody had seen coming.",
                "The old dam above Norvale broke on Tuesday",
            ),
            (
                "The harbour office is looking into the death of a sailor who fell from a pier on Tuesday night.",
                "The harbour office is looking into the death of a sailor",
            ),
            (
                "As the rain went on for a third day, the river rose above the old bridge of Norvale.",
                "The river rose above the old bridge of Norvale",
            ),
            (
                "A woman in Norvale, Estmark, heard noises in the house she rents in the middle of the night.",
                "A woman in Norvale, Estmark, heard noises in the house she rents",
            ),
            (
                "Over the years, which were long and dry, the dam above Norvale lost more than half of its water by day.",
                "The dam above Norvale lost more than half of its water by day",
            ),
            (
                "The mayor of Norvale said “the dam is safe, and it will stay so for at least a hundred years” on Tuesday.",
                "The mayor of Norvale said “the dam is safe, and it will stay so …",
            ),
        ] {
            assert_eq!(shortened(sentence, Language::English), expected);
        }
    }

    #[test]
    fn other_languages_end_at_a_mark() {
        let long = "Der alte Damm über Norvale ist am Dienstag gebrochen, nachdem es drei Tage lang geregnet hatte, sagte eine Sprecherin.";
        let expected = "Der alte Damm über Norvale ist am Dienstag gebrochen";
        assert_eq!(shortened(long, Language::German), expected);
        let plain = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn";
        assert!(shortened(plain, Language::German).ends_with("vierzehn …"));
    }
}
