//! Steering, provenance and notes: each with its effect on the corpus.

mod common;

use std::collections::BTreeMap;

use common::corpus;
use nutgraf::select::{Candidates, Choice, Selected};
use nutgraf::{Article, Budget, Cluster, Selection, Summarizer, SummarizerBuilder, Summary};

fn cluster(id: &str) -> Cluster {
    corpus().into_iter().find(|cluster| cluster.id == id).expect("a cluster of the corpus")
}

fn summarize(builder: SummarizerBuilder, cluster: &Cluster) -> Summary {
    let summarizer = builder.build().expect("good settings");
    summarizer.summarize(cluster).expect("a summary")
}

/// Sentences of a summary that have a word.
fn with(summary: &Summary, word: &str) -> usize {
    summary.sentences().iter().filter(|s| s.text.to_lowercase().contains(word)).count()
}

#[test]
fn a_query_turns_the_summary() {
    let quake = cluster("quake-valdoria");
    let builder = || Summarizer::builder().budget(Budget::Words(60));
    let plain = summarize(builder(), &quake);
    let asked = summarize(builder().query("schools and hospitals"), &quake);
    let about = |summary: &Summary| with(summary, "hospital") + with(summary, "school");
    assert!(about(&asked) > about(&plain), "{}\n--\n{}", plain.text, asked.text);
    let nothing = summarize(builder().query("zeppelin"), &quake);
    assert_eq!(nothing.text, plain.text);
    assert_eq!(nothing.warnings[0], "no sentence has a word of the query `zeppelin`");
}

#[test]
fn an_update_does_not_say_what_is_known() {
    let flood = cluster("flood-greywater");
    let builder = || Summarizer::builder().budget(Budget::Words(80));
    let first = summarize(builder(), &flood);
    let known = vec![Article::new("yesterday", first.text.replace('\n', " "))];
    let update = summarize(builder().known(known), &flood);
    for sentence in update.sentences() {
        assert!(!first.text.contains(&sentence.text), "{}", sentence.text);
    }
}

#[test]
fn another_number_or_a_denial_is_news() {
    for (known, new) in [
        (
            "The storm killed 12 people in the coastal town of Norvale on Friday, officials said.",
            "The storm killed 43 people in the coastal town of Norvale on Friday, officials said.",
        ),
        (
            "Police have arrested the mayor of Norvale over the contract for the bridge.",
            "Police have not arrested the mayor of Norvale over the contract for the bridge.",
        ),
    ] {
        let rest = "Rescue teams are searching the ruined harbour.";
        let today = Cluster::new("c", vec![Article::new("new", format!("{new} {rest}"))]);
        let update = |known: &[&str]| {
            let known = known.iter().map(|text| Article::new("k", *text)).collect();
            summarize(Summarizer::builder().known(known), &today).text
        };
        assert!(update(&[known]).contains(new), "{new}");
        // Not when one of several that are known says it.
        assert!(!update(&[known, new]).contains(new), "{new}");
    }
}

#[test]
fn what_has_but_a_word_in_common_with_what_is_known_is_news() {
    let today = "Ferries to Hestra ran again on Saturday after the quake. The number of the injured \
                 rose to 26. Engineers found cracks in two piers.";
    let known = vec![Article::new("k", "Shares in Kreditus rose 31 percent on Wednesday.")];
    let cluster = Cluster::new("quake", vec![Article::new("new", today)]);
    let update = summarize(Summarizer::builder().known(known), &cluster);
    assert!(update.text.contains("rose to 26"), "{}", update.text);
}

