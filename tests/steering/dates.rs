//! Days: bounds, timelines, what is newer.

use nutgraf::{Article, Budget, Cluster, Selection, Summarizer};

use crate::{cluster, summarize, with};

#[test]
fn dates_bound_what_is_read() {
    let ferry = cluster("ferry-lastmark");
    let midnight = |date: &str| {
        nutgraf::published(&Article { published: Some(date.into()), ..Article::default() }).unwrap()
    };
    let last = ferry.articles.iter().filter_map(nutgraf::published).max().unwrap();
    let summary = summarize(Summarizer::builder().since(last), &ferry);
    let newest: Vec<&str> =
        summary.sentences().iter().map(|s| s.published.as_deref().unwrap()).collect();
    assert!(newest.iter().all(|date| Some(*date) == summary.newest.as_deref()));
    let none =
        Summarizer::builder().until(midnight("1999-01-01")).build().unwrap().summarize(&ferry);
    assert!(none.is_err());
}

#[test]
fn what_dates_leave_out_has_no_say() {
    let dated = |id: &str, day: &str, title: &str, text: &str| Article {
        title: Some(title.into()),
        published: Some(day.into()),
        ..Article::new(id, text)
    };
    let old = "The ferry to Lastmark sank in a storm on Monday night with sixty people on board. ";
    let new = "Divers found the wreck of the Lastmark ferry on Thursday, and brought up its bell. \
               The captain of the ferry said that the storm had come without a warning.";
    let cluster = Cluster::new(
        "ferry",
        vec![
            dated("old", "2031-03-03", "Ferry sinks off Lastmark", &old.repeat(9)),
            dated("new", "2031-03-06", "Ferry wreck found", new),
        ],
    );
    let noon =
        |day: &str| nutgraf::published(&dated("a", &format!("{day}T12:00:00Z"), "", "")).unwrap();
    let summary = summarize(Summarizer::builder().since(noon("2031-03-05")), &cluster);
    assert_eq!((summary.lang.as_deref(), summary.articles), (Some("en"), 1));
    assert!(!summary.keywords.is_empty());
    let summary = summarize(Summarizer::builder().until(noon("2031-03-05")), &cluster);
    assert_eq!(summary.headline.as_deref(), Some("Ferry sinks off Lastmark"));
    let mut undated = cluster.clone();
    undated.articles[1].published = Some("some day".into());
    let summary = summarize(Summarizer::builder().until(noon("2031-03-05")), &undated);
    let told = "articles without a date that can be read are taken in, whatever their time: 1";
    assert!(summary.warnings.iter().any(|warning| warning == told), "{:?}", summary.warnings);
    let summary = summarize(Summarizer::builder().until(noon("2031-03-05")), &cluster);
    assert_eq!(summary.newest.as_deref(), Some("2031-03-03"));
}

#[test]
fn a_timeline_has_a_sentence_a_day() {
    let ferry = cluster("ferry-lastmark");
    let selection =
        Selection { timeline: true, budget: Budget::Words(300), ..Selection::default() };
    let summary = summarize(Summarizer::builder().selection(selection), &ferry);
    let days: Vec<String> = summary
        .sentences()
        .iter()
        .map(|s| s.published.as_deref().unwrap()[..10].to_owned())
        .collect();
    let mut sorted = days.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(days, sorted);
    let mut all: Vec<&str> =
        ferry.articles.iter().map(|a| &a.published.as_deref().unwrap()[..10]).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(days.len(), all.len());
    let must = vec!["radar".to_owned()];
    let with_must = summarize(
        Summarizer::builder().selection(Selection {
            timeline: true,
            budget: Budget::Words(300),
            must,
            ..Selection::default()
        }),
        &ferry,
    );
    assert!(with(&with_must, "radar") > 0);
    assert_eq!(with_must.sentences().len(), all.len());
}

#[test]
fn a_timeline_that_limits_leave_empty_says_so() {
    let ferry = cluster("ferry-lastmark");
    let selection = Selection { timeline: true, max_per_article: Some(3), ..Selection::default() };
    let summarizer = Summarizer::builder().selection(selection).build().unwrap();
    let error = summarizer.summarize(&ferry).unwrap_err().to_string();
    assert!(error.contains("the limits on what one article or source may give"), "{error}");
}

