//! Laws that every score obeys, and cases worked out by hand.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::float_cmp, reason = "both sides are rounded alike")]
#![expect(clippy::similar_names, reason = "scorer and scores")]

use nutgraf_eval::rouge::{Limit, Metric, Multi, Options, Score, Scorer, StopWords, Tokenizer};
use proptest::prelude::*;
use std::sync::Arc;

fn google(metrics: &str) -> Options {
    let mut options = Options::google();
    options.metrics = Metric::parse_list(metrics).unwrap();
    options
}

fn rouge155(metrics: &str) -> Options {
    let mut options = Options::rouge155();
    options.metrics = Metric::parse_list(metrics).unwrap();
    options
}

/// Scores by one metric.
fn score(options: Options, candidate: &str, references: &[&str]) -> Score {
    let metric = options.metrics[0];
    Scorer::new(options).unwrap().score(candidate, references).unwrap().get(metric).unwrap()
}

fn close(got: Score, p: f64, r: f64, f: f64) {
    let off = [got.p - p, got.r - r, got.f - f].map(f64::abs);
    assert!(off.iter().all(|off| *off < 1e-9), "{got:?}, want {p} {r} {f}");
}

const BOTH: [fn(&str) -> Options; 2] = [google, rouge155];

#[test]
fn clipped_bigrams_by_hand() {
    // Candidate: red fox, fox ran, ran red, red fox; reference: red fox, fox ran, ran home.
    for profile in BOTH {
        let got = score(profile("rouge2"), "red fox ran red fox", &["Red fox ran home."]);
        let rounded = [0.5, 2.0 / 3.0, 4.0 / 7.0].map(|x: f64| (x * 1e5).round() / 1e5);
        assert_eq!([got.p, got.r, got.f].map(|x| (x * 1e5).round() / 1e5), rounded);
    }
}

#[test]
fn the_union_over_candidate_sentences_is_clipped() {
    // Reference sentence 1 2 3 4 5 against 1 2 6 and 1 3 5: the union is 1 2 3 5.
    let (candidate, reference) = ("one two six\none three five", "one two three four five");
    close(score(google("rougeLsum"), candidate, &[reference]), 4.0 / 6.0, 0.8, 8.0 / 11.0);
    // rougeL of the google profile ignores lines: one two three five.
    close(score(google("rougeL"), candidate, &[reference]), 4.0 / 6.0, 0.8, 8.0 / 11.0);
    // The candidate has one `rain` for two reference sentences.
    close(score(google("rougeLsum"), "rain", &["rain\nrain"]), 1.0, 0.5, 2.0 / 3.0);
    // On ties the walk goes back along the reference: both positions are marked, by two candidate sentences.
    close(score(google("rougeLsum"), "x y\nz x", &["x x"]), 0.5, 1.0, 2.0 / 3.0);
}

#[test]
fn weighted_runs_by_hand() {
    // Weight 2, five words: one run of 3 gives 9; base 25, weighted again 625; R = √(9/625) = 3/25, P = √(9/25) = 3/5.
    close(score(rouge155("rougeW-2"), "a b c x y", &["a b c d e"]), 0.6, 0.12, 0.2);
}

#[test]
fn skip_bigrams_by_hand() {
    // 6 pairs each; shared: (fire, the) (fire, roof) (the, roof). Unigrams less the last: fire, the of 3.
    let (candidate, reference) = ("fire damaged the roof", "fire hit the roof");
    close(score(rouge155("rougeS*"), candidate, &[reference]), 0.5, 0.5, 0.5);
    close(score(rouge155("rougeSU*"), candidate, &[reference]), 0.55556, 0.55556, 0.55556);
    // Without a gap only neighbours count: the roof.
    close(score(rouge155("rougeS0"), candidate, &[reference]), 0.33333, 0.33333, 0.33333);
    close(score(rouge155("rougeSU4"), "fire", &["fire"]), 0.0, 0.0, 0.0);
}

#[test]
fn three_rules_for_several_references() {
    let references = ["snow fell", "snow fell on the northern hills"];
    let with = |profile: fn(&str) -> Options, multi| {
        let mut options = profile("rouge1");
        options.multi = multi;
        score(options, "snow fell early", &references)
    };
    // Against each: P 2/3 R 1 F .8, and P 2/3 R 1/3 F 4/9.
    close(with(google, Multi::Best), 2.0 / 3.0, 1.0, 0.8);
    close(with(google, Multi::Average), 2.0 / 3.0, 2.0 / 3.0, f64::midpoint(0.8, 4.0 / 9.0));
    close(with(google, Multi::Pooled), 4.0 / 6.0, 4.0 / 8.0, 4.0 / 7.0);
    // From the rounded .66667 and .50000.
    close(with(rouge155, Multi::Pooled), 0.66667, 0.5, 0.57143);
    close(with(rouge155, Multi::Best), 0.66667, 1.0, 0.8);
}

