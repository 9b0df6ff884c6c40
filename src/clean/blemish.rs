//! What a piece of text has that a sentence of the story has not.
//!
//! A blemish drops nothing: a story may quote such a phrase, and some texts have no full stops.
//! Selection weighs it (`select::Coverage`).

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};
use regex::bytes::{Regex, RegexBuilder};

use crate::clean::{ends_like_sentence, teaser};

/// A reason to doubt that a piece of text is a sentence of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blemish {
    /// It does not end like a sentence: a headline, a list item, a headline cut short.
    NoEnd,
    /// It starts in lower case or with punctuation: the rest of something.
    LowStart,
    /// It reads like a photo caption.
    Caption,
    /// It has a phrase of page furniture: `click here`, `all rights reserved`.
    Furniture,
}

/// All blemishes, with the names that explanations use.
pub const BLEMISHES: &[(Blemish, &str)] = &[
    (Blemish::NoEnd, "no-end"),
    (Blemish::LowStart, "low-start"),
    (Blemish::Caption, "caption"),
    (Blemish::Furniture, "furniture"),
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

    fn with(self, blemish: Blemish, present: bool) -> Self {
        Self(self.0 | (u8::from(present) << blemish as u8))
    }
}

/// Looks at one sentence. Linear in its length.
///
/// ```
/// use nutgraf::clean::{Blemish, blemishes};
/// assert!(blemishes("Click here to read on.").has(Blemish::Furniture));
/// assert!(blemishes("and went home.").has(Blemish::LowStart));
/// assert_eq!(blemishes("The dam broke.").names().count(), 0);
/// ```
#[must_use]
pub fn blemishes(sentence: &str) -> Blemishes {
    let suspect = SUSPECT.is_match(sentence);
    Blemishes::default()
        .with(Blemish::NoEnd, !ends_like_sentence(sentence) || teaser::is_cut_excerpt(sentence))
        .with(Blemish::LowStart, starts_low(sentence))
        .with(Blemish::Caption, suspect && CAPTION.is_match(sentence.as_bytes()))
        .with(Blemish::Furniture, suspect && FURNITURE.is_match(sentence.as_bytes()))
}

/// Pieces one of which is in every match of [`CAPTION`] or [`FURNITURE`], `|` between them. Few
/// sentences have one, and only those are looked at more closely.
const PIECES: &str = "caption|getty|press)|photo|copyright|posted at|click |sign up|subscribe|\
    follow |read more|share this|rights reserved|letter|advertise|story continues|tweet|\
    javascript|breaking news|delivered |404|archive pages|wayback|contributed to|for more |\
    published|update|correct|editor|(@|\
    image|picture|frame|sketch| seen| shown|credit|(file)|(l)|(c)|(left)|(right)|(center)|\
    (centre)|left,|right,|center,|centre,|day, jan|day, feb|day, mar|day, apr|day, may|day, jun|\
    day, jul|day, aug|day, sep|day, oct|day, nov|day, dec|ảnh|Ảnh|ngu|clip|video";

static SUSPECT: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasickBuilder::new()
        .ascii_case_insensitive(true)
        .kind(Some(AhoCorasickKind::DFA))
        .build(PIECES.split('|'))
        .expect("a constant automaton") // invariant: tested
});

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

static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[
        r"\bimage caption\b",
        r"\bgetty images\b",
        r"\bassociated press\)$",
        r"\bfile photo\b",
        r"\bcopyright\b",
        r"\bposted at\b",
        r"\bclick (here|for|to|on)\b",
        r"\bsign up\b",
        r"\bsubscribe\b",
        r"\bfollow (us|him|her|them|me) on\b",
        r"\bread more\b",
        r"\bshare this\b",
        r"\ball rights reserved\b",
        r"\bnewsletter\b",
        r"\badvertisement\b",
        r"\bstory continues\b",
        r"\byour tweets\b",
        r"\btweet (with a |your )?location\b",
        r"\bjavascript\b",
        r"\bbreaking news (e-?mails?|alerts?)\b",
        r"\bdelivered (daily|weekday|to your|every)",
        r"\bno more 404\b",
        r"\barchive pages\b",
        r"\bwayback machine\b",
        r"\bcontributed to this (report|story|article)\b",
        r"^OTHER*for more (information|on|from|stories)\b",
        r"\b(this|the) (article|story|report|post|page) (is|was|has been) (originally |first |last )?(published|updated|corrected)\b",
        r"^OTHER*(updated?|correction|editor('|’)?s note)\b",
        r"\bupdate:",
        // The signature of a quoted post: `— Ada Lund (@adalund) May 3, 2031`.
        r"\(@[a-z0-9_]+\) [a-z]+ [0-9]{1,2}, [0-9]{4}$",
    ])
});

