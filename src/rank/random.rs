//! Chance, as a baseline.

use crate::rank::{RankInput, Ranker, Salience};

/// A score drawn for each sentence from `SplitMix64` (Steele, Lea & Flood 2014): the same seed
/// gives the same scores on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Random {
    /// Seed of the stream.
    pub seed: u64,
}

impl Ranker for Random {
    fn rank(&self, input: &RankInput<'_>) -> Salience {
        let mut state = self.seed;
        let weights = input.sentences.iter().map(|_| {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            // The upper 53 bits as a number from 0 to 1.
            ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
        });
        Salience::from_weights(weights.collect())
    }
}