#[test]
fn alpha_weighs_precision_and_recall() {
    for (alpha, f) in [(0.0, 0.5), (1.0, 1.0), (0.5, 0.66667)] {
        let mut options = rouge155("rouge1");
        options.alpha = alpha;
        close(score(options, "ice melts", &["ice melts in spring"]), 1.0, 0.5, f);
    }
}

#[test]
fn limits_cut_candidate_and_references() {
    let mut options = rouge155("rouge1");
    options.limit = Limit::Words(3);
    // "one two three" of five words against "one two four" of four.
    close(
        score(options.clone(), "one two three four five", &["one two four five"]),
        0.66667,
        0.66667,
        0.66667,
    );
    // The blanks at the start are a word: the second line is lost.
    close(score(options, "  one two\nthree", &["one two three"]), 1.0, 0.66667, 0.80000);
    let mut options = rouge155("rougeL");
    options.limit = Limit::Bytes(10);
    // Sentences of the reference stay whole: 6 words; the n-gram counts see ten bytes.
    close(score(options, "aa bb", &["aa bb cc\ndd ee ff"]), 1.0, 0.33333, 0.5);
}

#[test]
fn google_scores_every_metric_on_the_cut_text() {
    let limited = |metrics, bytes| {
        let mut options = google(metrics);
        options.limit = Limit::Bytes(bytes);
        options
    };
    // Of the reference "aaa xxx xxx" and "bbb" are left.
    for metric in ["rougeL", "rougeLsum"] {
        let found = score(limited(metric, 14), "aaa bbb ccc", &["aaa xxx xxx\nbbb yyy yyy yyy"]);
        close(found, 2.0 / 3.0, 0.5, 4.0 / 7.0);
    }
}

#[test]
fn stop_words_go_before_stemming() {
    let mut options = rouge155("rouge1");
    options.stem = true;
    options.stop_words = Some(Arc::new(["the", "using"].into_iter().collect::<StopWords>()));
    // "using" goes, "used" stays and loses its ending.
    let scorer = Scorer::new(options).unwrap();
    assert_eq!(scorer.tokens("Using the tools, used"), [["tool", "us"]]);
}

#[test]
fn unicode_scores_text_that_ascii_cannot_read() {
    let (candidate, reference) = ("Выборы прошли спокойно", "Выборы прошли в Москве");
    close(score(google("rouge1"), candidate, &[reference]), 0.0, 0.0, 0.0);
    let mut options = google("rouge1");
    options.tokenizer = Tokenizer::Unicode;
    close(score(options.clone(), candidate, &[reference]), 2.0 / 3.0, 0.5, 4.0 / 7.0);
    close(score(options, "東京で雪", &["東京の雪"]), 0.75, 0.75, 0.75);
}

#[test]
fn every_option_is_printed() {
    let mut options = rouge155("rouge1");
    options.stem = true;
    options.limit = Limit::Bytes(665);
    assert_eq!(
        options.to_string(),
        "profile=rouge155 tokenizer=ascii stemmer=porter-rouge155(no-exception-dictionary) stop-words=kept \
         limit=665-bytes multi=pooled alpha=0.5"
    );
}

const GOOGLE: &str = "rouge1,rouge2,rouge3,rougeL,rougeLsum";
const PERL: &str = "rouge1,rouge2,rougeL,rougeS*,rougeS4,rougeSU4,rougeW-1.2";

