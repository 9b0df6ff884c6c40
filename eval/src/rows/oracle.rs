//! The oracle: how well an extract could score if it knew the references.

use crate::Error;
use crate::rouge::Text;
use crate::rouge::{Metric, Reference, Scorer};

/// A sentence that may be chosen.
#[derive(Debug, Clone, Copy)]
pub struct Sentence<'a> {
    /// Its text, without line breaks.
    pub text: &'a str,
    /// What it costs of the budget.
    pub words: usize,
}

/// The number that an oracle makes as large as it can: the mean F of these metrics.
fn objective(
    scorer: &Scorer,
    text: &Text,
    references: &[Reference],
    metrics: &[Metric],
) -> Result<f64, Error> {
    let scores = scorer.score_text(text, references)?;
    let sum: f64 =
        metrics.iter().filter_map(|&metric| scores.get(metric)).map(|score| score.f).sum();
    Ok(sum)
}

/// Chooses sentences one after the other, each time the one that raises the sum of F of `metrics` most
/// (the first of equals), until none within the budget raises it. Indices in the order of the text.
///
/// A greedy choice is not the best possible; see [`exact_oracle`]. O(chosen × sentences) scorings.
///
/// # Errors
/// [`Error::NoReference`] for an empty list of references.
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
    let texts: Vec<Text> = sentences.iter().map(|sentence| scorer.read(sentence.text)).collect();
    let mut chosen: Vec<usize> = Vec::new();
    let mut used = 0;
    let mut best = 0.0;
    loop {
        let mut raise = None;
        for at in 0..sentences.len() {
            if chosen.contains(&at) || used + sentences[at].words > budget {
                continue;
            }
            let mut trial = chosen.clone();
            trial.push(at);
            let score = objective(scorer, &join(&texts, trial), references, metrics)?;
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

/// The sentences of these numbers as one text, in the order of the text.
fn join(texts: &[Text], mut chosen: Vec<usize>) -> Text {
    chosen.sort_unstable();
    let mut joined = Text::default();
    for at in chosen {
        joined.append(&texts[at]);
    }
    joined
}
