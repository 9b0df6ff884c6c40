//! Numbers that stand for text: the same on any machine and in any run, so that they may be kept.

/// A 64-bit hash of bytes: FNV-1a, then the finaliser of SplitMix64, which spreads its low bits.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for &byte in bytes {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    mix(state)
}

/// The hash of a hash followed by another: order matters.
pub(super) fn join(first: u64, second: u64) -> u64 {
    mix(first.rotate_left(23).wrapping_add(0x9e37_79b9_7f4a_7c15) ^ second)
}

/// The finaliser of SplitMix64 (Steele et al. 2014).
pub(super) fn mix(mut state: u64) -> u64 {
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_never_change() {
        // Kept in users' state files: a change here orphans them.
        assert_eq!(hash(b""), 0xf52a_15e9_a9b5_e89b);
        assert_ne!(join(hash(b"a"), hash(b"b")), join(hash(b"b"), hash(b"a")));
    }
}
