//! Greedy coverage of weighted concepts: the default selector.

use std::ops::Range;

use crate::clean::{Blemish, Blemishes};
use crate::select::asked::Turns;
use crate::select::greedy::Greedy;
use crate::select::{Beginnings, Candidates, ConceptWeights, Selected, Selector};
use crate::vector::by_article;

/// A sentence whose cosine with another is at least this nearly repeats it; in leads less will do
/// ([`Coverage::repeat_of_lead`]).
pub const REPEAT_THRESHOLD: f64 = 0.45;

/// Takes, turn by turn, the sentence with the largest gain that still fits:
///
/// gain = Σ weights of its concepts not yet covered × √(salience × article centrality)
/// × (1 + position)^−β × blemishes ÷ length in words
///
/// β falls with the length of the article: the place says less in a long text. It is larger where
/// there is no second article to say what matters. A sentence that
/// leans on a neighbour is worth less until that one is chosen, and gives way to one of another
/// article that says nearly the same and whose opening and speaker are clear. A sentence that nearly repeats a
/// chosen one is left out, the lead of another article sooner than the rest; and so is everything
/// once the gain of what comes up next is small beside those before it.
///
/// When what is left of the budget holds but one or two sentences more, little can follow the one
/// that is taken, and room that it leaves is lost. From then on a sentence's gain a word counts
/// less beside its gain as a whole; what leans on a missing neighbour, and what is short and names
/// nothing, counts less; and it ends sooner: [`Coverage::fill`].
///
/// A short summary is chosen from several beginnings: [`Beginnings`]. In it, what goes on from a
/// chosen sentence comes up sooner ([`Coverage::following`]): few sentences of many places tell no
/// story, and an author does not tell the same thing twice running, while two authors do.
///
/// Concept coverage: Gillick & Favre 2009; greedy under a budget with gain ÷ cost: Lin & Bilmes
/// 2011; constants: eval/ABLATION.md. Gains only fall as concepts are covered, so
/// a lazy heap (Minoux 1978) chooses exactly what looking at every sentence in every turn would;
/// those that may rise, the neighbours of a chosen one, go onto the heap again, and when
/// filling begins the heap is made anew, once.
/// O(concepts + chosen · log sentences) in practice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coverage {
    /// β for articles of up to `position_sentences` sentences.
    pub position: f64,
    /// Above this many sentences β falls as 1 / sentences.
    pub position_sentences: f64,
    /// β of an article without others, or with copies of it alone, where that is larger.
    pub position_alone: f64,
    /// Above this many sentences that β falls as 1 / sentences.
    pub position_alone_sentences: f64,
    /// Factor of a sentence without an end mark, [`Blemish::NoEnd`].
    pub no_end: f64,
    /// Factor of a sentence whose opening leans on the one before it, unless that one is chosen.
    pub leaning: f64,
    /// The same where it [points](crate::text::Leaning::pointing) to that very sentence: `that
    /// quake` would be another one. Only where few speak of themselves, as below.
    pub pointing: f64,
    /// Factor of a sentence that [speaks](crate::text::Leaning::speaking) for somebody who is not
    /// named, where fewer than `speaking_share` of the candidates do: in reviews it is the rule.
    pub speaking: f64,
    /// See `speaking`.
    pub speaking_share: f64,
    /// Factor of a sentence that has but a part of a quotation, unless its neighbour is chosen.
    pub part_quoted: f64,
    /// In a short summary of several articles, how much sooner the sentence after a chosen one comes
    /// up, where that does not leave a quotation open: a factor of its gain in the comparison with
    /// others alone, so that it adds nothing to what a summary is worth.
    pub following: f64,
    /// A summary is short whose budget has room for less than so many sentences of mean cost.
    pub short: f64,
    /// Factor of a sentence that starts low, [`Blemish::LowStart`].
    pub low_start: f64,
    /// Factor of a caption, [`Blemish::Caption`].
    pub caption: f64,
    /// Factor of page furniture, [`Blemish::Furniture`].
    pub furniture: f64,
    /// Factor of the words of a post, [`Blemish::Post`].
    pub post: f64,
    /// A sentence with at least this cosine with a chosen one repeats it.
    pub repeat: f64,
    /// The same for sentences of two articles' leads, which tell one piece of news in other words.
    pub repeat_of_lead: f64,
    /// From this cosine on they repeat one another unless the later has `news` names and numbers
    /// that the other has not.
    pub repeat_without_news: f64,
    /// See `repeat_without_news`.
    pub news: usize,
    /// Selection ends when the gain of what comes up next is below this share of the mean gain so
    /// far, where [`Candidates::stop`] is not larger.
    pub stop: f64,
    /// How the end of the budget is filled.
    pub fill: Fill,
    /// Which sentences are tried as the first.
    pub beginnings: Beginnings,
    /// How concepts are weighted.
    pub concepts: ConceptWeights,
}

