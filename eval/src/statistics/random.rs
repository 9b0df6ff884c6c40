//! Random numbers that are the same on every machine and in every version.

/// `SplitMix64` (Steele, Lea and Flood 2014): for all draws of our own.
#[derive(Debug, Clone)]
pub(crate) struct SplitMix64(u64);

impl SplitMix64 {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The stream number `index` of a seed, so that streams can be drawn in any order and by any thread.
    pub(crate) fn stream(seed: u64, index: u64) -> Self {
        let mut mixer = Self(seed ^ index.wrapping_mul(0xD1B5_4A32_D192_ED03));
        Self(mixer.next())
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n` (Lemire's multiplication; the bias is below n / 2⁶⁴).
    pub(crate) fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    /// Puts the items in random order (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// The Mersenne Twister (Matsumoto and Nishimura 1998) as numpy's legacy generator uses it.
#[derive(Debug, Clone)]
pub(crate) struct Mt19937 {
    state: Vec<u32>,
    next: usize,
}

const STATE: usize = 624;

impl Mt19937 {
    /// `numpy.random.seed(seed)`.
    pub(crate) fn new(seed: u32) -> Self {
        let mut state = Vec::with_capacity(STATE);
        let mut last = seed;
        state.push(last);
        for i in 1..STATE as u32 {
            last = 1_812_433_253_u32.wrapping_mul(last ^ (last >> 30)).wrapping_add(i);
            state.push(last);
        }
        Self { state, next: STATE }
    }

    fn next_u32(&mut self) -> u32 {
        if self.next == STATE {
            for i in 0..STATE {
                let joined =
                    (self.state[i] & 0x8000_0000) | (self.state[(i + 1) % STATE] & 0x7FFF_FFFF);
                let twist = if joined & 1 == 1 { 0x9908_B0DF } else { 0 };
                self.state[i] = self.state[(i + 397) % STATE] ^ (joined >> 1) ^ twist;
            }
            self.next = 0;
        }
        let mut y = self.state[self.next];
        self.next += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        y ^ (y >> 18)
    }

    /// One index of `numpy.random.choice(n)`: masked rejection; n = 1 draws nothing.
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        let Some(mask) =
            n.checked_sub(1).filter(|&max| max > 0).map(|max| u32::MAX >> max.leading_zeros())
        else {
            return 0;
        };
        loop {
            let value = self.next_u32() & mask;
            if value < n {
                return value;
            }
        }
    }
}

/// `drand48` of POSIX, which perl has carried itself since version 5.20.
#[derive(Debug, Clone)]
pub(crate) struct Drand48(u64);

impl Drand48 {
    /// `srand(seed)`.
    pub(crate) fn new(seed: u32) -> Self {
        Self((u64::from(seed) << 16) + 0x330E)
    }

    /// `rand()`: a number from 0 to just below 1.
    pub(crate) fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(0x5_DEEC_E66D).wrapping_add(0xB) & ((1 << 48) - 1);
        self.0 as f64 / (1_u64 << 48) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mersenne_twister_is_that_of_its_authors() {
        // The first outputs of the reference program for seed 5489 (its default).
        let mut twister = Mt19937::new(5489);
        assert_eq!(
            [twister.next_u32(), twister.next_u32(), twister.next_u32()],
            [3_499_211_612, 581_869_302, 3_890_346_734]
        );
        // Its ten thousandth output, as the C++ standard states it.
        let mut twister = Mt19937::new(5489);
        let ten_thousandth = (0..10_000).map(|_| twister.next_u32()).last();
        assert_eq!(ten_thousandth, Some(4_123_659_995));
    }

    #[test]
    fn drand48_starts_as_posix_says() {
        assert!((Drand48::new(0).next() - 0.170_828_036_106).abs() < 1e-12);
        assert!((Drand48::new(1).next() - 0.041_630_344_772).abs() < 1e-12);
    }

    #[test]
    fn below_reaches_every_value_and_no_other() {
        let mut random = SplitMix64::new(7);
        let mut seen = [0; 5];
        for _ in 0..1000 {
            seen[random.below(5)] += 1;
        }
        assert!(seen.iter().all(|&count| count > 100), "{seen:?}");
    }
}
