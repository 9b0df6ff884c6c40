//! The order in which a summary is read.

use serde::{Deserialize, Serialize};

use crate::select::{Choice, SUPPORT_THRESHOLD, Supporter};
use crate::text::Sentence;

/// The order of a summary's sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Order {
    /// As the articles tell it: day by day where all of them have a date, then by place in the
    /// story, of equals the more valuable first; neighbours stay together, and what points back stays
    /// behind the sentence of its article that is read before it. Where none is dated, the most
    /// valuable sentence is read first if it begins its article and what would be first does not.
    ///
    /// The place of a sentence is the mean of its position in its article, which counts 1, and
    /// the positions of the sentences most like it in the other articles, each of which counts its
    /// cosine where that is at least 0.2 (0.5 in a summary of more than 64 sentences), as a whole
    /// number. One article may end where another begins; most of them together tell what comes first
    /// (Barzilay, Elhadad & al. 2002 let articles vote on the order of themes). `eval/ABLATION.md` has
    /// what it was measured against.
    #[default]
    Story,
    /// As they were chosen, the most valuable first.
    Rank,
}

/// Sentences of at least this cosine tell the place of one another.
const ALIKE: f64 = 0.2;

/// In a summary of more sentences than people read at once only those place one another that say
/// nearly the same, so that its cost stays linear.
const FEW: usize = 64;

impl Order {
    /// From which cosine on [`arrange`](Self::arrange) has a use for sentences that are like the
    /// chosen ones.
    pub(crate) fn alike_from(self, chosen: usize) -> f64 {
        if self == Self::Story && chosen <= FEW { ALIKE } else { SUPPORT_THRESHOLD }
    }

    /// The choices in this order, each with its rank: the turn of its choice, from 1. `alike` has
    /// for every choice the sentences of other articles that are like it. `day` gives the day of an
    /// article; for a timeline days count even where some article has none.
    pub(crate) fn arrange(
        self,
        choices: &[Choice],
        alike: &[Vec<Supporter>],
        sentences: &[Sentence],
        timeline: bool,
        day: impl Fn(u32) -> Option<i64>,
    ) -> Vec<(usize, Choice)> {
        let mut ranked: Vec<(usize, Choice)> = (1..).zip(choices.iter().copied()).collect();
        if self == Self::Rank {
            return ranked;
        }
        let own = |choice: &Choice| &sentences[choice.sentence as usize];
        // An article without a date has no place among days.
        let dated = timeline || choices.iter().all(|choice| day(own(choice).article).is_some());
        ranked.sort_by_key(|(_, choice)| choice.sentence);
        let mut runs: Vec<Run> = Vec::with_capacity(ranked.len());
        for (rank, choice) in ranked {
            let next = own(&choice);
            let place = place(next.position, &alike[rank - 1], sentences);
            let before = runs.last_mut().filter(|run| own(run.last()).article == next.article);
            match before {
                Some(run) if run.last().sentence + 1 == choice.sentence => {
                    if run.places.len() == run.choices.len() {
                        run.places.push(place);
                    }
                    run.choices.push((rank, choice));
                }
                // `He` is not to be somebody of another article.
                Some(run) if next.leaning.opening => run.choices.push((rank, choice)),
                _ => runs.push(Run {
                    day: day(next.article).filter(|_| dated),
                    places: vec![place],
                    choices: vec![(rank, choice)],
                }),
            }
        }
        runs.sort_by_key(Run::key);
        if !dated {
            begin_with_the_lead(&mut runs, sentences);
        }
        runs.into_iter().flat_map(|run| run.choices).collect()
    }
}

/// Where the first run begins within its article, and that of the most valuable sentence with it at
/// the beginning of one, the latter is read first: it says what the others take as known.
fn begin_with_the_lead(runs: &mut [Run], sentences: &[Sentence]) {
    let is_lead = |run: &Run| sentences[run.choices[0].1.sentence as usize].position == 0;
    let best = runs.iter().position(|run| run.choices[0].0 == 1);
    if let Some(best) = best.filter(|&best| is_lead(&runs[best]) && !is_lead(&runs[0])) {
        runs[..=best].rotate_right(1);
    }
}

/// Where a sentence stands in the story: see [`Order::Story`].
fn place(position: u32, alike: &[Supporter], sentences: &[Sentence]) -> f64 {
    let (mut sum, mut weights) = (f64::from(position), 1.0);
    for other in alike {
        sum += f64::from(sentences[other.sentence as usize].position) * other.similarity;
        weights += other.similarity;
    }
    sum / weights
}

