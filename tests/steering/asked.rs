//! What a reader asks for: words, sources, spans, length.

use std::collections::BTreeMap;

use nutgraf::{
    Article, Budget, Cluster, Passage, Selection, Span, Summarizer, SummarizerBuilder, Summary,
};

use crate::common::corpus;
use crate::{cluster, summarize, with};

fn passage(article: &str, start: u32, end: u32) -> Passage {
    Passage { article_id: article.to_owned(), span: Span::new(start, end) }
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
fn wanted_words_come_in_and_excluded_ones_stay_out() {
    let ferry = cluster("ferry-lastmark");
    let select = |selection: Selection| {
        let budget = Budget::Words(90);
        summarize(Summarizer::builder().selection(Selection { budget, ..selection }), &ferry)
    };
    let missing = |summary: &Summary| {
        let warnings = summary.warnings.iter().filter(|warning| warning.starts_with("no sentence"));
        warnings.cloned().collect::<Vec<_>>()
    };
    let plain = select(Selection::default());
    assert_eq!(with(&plain, "radar"), 0);
    let must =
        select(Selection { must: vec!["radar".into(), "zeppelin".into()], ..Selection::default() });
    assert!(with(&must, "radar") > 0);
    // Words that carry no meaning do not matter.
    let several =
        select(Selection { must: vec!["the radar of the".into()], ..Selection::default() });
    assert!(with(&several, "radar") > 0 && missing(&several).is_empty(), "{:?}", several.warnings);
    assert!(with(&plain, "the ferry") > 0);
    let without = select(Selection { exclude: vec!["the ferry".into()], ..Selection::default() });
    assert_eq!(with(&without, "ferry"), 0);
    assert_eq!(missing(&must), ["no sentence that may be chosen has `zeppelin`"]);
    assert!(with(&plain, "lastmark") > 0);
    let without = select(Selection { exclude: vec!["Lastmark".into()], ..Selection::default() });
    assert_eq!(with(&without, "lastmark"), 0);
    let headline = |summary: &Summary| summary.headline.clone().unwrap_or_default();
    assert!(headline(&plain).contains("Lastmark") && plain.keywords.contains(&"Lastmark".into()));
    assert!(!headline(&without).contains("Lastmark"), "{:?}", without.headline);
    assert!(!without.keywords.contains(&"Lastmark".into()), "{:?}", without.keywords);
    let excluding = |words: &str| {
        let exclude = vec![words.to_owned()];
        let mut warnings = select(Selection { exclude, ..Selection::default() }).warnings;
        warnings.retain(|warning| warning.starts_with("nothing is left out"));
        warnings
    };
    let zebra = "nothing is left out for `zebra`: no sentence and no headline has it";
    assert_eq!(excluding("zebra"), [zebra]);
    assert_eq!(excluding("ferries"), [] as [&str; 0]);
    let idle = select(Selection { must: vec!["the".into()], ..Selection::default() });
    assert!(idle.warnings[0].starts_with("no sentence is chosen for `the`"), "{:?}", idle.warnings);
    let it = "nothing is left out for `it`: sentences have such words whatever they say";
    let all = select(Selection { exclude: vec!["it".into()], ..Selection::default() });
    let warnings = [vec![it.to_owned()], plain.warnings].concat();
    assert_eq!((all.text, all.warnings), (plain.text, warnings));
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
    // A pin goes before a ban, even of everything.
    let everything = ferry.articles.iter().map(|a| passage(&a.id, 0, a.text.len() as u32));
    let (pinned, banned) = (vec![other.passage()], everything.collect());
    let alone = ranked.select(&Selection { pinned, banned, ..Selection::default() }).unwrap();
    assert_eq!(alone.text, other.text);
}

#[test]
fn pins_and_bans_without_effect_are_named() {
    let article = |id: &str, text: &str| Article::new(id, text);
    let texts = ["The dam above Norvale broke on Tuesday night.", "Ada Lund saw the water rise."];
    let cluster = Cluster::new("dam", vec![article("a", texts[0]), article("a", texts[1])]);
    let ranked = Summarizer::builder().build().unwrap();
    let ranked = ranked.rank(&cluster).unwrap();
    let select = |budget, pinned| {
        ranked.select(&Selection { budget, pinned, ..Selection::default() }).unwrap().warnings
    };
    let pins = vec![passage("b", 0, 9), passage("a", 900, 950)];
    let warnings = select(Budget::Words(100), pins);
    let named = |part: &str| warnings.iter().any(|warning| warning.contains(part));
    assert!(named("`b`: there is no such article"), "{warnings:?}");
    assert!(named("several articles"), "{warnings:?}");
    assert!(named("at 900..950 of `a`: no sentence"), "{warnings:?}");
    let warnings = select(Budget::Words(6), vec![passage("a", 0, 9)]);
    assert!(warnings.iter().any(|warning| warning.contains("no room for the pinned")));
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