#[test]
fn wanted_words_come_in_and_excluded_ones_stay_out() {
    let ferry = cluster("ferry-lastmark");
    let select = |selection: Selection| {
        let budget = Budget::Words(90);
        summarize(Summarizer::builder().selection(Selection { budget, ..selection }), &ferry)
    };
    let plain = select(Selection::default());
    assert_eq!(with(&plain, "radar"), 0);
    let must =
        select(Selection { must: vec!["radar".into(), "zeppelin".into()], ..Selection::default() });
    assert!(with(&must, "radar") > 0);
    // Words that carry no meaning do not matter.
    let several =
        select(Selection { must: vec!["the radar of the".into()], ..Selection::default() });
    assert!(with(&several, "radar") > 0 && several.warnings.is_empty(), "{:?}", several.warnings);
    assert!(with(&plain, "the ferry") > 0);
    let without = select(Selection { exclude: vec!["the ferry".into()], ..Selection::default() });
    assert_eq!(with(&without, "ferry"), 0);
    assert_eq!(must.warnings, ["no sentence that may be chosen has `zeppelin`"]);
    assert!(with(&plain, "lastmark") > 0);
    let without = select(Selection { exclude: vec!["Lastmark".into()], ..Selection::default() });
    assert_eq!(with(&without, "lastmark"), 0);
    let headline = |summary: &Summary| summary.headline.clone().unwrap_or_default();
    assert!(headline(&plain).contains("Lastmark") && plain.keywords.contains(&"Lastmark".into()));
    assert!(!headline(&without).contains("Lastmark"), "{:?}", without.headline);
    assert!(!without.keywords.contains(&"Lastmark".into()), "{:?}", without.keywords);
    let idle = select(Selection { must: vec!["the".into()], ..Selection::default() });
    assert!(idle.warnings[0].starts_with("no sentence is chosen for `the`"), "{:?}", idle.warnings);
    let it = "nothing is left out for `it`: sentences have such words whatever they say";
    let all = select(Selection { exclude: vec!["it".into()], ..Selection::default() });
    assert_eq!((all.text, all.warnings), (plain.text, vec![it.to_owned()]));
}

#[test]
fn a_name_that_is_written_as_a_function_word_in_capitals_is_told_from_it() {
    let text = "The WHO sent doctors who know the fever to the coast. \
                Doctors who know the fever came to the coast from Norvale.";
    let fever = Cluster::new("fever", vec![Article::new("a", text)]);
    let select = |selection: Selection| {
        let budget = Budget::Sentences(1);
        summarize(Summarizer::builder().selection(Selection { budget, ..selection }), &fever).text
    };
    let must = select(Selection { must: vec!["the WHO".into()], ..Selection::default() });
    assert!(must.starts_with("The WHO"), "{must}");
    let without = select(Selection { exclude: vec!["WHO".into()], ..Selection::default() });
    assert!(without.starts_with("Doctors"), "{without}");
    let mut titled = fever.clone();
    titled.articles[0].title = Some("WHO praises Storr for the fever".to_owned());
    for excluded in ["WHO", "Storr"] {
        let selection = Selection { exclude: vec![excluded.into()], ..Selection::default() };
        let summary = summarize(Summarizer::builder().selection(selection), &titled);
        assert!(!summary.headline.unwrap().contains(excluded), "{excluded}");
    }
    // Where all is in capitals they tell nothing.
    let must = select(Selection { must: vec!["WHO KNOW NORVALE".into()], ..Selection::default() });
    assert!(must.starts_with("Doctors"), "{must}");
}

#[test]
fn caps_hold() {
    let quake = cluster("quake-valdoria");
    for (ranker, selector) in [("textrank", "coverage"), ("centroid", "mmr"), ("lead", "top")] {
        let selection = Selection {
            budget: Budget::Words(200),
            max_per_source: Some(1),
            max_per_article: Some(40),
            ..Selection::default()
        };
        let builder = Summarizer::builder().selection(selection).ranker(ranker).selector(selector);
        let summary = summarize(builder, &quake);
        let mut sources: BTreeMap<&str, usize> = BTreeMap::new();
        for sentence in summary.sentences() {
            *sources.entry(sentence.source.as_deref().unwrap()).or_default() += 1;
            assert!(nutgraf::text::count_words(&sentence.text) <= 40);
        }
        assert!(
            sources.len() > 2 && sources.values().all(|count| *count == 1),
            "{ranker}: {sources:?}"
        );
    }
}

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

#[test]
fn a_summary_that_cannot_be_says_why() {
    let text = "Heavy rain fell on Norvale on Tuesday. The old dam above the town held all night.";
    let source = Some("Post".to_owned());
    let cluster = Cluster::new("rain", vec![Article { source, ..Article::new("wire", text) }]);
    let why = |builder: SummarizerBuilder| {
        builder.build().unwrap().summarize(&cluster).unwrap_err().to_string()
    };
    let select = |selection| why(Summarizer::builder().selection(selection));
    let timeline = select(Selection { timeline: true, ..Selection::default() });
    assert!(timeline.contains("no article has a date"), "{timeline}");
    let must = vec!["dam".to_owned()];
    let selection = Selection { timeline: true, must, ..Selection::default() };
    let dam = summarize(Summarizer::builder().selection(selection), &cluster);
    assert!(dam.warnings.iter().any(|warning| warning.starts_with("no article has a date")));
    let capped = select(Selection { max_per_article: Some(3), ..Selection::default() });
    assert!(capped.contains("limits on what one article"), "{capped}");
    let weights = BTreeMap::from([("Post".to_owned(), 0.0)]);
    let weighed = why(Summarizer::builder().source_weights(weights));
    assert!(weighed.contains("weights of its sources"), "{weighed}");
    let number = Cluster::new("number", vec![Article::new("0", ["0"; 5].join("\n\n"))]);
    let nothing = Summarizer::builder().build().unwrap().summarize(&number).unwrap_err();
    assert!(nothing.to_string().contains("no words that carry meaning"), "{nothing}");
    let short = select(Selection { budget: Budget::Words(3), ..Selection::default() });
    assert!(short.contains("the shortest needs"), "{short}");
}

