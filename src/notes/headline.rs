//! A headline for the cluster.

use std::ops::RangeInclusive;

use crate::clean::{Blemish, Blemishes};
use crate::notes::Context;
use crate::notes::gist::Gist;
use crate::notes::shortened::shortened;
use crate::published::{DAY, published};
use crate::select::SUPPORT_THRESHOLD;
use crate::summary::{Summary, SummarySentence};
use crate::text::{Language, printed};

/// A headline in a text is one of its first sentences.
const HEAD: u32 = 2;

/// How many words it has.
const LENGTH: RangeInclusive<u32> = 5..=18;

/// The cosine that it has with the first sentence of the summary at least, unless it says more of
/// what the cluster is about.
const OF_THE_LEAD: f64 = 0.15;

/// The share of the best headline's nearness that a later one needs.
const NEAR_ENOUGH: f64 = 0.6;

/// What stands before the title of a piece that argues, and a colon or a line.
const OPINIONS: &[&str] = &[
    "analyse",
    "analysis",
    "análisis",
    "bình luận",
    "chronique",
    "column",
    "columna",
    "comment",
    "commentary",
    "editorial",
    "glosse",
    "kolumne",
    "kommentar",
    "leitartikel",
    "meinung",
    "opinion",
    "opinión",
    "op-ed",
    "tribune",
    "xã luận",
    "édito",
    "éditorial",
    "社評",
    "社説",
    "社评",
    "评论",
];

/// True for the title of a piece that argues: it does not say what happened.
fn is_opinion(title: &str) -> bool {
    let label = title.split_once([':', '|', '：']).map(|(label, _)| label.trim().to_lowercase());
    label.is_some_and(|label| OPINIONS.contains(&label.as_str()))
}

/// The headline, of those the articles in the summary's language have, that is nearest to what the
/// cluster is about (its row's dot product with the sum of all rows by salience), the earlier of
/// equals; in its place the newest that says nearly the same, or that came a day later and is nearly
/// as near ([`NEAR_ENOUGH`]). Those of pieces that argue come last. What the user excludes is in none of them. Where none of the articles
/// has one, the nearest line that stands like one at the head of a text and has to do with the
/// `lead`, the first sentence of the summary; else that sentence up to a clause.
pub(crate) fn headline(
    context: &Context<'_>,
    gist: &Gist,
    language: Language,
    lead: Option<u32>,
    summary: &Summary,
) -> Option<String> {
    let gist = gist.weights();
    let titles = context.read().filter_map(|(number, article, own)| {
        let text = article.title.as_deref().unwrap_or_default().trim();
        let nearness = context.titles.dot_dense(number, gist) * context.centrality_of(number);
        let time = published(article);
        let may_be = !context.is_excluded(context.title_terms.of(number), text);
        (own == language && !text.is_empty() && may_be).then_some(Title {
            article: number,
            text,
            nearness,
            time,
        })
    });
    let mut titles: Vec<Title<'_>> = titles.collect();
    if titles.iter().any(|title| !is_opinion(title.text)) {
        titles.retain(|title| !is_opinion(title.text));
    }
    // Of equals `max_by` takes the last.
    let nearest = titles.iter().rev().max_by(|a, b| a.nearness.total_cmp(&b.nearness));
    let Some(best) = nearest else {
        let in_text = lead.and_then(|lead| headline_in_text(context, language, lead, gist));
        return in_text.or_else(|| headline_of_a_sentence(summary, language));
    };
    let outdates = |title: &&Title<'_>| {
        title.time.zip(best.time).is_some_and(|(time, before)| {
            let says_the_same =
                || context.titles.dot(title.article, best.article) >= SUPPORT_THRESHOLD;
            let is_near = title.nearness > 0.0 && title.nearness >= NEAR_ENOUGH * best.nearness;
            let is_next = time >= before + DAY && is_near;
            time > before && (is_next || says_the_same())
        })
    };
    let newest = titles.iter().filter(outdates).rev().max_by_key(|title| title.time);
    Some(printed(newest.unwrap_or(best).text).into_owned())
}

/// The first sentence of a summary up to a clause. Where it ends nowhere soon, the first of its
/// articles' beginnings that does; English alone, where more is known of clauses.
fn headline_of_a_sentence(summary: &Summary, language: Language) -> Option<String> {
    let sentences = summary.sentences();
    let made_from =
        |sentence: &SummarySentence| shortened(&sentence.text, language, &summary.keywords);
    let first = made_from(sentences.first()?);
    if !first.breaks_off || language != Language::English {
        return Some(first.text);
    }
    let beginnings = sentences[1..].iter().filter(|sentence| sentence.position == 0);
    let mut others = beginnings.map(made_from);
    Some(others.find(|other| !other.breaks_off).unwrap_or(first).text)
}

/// The nearest line of those that stand like a headline before the sentences of a text.
fn headline_in_text(
    context: &Context<'_>,
    language: Language,
    lead: u32,
    gist: &[f64],
) -> Option<String> {
    let about = |row: usize| context.rows.dot_dense(row, gist);
    let has_to_do_with_it = |row: usize| {
        let cosine = context.rows.dot(row, lead as usize);
        cosine >= OF_THE_LEAD || cosine > 0.0 && about(row) >= about(lead as usize)
    };
    let is_headline = |&row: &usize| {
        let sentence = &context.sentences[row];
        let text = context.text(row);
        sentence.position < HEAD
            && context.languages[sentence.article as usize] == Some(language)
            && sentence.blemishes == Blemishes::default().with(Blemish::NoEnd, true)
            && LENGTH.contains(&sentence.words)
            && !text.ends_with(['…', ':', '-', ',', '|'])
            && !text.ends_with("..")
            && text.contains(char::is_lowercase)
            && !sentence.leaning.opening
            && has_to_do_with_it(row)
            && !context.is_excluded(context.terms.of(row), text)
    };
    let nearness = |row: usize| {
        let article = context.sentences[row].article as usize;
        about(row) * context.centrality_of(article)
    };
    let heads = (0..context.sentences.len()).filter(is_headline);
    // Of equals `max_by` takes the last.
    let nearest = heads.rev().max_by(|a, b| nearness(*a).total_cmp(&nearness(*b)))?;
    Some(printed(context.text(nearest)).into_owned())
}

/// The headline of an article.
struct Title<'a> {
    article: usize,
    text: &'a str,
    nearness: f64,
    /// In seconds since 1970.
    time: Option<i64>,
}
