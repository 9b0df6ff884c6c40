//! A picture's credit inside a paragraph: `The bridge at dawn. Photo: Ada Lund The mayor said…`

use super::agency;
use super::phrases::Openers;

/// What such a credit starts with, in lower case; a colon comes next. `Bild:` is a newspaper too.
static OPENERS: Openers = Openers::new(&[
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

/// The longest credit in brackets, in bytes.
const LONGEST: usize = 80;

/// True where a picture's credit comes next in the same line: what stands before it is a caption.
/// `after` is what follows a sentence.
pub(crate) fn credit_follows(after: &str) -> bool {
    let credit = after.trim_start_matches(' ');
    credit.len() < after.len() && name(credit.strip_prefix(['(', '[']).unwrap_or(credit)).is_some()
}

/// The length of the picture's credit that `text` starts with and the white space after it, where
/// one can tell that it ends before the next sentence: it stands in brackets, or it is an agency.
pub(crate) fn credit_length(text: &str) -> Option<usize> {
    let end = if let Some(inner) = text.strip_prefix(['(', '[']) {
        name(inner)?;
        let close = inner.find([')', ']', '\n']).filter(|close| *close <= LONGEST)?;
        1 + close + 1
    } else {
        let name = name(text)?;
        let agencies = name.split(char::is_whitespace).next()?;
        let known = |agency: &str| agency::NAMES.is(agency);
        if !agencies.split(['/', '-']).all(known) {
            return None;
        }
        text.len() - name.len() + agencies.len()
    };
    let rest = text.get(end..)?;
    let sentence = rest.trim_start();
    let parted = sentence.len() < rest.len();
    let starts = sentence
        .starts_with(|c: char| !c.is_lowercase() && (c.is_alphanumeric() || "\"“«‘".contains(c)));
    (parted && starts).then(|| text.len() - sentence.len())
}

/// What follows the opener and its colon, where it could be a name.
fn name(text: &str) -> Option<&str> {
    let rest = OPENERS.strip(text)?.trim_start_matches([' ', '\u{a0}']);
    let name = rest.strip_prefix([':', '：'])?.trim_start_matches([' ', '\u{a0}']);
    let named = name.starts_with(|c: char| !c.is_lowercase() && (c.is_alphanumeric() || c == '©'));
    named.then_some(name)
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
    fn credits_are_cut_off_where_they_end() {
        for text in [
            "(Ảnh: Ada Lund/Báo Sông Hồng) Rain fell.",
            "[Photo: FW] Rain fell.",
            "Photo: AFP Rain fell.",
            "Ảnh: AFP/TTXVN Rain fell.",
            "Foto: Reuters. Rain fell.",
        ] {
            assert_eq!(credit_length(text).map(|end| &text[end..]), Some("Rain fell."), "{text}");
        }
        for text in [
            "Photo: Ada Lund Rain fell.",
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