#[test]
fn articles_may_lack_ids() {
    let text = |day: &str| {
        format!("{day}. A quake of 3 minutes killed 12 people in Norvale, police said on Tuesday.")
    };
    let articles = ["Ünder", "In the night of Tuesday to Wednesday there was a quake"];
    let articles = articles.map(|day| Article::new("", text(day)));
    let mut cluster = Cluster::new("quake", articles.to_vec());
    cluster.articles.push(Article::new("", "Rain fell on the coast of Estmark for three days."));
    let summary = summarize(Summarizer::builder(), &cluster);
    assert!(summary.sentences().iter().any(|sentence| !sentence.support.is_empty()));
}

#[test]
fn source_weights_move_the_choice() {
    let quake = cluster("quake-valdoria");
    let of = |weight: f64| {
        let weights = BTreeMap::from([("Istrel Courier".to_owned(), weight)]);
        let summary = summarize(Summarizer::builder().source_weights(weights), &quake);
        summary.sentences().iter().filter(|s| s.source.as_deref() == Some("Istrel Courier")).count()
    };
    assert_eq!(of(0.0), 0);
    assert!(of(20.0) > of(1.0));
    let bad = BTreeMap::from([("x".to_owned(), -1.0)]);
    assert!(Summarizer::builder().source_weights(bad).build().is_err());
}

#[test]
fn pins_and_bans_select_again_from_the_same_ranking() {
    let ferry = cluster("ferry-lastmark");
    let summarizer = Summarizer::builder().build().unwrap();
    let ranked = summarizer.rank(&ferry).unwrap();
    let plain = ranked.select(&Selection::default()).unwrap();
    let banned = vec![plain.sentences()[0].passage()];
    let without = ranked.select(&Selection { banned, ..Selection::default() }).unwrap();
    assert!(!without.text.contains(&plain.sentences()[0].text));
    let candidates = summarizer.candidates(&ferry).unwrap();
    let other = candidates.iter().find(|candidate| !plain.text.contains(&candidate.text)).unwrap();
    let pinned = vec![other.passage()];
    let with_it = ranked.select(&Selection { pinned, ..Selection::default() }).unwrap();
    assert!(with_it.text.contains(&other.text));
    assert!(with_it.words <= 100);
}

#[test]
fn an_automatic_length_depends_on_the_text() {
    let lengths: Vec<usize> = corpus()
        .iter()
        .map(|cluster| summarize(Summarizer::builder().budget(Budget::Auto), cluster).words)
        .collect();
    assert!(lengths.iter().all(|words| (1..=250).contains(words)), "{lengths:?}");
    let (least, most) = (lengths.iter().min().unwrap(), lengths.iter().max().unwrap());
    assert!(least < most, "{lengths:?}");
}

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
fn a_summary_carries_headline_keywords_and_time() {
    for cluster in corpus() {
        let summary = summarize(Summarizer::builder(), &cluster);
        let titles: Vec<String> = cluster
            .articles
            .iter()
            .map(|article| nutgraf::text::printed(article.title.as_deref().unwrap()).into_owned())
            .collect();
        assert!(titles.contains(&summary.headline.clone().unwrap()), "{}", cluster.id);
        assert_eq!(summary.keywords.len(), 5, "{}", cluster.id);
        let text: String = cluster.articles.iter().map(|a| a.text.as_str()).collect();
        assert!(summary.keywords.iter().all(|word| text.contains(word.as_str())));
        let general = ["two", "now", "years", "Uhr", "Montag", "est", "vers"];
        assert!(!summary.keywords.iter().any(|word| general.contains(&word.as_str())));
        let newest = cluster.articles.iter().filter_map(|a| a.published.as_deref()).max();
        assert_eq!(summary.newest.as_deref(), newest);
        // Without titles the headline is a line of a text, or a part of the summary's first sentence.
        let mut untitled = cluster.clone();
        untitled.articles.iter_mut().for_each(|article| article.title = None);
        let summary = summarize(Summarizer::builder(), &untitled);
        let headline = summary.headline.as_deref().unwrap().trim_end_matches([' ', '…']);
        let (_, after_capital) =
            headline.split_at(headline.chars().next().map_or(0, char::len_utf8));
        let first = &summary.sentences()[0].text;
        let mut lines = untitled.articles.iter().flat_map(|article| article.text.lines());
        if lines.any(|line| line.trim() == headline) {
            continue;
        }
        let at = first.find(after_capital).expect("a part of the first sentence");
        let begins = at <= headline.len() - after_capital.len() || first[..at].contains(", ");
        assert!(begins, "{}: {headline}", cluster.id);
    }
    let untitled = Cluster::new("c", vec![Article::new("a", "The old dam above the town broke.")]);
    let summary = summarize(Summarizer::builder(), &untitled);
    assert_eq!(summary.headline.as_deref(), Some("The old dam above the town broke"));
}