#[test]
fn a_timeline_without_room_takes_the_days_with_most_news() {
    let article = |id: &str, day: &str, text: &str| Article {
        published: Some(format!("2031-03-{day}T10:00:00Z")),
        ..Article::new(id, text)
    };
    let broke = "The dam above Norvale broke and the river ran through the lower town of Norvale.";
    let cluster = Cluster::new(
        "dam",
        vec![
            article("a", "01", "Cracks were seen in a wall on a walk of some hikers near Norvale."),
            article("b", "02", "A fence was put up by two men of the works above Norvale."),
            article("c", "05", &format!("{broke} Boats are out.")),
            article("d", "05", &format!("{broke} The river had risen for days above the dam.")),
            article(
                "e",
                "06",
                "The lower town will have a dam again by 2033, Mayor Ada Lund said in Estmark.",
            ),
        ],
    );
    let timeline = |words| {
        let budget = Budget::Words(words);
        let selection = Selection { timeline: true, budget, ..Selection::default() };
        let summary = summarize(Summarizer::builder().selection(selection), &cluster);
        let day = |sentence: &nutgraf::SummarySentence| {
            sentence.published.as_deref().unwrap()[8..10].to_owned()
        };
        (summary.sentences().iter().map(day).collect::<Vec<_>>(), summary.warnings)
    };
    let (days, warnings) = timeline(36);
    assert_eq!(days, ["05", "06"]);
    let left_out = "the timeline has no sentence for days: 2031-03-01, 2031-03-02".to_owned();
    assert!(warnings.contains(&left_out), "{warnings:?}");
    let (days, warnings) = timeline(300);
    assert_eq!(days, ["01", "02", "05", "06"]);
    assert!(!warnings.iter().any(|warning| warning.contains("timeline")), "{warnings:?}");
}

#[test]
fn what_a_newer_article_outdates_is_not_quoted() {
    let article = |id: &str, day: &str, text: &str| Article {
        published: Some(format!("2031-03-{day}T10:00:00Z")),
        ..Article::new(id, text)
    };
    let flood =
        "Rain had fallen for nine days. Boats brought families from the roofs of the lower town.";
    let storm = |dead| {
        format!("The storm killed {dead} people in the coastal town of Norvale, officials said.")
    };
    let roads = "All roads to Norvale are closed, the police said.";
    for (old, new) in [
        // A text and its update.
        (format!("{} {flood}", storm(12)), format!("{} {flood}", storm(43))),
        // Two texts.
        (format!("{} {flood}", storm(12)), format!("{} {roads}", storm(43))),
    ] {
        let (old, new) = (article("old", "03", &old), article("new", "04", &new));
        for articles in [[old.clone(), new.clone()], [new, old]] {
            let cluster = Cluster::new("storm", articles.to_vec());
            for selector in ["coverage", "mmr", "top"] {
                let builder = || Summarizer::builder().budget(Budget::Words(20)).selector(selector);
                let summary = summarize(builder(), &cluster);
                assert_eq!(with(&summary, "12"), 0, "{selector}: {}", summary.text);
                let expected = usize::from(selector == "coverage");
                assert!(with(&summary, "43") >= expected, "{selector}: {}", summary.text);
            }
        }
    }
}

#[test]
fn the_newest_version_of_a_report_is_quoted() {
    let rest = "Divers searched the harbour of Norvale until the evening. \
                The ferry had left the port without its radar, the harbour master said.";
    let version = |id: &str, time: &str, dead: &str| Article {
        source: Some("Wire".to_owned()),
        published: Some(format!("2031-05-01T{time}:00Z")),
        ..Article::new(id, format!("The ferry sank off Norvale and killed {dead} people. {rest}"))
    };
    let articles = vec![version("old", "06:00", "6"), version("new", "11:00", "9")];
    let summary = summarize(Summarizer::builder(), &Cluster::new("ferry", articles));
    assert!(summary.sentences().len() > 1);
    assert!(summary.sentences().iter().all(|sentence| sentence.article_id == "new"));
    let mut support = summary.sentences().iter().flat_map(|sentence| &sentence.support);
    assert!(support.all(|support| support.copy));
}
