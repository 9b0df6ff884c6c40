//! Copies of articles, made as outlets make them, are found again.

use nutgraf::group::copies;
use nutgraf::{Article, Cluster};

use crate::common::corpus;
use crate::made_up::{self, Random};
use crate::{shared, shuffle};

/// The texts from which copies are made: one article of a cluster, so that none is a copy of
/// another, and long enough to be cut.
fn originals(clusters: Vec<Cluster>) -> Vec<Article> {
    let long = |article: &Article| article.text.split_whitespace().count() >= 80;
    let first = |cluster: Cluster| {
        let id = cluster.id;
        let article = cluster.articles.into_iter().find(long)?;
        Some(Article { id, ..article })
    };
    clusters.into_iter().filter_map(first).collect()
}

/// Copies of an article, as outlets make them.
fn made_copies(article: &Article, random: &mut Random) -> Vec<Article> {
    let text = article.text.as_str();
    let words: Vec<&str> = text.split(' ').collect();
    let share = 0.5 + 0.4 * random.unit();
    let cut = words[..(words.len() as f64 * share) as usize].join(" ");
    let mut paragraphs: Vec<&str> = if text.contains('\n') {
        text.split('\n').filter(|paragraph| !paragraph.trim().is_empty()).collect()
    } else {
        text.split_inclusive(". ").collect()
    };
    let advert = "Subscribe now to our evening briefing and get the first month at half price, with \
                  access to every crossword, podcast and archive page we have ever printed.";
    let mut with_advert = paragraphs.clone();
    with_advert.insert(random.below(paragraphs.len() as u64 + 1) as usize, advert);
    let with_advert = with_advert.join("\n");
    shuffle(&mut paragraphs, random.next());
    let made = [
        ("cut", article.title.clone(), cut.clone()),
        ("reordered", article.title.clone(), paragraphs.join("\n")),
        (
            "headline",
            Some("What we know so far".into()),
            format!("By Our Own Correspondent\n{text}"),
        ),
        ("advert", article.title.clone(), with_advert),
        ("all", Some("Developing".into()), format!("{advert}\n{cut}")),
    ];
    made.map(|(kind, title, text)| Article {
        id: format!("{}/{kind}", article.id),
        title,
        text,
        ..article.clone()
    })
    .into()
}

/// Precision and recall of the pairs that `copies` puts together.
fn quality_of_copies(originals: &[Article]) -> (f64, f64) {
    let mut random = Random(11);
    let mut all: Vec<(Article, usize)> = Vec::new();
    for (number, original) in originals.iter().enumerate() {
        all.push((original.clone(), number));
        all.extend(made_copies(original, &mut random).into_iter().map(|copy| (copy, number)));
    }
    shuffle(&mut all, 5);
    let (articles, made): (Vec<Article>, Vec<usize>) = all.into_iter().unzip();
    let found = copies(&articles);
    let group = |place: usize| found[place].map_or(place, |copy| copy.representative);
    let (mut right, mut together, mut true_pairs) = (0.0, 0.0, 0.0);
    for a in 0..articles.len() {
        for b in 0..a {
            let (one, same) = (group(a) == group(b), made[a] == made[b]);
            if one && !same {
                println!("not a copy: {} {}", articles[a].id, articles[b].id);
            }
            right += f64::from(u8::from(one && same));
            together += f64::from(u8::from(one));
            true_pairs += f64::from(u8::from(same));
        }
    }
    (right / together, right / true_pairs)
}

#[test]
fn made_copies_are_found_and_nothing_else() {
    let mut sets = vec![("corpus", originals(corpus()))];
    let made_up = made_up::batch(2_000);
    let mut met = std::collections::BTreeSet::new();
    let firsts = made_up.articles.into_iter().zip(made_up.stories);
    let first_of_story = firsts.filter_map(|(article, story)| met.insert(story).then_some(article));
    sets.push(("made up", first_of_story.collect()));
    for name in ["multinews", "vmds", "vims"] {
        if let Some((articles, clusters)) = shared(name) {
            let mut clusters: Vec<Cluster> = articles
                .into_iter()
                .zip(clusters)
                .map(|(article, cluster)| Cluster::new(cluster, vec![article]))
                .collect();
            clusters.sort_by(|a, b| a.id.cmp(&b.id));
            clusters.dedup_by(|a, b| a.id == b.id);
            sets.push((name, originals(clusters)));
        }
    }
    for (name, originals) in sets {
        let (precision, recall) = quality_of_copies(&originals);
        println!(
            "copies of {} articles of {name}: precision {precision:.4}, recall {recall:.4}",
            originals.len()
        );
        assert!(precision >= 0.98 && recall >= 0.98, "{name}: {precision:.4} {recall:.4}");
    }
}
