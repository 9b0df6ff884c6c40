//! Segmentation as its users see it: the laws that hold for any text, the cases of each rule, and
//! the gold sets in `../shared/segment` where they are there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use nutgraf::Span;
use nutgraf::text::{Language, segment};
use proptest::prelude::*;

/// Pieces that make hostile text: terminators, quotes, breaks, abbreviations, wide characters.
const PIECES: [&str; 60] = [
    ".",
    "..",
    " . ",
    "…",
    "!",
    "?",
    "。",
    "！",
    "।",
    "؟",
    "։",
    ":",
    ";",
    ",",
    "\"",
    "'",
    "”",
    "“",
    "’",
    "»",
    "«",
    "(",
    ")",
    "[1]",
    "]",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "\u{2028}",
    "\u{2029}",
    "\u{A0}",
    "a",
    "B",
    "word",
    "Word",
    "The",
    "U.S.",
    "Mr.",
    "p.m.",
    "No.",
    "Inc.",
    "12",
    "1.",
    "2.",
    "a)",
    "•",
    "—",
    "- ",
    ":-)",
    "http://x.y",
    "é",
    "İ",
    "ß",
    "漢字",
    "かな",
    "ไทย",
    "\u{301}",
    "\u{200D}",
];

fn hostile() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)
        .prop_map(|pieces| pieces.concat())
}

fn any_language() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL)
}

fn sentences(text: &str, language: Language) -> Vec<&str> {
    segment(text, language).iter().map(|span| span.of(text)).collect()
}

/// In order, apart, on character boundaries, trimmed, covering all that is not white space.
fn check_spans(text: &str, language: Language) -> Result<(), TestCaseError> {
    let mut end = 0;
    for span in segment(text, language) {
        let (start, stop) = (span.start as usize, span.end as usize);
        prop_assert!(end <= start && start < stop, "{span:?} after {end}");
        prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(stop));
        prop_assert_eq!(text[start..stop].trim(), &text[start..stop]);
        prop_assert!(text[end..start].trim().is_empty(), "skipped {:?}", &text[end..start]);
        end = stop;
    }
    prop_assert!(text[end..].trim().is_empty(), "skipped {:?}", &text[end..]);
    Ok(())
}

proptest! {
    #[test]
    fn spans_keep_the_laws(text in hostile(), language in any_language()) {
        check_spans(&text, language)?;
    }

    #[test]
    fn spans_of_any_unicode_keep_the_laws(text in any::<String>(), language in any_language()) {
        check_spans(&text, language)?;
    }

    #[test]
    fn paragraphs_do_not_look_at_each_other(
        first in hostile(), second in hostile(), language in any_language()
    ) {
        let both = format!("{first}\n\n{second}");
        let shift = first.len() as u32 + 2;
        let mut apart = segment(&first, language);
        apart.extend(
            segment(&second, language)
                .iter()
                .map(|span| Span::new(span.start + shift, span.end + shift)),
        );
        prop_assert_eq!(segment(&both, language), apart);
    }
}

#[test]
fn a_sentence_may_follow_without_a_space() {
    let parts = |text: &str| -> Vec<String> {
        let spans = segment(text, Language::English);
        spans.iter().map(|span| span.of(text).to_owned()).collect()
    };
    for (first, second) in [
        ("The dam broke.", "Water rose."),
        ("The dam had stood since 1904.", "The water rose."),
        ("Nobody had any boots.", "A quick search found some."),
        ("\"It broke,\" Roe said.", "\"I was there.\""),
        ("\"It just broke.\"", "I was there."),
    ] {
        assert_eq!(parts(&format!("{first}{second}")), [first, second]);
    }
    for whole in [
        "It was built on 12.May by hand.",
        "It grew by 3.I mean it.",
        "It is of type B.A or so.",
        "She met Al.I.Roe there.",
    ] {
        assert_eq!(parts(whole), [whole]);
    }
}

#[test]
fn rules_of_english() {
    for (case, wanted) in [
        ("titles", &["Lt. Gov. Ana Ruiz met Mr. and Mrs. Cole.", "Nobody spoke."][..]),
        ("a place before an office", &["U.S. Sen. Lee Oduya voted.", "Others did not."]),
        ("a place before a courtesy title", &["She left the U.S.", "Mr. Oduya stayed."]),
        ("initials", &["J. D. Roe and A.B. Moe ran.", "Both lost."]),
        ("a time", &["Doors open at 9 a.m. Monday.", "They close at 5 p.m.", "Bring a coat."]),
        ("a phrase of time", &["In Dec. Ms. Roe was hired."]),
        ("a number", &["It rose 2.5 percent to No. 4 on Jan. 3.", "It had been at 1,204.50."]),
        ("no. in lower case", &["The world no. 1 lives at no. 10 Mill Lane.", "She said no."]),
        ("companies", &["Orla Inc. Chief Ed Poe quit.", "He had led Orla Inc.", "It is for sale."]),
        ("quotes", &["“Who pays?” the mayor asked.", "“We all do.”", "He sat down."]),
        ("a question with its speaker", &["\"Is it true?\" Dr. Lund asked.", "\"It is.\""]),
        (
            "a question with more of its speaker",
            &["“Is it?” Ms. Moe, 41, asked.", "“It is!” Roe’s son said."],
        ),
        ("an ellipsis inside", &["He waited... and waited.", "Then he left…", "No one saw."]),
        ("no space", &["The dam broke.Water rose.", "It is at example.com/a.B now."]),
        ("brackets", &["It fell (by 3.5%).", "(It had risen.)", "No one knows why."]),
        ("careless typing", &["i saw it.", "i did not like the end.", "was it you?", "tell me"]),
        ("a list in a line", &["1. Put it out 2. Call for help"]),
    ] {
        let text = wanted.join(" ");
        let wanted = if case == "a list in a line" {
            vec!["1. Put it out", "2. Call for help"]
        } else if case == "no space" {
            vec!["The dam broke.", "Water rose.", "It is at example.com/a.B now."]
        } else {
            wanted.to_vec()
        };
        assert_eq!(sentences(&text, Language::English), wanted, "{case}");
    }
}

