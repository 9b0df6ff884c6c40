//! Lines that are not the story: named, countable rules that run before segmentation.
//!
//! An article's text is read line by line. Every rule of [`RULES`] may keep a line, drop it, trim
//! its head (a dateline before the first sentence) or its end (a credit after the last), or drop it
//! with all that follows (a `Tags:` block). What stays is a list of byte spans into the untouched
//! text, so nothing is copied and every later span still points into the article as given. One
//! pass, linear in the text.
//!
//! A new rule is one file and one line in [`RULES`].

mod advert;
mod agency;
mod archive;
mod author;
mod blemish;
mod byline;
mod caption;
mod conditions;
mod contact;
mod copyright;
mod credit;
mod dateline;
mod disclaimer;
mod eastern;
mod finder;
mod headline;
mod label;
mod line;
mod listed;
mod live;
mod notice;
mod pass;
mod phrases;
mod picture;
mod player;
mod pointer;
mod readers;
mod related;
mod share;
mod signs;
mod stamp;
mod tags;
mod teaser;
mod transcript;
mod updates;

pub(crate) use blemish::blemishes_of_next;
pub use blemish::{BLEMISHES, Blemish, Blemishes, blemishes};
pub use line::Line;
pub(crate) use line::ends_like_sentence;
pub(crate) use picture::{credit_follows, credit_length, has_credit};
pub(crate) use signs::Signs;

use crate::article::Article;
use crate::span::Span;
use line::{last_before_space, strip_prefix_ignoring_case, word_count};
use pass::clean_with;

/// What a rule says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not my business.
    Keep,
    /// Leave the line out.
    Drop,
    /// Leave out the line and everything after it.
    DropRest,
    /// Leave out the first bytes of the line and keep the rest.
    Trim(usize),
    /// Keep the first bytes of the line and leave out the rest.
    TrimEnd(usize),
}

/// A named rule.
pub trait Rule: Sync {
    /// The name under which drops are counted.
    fn name(&self) -> &'static str;
    /// Looks at one line.
    fn judge(&self, line: &Line<'_>) -> Verdict;
    /// Phrases of at least five bytes that the rule looks for anywhere in a line. Lines are searched for
    /// those of all rules at once, so that a rule need not look where [`Line::marked`] is false.
    fn phrases(&self) -> Vec<&'static str> {
        Vec::new()
    }
}

/// All rules, in the order in which they look at a line; the first that objects decides.
pub const RULES: &[&dyn Rule] = &[
    &headline::RepeatedHeadline,
    &label::Label,
    &stamp::Stamp,
    &live::Live,
    &archive::Archive,
    &advert::Advert,
    &agency::Agency,
    &credit::Credit,
    &byline::Byline,
    &author::Author,
    &caption::Caption,
    &player::Player,
    &contact::Contact,
    &share::Share,
    &readers::Readers,
    &copyright::Copyright,
    &notice::Notice,
    &updates::Updates,
    &disclaimer::Disclaimer,
    &tags::Tags,
    &related::Related,
    &pointer::Pointer,
    &teaser::Teaser,
    &dateline::Dateline,
];

/// A piece of an article that a rule left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The rule's name.
    pub rule: &'static str,
    /// The piece, in bytes of the article's text.
    pub span: Span,
}

/// An article after cleaning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// What is left to read: spans in order, each a run of kept lines.
    pub blocks: Vec<Span>,
    /// What was left out, in order.
    pub dropped: Vec<Dropped>,
    /// Kept lines, in order, with a blemish that a sentence of theirs alone may not show: posts of a
    /// network, which end in their author's name and the date, turns of an interview, and lines
    /// after the lead that stand twice in a row, as a page has the text of a picture and of its
    /// caption.
    pub blemished: Vec<(Span, Blemish)>,
    /// Phrases of captions and of page furniture in the lines kept, which were found on the way.
    pub(crate) signs: Signs,
}

/// The rules that are on: all of them, unless some are switched off.
///
/// ```
/// use nutgraf::{Article, clean::Cleaner};
/// let article = Article::new("a", "OSLO (Fjord Wire) — Rain fell.");
/// assert_eq!(Cleaner::default().clean(&article).dropped.len(), 1);
/// assert!(Cleaner::default().without("dateline").clean(&article).dropped.is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Cleaner {
    on: RuleSet,
}

impl Default for Cleaner {
    fn default() -> Self {
        Self { on: RuleSet::all() }
    }
}

impl Cleaner {
    /// No rule at all.
    #[must_use]
    pub fn none() -> Self {
        Self { on: RuleSet::default() }
    }

    /// The same rules without the one of this name; all of them where none is called so.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        for (number, rule) in RULES.iter().enumerate() {
            if rule.name() == name {
                self.on.0 &= !(1 << number);
            }
        }
        self
    }

    /// The names of the rules that are off.
    #[must_use]
    pub fn off(&self) -> Vec<&'static str> {
        let off = RULES.iter().enumerate().filter(|(number, _)| !self.on.has(*number));
        off.map(|(_, rule)| rule.name()).collect()
    }

    /// Applies the rules to an article.
    #[must_use]
    pub fn clean(&self, article: &Article) -> Cleaned {
        clean_with(self.on, article)
    }
}

const _: () = assert!(RULES.len() < 32, "a RuleSet has a bit for each rule");

/// Some of [`RULES`], a bit a rule.
#[derive(Clone, Copy, Debug, Default)]
struct RuleSet(u32);

impl RuleSet {
    fn all() -> Self {
        Self((1 << RULES.len()) - 1)
    }

    fn has(self, number: usize) -> bool {
        self.0 & (1 << number) != 0
    }
}

/// Applies [`RULES`] to an article.
///
/// ```
/// use nutgraf::{Article, clean};
/// let text = "Update: 14:05 GMT\nOSLO (Fjord Wire) — Rain fell.\nTags: rain";
/// let cleaned = clean::clean(&Article::new("a", text));
/// assert_eq!(cleaned.blocks.len(), 1);
/// assert_eq!(cleaned.blocks[0].of(text), "Rain fell.");
/// let rules: Vec<&str> = cleaned.dropped.iter().map(|dropped| dropped.rule).collect();
/// assert_eq!(rules, ["stamp", "dateline", "tags"]);
/// ```
#[must_use]
pub fn clean(article: &Article) -> Cleaned {
    clean_with(RuleSet::all(), article)
}

#[cfg(test)]
pub(crate) mod testing {
    use super::pass::look;
    use super::{Line, RULES, Rule, Verdict};

    /// A line in the middle of an article without a headline.
    pub(crate) fn line(text: &str) -> Line<'_> {
        Line { text, kept: 3, in_second_half: false, is_last: false, title: "", marked: true }
    }

    /// A line after the middle of an article.
    pub(crate) fn late(text: &str) -> Line<'_> {
        Line { kept: 15, in_second_half: true, ..line(text) }
    }

    /// The first line of an article.
    pub(crate) fn first(text: &str) -> Line<'_> {
        Line { kept: 0, ..line(text) }
    }

    /// Asserts that a rule gives `verdict` on each of `lines`, marked as they are in an article.
    pub(crate) fn assert_all(rule: &dyn Rule, lines: &[Line<'_>], verdict: Verdict) {
        let number = RULES.iter().position(|known| known.name() == rule.name()).unwrap();
        for line in lines {
            let line = Line { marked: look(line.text, 0, &mut Vec::new()).has(number), ..*line };
            assert_eq!(rule.judge(&line), verdict, "{}: {:?}", rule.name(), line.text);
        }
    }
}
