//! `nutgraf group` and `nutgraf digest` as users see them: the real binary, real files.

#[path = "common/binary.rs"]
mod binary;
mod common;

use std::collections::BTreeSet;
use std::fs;

use binary::{Folder, errors, lines, run_with_input};
use common::corpus;
use nutgraf::Article;
use serde_json::{Value, json};

/// The JSON lines of a run that must succeed.
fn records(arguments: &[&str], input: &str) -> Vec<Value> {
    let output = run_with_input(arguments, input);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    lines(&output.stdout)
}

/// The articles of the corpus as a mixed batch: a line each, no clusters.
fn batch() -> String {
    let articles = corpus().into_iter().flat_map(|cluster| cluster.articles);
    articles.map(|article| line(&Article { cluster: None, ..article })).collect()
}

fn line(article: &Article) -> String {
    serde_json::to_string(article).expect("JSON") + "\n"
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().expect("an array").iter().map(|v| v.as_str().expect("a string")).collect()
}

#[test]
fn every_article_is_in_one_story_copies_too() {
    let stories = records(&["group", "-"], &batch());
    let mut met = BTreeSet::new();
    for story in &stories {
        let own: BTreeSet<&str> = strings(&story["articles"]).into_iter().collect();
        let copies = story["duplicates"].as_object().expect("an object");
        for (copy, of) in copies {
            assert!(own.contains(copy.as_str()) && own.contains(of.as_str().expect("an id")));
            let similarity = story["similarities"][copy].as_f64().expect("a number");
            assert!((0.5..=1.0).contains(&similarity));
        }
        assert!(story["change"].is_null());
        for id in own {
            assert!(met.insert(id.to_owned()), "{id} is in two stories");
        }
    }
    let all: BTreeSet<String> =
        corpus().into_iter().flat_map(|c| c.articles).map(|article| article.id).collect();
    assert_eq!(met, all);
}

#[test]
fn a_grouping_is_compared_with_a_gold_one() {
    let folder = Folder::new();
    let compared = |gold: String| {
        let path = folder.write("gold.jsonl", gold);
        let output = run_with_input(&["group", "-", "--gold", &path], batch());
        (output.status.code(), errors(&output))
    };
    let gold = corpus().into_iter().map(|cluster| {
        let ids: Vec<&str> = cluster.articles.iter().map(|a| a.id.as_str()).collect();
        json!({ "cluster": cluster.id, "articles": ids }).to_string() + "\n"
    });
    let (status, said) = compared(gold.collect());
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("BCubed    P 100.00") && said.contains("(68 articles)"), "{said}");
    let (status, said) = compared(r#"{"cluster":"a","articles":["none of these"]}"#.to_owned());
    assert!(status == Some(2) && said.contains("do its ids match?"), "{said}");
    let missing = run_with_input(&["group", "-", "--gold", "no-such-file"], batch());
    assert_eq!(missing.status.code(), Some(2));
    assert!(missing.stdout.is_empty(), "the file is looked for before the work");
}

#[test]
fn clusters_are_grouped_like_any_articles_and_equal_ids_are_told_apart() {
    let cluster = |id: &str, text: &str| {
        json!({"id": id, "documents": [{"id": "1", "text": text}]}).to_string() + "\n"
    };
    let text = "The bridge at Norvale was closed after engineers found a crack in a pier.";
    let input = cluster("a", text) + &cluster("b", text);
    let stories = records(&["group", "-"], &input);
    assert_eq!(stories.len(), 1);
    assert_eq!(strings(&stories[0]["articles"]), ["a/1", "b/1"]);
    assert_eq!(stories[0]["duplicates"], json!({"b/1": "a/1"}));
}

#[test]
fn threads_do_not_matter() {
    let one =
        run_with_input(&["digest", "-", "--format", "jsonl", "--threads", "1"], batch()).stdout;
    let four =
        run_with_input(&["digest", "-", "--format", "jsonl", "--threads", "4"], batch()).stdout;
    assert!(!one.is_empty() && one == four);
}

#[test]
fn a_digest_begins_with_the_heaviest_story() {
    let all = records(&["digest", "-", "--format", "jsonl"], &batch());
    let weights: Vec<f64> = all.iter().map(|s| s["weight"].as_f64().expect("a weight")).collect();
    assert!(weights.is_sorted_by(|a, b| a >= b));
    let top = records(&["digest", "-", "--format", "jsonl", "--top", "3"], &batch());
    assert_eq!(top, all[..3]);
    let several = records(&["digest", "-", "--format", "jsonl", "--min-articles", "3"], &batch());
    assert!(!several.is_empty() && several.len() < all.len());
    assert!(several.iter().all(|story| story["articles"].as_u64() >= Some(3)));
}

