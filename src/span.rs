//! A byte span: how every stage points into an article's untouched text.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes, `start..end`, on character boundaries of the text it points into.
///
/// Offsets are `u32`: a text of 4 GiB or more is refused at the door.
///
/// ```
/// let span = nutgraf::Span::new(4, 9);
/// assert_eq!(span.of("The quick fox"), "quick");
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`, in bytes.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The piece of `text` this span points at.
    ///
    /// # Panics
    /// When the span does not lie on character boundaries of `text`, which is to say when it was
    /// made for another text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// True for a span of no bytes.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// As much of a text as spans can point into: all of it, unless it has 4 GiB.
pub(crate) fn in_reach(text: &str) -> &str {
    at_most(text, u32::MAX as usize)
}

/// As much of the beginning of `text` as fits `bytes` bytes.
pub(crate) fn at_most(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
