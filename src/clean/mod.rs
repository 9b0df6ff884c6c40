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
mod blemish;
mod byline;
mod caption;
mod conditions;
mod contact;
mod copyright;
mod credit;
mod dateline;
mod eastern;
mod finder;
mod headline;
mod label;
mod line;
mod live;
mod notice;
mod phrases;
mod picture;
mod player;
mod pointer;
mod related;
mod share;
mod signs;
mod stamp;
mod tags;
mod teaser;
mod transcript;

pub(crate) use blemish::blemishes_of_next;
pub use blemish::{BLEMISHES, Blemish, Blemishes, blemishes};
pub use line::Line;
pub(crate) use line::ends_like_sentence;
pub(crate) use picture::{credit_follows, credit_length};

use std::sync::LazyLock;

use self::finder::Finder;
use self::signs::{Found, Signs};
use crate::article::Article;
use crate::span::Span;
use line::{last_before_space, lines, strip_prefix_ignoring_case, word_count};
use transcript::Labelled;

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
    &caption::Caption,
    &player::Player,
    &contact::Contact,
    &share::Share,
    &copyright::Copyright,
    &notice::Notice,
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

fn clean_with(rules: RuleSet, article: &Article) -> Cleaned {
    let text = article.text.as_str();
    let title = article.title.as_deref().unwrap_or_default().trim();
    let mut cleaned = Cleaned::default();
    // The block being built; `None` right after a dropped line.
    let mut block: Option<Span> = None;
    let mut kept = 0;
    let mut before = "";
    let mut labelled = Labelled::default();
    let mut signs = Vec::new();
    let mut lines = lines(text)
        .map(|(start, line)| (start, line, line.trim()))
        .filter(|(_, _, trimmed)| !trimmed.is_empty())
        .peekable();
    while let Some((line_start, whole, trimmed)) = lines.next() {
        signs.clear();
        let marked = look(whole, line_start, &mut signs);
        let start = line_start + (whole.len() - whole.trim_start().len());
        let span = Span::new(start as u32, (start + trimmed.len()) as u32);
        let line = Line {
            text: trimmed,
            kept,
            in_second_half: start * 2 >= text.len(),
            title,
            marked: false,
        };
        let (rule, verdict) = judge(rules, line, marked);
        let (kept_part, left_out) = parts(span, verdict, text);
        if let Some(left_out) = left_out {
            cleaned.dropped.push(Dropped { rule, span: left_out });
        }
        // A piece left out of its head ends the block before it, one out of its end its own.
        if left_out.is_some() && !matches!(verdict, Verdict::TrimEnd(_)) {
            cleaned.blocks.extend(block.take());
        }
        if let Some(part) = kept_part {
            kept += 1;
            cleaned.signs.add(&mut signs);
            labelled.look(trimmed, part);
            let again = lines.peek().is_some_and(|(_, _, next)| *next == trimmed);
            if conditions::is_quoted_post(part.of(text).as_bytes()) {
                cleaned.blemished.push((part, Blemish::Post));
            } else if (again || trimmed == before) && kept > 2 {
                cleaned.blemished.push((part, Blemish::Caption));
            }
            block = Some(block.map_or(part, |open| Span::new(open.start, part.end)));
        }
        before = trimmed;
        match verdict {
            Verdict::TrimEnd(_) => cleaned.blocks.extend(block.take()),
            Verdict::DropRest => break,
            Verdict::Keep | Verdict::Drop | Verdict::Trim(_) => {}
        }
    }
    cleaned.blocks.extend(block);
    let unturned = cleaned.blemished.len();
    cleaned.blemished.extend(labelled.turns().map(|turn| (turn, Blemish::Post)));
    if cleaned.blemished.len() > unturned {
        cleaned.blemished.sort_by_key(|(line, _)| line.start);
    }
    cleaned
}

/// What a phrase is one of.
#[derive(Clone, Copy)]
enum Of {
    /// The phrases of the rule with this number.
    Rule(usize),
    /// The signs of this entry.
    Sign(usize),
}

/// The phrases of all rules and all signs.
static PHRASES: LazyLock<Finder<Of>> = LazyLock::new(|| {
    let rules = RULES.iter().enumerate().flat_map(|(number, rule)| {
        rule.phrases().into_iter().map(move |phrase| (phrase, Of::Rule(number)))
    });
    Finder::new(rules.chain(signs::phrases().map(|(phrase, entry)| (phrase, Of::Sign(entry)))))
});

