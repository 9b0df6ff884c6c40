//! What the dates of articles decide: what is taken in, and the days of a timeline.

use std::collections::BTreeMap;

use crate::article::Article;
use crate::published::{date, day, is_between, published};
use crate::summarizer::{Inner, Ranked};

/// By article: whether it is from the time asked for. One without a date is; that is a warning.
pub(super) fn admitted(
    inner: &Inner,
    articles: &[Article],
    warnings: &mut Vec<String>,
) -> Vec<bool> {
    if inner.since.is_none() && inner.until.is_none() {
        return vec![true; articles.len()];
    }
    let times: Vec<Option<i64>> = articles.iter().map(published).collect();
    let undated = times.iter().filter(|time| time.is_none()).count();
    if undated > 0 {
        warnings.push(format!(
            "articles without a date that can be read are taken in, whatever their time: {undated}"
        ));
    }
    times.into_iter().map(|time| is_between(time, inner.since, inner.until)).collect()
}

/// What is said of articles that have no day, if a timeline leaves some out.
fn without_day(articles: &[Article]) -> Option<String> {
    let undated = articles.iter().filter(|article| published(article).is_none()).count();
    (undated > 0).then(|| {
        format!("articles without a date that can be read are no part of the timeline: {undated}")
    })
}

/// A day of a timeline.
pub(super) struct Day {
    /// Days since 1970 UTC.
    pub(super) number: i64,
    /// The sentences of its articles, ascending.
    pub(super) sentences: Vec<u32>,
}

impl Ranked<'_> {
    /// By article: the day by which its sentences are ordered, in a timeline its own. Else copies that
    /// have a day have the last of theirs: they tell one story, of which a part may be quoted as it
    /// stands now.
    pub(super) fn days_told(&self, timeline: bool) -> Vec<Option<i64>> {
        let mut days: Vec<Option<i64>> = self.cluster.articles.iter().map(day).collect();
        if !timeline {
            let mut last = days.clone();
            for (&voter, &day) in self.voters.iter().zip(&days) {
                let last = &mut last[voter as usize];
                *last = day.max(*last);
            }
            for (day, &voter) in days.iter_mut().zip(&self.voters) {
                *day = day.and(last[voter as usize]);
            }
        }
        days
    }

    /// The days that articles have, the one with the most salience first. Warnings say how many have
    /// none.
    pub(super) fn days(&self, eligible: &[u32], warnings: &mut Vec<String>) -> Vec<Day> {
        let of_article = self.days_told(true);
        let mut days: BTreeMap<i64, Vec<u32>> = BTreeMap::new();
        for &sentence in eligible {
            let article = self.reading.sentences[sentence as usize].article;
            if let Some(day) = of_article[article as usize] {
                days.entry(day).or_default().push(sentence);
            }
        }
        if days.is_empty() {
            let why = "no article has a date that can be read: there is no day for a timeline";
            warnings.push(why.to_owned());
        } else {
            warnings.extend(without_day(&self.cluster.articles));
        }
        let salience = |sentences: &[u32]| -> f64 {
            let all = sentences.iter().map(|&sentence| sentence as usize);
            all.map(|sentence| self.ranking.salience[sentence] * self.emphasis[sentence]).sum()
        };
        let mut days: Vec<(f64, Day)> = days
            .into_iter()
            .map(|(number, sentences)| (salience(&sentences), Day { number, sentences }))
            .collect();
        days.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        days.into_iter().map(|(_, day)| day).collect()
    }
}

/// Days that are named where a timeline leaves days out.
const NAMED: usize = 5;

/// What is said of days that a timeline leaves out, if there are any.
pub(super) fn days_left_out(mut days: Vec<i64>) -> Option<String> {
    days.sort_unstable();
    let mut named: Vec<String> = days.iter().take(NAMED).map(|day| date(*day)).collect();
    if days.len() > NAMED {
        named.push(format!("and {} more", days.len() - NAMED));
    }
    let days = if days.len() == 1 { "a day" } else { "days" };
    (!named.is_empty())
        .then(|| format!("the timeline has no sentence for {days}: {}", named.join(", ")))
}
