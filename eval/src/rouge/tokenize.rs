//! Text to tokens. Both tokenizers write the folded text into a buffer in which [`GAP`] bytes
//! separate tokens and [`LINE`] bytes end sentences, so that the rest of the scorer sees one shape.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_script::{Script, UnicodeScript};

/// Between tokens.
pub(crate) const GAP: u8 = 0;
/// Between sentences.
pub(crate) const LINE: u8 = b'\n';

/// What each byte becomes in the ASCII tokenizer: lower-case letter, digit, [`LINE`] or [`GAP`].
const FOLD: [u8; 256] = {
    let mut table = [GAP; 256];
    let mut byte = 0;
    while byte < 256 {
        let ascii = byte as u8;
        if ascii.is_ascii_alphanumeric() {
            table[byte] = ascii.to_ascii_lowercase();
        }
        byte += 1;
    }
    table[b'\n' as usize] = LINE;
    table
};

/// Appends the text with ASCII letters and digits lower-cased and everything else a gap.
///
/// With `unicode_case`, two further characters count because lower-casing makes ASCII letters of them:
/// U+212A KELVIN SIGN is `k`, and U+0130 `İ` is `i` and a gap.
pub(crate) fn fold_ascii(text: &[u8], unicode_case: bool, out: &mut Vec<u8>) {
    let special = |from: &[u8]| match from {
        [0xC4, 0xB0, ..] => Some((&b"i\0"[..], 2)),
        [0xE2, 0x84, 0xAA, ..] => Some((&b"k"[..], 3)),
        _ => None,
    };
    let mut rest = text;
    if unicode_case {
        let mut leads = memchr::memchr2_iter(0xC4, 0xE2, text);
        while let Some((at, (letters, length))) =
            leads.find_map(|at| special(&text[at..]).map(|found| (at, found)))
        {
            let start = text.len() - rest.len();
            out.extend(text[start..at].iter().map(|&byte| FOLD[usize::from(byte)]));
            out.extend_from_slice(letters);
            rest = &text[at + length..];
        }
    }
    out.extend(rest.iter().map(|&byte| FOLD[usize::from(byte)]));
}

/// Appends the tokens of the Unicode tokenizer: NFC, full lower-casing, runs of letters, marks and numbers;
/// a character of a script that is written without spaces is a token with the marks that follow it.
/// Format characters (soft hyphen, zero-width joiners, …) vanish without splitting a word.
pub(crate) fn fold_unicode(text: &str, out: &mut Vec<u8>) {
    if text.is_ascii() {
        return fold_ascii(text.as_bytes(), false, out);
    }
    let folded = text.nfc().collect::<String>().to_lowercase();
    let mut utf8 = [0; 4];
    // Whether the token being built is one character of a script without spaces.
    let mut single = false;
    for c in folded.chars() {
        if c.is_ascii() {
            if single && c.is_ascii_alphanumeric() {
                out.push(GAP);
            }
            out.push(FOLD[c as usize]);
            single = false;
            continue;
        }
        let category = c.general_category();
        match c.general_category_group() {
            GeneralCategoryGroup::Mark => {}
            GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number => {
                let alone = is_unspaced(c);
                if alone || single {
                    out.push(GAP);
                }
                single = alone;
            }
            _ if category == GeneralCategory::Format => continue,
            _ => {
                out.push(GAP);
                single = false;
                continue;
            }
        }
        out.extend_from_slice(c.encode_utf8(&mut utf8).as_bytes());
    }
}

/// The tokens of the Unicode tokenizer, line by line; lines without tokens are left out.
pub(crate) fn unicode_terms(text: &str) -> Vec<Vec<String>> {
    let mut folded = Vec::with_capacity(text.len());
    fold_unicode(text, &mut folded);
    let tokens = |line: &[u8]| -> Vec<String> {
        let tokens = line.split(|&byte| byte == GAP).filter(|token| !token.is_empty());
        tokens.map(|token| String::from_utf8_lossy(token).into_owned()).collect()
    };
    folded.split(|&byte| byte == LINE).map(tokens).filter(|line| !line.is_empty()).collect()
}

/// Whether the character belongs to a script that is written without spaces between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(
        c.script(),
        Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tokens(fold: impl Fn(&mut Vec<u8>)) -> Vec<String> {
        let mut bytes = Vec::new();
        fold(&mut bytes);
        let tokens = bytes.split(|&b| b == GAP || b == LINE).filter(|t| !t.is_empty());
        tokens.map(|t| String::from_utf8(t.to_vec()).unwrap()).collect()
    }
    fn ascii(text: &str) -> Vec<String> {
        tokens(|out| fold_ascii(text.as_bytes(), true, out))
    }
    fn unicode(text: &str) -> Vec<String> {
        tokens(|out| fold_unicode(text, out))
    }

    #[test]
    fn ascii_tokens_are_runs_of_letters_and_digits() {
        assert_eq!(
            ascii("The U.S.A. won't pay $4.50, re-entry_2"),
            ["the", "u", "s", "a", "won", "t", "pay", "4", "50", "re", "entry", "2"]
        );
        assert_eq!(ascii("naïve"), ["na", "ve"]);
        assert_eq!(ascii("\u{212A}ilo \u{130}zmir \u{17F}at"), ["kilo", "i", "zmir", "at"]);
        assert_eq!(tokens(|out| fold_ascii("\u{212A}ilo".as_bytes(), false, out)), ["ilo"]);
        assert!(ascii("новости 新闻 …").is_empty());
    }

    #[test]
    fn unicode_tokens_keep_words_of_every_script() {
        assert_eq!(unicode("Đà Nẵng, naïve"), ["đà", "nẵng", "naïve"]);
        assert_eq!(unicode("大阪1970年Expo"), ["大", "阪", "1970", "年", "expo"]);
        assert_eq!(unicode("Выборы в Москве"), ["выборы", "в", "москве"]);
        // Devanagari vowel signs and Thai tone marks stay with their letters.
        assert_eq!(unicode("हिन्दी भाषा"), ["हिन्दी", "भाषा"]);
        assert_eq!(unicode("น้ำ"), ["น้", "ำ"]);
        // A decomposed accent composes; a soft hyphen and a joiner vanish.
        assert_eq!(unicode("cafe\u{301} co\u{AD}op a\u{200D}b"), ["café", "coop", "ab"]);
        assert_eq!(unicode("\u{130}zmir"), ["i\u{307}zmir"]);
    }

    proptest! {
        #[test]
        fn on_ascii_text_both_tokenizers_agree(text in "[ -~\\n\\t]{0,80}") {
            prop_assert_eq!(unicode(&text), ascii(&text));
        }

        #[test]
        fn an_ascii_run_keeps_its_tokens_next_to_other_text(text in "[ -~]{0,40}") {
            let mixed = format!("{text} é");
            let mut expected = ascii(&text);
            expected.push("é".to_owned());
            prop_assert_eq!(unicode(&mixed), expected);
        }
    }
}
