//! Photo credits and captions that say they are captions.

use super::{Line, Rule, Verdict, last_bytes, strip_any, word_count};

/// A photo credit or a caption with one: `Photo: Ada Lund / Fjord Wire`, `(Photo by Ada Lund)`,
/// `The bridge on Tuesday. Ada Lund/Getty Images`, `FILE - The bridge in May.`
pub(super) struct Caption;

/// Openers of a credit or caption, in lower case; a colon or a `by` makes the difference.
const OPENERS: &[&str] = &[
    "photo:",
    "photos:",
    "photo by ",
    "photograph:",
    "photo credit",
    "photo courtesy",
    "picture:",
    "pictured:",
    "image:",
    "image credit",
    "image caption",
    "image source",
    "caption:",
    "video:",
    "(photo",
    "[photo",
    "(image",
    "file photo",
    "file -",
    "file –",
    "file —",
    "file image",
    "media caption",
    "credit:",
    "graphic:",
    "infographic:",
    "foto:",
    "fotos:",
    "bild:",
    "bilder:",
    "symbolbild",
    "photo :",
    "crédit photo",
    "crédits",
    "imagen:",
    "fotografía:",
    "immagine:",
    "zdjęcie:",
    "фото:",
    "ảnh:",
    "ảnh minh họa",
    "फोटो:",
    "चित्र:",
];

/// Agencies' marks with which a caption ends, in lower case.
const CREDITS: &[&str] = &[
    "getty images",
    "getty images)",
    "(ap photo)",
    "/ap photo)",
    "via getty images",
    "/afp",
    "/reuters)",
    "/epa",
    "shutterstock",
    "shutterstock)",
    "via ap)",
    "/associated press)",
];

/// Credits in brackets, anywhere in the line, in lower case.
const IN_BRACKETS: &[&str] = &["(ap photo/", "(photo by ", "(photo: "];

impl Rule for Caption {
    fn name(&self) -> &'static str {
        "caption"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        if strip_any(line.text, OPENERS).is_some() && word_count(line.text, 61) <= 60 {
            return Verdict::Drop;
        }
        // Longer than any credit, whatever the letters' case.
        let text = line.text.trim_end_matches(['.', ' ']);
        let tail = last_bytes(text, 64).to_lowercase();
        let bracketed = |(at, _)| strip_any(&text[at..], IN_BRACKETS).is_some();
        let credited = CREDITS.iter().any(|credit| tail.ends_with(credit))
            || text.match_indices('(').any(bracketed);
        if credited && word_count(line.text, 61) <= 60 { Verdict::Drop } else { Verdict::Keep }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn captions_go() {
        let lines = [
            "Photo: Ada Lund / Fjord Wire",
            "(Photo: Ada Lund)",
            "The bridge on Tuesday. Ada Lund/Getty Images",
            "FILE - The bridge in May.",
            "The bridge at dawn. (AP Photo/Ada Lund, File)",
            "Foto: Ada Lund",
            "Ảnh: Ada Lund",
        ];
        assert_all(&Caption, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Photos from the bridge show a crack.",
            "Getty Images sued the firm on Tuesday.",
            "File sharing was shut down.",
        ];
        assert_all(&Caption, &lines.map(line), Verdict::Keep);
    }
}
