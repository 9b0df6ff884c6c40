//! Tokens to numbers. Every distinct token is folded, stemmed and looked up in the word lists once.

use rustc_hash::FxHashMap;

/// Numbers for byte strings. Strings of up to 16 bytes, nearly all words, are keys without a heap block.
#[derive(Debug, Default)]
struct Interner {
    short: FxHashMap<u128, u32>,
    long: FxHashMap<Box<[u8]>, u32>,
}

/// The bytes as a number. No token holds a zero byte, so that shorter tokens cannot meet longer ones.
fn pack(token: &[u8]) -> Option<u128> {
    // Two loads that may overlap, shifted to their places, instead of a copy of varying length.
    let number = match token.len() {
        0 => 0,
        length @ 1..4 => {
            let (first, middle, last) = (token[0], token[length / 2], token[length - 1]);
            u128::from(first)
                | u128::from(middle) << (8 * (length / 2))
                | u128::from(last) << (8 * (length - 1))
        }
        length @ 4..8 => {
            let ends = (token.first_chunk::<4>()?, token.last_chunk::<4>()?);
            u128::from(u32::from_le_bytes(*ends.0))
                | u128::from(u32::from_le_bytes(*ends.1)) << (8 * (length - 4))
        }
        length @ 8..=16 => {
            let ends = (token.first_chunk::<8>()?, token.last_chunk::<8>()?);
            u128::from(u64::from_le_bytes(*ends.0))
                | u128::from(u64::from_le_bytes(*ends.1)) << (8 * (length - 8))
        }
        _ => return None,
    };
    Some(number)
}

impl Interner {
    fn get(&self, token: &[u8]) -> Option<u32> {
        match pack(token) {
            Some(key) => self.short.get(&key).copied(),
            None => self.long.get(token).copied(),
        }
    }

    fn insert(&mut self, token: &[u8], number: u32) {
        match pack(token) {
            Some(key) => self.short.insert(key, number),
            None => self.long.insert(token.into(), number),
        };
    }
}

/// A token that the stop list removes.
pub(crate) const DROPPED: u32 = u32::MAX;

/// The terms seen so far. It only grows: about 40 bytes for each distinct token of a run.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// From a token as it stands in the text to its term.
    tokens: Interner,
    /// From a term (a stem, or the token itself) to its number.
    terms: Interner,
    size: u32,
}

impl Vocabulary {
    /// The term of a token seen before.
    pub(crate) fn get(&self, token: &[u8]) -> Option<u32> {
        self.tokens.get(token)
    }

    /// The term of a token, which `normalise` turns into what is compared (`None`: dropped)
    /// if it has not been seen before.
    pub(crate) fn intern(
        &mut self,
        token: &[u8],
        normalise: impl FnOnce(&[u8]) -> Option<Vec<u8>>,
    ) -> u32 {
        if let Some(term) = self.get(token) {
            return term;
        }
        let term = normalise(token).map_or(DROPPED, |normal| {
            self.terms.get(&normal).unwrap_or_else(|| {
                let term = self.size;
                self.size += 1;
                self.terms.insert(&normal, term);
                term
            })
        });
        self.tokens.insert(token, term);
        term
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_is_the_little_endian_number() {
        let token = b"abcdefghijklmnopq";
        for length in 0..=16 {
            let mut bytes = [0; 16];
            bytes[..length].copy_from_slice(&token[..length]);
            assert_eq!(pack(&token[..length]), Some(u128::from_le_bytes(bytes)), "{length}");
        }
        assert_eq!(pack(token), None);
    }

    #[test]
    fn equal_stems_share_a_number_and_long_tokens_work() {
        let mut vocabulary = Vocabulary::default();
        let chop = |token: &[u8]| (token != b"of").then(|| token[..token.len().min(4)].to_vec());
        let first = vocabulary.intern(b"vote", chop);
        assert_eq!(vocabulary.intern(b"voted", chop), first);
        assert_ne!(vocabulary.intern(b"poll", chop), first);
        assert_eq!(vocabulary.intern(b"of", chop), DROPPED);
        let long = b"votesvotesvotesvotesvotes";
        assert_eq!(vocabulary.get(long), None);
        assert_eq!(vocabulary.intern(long, chop), first);
        assert_eq!(vocabulary.get(long), Some(first));
    }
}
