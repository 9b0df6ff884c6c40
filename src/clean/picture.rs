//! Credits of pictures: with a label, as in `The bridge at dawn. Photo: Ada Lund The mayor said…`, or
//! at the end of a line, as in `The bridge at dawn. Ada Lund/Getty Images`.

use super::phrases::{Endings, Openers};
use super::{agency, ends_like_sentence, last_before_space, word_count};

/// What a credit with a label starts with, in lower case; a colon comes next. `Bild:` is a newspaper too.
static LABELS: Openers = Openers::new(&[
    "photo",
    "photos",
    "photograph",
    "picture",
    "image",
    "foto",
    "fotos",
    "crédit photo",
    "crédits photo",
    "imagen",
    "fotografía",
    "immagine",
    "zdjęcie",
    "fotoğraf",
    "kuva",
    "фото",
    "ảnh",
    "ảnh minh họa",
    "nguồn ảnh",
    "फोटो",
]);

/// What a credit in brackets may start with too.
static SOURCES: Openers = Openers::new(&["nguồn"]);

/// Agencies' marks with which a caption ends, in lower case.
static CREDITS: Endings = Endings::new(&[
    "getty images",
    "getty images)",
    "getty",
    "(getty)",
    "(ap photo)",
    "/ap photo)",
    "ap photo",
    "(associated press)",
    "/associated press)",
    "(ap)",
    "via ap)",
    "via ap",
    "/afp",
    "/afp)",
    "afp/getty images",
    "(reuters)",
    "/reuters)",
    "/reuters",
    "/epa",
    "/epa)",
    "(epa)",
    "shutterstock",
    "shutterstock)",
    "/newscom",
    "/wenn.com",
    "navy photo)",
    "army photo)",
    "courtesy photo)",
    "handout)",
    "/handout",
    "/dpa",
    "/dpa)",
    "/apa",
    "/keystone",
    "/picture alliance",
    "imago images",
    "/sipa",
    "/maxppp",
    "/istock",
    "istock",
    "istockphoto",
    "unsplash",
    "pixabay",
    "/ttxvn",
    "usa today",
]);

/// The most words of a caption whose source stands after a bar: a story's paragraph may too.
const MOST_WORDS_BEFORE_MARK: usize = 25;

/// The longest credit in brackets, in bytes.
const LONGEST: usize = 80;

/// True where a picture's credit comes next in the same line: what stands before it is a caption.
/// `after` is what follows a sentence.
pub(crate) fn credit_follows(after: &str) -> bool {
    let credit = after.trim_start_matches(' ');
    let named = credit.strip_prefix(['(', '[']).map_or_else(|| name(credit), name_in_brackets);
    credit.len() < after.len() && named.is_some()
}

/// The length of the picture's credit that `text` starts with and the white space after it, where
/// one can tell that it ends before the next sentence: it stands in brackets, it is an agency, or of
/// a few capital words the last one begins the sentence.
pub(crate) fn credit_length(text: &str) -> Option<usize> {
    let end = if let Some(inner) = text.strip_prefix(['(', '[']) {
        name_in_brackets(inner)?;
        let close = inner.find([')', ']', '\n']).filter(|close| *close <= LONGEST)?;
        1 + close + 1
    } else {
        let name = name(text)?;
        let agencies = name.split(char::is_whitespace).next()?;
        let known = |agency: &str| agency::NAMES.is(agency);
        let length =
            if agencies.split(['/', '-']).all(known) { agencies.len() } else { name_length(name)? };
        text.len() - name.len() + length
    };
    let rest = text.get(end..)?;
    let sentence = rest.trim_start();
    let parted = sentence.len() < rest.len();
    let starts = sentence
        .starts_with(|c: char| !c.is_lowercase() && (c.is_alphanumeric() || "\"“«‘".contains(c)));
    (parted && starts).then(|| text.len() - sentence.len())
}

/// What follows the label after a bracket.
fn name_in_brackets(inner: &str) -> Option<&str> {
    name(inner).or_else(|| SOURCES.strip(inner)?.strip_prefix(':'))
}

/// The length of the name that `text` starts with, where a sentence follows it: of two or three words
/// with a capital the last begins the sentence, `Ada Lund The mayor said`.
fn name_length(text: &str) -> Option<usize> {
    const MOST: usize = 3;
    let words = text.split(' ').take(MOST + 1);
    let capital = words.clone().take_while(|word| word.starts_with(char::is_uppercase)).count();
    let goes_on = |word: &str| word.starts_with(|c: char| c.is_lowercase() || c.is_numeric());
    if !(2..=MOST).contains(&capital) || !words.clone().nth(capital).is_some_and(goes_on) {
        return None;
    }
    Some(words.take(capital - 1).map(|word| word.len() + 1).sum::<usize>() - 1)
}

