//! What a summary carries beside its sentences.

use nutgraf::{Article, Budget, Cluster, Selection, Summarizer};

use crate::common::corpus;
use crate::{cluster, summarize};

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
        // Without titles the headline begins a line of a text, with a dateline or a phrase before it
        // or none, or is a part of the first sentence.
        let mut untitled = cluster.clone();
        untitled.articles.iter_mut().for_each(|article| article.title = None);
        let summary = summarize(Summarizer::builder(), &untitled);
        let headline = summary.headline.as_deref().unwrap().trim_end_matches([' ', '…']);
        let (_, after_capital) =
            headline.split_at(headline.chars().next().map_or(0, char::len_utf8));
        let first = &summary.sentences()[0].text;
        let mut lines = untitled.articles.iter().flat_map(|article| article.text.lines());
        let begins = |line: &str| {
            let after_phrase = line.split_once(", ").and_then(|(_, rest)| rest.get(1..));
            line.split("— ").any(|part| part.trim().starts_with(headline))
                || after_phrase.is_some_and(|rest| rest.starts_with(after_capital))
        };
        if lines.any(begins) {
            continue;
        }
        let at = first
            .find(after_capital)
            .unwrap_or_else(|| panic!("{}: {headline} is no part of: {first}", cluster.id));
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
fn the_same_words_are_no_further_witness() {
    let says = |id, first: &str, next| Article::new(id, format!("{first} {next}"));
    let wire = "The mayor of Norvale said on Tuesday that the old bridge would stay closed.";
    let own = "On Tuesday the mayor of Norvale said the old bridge would stay closed.";
    let articles = vec![
        says("a", wire, "Buses take the long way round by the hills."),
        says("b", wire, "Shops in the lower town have lost half of their trade."),
        says("c", own, "A ferry is to run from the harbour in the spring."),
    ];
    let cluster = Cluster::new("bridge", articles);
    let summary = summarize(Summarizer::builder().budget(Budget::Sentences(1)), &cluster);
    let sentence = &summary.sentences()[0];
    let copies: Vec<_> =
        sentence.support.iter().map(|own| (own.article_id.as_str(), own.copy)).collect();
    assert_eq!((sentence.text.as_str(), copies), (own, vec![("a", false), ("b", true)]));
}

