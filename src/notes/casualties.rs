//! How many people are dead, hurt or missing: `killed 12 people`, `12 were killed`, `12 dead`, `a
//! death toll of 12`, `claimed 12 lives`, `12 lost their lives`.

use std::fmt;
use std::ops::Range;

use crate::notes::counted::{Thing, Words};
use crate::text::{Flags, Language};

/// What happened to people.
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

/// The fate that an English stem names, and whether the stem is a verb with an object.
pub(super) fn fate_of(stem: &str) -> Option<(Fate, bool)> {
    match stem {
        "kill" => Some((Fate::Dead, true)),
        "dead" | "die" | "death" | "fatal" | "drown" | "perish" => Some((Fate::Dead, false)),
        "injur" | "wound" | "hurt" => Some((Fate::Hurt, true)),
        "miss" => Some((Fate::Missing, false)),
        _ => None,
    }
}

/// The stem of the word in `claimed 12 lives` and `lost their lives`, which says by itself nothing of
/// a fate.
pub(super) const LIFE: &str = "live";

/// English stems of verbs that tell of the dead where lives are their object.
const TAKES: &[&str] = &["claim", "cost", "take", "taken", "took"];

/// The same, of those whose lives they are.
const LOSES: &[&str] = &["lose", "losing", "lost"];

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

/// Words after a number that is a part of another number or is added to it.
const PARTS: &[&str] = &["of", "other", "more"];

/// Words for people of no particular kind.
const PEOPLE: &[&str] = &["people", "persons", "lives", "others"];

/// Words for people who may be all whom an accident or a crime befell, or a part of them. Soldiers and
/// others who fight die elsewhere too.
const KINDS: &[&str] = &[
    "children",
    "men",
    "miners",
    "passengers",
    "pilgrims",
    "pupils",
    "residents",
    "students",
    "tourists",
    "victims",
    "women",
    "workers",
    "worshippers",
];

/// What stands before those of whom a number is a part: `five of the passengers`.
const DETERMINERS: &[&str] = &["the", "its", "their", "her", "his", "those"];

/// What opens a phrase that says which people they are: `five passengers of the ferry`.
const OF_WHICH: &[&str] = &["aboard", "from", "in", "of", "on"];

/// How many words such a phrase has at most, and what stands between `of the` and the people.
const MOST_OF_WHICH: usize = 4;

/// What opens another clause there, with a fate of its own.
const OPENERS: &[&str] = &["and", "as", "how", "or", "that", "when", "which", "who", "whose"];

/// Words after such a phrase that are the verb of the people and no noun.
const DIED: &[&str] = &["died", "drowned", "lost", "perished"];

/// How many words before such a word may say that it did not come to pass: `could have cost`, `would
/// have led to the loss`.
const MOST_BEFORE_VERB: usize = 5;

/// Words that may stand between people and their fate.
const LINKS: &[&str] = &[
    "are",
    "be",
    "been",
    "being",
    "believed",
    "confirmed",
    "declared",
    "feared",
    "found",
    "had",
    "has",
    "have",
    "is",
    "known",
    "left",
    "now",
    "presumed",
    "pronounced",
    "reported",
    "still",
    "thought",
    "was",
    "were",
];

/// How many such words: `are now known to have`.
const MOST_BETWEEN: usize = 5;

/// How many words may stand between `death toll` and one of [`UP_TO`].
const MOST_AFTER_TOLL: usize = 9;

/// Words after which a toll is told.
const UP_TO: &[&str] = &["to", "of", "at", "is", "was", "reached", "passed", "hit"];

/// How many words may stand between `número de muertos` and the number, in other languages.
const MOST_AFTER_NUMBER: usize = 15;

/// How many function words may stand between people and what befell them, in other languages.
const MOST_LINKS: usize = 2;

/// How many words of a kind are passed over.
const MOST: usize = 3;