/// True for a sentence that has a picture's credit in it: the end of a caption is not told from what
/// comes next.
pub(crate) fn has_credit(sentence: &str) -> bool {
    const MOST_WORDS_OF_LABEL: usize = 3;
    memchr::memchr_iter(b':', sentence.as_bytes()).any(|colon| {
        let starts = sentence[..colon].match_indices(' ').rev().map(|(space, _)| space + 1);
        let mut starts = starts.chain([0]).take(MOST_WORDS_OF_LABEL);
        starts.any(|start| {
            sentence[start..].starts_with(char::is_uppercase) && name(&sentence[start..]).is_some()
        })
    })
}

/// What follows the label and its colon, where it could be a name.
fn name(text: &str) -> Option<&str> {
    let named = |name: &&str| {
        name.starts_with(|c: char| !c.is_lowercase() && (c.is_alphanumeric() || c == '©'))
    };
    after_label(text).filter(named)
}

/// What follows the label of a picture's credit and its colon: `Ada Lund` in `Photo: Ada Lund`.
pub(super) fn after_label(text: &str) -> Option<&str> {
    const SPACES: [char; 2] = [' ', '\u{a0}'];
    let rest = LABELS.strip(text)?.trim_start_matches(SPACES);
    Some(rest.strip_prefix([':', '：'])?.trim_start_matches(SPACES))
}

/// True for a line that ends in a credit, as captions do. An agency's name ends a sentence that cites
/// it too: a caption names it after the stop, after a slash or in brackets.
pub(super) fn ends_with_credit(text: &str) -> bool {
    CREDITS.end(text) && names_a_credit(text) || is_foreign(text) || is_credit_at_end(text)
}

/// True for a caption as Arabic or Chinese and Japanese pages write it.
fn is_foreign(text: &str) -> bool {
    // Nearly always the last byte can tell.
    let last = text.as_bytes().last();
    last.is_some_and(|&last| !last.is_ascii() || last == b')')
        && (is_eastern(text) || is_arabic(text))
}

/// True for `大桥。记者 李明 摄` and `川に落ちた橋＝12日午後、白浜県`, in a hundred characters: no sentence ends
/// with `摄`, and none has a day after an equals sign.
fn is_eastern(text: &str) -> bool {
    const MOST: usize = 100;
    if text.is_ascii() || ends_like_sentence(text) || text.chars().nth(MOST).is_some() {
        return false;
    }
    let taken = text.trim_end_matches([')', '）']).ends_with(['摄', '攝']);
    let dated = || {
        text.split(['＝', '=']).skip(1).any(|date| {
            let after = date.trim_start_matches(char::is_numeric);
            after.len() < date.len() && after.starts_with(['日', '月', '年'])
        })
    };
    taken || dated() && !text.contains('。')
}

/// True for `… (Ada Lund/Fjord Wire)` and `… fell. (NPD)`: a photographer and an outlet, or an
/// abbreviation after a full stop; and for `… fell. Ada Lund / Fjord Wire`.
fn is_credit_at_end(text: &str) -> bool {
    let bracketed = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    let (before, credit) = match bracketed {
        Some((before, credit)) => (before, credit),
        None => match last_before_space(text, b'.') {
            Some(stop) => (&text[..=stop], &text[stop + 2..]),
            None => return false,
        },
    };
    // `… at dawn. | Fjord Wire`, `… at dawn. © Ada Lund`
    if bracketed.is_none() && is_set_apart(credit) {
        return word_count(before, MOST_WORDS_BEFORE_MARK + 1) <= MOST_WORDS_BEFORE_MARK;
    }
    // Most lines end in a sentence.
    if credit.len() > 120
        || bracketed.is_none() && !credit.contains('/') && !credit.contains(" via ")
    {
        return false;
    }
    let words: Vec<&str> =
        credit.split(|c: char| c.is_whitespace() || c == '/').filter(|w| !w.is_empty()).collect();
    // Names, and small words that stand between them.
    let named = words.iter().all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || matches!(
                *word,
                "via" | "for" | "of" | "the" | "file" | "de" | "von" | "van" | "handout"
            )
    });
    if !named || words.len() > 9 || !ends_like_sentence(before) {
        return false;
    }
    // A station's name may have a number: `(NTV 9)`.
    let letters = credit.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let abbreviated = bracketed.is_some()
        && (3..=6).contains(&letters.len())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let pair = credit.contains('/') && words.len() >= 2 || credit.contains(" via ");
    abbreviated || pair && !ends_like_sentence(credit)
}

