//! Whether articles can be copies at all: decided by their words, before any shingle is hashed.

use crate::group::shingles::SHINGLE_WORDS;

/// Where a word has been met.
#[derive(Clone, Copy)]
struct Met {
    /// The article that has it, [`SEVERAL`] where several have.
    article: u32,
    /// How many times.
    times: u32,
}

/// No article's number.
const SEVERAL: u32 = u32::MAX;

/// True when no two articles can have a containment of `similarity`. `words` gives the words of an
/// article, as numbers below `different`.
///
/// A shingle is not shared if one of its words is in no other article. If one of its words stands only
/// once, the shingle is no repetition either, so it surely counts in the set of shingles. In most
/// articles these shingles alone outweigh all others. Exact; O(words).
pub(super) fn all_unlike<'a>(
    articles: usize,
    different: usize,
    words: &impl Fn(usize) -> &'a [u32],
    similarity: f64,
) -> bool {
    let mut met = vec![Met { article: SEVERAL, times: 0 }; different];
    for article in 0..articles {
        let own = article as u32;
        for &word in words(article) {
            let Met { article, times } = &mut met[word as usize];
            // Where a word has been is unpredictable, so there is no branch on it, here and below.
            *article = if *times == 0 || *article == own { own } else { SEVERAL };
            *times += 1;
        }
    }
    (0..articles).all(|article| is_unlike(words(article), &met, similarity))
}

/// True when no other article can have as much as `similarity` of this one's set of shingles, even if
/// all shingles that may be shared are shared.
fn is_unlike(words: &[u32], met: &[Met], similarity: f64) -> bool {
    let shingle = SHINGLE_WORDS.min(words.len());
    if shingle == 0 {
        return true;
    }
    // Shingles that end before these places have a word that stands once, and one that no other
    // article has.
    let (mut unique_until, mut own_until) = (0, 0);
    let (mut unique, mut own) = (0, 0);
    for (place, &word) in words.iter().enumerate() {
        let Met { article, times } = met[word as usize];
        unique_until = if times == 1 { place + shingle } else { unique_until };
        own_until = if article == SEVERAL { own_until } else { place + shingle };
        let ends_one = place + 1 >= shingle;
        unique += usize::from(ends_one && place < unique_until);
        own += usize::from(ends_one && place < own_until);
    }
    let shared = words.len() + 1 - shingle - own;
    // Of shingles that may repeat one another, one surely counts.
    let in_set = unique + (own - unique).min(1) + shared;
    (shared as f64) < similarity * in_set as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unlike(articles: &[&[u32]]) -> bool {
        all_unlike(articles.len(), 100, &|article| articles[article], 0.5)
    }

    #[test]
    fn what_may_be_half_of_an_article_may_be_a_copy() {
        let of = |own: std::ops::Range<u32>, shared: u32| -> Vec<u32> {
            own.chain(50..50 + shared).collect()
        };
        // Eight shingles, of which the last so many have shared words alone.
        let (most, half) = (of(0..5, 7), of(10..14, 8));
        assert!(unlike(&[&most, &of(20..25, 7)]));
        assert!(!unlike(&[&half, &of(20..25, 8)]));
        // Shingles that stand several times in one article may be the same one.
        let repeating = [[1; 10].as_slice(), &of(30..31, 9)].concat();
        assert!(!unlike(&[&repeating, &of(20..25, 9)]));
    }

    #[test]
    fn few_words_are_one_shingle() {
        assert!(unlike(&[&[1, 2], &[3, 2], &[]]));
        assert!(!unlike(&[&[1, 2], &[1, 2]]));
        assert!(unlike(&[&[1, 2]]) && unlike(&[]));
    }
}