#[test]
fn one_budget_is_shared() {
    let total = 200;
    let arguments = ["digest", "-", "--format", "jsonl", "--total-words", "200", "--top", "4"];
    let stories = records(&arguments, &batch());
    assert_eq!(stories.len(), 4);
    let words: Vec<u64> = stories.iter().map(|s| s["words"].as_u64().expect("words")).collect();
    assert!(words.iter().sum::<u64>() <= total, "{words:?}");
    assert!(words.iter().all(|&words| words > 0));
    let both = run_with_input(&["digest", "-", "--total-words", "200", "--words", "20"], batch());
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn clusters_in_the_input_are_stories_as_they_are() {
    let given = corpus().into_iter().next().expect("a cluster");
    let input = serde_json::to_string(&given).expect("JSON") + "\n" + &batch();
    let stories = records(&["digest", "-", "--format", "jsonl"], &input);
    let story = stories.iter().find(|story| story["id"] == given.id.as_str()).expect("the story");
    assert_eq!(story["articles"].as_u64(), Some(given.articles.len() as u64));
}

/// A record of an article with a date.
fn dated(id: &str, text: &str, date: &str) -> Value {
    json!({ "id": id, "text": text, "published": date })
}

#[test]
fn all_stories_are_weighed_in_one_way_whatever_they_came_in() {
    let bridge = "The bridge at Norvale was closed after engineers found a crack in a pier.";
    let chess = "Lindqvist won the chess final in Oslo with a brilliant sacrifice of her queen.";
    let rain = "Heavy rain fell on Lastmark, and all of its schools were closed for the day.";
    let old = json!({ "id": "old", "weight": 99, "documents": [dated("1", bridge, "2031-03-01")] });
    let new = dated("2", chess, "2031-03-10");
    let loose = dated("3", rain, "2031-03-01");
    let input = format!("{old}\n{loose}\n{new}\n");
    for more in [&[][..], &["--top", "3"], &["--total-words", "120"]] {
        let stories = records(&[&["digest", "-", "--format", "jsonl"], more].concat(), &input);
        let weights: Vec<f64> = stories.iter().map(|s| s["weight"].as_f64().unwrap()).collect();
        // One outlet and one article weigh 1.5; nine days are nine half-lives.
        let faded = 1.5 * f64::midpoint(1.0, 0.5_f64.powi(9));
        assert_eq!(weights, [1.5, faded, faded], "{more:?}");
        assert_eq!((&stories[0]["summary"], &stories[1]["id"]), (&json!(chess), &json!("old")));
    }
}

#[test]
fn a_date_in_the_future_makes_no_story_the_heaviest_and_no_other_old() {
    let bridge = "The bridge at Norvale was closed after engineers found a crack in a pier.";
    let chess = "Lindqvist won the chess final in Oslo with a brilliant sacrifice of her queen.";
    let rain = "Heavy rain fell on Lastmark, and all of its schools were closed for the day.";
    // An American date: 12 March.
    let future = json!({ "id": "future", "documents": [
        dated("1", chess, "03/12/2024"),
        dated("2", "A sacrifice of her queen won Lindqvist the final.", "03/12/2024"),
    ] });
    let now = json!({ "id": "now", "documents": [dated("3", bridge, "2024-03-02")] });
    let old = json!({ "id": "old", "documents": [
        dated("4", rain, "2024-03-01"),
        dated("5", "Schools of Lastmark stay closed for a second day.", "03/12/2024"),
    ] });
    let input = format!("{future}\n{now}\n{old}\n");
    let stories = records(&["digest", "-", "--format", "jsonl"], &input);
    let weight = |id: &str| {
        let story = stories.iter().find(|story| story["id"] == id).expect("the story");
        story["weight"].as_f64().expect("a weight")
    };
    // Two outlets and two articles weigh log2(3) · 1.5; what has no date is a day old.
    let two = 3_f64.log2() * 1.5;
    let (future, now, old) = (weight("future"), weight("now"), weight("old"));
    assert!((now - 1.5).abs() < 1e-12, "{now}");
    assert!((future - two * 0.75).abs() < 1e-12, "{future}");
    assert!((old - two * 0.75).abs() < 1e-12, "{old}");
}

#[test]
fn copies_in_a_given_cluster_do_not_count() {
    let text = "The bridge at Norvale was closed after engineers found a crack in a pier.";
    let wire = json!({ "id": "a", "text": text });
    let copy = json!({ "id": "b", "text": text });
    let input = json!({ "id": "bridge", "documents": [wire, copy] }).to_string();
    let stories = records(&["digest", "-", "--format", "jsonl"], &input);
    assert_eq!((&stories[0]["weight"], &stories[0]["articles"]), (&json!(1.5), &json!(2)));
    assert_eq!(stories[0]["duplicates"], json!({ "b": "a" }));
    let several = ["digest", "-", "--format", "jsonl", "--min-articles", "2"];
    assert_eq!(records(&several, &input), [] as [Value; 0]);
}

#[test]
fn a_cluster_without_an_article_is_named() {
    let input = json!({ "id": "none", "documents": [] }).to_string() + "\n" + &batch();
    let output =
        run_with_input(&["digest", "-", "--format", "jsonl", "--min-articles", "2"], &input);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("cluster \"none\" has no sentence"));
}

