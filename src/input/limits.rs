//! How much memory one record may take.

/// The longest record that is read.
///
/// An article (its text, a page, a message, a row) may have [`Limits::article`] bytes. A record
/// that holds several, such as a line of JSON that is a cluster, or a feed, may be
/// [`Limits::SEVERAL`] times as long where it lies in a plain file. Out of a compressed file, where
/// a few bytes can hold gigabytes, no record is longer than an article may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of an article.
    pub article: usize,
}

impl Limits {
    /// How many articles' length a plain record of several may have.
    pub const SEVERAL: usize = 4;

    /// The longest record of several articles, in bytes.
    #[must_use]
    pub const fn several(self, packed: bool) -> usize {
        if packed { self.article } else { self.article.saturating_mul(Self::SEVERAL) }
    }
}

impl Default for Limits {
    /// 64 MiB an article.
    fn default() -> Self {
        Self { article: 64 << 20 }
    }
}
