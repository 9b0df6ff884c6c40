//! The phrases of captions and of page furniture.

use super::blemish::Blemish::{self, Caption, Furniture};
use super::blemish::Blemishes;
use super::conditions::{
    PHOTO_OR_SOURCE, anywhere, has_bracketed, has_colon, has_maker, is_credit, is_date, is_in_this,
    is_last, is_of_a_kind, is_of_article, is_quoted_post, is_shown, is_whole, opens_credit,
    opens_furniture, starts_as_word, without_other,
};
use crate::span::Span;

/// Says, by what stands before and after a phrase, whether it tells of a blemish.
type Fits = fn(before: &[u8], after: &[u8]) -> bool;

/// Phrases that tell of a blemish wherever they stand as told.
const PHRASES: &[(Blemish, Fits, &[&str])] = &[
    (
        Furniture,
        is_whole,
        &[
            "image caption",
            "getty images",
            "file photo",
            "copyright",
            "posted at",
            "click here",
            "click for",
            "click to",
            "click on",
            "sign up",
            "subscribe",
            "follow us on",
            "follow him on",
            "follow her on",
            "follow them on",
            "follow me on",
            "read more",
            "share this",
            "all rights reserved",
            "newsletter",
            "advertisement",
            "story continues",
            "your tweets",
            "tweet location",
            "tweet with a location",
            "tweet your location",
            "javascript",
            "breaking news email",
            "breaking news emails",
            "breaking news e-mail",
            "breaking news e-mails",
            "breaking news alert",
            "breaking news alerts",
            "no more 404",
            "archive pages",
            "wayback machine",
            "contributed to this report",
            "contributed to this story",
            "contributed to this article",
        ],
    ),
    (
        Furniture,
        starts_as_word,
        &[
            "update:",
            "see also:",
            "read also:",
            "also read:",
            "xem thêm:",
            "xem thÊm:",
            "delivered daily",
            "delivered weekday",
            "delivered to your",
            "delivered every",
        ],
    ),
    (Furniture, is_last, &["associated press)"]),
    (Furniture, is_of_article, &["published", "updated", "corrected"]),
    (
        Caption,
        is_whole,
        &[
            "hide caption",
            "this is a photo",
            "this is a picture",
            "this is a image",
            "this is an photo",
            "this is an picture",
            "this is an image",
        ],
    ),
    (Caption, is_in_this, &["photo", "photograph", "image", "picture", "frame", "sketch"]),
    (Caption, is_of_a_kind, &["photo", "photograph", "image", "picture"]),
    (
        Caption,
        has_maker,
        &["photo", "photos", "photograph", "photographs", "image", "images", "picture", "pictures"],
    ),
    (
        Caption,
        has_colon,
        &["photo", "photos", "image", "images", "picture", "pictures", "credit", "caption"],
    ),
    (Caption, is_shown, &[" seen ", " pictured ", " shown "]),
    (
        Caption,
        anywhere,
        &[
            ", left,",
            ", far left,",
            ", second from left,",
            ", right,",
            ", far right,",
            ", second from right,",
            ", center,",
            ", far center,",
            ", centre,",
            ", far centre,",
        ],
    ),
    (Caption, is_date, &["day, "]),
    (Caption, is_credit, PHOTO_OR_SOURCE),
];

/// All of [`PHRASES`], each with the number of its entry.
pub(super) fn phrases() -> impl Iterator<Item = (&'static str, usize)> {
    let entries = PHRASES.iter().enumerate();
    entries.flat_map(|(entry, (_, _, list))| list.iter().map(move |&phrase| (phrase, entry)))
}

/// A phrase where it stands: the number of its entry in [`PHRASES`], and the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) entry: usize,
    pub(super) place: Span,
}

/// The phrases of an article, to be handed out sentence by sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    found: Vec<Found>,
    /// So many have been handed out.
    passed: usize,
}

impl Signs {
    /// Adds the phrases of the next line, in any order.
    pub(super) fn add(&mut self, line: &mut [Found]) {
        line.sort_unstable_by_key(|found| found.place.start);
        self.found.extend_from_slice(line);
    }

    /// The phrases inside the next sentence, as places in it.
    pub(super) fn of(&mut self, sentence: Span) -> impl Iterator<Item = Found> {
        let rest = &self.found[self.passed..];
        let before = rest.iter().take_while(|found| found.place.start < sentence.start).count();
        let rest = &rest[before..];
        let begun = rest.iter().take_while(|found| found.place.start < sentence.end).count();
        self.passed += before + begun;
        let inside = rest[..begun].iter().filter(move |found| found.place.end <= sentence.end);
        inside.map(move |&Found { entry, place }| {
            let place = Span::new(place.start - sentence.start, place.end - sentence.start);
            Found { entry, place }
        })
    }
}