/// True for a name after a bar or the sign of copyright.
fn is_set_apart(credit: &str) -> bool {
    const MOST: usize = 6;
    let name = credit.strip_prefix("| ").or_else(|| credit.strip_prefix('©'));
    name.map(str::trim_start).is_some_and(|name| {
        let capital = |word: &str| !word.starts_with(char::is_lowercase);
        !name.is_empty()
            && !ends_like_sentence(name)
            && word_count(name, MOST + 1) <= MOST
            && (name.split_whitespace().all(capital) || agency::NAMES.is(name))
    })
}

/// True for `صورة للجسر - رويترز`, a picture of something and an agency, where no full stop is.
fn is_arabic(text: &str) -> bool {
    let agency = || {
        let text = text.strip_suffix(')').unwrap_or(text);
        let names = agency::ARABIC.iter();
        names
            .filter_map(|name| text.strip_suffix(name))
            .any(|text| ["- ", "– ", " ("].iter().any(|mark| text.ends_with(mark)))
    };
    (text.starts_with("صورة ") || text.starts_with("صور ")) && agency()
}

/// True where the agency at the end stands apart from the sentence.
fn names_a_credit(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ' ']);
    let last = match text.rfind('(').filter(|_| text.ends_with(')')) {
        Some(open) => &text[open..],
        None => last_before_space(text, b'.').map_or(text, |stop| &text[stop + 2..]),
    };
    let words = last.split_whitespace().filter(|word| word.starts_with(char::is_lowercase));
    let lower = words
        .filter(|word| {
            !matches!(
                *word,
                "via" | "for" | "of" | "by" | "de" | "von" | "van" | "the" | "photo)" | "handout)"
            )
        })
        .count();
    let ended = text.ends_with(')') || last.len() < text.len() || last.contains('/');
    ended && lower == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_follow_captions_in_the_same_line() {
        for after in [
            " Photo: Ada Lund The mayor said so.",
            " (Ảnh: Ada Lund) Cầu đã đóng cửa.",
            " [Foto : Fjord Wire]",
            "  Фото: Ада Лунд",
            " PHOTO: FJORD WIRE",
        ] {
            assert!(credit_follows(after), "{after}");
        }
        for after in [
            "",
            "Photo: Ada Lund",
            "\nPhoto: Ada Lund",
            " Photos show the bridge.",
            " Photo: the bridge at dawn",
            " The image: A bridge.",
            " Bild: Was sagen Sie?",
        ] {
            assert!(!credit_follows(after), "{after}");
        }
    }

    #[test]
    fn a_sentence_may_have_a_credit_in_it() {
        for sentence in [
            "The bridge at dawn - Photo: Ada Lund The mayor said so.",
            "Cầu lúc bình minh Ảnh: Ada Lund Hôm nay cầu đã đóng.",
            "Nguồn ảnh: Ada Lund Berg.",
        ] {
            assert!(has_credit(sentence), "{sentence}");
        }
        for sentence in [
            "The mayor said: The bridge is shut.",
            "She showed a photo: Ada Lund on the bridge.",
            "Photo: the bridge at dawn.",
            "It fell at 12:30.",
            "",
        ] {
            assert!(!has_credit(sentence), "{sentence}");
        }
    }

    #[test]
    fn credits_are_cut_off_where_they_end() {
        for text in [
            "(Ảnh: Ada Lund/Báo Sông Hồng) Rain fell.",
            "[Photo: FW] Rain fell.",
            "Photo: AFP Rain fell.",
            "Ảnh: AFP/TTXVN Rain fell.",
            "Foto: Reuters. Rain fell.",
            "Photo: Ada Lund Rain fell.",
            "Ảnh: A.Lund Rain fell.",
            "(Nguồn: fjord.example) Rain fell.",
        ] {
            assert_eq!(credit_length(text).map(|end| &text[end..]), Some("Rain fell."), "{text}");
        }
        for text in [
            "Photo: Ada Lund Olav Berg of Norvale said so.",
            "Photo: Rain fell.",
            "Photo: Ada Lund",
            "Photo: AFP rain fell.",
            "Photo: AFP",
            "(Photo: Ada Lund)",
            "(Photo: Ada Lund), rain fell.",
            "(Photo: Ada Lund\nRain fell.)",
            "AFP Rain fell.",
            "(AFP) Rain fell.",
        ] {
            assert_eq!(credit_length(text), None, "{text}");
        }
    }
}
