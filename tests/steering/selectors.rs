//! The same with every selector, and with one of the caller's own.

use nutgraf::select::{Candidates, Choice, Mmr, Selected};
use nutgraf::{Budget, Selection, Summarizer};

use crate::{cluster, summarize, with};

#[test]
fn every_selector_gives_what_is_asked_for() {
    let ferry = cluster("ferry-lastmark");
    for selector in ["coverage", "mmr", "top"] {
        let select = |selection: Selection| {
            let builder = Summarizer::builder().selector(selector).selection(selection);
            summarize(builder, &ferry)
        };
        let must = select(Selection { must: vec!["radar".into()], ..Selection::default() });
        assert!(with(&must, "radar") > 0, "{selector}");
        let budget = Budget::Words(300);
        let days = select(Selection { timeline: true, budget, ..Selection::default() });
        let mut met: Vec<&str> =
            days.sentences().iter().map(|s| &s.published.as_deref().unwrap()[..10]).collect();
        met.dedup();
        assert_eq!(met.len(), days.sentences().len(), "{selector}");
        let all = select(Selection { budget: Budget::Words(60), ..Selection::default() });
        let known = ferry.articles.clone();
        let update = Summarizer::builder().selector(selector).known(known);
        let update = summarize(update, &ferry);
        assert!(update.sentences().is_empty(), "{selector}: {}", update.text);
        assert_eq!(update.warnings, ["there is nothing new: what the articles say is known"]);
        // Three times the same is once.
        let passage = all.sentences().last().unwrap().passage();
        let pinned = vec![passage.clone(), passage.clone(), passage.clone()];
        let pinned = select(Selection { pinned, ..Selection::default() });
        let own = pinned.sentences().iter().filter(|sentence| sentence.passage() == passage);
        assert_eq!(own.count(), 1, "{selector}");
    }
}

#[test]
fn what_is_asked_for_comes_in_where_novelty_alone_counts() {
    let novelty = std::sync::Arc::new(Mmr { relevance: 0.0 });
    let selection = Selection { must: vec!["radar".into()], ..Selection::default() };
    let builder = Summarizer::builder().own_selector("novelty", novelty).selection(selection);
    assert!(with(&summarize(builder, &cluster("ferry-lastmark")), "radar") > 0);
}

/// Takes the first sentence that may be chosen.
struct First;

impl nutgraf::select::Selector for First {
    fn select(&self, candidates: &Candidates<'_>, _: usize) -> Selected {
        let first = candidates.eligible.iter().take(1);
        let choices = first.map(|&sentence| Choice { sentence, gain: 1.0 }).collect();
        Selected { choices, ..Selected::default() }
    }
}

#[test]
fn a_selector_may_be_ones_own() {
    let ferry = cluster("ferry-lastmark");
    let builder = Summarizer::builder().own_selector("first", std::sync::Arc::new(First));
    let summary = summarize(builder.language(nutgraf::Language::English), &ferry);
    assert_eq!(summary.sentences().len(), 1);
    assert!(ferry.articles[0].text.contains(summary.sentences()[0].text.as_str()));
    assert_eq!(
        (&summary.settings["selector"], &summary.settings["language"]),
        (&"first".into(), &"en".into())
    );
}

/// Takes all sentences, whatever the limit.
struct All;

impl nutgraf::select::Selector for All {
    fn select(&self, candidates: &Candidates<'_>, _: usize) -> Selected {
        let choices = candidates.eligible.iter().map(|&sentence| Choice { sentence, gain: 1.0 });
        Selected { choices: choices.collect(), ..Selected::default() }
    }
}

#[test]
#[should_panic(expected = "a selector keeps to the limit")]
fn a_selector_of_ones_own_keeps_to_the_limit() {
    summarize(
        Summarizer::builder().own_selector("all", std::sync::Arc::new(All)),
        &cluster("ferry-lastmark"),
    );
}