/// The blemishes that the phrases of `sentence` tell of, all of which have been `found`. Linear in
/// its length.
pub(super) fn signs(sentence: &str, found: impl Iterator<Item = Found>) -> Blemishes {
    let text = sentence.as_bytes();
    let opening = without_other(text);
    let mut blemishes = Blemishes::default()
        .with(Furniture, opens_furniture(opening) || is_quoted_post(text))
        .with(Caption, opens_credit(opening) || has_bracketed(text));
    for Found { entry, place } in found {
        let (blemish, fits, _) = PHRASES[entry];
        let (before, after) = (&text[..place.start as usize], &text[place.end as usize..]);
        blemishes = blemishes.with(blemish, fits(before, after));
    }
    blemishes
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;
    use regex::bytes::{Regex, RegexBuilder};

    use super::*;
    use crate::clean::blemishes;

    /// What the signs mean, as patterns over bytes; `OTHER` is a character of [`without_other`].
    fn pattern(alternatives: &[&str]) -> Regex {
        let other = r"([^a-z0-9\x80-\xFF]|\xE2\x80[\x80-\xBF])";
        RegexBuilder::new(&alternatives.join("|").replace("OTHER", other))
            .unicode(false)
            .case_insensitive(true)
            .build()
            .unwrap()
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
            r"\b(update|see also|read also|also read|xem th(ê|Ê)m):",
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

    fn assert_as_patterns(text: &str) {
        let (signs, bytes) = (blemishes(text), text.as_bytes());
        assert_eq!(signs.has(Furniture), FURNITURE.is_match(bytes), "furniture: {text:?}");
        assert_eq!(signs.has(Caption), CAPTION.is_match(bytes), "caption: {text:?}");
    }

    /// Parts of the phrases and what may stand between them, `|` between two.
    const PARTS: &str = "|image caption|getty images|associated press)|file photo|copyright|posted at|click|\
        here|for|to|on|sign up|subscribe|follow|us|them|read more|share this|\
        all rights reserved|newsletter|advertisement|story continues|your tweets|tweet|with a|\
        your|location|javascript|breaking news|e-mail|emails|alert|alerts|delivered|daily|\
        to your|no more 404|archive pages|wayback machine|contributed to this|report|story|\
        article|for more|information|from|stories|this|the|page|post|is|was|has been|\
        originally|last|published|updated|corrected|update|correction|editor’s note|\
        editor's note|update:|(@ada_5)|(@|)|may|3|12|123|2031|2031,|in this|on this|photo|\
        photograph|image|picture|frame|sketch|is a|this is an|handout|undated|courtesy|photos|\
        credit|caption|:|hide caption|by|provided by|taken|are|seen|pictured|shown|at|as|b|t|\
        (photo)|(file)|(l)|(c)|(left|(centre)|left,|far left,|, right,|second from|center,|,|\
        monday,|wednesday|sun|day, |jan|september|sept.|.|ảnh|Ảnh|nguồn|nguỒn|clip|video|-|–|\
        —|“| |  |é|_|s|x|a|of the town near the river|x y z x y z|\n|\t|\u{b}|\u{a0}";

    /// One text for each alternative of the two patterns, `|` between two.
    const TEXTS: &str = "image caption|getty images|(associated press)|file photo|copyright|posted at|\
        click to|sign up|subscribe|follow them on|read more|share this|all rights reserved|\
        newsletter|advertisement|story continues|your tweets|tweet with a location|\
        javascript|breaking news e-mail|delivered daily|no more 404|archive pages|\
        wayback machine|contributed to this report|— for more on|\
        the page was last corrected|this post is updated|so this story was published|\
        correction|editor’s note|“updated|an update:|see also:|xem thêm:|also read:|read also:|in this undated frame|on this sketch|\
        this is a picture|stock image|credit :|caption:|photos:|hide caption|pictures by|\
        is seen in|are shown at|are pictured on|(pictured)|(file)|(l)|(c)|(left)|(right)|\
        (center)|(centre)|, far left,|, right,|, center,|, centre,|, second from left,|\
        monday, jan 1, 2031|friday, september 12, 2031|ảnh: x|nguồn: x|clip - x|video: x|\
        – (nguồn: x)|— ada (@ada_5) may 3, 2031|\
        – (ảnh: x) .|on this a b of the town near the river photo|this article has been published|\
        this report is first updated|(@x) may 12, 2031";

    #[test]
    fn every_pattern_has_its_sign() {
        for text in TEXTS.split('|').map(str::to_uppercase) {
            assert_as_patterns(&text);
            assert!(blemishes(&text).has(Caption) || blemishes(&text).has(Furniture), "{text}");
        }
    }

    fn part(list: &'static str) -> impl Strategy<Value = &'static str> {
        prop::sample::select(list.split('|').collect::<Vec<_>>())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn signs_are_as_the_patterns(
            parts in prop::collection::vec((part(PARTS), any::<bool>()), 0..10),
            spaced in any::<bool>(),
        ) {
            let capitals = |(part, large): (&str, bool)| if large { part.to_uppercase() } else { part.to_owned() };
            let parts: Vec<String> = parts.into_iter().map(capitals).collect();
            assert_as_patterns(&parts.join(if spaced { " " } else { "" }));
        }

        #[test]
        fn what_nearly_has_a_sign_is_as_the_patterns(
            text in part(TEXTS),
            changes in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, part(PARTS)), 1..4),
        ) {
            let mut characters: Vec<char> = text.chars().collect();
            for (at, left_out, put_in) in changes {
                let at = at.index(characters.len() + 1);
                let end = (at + left_out).min(characters.len());
                characters.splice(at..end, put_in.chars());
            }
            assert_as_patterns(&characters.into_iter().collect::<String>());
        }
    }
}
