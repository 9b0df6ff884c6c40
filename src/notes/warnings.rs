//! What an editor should look at before the summary goes out.

use crate::notes::Context;
use crate::notes::tolls::tolls;
use crate::select::Budget;
use crate::summary::Summary;
use crate::text::Language;
use crate::vector::{Term, article_vector, by_article};

/// An article less central than this has little to do with the others.
const STRANGE: f64 = 0.1;
/// Two articles whose summed rows have a smaller cosine are not tied to one another. In the
/// corpora at hand, an article and its nearest neighbour in its own cluster have 0.2 and more,
/// in another cluster 0.15 and less.
const TIED: f64 = 0.16;
/// Clusters of more articles are not looked at for two stories: pairs are compared.
const MOST_ARTICLES: usize = 200;

/// The warnings, in a fixed order. `chosen` are the summary's sentences.
pub(crate) fn warnings(
    context: &Context<'_>,
    language: Language,
    budget: Budget,
    chosen: &[u32],
    summary: &Summary,
) -> Vec<String> {
    let mut found = tolls(context, chosen);
    let read: Vec<usize> = by_article(context.sentences)
        .map(|group| context.sentences[group.start].article as usize)
        .collect();
    if read.len() > 2 {
        for &article in read.iter().filter(|&&article| context.centrality[article] < STRANGE) {
            let id = &context.cluster.articles[article].id;
            found.push(format!("article {id:?} has little to do with the others"));
        }
    }
    let named = |articles: &[usize]| {
        let ids: Vec<String> =
            articles.iter().map(|&a| format!("{:?}", context.cluster.articles[a].id)).collect();
        ids.join(", ")
    };
    let empty: Vec<usize> = context
        .read()
        .map(|(article, ..)| article)
        .filter(|article| read.binary_search(article).is_err())
        .collect();
    if !empty.is_empty() {
        let count = context.read().count();
        found.push(format!(
            "{} of {count} articles have no text to read: {}",
            empty.len(),
            named(&empty)
        ));
    }
    let foreign = context.read().filter(|(.., own)| *own != language);
    let foreign: Vec<usize> = foreign.map(|(article, ..)| article).collect();
    if !foreign.is_empty() {
        let kind = if foreign.len() == 1 { "one article is" } else { "some articles are" };
        found.push(format!(
            "{kind} in another language than the summary and can only support it: {}",
            named(&foreign)
        ));
    }
    if let Some((larger, smaller)) = two_stories(context) {
        found.push(format!(
            "the cluster looks like two stories: {} and {}",
            named(&larger),
            named(&smaller)
        ));
    }
    let words: usize = context.sentences.iter().map(|sentence| sentence.words as usize).sum();
    if let Budget::Words(limit) = budget
        && words <= limit
    {
        found.push(format!(
            "there is little text: {words} words for a budget of {limit}; the summary has {}",
            summary.words
        ));
    }
    found
}

/// The two largest groups of articles that are tied to one another but not to the other group,
/// where the smaller has at least two.
fn two_stories(context: &Context<'_>) -> Option<(Vec<usize>, Vec<usize>)> {
    if !(4..=MOST_ARTICLES).contains(&by_article(context.sentences).count()) {
        return None;
    }
    let mut articles: Vec<usize> = Vec::new();
    // By article, each of length 1.
    let mut vectors: Vec<Vec<(Term, f64)>> = Vec::new();
    // Groups by single link: every article points at the first of its group.
    let mut group: Vec<usize> = Vec::new();
    let mut dense = vec![0.0; context.rows.width()];
    for rows in by_article(context.sentences) {
        articles.push(context.sentences[rows.start].article as usize);
        let (mut vector, length) = article_vector(context.rows, rows, &mut dense);
        for (term, weight) in &mut vector {
            *weight /= length;
            dense[*term as usize] = *weight;
        }
        let article = group.len();
        group.push(article);
        for (other, earlier) in vectors.iter().enumerate() {
            let cosine = || -> f64 {
                earlier.iter().map(|&(term, weight)| weight * dense[term as usize]).sum()
            };
            // Most are in one group soon, and few pairs are compared.
            if group[article] != group[other] && cosine() >= TIED {
                let (one, two) = (group[article], group[other]);
                group.iter_mut().filter(|g| **g == one.max(two)).for_each(|g| *g = one.min(two));
            }
        }
        for &(term, _) in &vector {
            dense[term as usize] = 0.0;
        }
        vectors.push(vector);
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for first in 0..vectors.len() {
        let members: Vec<usize> =
            (0..vectors.len()).filter(|&at| group[at] == first).map(|at| articles[at]).collect();
        groups.push(members);
    }
    groups.sort_by_key(|members| std::cmp::Reverse(members.len()));
    let smaller = groups.swap_remove(1);
    (smaller.len() > 1).then(|| (groups.swap_remove(0), smaller))
}
