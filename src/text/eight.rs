//! Eight bytes of a text at once: where a word ends cannot be guessed byte by byte.

/// Eight bytes as a number, the first one lowest; what lies behind the end of the text is 0.
#[derive(Clone, Copy)]
pub(super) struct Eight(u64);

/// The same byte eight times.
#[inline]
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The bit that an ASCII letter has in lower case alone, and every ASCII digit.
const SMALL: u64 = each(0x20);

impl Eight {
    /// The bytes from `at` on, which is at most the length.
    #[inline]
    pub(super) fn at(bytes: &[u8], at: usize) -> Self {
        let rest = &bytes[at..];
        let eight = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut eight = [0; 8];
            eight[..rest.len()].copy_from_slice(rest);
            eight
        });
        Self(u64::from_le_bytes(eight))
    }

    /// How many ASCII letters and digits come first, 0 to 8.
    #[inline]
    pub(super) fn alphanumeric(self) -> usize {
        let low = self.0 & each(0x7F);
        // Of seven bits each, so that no sum carries into the next: the eighth bit tells.
        let within = |bytes: u64, first: u8, last: u8| {
            (bytes + each(0x80 - first)) & !(bytes + each(0x7F - last))
        };
        let letters = within(low | SMALL, b'a', b'z');
        let digits = within(low, b'0', b'9');
        let others = (!(letters | digits) | self.0) & each(0x80);
        (others.trailing_zeros() / 8) as usize
    }

    /// The first bytes, which are ASCII letters and digits, in lower case; 0 behind them.
    #[inline]
    pub(super) fn lower(self, bytes: usize) -> u64 {
        (self.0 | SMALL) & first(bytes)
    }

    /// True where none of the first bytes, which are ASCII letters and digits, is a capital.
    #[inline]
    pub(super) fn is_lower(self, bytes: usize) -> bool {
        !self.0 & SMALL & first(bytes) == 0
    }
}

/// All bits of the first bytes, 0 to 8.
#[inline]
fn first(bytes: usize) -> u64 {
    u64::MAX.unbounded_shr(64 - 8 * bytes as u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn eight_bytes_are_what_each_of_them_is(bytes: [u8; 8], letters in "[a-zA-Z0-9]{0,8}") {
            for bytes in [&bytes[..], letters.as_bytes(), [letters.as_bytes(), &bytes].concat().as_slice()] {
                let eight = Eight::at(bytes, 0);
                let run = bytes.iter().take(8).take_while(|byte| byte.is_ascii_alphanumeric()).count();
                prop_assert_eq!(eight.alphanumeric(), run);
                prop_assert_eq!(eight.is_lower(run), !bytes[..run].iter().any(u8::is_ascii_uppercase));
                let mut lower = [0; 8];
                lower[..run].copy_from_slice(&bytes[..run].to_ascii_lowercase());
                prop_assert_eq!(eight.lower(run), u64::from_le_bytes(lower));
            }
        }
    }
}
