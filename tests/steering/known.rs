//! Updates: only what is not known.

use nutgraf::{Article, Budget, Cluster, Summarizer};

use crate::{cluster, summarize};

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
fn another_number_a_denial_or_what_has_come_about_is_news() {
    for (known, new) in [
        (
            "The storm killed 12 people in the coastal town of Norvale on Friday, officials said.",
            "The storm killed 43 people in the coastal town of Norvale on Friday, officials said.",
        ),
        (
            "Police have arrested the mayor of Norvale over the contract for the bridge.",
            "Police have not arrested the mayor of Norvale over the contract for the bridge.",
        ),
        (
            "The mayor of Norvale will resign on Friday over the contract for the bridge.",
            "The mayor of Norvale resigned on Friday over the contract for the bridge.",
        ),
        (
            "The climber Nils Aro has been missing on Mount Kerr since Sunday, rescuers said.",
            "The climber Nils Aro was found dead on Mount Kerr on Tuesday, rescuers said.",
        ),
    ] {
        let rest = "Rescue teams brought hot tea to the ruined harbour, a shopkeeper said.";
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