#[test]
fn a_night_without_a_story_is_no_failure_and_keeps_the_state() {
    let folder = Folder::new();
    let state = &folder.at("stories.json");
    let bridge = "The bridge at Norvale was closed after engineers found a crack in a pier.";
    let night = line(&Article::new("1", bridge));
    let quiet = ["digest", "-", "--format", "jsonl", "--min-articles", "2", "--state", state];
    assert_eq!(records(&quiet, &night), [] as [Value; 0]);
    let said = errors(&run_with_input(&quiet, &night));
    assert_eq!(said.trim_end(), "note: all stories are left out by --min-articles: 1");
    let next = line(&Article::new("2", format!("{bridge} It will stay closed for a month.")));
    let stories = records(&["digest", "-", "--format", "jsonl", "--state", state], &next);
    assert_eq!(stories[0]["change"], "continued");
    let nothing =
        run_with_input(&["digest", "-", "--input-format", "json", "--state", state], "[]");
    assert_eq!(nothing.status.code(), Some(2));
}

#[test]
fn state_keeps_the_ids_of_stories() {
    let folder = Folder::new();
    let state = &folder.at("stories.json");
    let article = |id: &str, text: &str, date: &str| {
        line(&Article { published: Some(date.into()), ..Article::new(id, text) })
    };
    let monday = article(
        "1",
        "The bridge at Norvale was closed on Monday after engineers found a crack in a pier.",
        "2031-03-03",
    );
    let tuesday = article(
        "2",
        "The Norvale bridge stays closed: the crack in its pier has grown, engineers said.",
        "2031-03-04",
    ) + &article(
        "3",
        "Lindqvist won the chess final in Oslo with a brilliant sacrifice of her queen.",
        "2031-03-04",
    );
    let first = records(&["group", "-", "--state", state], &monday);
    assert_eq!(first[0]["change"], "new");
    let second = records(&["group", "-", "--state", state], &tuesday);
    assert_eq!(second[0]["cluster"], first[0]["cluster"]);
    assert_eq!((&second[0]["change"], &second[1]["change"]), (&json!("continued"), &json!("new")));
    assert_eq!(second[0]["articles"], json!(["2"]));
    let digest = records(&["digest", "-", "--state", state, "--format", "jsonl"], &tuesday);
    assert!(digest.iter().all(|story| story["change"] == "continued"));

    fs::write(state, "not ours").expect("written");
    let damaged = run_with_input(&["group", "-", "--state", state], &tuesday);
    assert_eq!(damaged.status.code(), Some(2));
    assert!(errors(&damaged).contains("remove it to start anew"));
    assert_eq!(fs::read_to_string(state).expect("still there"), "not ours");
}

#[test]
fn a_damaged_state_is_refused() {
    let folder = Folder::new();
    let state = &folder.at("stories.json");
    records(&["group", "-", "--state", state], &batch());
    let kept: Value = serde_json::from_slice(&fs::read(state).expect("kept")).expect("JSON");
    let cases: [(&str, Value, &str); 5] = [
        ("/runs", json!(u32::MAX), "there cannot have been 4294967295 runs"),
        ("/articles/0/run", json!(7), "in run 7 of 1"),
        ("/articles/0/run", json!(0), "in run 0 of 1"),
        ("/articles/0/published", json!(i64::MIN), "-9223372036854775808 is no date"),
        ("/newest/0", json!(i64::MAX), "9223372036854775807 is no date"),
    ];
    for (place, value, said) in cases {
        let mut damaged = kept.clone();
        *damaged.pointer_mut(place).expect(place) = value;
        fs::write(state, damaged.to_string()).expect("written");
        let output = run_with_input(&["group", "-", "--state", state], batch());
        let told = errors(&output);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(said) && told.contains("remove it to start anew"), "{told}");
        assert_eq!(fs::read_to_string(state).expect("still there"), damaged.to_string());
    }
}

