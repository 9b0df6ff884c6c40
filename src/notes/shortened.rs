//! A sentence as a headline: where it can end.

mod ends;
mod left_out;
mod taken_back;

use crate::notes::complete::{is_complete, is_denied};
use crate::text::Language;
use ends::{before_how_long, may_be_last, strength};
use left_out::{
    before_the_news, end_of_phrase, is_balanced, leave_out_between_dashes, leave_out_the_aside,
    opens_phrase,
};
use taken_back::{is_attribution, may_be_taken_back};

/// A headline made from a sentence ends within so many words, if it can.
const USUAL_WORDS: usize = 14;

/// The most words of such a headline.
const MOST_WORDS: usize = 20;

/// A sentence of at most so many words is kept whole when it can end nowhere sooner: a long headline
/// says more than one that breaks off.
const WHOLE_WORDS: usize = 22;

/// The same in English, where a longer sentence may end before a clause within so many, too.
const WHOLE_ENGLISH_WORDS: usize = 24;

/// At least so many before a clause.
const FEWEST_WORDS: usize = 6;

/// A headline made from a sentence.
pub(super) struct Shortened {
    pub(super) text: String,
    /// It ends where nothing does, or where the rest may take it back.
    pub(super) breaks_off: bool,
}

/// Makes a headline from a sentence:
///
/// - a short sentence is kept: up to [`USUAL_WORDS`] in English, [`WHOLE_WORDS`] in other languages;
/// - a longer one ends before its last clause; in English, when there is none, before its last phrase
///   of place or time, and it loses a phrase before the news or about the subject;
/// - where the rest may take back what it says, a later end is looked for, or the source that is
///   named at the end of the sentence is kept;
/// - when it can end nowhere, it is kept up to [`WHOLE_ENGLISH_WORDS`] or [`WHOLE_WORDS`], else what is
///   left out is marked with `…`, there or after its first words.
///
/// Of several ends those come first before which there are the most of the words `about` which the
/// story is.
pub(super) fn shortened(sentence: &str, language: Language, about: &[String]) -> Shortened {
    let english = language == Language::English;
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let long = words.len() > USUAL_WORDS;
    let most = if english { WHOLE_ENGLISH_WORDS } else { WHOLE_WORDS };
    let before = if english && long { before_the_news(&words) } else { 0 };
    let mut news = words[before..].to_vec();
    if long {
        leave_out_between_dashes(&mut news, language);
    }
    if english && long {
        leave_out_the_aside(&mut news);
    }
    let written = |words: &[&str]| {
        let text = words.join(" ");
        // `iPhone` opens a sentence as it is.
        if before > 0 { capitalised(&text) } else { text }
    };
    let ended = |text| Shortened { text, breaks_off: false };
    let whole = || written(&news).trim_end_matches(['.', '。', '।']).trim_end().to_owned();
    // Where a clause begins is less clear in other languages.
    if news.len() <= if english { USUAL_WORDS } else { most } {
        return ended(whole());
    }
    let about: Vec<String> = about.iter().map(|word| word.to_lowercase()).collect();
    // A phrase before the news is no headline.
    let opening = if english && opens_phrase(&news) { end_of_phrase(&news) } else { None };
    let fewest = FEWEST_WORDS.max(opening.unwrap_or(0) + 1);
    let ends = (fewest..=most.min(news.len() - 1)).filter_map(|end| {
        let strength = strength(&news, end, english);
        let (head, rest) = news.split_at(end);
        let (usual, near) = (end <= USUAL_WORDS, end <= MOST_WORDS);
        let enough = if near { strength > 0 } else { strength > 1 };
        let good = enough && is_balanced(head) && (!english || is_complete(head, rest));
        // The last end within the usual words is best, else the first one beyond.
        let place = if usual { end } else { most - end };
        good.then(|| ((near, told(head, &about), (strength, usual, place)), end))
    });
    let ends: Vec<_> = ends.collect();
    let cut = |end: usize| {
        let last = news[..end].iter().rposition(|word| !english || may_be_last(word));
        last.map_or(end, |last| last + 1)
    };
    let cut_at = |&(_, end): &(_, usize)| cut(before_how_long(&news, end));
    let marks = [',', ';', ':', '—', '–', '-', ' ', '，', '、', '；'];
    let until = |end: usize| written(&news[..end]).trim_end_matches(marks).to_owned();
    let best = ends.iter().max();
    // A sooner end leaves out the same.
    let later = ends.iter().filter(|(_, end)| best.is_some_and(|best| best.1 <= *end));
    let stands = |end: usize| !may_be_taken_back(&news[..end], &news[end..], language);
    let standing = later.filter(|end| stands(cut_at(end))).max();
    // Without its source a claim would be a fact.
    let with_source = |end: usize| {
        let source = source_at_the_end(&news)?;
        let between = news.get(end..news.len() - source.len())?;
        let stands = !may_be_taken_back(&news[..end], between, language);
        let told = || format!("{}, {}", until(end), source.join(" ").trim_end_matches('.'));
        (stands && end + source.len() <= most).then(told)
    };
    // Of what breaks off it does not count how much is told.
    let breaking = ends.iter().max_by_key(|((near, _, value), _)| (near, value));
    match (standing.map(cut_at), breaking.map(cut_at)) {
        (Some(end), _) => ended(until(end)),
        _ if news.len() <= most => ended(whole()),
        (None, Some(end)) => with_source(end).map_or_else(
            || Shortened { text: format!("{} …", until(end)), breaks_off: true },
            ended,
        ),
        (None, None) => {
            // Only what follows may tell what is denied.
            let denied = english && is_denied(&news[..USUAL_WORDS]);
            let may_end = |&end: &usize| may_be_last(news[end - 1]);
            let further = (MOST_WORDS..most).find(may_end).unwrap_or(MOST_WORDS);
            let end = if denied { further } else { USUAL_WORDS };
            Shortened { text: format!("{} …", until(cut(end))), breaks_off: true }
        }
    }
}

