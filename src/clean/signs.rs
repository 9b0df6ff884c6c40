//! The phrases of captions and of page furniture, and how each has to stand in a sentence.
//!
//! Whole words here are runs of ASCII letters, digits and `_`, and only ASCII letters have cases.

use std::sync::LazyLock;

use super::blemish::Blemish::{self, Caption, Furniture};
use super::blemish::Blemishes;
use super::finder::Finder;
use super::phrases::Fours;

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

/// `Photo` and `source` in Vietnamese; the case of `ả` and `ồ` is not ASCII's.
const PHOTO_OR_SOURCE: &[&str] = &["ảnh", "Ảnh", "nguồn", "nguỒn"];

/// What stands alone in brackets in a caption.
const BRACKETED: &[&str] = &[
    "photo)",
    "image)",
    "picture)",
    "pictured)",
    "file)",
    "l)",
    "c)",
    "left)",
    "right)",
    "center)",
    "centre)",
];

static FINDER: LazyLock<Finder> =
    LazyLock::new(|| Finder::new(PHRASES.iter().flat_map(|(_, _, list)| *list).copied().collect()));

/// By phrase of [`FINDER`].
static SIGNS: LazyLock<Vec<(Blemish, Fits)>> = LazyLock::new(|| {
    let signs =
        PHRASES.iter().flat_map(|&(blemish, fits, list)| list.iter().map(move |_| (blemish, fits)));
    signs.collect()
});

/// The blemishes that phrases of `sentence` tell of. Linear in its length.
pub(super) fn signs(sentence: &str) -> Blemishes {
    let text = sentence.as_bytes();
    let opening = without_other(text);
    let mut blemishes = Blemishes::default()
        .with(Furniture, opens_furniture(opening) || is_quoted_post(text))
        .with(Caption, opens_credit(opening) || has_bracketed(text));
    FINDER.find(sentence, |phrase, place| {
        let (blemish, fits) = SIGNS[phrase];
        blemishes = blemishes.with(blemish, fits(&text[..place.start], &text[place.end..]));
    });
    blemishes
}

/// A phrase of whole words.
fn is_whole(before: &[u8], after: &[u8]) -> bool {
    starts_as_word(before, after) && ends_word(after)
}

/// A phrase whose first word is whole.
fn starts_as_word(before: &[u8], _after: &[u8]) -> bool {
    !before.last().copied().is_some_and(is_word)
}

fn anywhere(_before: &[u8], _after: &[u8]) -> bool {
    true
}

/// A phrase with which the sentence ends.
fn is_last(before: &[u8], after: &[u8]) -> bool {
    starts_as_word(before, after) && after.is_empty()
}

/// `This story was originally` published.
fn is_of_article(before: &[u8], after: &[u8]) -> bool {
    let of_article = || {
        let before = strip_end(before, &["originally ", "first ", "last "]).unwrap_or(before);
        let before = strip_end(before, &["is ", "was ", "has been "])?;
        let before = strip_end(before, &["article ", "story ", "report ", "post ", "page "])?;
        strip_end(before, &["this ", "the "])
    };
    ends_word(after) && of_article().is_some_and(|before| starts_as_word(before, after))
}

/// `In this March 3 file` photo: forty bytes of one line between them at most.
fn is_in_this(before: &[u8], after: &[u8]) -> bool {
    const BETWEEN: usize = 40;
    const IN_THIS: usize = "in this".len();
    is_whole(before, after)
        && (before.len().saturating_sub(IN_THIS + BETWEEN)..before.len()).any(|at| {
            strip_start(&before[at..], &["in this", "on this"]).is_some_and(|between| {
                is_whole(&before[..at], between) && !between.contains(&b'\n')
            })
        })
}

/// A `handout` photo.
fn is_of_a_kind(before: &[u8], after: &[u8]) -> bool {
    const KINDS: &[&str] =
        &["handout ", "file ", "stock ", "undated ", "combination ", "courtesy "];
    is_whole(before, after)
        && strip_end(before, KINDS).is_some_and(|before| starts_as_word(before, after))
}

/// A photo `by` somebody.
fn has_maker(before: &[u8], after: &[u8]) -> bool {
    starts_as_word(before, after)
        && strip_start(after, &[" by", " courtesy", " provided by", " taken"])
            .is_some_and(ends_word)
}

/// `Photo:`
fn has_colon(before: &[u8], after: &[u8]) -> bool {
    starts_as_word(before, after) && trim_start(after).starts_with(b":")
}

/// Workers `are` seen `near the dam`, but not `is` seen `as`, `to` or `by`.
fn is_shown(before: &[u8], after: &[u8]) -> bool {
    let is = strip_end(before, &["is", "are"]);
    let next = |at: usize| after.get(at).map(u8::to_ascii_lowercase);
    is.is_some_and(|before| starts_as_word(before, after))
        && match next(0) {
            Some(b'a') => next(1).is_some_and(|byte| byte != b's'),
            Some(b't') => next(1).is_some_and(|byte| byte != b'o'),
            Some(b'b') => next(1).is_some_and(|byte| byte != b'y'),
            other => other.is_some(),
        }
}

