//! Words, counts, terms and detection as their users see them.

use nutgraf::text::{Analyzer, Language, count_words, detect, words};
use proptest::prelude::*;

fn folded(text: &str, language: Language) -> Vec<String> {
    words(text, language).map(|word| word.folded.into_owned()).collect()
}

#[test]
fn words_of_english() {
    let english = |text: &str| folded(text, Language::English);
    assert_eq!(
        english("Don’t can't rock'n'roll 'quoted'"),
        ["don't", "can't", "rock'n'roll", "quoted"]
    );
    assert_eq!(english("well-known co-op_x"), ["well", "known", "co", "op", "x"]);
    assert_eq!(english("1,200 3.5 1,234,567.89 1,00,000"), ["1200", "3.5", "1234567.89", "100000"]);
    assert_eq!(english("192.168.0.1 1,2,3 10.5.2020"), ["192.168.0.1", "1,2,3", "10.5.2020"]);
    assert_eq!(
        english("It ended 4-2. In 2010, 50% left."),
        ["it", "ended", "4", "2", "in", "2010", "50", "left"]
    );
    assert_eq!(english("U.S. e-mail@x.org"), ["u", "s", "e", "mail", "x", "org"]);
    assert_eq!(english("— … !"), [""; 0]);
}

#[test]
fn folding() {
    assert_eq!(folded("STRASSE Straße", Language::German), ["strasse", "strasse"]);
    assert_eq!(folded("ΟΔΟΣ οδός", Language::Greek), ["οδοσ", "οδόσ"]);
    assert_eq!(folded("ISI İSİM ısı", Language::Turkish), ["ısı", "isim", "ısı"]);
    assert_eq!(folded("ISI", Language::English), ["isi"]);
    // e and a combining accent; a ligature; a soft hyphen.
    assert_eq!(folded("cafe\u{301} ﬁn co\u{AD}op", Language::French), ["café", "fin", "coop"]);
    assert_eq!(
        folded("1.200,5 3,5 1.234.567 2.5", Language::German),
        ["1200.5", "3.5", "1234567", "2.5"]
    );
    assert_eq!(folded("हिन्दी में", Language::Hindi), ["हिन्दी", "में"]);
    // Marks of an apostrophe, which folding puts in another order.
    assert_eq!(folded("A'\u{5c1}\u{dca}b", Language::Arabic), ["a", "b"]);
    // A mark that is a letter as a capital stays one.
    assert_eq!(folded("東\u{345}", Language::Chinese), ["東\u{345}"]);
}

#[test]
fn scripts_without_spaces() {
    assert_eq!(folded("东京奥运会。", Language::Chinese), ["东京", "京奥", "奥运", "运会"]);
    assert_eq!(
        folded("我 2023年 Apple公司", Language::Chinese),
        ["我", "2023", "年", "apple", "公司"]
    );
    assert_eq!(folded("ภาษาไทย", Language::Thai).len(), 6);
    assert_eq!(folded("서울에서 열린", Language::Korean), ["서울에서", "열린"]);
}

#[test]
fn counts() {
    for (text, wanted) in [
        ("", 0),
        ("one", 1),
        ("He said — “no” … 3 times & left -", 6),
        ("well-known U.S.-led O'Neil", 3),
        ("今天是2023年。", 5),
        ("Apple公司 rose", 4),
        ("サッカー", 4),
        ("a\u{A0}b\tc\r\nd", 4),
    ] {
        assert_eq!(count_words(text), wanted, "{text}");
    }
}

#[test]
fn terms() {
    let stems = |text: &str, language| {
        let mut stems = Vec::new();
        Analyzer::new(language).terms(text, |term| {
            if !term.stop {
                stems.push(term.stem.to_owned());
            }
        });
        stems
    };
    assert_eq!(
        stems("He said the Ministers’ houses can’t be sold", Language::English),
        ["minist", "hous", "sold"]
    );
    assert_eq!(stems("Die Häuser werden verkauft", Language::German), ["haus", "verkauft"]);
    assert_eq!(stems("L’économie, l'eau", Language::French), ["économ", "eau"]);
    assert_eq!(stems("những ngôi nhà", Language::Vietnamese), ["những", "ngôi", "nhà"]);
    assert!(Language::Polish.has_stop_list() && !Language::Vietnamese.has_stop_list());
}

