//! Copies of one text in a cluster: they are one voice, and one text.

use nutgraf::{Article, Budget, Cluster, Selection, Summarizer, Summary};

use crate::common::corpus;
use crate::summarize;

/// The share of a summary's words that comes from articles whose id begins with `id`.
fn share(summary: &Summary, id: &str) -> f64 {
    let words = |text: &str| text.split_whitespace().count() as f64;
    let own = summary.sentences().iter().filter(|sentence| sentence.article_id.starts_with(id));
    own.map(|sentence| words(&sentence.text)).sum::<f64>() / words(&summary.text)
}

#[test]
fn a_text_that_many_carry_does_not_drown_the_others() {
    let (mut alone, mut copied, mut all) = (0.0, 0.0, 0.0);
    for cluster in corpus() {
        let (number, article) = (cluster.articles.len() - 1, cluster.articles.last().unwrap());
        let id = format!("carried-{number}");
        let mut once = cluster.clone();
        once.articles[number].id.clone_from(&id);
        let mut often = once.clone();
        let copy = |copy| Article { id: format!("{id}-{copy}"), ..article.clone() };
        often.articles.extend((1..=3).map(copy));
        let builder = || Summarizer::builder().budget(Budget::Words(100));
        alone += share(&summarize(builder(), &once), &id);
        copied += share(&summarize(builder(), &often), &id);
        all += 1.0;
    }
    // Before copies had one voice among articles it was nearly all of it.
    assert!(copied / all < 0.6, "{} → {}", alone / all, copied / all);
}

#[test]
fn copies_of_two_days_are_told_in_the_order_of_their_text() {
    let text = |toll: &str| {
        format!(
            "{toll} people were killed when a bus fell into a ravine near Tarso on Sunday, the \
             police said. The governor of Tarso declared three days of mourning. The driver had \
             worked for fifteen hours without a break."
        )
    };
    let article = |id: &str, day: &str, toll: &str| Article {
        published: Some(day.into()),
        ..Article::new(id, text(toll))
    };
    let articles =
        vec![article("old", "2031-03-04", "Three"), article("new", "2031-03-05", "Five")];
    let summary = summarize(Summarizer::builder(), &Cluster::new("bus", articles));
    let beginnings = summary.sentences().iter().map(|s| s.text.split(' ').next().unwrap());
    assert_eq!(beginnings.collect::<Vec<_>>(), ["Five", "The", "The"], "{}", summary.text);
}

#[test]
fn where_all_fits_all_but_repetitions_is_told() {
    let lead = |toll: &str| {
        format!("At least {toll} people were killed when an earthquake hit Valdo on Sunday.")
    };
    let king = "The king will visit the town on Monday. Rescuers are searching for survivors in \
                the ruins of the market hall.";
    let schools = "Schools in Valdo will stay closed until Friday, the mayor said. Damage is put \
                   at 30 million crowns by the insurers.";
    let articles = vec![
        Article::new("king", format!("{} {king}", lead("12"))),
        Article::new("schools", format!("{} {schools}", lead("40"))),
    ];
    let cluster = Cluster::new("quake", articles);
    let told = |budget| summarize(Summarizer::builder().budget(budget), &cluster).sentences().len();
    assert_eq!(told(Budget::Words(100)), 5);
    assert!(told(Budget::Words(40)) < 5);
}

#[test]
fn an_article_without_text_changes_nothing_wherever_it_stands() {
    for cluster in corpus() {
        let [mut first, mut last] = [(), ()].map(|()| {
            let kept = cluster.articles.iter().take(1).cloned().collect();
            Cluster::new(cluster.id.clone(), kept)
        });
        first.articles.insert(0, Article::new("empty", ""));
        last.articles.push(Article::new("empty", ""));
        let select = |cluster: &Cluster| {
            let selection = Selection { budget: Budget::Words(60), ..Selection::default() };
            summarize(Summarizer::builder().selection(selection), cluster).text
        };
        assert_eq!(select(&first), select(&last), "{}", cluster.id);
    }
}
