//! Copies: articles that are one text, cut, reordered or dressed up anew.
//!
//! The texts are compared as sets of five-word shingles; the similarity of two is the share of the
//! smaller set that the larger has (containment, Broder 1997), so that a copy with its tail cut is
//! as similar as a whole one. Candidates come from winnowed fingerprints, an exact count decides.
//!
//! Articles are taken from the longest to the shortest. One that is a copy of an article before it
//! joins that article's group, any other opens its own, so a text is compared with one version of
//! every text met, however many there are. A fingerprint that [`CROWDED`] different texts have is
//! furniture and proposes none. Cost: O(words), but for the candidates, at most
//! `CROWDED` for a fingerprint.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::error::Error;
use crate::group::Settings;
use crate::group::fingerprints::{ShinglesOf, Texts};
use crate::group::shingles::{Shingles, shared};
use crate::group::unlike::all_unlike;
use crate::published::published;

/// Different texts that may share a fingerprint before it is taken for furniture.
const CROWDED: usize = 16;

/// Candidates whose shingles are compared, those with the most shared fingerprints.
const COMPARED: usize = 4;

/// Fewer shared shingles than this, a run of twelve words, make no copy, unless it is all of it.
const FEWEST_SHARED: usize = 8;

/// A version with this share of the longest version's shingles is complete.
const COMPLETE: f64 = 0.9;

/// Least containment of a copy, see [`containment`]: in news clusters true copies lie above it and
/// most shared quotations below.
pub(super) const SIMILARITY: f64 = 0.5;

/// What an article is a copy of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CopyOf {
    /// Place of the article that represents all its copies: the newest complete version, or the
    /// longest where no dates tell. It is no copy itself.
    pub representative: usize,
    /// Share of the smaller one's five-word shingles that the other has, from [`Settings::copy`]
    /// to 1.
    pub similarity: f64,
}

/// By article: what it is a copy of; `None` for articles that are no copies or represent theirs.
/// The result does not depend on the order of the articles, equal ones apart.
///
/// ```
/// use nutgraf::{Article, group::copies};
/// let text = "The bridge at Norvale was closed on Monday after a crack was found in its oldest pier.";
/// let articles = [
///     Article::new("wire", format!("{text} Engineers will inspect it this week.")),
///     Article::new("post", format!("Photo: Ada Lund\n{text}")),
///     Article::new("other", "Rain is expected in the whole of the north on Tuesday, forecasters said."),
/// ];
/// let copies = copies(&articles);
/// assert_eq!(copies[1].map(|copy| copy.representative), Some(0));
/// assert!(copies[0].is_none() && copies[2].is_none());
/// ```
#[must_use]
pub fn copies(articles: &[Article]) -> Vec<Option<CopyOf>> {
    copies_as_similar(articles, SIMILARITY)
}

/// As [`copies`], with another [`Settings::copy`].
///
/// # Errors
/// [`Error::Setting`] when a setting is out of its range.
pub fn copies_with(
    articles: &[Article],
    settings: &Settings,
) -> Result<Vec<Option<CopyOf>>, Error> {
    Ok(copies_as_similar(articles, settings.check()?.copy))
}

/// As [`copies`], with another least containment.
pub(super) fn copies_as_similar(articles: &[Article], similarity: f64) -> Vec<Option<CopyOf>> {
    find(articles, similarity, &|article| Shingles::of(&articles[article]))
}

/// As [`copies`], for articles whose words are numbers already, below `different`: `words` gives
/// those of an article.
pub(crate) fn copies_in_words<'a>(
    articles: &[Article],
    different: usize,
    words: impl Fn(usize) -> &'a [u32] + Sync,
) -> Vec<Option<CopyOf>> {
    if all_unlike(articles.len(), different, &words, SIMILARITY) {
        return vec![None; articles.len()];
    }
    let of = |article| Shingles::of_words(words(article).iter().copied().map(u64::from));
    find(articles, SIMILARITY, &of)
}

fn find(articles: &[Article], similarity: f64, shingles: &ShinglesOf<'_>) -> Vec<Option<CopyOf>> {
    let texts = Texts::read(articles, shingles);
    let mut search = Search {
        articles,
        shingles,
        similarity,
        texts: &texts,
        postings: vec![Vec::new(); texts.fingerprints],
        versions: FxHashMap::default(),
        shared: FxHashMap::default(),
    };
    let mut found: Vec<Option<Match>> = vec![None; articles.len()];
    for &article in &texts.longest_first {
        found[article as usize] = search.leader_of(article);
        if found[article as usize].is_none() {
            search.open(article);
        }
    }
    search.represent(&found)
}