/// `Tues`day, `March 4, 2031`: the date of a caption has its year.
fn is_date(before: &[u8], after: &[u8]) -> bool {
    const DAYS: &[&str] = &["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"];
    const MONTHS: &[&str] =
        &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let dated = || {
        let (_, rest) = split_run(strip_start(after, MONTHS)?, is_letter);
        let (day, rest) =
            split_run(rest.strip_prefix(b".").unwrap_or(rest).strip_prefix(b" ")?, is_digit);
        let (year, _) = split_run(rest.strip_prefix(b", ")?, is_digit);
        Some((1..=2).contains(&day.len()) && year.len() >= 4)
    };
    strip_end(before, DAYS).is_some_and(|before| starts_as_word(before, after))
        && dated() == Some(true)
}

/// `(`Ảnh`: Ada Lund)` at the end of a sentence, or after a dash: thirty bytes at most.
fn is_credit(before: &[u8], after: &[u8]) -> bool {
    const NAME: usize = 30;
    let Some(name) = trim_start(after).strip_prefix(b":") else { return false };
    strip_end(trim_end(before), &["(", "-", "–"]).is_some()
        && (0..=name.len().min(NAME))
            .take_while(|&end| end == 0 || name[end - 1] != b')')
            .any(|end| without_other(&name[end..]).is_empty())
}

/// `For more information`, `Updated`, `Editor's note` at the head of a sentence.
fn opens_furniture(opening: &[u8]) -> bool {
    const OPENINGS: &[&str] = &[
        "for more information",
        "for more on",
        "for more from",
        "for more stories",
        "update",
        "updated",
        "correction",
        "editors note",
        "editor's note",
        "editor’s note",
    ];
    static STARTS: Fours = Fours::of_starts(OPENINGS);
    STARTS.may_have(opening.first_chunk())
        && OPENINGS.iter().any(|start| strip_start(opening, &[start]).is_some_and(ends_word))
}

/// `Clip: ` and a name at the head of a sentence: eight words at most.
fn opens_credit(opening: &[u8]) -> bool {
    const WORDS: usize = 8;
    const OPENINGS: &[&str] = &["ảnh", "Ảnh", "nguồn", "nguỒn", "clip", "video"];
    static STARTS: Fours = Fours::of_starts(OPENINGS);
    let opened = || strip_start(opening, OPENINGS);
    (STARTS.may_have(opening.first_chunk()).then(opened).flatten())
        .and_then(|rest| strip_start(trim_start(rest), &[":", "-", "–"]))
        .is_some_and(|name| {
            name.split(|&byte| is_space(byte)).filter(|word| !word.is_empty()).nth(WORDS).is_none()
        })
}

/// The signature of a quoted post: `— Ada Lund (@adalund) May 3, 2031`.
fn is_quoted_post(text: &[u8]) -> bool {
    let signed = || {
        let (rest, year) = split_last_run(text, is_digit);
        let (rest, day) = split_last_run(rest.strip_suffix(b", ")?, is_digit);
        let (rest, month) = split_last_run(rest.strip_suffix(b" ")?, is_letter);
        let (rest, handle) = split_last_run(rest.strip_suffix(b") ")?, is_word);
        let dated = year.len() == 4 && (1..=2).contains(&day.len()) && !month.is_empty();
        Some(dated && !handle.is_empty() && rest.ends_with(b"(@"))
    };
    signed() == Some(true)
}

/// True where one of [`BRACKETED`] stands.
fn has_bracketed(text: &[u8]) -> bool {
    memchr::memchr_iter(b'(', text).any(|open| strip_start(&text[open + 1..], BRACKETED).is_some())
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// True where a word ends before `after`.
fn ends_word(after: &[u8]) -> bool {
    !after.first().copied().is_some_and(is_word)
}

/// What follows the first of `starts` with which `text` starts.
fn strip_start<'a>(text: &'a [u8], starts: &[&str]) -> Option<&'a [u8]> {
    starts.iter().find_map(|start| {
        // Nearly always the first byte can tell.
        if !start.as_bytes().first()?.eq_ignore_ascii_case(text.first()?) {
            return None;
        }
        let (head, rest) = text.split_at_checked(start.len())?;
        head.eq_ignore_ascii_case(start.as_bytes()).then_some(rest)
    })
}

/// What stands before the first of `ends` with which `text` ends.
fn strip_end<'a>(text: &'a [u8], ends: &[&str]) -> Option<&'a [u8]> {
    ends.iter().find_map(|end| {
        let (rest, tail) = text.split_at_checked(text.len().checked_sub(end.len())?)?;
        tail.eq_ignore_ascii_case(end.as_bytes()).then_some(rest)
    })
}

