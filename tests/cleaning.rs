//! What no summary may hold: lines that are not the story, by the real binary.

#[path = "common/binary.rs"]
mod binary;

use std::process::Output;

use binary::{Folder, errors, run};
use serde_json::{Value, json};

fn run_on(article: &Value, more: &[&str]) -> Output {
    let folder = Folder::with("a.jsonl", format!("{article}\n"));
    run(&[&["summarize", folder.path(), "--words", "1000"], more].concat())
}

fn summary(article: &Value, more: &[&str]) -> Value {
    let output = run_on(article, &[&["--format", "jsonl"], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    serde_json::from_slice(&output.stdout).expect("a summary")
}

const STORY: [&str; 4] = [
    "The bridge at Norvale was closed on Thursday after a crack was found in one of its piers.",
    "Engineers will look at the pier by boat on Friday, the port said.",
    "About four thousand cars cross the bridge on a usual day, and the next one is forty kilometres away.",
    "The town council meets on Monday to speak about money for the repair.",
];

fn noisy() -> Value {
    let text = format!(
        "Update: 2024-12-19 08:21 GMT\nNorvale (The Daily Hill): {}\n{}\n\nPhoto: Ada Lund / Daily Hill\n\n{}\n\
         Advertisement\n{}\n\nReporting by Marta Linde; Editing by Jo Berg\n\nTags:\nbridge, Norvale, port\n\n\
         Similar News\nFerry stays in port after the storm of Tuesday night.\n\
         Mayor of Norvale steps down after nine years in office.\n",
        STORY[0], STORY[1], STORY[2], STORY[3]
    );
    json!({"id": "a", "text": text})
}

#[test]
fn update_line_dateline_tags_and_similar_news_are_in_no_summary() {
    // At any length, so that nothing is left out for want of room.
    let summary = summary(&noisy(), &[]);
    let lines: Vec<&str> = summary["summary"].as_str().expect("a text").lines().collect();
    assert_eq!(lines, STORY);
    let dropped =
        json!({"advert": 1, "caption": 1, "credit": 1, "dateline": 1, "stamp": 1, "tags": 1});
    assert_eq!(summary["dropped"], dropped);
    for format in ["text", "markdown", "json"] {
        let output = run_on(&noisy(), &["--format", format]);
        let shown = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(shown.contains("by boat on Friday"), "{format}: {shown}");
        for noise in ["08:21", "Daily Hill", "Tags", "Similar News", "Ferry stays", "steps down"] {
            assert!(!shown.contains(noise), "{format}: {noise}");
        }
    }
}

#[test]
fn sentences_that_begin_like_captions_and_notices_stay() {
    let sentences = [
        "In this Norvale suburb, a photo of the old bridge hangs in every shop.",
        "Something went wrong with the rudder of the ferry on Friday evening, the coastguard said.",
    ];
    let text = [STORY[0], sentences[0], sentences[1]].join("\n");
    let article = json!({"id": "a", "text": text});
    let summary = summary(&article, &[]);
    assert_eq!((&summary["dropped"], &summary["candidates"]), (&json!({}), &json!(3)));
}

#[test]
fn spans_point_into_the_untouched_text() {
    let article = noisy();
    let text = article["text"].as_str().expect("a text");
    for sentence in summary(&article, &[])["sentences"].as_array().expect("sentences") {
        let at = |name: &str| sentence[name].as_u64().expect("a byte") as usize;
        assert_eq!(&text[at("start")..at("end")], sentence["text"].as_str().expect("a text"));
    }
}

#[test]
fn every_rule_can_be_switched_off() {
    let without = summary(&noisy(), &["--no-clean", "stamp,caption", "--no-clean", "advert"]);
    let dropped = json!({"credit": 1, "dateline": 1, "tags": 1});
    assert_eq!(without["dropped"], dropped);
    assert_eq!(without["settings"]["no_clean"], json!(["stamp", "advert", "caption"]));
    let all = summary(&noisy(), &["--no-clean", "all"]);
    assert_eq!(all["dropped"], json!({}));
    assert!(all["summary"].as_str().is_some_and(|text| text.contains("Ferry stays in port")));
    assert_eq!(run_on(&noisy(), &["--no-clean", "everything"]).status.code(), Some(2));
}

#[test]
fn every_drop_is_explained() {
    let output = run_on(&noisy(), &["--explain", "--format", "json"]);
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    for rule in ["advert", "caption", "credit", "dateline", "stamp", "tags"] {
        assert!(shown.contains(&format!("\"{rule}\",")), "{rule}: {shown}");
    }
}

/// Stories in several languages, each line of noise with the rule that takes it.
#[test]
fn noise_of_many_languages() {
    for (lang, story, noise) in [
        (
            "de",
            "Die Brücke bei Norvale ist seit Donnerstag gesperrt, weil ein Pfeiler einen Riss hat.",
            &[
                "Aktualisiert: 19.12.2024 um 08:21 Uhr",
                "Foto: Ada Lund",
                "Anzeige",
                "Lesen Sie auch: Fähre bleibt im Hafen",
                "Schlagwörter: Brücke, Hafen",
                "Alle Rechte vorbehalten.",
            ][..],
        ),
        (
            "fr",
            "Le pont de Norvale est fermé depuis jeudi à cause d’une fissure dans une pile.",
            &[
                "Publié le 19 décembre 2024 à 8h21",
                "Publicité",
                "Lire aussi : le bac reste au port",
                "Suivez-nous sur Facebook",
                "Mots-clés : pont, port",
                "Tous droits réservés",
            ],
        ),
        (
            "es",
            "El puente de Norvale está cerrado desde el jueves por una grieta en un pilar.",
            &[
                "Actualizado: 19/12/2024 08:21",
                "Publicidad",
                "Lea también: el ferry sigue en el puerto",
                "Etiquetas: puente, puerto",
                "Suscríbete a nuestro boletín",
                "Todos los derechos reservados",
            ],
        ),
        (
            "vi",
            "Cầu Norvale đã đóng cửa từ thứ Năm vì một vết nứt ở trụ cầu, cảng cho biết.",
            &[
                "Cập nhật: 08:21, 19/12/2024",
                "Ảnh: Ada Lund",
                "Xem thêm: Phà vẫn ở cảng",
                "Từ khóa: cầu, cảng",
                "Chia sẻ",
                "Tin liên quan",
            ],
        ),
        (
            "hi",
            "नॉर्वेल का पुल गुरुवार से बंद है क्योंकि एक खंभे में दरार मिली है।",
            &[
                "प्रकाशित: 19-12-2024 08:21",
                "फोटो: एडा लुंड",
                "विज्ञापन",
                "यह भी पढ़ें: नाव बंदरगाह में है",
                "टैग: पुल",
            ],
        ),
        (
            "ru",
            "Мост в Норвале закрыт с четверга из-за трещины в одной из опор.",
            &[
                "Обновлено: 19.12.2024 08:21",
                "Фото: Ада Лунд",
                "Реклама",
                "Читайте также: Паром остаётся в порту",
                "Теги: мост",
            ],
        ),
    ] {
        for line in noise {
            // Before the middle of the article, so that a line goes alone.
            let text = format!("{story}\n{line}\n{story} {story} {story}\n{story} {story}");
            let summary = summary(&json!({"id": "a", "lang": lang, "text": text}), &[]);
            let dropped = summary["dropped"].as_object().expect("counts");
            let count: u64 = dropped.values().filter_map(Value::as_u64).sum();
            assert_eq!(count, 1, "{lang}: {line}: {dropped:?}");
            assert!(
                !summary["summary"].as_str().is_some_and(|shown| shown.contains(line)),
                "{line}"
            );
        }
    }
}

#[test]
fn lines_that_are_sentences_are_kept_whatever_their_words() {
    let text = "Norvale, a town of nine thousand.\nUpdate your maps: the bridge at Norvale is closed.\nBy Friday, \
                the port hopes to know more.\nPhotos of the pier show a crack of two metres.\nShare prices of the \
                port fell by a third.\nRead aloud, the report takes an hour.\nTags on the pier say when it was built.";
    let summary = summary(&json!({"id": "a", "text": text}), &[]);
    assert_eq!(summary["dropped"], json!({}));
}