/// A few lines of a few words.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "rain", "Rains", "fell", "on", "the", "hills", "2019", "city's", "–", "été",
    ]);
    let line = prop::collection::vec(word, 0..9).prop_map(|words| words.join(" "));
    prop::collection::vec(line, 1..4).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn a_text_matches_itself(text in text(), stem: bool) {
        let mut options = google(GOOGLE);
        options.stem = stem;
        let scorer = Scorer::new(options).unwrap();
        let n = scorer.tokens(&text).concat().len();
        for (metric, score) in scorer.score(&text, &[&text]).unwrap().iter() {
            let shortest = if let Metric::N(n) = metric { usize::from(n) } else { 1 };
            let expected = if n >= shortest { 1.0 } else { 0.0 };
            prop_assert_eq!(score, Score { p: expected, r: expected, f: expected }, "{}", metric);
        }
    }

    #[test]
    fn scores_are_shares(candidate in text(), one in text(), other in text(), stem: bool) {
        for (profile, metrics) in BOTH.into_iter().zip([GOOGLE, PERL]) {
            for multi in [Multi::Best, Multi::Average, Multi::Pooled] {
                let mut options = profile(metrics);
                options.stem = stem;
                options.multi = multi;
                let scores = Scorer::new(options).unwrap().score(&candidate, &[&one, &other]).unwrap();
                for (metric, score) in scores.iter() {
                    for value in [score.p, score.r, score.f] {
                        prop_assert!((0.0..=1.0).contains(&value), "{} {:?}", metric, score);
                    }
                    // F lies between the two; a mean of F need not.
                    if multi != Multi::Average {
                        prop_assert!(score.f <= score.p.max(score.r) + 1e-5, "{} {:?}", metric, score);
                        prop_assert!(score.f + 1e-5 >= score.p.min(score.r), "{} {:?}", metric, score);
                    }
                }
            }
        }
    }

    #[test]
    fn swapping_the_texts_swaps_p_and_r(one in text(), other in text()) {
        // Not so for unions over sentences, which look from the reference's side.
        for options in [google("rouge1,rouge2,rouge3,rougeL"), rouge155("rouge1,rouge2,rougeS*,rougeSU2")] {
            let scorer = Scorer::new(options).unwrap();
            let there = scorer.score(&one, &[&other]).unwrap();
            let back = scorer.score(&other, &[&one]).unwrap();
            for ((metric, there), (_, back)) in there.iter().zip(back.iter()) {
                prop_assert_eq!((there.p, there.r, there.f), (back.r, back.p, back.f), "{}", metric);
            }
        }
    }

    #[test]
    fn a_prepared_reference_changes_nothing(candidate in text(), one in text(), other in text()) {
        let scorer = Scorer::new(google(GOOGLE)).unwrap();
        let prepared = [scorer.reference(&one), scorer.reference(&other)];
        prop_assert_eq!(
            scorer.score_prepared(&candidate, &prepared).unwrap(),
            scorer.score(&candidate, &[one, other]).unwrap()
        );
    }

    #[test]
    fn tokenizers_agree_on_ascii(candidate in "[ -~\\n]{0,120}", reference in "[ -~\\n]{0,120}") {
        let mut options = google(GOOGLE);
        options.stem = true;
        let ascii = Scorer::new(options.clone()).unwrap();
        options.tokenizer = Tokenizer::Unicode;
        let unicode = Scorer::new(options).unwrap();
        prop_assert_eq!(
            ascii.score(&candidate, &[&reference]).unwrap(),
            unicode.score(&candidate, &[&reference]).unwrap()
        );
    }

    #[test]
    fn no_text_makes_a_scorer_panic(candidate: String, reference: String, limit in 0_usize..40) {
        for (profile, metrics) in BOTH.into_iter().zip([GOOGLE, PERL]) {
            for limit in [Limit::None, Limit::Words(limit), Limit::Bytes(limit)] {
                for tokenizer in [Tokenizer::Ascii, Tokenizer::Unicode] {
                    let mut options = profile(metrics);
                    options.stem = true;
                    options.limit = limit;
                    options.tokenizer = tokenizer;
                    let scores = Scorer::new(options).unwrap().score(&candidate, &[&reference]).unwrap();
                    prop_assert!(scores.iter().all(|(_, score)| score.f.is_finite()));
                }
            }
        }
    }
}

#[test]
fn thread_count_does_not_change_scores() {
    let words =
        ["storm", "storms", "hit", "coast", "coastal", "roads", "closed", "closing", "schools"];
    let text = |seed: usize| {
        (0..60)
            .map(|i| {
                words[(i * seed + i / 7) % words.len()].to_owned()
                    + if i % 9 == 8 { "\n" } else { " " }
            })
            .collect::<String>()
    };
    let items: Vec<(String, Vec<String>)> =
        (1..200).map(|i| (text(i), vec![text(i + 1), text(i + 5)])).collect();
    let run = |threads| {
        let mut options = google(GOOGLE);
        options.stem = true;
        let scorer = Scorer::new(options).unwrap();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let scores = pool.install(|| scorer.score_batch(&items));
        scores.into_iter().map(Result::unwrap).collect::<Vec<_>>()
    };
    assert_eq!(run(1), run(4));
}

#[test]
fn no_reference_is_an_error() {
    let scorer = Scorer::new(Options::google()).unwrap();
    let none: [&str; 0] = [];
    assert!(scorer.score("text", &none).unwrap_err().to_string().contains("no reference"));
    let other = Scorer::new(Options::google()).unwrap();
    assert!(scorer.score_prepared("text", &[other.reference("text")]).is_err());
}