static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[
        r"\b(in|on) this\b.{0,40}\b(photo|photograph|image|picture|frame|sketch)\b",
        r"\bthis is an? (photo|picture|image)\b",
        r"\b(handout|file|stock|undated|combination|courtesy) (photo|photograph|image|picture)\b",
        r"\b(photos?|images?|pictures?|credit|caption)\s*:",
        r"\bhide caption\b",
        r"\b(photo|photograph|image|picture)s? (by|courtesy|provided by|taken)\b",
        r"\b(is|are) (seen|pictured|shown)( [^atb]| a[^s]| t[^o]| b[^y])",
        r"\((photo|image|picture|pictured|file|l|c|left|right|center|centre)\)",
        r", (far )?(left|right|center|centre|second from (left|right)),",
        r"\b(mon|tues|wednes|thurs|fri|satur|sun)day, (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? [0-9]{1,2}, [0-9]{4}",
        r"^OTHER*((ả|Ả)nh|ngu(ồ|Ồ)n|clip|video)\s*(:|-|–)\s*(\S+\s*){0,8}$",
        r"(\(|-|–)\s*((ả|Ả)nh|ngu(ồ|Ồ)n)\s*:[^)]{0,30}\)?OTHER*$",
    ])
});

/// One pattern of several, over bytes and whatever the case of ASCII letters: a pattern over all of
/// Unicode takes longer to build than a small cluster to summarise. `OTHER` is a character that is
/// no letter and no digit: ASCII's, or one of the general punctuation.
fn pattern(alternatives: &[&str]) -> Regex {
    let other = r"([^a-z0-9\x80-\xFF]|\xE2\x80[\x80-\xBF])";
    RegexBuilder::new(&alternatives.join("|").replace("OTHER", other))
        .unicode(false)
        .case_insensitive(true)
        .build()
        .expect("a constant pattern") // invariant: tested
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
    fn every_match_has_a_suspect_piece() {
        // One text for each alternative of the two patterns, in capitals.
        let texts = "image caption|getty images|(associated press)|file photo|copyright|posted at|\
            click to|sign up|subscribe|follow them on|read more|share this|all rights reserved|\
            newsletter|advertisement|story continues|your tweets|tweet with a location|\
            javascript|breaking news e-mail|delivered daily|no more 404|archive pages|\
            wayback machine|contributed to this report|— for more on|\
            the page was last corrected|this post is updated|so this story was published|\
            correction|editor’s note|“updated|an update:|in this undated frame|on this sketch|\
            this is a picture|stock image|credit :|caption:|photos:|hide caption|pictures by|\
            is seen in|are shown at|are pictured on|(pictured)|(file)|(l)|(c)|(left)|(right)|\
            (center)|(centre)|, far left,|, right,|, center,|, centre,|, second from left,|\
            monday, jan 1, 2031|friday, september 12, 2031|ảnh: x|nguồn: x|clip - x|video: x|\
            – (nguồn: x)|— ada (@ada_5) may 3, 2031";
        for text in texts.split('|') {
            let text = text.to_uppercase();
            assert!(
                CAPTION.is_match(text.as_bytes()) || FURNITURE.is_match(text.as_bytes()),
                "{text}"
            );
            assert!(SUSPECT.is_match(&text), "{text}");
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