fn trim_start(text: &[u8]) -> &[u8] {
    split_run(text, is_space).1
}

fn trim_end(text: &[u8]) -> &[u8] {
    split_last_run(text, is_space).0
}

/// The bytes of a kind with which `text` starts, and the rest.
fn split_run(text: &[u8], kind: fn(u8) -> bool) -> (&[u8], &[u8]) {
    text.split_at(text.iter().take_while(|&&byte| kind(byte)).count())
}

/// The bytes of a kind with which `text` ends, after the rest.
fn split_last_run(text: &[u8], kind: fn(u8) -> bool) -> (&[u8], &[u8]) {
    text.split_at(text.len() - text.iter().rev().take_while(|&&byte| kind(byte)).count())
}

/// Without the characters at its start that are no letters and no digits: ASCII's, and those of the
/// general punctuation.
fn without_other(mut text: &[u8]) -> &[u8] {
    loop {
        text = match text {
            [byte, rest @ ..] if byte.is_ascii() && !byte.is_ascii_alphanumeric() => rest,
            [0xE2, 0x80, 0x80..=0xBF, rest @ ..] => rest,
            _ => return text,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use regex::bytes::{Regex, RegexBuilder};

    use super::*;

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

    fn assert_as_patterns(text: &str) {
        let (signs, bytes) = (signs(text), text.as_bytes());
        assert_eq!(signs.has(Furniture), FURNITURE.is_match(bytes), "furniture: {text:?}");
        assert_eq!(signs.has(Caption), CAPTION.is_match(bytes), "caption: {text:?}");
    }

    /// Parts of the phrases and what may stand between them.
    const PARTS: &[&str] = &[
        "image caption",
        "getty images",
        "associated press)",
        "file photo",
        "copyright",
        "posted at",
        "click",
        "here",
        "for",
        "to",
        "on",
        "sign up",
        "subscribe",
        "follow",
        "us",
        "them",
        "read more",
        "share this",
        "all rights reserved",
        "newsletter",
        "advertisement",
        "story continues",
        "your tweets",
        "tweet",
        "with a",
        "your",
        "location",
        "javascript",
        "breaking news",
        "e-mail",
        "emails",
        "alert",
        "alerts",
        "delivered",
        "daily",
        "to your",
        "no more 404",
        "archive pages",
        "wayback machine",
        "contributed to this",
        "report",
        "story",
        "article",
        "for more",
        "information",
        "from",
        "stories",
        "this",
        "the",
        "page",
        "post",
        "is",
        "was",
        "has been",
        "originally",
        "last",
        "published",
        "updated",
        "corrected",
        "update",
        "correction",
        "editor’s note",
        "editor's note",
        "update:",
        "(@ada_5)",
        "(@",
        ")",
        "may",
        "3",
        "12",
        "123",
        "2031",
        "2031,",
        "in this",
        "on this",
        "photo",
        "photograph",
        "image",
        "picture",
        "frame",
        "sketch",
        "is a",
        "this is an",
        "handout",
        "undated",
        "courtesy",
        "photos",
        "credit",
        "caption",
        ":",
        "hide caption",
        "by",
        "provided by",
        "taken",
        "are",
        "seen",
        "pictured",
        "shown",
        "at",
        "as",
        "b",
        "t",
        "(photo)",
        "(file)",
        "(l)",
        "(c)",
        "(left",
        "(centre)",
        "left,",
        "far left,",
        ", right,",
        "second from",
        "center,",
        ",",
        "monday,",
        "wednesday",
        "sun",
        "day, ",
        "jan",
        "september",
        "sept.",
        ".",
        "ảnh",
        "Ảnh",
        "nguồn",
        "nguỒn",
        "clip",
        "video",
        "-",
        "–",
        "—",
        "“",
        " ",
        "  ",
        "é",
        "_",
        "s",
        "x",
        "a",
        "of the town near the river",
        "x y z x y z",
        "\n",
        "\t",
        "\u{b}",
        "\u{a0}",
    ];

    #[test]
    fn every_pattern_has_its_sign() {
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
        for text in texts.split('|').map(str::to_uppercase) {
            assert_as_patterns(&text);
            assert!(signs(&text) != Blemishes::default(), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn signs_are_as_the_patterns(
            parts in prop::collection::vec((prop::sample::select(PARTS), 0..3_u8), 0..10),
            spaced in any::<bool>(),
        ) {
            let parts = parts.into_iter().map(|(part, case)| match case {
                0 => part.to_uppercase(),
                _ => part.to_owned(),
            });
            let text = parts.collect::<Vec<_>>().join(if spaced { " " } else { "" });
            assert_as_patterns(&text);
        }
    }
}