/// Sentences that stay together, in the order of their article.
struct Run {
    day: Option<i64>,
    /// Of the first and those that follow it directly.
    places: Vec<f64>,
    choices: Vec<(usize, Choice)>,
}

impl Run {
    fn last(&self) -> &Choice {
        &self.choices[self.choices.len() - 1].1
    }

    /// What runs are ordered by: day, place and the turn of the best choice. Of places that are
    /// less than one apart nothing tells which comes first: they are rounded, half a place down.
    fn key(&self) -> (Option<i64>, u32, Option<usize>) {
        let place = self.places.iter().sum::<f64>() / self.places.len() as f64;
        let best = self.choices.iter().map(|(rank, _)| *rank).min();
        (self.day, (place - 0.5).ceil() as u32, best)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Leaning;

    /// Three articles of four sentences, of which row 3 leans.
    fn sentences() -> Vec<Sentence> {
        let sentence = |row: u32| {
            let leaning = Leaning { opening: row == 3, ..Leaning::default() };
            Sentence { article: row / 4, position: row % 4, leaning, ..Sentence::default() }
        };
        (0..12).map(sentence).collect()
    }

    /// The choices are rows, the most valuable first; `alike` has pairs of them and of others.
    fn arranged_with(
        rows: &[u32],
        alike: &[(u32, u32, f64)],
        days: [Option<i64>; 3],
        timeline: bool,
    ) -> Vec<u32> {
        let choices: Vec<Choice> =
            rows.iter().map(|&sentence| Choice { sentence, gain: 1.0 }).collect();
        let of = |row: u32| alike.iter().filter(move |(own, ..)| *own == row);
        let alike: Vec<Vec<Supporter>> = rows
            .iter()
            .map(|&row| {
                let supporter = |&(_, sentence, similarity)| Supporter { sentence, similarity };
                of(row).map(supporter).collect()
            })
            .collect();
        let day = |article: u32| days[article as usize];
        let arranged = Order::Story.arrange(&choices, &alike, &sentences(), timeline, day);
        arranged.iter().map(|(_, choice)| choice.sentence).collect()
    }

    fn arranged(rows: &[u32], days: [Option<i64>; 3], timeline: bool) -> Vec<u32> {
        arranged_with(rows, &[], days, timeline)
    }

    #[test]
    fn by_place_then_value_and_neighbours_together() {
        assert_eq!(arranged(&[8, 2, 0, 9, 4], [None; 3], false), [8, 9, 0, 4, 2]);
        // Three that stay together stand a place later.
        assert_eq!(arranged(&[8, 2, 0, 9, 10, 4], [None; 3], false), [0, 4, 8, 9, 10, 2]);
    }

    #[test]
    fn the_most_valuable_lead_comes_before_what_begins_within_an_article() {
        // What is like 5 begins the other articles, what is like 0 comes late in one.
        let alike = [(5, 0, 0.9), (5, 8, 0.9), (0, 10, 0.9), (0, 11, 0.9)];
        assert_eq!(arranged_with(&[0, 5], &alike, [None; 3], false), [0, 5]);
        assert_eq!(arranged_with(&[5, 0], &alike, [None; 3], false), [5, 0]);
        assert_eq!(arranged_with(&[0, 4, 5], &alike[2..], [None; 3], false), [4, 5, 0]);
        let days = [Some(2), Some(1), None];
        assert_eq!(arranged_with(&[0, 5], &alike, days, false), [5, 0]);
    }

    #[test]
    fn other_articles_tell_the_place_too() {
        // The second article tells at its end what the others begin with.
        assert_eq!(arranged(&[2, 7], [None; 3], false), [2, 7]);
        let alike = [(7, 0, 0.6), (7, 8, 0.6)];
        assert_eq!(arranged_with(&[2, 7], &alike, [None; 3], false), [7, 2]);
        // From 3 to 1.9 is as good as 2, where the more valuable comes first.
        assert_eq!(arranged_with(&[2, 7], &alike[..1], [None; 3], false), [2, 7]);
        assert_eq!(arranged_with(&[7, 2], &alike[..1], [None; 3], false), [7, 2]);
    }

    #[test]
    fn what_points_back_stays_behind_what_is_read_before_it() {
        assert_eq!(arranged(&[3, 6, 1], [None; 3], false), [1, 3, 6]);
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