#[test]
fn language_labels() {
    for (label, wanted) in [
        ("en", Some(Language::English)),
        ("ENG", Some(Language::English)),
        ("en-US", Some(Language::English)),
        ("en_GB", Some(Language::English)),
        ("English", Some(Language::English)),
        ("zh-Hant-TW", Some(Language::Chinese)),
        ("no", Some(Language::Norwegian)),
        ("", Some(Language::Other)),
        ("und", Some(Language::Other)),
        ("klingon", None),
    ] {
        assert_eq!(Language::from_code(label), wanted, "{label}");
    }
    for language in Language::ALL {
        for label in [language.code(), language.code3(), language.name()] {
            assert_eq!(Language::from_code(label), Some(*language), "{label}");
        }
        let json = serde_json::to_string(language).expect("a string");
        assert_eq!(serde_json::from_str::<Language>(&json).expect("a language"), *language);
    }
    assert!(serde_json::from_str::<Language>("\"klingon\"").is_err());
    assert!(serde_json::from_reader::<_, Language>(&b"\"de\""[..]).is_ok());
}

#[test]
fn detection() {
    for (text, wanted) in [
        (
            "The minister said on Friday that the talks would go on for another week.",
            Language::English,
        ),
        ("Le ministre a déclaré vendredi que les pourparlers se poursuivraient.", Language::French),
        (
            "Statsministeren sier at det ikke er noen grunn til å tro at de vil gi seg etter dette.",
            Language::Norwegian,
        ),
        ("Bộ trưởng cho biết các cuộc đàm phán sẽ tiếp tục.", Language::Vietnamese),
        ("部长星期五表示，会谈将继续进行。", Language::Chinese),
    ] {
        assert_eq!(detect(text).language, wanted);
    }
    for text in ["", "12,345", "?!"] {
        let nothing = detect(text);
        assert!(!nothing.reliable && nothing.language == Language::Other);
    }
    // A sample is cut between characters.
    assert_eq!(detect(&"ξ".repeat(5000)).language, Language::Greek);
}

fn any_language() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL)
}

/// Words of every kind, in any script.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zA-Z'’.,0-9 -]{0,60}",
        "[\\p{L}\\p{M}\\p{N}'’ ]{0,40}",
        "[\\p{Thai}\\p{Han}\\p{Hiragana}a-z0-9 ]{0,30}",
    ]
}

proptest! {
    #[test]
    fn words_point_into_the_text(text in text(), language in any_language()) {
        let mut start = 0;
        for word in words(&text, language) {
            prop_assert!(word.span.start >= start && !word.span.is_empty());
            prop_assert!(!word.folded.is_empty());
            let _ = word.span.of(&text);
            start = word.span.start;
        }
    }

    #[test]
    fn terms_are_the_words_whatever_was_read_before(
        text in text(), before in text(), language in any_language()
    ) {
        let mut used = Analyzer::new(language);
        used.terms(&before, |_| {});
        let mut again = Vec::new();
        used.terms(&text, |term| again.push((term.span, term.folded.to_owned(), term.stem.to_owned(), term.stop)));
        let mut fresh = Vec::new();
        Analyzer::new(language).terms(&text, |term| {
            fresh.push((term.span, term.folded.to_owned(), term.stem.to_owned(), term.stop));
        });
        prop_assert_eq!(&again, &fresh);
        let plain: Vec<_> = words(&text, language).map(|word| (word.span, word.folded.into_owned())).collect();
        let terms: Vec<_> = fresh.into_iter().map(|term| (term.0, term.1)).collect();
        prop_assert_eq!(plain, terms);
    }

    #[test]
    fn folding_twice_is_folding_once(text in text(), language in any_language()) {
        for word in words(&text, language) {
            let again: Vec<_> = words(&word.folded, language).map(|word| word.folded.into_owned()).collect();
            // A folded number has a decimal point, whatever the language's own.
            let number = word.folded.contains(|character: char| character.is_ascii_digit());
            prop_assert!(number || again == [word.folded.clone().into_owned()], "{:?} {:?}", word, again);
        }
    }

    #[test]
    fn what_follows_does_not_change_the_count(text in "[ -~\t\n]{0,80}") {
        prop_assert_eq!(count_words(&format!("{text} é")), count_words(&text) + 1);
    }

    #[test]
    fn counting_and_detecting_take_anything(text in any::<String>()) {
        let words = count_words(&text);
        prop_assert!(words <= text.chars().count());
        let found = detect(&text);
        prop_assert!((0.0..=1.0).contains(&found.confidence));
    }
}
