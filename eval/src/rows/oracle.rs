//! The oracle: how well an extract could score if it knew the references.

use crate::Error;
use crate::rouge::{Metric, Reference, Scorer, Text};

/// A sentence that may be chosen.
#[derive(Debug, Clone, Copy)]
pub struct Sentence<'a> {
    /// Its text, without line breaks.
    pub text: &'a str,
    /// What it costs of the budget.
    pub words: usize,
}

/// The sentences with what they are scored against.
struct Choices<'a> {
    scorer: &'a Scorer,
    sentences: &'a [Sentence<'a>],
    /// Each sentence read on its own.
    texts: Vec<Text>,
    references: &'a [Reference],
    metrics: &'a [Metric],
}

impl<'a> Choices<'a> {
    fn new(
        scorer: &'a Scorer,
        sentences: &'a [Sentence<'a>],
        references: &'a [Reference],
        metrics: &'a [Metric],
    ) -> Result<Self, Error> {
        let known = &scorer.options().metrics;
        if let Some(metric) = metrics.iter().find(|metric| !known.contains(metric)) {
            return Err(Error::InvalidOption {
                option: "a metric of the oracle",
                value: metric.to_string(),
                range: "one of the scorer's metrics",
            });
        }
        let texts = sentences.iter().map(|sentence| scorer.read(sentence.text)).collect();
        Ok(Self { scorer, sentences, texts, references, metrics })
    }

    /// The number that an oracle makes as large as it can: the sum of F of the metrics.
    fn score(&self, chosen: Vec<usize>) -> Result<f64, Error> {
        let found = self.scorer.score_text(&self.join(chosen), self.references)?;
        let scores = self.metrics.iter().filter_map(|&metric| found.get(metric));
        Ok(scores.map(|score| score.f).sum())
    }

    /// The sentences of these numbers as one text, in the order of the text.
    fn join(&self, mut chosen: Vec<usize>) -> Text {
        chosen.sort_unstable();
        if self.scorer.options().limit.is_none() {
            let mut joined = Text::default();
            for at in chosen {
                joined.append(&self.texts[at]);
            }
            return joined;
        }
        // A limit cuts the whole summary, not each sentence.
        let lines: Vec<&str> = chosen.into_iter().map(|at| self.sentences[at].text).collect();
        self.scorer.read(&lines.join("\n"))
    }
}

