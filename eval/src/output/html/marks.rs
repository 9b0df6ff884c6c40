//! Which words of a summary and its references match.

use rustc_hash::FxHashSet;

use crate::harness::pieces;
use crate::rouge::Scorer;

/// Marks of a summary and of each reference: stretches of (length in UTF-16 units, level), where level 2 is part of
/// a bigram that the other side has, 1 a single word that it has, 0 neither.
pub(super) struct Marks {
    pub(super) candidate: Vec<(usize, u8)>,
    pub(super) references: Vec<Vec<(usize, u8)>>,
}

/// The summary is marked against all references together, each reference against the summary.
pub(super) fn between(scorer: &Scorer, summary: &str, references: &[String]) -> Marks {
    let candidate = Pieces::new(scorer, summary);
    let references: Vec<Pieces> = references.iter().map(|text| Pieces::new(scorer, text)).collect();
    Marks {
        candidate: candidate.marks(&references.iter().collect::<Vec<_>>()),
        references: references.iter().map(|reference| reference.marks(&[&candidate])).collect(),
    }
}

/// A text in pieces: words, characters of scripts without spaces, and white space.
struct Pieces {
    /// Length in UTF-16 units and the piece's tokens as a range of `tokens`.
    pieces: Vec<(usize, std::ops::Range<usize>)>,
    tokens: Vec<String>,
}

impl Pieces {
    fn new(scorer: &Scorer, text: &str) -> Self {
        let mut all = Self { pieces: Vec::new(), tokens: Vec::new() };
        for piece in pieces(text) {
            let start = all.tokens.len();
            all.tokens.extend(scorer.tokens(piece).into_iter().flatten());
            all.pieces.push((piece.encode_utf16().count(), start..all.tokens.len()));
        }
        // What a length limit cuts off is not scored, so that nothing in it matches.
        let kept = scorer.tokens(text).iter().map(Vec::len).sum();
        all.tokens.truncate(kept);
        for (_, range) in &mut all.pieces {
            *range = range.start.min(kept)..range.end.min(kept);
        }
        all
    }

    fn bigrams(&self) -> impl Iterator<Item = (&str, &str)> {
        self.tokens.windows(2).map(|pair| (pair[0].as_str(), pair[1].as_str()))
    }

    fn marks(&self, others: &[&Self]) -> Vec<(usize, u8)> {
        let words: FxHashSet<&str> =
            others.iter().flat_map(|other| other.tokens.iter().map(String::as_str)).collect();
        let bigrams: FxHashSet<(&str, &str)> =
            others.iter().flat_map(|other| other.bigrams()).collect();
        let mut levels: Vec<u8> =
            self.tokens.iter().map(|token| u8::from(words.contains(token.as_str()))).collect();
        for (at, bigram) in self.bigrams().enumerate() {
            if bigrams.contains(&bigram) {
                levels[at] = 2;
                levels[at + 1] = 2;
            }
        }
        let level = |range: &std::ops::Range<usize>| levels[range.clone()].iter().copied().max();
        let mut marks: Vec<(usize, u8)> = Vec::new();
        for (at, (length, range)) in self.pieces.iter().enumerate() {
            let before = marks.last().map_or(0, |&(_, level)| level);
            // White space and lone punctuation join two matches.
            let after =
                || self.pieces[at + 1..].iter().find_map(|(_, range)| level(range)).unwrap_or(0);
            let level =
                level(range).unwrap_or_else(|| if before == 2 { before.min(after()) } else { 0 });
            let level = if range.is_empty() && level < 2 { 0 } else { level };
            match marks.last_mut() {
                Some(last) if last.1 == level => last.0 += length,
                _ => marks.push((*length, level)),
            }
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rouge::{Limit, Options, Tokenizer};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn marks_cover_the_text(summary: String, reference: String) {
            let scorer = Scorer::new(Options::google()).unwrap();
            let marks = between(&scorer, &summary, std::slice::from_ref(&reference));
            let length = |marks: &[(usize, u8)]| marks.iter().map(|(length, _)| length).sum::<usize>();
            prop_assert_eq!(length(&marks.candidate), summary.encode_utf16().count());
            prop_assert_eq!(length(&marks.references[0]), reference.encode_utf16().count());
        }
    }

    #[test]
    fn marks_join_words_of_a_matching_bigram() {
        let scorer = Scorer::new(Options::google()).unwrap();
        let marks = between(
            &scorer,
            "The storm hit, then left town.",
            &["A storm hit the town.".to_owned()],
        );
        // The(1) ␣(0) storm hit,(2) ␣then␣left␣(0) town.(1)
        assert_eq!(marks.candidate, [(3, 1), (1, 0), (10, 2), (11, 0), (5, 1)]);
        assert_eq!(marks.references, [[(2, 0), (9, 2), (1, 0), (3, 1), (1, 0), (5, 1)]]);
    }

    #[test]
    fn nothing_beyond_the_limit_matches() {
        let mut options = Options::google();
        options.limit = Limit::Words(2);
        let scorer = Scorer::new(options).unwrap();
        let marks = between(&scorer, "Snow fell today.", &["Snow fell today.".to_owned()]);
        assert_eq!(marks.candidate, [(9, 2), (7, 0)]);
    }

    #[test]
    fn characters_of_scripts_without_spaces_are_pieces() {
        let mut options = Options::google();
        options.tokenizer = Tokenizer::Unicode;
        let scorer = Scorer::new(options).unwrap();
        let marks = between(&scorer, "東京で地震", &["東京の雪".to_owned()]);
        assert_eq!(marks.candidate, [(2, 2), (3, 0)]);
    }
}