/// How many of the words that the story is about, in lower case, are told; who says it is not counted.
fn told(head: &[&str], about: &[String]) -> usize {
    let clause = head.iter().rposition(|word| word.ends_with(',')).map_or(0, |comma| comma + 1);
    let end = if clause > 0 && is_attribution(&head[clause..]) { clause } else { head.len() };
    let head = head[..end].join(" ").to_lowercase();
    about.iter().filter(|word| head.contains(word.as_str())).count()
}

/// The last clause of a sentence if it says, in English, who says the rest: `according to a report.`
fn source_at_the_end<'a, 't>(words: &'a [&'t str]) -> Option<&'a [&'t str]> {
    let (_, before) = words.split_last()?;
    let clause = before.iter().rposition(|word| word.ends_with(','))? + 1;
    let source = &words[clause..];
    (source[0] == "according" || is_attribution(source)).then_some(source)
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
            ("The dam broke .", "The dam broke"),
            ("iPhones fell.", "iPhones fell"),
            (
                "At least 20 people, including the mayor of Norvale, were killed when the old bridge broke on Tuesday night.",
                "At least 20 people were killed when the old bridge broke on Tuesday night",
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
                "The paper of the harbour said on Tuesday night that, according to two officials, the dam above Norvale would break.",
                "The paper of the harbour said on Tuesday night that, according to two officials, the dam above Norvale would break",
            ),
            (
                "The harbour office is looking into the death of a sailor who fell from a pier on Tuesday night.",
                "The harbour office is looking into the death of a sailor",
            ),
            (
                "It was said that the harbour office would also like to keep Ada Lund from speaking of the dam.",
                "It was said that the harbour office would also like to keep Ada Lund from speaking of the dam",
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
                "Two days after the dam above Norvale broke, a farmer from the hills found its bell in a tree of his.",
                "A farmer from the hills found its bell in a tree of his",
            ),
            (
                "More than twenty letters of the late Ada Lund, most of them to her sister, have been found in the attic of a house in Norvale.",
                "More than twenty letters of the late Ada Lund have been found",
            ),
            (
                "Now that the mayor of Norvale is beginning to speak of the dam in public, he is losing the friends he had.",
                "Now that the mayor of Norvale is beginning to speak of the dam in public, he is losing the friends he had",
            ),
            (
                "Over the course of a show of theirs, which can last for hours, no one knows who will be heard shouting about what.",
                "Over the course of a show of theirs, which can last for hours, no one knows",
            ),
            (
                "Ada Lund, from Norvale, met the old man, who she knows as Michael, near the bridge in the night.",
                "Ada Lund, from Norvale, met the old man",
            ),
            (
                "Two singers from Norvale have had an answer from the bell maker Ada Lund, half a century after they wrote to her.",
                "Two singers from Norvale have had an answer from the bell maker Ada Lund",
            ),
            (
                "Claims that the vaccine caused deaths in the hospital of Norvale are false, doctors of the town said at a hearing of theirs on Tuesday.",
                "Claims that the vaccine caused deaths in the hospital of Norvale are false, doctors …",
            ),
            (
                "The officer who shot Ada Lund didn't stop her because she was on the bridge, but because of the old lamp that she had with her.",
                "The officer who shot Ada Lund didn't stop her because she was on the bridge, but because of the old …",
            ),
            (
                "The ten largest towns of Estmark and its old harbours together paid out $94 million last year.",
                "The ten largest towns of Estmark and its old harbours together paid out $94 million last year",
            ),
            (
                "In recent days there have been reports — echoed by the mayor’s own paper — that the dam might be sold to a firm from Estmark.",
                "In recent days there have been reports that the dam might be sold to a firm",
            ),
            (
                "The old dam above the town of Norvale began to lose water last spring, long before the first of its walls came down.",
                "The old dam above the town of Norvale began to lose water last spring",
            ),
            (
                "The mayor of Norvale said “the dam is safe, and it will stay so for another hundred years or more than that if all goes well” on a visit on Tuesday.",
                "The mayor of Norvale said “the dam is safe, and it will stay …",
            ),
        ] {
            assert_eq!(shortened(sentence, Language::English, &[]).text, expected);
        }
    }

    #[test]
    fn what_may_take_it_back_is_not_left_out_unmarked() {
        for (sentence, expected) in [
            (
                "Workers spending long periods of time on the islands could suffer from bronchitis by inhaling tiny particles of dust from the mine, according to new research.",
                "Workers spending long periods of time on the islands could suffer from bronchitis, according to new research",
            ),
            (
                "The mayor of Norvale came to Gull to speak for a friend, but he spent more time on his rivals than on money, which the party in Estmark did not like.",
                "The mayor of Norvale came to Gull to speak for a friend, but he spent more time on his rivals than on money",
            ),
            (
                "The vaccine did not work in 90 percent of the patients at the three hospitals in Gull that kept it too warm, researchers said.",
                "The vaccine did not work in 90 percent of the patients at the three hospitals in Gull that kept it too warm",
            ),
            (
                "Ada Lund (Norvale), a former judge, resigned from the court in Gull on Tuesday night after a long dispute about her house on the coast.",
                "Ada Lund (Norvale) resigned from the court in Gull on Tuesday night",
            ),
            (
                "Karl Brandt strangled his wife in their flat in Gull on Sunday night, according to an indictment that was read out in court on Monday.",
                "Karl Brandt strangled his wife in their flat in Gull on Sunday night, according to an indictment",
            ),
            (
                "The minister has been arrested for fraud, according to a false report that spread on social media on Monday night in Gull.",
                "The minister has been arrested for fraud, according to a false report",
            ),
            (
                "Nearly all of the workers at the mill were killed, the owner feared at first, but it turned out that they had left the building.",
                "Nearly all of the workers at the mill were killed …",
            ),
            (
                "Rovers did not lose to United in the cup final on Sunday at the new stadium of Dunmore on the river because of the referee, coach Sam Lee said after the match.",
                "Rovers did not lose to United in the cup final on Sunday …",
            ),
            (
                "The vaccine did not work in 90 percent of the patients at the three hospitals in Gull and on the islands that had kept it too warm, researchers said.",
                "The vaccine did not work in 90 percent of the patients …",
            ),
            (
                "Aid workers were not killed in Monday's strike on the hospital in Gull but in an earlier attack, police said on Tuesday after they had looked at the pictures.",
                "Aid workers were not killed in Monday's strike on the hospital in Gull but in an earlier attack",
            ),
            (
                "The owner of the mill, according to a rumour, was arrested in Gull on Sunday night after the fire.",
                "The owner of the mill, according to a rumour, was arrested in Gull on Sunday night",
            ),
            (
                "All of the passengers, except for two children, were killed in Gull on Sunday night when the ferry sank.",
                "All of the passengers, except for two children, were killed in Gull on Sunday night",
            ),
            (
                "More than 20 letters of Ada Lund – works of great beauty according to her sister – have been found in the attic of a house.",
                "More than 20 letters of Ada Lund have been found",
            ),
            (
                "No passengers were killed in the crash at Gull on Sunday but in a fire that broke out on the ship an hour later.",
                "No passengers were killed in the crash at Gull on Sunday but in a fire that broke out",
            ),
            (
                "If the court in Gull agrees, the minister will be freed on Sunday after two years in a prison on the coast.",
                "If the court in Gull agrees, the minister will be freed on Sunday",
            ),
        ] {
            assert_eq!(shortened(sentence, Language::English, &[]).text, expected);
        }
        for (language, sentence, expected) in [
            (
                Language::French,
                "Le ministre a été arrêté dimanche soir à son domicile de Gull, selon un rapport anonyme que la police juge mensonger et que personne n'a signé.",
                "Le ministre a été arrêté dimanche soir à son domicile de Gull …",
            ),
            (
                Language::German,
                "Der Minister ist am Sonntag in seiner Wohnung in Gull verhaftet worden, einem anonymen Bericht zufolge, den die Polizei in der Stadt für falsch hält.",
                "Der Minister ist am Sonntag in seiner Wohnung in Gull verhaftet worden, einem anonymen Bericht zufolge",
            ),
        ] {
            assert_eq!(shortened(sentence, language, &[]).text, expected);
        }
    }

    #[test]
    fn what_the_story_is_about_is_told() {
        let about =
            |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        for (sentence, words, expected) in [
            (
                "At least 20 people have been found dead and many are missing following a flood which struck the valley on Monday.",
                about(&["flood", "valley"]),
                "At least 20 people have been found dead and many are missing following a flood",
            ),
            (
                "A party at the old mill of Norvale has left 20 people ill, an official said after a visit there on Monday night.",
                about(&["official"]),
                "A party at the old mill of Norvale has left 20 people ill",
            ),
        ] {
            assert_eq!(shortened(sentence, Language::English, &words).text, expected);
        }
    }

    #[test]
    fn other_languages_end_at_a_mark() {
        let long = "Der alte Damm über Norvale ist am Dienstag gebrochen, nachdem es drei Tage lang geregnet hatte, sagte eine Sprecherin der Stadt am Abend.";
        let expected = "Der alte Damm über Norvale ist am Dienstag gebrochen";
        assert_eq!(shortened(long, Language::German, &[]).text, expected);
        let whole = ["wort"; WHOLE_WORDS].join(" ");
        assert_eq!(shortened(&format!("{whole}."), Language::German, &[]).text, whole);
        let longer = format!("{whole} wort.");
        let cut = ["wort"; USUAL_WORDS].join(" ");
        assert_eq!(shortened(&longer, Language::German, &[]).text, format!("{cut} …"));
    }
}
