//! The words a cluster is about.

use crate::notes::Context;
use crate::text::{Language, words};
use crate::vector::Term;

/// How many.
const KEYWORDS: usize = 5;
/// Places of a keyword that are looked at for how it is written.
const PLACES: usize = 10;
/// Factor of a term that stands in a headline.
const IN_TITLE: f64 = 3.0;

/// The words that the cluster is about, heaviest first, each as it is most often written in its
/// first places; among equals as it is written first.
pub(crate) fn keywords(context: &Context<'_>, language: Language) -> Vec<String> {
    let terms = key_terms(context, language);
    let mut written: Vec<Vec<&str>> = vec![Vec::new(); terms.len()];
    for (number, sentence) in context.sentences.iter().enumerate() {
        if written.iter().all(|places| places.len() == PLACES) {
            break;
        }
        let text = context.text(number);
        let language = context.languages[sentence.article as usize];
        let mut words = words(text, language.unwrap_or_default());
        let mut passed = 0;
        for (place, term) in context.terms.of(number).iter().enumerate() {
            let key = terms.iter().position(|key| key == term);
            if let Some(places) = key.map(|key| &mut written[key])
                && places.len() < PLACES
            {
                places.extend(words.nth(place - passed).map(|word| word.span.of(text)));
                passed = place + 1;
            }
        }
    }
    written.iter().filter_map(|places| most_frequent(places)).map(str::to_owned).collect()
}

/// The most frequent of some words; among equals the first.
fn most_frequent<'t>(words: &[&'t str]) -> Option<&'t str> {
    let count = |word: &&&str| words.iter().filter(|other| other == word).count();
    words.iter().rev().max_by_key(count).copied()
}

/// The content terms with the largest sum of TF-IDF weight × salience over the sentences in the
/// summary's language, those of headlines times three, heaviest first, the earlier of equals. Terms
/// of one voter among several, numbers and single letters are no keywords.
fn key_terms(context: &Context<'_>, language: Language) -> Vec<Term> {
    let terms = context.terms;
    let mut weight = vec![0.0; terms.distinct()];
    let mut in_title = vec![false; terms.distinct()];
    let mut voters = vec![0_u32; terms.distinct()];
    let mut last_voter = vec![u32::MAX; terms.distinct()];
    let (mut first_voter, mut several) = (None, false);
    for (row, sentence) in context.sentences.iter().enumerate() {
        if context.languages[sentence.article as usize] != Some(language) {
            continue;
        }
        context.rows.add_to(row, context.salience[row], &mut weight);
        let voter = context.voters[sentence.article as usize];
        several |= *first_voter.get_or_insert(voter) != voter;
        for &term in context.rows.row(row).0 {
            if last_voter[term as usize] != voter {
                last_voter[term as usize] = voter;
                voters[term as usize] += 1;
            }
        }
    }
    // What stands in a headline is what the story is about.
    for title in 0..context.cluster.articles.len() {
        for &term in context.titles.row(title).0 {
            in_title[term as usize] = true;
        }
    }
    for (weight, in_title) in weight.iter_mut().zip(&in_title) {
        *weight *= if *in_title { IN_TITLE } else { 1.0 };
    }
    let wordy = |term: &Term| {
        let spelling = terms.spelling(*term);
        spelling.chars().any(char::is_alphabetic) && spelling.chars().nth(1).is_some()
    };
    let mut found: Vec<Term> = (0..terms.distinct() as Term)
        .filter(|&term| weight[term as usize] > 0.0)
        .filter(|&term| !several || voters[term as usize] > 1)
        .filter(wordy)
        .collect();
    found.sort_by(|&a, &b| weight[b as usize].total_cmp(&weight[a as usize]).then(a.cmp(&b)));
    found.truncate(KEYWORDS);
    found
}
