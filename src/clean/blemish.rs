//! What a piece of text has that a sentence of the story has not.
//!
//! A blemish drops nothing: a story may quote such a phrase, and some texts have no full stops.
//! Selection weighs it (`select::Coverage`).

use crate::clean::listed::is_listed;
use crate::clean::pass::look;
use crate::clean::signs::{Found, Signs, signs};
use crate::clean::{ends_like_sentence, teaser};
use crate::span::Span;

/// A reason to doubt that a piece of text is a sentence of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blemish {
    /// It does not end like a sentence, or ends so and is none: a headline, a list item, a headline
    /// cut short, a list.
    NoEnd,
    /// It starts in lower case or with punctuation: the rest of something.
    LowStart,
    /// It reads like a photo caption.
    Caption,
    /// It has a phrase of page furniture: `click here`, `all rights reserved`.
    Furniture,
    /// It is part of a post that the page shows without quotation marks, or a turn of an interview,
    /// [`Cleaned::blemished`].
    ///
    /// [`Cleaned::blemished`]: crate::clean::Cleaned::blemished
    Post,
}

/// All blemishes, with the names that explanations use.
pub const BLEMISHES: &[(Blemish, &str)] = &[
    (Blemish::NoEnd, "no-end"),
    (Blemish::LowStart, "low-start"),
    (Blemish::Caption, "caption"),
    (Blemish::Furniture, "furniture"),
    (Blemish::Post, "post"),
];

/// The blemishes of one sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Blemishes(u8);

impl Blemishes {
    /// True when the sentence has this one.
    #[must_use]
    pub fn has(self, blemish: Blemish) -> bool {
        self.0 & (1 << blemish as u8) != 0
    }

    /// The names of all it has.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        BLEMISHES.iter().filter(move |(blemish, _)| self.has(*blemish)).map(|(_, name)| *name)
    }

    /// The same with one more, where it is present.
    pub(crate) fn with(self, blemish: Blemish, present: bool) -> Self {
        Self(self.0 | (u8::from(present) << blemish as u8))
    }
}

/// Looks at one sentence. Linear in its length. What only its line or its article can tell, that it
/// is part of a [post](Blemish::Post), is in
/// [`Cleaned::blemished`](crate::clean::Cleaned::blemished).
///
/// ```
/// use nutgraf::clean::{Blemish, blemishes};
/// assert!(blemishes("Click here to read on.").has(Blemish::Furniture));
/// assert!(blemishes("and went home.").has(Blemish::LowStart));
/// assert_eq!(blemishes("The dam broke.").names().count(), 0);
/// ```
#[must_use]
pub fn blemishes(sentence: &str) -> Blemishes {
    let mut found = Vec::new();
    look(sentence, 0, &mut found);
    told_by(sentence, found.into_iter())
}

/// As [`blemishes`], for the next sentence of an article whose phrases are known; `span` is its
/// place there.
pub(crate) fn blemishes_of_next(sentence: &str, span: Span, signs: &mut Signs) -> Blemishes {
    told_by(sentence, signs.of(span))
}

fn told_by(sentence: &str, found: impl Iterator<Item = Found>) -> Blemishes {
    signs(sentence, found)
        .with(
            Blemish::NoEnd,
            !ends_like_sentence(sentence)
                || teaser::is_cut_excerpt(sentence)
                || is_listed(sentence),
        )
        .with(Blemish::LowStart, starts_low(sentence))
}

/// True when the first letter is a lower-case one, or punctuation that cannot open a sentence
/// comes first.
fn starts_low(sentence: &str) -> bool {
    if sentence.starts_with([',', '.', ';', ':', '!', '?', ')']) {
        return true;
    }
    let first = sentence
        .chars()
        .find(|&c| c.is_alphanumeric() || !c.is_whitespace() && !"\"'“”‘’«»„(【[-–—•*".contains(c));
    first.is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(sentence: &str, blemish: Blemish) -> bool {
        blemishes(sentence).has(blemish)
    }

    #[test]
    fn fragments() {
        assert!(has("Dam breaks in Norvale", Blemish::NoEnd));
        assert!(!has("He said: “The dam broke.”", Blemish::NoEnd));
        assert!(has("Why the Bridge Over Norvale Really Fell at...", Blemish::NoEnd));
        assert!(has("“and then it broke.”", Blemish::LowStart));
        assert!(has(", he said.", Blemish::LowStart));
        assert!(
            !has("“The dam broke.”", Blemish::LowStart) && !has("水が出た。", Blemish::LowStart)
        );
    }

    #[test]
    fn captions() {
        for caption in [
            "In this March 3 file photo, the dam stands.",
            "Rescue workers are seen near the dam.",
            "Mayor Ada Lund, left, speaks to workers.",
            "Workers clear the road on Tuesday, March 4, 2031, in Norvale.",
            "Ảnh: Ada Lund",
        ] {
            assert!(has(caption, Blemish::Caption), "{caption}");
        }
        for sentence in
            ["The bridge is seen as a risk.", "The photographer left.", "Video shows the flood."]
        {
            assert!(!has(sentence, Blemish::Caption), "{sentence}");
        }
    }

    #[test]
    fn furniture() {
        for phrase in [
            "Sign up for our letter.",
            "This story was originally published in May.",
            "UPDATE: two dead.",
            "— Ada Lund (@adalund) March 3, 2031",
        ] {
            assert!(has(phrase, Blemish::Furniture), "{phrase}");
        }
        assert!(!has("The copyrighted song was played.", Blemish::Furniture));
    }
}