/// How the end of the budget is filled. It begins when less is left than `sentences` sentences of
/// mean cost and than `share` of the budget: the first sentences of a small budget are no end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// Sentences of mean cost.
    pub sentences: f64,
    /// Share of the budget.
    pub share: f64,
    /// In filling, the sentence with the largest gain × cost to this power is taken: 0 is gain a
    /// word as before, 1 gain as a whole.
    pub power: f64,
    /// In filling, the factor of a sentence that leans on a neighbour, or has the words of somebody
    /// who is not named, all of them in quotation marks too, or, beside its own factor, of a post:
    /// hardly anything follows that could complete it.
    pub leaning: f64,
    /// In filling, the factor of a sentence of at most `few_words` words that has no name and no
    /// number: it fits, and says little.
    pub plain: f64,
    /// See `plain`.
    pub few_words: u32,
    /// The [stop](Coverage::stop) in filling, where it is larger.
    pub stop: f64,
}

impl Default for Fill {
    fn default() -> Self {
        Self {
            sentences: 2.0,
            share: 0.25,
            power: 0.3,
            leaning: 0.3,
            plain: 0.5,
            few_words: 12,
            stop: 0.27,
        }
    }
}

impl Default for Coverage {
    fn default() -> Self {
        Self {
            position: 0.21,
            position_sentences: 100.0,
            position_alone: 0.4,
            position_alone_sentences: 40.0,
            no_end: 0.1,
            leaning: 0.93,
            pointing: 0.5,
            speaking: 0.85,
            speaking_share: 0.2,
            part_quoted: 0.88,
            following: 1.2,
            short: 7.0,
            low_start: 0.7,
            caption: 0.1,
            furniture: 1e-4,
            post: 0.88,
            repeat: REPEAT_THRESHOLD,
            repeat_of_lead: 0.35,
            repeat_without_news: 0.2,
            news: 2,
            stop: 0.15,
            fill: Fill::default(),
            beginnings: Beginnings::default(),
            concepts: ConceptWeights::default(),
        }
    }
}

impl Coverage {
    /// What a sentence's uncovered weight is multiplied with: everything of the gain that does not
    /// change from turn to turn. One entry a sentence.
    pub(super) fn priorities(&self, candidates: &Candidates<'_>) -> Vec<f64> {
        let mut priorities = Vec::with_capacity(candidates.sentences.len());
        let voter = |article: Range<usize>| {
            candidates.voters[candidates.sentences[article.start].article as usize]
        };
        let mut voters = by_article(candidates.sentences).map(voter);
        let first = voters.next();
        let is_alone = voters.all(|voter| Some(voter) == first);
        for article in by_article(candidates.sentences) {
            let falling =
                |beta: f64, sentences: f64| beta * (sentences / article.len() as f64).min(1.0);
            let mut beta = falling(self.position, self.position_sentences);
            if is_alone {
                beta = beta.max(falling(self.position_alone, self.position_alone_sentences));
            }
            for row in article {
                let sentence = &candidates.sentences[row];
                let central = candidates.centrality[sentence.article as usize];
                let salience = (candidates.salience[row] * central).sqrt();
                let place = libm::pow(1.0 + f64::from(sentence.position), -beta);
                let whole = self.blemish_factor(sentence.blemishes);
                let emphasis = candidates.emphasis[row];
                priorities
                    .push(salience * place * whole * emphasis / f64::from(sentence.words.max(1)));
            }
        }
        priorities
    }