#[test]
fn the_headline_is_that_of_the_last_day() {
    let election = cluster("election-norvale");
    let mut turned = election.clone();
    turned.articles.reverse();
    for cluster in [election, turned] {
        let headline = summarize(Summarizer::builder(), &cluster).headline;
        assert_eq!(headline.as_deref(), Some("Storr wins by 862 votes; Quill refuses to concede"));
    }
}

#[test]
fn numbers_that_differ_are_reported() {
    let cluster = Cluster::new(
        "quake",
        vec![
            Article::new(
                "a",
                "The earthquake in Valdoria killed 12 people and destroyed two bridges on Monday. Aid is coming.",
            ),
            Article::new(
                "b",
                "The earthquake in Valdoria killed 15 people and destroyed two bridges on Monday. Aid is late.",
            ),
        ],
    );
    let summary = summarize(Summarizer::builder(), &cluster);
    let found: Vec<_> =
        summary.sentences().iter().flat_map(|s| &s.support).flat_map(|s| &s.numbers).collect();
    assert_eq!(found.len(), 1);
    let numbers = [found[0].here.as_str(), found[0].there.as_str()];
    assert!(numbers == ["12", "15"] || numbers == ["15", "12"]);
    assert_eq!(found[0].of, "people");
    for format in &nutgraf::output::FORMATS[..2] {
        let printed = (format.render)(&summary);
        assert!(printed.contains(&format!("2 ({} people)", numbers[1])), "{printed}");
    }
}

