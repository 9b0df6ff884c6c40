//! Sentences that lean on their neighbours.

use memchr::memchr_iter;

use super::quotation::ends_quoted;
use crate::text::Language;

/// In what a sentence leans on its neighbours: a reader who has not read them misses something.
#[expect(clippy::struct_excessive_bools, reason = "each may hold without the others")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaning {
    /// It opens with a word that points back ([`leans`]).
    pub opening: bool,
    /// What it opens with is `this`, `that` or the like: it means what the very sentence before says.
    pub pointing: bool,
    /// It says `I` or `we` outside quotation marks ([`speaks`]): the reader does not know who.
    pub speaking: bool,
    /// It begins inside a quotation that the sentence before it opens ([`Quotations`]).
    ///
    /// [`Quotations`]: crate::text::Quotations
    pub begins_quoted: bool,
    /// It ends inside a quotation that goes on in the sentence after it.
    pub ends_quoted: bool,
}

/// What a word does that opens a sentence, in English alone: pronouns of the other languages at hand
/// cost more than they bring (eval/ABLATION.md).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Points back: `he`, `there`.
    Pronoun,
    /// Points to the very sentence before.
    Demonstrative,
    /// Takes some of what a demonstrative points to: `some of these`, `all this`.
    Quantity,
    /// May stand before a demonstrative: `by that measure`, `some of these`.
    Preposition,
    /// Joins a sentence to the one before it.
    Joint,
    /// Says who speaks or is spoken to; inside quotation marks it points to nothing outside.
    Speaker,
    /// Opens one of [`JOINING_PHRASES`], as prepositions do too.
    Phrase,
    /// None of these.
    Other,
}

/// No word that has a role is longer, in bytes.
const LONGEST_ROLE: usize = 16;

impl Role {
    /// The role of a word in whatever case.
    fn of(word: &str) -> Self {
        let mut lower = [0; LONGEST_ROLE];
        let Some(lower) = lower.get_mut(..word.len()) else { return Self::Other };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        match &*lower {
            b"he" | b"she" | b"it" | b"they" | b"his" | b"her" | b"its" | b"their" | b"him"
            | b"them" | b"here" | b"there" | b"both" => Self::Pronoun,
            b"this" | b"that" | b"these" | b"those" | b"such" => Self::Demonstrative,
            b"all" | b"any" | b"each" | b"few" | b"half" | b"many" | b"more" | b"most"
            | b"much" | b"none" | b"one" | b"some" => Self::Quantity,
            b"in" | b"at" | b"by" | b"after" | b"before" | b"for" | b"on" | b"with" | b"of"
            | b"despite" | b"under" | b"from" | b"to" | b"since" | b"because" | b"like" => {
                Self::Preposition
            }
            b"but" | b"so" | b"still" | b"however" | b"yet" | b"and" | b"or" | b"nor" | b"then"
            | b"also" | b"instead" | b"moreover" | b"furthermore" | b"therefore" | b"thus"
            | b"otherwise" | b"nevertheless" | b"nonetheless" | b"besides" | b"hence"
            | b"meanwhile" | b"neither" | b"unsurprisingly" | b"additionally" | b"similarly"
            | b"likewise" | b"consequently" | b"accordingly" => Self::Joint,
            b"we" | b"i" | b"you" | b"my" | b"our" | b"your" => Self::Speaker,
            b"another" | b"as" | b"even" | b"indeed" | b"no" | b"not" | b"pretty" | b"sure"
            | b"yes" => Self::Phrase,
            _ => Self::Other,
        }
    }
}

/// Words that point back after `the`, beside `51-year-old`.
const KNOWN: &[&str] = &["two", "three", "pair", "duo", "trio", "latter", "same"];

/// Phrases that join a sentence to the one before it.
const JOINING_PHRASES: &[&str] = &[
    "yes,",
    "no,",
    "indeed,",
    "in fact,",
    "for example",
    "for instance",
    "in other words",
    "in addition,",
    "in contrast",
    "by contrast",
    "as a result,",
    "as previously",
    "as reported",
    "even so",
    "sure enough",
    "pretty much",
    "not surprisingly",
    "on the other hand",
    "another",
];