/// The article that opened a group, and how much of it another has.
#[derive(Clone, Copy, Debug)]
struct Match {
    leader: u32,
    similarity: f64,
    /// Share of the leader's shingles that the article has.
    coverage: f64,
}

/// The pass over the articles.
struct Search<'a> {
    articles: &'a [Article],
    shingles: &'a ShinglesOf<'a>,
    similarity: f64,
    texts: &'a Texts,
    /// By common fingerprint: the leaders that have it, at most [`CROWDED`].
    postings: Vec<Vec<u32>>,
    /// The shingles of leaders that were compared, sorted.
    versions: FxHashMap<u32, Vec<u64>>,
    /// Fingerprints shared with each leader: scratch space.
    shared: FxHashMap<u32, u32>,
}

impl Search<'_> {
    /// The leader of the group that the article belongs to.
    fn leader_of(&mut self, article: u32) -> Option<Match> {
        self.shared.clear();
        for &print in &self.texts.common[article as usize] {
            let leaders = &self.postings[print as usize];
            if leaders.len() == CROWDED {
                continue;
            }
            for &leader in leaders {
                *self.shared.entry(leader).or_default() += 1;
            }
        }
        // Half of the true share: a sample of few fingerprints errs.
        let fewest = f64::from(self.texts.sampled[article as usize]) * self.similarity / 2.0;
        let mut candidates: Vec<(u32, u32)> = self
            .shared
            .iter()
            .filter(|&(_, &count)| f64::from(count) >= fewest)
            .map(|(&leader, &count)| (leader, count))
            .collect();
        if candidates.is_empty() {
            return None;
        }
        // Leaders opened earlier are longer, but their numbers do not say so; any order that
        // depends on the articles alone will do.
        let id = |leader: u32| &self.articles[leader as usize].id;
        candidates.sort_unstable_by(|a, b| {
            b.1.cmp(&a.1).then_with(|| id(a.0).cmp(id(b.0))).then(a.0.cmp(&b.0))
        });
        candidates.truncate(COMPARED);
        let own = (self.shingles)(article as usize).into_set();
        let mut best: Option<Match> = None;
        for (leader, _) in candidates {
            let shingles = self.shingles;
            let version =
                self.versions.entry(leader).or_insert_with(|| shingles(leader as usize).into_set());
            if let Some(similarity) = containment(&own, version, self.similarity)
                && best.is_none_or(|best| similarity > best.similarity)
            {
                let coverage = shared(&own, version) as f64 / version.len() as f64;
                best = Some(Match { leader, similarity, coverage });
            }
        }
        best
    }

    /// Makes the article the first version of a text not met before.
    fn open(&mut self, article: u32) {
        for &print in &self.texts.common[article as usize] {
            let leaders = &mut self.postings[print as usize];
            if leaders.len() < CROWDED {
                leaders.push(article);
            }
        }
    }

    /// From leaders to representatives: the newest complete version of each group.
    fn represent(&self, found: &[Option<Match>]) -> Vec<Option<CopyOf>> {
        let mut groups: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (article, found) in (0_u32..).zip(found) {
            if let Some(found) = found {
                groups.entry(found.leader).or_default().push(article);
            }
        }
        let mut leaders: Vec<u32> = groups.keys().copied().collect();
        leaders.sort_unstable();
        let represented: Vec<(u32, Vec<(u32, f64)>)> = leaders
            .par_iter()
            .map(|leader| self.newest_complete(*leader, &groups[leader], found))
            .collect();
        let mut copies = vec![None; self.articles.len()];
        for (representative, members) in represented {
            for (member, similarity) in members {
                let representative = representative as usize;
                copies[member as usize] = Some(CopyOf { representative, similarity });
            }
        }
        copies
    }

    /// The representative of a group and all others with their similarity to it.
    fn newest_complete(
        &self,
        leader: u32,
        members: &[u32],
        found: &[Option<Match>],
    ) -> (u32, Vec<(u32, f64)>) {
        let of_leader = |member: u32| found[member as usize];
        let complete =
            |member: u32| of_leader(member).is_some_and(|found| found.coverage >= COMPLETE);
        let date = |member: u32| published(&self.articles[member as usize]);
        let newer = members
            .iter()
            .copied()
            .filter(|&member| complete(member) && date(member) > date(leader))
            .max_by(|&a, &b| {
                let id = |member: u32| &self.articles[member as usize].id;
                date(a).cmp(&date(b)).then_with(|| id(b).cmp(id(a)))
            });
        if let Some(newest) = newer {
            let set = |member: u32| (self.shingles)(member as usize).into_set();
            let own = set(newest);
            let others = members.iter().copied().filter(|&member| member != newest);
            let similar: Option<Vec<(u32, f64)>> = others
                .chain([leader])
                .map(|member| Some((member, containment(&set(member), &own, self.similarity)?)))
                .collect();
            // Where it is too little like one of the others the longest version stays.
            if let Some(similar) = similar {
                return (newest, similar);
            }
        }
        let similar = members.iter().filter_map(|&m| Some((m, of_leader(m)?.similarity)));
        (leader, similar.collect())
    }
}

