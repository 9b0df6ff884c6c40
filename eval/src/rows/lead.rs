//! Leads and random choices: what a summary must beat.

use rustc_hash::FxHashMap;

use super::Sentence;
use crate::diagnostics::terms;
use crate::harness::{first_words, words};
use crate::statistics::SplitMix64;

/// The first sentence of every article, then the second of every article, and so on, cut at the budget
/// in the middle of a sentence if need be. Lines are sentences.
///
/// ```
/// use nutgraf_eval::rows::{Sentence, lead_round_robin};
///
/// let sentence = |text| Sentence { text, words: str::split(text, ' ').count() };
/// let articles = [
///     vec![sentence("Rain fell."), sentence("It fell all day.")],
///     vec![sentence("The river rose."), sentence("Roads closed.")],
/// ];
/// assert_eq!(lead_round_robin(&articles, 7), "Rain fell.\nThe river rose.\nIt fell");
/// ```
#[must_use]
pub fn lead_round_robin(articles: &[Vec<Sentence<'_>>], budget: usize) -> String {
    cut_at(round_robin(articles), budget)
}

/// As [`lead_round_robin`], but in whole sentences: it ends before the first that does not fit.
#[must_use]
pub fn lead_whole_sentences(articles: &[Vec<Sentence<'_>>], budget: usize) -> String {
    let mut used = 0;
    let fitting = round_robin(articles).take_while(|sentence| {
        used += sentence.words;
        used <= budget
    });
    fitting.map(|sentence| sentence.text).collect::<Vec<_>>().join("\n")
}

/// The start of the article that is most like the others, then of the next, cut at the budget.
///
/// Likeness is the mean cosine of the articles' term vectors, (1 + ln count) · ln(1 + articles / articles with the
/// term); the first of equals comes first.
#[must_use]
pub fn lead_most_central(articles: &[Vec<Sentence<'_>>], budget: usize) -> String {
    let order = by_centrality(articles);
    cut_at(order.into_iter().flat_map(|article| articles[article].iter().copied()), budget)
}

/// Whole sentences in random order as long as they fit, set back into the order of the text: one summary for
/// each seed.
#[must_use]
pub fn random_summaries(
    articles: &[Vec<Sentence<'_>>],
    budget: usize,
    seeds: &[u64],
) -> Vec<String> {
    let sentences: Vec<Sentence<'_>> = articles.iter().flatten().copied().collect();
    let draw = |&seed: &u64| {
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        SplitMix64::new(seed).shuffle(&mut order);
        let mut used = 0;
        let mut chosen: Vec<usize> = order
            .into_iter()
            .filter(|&at| {
                let fits = used + sentences[at].words <= budget;
                used += if fits { sentences[at].words } else { 0 };
                fits
            })
            .collect();
        chosen.sort_unstable();
        chosen.into_iter().map(|at| sentences[at].text).collect::<Vec<_>>().join("\n")
    };
    seeds.iter().map(draw).collect()
}

fn round_robin<'t>(articles: &[Vec<Sentence<'t>>]) -> impl Iterator<Item = Sentence<'t>> {
    let longest = articles.iter().map(Vec::len).max().unwrap_or(0);
    (0..longest).flat_map(|at| articles.iter().filter_map(move |article| article.get(at).copied()))
}

fn cut_at<'t>(sentences: impl Iterator<Item = Sentence<'t>>, budget: usize) -> String {
    let mut lines = Vec::new();
    let mut left = budget;
    for sentence in sentences {
        if left == 0 {
            break;
        }
        lines.push(if sentence.words <= left { sentence.text } else { start_of(sentence, left) });
        left = left.saturating_sub(sentence.words);
    }
    lines.join("\n")
}

/// The start of a sentence that costs at most `budget`. Where the cost is not that of words between blanks
/// (scripts without them), characters share it evenly.
fn start_of(sentence: Sentence<'_>, budget: usize) -> &str {
    if words(sentence.text).count() == sentence.words {
        return first_words(sentence.text, budget);
    }
    let characters = sentence.text.chars().count() * budget / sentence.words.max(1);
    sentence
        .text
        .char_indices()
        .nth(characters)
        .map_or(sentence.text, |(end, _)| &sentence.text[..end])
}