/// Words that do so between commas, a little later.
const INSERTED: &[&str] = &[" though,", " however,", " too,"];

/// Ends of a first phrase that dates a sentence by the one before: `Three hours later,`.
const DATED: &[&str] = &["later", "earlier", "afterward", "afterwards", "then"];

/// Words before them.
const MOST_BEFORE_DATED: usize = 4;

/// How far into a sentence these are looked for, in bytes.
const HEAD: usize = 80;

/// Words by which someone speaks of themselves; `me` and `us` in capitals are other words.
const fn is_first_person(word: &[u8]) -> bool {
    matches!(word, b"I" | b"we" | b"We" | b"my" | b"My" | b"me" | b"our" | b"Our" | b"us")
}

/// True when a sentence opens with a word that points back or joins it to the one before: a reader
/// who has not read that one does not know who `she` is, what comes after `but`, or when it is `hours
/// later`. So does one that opens with a quotation of what `he said`. A sentence in brackets is a note
/// to the one before. Beside English, Vietnamese alone has such openings.
///
/// ```
/// use nutgraf::text::{Language, leans};
/// assert!(leans("“She’s here,” he said.", Language::English));
/// assert!(leans("But the dam held.", Language::English));
/// assert!(leans("We are safe.", Language::English));
/// assert!(leans("“Rain is coming,” he said.", Language::English));
/// assert!(leans("Three hours later, the dam broke.", Language::English));
/// assert!(leans("The 51-year-old resigned.", Language::English));
/// assert!(!leans("Later this week, the dam will be mended.", Language::English));
/// assert!(leans("(It had been old.)", Language::English));
/// assert!(!leans("“We are safe,” the mayor said.", Language::English));
/// assert!(!leans("Sheila is here.", Language::English));
/// ```
#[must_use]
pub fn leans(sentence: &str, language: Language) -> bool {
    let start = without_marks(sentence);
    if language != Language::English {
        return language.data().joints.iter().any(|joint| opens_with(start, joint));
    }
    let quoted = sentence[..sentence.len() - start.len()].contains(['"', '“', '\'', '‘']);
    let mut words = words(start);
    let first = words.next().unwrap_or_default();
    let opening = match Role::of(first) {
        Role::Pronoun | Role::Demonstrative | Role::Joint => true,
        Role::Speaker => !quoted,
        Role::Preposition | Role::Quantity | Role::Phrase => {
            demonstrates(start) || JOINING_PHRASES.iter().any(|phrase| opens_with(start, phrase))
        }
        Role::Other => false,
    };
    let mut known = || {
        let second = words.next().unwrap_or_default();
        let mut aged = || words.next() == Some("year") && words.next() == Some("old");
        KNOWN.iter().any(|word| second.eq_ignore_ascii_case(word))
            || second.starts_with(|c: char| c.is_ascii_digit()) && aged()
    };
    let head = &start.as_bytes()[..start.len().min(HEAD)];
    let joins_at_comma = |(number, comma): (usize, usize)| {
        number == 0 && is_dated_by_what_was(&start[..comma])
            || INSERTED.iter().any(|word| start[comma + 1..].starts_with(word))
    };
    opening
        || quoted && is_said_by_a_pronoun(start)
        || first.eq_ignore_ascii_case("the") && known()
        || memchr_iter(b',', head).enumerate().any(joins_at_comma)
        || sentence.starts_with('(') && sentence.find(')') == Some(sentence.len() - 1)
}

/// True for what opens a sentence up to its first comma like `Hours later` and `Since then`.
fn is_dated_by_what_was(opening: &str) -> bool {
    let (before, last) = opening.rsplit_once(' ').unwrap_or(("", opening));
    let dated = DATED.iter().any(|word| last.eq_ignore_ascii_case(word));
    dated && before.split(' ').count() <= MOST_BEFORE_DATED
}

