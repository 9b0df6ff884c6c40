//! Time of every stage on clusters that grow tenfold, and of the whole.
//!
//! `cargo bench --bench pipeline [-- FILTER]`
//!
//! `STAGE/SENTENCES`, as sentences a second. A stage whose rate holds from size to size is linear.
//! The text is made by the bench (`benches/news`).

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use nutgraf::rank::{RankInput, Ranker, TextRank};
use nutgraf::text::{Analyzer, Language, segment};
use nutgraf::vector::{Kind, Terms, TermsBuilder, article_centrality, tf_idf};
use nutgraf::{Budget, Cluster, Selection, Summarizer};

mod news;

/// Sentences and articles.
const SIZES: [(usize, usize); 4] = [(75, 3), (1_000, 25), (10_000, 250), (100_000, 2_500)];

/// The spans of a cluster's sentences, by article.
fn segmented(cluster: &Cluster) -> usize {
    cluster.articles.iter().map(|article| segment(&article.text, Language::English).len()).sum()
}

/// The terms of a cluster, and of each sentence its article and place.
fn analysed(cluster: &Cluster, analyzer: &mut Analyzer) -> Terms {
    let mut builder = TermsBuilder::default();
    for article in &cluster.articles {
        for span in segment(&article.text, Language::English) {
            analyzer.terms(span.of(&article.text), |term| {
                builder.push(term.stem, if term.stop { Kind::Stop } else { Kind::Content });
            });
            builder.end_sentence();
        }
    }
    builder.finish()
}

fn stages(criterion: &mut Criterion) {
    for (size, articles) in SIZES {
        let cluster = news::cluster(size, articles);
        let summarizer = Summarizer::builder().build().expect("the default settings are in range");
        let sentences = summarizer.candidates(&cluster).expect("a cluster with sentences").len();
        let mut bench = |stage: &str, work: &mut dyn FnMut()| {
            let mut group = criterion.benchmark_group(stage);
            group.sample_size(10).throughput(Throughput::Elements(sentences as u64));
            group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
                bencher.iter(&mut *work);
            });
            group.finish();
        };
        let mut analyzer = Analyzer::new(Language::English);
        bench("segment", &mut || {
            black_box(segmented(&cluster));
        });
        bench("segment and analyse", &mut || {
            black_box(analysed(&cluster, &mut analyzer));
        });
        let terms = analysed(&cluster, &mut analyzer);
        bench("vectorise", &mut || {
            black_box(tf_idf(&terms));
        });
        let rows = tf_idf(&terms);
        let places = news::places(&cluster);
        bench("centrality", &mut || {
            black_box(article_centrality(&rows, &places));
        });
        let input = RankInput { sentences: &places, rows: &rows, teleport: None };
        bench("rank", &mut || {
            black_box(TextRank::default().rank(&input));
        });
        let ranked = summarizer.rank(&cluster).expect("a cluster with sentences");
        let words = Selection { budget: Budget::Words(100), ..Selection::default() };
        bench("select 100 words", &mut || {
            black_box(ranked.select(&words).is_ok());
        });
        let tenth = Selection { budget: Budget::Ratio(0.1), ..Selection::default() };
        bench("select a tenth", &mut || {
            black_box(ranked.select(&tenth).is_ok());
        });
        bench("end to end", &mut || {
            black_box(summarizer.summarize(&cluster).is_ok());
        });
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);
