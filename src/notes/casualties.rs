//! People whom something befell: `killed 12 people`, `12 were killed`, `12 dead`, `a death toll of 12`.

use std::fmt;

use crate::notes::counted::{Thing, Words};
use crate::text::Language;

/// What befell people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Dead,
    Hurt,
    Missing,
}

impl fmt::Display for Fate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Dead => "dead",
            Self::Hurt => "hurt",
            Self::Missing => "missing",
        })
    }
}

/// What an English stem says that befell somebody, and whether it is a verb with an object.
pub(super) fn fate_of(stem: &str) -> Option<(Fate, bool)> {
    match stem {
        "kill" => Some((Fate::Dead, true)),
        "dead" | "die" | "death" | "fatal" => Some((Fate::Dead, false)),
        "injur" | "wound" | "hurt" => Some((Fate::Hurt, true)),
        "miss" => Some((Fate::Missing, false)),
        _ => None,
    }
}

/// What may stand between a verb and a number.
const QUALIFIERS: &[&str] = &[
    "about",
    "almost",
    "an",
    "approximately",
    "around",
    "as",
    "at",
    "estimated",
    "least",
    "many",
    "more",
    "nearly",
    "over",
    "roughly",
    "some",
    "than",
    "to",
    "up",
];

/// What a number of is a part of another number, or is added to it.
const PARTS: &[&str] = &["of", "other", "more"];

/// Who is counted without being told from others.
const PEOPLE: &[&str] = &["people", "persons", "lives", "others"];

/// What may stand between people and what befell them.
const LINKS: &[&str] = &[
    "are",
    "be",
    "been",
    "being",
    "confirmed",
    "feared",
    "had",
    "has",
    "have",
    "is",
    "left",
    "now",
    "reported",
    "still",
    "was",
    "were",
];

/// How many words may stand between `death toll` and one of [`UP_TO`].
const MOST_AFTER_TOLL: usize = 9;

/// Words after which a toll is told.
const UP_TO: &[&str] = &["to", "of", "at", "is", "was", "reached", "passed", "hit"];

/// How many words of a kind are passed over.
const MOST: usize = 3;

impl<'t> Words<'t> {
    /// The people whom a number counts, from the place of its first word to that after its last, and
    /// the words that say so. People of a kind (`12 soldiers`) are counted as what they are.
    pub(super) fn casualties(&self, at: usize, end: usize) -> Option<(Thing, &'t str)> {
        if self.language != Language::English {
            return None;
        }
        // `Eight other people were hurt` beside the dead, as `eight others` were: they are all.
        let others =
            self.passed_over(end, &["other"], 1) == 1 && self.passed_over(end + 1, PEOPLE, 1) == 1;
        let end = end + usize::from(others);
        // Not all of them, or more than all.
        if self.passed_over(end, PARTS, 1) == 1 {
            return None;
        }
        let people = self.passed_over(end, PEOPLE, 1) == 1;
        // Somebody of a kind, or something else: `killed 12 soldiers`, `killed 12 miles away`.
        let of_a_kind = !people && self.follows(end).is_some() && self.is_content(end);
        let after = || self.befell(end + usize::from(people));
        let before = || self.befalls(at).or_else(|| self.toll(at)).filter(|_| !of_a_kind);
        let (fate, said) = after().or_else(before)?;
        if others && fate == Fate::Dead {
            return None;
        }
        Some((Thing::Casualties(fate), if people { self.written(end) } else { said }))
    }

    /// What befell those who are named before a place: `were killed`, `dead`.
    fn befell(&self, from: usize) -> Option<(Fate, &'t str)> {
        let links = self.passed_over(from, LINKS, MOST);
        let place = from + links;
        self.follows(place)?;
        let (fate, verb) = self.fate(place)?;
        let next = self.follows(place + 1);
        // `Two gunmen killed 12` tells of others, `killed or wounded` does not tell which.
        let object = verb && links == 0 && next.is_some() && self.is_content(place + 1);
        let another = self.passed_over(place + 1, &["and", "or"], 1) == 1
            && self.follows(place + 2).is_some_and(|_| self.fate(place + 2).is_some());
        // `Two people injured in the crash died` tells what befell them since.
        let since = fate == Fate::Hurt
            && links == 0
            && (place + 1..self.len()).any(|later| self.stem(later) == "die");
        (!object && !another && !since).then(|| (fate, self.written(place)))
    }

    /// What befalls those who are counted from a place on: `killed at least`.
    fn befalls(&self, at: usize) -> Option<(Fate, &'t str)> {
        let is_qualifier = |&place: &usize| {
            self.follows(place + 1).is_some() && QUALIFIERS.contains(&self.folded(place))
        };
        let qualifiers = (0..at).rev().take(MOST).take_while(is_qualifier).count();
        let verb = (at - qualifiers).checked_sub(1)?;
        self.follows(verb + 1)?;
        let (fate, _) = self.fate(verb).filter(|(_, verb)| *verb)?;
        Some((fate, self.written(verb)))
    }

    /// The toll that is told at a place: `death toll rose to`.
    fn toll(&self, at: usize) -> Option<(Fate, &'t str)> {
        let up_to = at.checked_sub(1).filter(|&before| UP_TO.contains(&self.folded(before)))?;
        let mut nearest = (0..up_to).rev().take(MOST_AFTER_TOLL + 1);
        let toll = nearest.find(|&place| self.folded(place) == "toll")?;
        let death = toll.checked_sub(1).filter(|&before| self.folded(before) == "death")?;
        let together = (toll..=at).all(|place| self.follows(place).is_some());
        together.then(|| (Fate::Dead, self.written(death)))
    }

    /// What a word says that befell somebody, and whether it is a verb with an object.
    fn fate(&self, place: usize) -> Option<(Fate, bool)> {
        fate_of(self.stem(place))
    }
}
