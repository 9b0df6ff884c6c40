//! Articles that do not agree on how many people it befell.

use rustc_hash::FxHashSet;

use crate::notes::Context;
use crate::notes::casualties::{Fate, is_fate};
use crate::notes::counted::{Thing, agree};

/// An article tells its news in its first sentences; further down are those of other days.
const FIRST: u32 = 4;
/// Numbers that are told of one fate.
const MOST: usize = 5;

/// Where the articles do not agree on what the summary tells: `articles differ on the dead: 21 in
/// "3", 20 in "1"`. Every article has the numbers of the first sentence that gives any, copies are
/// one, and each number is told once. One look at the first sentences of all.
pub(super) fn tolls(context: &Context<'_>, chosen: &[u32]) -> Vec<String> {
    let mut fates: Vec<Fate> = Vec::new();
    for (fate, _) in chosen.iter().flat_map(|&sentence| casualties(context, sentence)) {
        if !fates.contains(&fate) {
            fates.push(fate);
        }
    }
    fates.into_iter().filter_map(|fate| difference(context, fate)).collect()
}

/// On what the articles differ, if they do: some article has no number in common with the first.
fn difference(context: &Context<'_>, fate: Fate) -> Option<String> {
    let mut of_first: Vec<String> = Vec::new();
    let mut differs = false;
    let mut told = Vec::new();
    let mut seen: FxHashSet<String> = FxHashSet::default();
    let mut last_article = None;
    for (number, sentence) in (0..).zip(context.sentences) {
        let article = sentence.article;
        if sentence.position >= FIRST
            || last_article == Some(article)
            || context.voters[article as usize] != article
            || !context.terms.of(number).iter().any(|&term| is_fate(context.terms.spelling(term)))
        {
            continue;
        }
        let all = casualties(context, number as u32);
        let numbers: Vec<String> =
            all.filter(|(own, _)| *own == fate).map(|(_, number)| number).collect();
        let Some(first) = numbers.first() else { continue };
        last_article = Some(article);
        if seen.insert(first.clone()) {
            let id = &context.cluster.articles[article as usize].id;
            told.push(format!("{first} in {id:?}"));
        }
        if of_first.is_empty() {
            of_first = numbers;
        } else {
            differs |= !of_first.iter().any(|one| numbers.iter().any(|other| agree(one, other)));
        }
    }
    let more = told.len().saturating_sub(MOST);
    told.truncate(MOST);
    if more > 0 {
        told.push(format!("{more} more"));
    }
    differs.then(|| format!("articles differ on the {fate}: {}", told.join(", ")))
}

/// Whom a sentence says it befell, and how many of them.
fn casualties(context: &Context<'_>, sentence: u32) -> impl Iterator<Item = (Fate, String)> {
    context.said(sentence).counted.into_iter().filter_map(|counted| match counted.of {
        Thing::Casualties(fate) => Some((fate, counted.number)),
        Thing::Percent | Thing::Other(_) => None,
    })
}