/// Chooses sentences one after the other, each time the one that raises the sum of F of `metrics` most
/// (the first of equals), until none within the budget raises it. Indices in the order of the text.
///
/// A greedy choice is not the best possible; see [`exact_oracle`]. O(chosen × sentences) scorings.
///
/// # Errors
/// [`Error::NoReference`] for an empty list of references, [`Error::InvalidOption`] for a metric that the scorer
/// does not have.
///
/// ```
/// use nutgraf_eval::rouge::{Metric, Options, Scorer};
/// use nutgraf_eval::rows::{Sentence, greedy_oracle};
///
/// let scorer = Scorer::new(Options::google())?;
/// let references = [scorer.reference("Rain flooded the old town on Monday.")];
/// let texts = ["The fair opens in May.", "Rain flooded the town.", "It was on Monday."];
/// let sentences = texts.map(|text| Sentence { text, words: text.split(' ').count() });
/// assert_eq!(greedy_oracle(&scorer, &sentences, 8, &references, &[Metric::N(1)])?, [1, 2]);
/// # Ok::<(), nutgraf_eval::Error>(())
/// ```
pub fn greedy_oracle(
    scorer: &Scorer,
    sentences: &[Sentence<'_>],
    budget: usize,
    references: &[Reference],
    metrics: &[Metric],
) -> Result<Vec<usize>, Error> {
    let choices = Choices::new(scorer, sentences, references, metrics)?;
    let mut chosen: Vec<usize> = Vec::new();
    let mut used = 0;
    let mut best = 0.0;
    loop {
        let mut raise = None;
        for (at, sentence) in sentences.iter().enumerate() {
            if chosen.contains(&at) || used + sentence.words > budget {
                continue;
            }
            let mut trial = chosen.clone();
            trial.push(at);
            let score = choices.score(trial)?;
            if score > best {
                best = score;
                raise = Some(at);
            }
        }
        let Some(at) = raise else { break };
        used += sentences[at].words;
        chosen.push(at);
    }
    chosen.sort_unstable();
    Ok(chosen)
}

/// The choice within the budget with the largest sum of F of `metrics`, found by trying all of them; `None` when
/// there are more than `limit` choices. Of equal choices the one tried first, that is with the fewest late
/// sentences. Use it to see how far [`greedy_oracle`] is from the best.
///
/// # Errors
/// [`Error::NoReference`] for an empty list of references, [`Error::InvalidOption`] for a metric that the scorer
/// does not have.
pub fn exact_oracle(
    scorer: &Scorer,
    sentences: &[Sentence<'_>],
    budget: usize,
    references: &[Reference],
    metrics: &[Metric],
    limit: usize,
) -> Result<Option<Vec<usize>>, Error> {
    let choices = Choices::new(scorer, sentences, references, metrics)?;
    // Every choice that fits, each an extension of an earlier one by a later sentence.
    let mut fitting = vec![(Vec::new(), 0)];
    let mut next = 0;
    while next < fitting.len() {
        let (chosen, used) = fitting[next].clone();
        let from = chosen.last().map_or(0, |last| last + 1);
        for (at, sentence) in sentences.iter().enumerate().skip(from) {
            if used + sentence.words <= budget {
                let mut longer = chosen.clone();
                longer.push(at);
                fitting.push((longer, used + sentence.words));
            }
        }
        if fitting.len() > limit {
            return Ok(None);
        }
        next += 1;
    }
    let mut best = (0.0, Vec::new());
    for (chosen, _) in fitting {
        let score = choices.score(chosen.clone())?;
        if score > best.0 {
            best = (score, chosen);
        }
    }
    Ok(Some(best.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rouge::{Limit, Options};

    #[test]
    fn exact_is_at_least_as_good_as_greedy() {
        let mut options = Options::google();
        options.metrics = vec![Metric::N(1)];
        let scorer = Scorer::new(options).unwrap();
        // Greedy takes the long sentence with four hits first and has no room left; two short ones have six.
        let texts = ["one two three four five six off", "one two three seven", "four five eight"];
        let sentences = texts.map(|text| Sentence { text, words: text.split(' ').count() });
        let references = [scorer.reference("one two three four five six seven eight")];
        let f = |chosen: Vec<usize>| {
            let text = chosen.iter().map(|&at| texts[at]).collect::<Vec<_>>().join("\n");
            scorer.score_prepared(&text, &references).unwrap().get(Metric::N(1)).unwrap().f
        };
        let metrics = [Metric::N(1)];
        let greedy = greedy_oracle(&scorer, &sentences, 7, &references, &metrics).unwrap();
        let exact =
            exact_oracle(&scorer, &sentences, 7, &references, &metrics, 100).unwrap().unwrap();
        assert_eq!((greedy.as_slice(), exact.as_slice()), (&[0][..], &[1, 2][..]));
        assert!(f(exact) > f(greedy));
        assert_eq!(exact_oracle(&scorer, &sentences, 7, &references, &metrics, 3).unwrap(), None);
    }

    #[test]
    fn a_limit_cuts_the_whole_choice() {
        let mut options = Options::google();
        options.metrics = vec![Metric::N(1)];
        options.limit = Limit::Words(3);
        let scorer = Scorer::new(options).unwrap();
        // After the three words that are scored nothing raises the score.
        let texts = ["one two off", "three off off"];
        let sentences = texts.map(|text| Sentence { text, words: 3 });
        let references = [scorer.reference("one two three")];
        let metrics = [Metric::N(1)];
        let greedy = greedy_oracle(&scorer, &sentences, 6, &references, &metrics).unwrap();
        assert_eq!(greedy, [0]);
        let exact = exact_oracle(&scorer, &sentences, 6, &references, &metrics, 100).unwrap();
        assert_eq!(exact.as_deref(), Some(&[0][..]));
        let unknown = greedy_oracle(&scorer, &sentences, 6, &references, &[Metric::L]);
        assert!(unknown.unwrap_err().to_string().contains("rougeL"));
    }
}