    fn blemish_factor(&self, blemishes: Blemishes) -> f64 {
        [
            (Blemish::NoEnd, self.no_end),
            (Blemish::LowStart, self.low_start),
            (Blemish::Caption, self.caption),
            (Blemish::Furniture, self.furniture),
            (Blemish::Post, self.post),
        ]
        .into_iter()
        .filter(|(blemish, _)| blemishes.has(*blemish))
        .map(|(_, factor)| factor)
        .product()
    }
}

impl Selector for Coverage {
    fn select(&self, candidates: &Candidates<'_>, limit: usize) -> Selected {
        Greedy::new(self, candidates, limit).selected()
    }

    fn weighs(&self) -> Option<&ConceptWeights> {
        Some(&self.concepts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::select::{Caps, Known, Refusal};
    use crate::span::Span;
    use crate::text::{Leaning, Sentence};
    use crate::vector::{Kind, Terms, TermsBuilder, tf_idf};

    /// All sentences read so, in the first article; as long as what the others have.
    const PLAIN: &str = "it fell";

    /// What is selected under a budget of words from sentences, each with its article, its words and
    /// whether its opening leans on the one before.
    fn select(how: &Coverage, given: &[(u32, Vec<String>, bool)], budget: usize) -> Selected {
        let mut builder = TermsBuilder::default();
        let mut sentences: Vec<Sentence> = Vec::new();
        for &(article, ref words, opening) in given {
            for word in words {
                builder.push(word, Kind::Content);
            }
            builder.end_sentence();
            let position = sentences.iter().filter(|other| other.article == article).count() as u32;
            let leaning = Leaning { opening, ..Leaning::default() };
            let words = words.len() as u32;
            let span = Span::new(0, PLAIN.len() as u32);
            sentences.push(Sentence {
                article,
                position,
                span,
                words,
                leaning,
                ..Sentence::default()
            });
        }
        let terms = builder.finish();
        let even = vec![1.0; given.len()];
        let costs: Vec<usize> = given.iter().map(|(_, words, _)| words.len()).collect();
        let eligible: Vec<u32> = (0..given.len() as u32).collect();
        let candidates = Candidates {
            articles: &[
                Article::new("plain", PLAIN),
                Article::new("named", "Norvale"),
                Article::new("quoted", "“I”"),
            ],
            sentences: &sentences,
            terms: &terms,
            rows: &tf_idf(&terms),
            salience: &even,
            centrality: &[1.0; 3],
            voters: &[0, 1, 2],
            emphasis: &even,
            costs: &costs,
            eligible: &eligible,
            known: Known { terms: &Terms::default(), rows: 0..0, repeats: &[], news: &[] },
            concepts: None,
            pinned: &[],
            first: &[],
            only_first: false,
            caps: Caps::default(),
            stop: 0.0,
        };
        Coverage { stop: 0.0, ..*how }.select(&candidates, budget)
    }

    /// A sentence of so many words that no other has.
    fn own_words(number: usize, length: usize) -> Vec<String> {
        (0..length).map(|word| format!("{number}-{word}")).collect()
    }

    /// What is chosen for 50 words of one article whose sentences have the given lengths and not a
    /// word in common; the one at `leaning` leans on the one before.
    fn chosen(lengths: &[usize], fill: Fill, leaning: Option<usize>) -> Vec<u32> {
        let sentence = |(number, &length)| (0, own_words(number, length), Some(number) == leaning);
        let sentences: Vec<_> = lengths.iter().enumerate().map(sentence).collect();
        let beginnings = Beginnings { tried: 0, ..Beginnings::default() };
        let how = Coverage {
            fill,
            beginnings,
            position_alone: 0.0,
            following: 1.0,
            ..Coverage::default()
        };
        let selected = select(&how, &sentences, 50);
        selected.choices.iter().map(|choice| choice.sentence).collect()
    }

    /// True when the sentence at a place, of two articles of four sentences, is turned down as a
    /// repetition of the first article's lead, with which it has three of five words in common, a
    /// cosine of 0.4.
    fn is_repeated(place: usize) -> bool {
        let words = |words: &str| words.split(' ').map(str::to_owned).collect();
        let mut sentences: Vec<_> =
            (0..8).map(|number| (number as u32 / 4, own_words(number, 5), false)).collect();
        sentences[0].1 = words("dam broke norvale night tuesday");
        sentences[place].1 = words("dam broke norvale say officials");
        let how = Coverage { repeat_without_news: 1.1, ..Coverage::default() };
        let selected = select(&how, &sentences, 100);
        let repeats = |rejected: &crate::select::Rejected| {
            rejected.sentence as usize == place && rejected.reason == Refusal::Repeats
        };
        selected.rejected.iter().any(repeats)
    }

    #[test]
    fn leads_repeat_one_another_sooner_than_other_sentences() {
        assert_eq!([4, 5, 6, 7].map(is_repeated), [true, true, false, false]);
        assert!(!is_repeated(1), "what goes on in one article is no repetition");
    }

    #[test]
    fn the_place_says_more_where_there_is_one_article() {
        // The fourth sentence has pairs that the last one has too, the first has none.
        let first = |position_alone| {
            let words = |words: &str| words.split(' ').map(str::to_owned).collect();
            let mut sentences: Vec<_> =
                (0..6).map(|number| (0, own_words(number, 5), false)).collect();
            sentences[3].1 = words("norvale old dam broke again");
            sentences[5].1 = words("when the old dam broke");
            let how = Coverage { position_alone, ..Coverage::default() };
            select(&how, &sentences, 5).choices[0].sentence
        };
        assert_eq!(first(0.0), 3);
        assert_eq!(first(Coverage::default().position_alone), 0);
    }

    #[test]
    fn what_leans_on_a_missing_neighbour_seldom_fills_the_budget() {
        let lengths = [38, 20, 20, 20, 12, 9];
        assert_eq!(chosen(&lengths, Fill::default(), None), [0, 4]);
        assert_eq!(chosen(&lengths, Fill::default(), Some(4)), [0, 5]);
    }

    #[test]
    fn a_factor_of_nothing_holds_until_filling_begins() {
        let given = [38, 20, 20, 20, 12].into_iter().enumerate();
        let sentences: Vec<_> =
            given.map(|(number, length)| (0, own_words(number, length), number == 4)).collect();
        let fill = Fill { leaning: 0.5, stop: 0.0, ..Fill::default() };
        let how = Coverage { leaning: 0.0, fill, ..Coverage::default() };
        let selected = select(&how, &sentences, 50);
        let chosen: Vec<u32> = selected.choices.iter().map(|choice| choice.sentence).collect();
        assert_eq!(chosen, [0, 4]);
    }

    #[test]
    fn what_is_left_of_the_budget_is_filled() {
        // Twelve words are left after the first; six words early in the article are worth more a
        // word than eleven words late, and less as a whole.
        let lengths = [38, 6, 20, 20, 20, 11];
        assert_eq!(chosen(&lengths, Fill { power: 0.0, ..Fill::default() }, None), [0, 1]);
        assert_eq!(chosen(&lengths, Fill::default(), None), [0, 5]);
    }

    #[test]
    fn what_is_short_and_names_nothing_seldom_fills_the_budget() {
        let lengths = [38, 20, 20, 20, 20, 11];
        let fill = |plain, few_words| Fill { plain, few_words, ..Fill::default() };
        assert_eq!(chosen(&lengths, fill(0.1, 11), None), [0]);
        assert_eq!(chosen(&lengths, fill(0.1, 10), None), [0, 5]);
    }

    #[test]
    fn the_words_of_nobody_seldom_fill_the_budget() {
        let chosen = |article| -> Vec<u32> {
            let given = [(0, 38), (0, 20), (0, 20), (0, 20), (0, 9), (article, 12)];
            let sentence =
                |(number, &(article, length))| (article, own_words(number, length), false);
            let sentences: Vec<_> = given.iter().enumerate().map(sentence).collect();
            let beginnings = Beginnings { tried: 0, ..Beginnings::default() };
            let how = Coverage { following: 1.0, beginnings, ..Coverage::default() };
            let selected = select(&how, &sentences, 50);
            selected.choices.iter().map(|choice| choice.sentence).collect()
        };
        assert_eq!(chosen(1), [0, 5]);
        assert_eq!(chosen(2), [0, 4], "nobody is said to say `I`");
    }

    #[test]
    fn filling_ends_when_little_is_gained() {
        let lengths = [38, 20, 20, 20, 20, 11];
        assert_eq!(chosen(&lengths, Fill { stop: 0.9, ..Fill::default() }, None), [0]);
        assert_eq!(chosen(&lengths, Fill { stop: 0.0, ..Fill::default() }, None), [0, 5]);
    }

    #[test]
    fn the_first_sentences_of_a_small_budget_are_no_end() {
        // Twenty-eight words are left: more than a quarter of fifty.
        let lengths = [22, 6, 33, 33, 33, 11];
        assert_eq!(chosen(&lengths, Fill::default(), None)[..2], [0, 1]);
    }

    #[test]
    fn in_a_short_summary_what_goes_on_from_a_chosen_sentence_comes_up_sooner() {
        // The lead of the second article is worth a little more than what follows the first's.
        let articles = [0, 0, 1].into_iter().enumerate();
        let sentences: Vec<_> =
            articles.map(|(number, article)| (article, own_words(number, 20), false)).collect();
        let beginnings = Beginnings { tried: 0, ..Beginnings::default() };
        let chosen = |following, short| -> Vec<u32> {
            let how = Coverage { following, short, beginnings, ..Coverage::default() };
            let selected = select(&how, &sentences, 40);
            selected.choices.iter().map(|choice| choice.sentence).collect()
        };
        assert_eq!(chosen(1.0, 7.0), [0, 2]);
        assert_eq!(chosen(1.2, 7.0), [0, 1]);
        assert_eq!(chosen(1.2, 2.0), [0, 2], "the budget has room for two");
    }

    #[test]
    fn the_beginning_that_is_worth_most_is_kept() {
        // The first leaves room for the last alone; the two between fill the budget.
        let lengths = [27, 24, 25, 6];
        let sentence = |(number, &length)| (0, own_words(number, length), false);
        let sentences: Vec<_> = lengths.iter().enumerate().map(sentence).collect();
        let chosen = |beginnings| -> Vec<u32> {
            let selected = select(&Coverage { beginnings, ..Coverage::default() }, &sentences, 50);
            selected.choices.iter().map(|choice| choice.sentence).collect()
        };
        let usual = Beginnings::default();
        assert_eq!(chosen(usual), [1, 2]);
        assert_eq!(chosen(Beginnings { tried: 0, ..usual }), [0, 3]);
        assert_eq!(chosen(Beginnings { tried: 1, ..usual }), [0, 3], "the greedy one is tried");
        assert_eq!(chosen(Beginnings { sentences: 1, ..usual }), [0, 3]);
        assert_eq!(chosen(Beginnings { candidates: 3, ..usual }), [0, 3]);
        assert_eq!(chosen(Beginnings { room: 3.0, ..usual }), [0, 3]);
        assert_eq!(chosen(Beginnings { margin: 1.5, ..usual }), [0, 3]);
    }
}