#[test]
fn an_article_that_does_not_belong_is_named() {
    let mut ferry = cluster("ferry-lastmark");
    let stray =
        "Bake the dough for an hour. Whisk eggs and sugar until stiff. Serve warm with cream.";
    ferry.articles.push(Article::new("stray", stray));
    let summary = summarize(Summarizer::builder(), &ferry);
    let expected = [
        r#"articles differ on the dead: 3 in "ferry-lastmark-1", 5 in "ferry-lastmark-4""#,
        "article \"stray\" has little to do with the others",
    ];
    assert_eq!(summary.warnings, expected);
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
fn the_dead_are_counted_however_an_article_says_it() {
    let ferry = |id: &str, first: &str, rest: &str| Article::new(id, format!("{first} {rest}"));
    let first = "Three people were killed when a passenger ferry struck a breakwater in fog at \
                 Lastmark on Friday.";
    let one = ferry("one", first, "The ferry came from Hestra with a full deck. Divers are there.");
    let differ = |told: &str| {
        let rest = "The harbour of Lastmark is closed. Its radar was out of order for weeks.";
        let both = Cluster::new("ferry", vec![one.clone(), ferry("two", told, rest)]);
        let warnings = summarize(Summarizer::builder(), &both).warnings;
        warnings.into_iter().find(|warning| warning.contains("differ"))
    };
    for (told, number) in [
        ("The ferry that crashed at Lastmark, with the loss of five lives, had a fault.", 5),
        ("The ferry disaster at Lastmark claimed five lives.", 5),
        ("The ferry that crashed at Lastmark cost five people their lives.", 5),
        ("Five passengers of the Lastmark ferry lost their lives.", 5),
        ("Five of the ferry's passengers died at Lastmark.", 5),
        ("The crash of the ferry at Lastmark killed five of its passengers.", 5),
        ("Four people are now known to have died in Friday's ferry tragedy at Lastmark.", 4),
    ] {
        let expected = format!(r#"articles differ on the dead: 3 in "one", {number} in "two""#);
        assert_eq!(differ(told), Some(expected), "{told}");
    }
    for told in [
        // There may be a third.
        "Two passengers of the Lastmark ferry lost their lives.",
        "Two of the ferry's passengers died at Lastmark.",
        "The storm of 1999 claimed 40 lives at Lastmark, where the ferry struck.",
        "The lifeboats of Lastmark saved five lives when the ferry struck.",
        "The ferry of Lastmark has the nine lives of a cat.",
        "Lastmark lost five jobs with the ferry.",
        "Five passengers saw how the captain of the Lastmark ferry died.",
        "Five passengers of the Lastmark ferry were hurt, and three people died.",
        "Five cows that the Lastmark ferry carried died.",
    ] {
        assert_eq!(differ(told), None, "{told}");
    }
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

#[test]
fn a_sentence_alone_has_keywords() {
    let text = "A nursing home in Norvale was evacuated after a fire on the roof of its kitchen.";
    let cluster = Cluster::new("c", vec![Article::new("a", text)]);
    let summary = summarize(Summarizer::builder(), &cluster);
    assert_eq!(summary.keywords.len(), 5, "{:?}", summary.keywords);
}

#[test]
fn a_headline_in_the_text_may_have_few_words_of_the_first_sentence_where_it_says_more() {
    let first = "There are two things that the old tower above Norvale cannot seem to stop doing: \
                 making headlines, and going down.";
    let second =
        "The tower keeps sinking, and a fix of its cracks will take years, engineers said.";
    let articles = |headline: &str| {
        vec![
            Article::new("a", format!("{first}\n\n{second}")),
            Article::new(
                "b",
                format!(
                    "{headline}\n\nEngineers fear that the sinking will not end. The fix of the cracks may fail."
                ),
            ),
        ]
    };
    let headline = |line: &str| {
        let cluster = Cluster::new("tower", articles(line));
        summarize(Summarizer::builder().budget(Budget::Words(60)), &cluster).headline.unwrap()
    };
    let told = "Tower keeps sinking, but engineers may have a fix for its cracks";
    assert_eq!(headline(told), told);
    let aside = "The kings of Sundmark built more than they could pay for";
    assert_ne!(headline(aside), aside);
}

#[test]
fn a_piece_that_argues_gives_no_headline() {
    let text = "The level crossing of Kehl was a trap, and the six people who died there knew it.";
    let article =
        |id: &str, title: &str| Article { title: Some(title.into()), ..Article::new(id, text) };
    let opinion = article("a", "Opinion: The level crossing of Kehl was a trap");
    let of = |articles: &[&Article]| {
        let cluster = Cluster::new("c", articles.iter().map(|a| (*a).clone()).collect());
        summarize(Summarizer::builder(), &cluster).headline.unwrap()
    };
    let news = article("b", "Toll of the crash rises to six");
    assert_eq!(of(&[&opinion, &news]), "Toll of the crash rises to six");
    assert_eq!(of(&[&opinion]), opinion.title.clone().unwrap());
}

#[test]
fn of_flashes_that_differ_in_the_toll_the_newest_is_quoted() {
    let flash = |day: u32, toll: &str| Article {
        published: Some(format!("2031-03-0{day}")),
        ..Article::new(
            day.to_string(),
            format!("{toll} people were killed when a passenger ferry struck a breakwater in fog."),
        )
    };
    let mut articles = vec![flash(1, "Three"), flash(2, "Five"), flash(3, "Nine")];
    for newest in ["Nine", "Five"] {
        let cluster = Cluster::new("ferry", articles.clone());
        let summary = summarize(Summarizer::builder(), &cluster);
        let [sentence] = summary.sentences() else { panic!("{}", summary.text) };
        assert!(sentence.text.starts_with(newest), "{}", sentence.text);
        assert_eq!(sentence.support.len(), articles.len() - 1);
        assert_eq!(summary.keywords[0], "passenger ferry");
        articles.pop();
    }
}
