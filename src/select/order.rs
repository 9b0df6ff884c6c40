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
    /// article, then the more valuable first; neighbours stay together, and what points back stays
    /// behind the sentence of its article that is read before it.
    #[default]
    Story,
    /// As they were chosen, the most valuable first.
    Rank,
}

impl Order {
    /// The choices in this order, each with its rank: the turn of its choice, from 1. `day` gives
    /// the day of an article; for a timeline days count even where some article has none.
    pub(crate) fn arrange(
        self,
        choices: &[Choice],
        sentences: &[Sentence],
        timeline: bool,
        day: impl Fn(u32) -> Option<i64>,
    ) -> Vec<(usize, Choice)> {
        let mut ranked: Vec<(usize, Choice)> = (1..).zip(choices.iter().copied()).collect();
        if self == Self::Story {
            let article = |choice: &Choice| sentences[choice.sentence as usize].article;
            // An article without a date has no place among days.
            let dated = timeline || choices.iter().all(|choice| day(article(choice)).is_some());
            let place = |(rank, choice): &(usize, Choice)| {
                let position = sentences[choice.sentence as usize].position;
                (day(article(choice)).filter(|_| dated), position, *rank)
            };
            ranked.sort_by_key(|(_, choice)| choice.sentence);
            // Sentences that follow one another in an article stay together, at the place of the
            // first of them; `he` is not to be somebody of another article.
            let mut placed: Vec<(_, (usize, Choice))> = Vec::with_capacity(ranked.len());
            for entry in ranked {
                let follows = placed.last().filter(|(_, (_, before))| {
                    let own = &sentences[entry.1.sentence as usize];
                    article(before) == own.article
                        && (before.sentence + 1 == entry.1.sentence || own.leaning.opening)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Leaning;

    /// Three articles of four sentences; the choices are rows, the most valuable first.
    fn arranged(rows: &[u32], days: [Option<i64>; 3], timeline: bool) -> Vec<u32> {
        let sentence =
            |row: u32| Sentence { article: row / 4, position: row % 4, ..Sentence::default() };
        let sentences: Vec<Sentence> = (0..12).map(sentence).collect();
        let choices: Vec<Choice> =
            rows.iter().map(|&sentence| Choice { sentence, gain: 1.0 }).collect();
        let arranged =
            Order::Story.arrange(&choices, &sentences, timeline, |article| days[article as usize]);
        arranged.iter().map(|(_, choice)| choice.sentence).collect()
    }

    #[test]
    fn by_place_then_value_and_neighbours_together() {
        assert_eq!(arranged(&[8, 2, 0, 9, 4], [None; 3], false), [8, 9, 0, 4, 2]);
    }

    #[test]
    fn what_points_back_stays_behind_what_is_read_before_it() {
        let sentence = |row: u32| {
            let leaning = Leaning { opening: row == 3, ..Leaning::default() };
            Sentence { article: row / 4, position: row % 4, leaning, ..Sentence::default() }
        };
        let sentences: Vec<Sentence> = (0..8).map(sentence).collect();
        let choices = [3, 6, 1].map(|sentence| Choice { sentence, gain: 1.0 });
        let arranged = Order::Story.arrange(&choices, &sentences, false, |_| None);
        let order: Vec<u32> = arranged.iter().map(|(_, choice)| choice.sentence).collect();
        assert_eq!(order, [1, 3, 6]);
    }

    #[test]
    fn day_by_day_where_all_that_is_quoted_has_a_date() {
        let days = [Some(3), Some(1), Some(2)];
        assert_eq!(arranged(&[0, 8, 6, 9], days, false), [6, 8, 9, 0]);
        assert_eq!(arranged(&[0, 8, 6, 9], [Some(3), Some(1), None], false), [0, 8, 9, 6]);
        // An article that is not quoted needs none.
        assert_eq!(arranged(&[0, 6], [Some(3), Some(1), None], false), [6, 0]);
        // In a timeline what has none comes first.
        assert_eq!(arranged(&[0, 8, 6, 9], [Some(3), Some(1), None], true), [8, 9, 6, 0]);
    }
}
