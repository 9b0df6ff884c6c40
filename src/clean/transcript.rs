//! Interviews printed turn by turn: `Ada Lund: Have you seen it?`

use rustc_hash::FxHashMap;

use crate::span::Span;

/// A label is no longer than this, in bytes.
const LONGEST: usize = 40;
/// Nor has it more words than this.
const MOST_WORDS: usize = 4;
/// Turns that one of those has who speak, at least.
const MOST_TURNS: usize = 3;
/// Turns that the others have together, at least.
const OTHER_TURNS: usize = 2;

/// The lines of an article that begin with a label.
#[derive(Debug, Default)]
pub(super) struct Labelled<'t>(Vec<(&'t str, Span)>);

impl<'t> Labelled<'t> {
    /// Looks at a line.
    pub(super) fn look(&mut self, line: &'t str, span: Span) {
        self.0.extend(label(line).map(|label| (label, span)));
    }

    /// The lines that are turns of an interview: where one label comes again and again, and others
    /// too.
    pub(super) fn turns(self) -> impl Iterator<Item = Span> {
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        if self.0.len() >= MOST_TURNS + OTHER_TURNS {
            self.0.iter().for_each(|(label, _)| *counts.entry(label).or_default() += 1);
        }
        let most = counts.values().max().copied().unwrap_or_default();
        let is_interview = most >= MOST_TURNS && self.0.len() - most >= OTHER_TURNS;
        self.0.into_iter().filter(move |_| is_interview).map(|(_, span)| span)
    }
}

/// The name before a colon and a space at the start of a line.
fn label(line: &str) -> Option<&str> {
    let first = line.as_bytes().first()?;
    if first.is_ascii_lowercase() || first.is_ascii_digit() {
        return None;
    }
    let colon = memchr::memchr(b':', &line.as_bytes()[..line.len().min(LONGEST)])?;
    let (label, rest) = (&line[..colon], &line[colon + 1..]);
    let mut words = label.split(' ');
    let named = words.by_ref().take(MOST_WORDS).all(|w| w.starts_with(char::is_uppercase));
    (named && words.next().is_none() && rest.starts_with(' ')).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turns(text: &str) -> Vec<&str> {
        let mut labelled = Labelled::default();
        let mut start = 0;
        for line in text.split('\n') {
            labelled.look(line, Span::new(start, start + line.len() as u32));
            start += line.len() as u32 + 1;
        }
        labelled.turns().map(|span| span.of(text)).collect()
    }

    #[test]
    fn in_an_interview_one_voice_comes_again_and_others_answer() {
        let interview = "Ada Lund: Did the dam hold?\nIt did not.\nMayor Storr: It broke.\n\
                         Ada Lund: When?\nMayor Storr: At night.\nAda Lund: Why?\nBo: It rained.";
        let found = turns(interview);
        assert_eq!((found.len(), found[0]), (6, "Ada Lund: Did the dam hold?"));
        assert_eq!(
            turns("Norvale: Rain.\nNorvale: Snow.\nNorvale: Ice.\nNorvale: Fog.\nA: b").len(),
            0
        );
        assert_eq!(turns("They said: no.\nIt is 10:30: late.\nÉdouard: oui.").len(), 0);
    }
}
