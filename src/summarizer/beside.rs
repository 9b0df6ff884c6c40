//! What a cluster's sentences have to do with the texts beside it: the query, and what is known.

use std::cell::OnceCell;

use crate::article::{Article, Cluster};
use crate::notes::Said;
use crate::reading::Reading;
use crate::select::{Near, REPEAT_THRESHOLD};
use crate::vector::{Idf, Rows};

/// By sentence: how near it is to the query, from 0.2 to 1.2; 1 where nothing was asked or no
/// sentence has anything to do with it, which is a warning.
pub(super) fn nearness_to_query(
    query: &str,
    reading: &Reading,
    rows: &Rows,
    beside: &Rows,
    warnings: &mut Vec<String>,
) -> Vec<f64> {
    let mut nearness = vec![1.0; rows.len()];
    if query.is_empty() {
        return nearness;
    }
    let mut asked = vec![0.0; rows.width()];
    beside.add_to(reading.query_row(), 1.0, &mut asked);
    let cosines: Vec<f64> = (0..rows.len()).map(|row| rows.dot_dense(row, &asked)).collect();
    let nearest = cosines.iter().copied().fold(0.0, f64::max);
    if nearest > 0.0 {
        for (near, cosine) in nearness.iter_mut().zip(cosines) {
            *near = 0.2 + cosine / nearest;
        }
    } else {
        warnings.push(format!("no sentence has a word of the query `{query}`"));
    }
    nearness
}

/// By sentence: true when it nearly repeats a sentence of the articles that are `known`; empty where
/// there are none. It does not when it gives a number that none of those gives, or denies what they
/// say.
pub(super) fn known_repeats(
    known: &[Article],
    cluster: &Cluster,
    reading: &Reading,
    idf: &Idf,
    rows: &Rows,
    beside: &Rows,
) -> Vec<bool> {
    let known_rows = reading.known_rows();
    if known_rows.is_empty() {
        return Vec::new();
    }
    // Much of what is known may have no word in the cluster, and its row has what is left of it.
    let share = |row| idf.share_in_row(&reading.beside, row);
    let shares: Vec<f64> = known_rows.clone().map(share).collect();
    let mut near = Near::new(beside, REPEAT_THRESHOLD);
    for row in known_rows.clone() {
        near.insert(row as u32);
    }
    // Many may be near to one that is known: it is read once.
    let all_known: Vec<OnceCell<Said<'_>>> = vec![OnceCell::new(); known_rows.len()];
    let said_before = |row: usize| {
        let number = row - known_rows.start;
        all_known[number].get_or_init(|| {
            let (sentence, language) = &reading.known[number];
            let text = sentence.span.of(&known[sentence.article as usize].text);
            Said::read(text, *language, &reading.beside, row)
        })
    };
    let mut repeats = |row: usize| {
        let mut met = Vec::new();
        near.find_row(rows.row(row), |other, similarity| {
            let other = other as usize;
            if similarity * shares[other - known_rows.start] >= REPEAT_THRESHOLD {
                met.push(said_before(other));
            }
        });
        let sentence = &reading.sentences[row];
        let article = sentence.article as usize;
        let language = reading.languages[article].unwrap_or_default();
        let text = sentence.span.of(&cluster.articles[article].text);
        !met.is_empty() && !Said::read(text, language, &reading.terms, row).is_news(&met)
    };
    (0..rows.len()).map(&mut repeats).collect()
}
