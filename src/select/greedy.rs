//! Greedy selection turn by turn, on a lazy heap.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::sync::Arc;

use crate::clean::{Blemish, Blemishes};
use crate::select::asked::Turns;
use crate::select::near::Near;
use crate::select::room::Room;
use crate::select::{Candidates, Choice, Concepts, Coverage, Refusal};
use crate::text::{Leaning, is_all_quoted, is_plain, lacks_news};

/// The state of a selection. A clone shares what does not change from turn to turn.
#[derive(Clone)]
pub(super) struct Greedy<'a> {
    pub(super) how: &'a Coverage,
    pub(super) candidates: &'a Candidates<'a>,
    concepts: Concepts<'a>,
    priorities: Arc<Vec<f64>>,
    near: Near<'a>,
    pub(super) room: Room<'a>,
    /// By sentence: true once it is chosen or refused for good.
    pub(super) done: Vec<bool>,
    /// True where it is not usual to [speak](Leaning::speaking).
    speaking_counts: bool,
    /// Sentences for which upright ones were looked for.
    pub(super) looked_for: usize,
    /// The mean cost of a sentence that may be chosen.
    pub(super) mean_cost: f64,
    /// True where the summary is [short](Coverage::short) and of several articles.
    short: bool,
    /// The budget is being filled once less than this is left.
    fill_below: f64,
    /// True where all sentences fit: what adds little takes no room from anything.
    all_fit: bool,
}

impl<'a> Greedy<'a> {
    pub(super) fn new(how: &'a Coverage, candidates: &'a Candidates<'a>, limit: usize) -> Self {
        let sentences = candidates.sentences;
        let costs = candidates.eligible.iter().map(|&sentence| candidates.costs[sentence as usize]);
        let all_costs: usize = costs.sum();
        let mean_cost = all_costs as f64 / candidates.eligible.len().max(1) as f64;
        let speaks = |&&sentence: &&u32| sentences[sentence as usize].leaning.speaking;
        let speaking = candidates.eligible.iter().filter(speaks).count() as f64;
        let articles = [sentences.first(), sentences.last()].map(|end| end.map(|own| own.article));
        let several_articles = articles[0] != articles[1];
        let nearest = how.repeat.min(how.repeat_of_lead).min(how.repeat_without_news);
        Self {
            how,
            candidates,
            concepts: candidates.concepts(&how.concepts),
            priorities: Arc::new(how.priorities(candidates)),
            near: Near::new(candidates.rows, nearest),
            speaking_counts: speaking < how.speaking_share * candidates.eligible.len() as f64,
            looked_for: 0,
            room: Room::new(candidates, limit),
            done: vec![false; sentences.len()],
            mean_cost,
            short: several_articles && (limit as f64) < how.short * mean_cost,
            all_fit: all_costs <= limit,
            fill_below: (how.fill.sentences * mean_cost).min(how.fill.share * limit as f64),
        }
    }

    /// What a sentence lacks that leans on a neighbour which is not chosen, or on somebody who is
    /// not named.
    pub(super) fn missing(&self, row: usize) -> Missing {
        let sentence = &self.candidates.sentences[row];
        let Leaning { opening, speaking, begins_quoted, ends_quoted, .. } = sentence.leaning;
        // The first sentence of an article leans on nothing: what it points to is below. Nor does
        // the last: nothing closes its quotation.
        let alone = sentence.position > 0 && !self.follows_chosen(row);
        let cut = ends_quoted && self.has_next(row) && !self.precedes_chosen(row);
        Missing {
            before: opening && alone,
            quoted: begins_quoted && alone || cut,
            speaker: speaking && self.speaking_counts,
        }
    }

    /// True where its article goes on after a sentence.
    fn has_next(&self, row: usize) -> bool {
        let sentences = self.candidates.sentences;
        sentences.get(row + 1).is_some_and(|next| next.article == sentences[row].article)
    }

    /// True where the sentence before it in its article is chosen.
    fn follows_chosen(&self, row: usize) -> bool {
        self.candidates.sentences[row].position > 0 && self.room.has(row as u32 - 1)
    }

    /// True where the sentence after it in its article is chosen.
    fn precedes_chosen(&self, row: usize) -> bool {
        self.has_next(row) && self.room.has(row as u32 + 1)
    }

