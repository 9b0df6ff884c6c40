//! Ranking a cluster in which some articles are copies of others.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::rank::{RankInput, Ranker, Salience};
use crate::reading::Reading;
use crate::select::SUPPORT_THRESHOLD;
use crate::vector::{Rows, Term, article_centrality, by_article};

/// How much the sentences and the articles of a cluster matter.
pub(super) struct Ranking {
    /// By sentence: 1 is the average.
    pub(super) salience: Vec<f64>,
    /// By article, to the last that has a sentence.
    pub(super) centrality: Vec<f64>,
    pub(super) rounds: usize,
    pub(super) converged: bool,
}

/// A copy has so much to say in the graph of sentences beside 1 for another article: what is carried
/// by several is worth more to readers, but must not drown the rest (eval/ABLATION.md).
const COPY: f64 = 0.7;
/// All copies of a text together have so much to say, at most.
const COPIES: f64 = 2.0;

impl Ranking {
    /// Ranks a cluster whose rows are `rows`. `voters` has for each article the one that stands for
    /// all copies of its text, itself where it has none; `nearness` has for each sentence how near it is to the query.
    pub(super) fn new(
        ranker: &dyn Ranker,
        reading: &Reading,
        rows: &Rows,
        voters: &[u32],
        nearness: &[f64],
    ) -> Self {
        let sentences = &reading.sentences;
        let article_of = |row: usize| sentences[row].article as usize;
        let is_copy = |article: usize| voters[article] as usize != article;
        let has_copies = (0..voters.len()).any(is_copy);
        let says = says(voters);
        let scaled = |scale: &dyn Fn(usize) -> f64| {
            if has_copies {
                Cow::Owned(rows.scaled(|row| scale(article_of(row)) as f32))
            } else {
                Cow::Borrowed(rows)
            }
        };
        // Nobody is nearer to the others for having copies.
        let originals = scaled(&|article| if is_copy(article) { 0.0 } else { 1.0 });
        let mut centrality = article_centrality(&originals, sentences);
        drop(originals);
        for article in 0..centrality.len() {
            centrality[article] = centrality[voters[article] as usize];
        }
        // A reader starts anew at an article that has to do with the others, and near the query.
        let start = |(row, near): (usize, &f64)| {
            let article = article_of(row);
            (centrality[article] + 1e-9) * says[article] * near
        };
        let teleport: Vec<f64> = nearness.iter().enumerate().map(start).collect();
        let rows_heard = scaled(&|article| says[article]);
        let input = RankInput { sentences, rows: &rows_heard, teleport: Some(&teleport) };
        let Salience { scores, rounds, converged } = ranker.rank(&input);
        assert_eq!(scores.len(), sentences.len(), "a ranker gives one score a sentence");
        let all: f64 = (0..sentences.len()).map(|row| says[article_of(row)]).sum();
        let one = |(row, score): (usize, &f64)| score * all / says[article_of(row)];
        let mut salience: Vec<f64> = scores.iter().enumerate().map(one).collect();
        if has_copies {
            follow_originals(&mut salience, reading, rows, voters);
        }
        Self { salience, centrality, rounds, converged }
    }
}

/// By article: how much it has to say, 1 unless it is a copy.
fn says(voters: &[u32]) -> Vec<f64> {
    // By voter: articles with its text.
    let mut carried = vec![0_u32; voters.len()];
    for &voter in voters {
        carried[voter as usize] += 1;
    }
    let own = |(article, &voter): (usize, &u32)| match carried[voter as usize] {
        _ if voter as usize == article => 1.0,
        articles => COPY.min(COPIES / f64::from(articles - 1)),
    };
    voters.iter().enumerate().map(own).collect()
}

/// Gives each sentence of a copy the salience of the one it is a copy of: with the same words, or
/// with nearly the same in its turn. Linear in the text.
fn follow_originals(salience: &mut [f64], reading: &Reading, rows: &Rows, voters: &[u32]) {
    let (sentences, terms) = (&reading.sentences, &reading.terms);
    let articles = || by_article(sentences).map(|own| (sentences[own.start].article, own));
    let originals: FxHashMap<u32, Range<usize>> =
        articles().filter(|(article, _)| voters[*article as usize] == *article).collect();
    // By article that has copies: its sentences by their words, of equal ones the first.
    let mut by_words: FxHashMap<u32, FxHashMap<&[Term], usize>> = FxHashMap::default();
    for (article, own) in articles() {
        let voter = voters[article as usize];
        let Some(original) = originals.get(&voter).filter(|_| voter != article) else { continue };
        let same_words = by_words
            .entry(voter)
            .or_insert_with(|| original.clone().rev().map(|row| (terms.of(row), row)).collect());
        let mut turn = original.start;
        for row in own {
            let in_turn = || {
                let alike = original.contains(&turn) && rows.dot(turn, row) >= SUPPORT_THRESHOLD;
                alike.then_some(turn)
            };
            if let Some(found) = same_words.get(terms.of(row)).copied().or_else(in_turn) {
                salience[row] = salience[found];
                turn = found + 1;
            }
        }
    }
}