#[test]
fn a_night_without_news_is_no_failure() {
    let folder = Folder::new();
    let known = format!("{{\"id\":\"broken\",\"error\":\"no text\"}}\n{}", batch());
    let said = &folder.write("said.jsonl", known);
    let output = run_with_input(&["digest", "-", "--format", "jsonl", "--known", said], batch());
    let told = errors(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(
        told.contains("said.jsonl:1: no article, but what went wrong earlier: no text"),
        "{told}"
    );
    let stories = lines(&output.stdout);
    assert!(!stories.is_empty());
    for story in stories {
        assert_eq!((&story["summary"], &story["words"]), (&json!(""), &json!(0)));
    }
}

#[test]
fn what_yesterday_said_is_not_said_again() {
    let folder = Folder::new();
    let known = &folder.at("yesterday.jsonl");
    let (old, new) = (
        "A fire closed the harbour at Lastmark on Monday. Nobody was hurt in the fire. ",
        "The harbour master resigned on Tuesday over the missing sprinklers.",
    );
    let yesterday = run_with_input(
        &["digest", "-", "--format", "jsonl", "-o", known],
        line(&Article::new("1", old)),
    );
    assert_eq!(yesterday.status.code(), Some(0));
    let today = line(&Article::new("2", format!("{old}{new}")));
    let stories = records(&["digest", "-", "--format", "jsonl", "--known", known], &today);
    assert_eq!(stories[0]["summary"], new);
}

#[test]
fn a_story_without_news_gives_way_to_the_next() {
    let folder = Folder::new();
    let from = |id: &str, source: &str, text: &str| {
        line(&Article { source: Some(source.into()), ..Article::new(id, text) })
    };
    let fire = "A fire closed the harbour at Lastmark on Monday. Nobody was hurt in the fire.";
    let chess = "Lindqvist won the chess final in Oslo with a brilliant sacrifice of her queen.";
    let bridge = "The bridge at Norvale was closed after engineers found a crack in a pier.";
    let heaviest = from("1", "Wire", fire) + &from("2", "Post", fire) + &from("3", "Echo", fire);
    let next = from("4", "Wire", chess) + &from("5", "Post", chess);
    let tonight = heaviest + &next + &from("6", "Wire", bridge);
    let said = &folder.write("said.jsonl", from("7", "Wire", fire));
    let known = |more: &[&str]| {
        let arguments = ["digest", "-", "--format", "jsonl", "--known", said];
        records(&[&arguments, more].concat(), &tonight)
    };
    let told = |more: &[&str]| -> Vec<String> {
        known(more).iter().map(|story| story["summary"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(told(&[]), ["", chess, bridge]);
    assert_eq!(told(&["--top", "1"]), [chess]);
    assert_eq!(told(&["--top", "2"]), [chess, bridge]);
    assert_eq!(told(&["--top", "3"]), [chess, bridge]);
    // Nor does it take words: each story has 25 at least.
    assert_eq!(told(&["--total-words", "30"]), [chess]);
    assert_eq!(known(&["--total-words", "60"]).len(), 2);

    folder.write("said.jsonl", &tonight);
    assert_eq!(told(&["--top", "2"]), [""; 0]);
}

#[test]
fn a_bad_line_is_named_and_the_rest_is_grouped() {
    let input = format!("{{broken\n{}", line(&Article::new("1", "Heavy rain fell on Norvale.")));
    for command in ["group", "digest"] {
        let output = run_with_input(&[command, "-", "--input-format", "jsonl"], &input);
        assert_eq!(output.status.code(), Some(1));
        assert!(errors(&output).contains("standard input:1"));
        assert!(!output.stdout.is_empty());
    }
}

#[test]
fn a_setting_out_of_range_is_named() {
    let output = run_with_input(&["group", "-", "--threshold", "2"], batch());
    assert_eq!(output.status.code(), Some(2));
    let said = errors(&output);
    assert!(said.contains("`threshold` is 2: it must be from 0.001 to 1"), "{said}");
}

#[test]
fn stories_from_another_time_are_left_out() {
    let article = |id: &str, day: &str, text: &str| {
        let text = format!("{text} {text} Officials will speak on it in the afternoon.");
        line(&Article { published: Some(day.to_owned()), ..Article::new(id, text) })
    };
    let bridge = "Engineers closed the bridge at Norvale after they found a crack in a pier.";
    let ferry = "The ferry to Hestra ran aground in thick fog with ninety people on board.";
    let input = article("a", "2031-03-01", bridge) + &article("b", "2031-03-09", ferry);
    let call =
        |more: &[&str]| records(&[&["digest", "-", "--format", "jsonl"], more].concat(), &input);
    assert_eq!(call(&[]).len(), 2);
    let late = call(&["--since", "2031-03-05", "--top", "1"]);
    assert_eq!(strings(&json!([late[0]["sentences"][0]["article"]])), ["b"]);
    let none = call(&["--since", "2031-04-01"]);
    assert!(none.is_empty());
}
