//! A ranker of your own: `cargo run --example custom_ranker`.
#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::sync::Arc;

use nutgraf::rank::{RankInput, Ranker, Salience};
use nutgraf::{Article, Budget, Cluster, Summarizer};

/// Prefers sentences in the middle of their article.
struct Middle;

impl Ranker for Middle {
    fn rank(&self, input: &RankInput<'_>) -> Salience {
        let weights = input.sentences.iter().map(|sentence| {
            let position = f64::from(sentence.position);
            1.0 / (1.0 + (position - 1.0).abs())
        });
        Salience::from_weights(weights.collect())
    }
}

fn main() -> Result<(), nutgraf::Error> {
    let text = "The fair opened on Friday in heavy rain. Ten thousand people came on the first \
                day alone. It closes on Sunday with a concert.";
    let cluster = Cluster::new("fair", vec![Article::new("post", text)]);
    let summarizer = Summarizer::builder()
        .budget(Budget::Sentences(1))
        .own_ranker("middle", Arc::new(Middle))
        .selector("top")
        .build()?;
    let summary = summarizer.summarize(&cluster)?;
    assert_eq!(summary.text, "Ten thousand people came on the first day alone.");
    println!("{}", summary.text);
    Ok(())
}
