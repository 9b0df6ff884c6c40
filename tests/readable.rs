//! What makes a summary readable: who speaks is named, and news comes once.

use nutgraf::{Article, Budget, Cluster, Summarizer, Summary};

/// The summary of articles that are told by their numbers, in so many words.
fn summary(articles: &[&str], words: usize) -> Summary {
    let numbered = (1..).zip(articles).map(|(number, text)| Article {
        lang: Some("en".into()),
        ..Article::new(format!("{number}"), *text)
    });
    let cluster = Cluster::new("c", numbered.collect());
    let summarizer =
        Summarizer::builder().budget(Budget::Words(words)).build().expect("good settings");
    summarizer.summarize(&cluster).expect("a summary")
}

/// The articles and places of a summary's sentences.
fn places(summary: &Summary) -> Vec<(&str, u32)> {
    summary.sentences().iter().map(|s| (s.article_id.as_str(), s.position)).collect()
}

const RAIN: &str = "Rain is expected in the north on Tuesday, the forecasters of the coast said. \
    Farmers want to bring in the barley before it comes. \
    Prices at the market of Estmark rose by a fifth in a week.";

#[test]
fn who_is_named_speaks_before_who_is_not() {
    let post =
        "Last night we saw the old dam above Norvale break and the water run down to the mill.";
    let said = "“Last night we saw the old dam above Norvale break and the water run down to the mill,” Ada Lund said.";
    let news =
        "Engineers look for the cause. The reservoir had been full since the storms of March.";
    let articles = [post, &format!("{news} {said}"), RAIN];
    let summary = summary(&articles, 24);
    assert!(summary.text.contains("Ada Lund said"), "{}", summary.text);
    assert!(!places(&summary).contains(&("1", 0)), "{}", summary.text);
}

#[test]
fn a_line_that_is_no_sentence_takes_no_place() {
    let leaning =
        "Rain had fallen for a week. But the old dam above Norvale broke on Tuesday before noon.";
    let line = "The weather stays wet.\nThe old dam above Norvale broke on Tuesday before noon";
    let summary = summary(&[leaning, line, RAIN], 16);
    assert!(!summary.text.contains("The old dam"), "{}", summary.text);
}

#[test]
fn a_second_lead_needs_news() {
    let first = "Lifeguards rescued twenty swimmers of a school team from the sea off Norvale on Tuesday. \
        The swimmers had set out from the old pier at noon.";
    let same = "Nearly two dozen swimmers of a team had to be rescued from the sea by lifeguards after nearly drowning. \
        The wind had turned, and the waves were two metres high.";
    let other = "Nearly two dozen swimmers of a team had to be rescued from the sea by lifeguards of Estmark and Fell. \
        The wind had turned, and the waves were two metres high.";
    let both = |second| {
        let summary = summary(&[first, second, RAIN], 60);
        let places = places(&summary);
        places.contains(&("1", 0)) && places.contains(&("2", 0))
    };
    assert!(!both(same));
    assert!(both(other));
}
