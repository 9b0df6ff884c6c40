//! What a cluster's sentences have to do with the texts beside it: the query, and what is known.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use crate::article::{Article, Cluster};
use crate::notes::Said;
use crate::reading::Reading;
use crate::select::{Near, REPEAT_THRESHOLD};
use crate::vector::{Idf, Rows, Term};

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

/// A sentence repeats what is known when the known sentences that it is near to have so much of its
/// weight between them. Names alone, in whatever number, are less.
const HELD: f64 = 0.6;

/// What the sentences of a cluster have to do with what is known.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// By sentence: true when it nearly repeats a known one. Empty where nothing is known.
    pub(super) repeats: Vec<bool>,
    /// The sentences with nearly the words of a known one that are news, ascending.
    pub(super) news: Vec<u32>,
}

/// Which sentences of a cluster nearly repeat sentences of the articles that are `known`. One does
/// not when it gives a number that none of those gives, denies what they say, or tells what was
/// ahead.
pub(super) fn heard(known: &[Article], cluster: &Cluster, reading: &Reading) -> Heard {
    let mut heard = Heard::default();
    let known_rows = reading.known_rows();
    if known_rows.is_empty() {
        return heard;
    }
    let idf = Idf::of_both(&reading.terms, &reading.beside);
    let (rows, beside) = (idf.rows(&reading.terms), idf.rows(&reading.beside));
    let known_sentence = |row: usize| {
        let (sentence, language) = &reading.known[row - known_rows.start];
        (sentence.span.of(&known[sentence.article as usize].text), *language)
    };
    let mut near = Near::new(&beside, REPEAT_THRESHOLD);
    // Copies of one story know nothing more.
    let mut met_before = FxHashSet::default();
    for row in known_rows.clone().filter(|&row| met_before.insert(known_sentence(row))) {
        near.insert(row as u32);
    }
    // Many may be near to one that is known: it is read once.
    let all_known: Vec<OnceCell<Said<'_>>> = vec![OnceCell::new(); known_rows.len()];
    let said_before = |row: usize| {
        all_known[row - known_rows.start].get_or_init(|| {
            let (text, language) = known_sentence(row);
            Said::read(text, language, &reading.beside, row)
        })
    };
    for (row, sentence) in reading.sentences.iter().enumerate() {
        let mut met: Vec<usize> = Vec::new();
        near.find_row(rows.row(row), |other, _| met.push(other as usize));
        let told: FxHashSet<Term> =
            met.iter().flat_map(|&other| reading.beside.of(other)).copied().collect();
        let is_told = |term| told.contains(&term);
        let repeats = !met.is_empty() && idf.share(reading.terms.of(row), is_told) >= HELD;
        let is_news = || {
            let article = sentence.article as usize;
            let language = reading.languages[article].unwrap_or_default();
            let text = sentence.span.of(&cluster.articles[article].text);
            let before: Vec<_> = met.iter().map(|&other| said_before(other)).collect();
            Said::read(text, language, &reading.terms, row).is_news(&before)
        };
        let news = repeats && is_news();
        heard.news.extend(news.then_some(row as u32));
        heard.repeats.push(repeats && !news);
    }
    heard
}
