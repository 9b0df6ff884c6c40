//! Length limits as ROUGE-1.5.5 applies them: to candidate and references, line by line, before tokenising.

use std::fmt;

/// A length limit for every text, candidate and reference alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Limit {
    /// Whole texts.
    #[default]
    None,
    /// This many words, counted as runs without ASCII white space; white space at the start of a
    /// line counts as one (empty) word, as in the script.
    Words(usize),
    /// This many bytes, line breaks not counted; may cut a word or a character in two.
    Bytes(usize),
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // A limit of 0 cuts nothing: its scores are those without a limit.
            Self::None | Self::Words(0) | Self::Bytes(0) => f.write_str("none"),
            Self::Words(n) => write!(f, "{n}-words"),
            Self::Bytes(n) => write!(f, "{n}-bytes"),
        }
    }
}

impl Limit {
    /// Whether every text stays whole; a limit of 0 is none, as in the script.
    pub(crate) fn is_none(self) -> bool {
        matches!(self, Self::None | Self::Words(0) | Self::Bytes(0))
    }

    /// The text that n-grams, skip-bigrams and the clipping counts are taken from.
    pub(crate) fn cut(self, text: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut used = 0;
        for line in lines(text) {
            let (limit, length) = match self {
                Self::None => (usize::MAX, 0),
                Self::Words(limit) => (limit, count_words(line)),
                Self::Bytes(limit) => (limit, line.len()),
            };
            let full = used + length >= limit;
            let kept = match self {
                Self::Words(_) if full => first_words(line, limit - used),
                Self::Bytes(_) if full => &line[..limit - used],
                _ => line,
            };
            out.extend_from_slice(kept);
            out.push(b'\n');
            if full {
                break;
            }
            used += length;
        }
        out
    }

    /// The text that ROUGE-L and ROUGE-W take their sentences from. It differs from [`Limit::cut`]
    /// for a byte limit only: the script's counter never advances there, so that every line shorter
    /// than the limit is kept whole, and the first line that is not ends the text.
    pub(crate) fn cut_sentences(self, text: &[u8]) -> Option<Vec<u8>> {
        let Self::Bytes(limit) = self else { return None };
        let mut out = Vec::new();
        for line in lines(text) {
            out.extend_from_slice(&line[..line.len().min(limit)]);
            out.push(b'\n');
            if line.len() >= limit {
                break;
            }
        }
        Some(out)
    }
}

fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|&byte| byte == b'\n').filter(|line| !line.is_empty())
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// The fields of Perl's `split /\s+/`: leading white space gives an empty first field, trailing none.
fn count_words(line: &[u8]) -> usize {
    let words = line.split(|&byte| is_space(byte)).filter(|word| !word.is_empty()).count();
    words + usize::from(words > 0 && is_space(line[0]))
}

/// The start of the line up to the end of its `n`-th field.
fn first_words(line: &[u8], n: usize) -> &[u8] {
    let mut fields = usize::from(line.first().is_some_and(|&byte| is_space(byte)));
    if n == 0 || fields == n {
        return &[];
    }
    for (at, &byte) in line.iter().enumerate() {
        let ends = !is_space(byte) && line.get(at + 1).is_none_or(|&next| is_space(next));
        fields += usize::from(ends);
        if ends && fields == n {
            return &line[..=at];
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_blanks_count_as_a_word() {
        assert_eq!(count_words(b"  one two "), 3);
        assert_eq!(count_words(b"   "), 0);
        assert_eq!(Limit::Words(3).cut(b"  one two\nthree four"), b"  one two\n");
        assert_eq!(Limit::Words(3).cut(b"one two\nthree four"), b"one two\nthree\n");
        assert_eq!(Limit::Words(1).cut(b" one"), b"\n");
    }

    #[test]
    fn a_limit_of_nothing_is_none() {
        for limit in [Limit::None, Limit::Words(0), Limit::Bytes(0)] {
            assert!(limit.is_none() && limit.to_string() == "none", "{limit:?}");
        }
        assert_eq!(Limit::Words(1).to_string(), "1-words");
    }

    #[test]
    fn the_sentence_reader_never_counts_bytes() {
        let text = b"red green blue\nblack white";
        assert_eq!(Limit::Bytes(16).cut(text), b"red green blue\nbl\n");
        assert_eq!(Limit::Bytes(16).cut_sentences(text).unwrap(), b"red green blue\nblack white\n");
        assert_eq!(Limit::Bytes(5).cut_sentences(text).unwrap(), b"red g\n");
    }
}