fn by_centrality(articles: &[Vec<Sentence<'_>>]) -> Vec<usize> {
    let count = |article: &Vec<Sentence<'_>>| {
        let mut counts: FxHashMap<String, f64> = FxHashMap::default();
        for term in article.iter().flat_map(|sentence| terms(sentence.text)).flatten() {
            *counts.entry(term).or_default() += 1.0;
        }
        let mut counts: Vec<(String, f64)> = counts.into_iter().collect();
        // Sums run in this order, so that they are the same on every machine.
        counts.sort_by(|a, b| a.0.cmp(&b.0));
        counts
    };
    let mut vectors: Vec<Vec<(String, f64)>> = articles.iter().map(count).collect();
    let mut with_term: FxHashMap<String, f64> = FxHashMap::default();
    for (term, _) in vectors.iter().flatten() {
        *with_term.entry(term.clone()).or_default() += 1.0;
    }
    for vector in &mut vectors {
        for (term, weight) in vector.iter_mut() {
            *weight = (1.0 + libm::log(*weight))
                * libm::log(1.0 + articles.len() as f64 / with_term[term]);
        }
        let norm = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        for (_, weight) in vector.iter_mut() {
            *weight /= norm;
        }
    }
    let centrality: Vec<f64> = (0..vectors.len())
        .map(|one| {
            (0..vectors.len())
                .filter(|&other| other != one)
                .map(|other| dot(&vectors[one], &vectors[other]))
                .sum()
        })
        .collect();
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|&a, &b| centrality[b].total_cmp(&centrality[a]));
    order
}

/// The dot product of two vectors sorted by term.
fn dot(left: &[(String, f64)], right: &[(String, f64)]) -> f64 {
    let (mut at, mut sum) = (0, 0.0);
    for (term, weight) in left {
        while right.get(at).is_some_and(|(other, _)| other < term) {
            at += 1;
        }
        if let Some((other, other_weight)) = right.get(at)
            && other == term
        {
            sum += weight * other_weight;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles<'t>(texts: &[&[&'t str]]) -> Vec<Vec<Sentence<'t>>> {
        let sentence = |&text: &&'t str| Sentence { text, words: text.split(' ').count() };
        texts.iter().map(|article| article.iter().map(sentence).collect()).collect()
    }

    #[test]
    fn whole_sentences_end_before_the_budget() {
        let articles = articles(&[&["One two three.", "Four."], &["Five six seven eight."]]);
        assert_eq!(lead_whole_sentences(&articles, 6), "One two three.");
        assert_eq!(lead_whole_sentences(&articles, 7), "One two three.\nFive six seven eight.");
        assert_eq!(lead_whole_sentences(&articles, 2), "");
    }

    #[test]
    fn the_most_central_article_leads() {
        let articles = articles(&[
            &["Tickets for the fair are sold."],
            &["The dam broke and water ran into the valley."],
            &["The dam in the valley broke on Monday."],
        ]);
        assert!(lead_most_central(&articles, 5).starts_with("The dam"));
    }

    #[test]
    fn unspaced_text_is_cut_by_its_cost() {
        let sentence = Sentence { text: "東京で地震が起きた", words: 9 };
        assert_eq!(lead_round_robin(&[vec![sentence]], 4), "東京で地");
    }

    #[test]
    fn random_summaries_fit_and_follow_their_seed() {
        let articles = articles(&[&["a b", "c d e", "f"], &["g h i", "j"]]);
        let drawn = random_summaries(&articles, 5, &[1, 2, 3, 4, 5, 6, 7, 8]);
        assert!(drawn.iter().all(|text| text.split_whitespace().count() <= 5));
        assert_eq!(drawn, random_summaries(&articles, 5, &[1, 2, 3, 4, 5, 6, 7, 8]));
        assert!(drawn.iter().any(|text| *text != drawn[0]));
    }
}