#[test]
fn a_denial_is_reported() {
    let says = |id, verb, next| {
        let mayor = format!("The mayor of Norvale {verb} resign over the contract for the bridge.");
        Article::new(id, format!("{mayor} {next}"))
    };
    let both = [says("a", "will", "Rain is late."), says("b", "will not", "Snow fell early.")];
    let cluster = Cluster::new("mayor", both.to_vec());
    let summary = summarize(Summarizer::builder().budget(Budget::Words(15)), &cluster);
    let support = &summary.sentences()[0].support;
    assert_eq!(support[0].denial.as_deref(), Some("not"));
    for format in &nutgraf::output::FORMATS[..2] {
        let printed = (format.render)(&summary);
        let unwrapped = printed.replace('\n', " ");
        assert!(unwrapped.contains("2 (only one says “not”)"), "{printed}");
    }
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
fn an_article_that_does_not_belong_is_named() {
    let mut ferry = cluster("ferry-lastmark");
    let stray =
        "Bake the dough for an hour. Whisk eggs and sugar until stiff. Serve warm with cream.";
    ferry.articles.push(Article::new("stray", stray));
    let summary = summarize(Summarizer::builder(), &ferry);
    assert_eq!(summary.warnings, ["article \"stray\" has little to do with the others"]);
    assert!(summary.sentences().iter().all(|sentence| sentence.article_id != "stray"));
}

#[test]
fn two_stories_in_one_cluster_are_named() {
    let mut both = cluster("ferry-lastmark");
    both.articles.extend(cluster("centralbank-rates").articles);
    let summary = summarize(Summarizer::builder(), &both);
    let warning = summary.warnings.iter().find(|warning| warning.contains("two stories"));
    let warning = warning.expect("a warning");
    assert!(
        warning.contains("\"ferry-lastmark-1\"") && warning.contains("\"centralbank-rates-1\"")
    );
    for cluster in corpus() {
        let summary = summarize(Summarizer::builder(), &cluster);
        assert!(summary.warnings.iter().all(|w| !w.contains("two stories")), "{}", cluster.id);
    }
}

#[test]
fn an_explanation_adds_up() {
    let ferry = cluster("ferry-lastmark");
    let selection = Selection { explain: true, ..Selection::default() };
    let summary = summarize(Summarizer::builder().selection(selection), &ferry);
    let why = summary.explain().expect("it was asked for");
    assert_eq!(why.chosen.len(), summary.sentences().len());
    assert!(why.chosen.windows(2).all(|pair| pair[0].gain >= pair[1].gain));
    assert!(why.chosen.iter().all(|chosen| !chosen.concepts.is_empty()));
    assert!(!why.rejected.is_empty());
    assert!(why.run.converged && why.run.rounds > 1);
    assert_eq!(why.run.dropped.len(), summary.dropped.values().sum::<usize>());
    assert!(summarize(Summarizer::builder(), &ferry).explain().is_none());
}

#[test]
fn a_cluster_of_two_languages_takes_sentences_from_one() {
    let text = "The Hollertal bridge of the A 87 collapsed near Ahlenscheid on Tuesday night. A piece of 38 metres fell into the valley.";
    let mut bridge = cluster("de-bruecke");
    bridge.lang = None;
    bridge.articles.push(Article { lang: Some("en".into()), ..Article::new("english", text) });
    let german = summarize(Summarizer::builder(), &bridge);
    assert_eq!(german.lang.as_deref(), Some("de"));
    assert!(german.sentences().iter().all(|sentence| sentence.article_id != "english"));
    let warning =
        "one article is in another language than the summary and can only support it: \"english\"";
    assert!(german.warnings.iter().any(|own| own == warning), "{:?}", german.warnings);
    let builder = Summarizer::builder().summary_language(nutgraf::Language::English);
    let english = summarize(builder, &bridge);
    assert_eq!(english.lang.as_deref(), Some("en"));
    assert!(english.sentences().iter().all(|sentence| sentence.article_id == "english"));
    // The headlines are German.
    let first = &english.sentences()[0].text;
    assert!(first.starts_with(english.headline.as_deref().unwrap().trim_end_matches(" …")));
}

#[test]
fn an_article_alone_has_five_keywords_too() {
    let mut alone = corpus().into_iter().find(|cluster| cluster.id == "ferry-lastmark").unwrap();
    alone.articles.truncate(1);
    assert_eq!(summarize(Summarizer::builder(), &alone).keywords.len(), 5);
    // Nothing that both say: what one says comes instead.
    let mut apart = Cluster::new(
        "apart",
        vec![
            Article::new("1", "The dam above the valley broke after heavy rain. Nobody drowned."),
            Article::new("2", "Heavy traders sold copper shares. Bankers bought wheat futures."),
        ],
    );
    apart.lang = Some("en".to_owned());
    let keywords = summarize(Summarizer::builder(), &apart).keywords;
    assert_eq!((keywords.len(), keywords[0].as_str()), (5, "heavy"));
}

#[test]
fn articles_that_differ_on_the_dead_are_named() {
    let article = |id: &str, text: &str| Article::new(id, text);
    let quake = Cluster::new(
        "quake",
        vec![
            article("one", "A quake killed 12 people in Norvale on Monday, police said."),
            article("two", "Twelve died when the ground shook in the north of the country."),
            article("three", "Rescuers dug through the night. At least 15 people are dead."),
        ],
    );
    let differ = |cluster: &Cluster| {
        let warnings = summarize(Summarizer::builder(), cluster).warnings;
        warnings.into_iter().filter(|warning| warning.contains("differ")).collect::<Vec<_>>()
    };
    assert_eq!(differ(&quake), [r#"articles differ on the dead: 12 in "one", 15 in "three""#]);
    let mut agreed = quake.articles[..2].to_vec();
    let earlier = "It is the worst since 30 people died in 2019. The quake killed 12 people.";
    agreed.push(article("four", earlier));
    assert_eq!(differ(&Cluster::new("quake", agreed)), [""; 0]);
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

#[test]
fn a_headline_may_stand_in_the_text() {
    let text = "Man found living in attic of Norvale after noises in the night

                A woman in Norvale heard noises in her attic in the middle of the night. Police \
                found a man living there, they said on Tuesday.";
    let articles = vec![
        Article::new("a", text.replace("                ", "")),
        Article::new("b", "Photo by Bo"),
    ];
    let summary = summarize(Summarizer::builder(), &Cluster::new("attic", articles));
    let headline = "Man found living in attic of Norvale after noises in the night";
    assert_eq!(summary.headline.as_deref(), Some(headline));
    assert!(!summary.text.contains(headline), "{}", summary.text);
    let warning = r#"1 of 2 articles have no text to read: "b""#;
    assert!(summary.warnings.contains(&warning.to_owned()), "{:?}", summary.warnings);
}
