//! The order in which a summary is read.

use serde::{Deserialize, Serialize};

use crate::select::Choice;
use crate::text::Sentence;

/// The order of a summary's sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Order {
    /// As the articles tell it: day by day where all of them have a date, then by place in the
    /// article, then the more valuable first; neighbours stay together.
    #[default]
    Story,
    /// As they were chosen, the most valuable first.
    Rank,
}

impl Order {
    /// The choices in this order, each with its rank: the turn of its choice, from 1. `day` gives
    /// the day of an article.
    pub(crate) fn arrange(
        self,
        choices: &[Choice],
        sentences: &[Sentence],
        day: impl Fn(u32) -> Option<i64>,
    ) -> Vec<(usize, Choice)> {
        let mut ranked: Vec<(usize, Choice)> = (1..).zip(choices.iter().copied()).collect();
        if self == Self::Story {
            let article = |choice: &Choice| sentences[choice.sentence as usize].article;
            // An article without a date has no place among days.
            let dated = choices.iter().all(|choice| day(article(choice)).is_some());
            let place = |(rank, choice): &(usize, Choice)| {
                let position = sentences[choice.sentence as usize].position;
                (day(article(choice)).filter(|_| dated), position, *rank)
            };
            ranked.sort_by_key(|(_, choice)| choice.sentence);
            // Sentences that follow one another in an article stay together, at the place of the
            // first of them.
            let mut placed: Vec<(_, (usize, Choice))> = Vec::with_capacity(ranked.len());
            for entry in ranked {
                let follows = placed.last().filter(|(_, (_, before))| {
                    before.sentence + 1 == entry.1.sentence && article(before) == article(&entry.1)
                });
                let key = follows.map_or_else(|| place(&entry), |(key, _)| *key);
                placed.push((key, entry));
            }
            placed.sort_by_key(|(key, (_, choice))| (*key, choice.sentence));
            return placed.into_iter().map(|(_, entry)| entry).collect();
        }
        ranked
    }
}
