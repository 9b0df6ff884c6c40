//! The pass over an article: line by line, with one search for the phrases of all rules.

use std::sync::LazyLock;

use crate::article::Article;
use crate::clean::conditions::is_quoted_post;
use crate::clean::finder::Finder;
use crate::clean::line::lines;
use crate::clean::signs::{self, Found};
use crate::clean::transcript::Labelled;
use crate::clean::{Blemish, Cleaned, Dropped, Line, RULES, RuleSet, Verdict};
use crate::span::{Span, in_reach};

/// What is longer, in bytes, is no headline: some feeds repeat the text there, and every line is
/// compared with it.
const LONGEST_TITLE: usize = 1 << 10;

/// Applies rules to an article.
pub(super) fn clean_with(rules: RuleSet, article: &Article) -> Cleaned {
    let text = in_reach(&article.text);
    let title = article.title.as_deref().unwrap_or_default().trim();
    let title = if title.len() > LONGEST_TITLE { "" } else { title };
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
            is_last: lines.peek().is_none(),
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
            if is_quoted_post(part.of(text).as_bytes()) {
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
pub(super) fn look(text: &str, start: usize, signs: &mut Vec<Found>) -> RuleSet {
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
mod tests {
    use crate::article::Article;
    use crate::clean::{Blemish, Cleaned, clean};

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
