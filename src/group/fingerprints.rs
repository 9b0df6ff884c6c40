//! Which fingerprints the articles of a batch have in common: what may be copies is found by them.

use std::cmp::Reverse;

use rayon::prelude::*;

use crate::article::Article;
use crate::group::shingles::Shingles;

/// Articles that a thread takes at least.
const FEW_ARTICLES: usize = 64;

/// The shingles of the article at a place.
pub(super) type ShinglesOf<'a> = dyn Fn(usize) -> Shingles + Sync + 'a;

/// What the search needs of every article.
pub(super) struct Texts {
    /// By article: its fingerprints that other articles have too, as numbers.
    pub(super) common: Vec<Vec<u32>>,
    /// By article: the number of its fingerprints.
    pub(super) sampled: Vec<u32>,
    /// Number of common fingerprints.
    pub(super) fingerprints: usize,
    /// All articles that have words, the longest first.
    pub(super) longest_first: Vec<u32>,
}

impl Texts {
    pub(super) fn read(articles: &[Article], shingles: &ShinglesOf<'_>) -> Self {
        // (number of shingles, fingerprints)
        let of = |article| {
            let shingles = shingles(article);
            (shingles.len(), shingles.fingerprints())
        };
        let all = 0..articles.len();
        // A few articles are not worth a second thread.
        let read: Vec<(usize, Vec<u64>)> =
            all.into_par_iter().with_min_len(FEW_ARTICLES).map(of).collect();
        let mut longest_first: Vec<u32> =
            (0..articles.len() as u32).filter(|&a| read[a as usize].0 > 0).collect();
        longest_first.sort_by(|&a, &b| {
            let key = |number: u32| {
                let article = &articles[number as usize];
                (Reverse(read[number as usize].0), &article.text, &article.id)
            };
            key(a).cmp(&key(b))
        });
        let mut pairs = Vec::with_capacity(read.iter().map(|(_, prints)| prints.len()).sum());
        for (article, (_, prints)) in (0_u32..).zip(&read) {
            pairs.extend(prints.iter().map(|&print| (print, article)));
        }
        drop(read);
        let mut sampled = vec![0; articles.len()];
        // Most fingerprints are met once, which need not be sorted to tell.
        let met_again = met_again(&pairs);
        pairs.retain(|&(print, article)| {
            let again = met_again(print);
            sampled[article as usize] += u32::from(!again);
            again
        });
        pairs.par_sort_unstable();
        pairs.dedup();
        for &(_, article) in &pairs {
            sampled[article as usize] += 1;
        }
        let mut common = vec![Vec::new(); articles.len()];
        let mut fingerprints = 0;
        for group in pairs.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
            for &(_, article) in group {
                common[article as usize].push(fingerprints as u32);
            }
            fingerprints += 1;
        }
        Self { common, sampled, fingerprints, longest_first }
    }
}

/// Tells fingerprints that are there several times, and a few others, for they are counted by their
/// last bits.
fn met_again(pairs: &[(u64, u32)]) -> impl Fn(u64) -> bool + use<> {
    // Four places for each.
    let places = (4 * pairs.len()).next_power_of_two();
    let place = move |print: u64| print as usize & (places - 1);
    let mut times = vec![0_u8; places];
    for &(print, _) in pairs {
        let times = &mut times[place(print)];
        *times = times.saturating_add(1);
    }
    move |print| times[place(print)] > 1
}
