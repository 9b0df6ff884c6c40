//! Articles that do not agree on how many people are dead, hurt or missing.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::notes::Context;
use crate::notes::agree::agree;
use crate::notes::casualties::{Fate, LIFE, fate_of};
use crate::notes::counted::Thing;
use crate::published::has_year;
use crate::text::Language;
use crate::vector::by_article;

/// An article tells its own news in this many first sentences. Further down are numbers of other days.
const FIRST: usize = 4;
/// The most numbers that a warning names for one fate.
const MOST: usize = 5;

/// Where the articles do not agree on what the summary tells: `articles differ on the dead: 21 in
/// "3", 20 in "1"`. Only the first sentences of an article count. An article is named with its first
/// number when none of its numbers is that of the first article. One that counts the dead of some kind
/// alone (`five passengers`) differs when these are more than all whom the first counts. Copies count
/// as one article, and each number is named once. The first sentences of all articles are read once.
pub(super) fn tolls(context: &Context<'_>, chosen: &[u32]) -> Vec<String> {
    let mut fates: Vec<Fate> = Vec::new();
    for toll in chosen.iter().flat_map(|&sentence| casualties(context, sentence)) {
        if !fates.contains(&toll.fate) {
            fates.push(toll.fate);
        }
    }
    if fates.is_empty() {
        return Vec::new();
    }
    let told: Vec<Told> = by_article(context.sentences)
        .map(|rows| (context.sentences[rows.start].article, rows))
        .filter(|(article, _)| context.votes(*article))
        .map(|(article, rows)| Told { article, tolls: told_first(context, rows) })
        .collect();
    fates.into_iter().filter_map(|fate| difference(context, &told, fate)).collect()
}

/// What an article tells in its first sentences.
struct Told {
    article: u32,
    tolls: Vec<Toll>,
}

impl Told {
    /// The numbers for one fate: of all whom it befell, or of some.
    fn numbers(&self, fate: Fate, at_least: bool) -> Vec<&String> {
        let own = self.tolls.iter().filter(|toll| toll.fate == fate && toll.at_least == at_least);
        own.map(|toll| &toll.number).collect()
    }
}

/// How many a fate befell.
struct Toll {
    fate: Fate,
    number: String,
    /// There may be more.
    at_least: bool,
}

/// The fates in the first sentences of an article, with their numbers.
fn told_first(context: &Context<'_>, rows: Range<usize>) -> Vec<Toll> {
    // A sentence with a year mostly tells of other days: `the worst since 1998`.
    let tells = |&row: &usize| tells_of_fate(context, row) && !has_year(context.text(row));
    rows.take(FIRST).filter(tells).flat_map(|row| casualties(context, row as u32)).collect()
}

/// The warning for one fate, if the articles differ on it: some article has no number in common with
/// the first that tells of all.
fn difference(context: &Context<'_>, told: &[Told], fate: Fate) -> Option<String> {
    let of_first = told.iter().map(|told| told.numbers(fate, false)).find(|all| !all.is_empty())?;
    let mut differs = false;
    let mut shown = Vec::new();
    let mut seen: FxHashSet<&String> = FxHashSet::default();
    for article in told {
        let all = article.numbers(fate, false);
        let is_of_first = |number: &&&String| of_first.iter().any(|one| agree(one, number));
        let agreed = all.iter().find(is_of_first);
        let is_more_than_all = |some: &&String| of_first.iter().all(|all| is_more(some, all));
        let some = || article.numbers(fate, true).into_iter().find(is_more_than_all);
        let Some(number) = agreed.or(all.first()).copied().or_else(some) else { continue };
        differs |= agreed.is_none();
        if seen.insert(number) {
            let id = &context.cluster.articles[article.article as usize].id;
            shown.push(format!("{number} in {id:?}"));
        }
    }
    let more = shown.len().saturating_sub(MOST);
    shown.truncate(MOST);
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    differs.then(|| format!("articles differ on the {fate}: {}", shown.join(", ")))
}

/// True for a sentence that has a word for one of the fates. No other can count casualties, so that
/// only these are looked at closely.
fn tells_of_fate(context: &Context<'_>, row: usize) -> bool {
    let language = context.languages[context.sentences[row].article as usize].unwrap_or_default();
    if language != Language::English {
        return language.counts_the_dead();
    }
    let is_fate = |&term| {
        let stem = context.terms.spelling(term);
        stem == LIFE || fate_of(stem).is_some()
    };
    context.terms.of(row).iter().any(is_fate)
}

/// The casualties that a sentence counts.
fn casualties(context: &Context<'_>, sentence: u32) -> Vec<Toll> {
    if !tells_of_fate(context, sentence as usize) {
        return Vec::new();
    }
    let words = context.words(sentence);
    let all = words.counted().into_iter().filter_map(|counted| match counted.of {
        Thing::Casualties(fate) => Some(Toll { fate, number: counted.number, at_least: false }),
        Thing::Percent | Thing::Money(_) | Thing::Other(_) => None,
    });
    let some = words.some_dead().into_iter();
    all.chain(some.map(|number| Toll { fate: Fate::Dead, number, at_least: true })).collect()
}

/// True for a number that is more than another, and not the same written less exactly.
fn is_more(number: &str, other: &str) -> bool {
    let values = number.parse::<f64>().ok().zip(other.parse::<f64>().ok());
    values.is_some_and(|(number, other)| number > other) && !agree(number, other)
}