/// Looks for all phrases in a piece of an article that starts at byte `start`: adds the signs among
/// them to `signs` and returns the rules that have one.
fn look(text: &str, start: usize, signs: &mut Vec<Found>) -> RuleSet {
    let mut rules = RuleSet::default();
    PHRASES.find(text, |phrase, place| match phrase {
        Of::Rule(number) => rules.0 |= 1 << number,
        Of::Sign(entry) => {
            let place = Span::new((start + place.start) as u32, (start + place.end) as u32);
            signs.push(Found { entry, place });
        }
    });
    rules
}

/// What is kept of a line and what is left out.
fn parts(line: Span, verdict: Verdict, text: &str) -> (Option<Span>, Option<Span>) {
    let at = |bytes: usize| line.start + bytes as u32;
    match verdict {
        Verdict::Keep => (Some(line), None),
        Verdict::DropRest => (None, Some(Span::new(line.start, text.trim_end().len() as u32))),
        Verdict::Trim(bytes) => {
            (Some(Span::new(at(bytes), line.end)), Some(Span::new(line.start, at(bytes))))
        }
        Verdict::Drop | Verdict::TrimEnd(0) => (None, Some(line)),
        Verdict::TrimEnd(bytes) => {
            (Some(Span::new(line.start, at(bytes))), Some(Span::new(at(bytes), line.end)))
        }
    }
}

/// The first objection to a line, with the rule's name. The rules `marked` have a phrase in it.
fn judge(rules: RuleSet, mut line: Line<'_>, marked: RuleSet) -> (&'static str, Verdict) {
    for (number, rule) in RULES.iter().enumerate().filter(|(number, _)| rules.has(*number)) {
        line.marked = marked.has(number);
        let verdict = rule.judge(&line);
        if verdict != Verdict::Keep {
            return (rule.name(), verdict);
        }
    }
    ("", Verdict::Keep)
}

#[cfg(test)]
pub(crate) mod testing {
    use super::{Line, RULES, Rule, Verdict, look};

    /// A line in the middle of an article without a headline.
    pub(crate) fn line(text: &str) -> Line<'_> {
        Line { text, kept: 3, in_second_half: false, title: "", marked: true }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<&str> {
        clean(&Article::new("a", text)).blocks.iter().map(|block| block.of(text)).collect()
    }

    #[test]
    fn an_article_without_noise_is_one_block() {
        let text = "Rain fell.\n\nRoads closed.\r\nSchools did too.\n";
        assert_eq!(kept(text), ["Rain fell.\n\nRoads closed.\r\nSchools did too."]);
    }

    #[test]
    fn dropped_lines_part_the_blocks() {
        let text = "Rain fell.\nPhoto: Ada Lund / Fjord Wire\nRoads closed.";
        assert_eq!(kept(text), ["Rain fell.", "Roads closed."]);
    }

    #[test]
    fn a_line_that_stands_twice_in_a_row_looks_like_a_caption() {
        let twice = "The river is high.";
        let text = format!("A\nA\nRain fell.\n{twice}\n\n {twice}\nRoads closed.\nRain fell.");
        let blemished = clean(&Article::new("a", text.as_str())).blemished;
        let lines = blemished.iter().map(|(span, blemish)| (span.of(&text), *blemish));
        assert_eq!(lines.collect::<Vec<_>>(), [(twice, Blemish::Caption); 2]);
    }

    #[test]
    fn white_space_alone_gives_nothing() {
        for text in ["", " \n\t\r\n ", "\u{3000}"] {
            assert_eq!(clean(&Article::new("a", text)), Cleaned::default());
        }
    }

    #[test]
    fn everything_after_a_tail_goes() {
        let text = "Rain fell.\nMore rain fell on the same town overnight.\nTags: rain, roads\nSimilar News\nBridge closed";
        let cleaned = clean(&Article::new("a", text));
        assert_eq!(cleaned.dropped.len(), 1);
        assert!(cleaned.dropped[0].span.of(text).ends_with("Bridge closed"));
    }

    #[test]
    fn the_end_of_a_line_may_go_alone() {
        let text = "Rain fell. (Reporting by Marta Linde)\nRoads closed.";
        assert_eq!(kept(text), ["Rain fell.", "Roads closed."]);
    }
}
