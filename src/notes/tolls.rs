//! Articles that do not agree on how many people are dead, hurt or missing.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::notes::Context;
use crate::notes::agree::agree;
use crate::notes::casualties::{Fate, fate_of};
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
/// number when none of its numbers is that of the first article. Copies count as one article, and
/// each number is named once. The first sentences of all articles are read once.
pub(super) fn tolls(context: &Context<'_>, chosen: &[u32]) -> Vec<String> {
    let mut fates: Vec<Fate> = Vec::new();
    for (fate, _) in chosen.iter().flat_map(|&sentence| casualties(context, sentence)) {
        if !fates.contains(&fate) {
            fates.push(fate);
        }
    }
    if fates.is_empty() {
        return Vec::new();
    }
    let told: Vec<Told> = by_article(context.sentences)
        .map(|rows| (context.sentences[rows.start].article, rows))
        .filter(|(article, _)| context.votes(*article))
        .map(|(article, rows)| Told { article, numbers: told_first(context, rows) })
        .collect();
    fates.into_iter().filter_map(|fate| difference(context, &told, fate)).collect()
}

/// What an article tells in its first sentences.
struct Told {
    article: u32,
    numbers: Vec<(Fate, String)>,
}

/// The fates in the first sentences of an article, with their numbers.
fn told_first(context: &Context<'_>, rows: Range<usize>) -> Vec<(Fate, String)> {
    // A sentence with a year mostly tells of other days: `the worst since 1998`.
    let tells = |&row: &usize| tells_of_fate(context, row) && !has_year(context.text(row));
    rows.take(FIRST).filter(tells).flat_map(|row| casualties(context, row as u32)).collect()
}

/// The warning for one fate, if the articles differ on it: some article has no number in common with
/// the first.
fn difference(context: &Context<'_>, told: &[Told], fate: Fate) -> Option<String> {
    let mut of_first: Vec<&String> = Vec::new();
    let mut differs = false;
    let mut shown = Vec::new();
    let mut seen: FxHashSet<&String> = FxHashSet::default();
    for Told { article, numbers } in told {
        let numbers: Vec<&String> =
            numbers.iter().filter(|(own, _)| *own == fate).map(|(_, number)| number).collect();
        let is_of_first = |number: &&&String| of_first.iter().any(|one| agree(one, number));
        let agreed = numbers.iter().find(is_of_first);
        let Some(&number) = agreed.or(numbers.first()) else { continue };
        differs |= agreed.is_none() && !of_first.is_empty();
        if seen.insert(number) {
            let id = &context.cluster.articles[*article as usize].id;
            shown.push(format!("{number} in {id:?}"));
        }
        if of_first.is_empty() {
            of_first = numbers;
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
    let is_fate = |&term| fate_of(context.terms.spelling(term)).is_some();
    context.terms.of(row).iter().any(is_fate)
}

/// The casualties that a sentence counts: their fate and their number.
fn casualties(context: &Context<'_>, sentence: u32) -> impl Iterator<Item = (Fate, String)> {
    let tells = tells_of_fate(context, sentence as usize);
    let counted = tells.then(|| context.words(sentence).counted());
    counted.into_iter().flatten().filter_map(|counted| match counted.of {
        Thing::Casualties(fate) => Some((fate, counted.number)),
        Thing::Percent | Thing::Money(_) | Thing::Other(_) => None,
    })
}
