//! The order in which a summary is read.

use serde::{Deserialize, Serialize};

use crate::select::Choice;
use crate::text::Sentence;

/// The order of a summary's sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Order {
    /// As the articles tell it: by place in the article, then by article; neighbours stay
    /// together.
    #[default]
    Story,
    /// As they were chosen, the most valuable first.
    Rank,
}

impl Order {
    /// The choices in this order, each with its rank: the turn of its choice, from 1.
    pub(crate) fn arrange(
        self,
        choices: &[Choice],
        sentences: &[Sentence],
    ) -> Vec<(usize, Choice)> {
        self.arrange_by_day(choices, sentences, |_| None)
    }

    /// As [`arrange`](Self::arrange), day by day, where `day` gives the day of an article.
    pub(crate) fn arrange_by_day(
        self,
        choices: &[Choice],
        sentences: &[Sentence],
        day: impl Fn(u32) -> Option<i64>,
    ) -> Vec<(usize, Choice)> {
        let mut ranked: Vec<(usize, Choice)> = (1..).zip(choices.iter().copied()).collect();
        if self == Self::Story {
            let place = |choice: &Choice| {
                let sentence = &sentences[choice.sentence as usize];
                (day(sentence.article), sentence.position, sentence.article)
            };
            ranked.sort_by_key(|(_, choice)| choice.sentence);
            // Sentences that follow one another in an article stay together, at the place of the
            // first of them.
            let mut placed: Vec<(_, (usize, Choice))> = Vec::with_capacity(ranked.len());
            for entry in ranked {
                let follows = placed.last().filter(|(_, (_, before))| {
                    let article = |choice: &Choice| sentences[choice.sentence as usize].article;
                    before.sentence + 1 == entry.1.sentence && article(before) == article(&entry.1)
                });
                let key = follows.map_or_else(|| place(&entry.1), |(key, _)| *key);
                placed.push((key, entry));
            }
            placed.sort_by_key(|(key, (_, choice))| (*key, choice.sentence));
            return placed.into_iter().map(|(_, entry)| entry).collect();
        }
        ranked
    }
}