    /// The factor of a sentence for what it lacks.
    fn leaning_factor(&self, row: usize) -> f64 {
        let missing = self.missing(row);
        let sentence = &self.candidates.sentences[row];
        if self.filling() {
            let fill = &self.how.fill;
            let short = sentence.words <= fill.few_words;
            let nobodys = || {
                let text = self.candidates.text(row as u32);
                is_all_quoted(text, sentence.leaning.begins_quoted)
                    && !(self.follows_chosen(row) || self.precedes_chosen(row))
            };
            return if missing.any() || sentence.blemishes.has(Blemish::Post) || nobodys() {
                fill.leaning
            } else if short && is_plain(self.candidates.text(row as u32)) {
                fill.plain
            } else {
                1.0
            };
        }
        let factor = |lacks, factor| if lacks { factor } else { 1.0 };
        let points = sentence.leaning.pointing && self.speaking_counts;
        let opening = if points { self.how.pointing } else { self.how.leaning };
        factor(missing.before, opening)
            * factor(missing.quoted, self.how.part_quoted)
            * factor(missing.speaker, self.how.speaking)
    }

    /// True when the end of the budget is being filled.
    fn filling(&self) -> bool {
        (self.room.left() as f64) < self.fill_below
    }

    /// True for a choice with which selection ends: its gain is small beside the mean gain so far.
    pub(super) fn is_small(&self, choice: Choice) -> bool {
        let filling = if self.filling() { self.how.fill.stop } else { 0.0 };
        let sentence = &self.candidates.sentences[choice.sentence as usize];
        let may_be_small = self.all_fit && sentence.blemishes == Blemishes::default();
        let stop = if may_be_small { 0.0 } else { filling.max(self.how.stop) };
        self.room.is_small(choice.gain, stop.max(self.candidates.stop))
    }

    /// The sentences that may still be taken. Those that do not fit are among them as long as it is
    /// remembered what is turned down.
    fn open(&self) -> impl Iterator<Item = Entry> {
        let enough = self.room.remembers_enough();
        let is_out = move |sentence: u32| {
            self.done[sentence as usize] || enough && self.room.refusal(sentence).is_some()
        };
        let open = self.candidates.eligible.iter().filter(move |&&sentence| !is_out(sentence));
        open.map(|&sentence| self.entry(sentence))
    }

    /// A sentence with its value as of this turn.
    fn entry(&self, sentence: u32) -> Entry {
        let gain = self.gain(sentence);
        let value = gain * self.haste(sentence);
        Entry { value, gain, sentence, turn: self.room.choices().len() as u32 }
    }

    /// Takes, from sentences with values of this turn or an earlier one, all that fit, until the
    /// gains are small. Ends as soon as the selection can hardly be worth more than `hopeless`.
    pub(super) fn go_on(&mut self, mut heap: BinaryHeap<Entry>, hopeless: f64) {
        let mut filling = self.filling();
        // The turn in which those that are too long for what is left were taken out.
        let mut pruned = None;
        while let Some(entry) = heap.pop() {
            if !entry.has_value() {
                break;
            }
            if self.done[entry.sentence as usize] {
                continue;
            }
            let turn = self.room.choices().len() as u32;
            if entry.turn != turn {
                heap.push(self.entry(entry.sentence));
                continue;
            }
            let choice = Choice { sentence: entry.sentence, gain: entry.gain };
            if let Some(reason) = self.refusal(entry.sentence) {
                self.done[entry.sentence as usize] = true;
                self.room.reject(choice, reason);
                // Taken out at once, not one by one in the order of their gains.
                if reason == Refusal::Budget && self.room.remembers_enough() && pruned != Some(turn)
                {
                    heap.retain(|entry| self.room.refusal(entry.sentence).is_none());
                    pruned = Some(turn);
                }
            } else if self.is_small(choice) {
                self.room.reject(choice, Refusal::SmallGain);
                break;
            } else {
                let choice = self.upright(choice);
                self.take(choice);
                // What gave way comes up again, to be turned down as a repetition.
                if choice.sentence != entry.sentence {
                    heap.push(self.entry(entry.sentence));
                }
                heap.extend(self.risen(choice.sentence));
                // Hardly a gain to come is larger than the one on top: only what leans may rise.
                let most = heap.peek().map_or(0.0, |next| next.gain * self.room.left() as f64);
                if !filling && self.room.worth() + most <= hopeless {
                    break;
                }
                if !filling && self.filling() {
                    filling = true;
                    heap.clear();
                    heap.extend(self.open());
                }
            }
        }
    }

