//! Many phrases looked for at once.

use std::ops::Range;

/// Finds phrases in a text, whatever the case of ASCII letters, with one look at every other byte.
///
/// A text is cut into pieces of four bytes, one at each even place. Two pieces of every phrase are
/// known, one at an even and one at an odd place of it, those that are least likely elsewhere:
/// wherever the phrase stands, one of them lies on an even place. An automaton would take a step for
/// each byte, and longer to make than a small batch takes to summarise.
pub(super) struct Finder<T> {
    /// Every phrase, and what it stands for.
    phrases: Vec<(&'static str, T)>,
    /// The pieces of all phrases, sorted by [`slot`].
    pieces: Vec<Piece>,
    /// By slot: where its pieces start, one more; 0 for none.
    starts: Box<[u16; SLOTS]>,
}

#[derive(Clone, Copy)]
struct Piece {
    folded: u32,
    phrase: u16,
    /// Where it starts in the phrase.
    offset: u16,
}

/// The shortest phrase, in bytes: it has two pieces.
const SHORTEST: usize = 5;
/// So many that nearly all of them are empty.
const SLOTS: usize = 1 << SLOT_BITS;
const SLOT_BITS: u32 = 13;

impl<T: Copy> Finder<T> {
    /// Looks for these phrases, of at least five bytes each, that stand for something.
    pub(super) fn new(phrases: impl Iterator<Item = (&'static str, T)>) -> Self {
        let phrases: Vec<_> = phrases.collect();
        let mut pieces = Vec::new();
        for (number, (phrase, _)) in phrases.iter().enumerate() {
            assert!(phrase.len() >= SHORTEST, "{phrase} is too short");
            let two = [0, 1].into_iter().filter_map(|first| rarest_piece(phrase.as_bytes(), first));
            pieces.extend(two.map(|(offset, folded)| Piece {
                folded,
                phrase: number as u16,
                offset: offset as u16,
            }));
        }
        pieces.sort_by_key(|piece: &Piece| slot(piece.folded));
        let mut starts = Box::new([0; SLOTS]);
        for (number, piece) in pieces.iter().enumerate().rev() {
            starts[slot(piece.folded)] = number as u16 + 1;
        }
        Self { phrases, pieces, starts }
    }

    /// Calls `found` with what each phrase in `text` stands for and the bytes where it stands.
    pub(super) fn find(&self, text: &str, mut found: impl FnMut(T, Range<usize>)) {
        let bytes = text.as_bytes();
        for first in [0, 2] {
            let (pieces, _) = bytes.get(first..).unwrap_or_default().as_chunks();
            for (number, &piece) in pieces.iter().enumerate() {
                let folded = fold(piece);
                // Nearly always 0.
                let start = self.starts[slot(folded)];
                if start > 0 {
                    self.confirm(start, folded, first + 4 * number, bytes, &mut found);
                }
            }
        }
    }

    /// Calls `found` with the phrases of which a piece stands at byte `at` of `text`. Those of its
    /// slot begin at `start`.
    #[inline(never)] // so that the loop around it stays short
    fn confirm(
        &self,
        start: u16,
        folded: u32,
        at: usize,
        text: &[u8],
        found: &mut impl FnMut(T, Range<usize>),
    ) {
        for piece in &self.pieces[usize::from(start) - 1..] {
            if piece.folded != folded {
                if slot(piece.folded) == slot(folded) {
                    continue;
                }
                return;
            }
            let (phrase, meaning) = self.phrases[usize::from(piece.phrase)];
            if let Some(at) = at.checked_sub(usize::from(piece.offset))
                && let Some(there) = text.get(at..at + phrase.len())
                && there.eq_ignore_ascii_case(phrase.as_bytes())
            {
                found(meaning, at..at + phrase.len());
            }
        }
    }
}

/// Of the pieces at every other place of a phrase from `first` on, the one that other texts are
/// least likely to have, and its place.
fn rarest_piece(phrase: &[u8], first: usize) -> Option<(usize, u32)> {
    // The commonest first; what is none of them is rarer still.
    const COMMON: &[u8] = b" etaoinshrdlcumwfgypbvkjxqz";
    let rank = |byte: &u8| COMMON.iter().position(|common| common == byte).unwrap_or(COMMON.len());
    let pieces = phrase.windows(4).enumerate().skip(first).step_by(2);
    let (at, piece) = pieces.max_by_key(|(_, piece)| piece.iter().map(rank).sum::<usize>())?;
    Some((at, fold([piece[0], piece[1], piece[2], piece[3]])))
}

/// Four bytes with ASCII letters in lower case. Other bytes may become the same: what is found has
/// to be compared.
fn fold(piece: [u8; 4]) -> u32 {
    u32::from_le_bytes(piece) | 0x2020_2020
}

/// A hash of a piece, less than [`SLOTS`].
fn slot(folded: u32) -> usize {
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    (folded.wrapping_mul(0x9E37_79B1) >> (u32::BITS - SLOT_BITS)) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PHRASES: &[&str] = &["bridge", "ridge", "abridged", "Ảnh:", "aaaaa", "(file)"];

    fn found(text: &str) -> Vec<(usize, usize)> {
        let mut all = Vec::new();
        let numbered = PHRASES.iter().copied().zip(0..);
        Finder::new(numbered).find(text, |phrase, place| all.push((phrase, place.start)));
        all.sort_unstable();
        all
    }

    #[test]
    fn all_phrases_are_found_where_they_stand() {
        assert_eq!(found("An aBRIDGEd (File)"), [(0, 4), (1, 5), (2, 3), (5, 12)]);
        assert_eq!(found("aaaaaaa"), [(4, 0), (4, 1), (4, 2)]);
        assert_eq!(found("ẢNH: x"), [(3, 0)]);
        assert_eq!(found("ảnh:"), []);
        assert!(found("").is_empty() && found("ridg").is_empty());
    }

    proptest! {
        #[test]
        fn nothing_is_missed(parts in prop::collection::vec(
            prop::sample::select(vec!["bridge", "RIDGE", "d", "a", "aaa", "Ảnh", ":", "(", "file)"]), 0..12)) {
            let text = parts.concat();
            let mut expected = Vec::new();
            for (number, phrase) in PHRASES.iter().enumerate() {
                for at in 0..text.len() {
                    let there = text.as_bytes().get(at..at + phrase.len());
                    if there.is_some_and(|there| there.eq_ignore_ascii_case(phrase.as_bytes())) {
                        expected.push((number, at));
                    }
                }
            }
            prop_assert_eq!(found(&text), expected);
        }
    }
}