/// True where a pronoun says who speaks, in a text that begins inside a quotation: `…,” he said.`
fn is_said_by_a_pronoun(start: &str) -> bool {
    let ends = ['"', '”'].into_iter().filter_map(|mark| Some(start.find(mark)? + mark.len_utf8()));
    let after = ends.min().map_or("", |end| start[end..].trim_start());
    Role::of(words(after).next().unwrap_or_default()) == Role::Pronoun
}

/// Of a sentence that [leans](leans), whether it points to the very sentence before it.
pub(crate) fn points(sentence: &str) -> bool {
    demonstrates(without_marks(sentence))
}

/// True for an opening like `This`, `By that measure`, `In some of these cases`, `All such`.
fn demonstrates(start: &str) -> bool {
    let mut roles = words(start).map(Role::of).peekable();
    roles.next_if_eq(&Role::Preposition);
    if roles.next_if_eq(&Role::Quantity).is_some() {
        roles.next_if_eq(&Role::Preposition);
    }
    roles.next() == Some(Role::Demonstrative)
}

/// A sentence without the marks before its first word.
fn without_marks(sentence: &str) -> &str {
    sentence.trim_start_matches(|c: char| {
        !c.is_ascii_alphanumeric() && (c.is_whitespace() || "\"'“”‘’([-–—".contains(c))
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// True when `text` begins with the words of `phrase`, in whatever case. The phrase is in lower case,
/// of letters that have as many bytes in upper case.
fn opens_with(text: &str, phrase: &str) -> bool {
    let Some((head, rest)) = text.split_at_checked(phrase.len()) else { return false };
    let lowered = || head.chars().flat_map(char::to_lowercase).eq(phrase.chars());
    let ends =
        || !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric);
    (head.eq_ignore_ascii_case(phrase) || !head.is_ascii() && lowered()) && ends()
}

/// How far a sentence is searched for who speaks, in bytes: each find looks back for its quotation
/// mark. What is longer is no sentence.
const LONGEST: usize = 2048;

/// True when a sentence says `I`, `we`, `my` or the like, at its start or after a space, outside
/// double quotation marks: the words of somebody who is not named. `begins_quoted` is what
/// [`Quotations::read`] says of it. English alone.
///
/// [`Quotations::read`]: crate::text::Quotations::read
///
/// ```
/// use nutgraf::text::{Language, speaks};
/// assert!(speaks("Last night I met a man.", false, Language::English));
/// assert!(!speaks("“Last night I met a man,” she said.", false, Language::English));
/// assert!(!speaks("World War I was over.", false, Language::English));
/// ```
#[must_use]
pub fn speaks(sentence: &str, begins_quoted: bool, language: Language) -> bool {
    if language != Language::English {
        return false;
    }
    let bytes = sentence.as_bytes();
    let head = &bytes[..bytes.len().min(LONGEST)];
    let mut before = 0;
    let mut spoken = |start: usize| {
        let before = std::mem::replace(&mut before, start);
        let letters = bytes[start..].iter().take_while(|byte| byte.is_ascii_alphabetic());
        let word = &bytes[start..start + letters.take(4).count()];
        // `Elizabeth I`, and not `Yesterday I`.
        let numeral = before > 0 && word == b"I" && bytes[before].is_ascii_uppercase();
        is_first_person(word) && !numeral && !ends_quoted(&sentence[..=start], begins_quoted)
    };
    spoken(0) || may_speak(head) && memchr_iter(b' ', head).any(|space| spoken(space + 1))
}

/// False for most texts: after no space there is a word of the first person. Without a branch in
/// the loop, many bytes are looked at at once.
fn may_speak(text: &[u8]) -> bool {
    let from = |start| text.get(start..).unwrap_or_default();
    let is = |byte: u8, other: u8| u8::from(byte == other);
    let letter = |byte: u8| u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
    let fours = text.iter().zip(from(1)).zip(from(2)).zip(from(3));
    let met = fours.fold(0, |met, (((&space, &a), &b), &c)| {
        let small = a | 0x20;
        let two = is(small, b'w') & is(b, b'e')
            | is(small, b'm') & (is(b, b'y') | is(b, b'e'))
            | is(a, b'u') & is(b, b's');
        let word = is(a, b'I') & (letter(b) ^ 1)
            | two & (letter(c) ^ 1)
            | is(small, b'o') & is(b, b'u') & is(c, b'r');
        met | is(space, b' ') & word
    });
    // A word that ends the text has nothing after it, or too little.
    met != 0
        || text.last().is_some_and(u8::is_ascii_alphabetic)
        || matches!(text, [.., b' ', b'I', _])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_points_back_or_joins_leans() {
        for sentence in [
            "By that measure, few were left.",
            "The two met at noon.",
            "Both men fled.",
            "— Meanwhile, the river rose.",
            "“And it fell.",
            "Yes, the mayor said that.",
            "No, really.",
            "Pretty much all was lost.",
            "Soon after the flood, though, he left.",
            "(Yes, there is a bridge.)",
        ] {
            assert!(leans(sentence, Language::English), "{sentence}");
            assert!(!leans(sentence, Language::German), "{sentence}");
        }
    }

    #[test]
    fn a_demonstrative_points_to_the_sentence_before() {
        for sentence in [
            "That quake was worse.",
            "“These are old.",
            "By that measure, few left.",
            "In some of these towns it rained.",
            "All this was new.",
        ] {
            assert!(points(sentence) && leans(sentence, Language::English), "{sentence}");
        }
        assert!(!points("He left.") && !points("In Norvale that was rare.") && !points(""));
    }

    #[test]
    fn openings_of_other_languages_are_whole_words_in_any_case() {
        for sentence in ["Tuy nhiên, đập vẫn đứng.", "“ĐÁP LẠI, bà im lặng.", "Nhưng đập vẫn đứng."]
        {
            assert!(leans(sentence, Language::Vietnamese), "{sentence}");
            assert!(!leans(sentence, Language::German), "{sentence}");
        }
        for sentence in ["Nhưngg đập vẫn đứng.", "Đập vẫn đứng.", "Thứ", ""] {
            assert!(!leans(sentence, Language::Vietnamese), "{sentence}");
        }
    }

    #[test]
    fn every_phrase_is_looked_for() {
        for phrase in JOINING_PHRASES {
            assert!(leans(&format!("{phrase} it fell."), Language::English), "{phrase}");
        }
    }

    #[test]
    fn what_stands_alone_does_not() {
        for sentence in [
            "The former mayor left.",
            "By noon that day the river had risen.",
            "“Our town is safe,” Lund said.",
            "One of the mills burned.",
            "Most people left.",
            "Theirry left.",
            "Sofia rose.",
            "No one was hurt.",
            "Anotherville was flooded.",
            "As a result of the storm roads closed.",
            "The mayor, thoughtful, left.",
            "(Yes) votes were counted.",
            "",
        ] {
            assert!(!leans(sentence, Language::English), "{sentence}");
        }
    }

    #[test]
    fn no_word_of_the_first_person_is_passed_over() {
        for word in ["I", "we", "We", "my", "My", "me", "our", "Our", "us"] {
            assert!(is_first_person(word.as_bytes()));
            for end in ["", ".", " go.", "’ve", ", too.", "!”"] {
                assert!(may_speak(format!("so {word}{end}").as_bytes()), "{word}{end}");
            }
        }
    }

    #[test]
    fn whoever_says_i_outside_quotation_marks_speaks() {
        for sentence in [
            "We are safe.",
            "She knows nothing about me!",
            "“It is late,” she told us.",
            "I’ve seen it.",
            "it fell,” she told my sister, “and broke.",
            "It is only me",
            "So do I.",
            "Ask your mother or My mother.",
            "The dam is ours, and Our pride.",
        ] {
            assert!(speaks(sentence, sentence.starts_with('i'), Language::English), "{sentence}");
            assert!(!speaks(sentence, false, Language::German), "{sentence}");
        }
        for sentence in [
            "“We are safe,” she told the US.",
            "it was ours,” she said.",
            "and I saw it,” she said.",
            "Queen Elizabeth I died.",
            "The U.S. left.",
            "",
        ] {
            assert!(!speaks(sentence, true, Language::English), "{sentence}");
        }
    }
}
