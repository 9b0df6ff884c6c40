//! Summarise clusters from Rust: `cargo run --example library`.
#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use nutgraf::{Article, Budget, Cluster, Summarizer};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let cluster = Cluster::new(
        "bridge",
        vec![
            Article {
                source: Some("Northern Wire".into()),
                ..Article::new(
                    "wire",
                    "NORVALE (Northern Wire) — The Norvale bridge was closed on Monday after \
                     engineers found a crack in its northern tower.\n\nThe crack is two metres \
                     long. Nobody was hurt.\n\nTags: bridges, Norvale",
                )
            },
            Article {
                source: Some("Norvale Post".into()),
                ..Article::new(
                    "post",
                    "A crack has closed the bridge at Norvale. Engineers found it on Monday in \
                     the northern tower, officials said. Drivers face a detour of 40 kilometres.",
                )
            },
        ],
    );
    let summarizer = Summarizer::builder().budget(Budget::Words(30)).build()?;
    let summary = summarizer.summarize(&cluster)?;
    for sentence in summary.sentences() {
        println!("{} [{}]", sentence.text, sentence.article_id);
        for support in &sentence.support {
            println!("  also in {} ({:.2})", support.article_id, support.similarity);
        }
    }

    // A stream of clusters: worked on side by side, yielded in order.
    for summary in summarizer.summarize_all([cluster]) {
        println!("{} words", summary?.words);
    }
    Ok(())
}