    /// How much sooner than by its gain a sentence comes up: in filling by its length, in a short
    /// summary where it goes on from a chosen one.
    fn haste(&self, sentence: u32) -> f64 {
        let row = sentence as usize;
        let cost = self.candidates.costs[row] as f64;
        let length = if self.filling() { libm::pow(cost, self.how.fill.power) } else { 1.0 };
        let follows = self.short && self.follows_chosen(row) && !self.missing(row).quoted;
        length * if follows { self.how.following } else { 1.0 }
    }

    /// The neighbours of a chosen sentence that no longer lean on nothing, and what follows it in a
    /// short summary.
    fn risen(&self, chosen: u32) -> impl Iterator<Item = Entry> {
        let leaning = |row: u32| Some(self.candidates.sentences.get(row as usize)?.leaning);
        // In filling each of them may be somebody's words whose name this one has.
        let filling = self.filling();
        let leaned = |after: &Leaning| self.short || after.opening || after.begins_quoted;
        let after = leaning(chosen + 1).filter(|after| filling || leaned(after));
        let before = chosen.checked_sub(1).and_then(leaning);
        let before = before.filter(|before| filling || before.ends_quoted);
        let risen = [after.map(|_| chosen + 1), before.map(|_| chosen - 1)];
        let may = |sentence: &u32| self.candidates.eligible.binary_search(sentence).is_ok();
        risen.into_iter().flatten().filter(may).map(|sentence| self.entry(sentence))
    }
}

impl<'a> Turns<'a> for Greedy<'a> {
    fn room(&mut self) -> &mut Room<'a> {
        &mut self.room
    }

    fn gain(&self, sentence: u32) -> f64 {
        let row = sentence as usize;
        self.leaning_factor(row) * self.concepts.weight(row) * self.priorities[row]
    }

    fn refusal(&mut self, sentence: u32) -> Option<Refusal> {
        if let Some(refusal) = self.room.refusal_unasked(sentence) {
            return Some(refusal);
        }
        let Self { how, candidates, near, .. } = self;
        let lead = how.concepts.lead_sentences;
        let own = candidates.sentences[sentence as usize];
        let mut repeats = false;
        near.find(sentence, |number, cosine| {
            let other = candidates.sentences[number as usize];
            let leads = own.position.max(other.position) < lead && own.article != other.article;
            repeats = repeats
                || cosine >= if leads { how.repeat_of_lead } else { how.repeat }
                || leads
                    && cosine >= how.repeat_without_news
                    && lacks_news(candidates.text(sentence), candidates.text(number), how.news);
        });
        repeats.then_some(Refusal::Repeats)
    }

    fn take(&mut self, choice: Choice) {
        self.done[choice.sentence as usize] = true;
        self.near.insert(choice.sentence);
        self.concepts.cover(choice.sentence as usize);
        self.room.take(choice);
    }

    fn take_all_that_fit(&mut self) {
        let open = self.open().collect();
        if self.may_begin_otherwise() {
            *self = self.best_beginning(&open);
        } else {
            self.go_on(open, 0.0);
        }
    }
}

/// What a sentence leans on that is not there.
#[derive(Clone, Copy)]
pub(super) struct Missing {
    /// The sentence that its opening points back to.
    pub(super) before: bool,
    /// The rest of a quotation.
    quoted: bool,
    /// A name for who speaks.
    pub(super) speaker: bool,
}

impl Missing {
    fn any(self) -> bool {
        self.before || self.quoted || self.speaker
    }
}

/// A sentence in the heap with its value as of a turn.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// Its gain; in filling times a power of its cost; in a short summary more where it goes on from
    /// a chosen sentence.
    value: f64,
    /// What it is worth a word.
    gain: f64,
    pub(super) sentence: u32,
    /// Number of sentences chosen when the value was computed.
    turn: u32,
}

impl Entry {
    /// False for a sentence that has nothing to say.
    pub(super) fn has_value(&self) -> bool {
        self.value > 0.0
    }

    /// The entry as it comes up before all others.
    pub(super) fn before_all(self) -> Self {
        Self { value: f64::INFINITY, ..self }
    }
}

impl Ord for Entry {
    /// The largest value first; among equals the earlier sentence.
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.total_cmp(&other.value).then(other.sentence.cmp(&self.sentence))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Entry {}