#[test]
fn rules_of_other_languages() {
    for (language, wanted) in [
        (
            Language::German,
            &["Am 3. Mai kam Dr. Lenz.", "Er blieb z. B. bis zum 12. Juni.", "„Gut.“"][..],
        ),
        (Language::French, &["« Qui est là ? » demanda M. Roy.", "Personne.", "Il est parti."]),
        (Language::Spanish, &["¿Quién ganó?", "¡Nadie!", "La Sra. Gil llegó a EE. UU. en 1998."]),
        (Language::Greek, &["Ποιος ήρθε;", "Κανείς δεν ξέρει."]),
        (Language::Armenian, &["Նա եկավ:", "Ո՞վ գիտի։", "Ոչ ոք."]),
        (Language::Hindi, &["डॉ. राव आए।", "वे रुके।"]),
        (Language::Arabic, &["من فعل هذا؟", "لا أحد يعلم."]),
        (Language::French, &["Le prof. Dupont a parlé.", "Son père est prof.", "Il est parti."]),
        (
            Language::Korean,
            &["정부는 2024. 5. 1. 새로운 정책을 발표했다.", "회의는 2024. 5. 1.에 열렸다."],
        ),
        (Language::Polish, &["Urodził się w 1492 r. Jana nie znał.", "Ma np. dwa psy."]),
    ] {
        assert_eq!(sentences(&wanted.join(" "), language), wanted, "{language}");
    }
    let japanese = "雨が降った。「行こう。」と彼は言った。誰も来ない！";
    assert_eq!(
        sentences(japanese, Language::Japanese),
        ["雨が降った。", "「行こう。」と彼は言った。", "誰も来ない！"]
    );
    let japanese = "市長は「橋が落ちた。誰もいない」と述べた。「帰ろう。雨だ」";
    assert_eq!(
        sentences(japanese, Language::Japanese),
        ["市長は「橋が落ちた。誰もいない」と述べた。", "「帰ろう。", "雨だ」"]
    );
    let chinese = "“桥断了。”住在附近的张先生说。“没有人。”雨下了一夜。";
    assert_eq!(
        sentences(chinese, Language::Chinese),
        ["“桥断了。”住在附近的张先生说。", "“没有人。”", "雨下了一夜。"]
    );
}

#[test]
fn lines() {
    let short = "Markets\nStocks fell\nBy Ana Roe\n";
    assert_eq!(sentences(short, Language::English), ["Markets", "Stocks fell", "By Ana Roe"]);
    let wrapped = "The committee heard on Friday that repairs to the bridge over the\n\
        river would cost twice as much as the council had been told by\n\
        Mayor Ode in the spring. Work has stopped. No one could say when\n\
        it would go on.";
    assert_eq!(sentences(wrapped, Language::English).len(), 3);
    assert_eq!(sentences("", Language::English), [""; 0]);
    assert_eq!(sentences(" \n\t ", Language::English), [""; 0]);
    assert_eq!(sentences("no end", Language::English), ["no end"]);
}

/// Boundary F1 and exact records of a folder of gold sets.
fn score(path: &Path) -> (f64, f64) {
    #[derive(serde::Deserialize)]
    struct Record {
        lang: String,
        text: String,
        spans: Vec<(u32, u32)>,
    }
    let ends = |spans: &[(u32, u32)]| -> BTreeSet<u32> {
        spans[..spans.len().saturating_sub(1)].iter().map(|span| span.1).collect()
    };
    let (mut right, mut wrong, mut exact, mut records) = (0, 0, 0, 0);
    for line in fs::read_to_string(path).expect("a gold set").lines() {
        let record: Record = serde_json::from_str(line).expect("a record");
        let language = Language::from_code(&record.lang).unwrap_or_default();
        let found: Vec<(u32, u32)> =
            segment(&record.text, language).iter().map(|span| (span.start, span.end)).collect();
        let (gold, ours) = (ends(&record.spans), ends(&found));
        right += gold.intersection(&ours).count();
        wrong += gold.symmetric_difference(&ours).count();
        exact += usize::from(found == record.spans);
        records += 1;
    }
    (2.0 * right as f64 / (2 * right + wrong) as f64, f64::from(exact as u32) / f64::from(records))
}

#[test]
fn gold_sets() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/segment");
    if !root.is_dir() {
        println!("SKIPPED: {} is not there", root.display());
        return;
    }
    let mut sets = Vec::new();
    for entry in fs::read_dir(root.join("public-lines")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        sets.push((name, score(&path).0));
    }
    let mean = |wanted: &dyn Fn(&str) -> bool| {
        let scores: Vec<f64> = sets.iter().filter(|set| wanted(&set.0)).map(|set| set.1).collect();
        scores.iter().sum::<f64>() / scores.len() as f64
    };
    assert!(mean(&|_| true) >= 0.990, "all sets: {}", mean(&|_| true));
    assert!(mean(&|name| name.starts_with("en_")) >= 0.982);
    assert!(mean(&|name| name.ends_with("_pud")) >= 0.996);
    let (f1, exact) = score(&root.join("public/hardnews.jsonl"));
    assert!(f1 >= 0.99 && exact >= 0.97, "hardnews: {f1} {exact}");
    let (_, exact) = score(&root.join("public/golden_en.jsonl"));
    assert!(exact >= 0.95, "golden_en: {exact}");
}