impl<'t> Words<'t> {
    /// The people whom a number counts, from the place of its first word to that after its last, and
    /// the words that say so. People of a kind (`12 soldiers`) are counted as that kind.
    pub(super) fn casualties(&self, at: usize, end: usize) -> Option<(Thing, &'t str)> {
        if self.language != Language::English {
            return self.the_dead(at, end);
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
        let before = || {
            let told = self.befalls(at).or_else(|| self.takes_lives(at, end + usize::from(people)));
            told.or_else(|| self.toll(at)).filter(|_| !of_a_kind)
        };
        let (fate, said) = after().or_else(before)?;
        if others && fate == Fate::Dead {
            return None;
        }
        Some((Thing::Casualties(fate), if people { self.written(end) } else { said }))
    }

    /// The numbers of people of some kind who died, and others may have: `five passengers of the ferry
    /// died`, `killed five of its passengers`. English only.
    pub(super) fn some_dead(&self) -> Vec<String> {
        if self.language != Language::English {
            return Vec::new();
        }
        let numbers = self.numbers().filter(|&(at, _, end)| self.are_some_dead(at, end));
        numbers.map(|(_, number, _)| number).collect()
    }

    fn are_some_dead(&self, at: usize, end: usize) -> bool {
        let Some(from) = self.after_kind(end) else { return false };
        let told = self.befell(from).or_else(|| self.befell_which(from));
        let told = told.or_else(|| self.befalls(at)).or_else(|| self.takes_lives(at, from));
        told.is_some_and(|(fate, _)| fate == Fate::Dead)
    }

    /// The place after people of a kind, or after those of whom a number is a part.
    fn after_kind(&self, end: usize) -> Option<usize> {
        let is_kind = |&place: &usize| self.passed_over(place, KINDS, 1) == 1;
        let of_the = self.goes_on(end, &["of"]) && self.passed_over(end + 1, DETERMINERS, 1) == 1;
        let most = if of_the { MOST_OF_WHICH } else { 1 };
        let from = if of_the { end + 2 } else { end };
        let mut places = (from..from + most).take_while(|&place| self.is_same_clause(place));
        places.find(is_kind).map(|kind| kind + 1)
    }

    /// The fate of people who are named before a phrase: `of the Lastmark ferry died`.
    fn befell_which(&self, from: usize) -> Option<(Fate, &'t str)> {
        let opens = self.passed_over(from, OF_WHICH, 1) == 1;
        let places = from + 1..from + 2 + MOST_OF_WHICH;
        let mut places = places.take_while(|&place| opens && self.is_same_clause(place));
        let is_verb = |&place: &usize| {
            LINKS.contains(&self.folded(place)) || DIED.contains(&self.folded(place))
        };
        places.find(is_verb).and_then(|place| self.befell(place))
    }

    fn is_same_clause(&self, place: usize) -> bool {
        self.follows(place).is_some() && !OPENERS.contains(&self.folded(place))
    }

    /// The dead whom a number counts in other languages, where the word that says so stands beside
    /// it or beside the people: `14 personas murieron`, `murieron al menos 14 personas`, `14 muertos`.
    fn the_dead(&self, at: usize, end: usize) -> Option<(Thing, &'t str)> {
        // Not all of them, or more than all.
        let more = |before| self.is(before, Flags::PART) && !self.is(before, Flags::ROUGHLY);
        let after_more = self.follows(at).is_some() && at.checked_sub(1).is_some_and(more);
        let counts = self.language.counts_the_dead();
        if !counts || after_more || self.goes_on_with(end, Flags::PART) {
            return None;
        }
        let people = self.goes_on_with(end, Flags::PEOPLE);
        let from = end + usize::from(people);
        let said = self.died(from, people).or_else(|| {
            let of_a_kind = !people && self.follows(end).is_some() && self.may_be_a_thing(end);
            let before = self.died_before(at).or_else(|| self.toll_of(at, from));
            before.filter(|_| !of_a_kind && !self.goes_on_with(from, Flags::PART))
        })?;
        // `14 muertos y heridos` does not tell how many died.
        let hurt = (said + 1..said + 4)
            .take_while(|&place| self.follows(place).is_some() && self.value(place).is_none())
            .any(|place| self.is(place, Flags::HURT));
        let written = self.written(if people { end } else { said });
        (!hurt).then_some((Thing::Casualties(Fate::Dead), written))
    }

    /// True for a word with content; in German, for a noun.
    fn may_be_a_thing(&self, place: usize) -> bool {
        let noun = self.written(place).starts_with(char::is_uppercase);
        self.is_content(place) && (noun || self.language != Language::German)
    }

    /// The place of the word that says that those before a place died. Function words may stand between
    /// if they are called `people`.
    fn died(&self, from: usize, people: bool) -> Option<usize> {
        let telling = Flags::PART.with(Flags::NEGATION).with(Flags::DEAD);
        let is_link = |&place: &usize| {
            let function = || {
                !self.is_content(place)
                    || self.language.is_any(self.stem(place), Flags::GENERAL)
                    || self.is(place, Flags::ROUGHLY)
            };
            self.follows(place).is_some()
                && !self.is(place, telling)
                && function()
                && self.value(place).is_none()
        };
        let links = (from..from + MOST_LINKS).take_while(is_link).count();
        let place = from + if people { links } else { 0 };
        self.goes_on_with(place, Flags::DEAD).then_some(place)
    }

    /// The place of the word that says that those counted from a place on died.
    fn died_before(&self, at: usize) -> Option<usize> {
        // The text goes on after it.
        let is = |place, kinds| self.follows(place + 1).is_some() && self.is(place, kinds);
        let roughly = (0..at).rev().take(MOST).take_while(|&place| is(place, Flags::ROUGHLY));
        let place = (at - roughly.count()).checked_sub(1)?;
        is(place, Flags::DEAD).then_some(place)
    }

    /// The place of the word for the dead whose toll is told at a place: `la cifra de muertos se elevó
    /// a`; or after it: `subiu para 15 o número de mortos`.
    fn toll_of(&self, at: usize, end: usize) -> Option<usize> {
        let follow =
            |places: Range<usize>| places.into_iter().all(|place| self.follows(place).is_some());
        at.checked_sub(1).filter(|&up_to| self.is(up_to, Flags::UP_TO))?;
        let dead_of = |toll: usize| {
            let next = |&place: &usize| follow(toll + 1..place + 1) && self.is(place, Flags::DEAD);
            (toll + 1..toll + 3).find(next).filter(|_| self.is(toll, Flags::TOLL))
        };
        let mut before = (0..at).rev().take(MOST_AFTER_NUMBER + 1);
        let told = before.find_map(|toll| dead_of(toll).filter(|_| follow(toll + 1..at + 1)));
        let mut after = end..end + 2;
        told.or_else(|| after.find_map(|toll| dead_of(toll).filter(|_| follow(end..toll + 1))))
    }

    /// The fate of those who are named before a place: `were killed`, `dead`.
    fn befell(&self, from: usize) -> Option<(Fate, &'t str)> {
        let is_link = |&place: &usize| {
            self.passed_over(place, LINKS, 1) == 1 || self.goes_on(place, &["to", "have"])
        };
        let links = (from..from + MOST_BETWEEN).take_while(is_link).count();
        let place = from + links;
        self.follows(place)?;
        let lives = from > 0 && self.folded(from - 1) == "lives";
        if self.loses(place) && (lives || self.goes_on(place + 1, &["their", "lives"])) {
            return Some((Fate::Dead, self.written(place)));
        }
        let (fate, verb) = self.fate(place)?;
        let next = self.follows(place + 1);
        // `Two gunmen killed 12` tells of others, `killed or wounded` does not tell which.
        let object = verb && links == 0 && next.is_some() && self.is_content(place + 1);
        let another = self.passed_over(place + 1, &["and", "or"], 1) == 1
            && self.follows(place + 2).is_some_and(|_| self.fate(place + 2).is_some());
        // `Two people injured in the crash died` tells what happened to them later.
        let since = fate == Fate::Hurt
            && links == 0
            && (place + 1..self.len()).any(|later| self.stem(later) == "die");
        (!object && !another && !since).then(|| (fate, self.written(place)))
    }

    /// The fate of those who are counted from a place on: `killed at least`.
    fn befalls(&self, at: usize) -> Option<(Fate, &'t str)> {
        let verb = self.before_qualifiers(at)?;
        let (fate, _) = self.fate(verb).filter(|(_, verb)| *verb)?;
        Some((fate, self.written(verb)))
    }

    /// The dead who are counted from a place on and named before another: `claimed at least 12 lives`,
    /// `the loss of 12 lives`, `cost 12 people their lives`, `claimed the lives of 12 people`.
    fn takes_lives(&self, at: usize, end: usize) -> Option<(Fate, &'t str)> {
        let before = self.before_qualifiers(at)?;
        let lives = self.folded(end - 1) == "lives" || self.goes_on(end, &["their", "lives"]);
        let back = |words: &[&str]| {
            let from = (before + 1).checked_sub(words.len())?;
            self.goes_on(from, words).then_some(from)
        };
        let loss = back(&["loss", "of"]).filter(|_| lives);
        let verb = || {
            let verb =
                if lives { before } else { back(&["the", "lives", "of"])?.checked_sub(1)? };
            TAKES.contains(&self.stem(verb)).then_some(verb)
        };
        let told = loss.or_else(verb)?;
        let unreal = Flags::PROSPECT.with(Flags::NEGATION);
        let before = told.saturating_sub(MOST_BEFORE_VERB)..told;
        let came_to_pass = !before.into_iter().any(|place| self.is(place, unreal));
        came_to_pass.then(|| (Fate::Dead, self.written(told)))
    }

    /// The place before a number and what qualifies it: `killed at least`.
    fn before_qualifiers(&self, at: usize) -> Option<usize> {
        let is_qualifier = |&place: &usize| {
            self.follows(place + 1).is_some() && QUALIFIERS.contains(&self.folded(place))
        };
        let qualifiers = (0..at).rev().take(MOST).take_while(is_qualifier).count();
        let before = (at - qualifiers).checked_sub(1)?;
        self.follows(before + 1).map(|_| before)
    }

    fn loses(&self, place: usize) -> bool {
        LOSES.contains(&self.stem(place))
    }

    /// True where the text goes on with these words.
    fn goes_on(&self, from: usize, words: &[&str]) -> bool {
        (from..).zip(words).all(|(place, word)| self.passed_over(place, &[word], 1) == 1)
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

    /// The fate that a word names, and whether the word is a verb with an object.
    fn fate(&self, place: usize) -> Option<(Fate, bool)> {
        fate_of(self.stem(place))
    }
}

/// True when people died whose number stands between two texts, in a script without spaces:
/// `14人死亡`, `死亡人数升至14人`. `after` begins after the word for people.
pub(super) fn died(language: Language, mut before: &str, mut after: &str) -> bool {
    let [dead, parts, roughly] = language.words_beside_people();
    for _ in 0..MOST {
        let rest = roughly.clone().filter_map(|word| after.strip_prefix(word));
        after = rest.min_by_key(|rest| rest.len()).unwrap_or(after);
    }
    // `升至` ends with `至`: what is longest is left out.
    for _ in 0..MOST {
        if parts.clone().any(|word| before.ends_with(word)) {
            return false;
        }
        let rest = roughly.clone().filter_map(|word| before.strip_suffix(word));
        before = rest.min_by_key(|rest| rest.len()).unwrap_or(before);
    }
    // `6人死亡28人受伤`: the six died.
    let of_others = |head: &str| {
        let last = head.char_indices().next_back();
        last.is_some_and(|(last, _)| language.is_any(&head[last..], Flags::PEOPLE))
    };
    dead.clone().any(|word| after.starts_with(word))
        || dead.filter_map(|word| before.strip_suffix(word)).any(|head| !of_others(head))
}
