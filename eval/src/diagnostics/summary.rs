//! All diagnostics of one summary.

use serde::{Deserialize, Serialize};

use super::concepts::{SharedBigrams, TermCounts, repeated_bigrams};
use super::names::SharedNames;
use super::origin::Places;
use super::terms;
use crate::statistics::mean;

/// What can be said of a summary beside ROUGE. A measure is absent where it is not defined.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Diagnostics {
    /// Share of the summary's bigrams (within lines) that repeat an earlier one: 1 − distinct / all.
    /// Lower is better; absent without bigrams.
    pub redundancy: Option<f64>,
    /// Share of the names and numbers found in more than half of the articles that the summary has.
    /// A name is a run of words with a capital that stand inside a sentence; a number is a word with a digit.
    /// Higher is better; absent for a single article, or where the articles share none.
    pub names: Option<f64>,
    /// Share of the weight of all bigrams found in two articles or more that the summary covers, a bigram's weight
    /// being the number of its articles (Gillick and Favre 2009 weight concepts so). Higher is better.
    pub concepts: Option<f64>,
    /// Jensen–Shannon divergence of the term distributions of articles P and summary Q in bits, from 0 (the same)
    /// to 1: ½ KL(P‖M) + ½ KL(Q‖M) with M = ½ (P + Q) (Louis and Nenkova 2013). Lower is better.
    pub divergence: Option<f64>,
    /// How evenly the summary's lines come from the articles: entropy of the shares / ln min(articles, lines).
    /// 1 is even, 0 a single article; of the lines found word for word in an article, if two or more.
    pub balance: Option<f64>,
    /// Mean place of the summary's lines in their articles, 0 the first word, 1 the end; same lines.
    pub position: Option<f64>,
    /// Kendall's τ of the order of the lines and that of the references ([`Told`]). Higher is better.
    ///
    /// [`Told`]: crate::diagnostics::Told
    #[serde(default)]
    pub order: Option<f64>,
}

/// The number of one measure of [`Diagnostics`].
pub(crate) type Measure = fn(&Diagnostics) -> Option<f64>;

impl Diagnostics {
    /// The measures by name, and whether a higher value is better (`None`: neither end is).
    pub(crate) const MEASURES: [(&'static str, Measure, Option<bool>); 7] = [
        ("redundancy", |d| d.redundancy, Some(false)),
        ("names", |d| d.names, Some(true)),
        ("concepts", |d| d.concepts, Some(true)),
        ("divergence", |d| d.divergence, Some(false)),
        ("balance", |d| d.balance, None),
        ("position", |d| d.position, None),
        ("order", |d| d.order, Some(true)),
    ];

    /// The mean of each measure over those that have it.
    #[must_use]
    pub fn mean(each: &[Self]) -> Self {
        let mean = |measure: Measure| {
            let values: Vec<f64> = each.iter().filter_map(measure).collect();
            (!values.is_empty()).then(|| mean(values.into_iter()))
        };
        Self {
            redundancy: mean(|d| d.redundancy),
            names: mean(|d| d.names),
            concepts: mean(|d| d.concepts),
            divergence: mean(|d| d.divergence),
            balance: mean(|d| d.balance),
            position: mean(|d| d.position),
            order: mean(|d| d.order),
        }
    }
}

/// The articles of a cluster, read once for many summaries.
///
/// ```
/// use nutgraf_eval::diagnostics::Articles;
///
/// let articles = Articles::new(&["A storm hit Oban. Ferries stopped.", "Ferries stopped when a storm hit Oban."]);
/// let found = articles.diagnose("A storm hit Oban.");
/// assert_eq!(found.names, Some(1.0));
/// assert_eq!(found.redundancy, Some(0.0));
/// ```
#[derive(Debug, Default)]
pub struct Articles {
    counts: TermCounts,
    bigrams: SharedBigrams,
    names: SharedNames,
    places: Places,
}

impl Articles {
    /// Reads the articles' texts; there may be none. O(text) time and memory.
    #[must_use]
    pub fn new(texts: &[impl AsRef<str>]) -> Self {
        let articles: Vec<Vec<Vec<String>>> =
            texts.iter().map(|text| terms(text.as_ref())).collect();
        Self {
            counts: TermCounts::new(articles.iter().flatten().flatten()),
            bigrams: SharedBigrams::new(&articles),
            names: SharedNames::new(texts),
            places: Places::new(&articles),
        }
    }

    /// The measures of one summary, whose lines are its sentences; all but the order.
    #[must_use]
    pub fn diagnose(&self, summary: &str) -> Diagnostics {
        let lines = terms(summary);
        let (balance, position) = self.places.balance_and_position(&lines);
        Diagnostics {
            redundancy: repeated_bigrams(&lines),
            names: self.names.coverage(summary),
            concepts: self.bigrams.coverage(&lines),
            divergence: self.counts.divergence(&TermCounts::new(lines.iter().flatten())),
            balance,
            position,
            order: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLES: [&str; 2] = [
        "The ferry to Lismore was cancelled. Wind reached 90 km in Oban.\nSchools in Oban closed.",
        "Schools closed as wind reached 90 km. The ferry was late, said Anna Reid of Oban.",
    ];

    #[test]
    fn a_summary_by_hand() {
        let articles = Articles::new(&ARTICLES);
        let found = articles.diagnose("Schools in Oban closed.\nSchools in Oban closed.");
        // 3 + 3 bigrams, 3 distinct; Oban of {oban, 90} is there.
        assert_eq!(found.redundancy, Some(0.5));
        assert_eq!(found.names, Some(0.5));
        // Both lines come from the first article of two: entropy 0.
        assert_eq!(found.balance, Some(0.0));
        // Line at term 12 of 16.
        assert_eq!(found.position, Some(0.75));
        assert!(found.divergence.is_some_and(|d| d > 0.3 && d < 1.0), "{found:?}");
    }

    #[test]
    fn divergence_has_its_ends() {
        let articles = Articles::new(&["alpha beta beta gamma"]);
        let same = articles.diagnose("beta alpha gamma beta").divergence.unwrap();
        let other = articles.diagnose("delta epsilon").divergence.unwrap();
        assert!(same.abs() < 1e-12 && (other - 1.0).abs() < 1e-12, "{same} {other}");
        // P = (½, ½), Q = (1, 0), M = (¾, ¼): ½ (½ lb ⅔ + ½ lb 2) + ½ lb 4/3 = 0.311278.
        let half = Articles::new(&["alpha beta"]).diagnose("alpha").divergence.unwrap();
        assert!((half - 0.311_278).abs() < 1e-6, "{half}");
    }

    #[test]
    fn concepts_are_weighted_by_articles() {
        let articles = Articles::new(&["red fox ran", "red fox sat", "red fox ran home"]);
        // Shared: red-fox in 3, fox-ran in 2 articles.
        assert_eq!(articles.diagnose("A red fox.").concepts, Some(0.6));
        assert_eq!(articles.diagnose("red fox ran").concepts, Some(1.0));
        assert_eq!(Articles::new(&["red fox"]).diagnose("red fox").concepts, None);
    }

    #[test]
    fn nothing_is_no_measure() {
        let nothing: [&str; 0] = [];
        assert_eq!(Articles::new(&nothing).diagnose(""), Diagnostics::default());
    }
}
