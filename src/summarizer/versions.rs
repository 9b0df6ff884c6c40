//! What a newer article says in the place of an older one.

use crate::notes::Context;
use crate::published::published;
use crate::select::{Candidates, Selected, take_newest};
use crate::summarizer::Ranked;

impl Ranked<'_> {
    /// Lets chosen sentences give way to those of newer articles that have nearly their words and
    /// yet give another number, or are the same in a newer version of their article.
    pub(super) fn bring_up_to_date(
        &self,
        selected: &mut Selected,
        candidates: &Candidates<'_>,
        limit: usize,
        context: &Context<'_>,
    ) {
        let times: Vec<Option<i64>> = self.cluster.articles.iter().map(published).collect();
        let mut known = times.iter().flatten();
        let first = known.next();
        if known.all(|time| Some(time) == first) {
            return;
        }
        let article = |sentence: u32| self.reading.sentences[sentence as usize].article as usize;
        take_newest(selected, candidates, limit, |own, other| {
            let (old, new) = (article(own), article(other));
            let time = times[new].filter(|time| times[old].is_some_and(|before| before < *time))?;
            let (old, new) = (&self.cluster.articles[old], &self.cluster.articles[new]);
            let is_version = self.voters[article(own)] == self.voters[article(other)]
                && old.source.is_some()
                && old.source == new.source;
            let says_the_same =
                || is_version && context.text(own as usize) == context.text(other as usize);
            let outdates = || context.said(other).gives_another_number(&[&context.said(own)]);
            (says_the_same() || outdates()).then_some(time)
        });
    }
}
