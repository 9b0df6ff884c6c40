//! Lists that end like sentences.

/// A list has at least so many words: `Barack Obama Visits Norvale.` may be a sentence.
const FEWEST_WORDS: u32 = 6;

/// Of a list's words at most one in so many begins with a small letter.
const SMALL: u32 = 5;

/// True for a line-up, a row of a table or a title that ends like a sentence: hardly a word of it
/// begins with a small letter, `Norvale: Lund, Berg; Dahl, Holm; Moe.` In a text all in capitals, and
/// in a script that has none, nothing tells a list.
pub(super) fn is_listed(sentence: &str) -> bool {
    if has_many_small_words(sentence.as_bytes()) {
        return false;
    }
    let (mut words, mut small) = (0, 0);
    let mut inside = false;
    for character in sentence.chars() {
        let was_inside = std::mem::replace(&mut inside, character.is_alphanumeric());
        if was_inside || !inside {
            continue;
        }
        words += 1;
        if character.is_lowercase() {
            small += 1;
        } else if !(character.is_uppercase() || character.is_numeric()) {
            return false;
        }
    }
    words >= FEWEST_WORDS && small * SMALL <= words && sentence.contains(char::is_lowercase)
}

/// True for most sentences: the small letters after a space tell that it is no list, however many
/// words it has.
fn has_many_small_words(text: &[u8]) -> bool {
    // Without a branch, and in bytes that do not overflow, so that many are counted at once.
    const AT_ONCE: usize = 128;
    let next = text.get(1..).unwrap_or_default();
    let small = text.chunks(AT_ONCE).zip(next.chunks(AT_ONCE)).map(|(bytes, next)| {
        let pairs = bytes.iter().zip(next);
        let small = |(byte, next): (&u8, &u8)| {
            u8::from(*byte == b' ') & u8::from(next.is_ascii_lowercase())
        };
        u32::from(pairs.map(small).sum::<u8>())
    });
    // Between two words stands at least one of these.
    let apart = text.chunks(AT_ONCE).map(|bytes| {
        let apart = |byte: &u8| {
            u8::from(!byte.is_ascii_alphanumeric()) & u8::from(!(0x80..0xC0).contains(byte))
        };
        u32::from(bytes.iter().map(apart).sum::<u8>())
    });
    small.sum::<u32>() * SMALL > apart.sum::<u32>() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_titles_are_told_by_their_capitals() {
        for list in [
            "Norvale: Lund, Berg (Dahl 78'); Holm, Moe; Ås.",
            "LARCENY FROM AUTO, 2031-07240069, 4200 block of 31st Street S.",
            "Thủ môn: Wayne Lund, Danny Ward, Owain Berg.",
            "WATCH: Ada Lund and Olav Berg Take a Walk -- See Them!",
        ] {
            assert!(is_listed(list), "{list}");
        }
    }

    #[test]
    fn sentences_stay() {
        for sentence in [
            "Norvale's Mayor Ada Lund met Governor Olav Berg of Sundmark on Tuesday.",
            "Ada Lund Beat Olav Berg.",
            "Bürgermeisterin Ada Lund hat der Stadt Norvale am Dienstag Hilfe versprochen.",
            "Ngày 2/6, Bảo Thy tròn 28 tuổi.",
            "THE DAM OF NORVALE BROKE ON TUESDAY.",
            "北京市长周二与 Ada Lund 及 Olav Berg 会面。",
            "",
        ] {
            assert!(!is_listed(sentence), "{sentence}");
        }
    }
}