/// The share of the smaller set that the larger has, when that makes them copies: it is at least
/// `similarity`, and either half-way from there to 1, or what they share is also two thirds of
/// `similarity` of all they have. Two reports that quote one statement at length share much of
/// the shorter, but little of both.
fn containment(a: &[u64], b: &[u64], similarity: f64) -> Option<f64> {
    let smaller = a.len().min(b.len());
    let count = shared(a, b);
    let share = count as f64 / smaller.max(1) as f64;
    let of_both = count as f64 / (a.len() + b.len() - count).max(1) as f64;
    let enough = share >= f64::midpoint(similarity, 1.0) || of_both >= similarity * 2.0 / 3.0;
    (smaller > 0 && share >= similarity && enough && count >= FEWEST_SHARED.min(smaller))
        .then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of sentences that no two seeds share.
    fn text(seed: u32, sentences: std::ops::Range<u32>) -> String {
        let sentence = |n: u32| {
            let words: Vec<String> = (0..12).map(|w| format!("w{seed}x{n}x{w}")).collect();
            words.join(" ") + ".\n"
        };
        sentences.map(sentence).collect()
    }

    fn dated(id: &str, text: String, day: u32) -> Article {
        Article { published: Some(format!("2024-03-{day:02}")), ..Article::new(id, text) }
    }

    fn shape(articles: &[Article]) -> Vec<Option<usize>> {
        copies(articles).iter().map(|copy| copy.map(|copy| copy.representative)).collect()
    }

    #[test]
    fn much_of_the_shorter_is_not_enough_where_it_is_little_of_both() {
        let short: Vec<u64> = (0..20).collect();
        let from = |first: u64, length: u64| (first..first + length).collect::<Vec<u64>>();
        // Twelve shingles of twenty, and of more and more in all.
        assert_eq!(containment(&short, &from(8, 15), 0.5), Some(12.0 / 15.0));
        assert_eq!(containment(&short, &from(8, 24), 0.5), Some(0.6));
        assert_eq!(containment(&short, &from(8, 200), 0.5), None);
        // Sixteen of twenty are a copy in whatever company.
        assert_eq!(containment(&short, &from(4, 200), 0.5), Some(0.8));
    }

    #[test]
    fn the_newest_complete_version_represents() {
        let articles = [
            dated("first", text(1, 0..10), 1),
            dated("update", text(1, 0..11), 2),
            dated("cut", text(1, 0..4), 3),
            dated("other", text(2, 0..10), 3),
        ];
        assert_eq!(shape(&articles), [Some(1), None, Some(1), None]);
        let again = [dated("late", text(1, 0..10), 4), articles[1].clone()];
        assert_eq!(shape(&again), [None, Some(0)]);
    }

    #[test]
    fn a_shared_quotation_makes_no_copy() {
        let quotation = text(9, 0..3);
        let with = |seed| format!("{}{quotation}", text(seed, 0..8));
        assert_eq!(shape(&[Article::new("a", with(1)), Article::new("b", with(2))]), [None, None]);
    }

    #[test]
    fn texts_without_words_are_nobodys_copies() {
        let empty = || Article::new("a", " \n");
        assert_eq!(shape(&[empty(), empty()]), [None, None]);
    }

    #[test]
    fn one_text_under_many_slugs_is_one_group() {
        let slug = |n| Article::new(format!("slug{n:03}"), text(1, 0..6));
        let articles: Vec<Article> = (0..300).map(slug).collect();
        let copies = copies(&articles);
        assert_eq!(
            copies.iter().flatten().filter(|copy| copy.similarity > 1.0 - 1e-12).count(),
            299
        );
        assert!(copies[0].is_none());
    }
}
