//! What stands after the story: tags, related stories, read-more lines.

use super::{Line, Rule, Verdict, strip_any, strip_prefix_ignoring_case, with_first_letter};

/// `Tags: …`, `Similar News`, `Read more: …`. Where such a block opens in the second half of an
/// article, all that follows is left out; before that only the line itself.
pub(super) struct Tail;

/// Blocks that end an article, in lower case. With a colon at the end, anything may follow;
/// without, the line holds nothing else, a colon and dots apart.
const BLOCKS: &[&str] = &[
    "tags:",
    "tags :",
    "topics:",
    "keywords:",
    "filed under:",
    "similar news:",
    "related news:",
    "related:",
    "related stories:",
    "related articles:",
    "more on this story:",
    "schlagwörter:",
    "schlagworte:",
    "themen:",
    "mots-clés :",
    "mots-clés:",
    "etiquetas:",
    "temas:",
    "palabras clave:",
    "parole chiave:",
    "từ khóa:",
    "từ khoá:",
    "теги:",
    "टैग:",
    "टैग्स:",
    "etiketler:",
    "tagi:",
    "trefwoorden:",
    "similar news",
    "related news",
    "related stories",
    "related articles",
    "related topics",
    "related content",
    "recommended stories",
    "recommended for you",
    "most read",
    "most popular",
    "more on this story",
    "more from",
    "you may also like",
    "you might also like",
    "also read",
    "tags",
    "topics",
    "trending now",
    "read next",
    "tin liên quan",
    "bài liên quan",
    "ähnliche artikel",
    "mehr zum thema",
    "verwandte artikel",
    "à lire aussi",
    "sur le même sujet",
    "articles liés",
    "noticias relacionadas",
    "más noticias",
    "le più lette",
    "leggi anche",
    "lees ook",
    "संबंधित खबरें",
    "यह भी पढ़ें",
    "читайте также",
    "похожие новости",
];

/// Lines that point to another story, in lower case; only the line goes.
const POINTERS: &[&str] = &[
    "read more:",
    "read more on",
    "read more about",
    "read also:",
    "read also",
    "also read:",
    "read:",
    "see also:",
    "watch:",
    "listen:",
    "related:",
    "more:",
    "more on",
    "don't miss:",
    "lesen sie auch:",
    "lesen sie auch",
    "lesen sie mehr",
    "mehr dazu:",
    "à lire aussi :",
    "à lire aussi:",
    "lire aussi :",
    "lire aussi:",
    "lire aussi",
    "lea también:",
    "lea también",
    "lee también:",
    "lee también",
    "leia também:",
    "leia também",
    "leggi anche:",
    "leggi anche",
    "lees ook:",
    "xem thêm:",
    "xem thêm",
    "đọc thêm:",
    "đọc thêm",
    "यह भी पढ़ें:",
    "читайте также:",
];

/// A pointer without a colon may be the head of a sentence (`Read more on…` is, rarely).
const LONGEST_POINTER_BYTES: usize = 240;

impl Rule for Tail {
    fn name(&self) -> &'static str {
        "tail"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        if with_first_letter(line.text, BLOCKS).any(|opener| opens_block(line.text, opener)) {
            return if line.in_second_half { Verdict::DropRest } else { Verdict::Drop };
        }
        let points = line.text.len() <= LONGEST_POINTER_BYTES
            && strip_any(line.text, POINTERS)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            || is_read_more(line.text);
        if points { Verdict::Drop } else { Verdict::Keep }
    }
}

/// True for a link to the rest of the text and nothing else.
fn is_read_more(text: &str) -> bool {
    let text = text.trim_end_matches([':', '.', '…', '»', '>', '→', ' ']);
    // Longer than any of them, whatever the letters' case.
    text.len() <= 64
        && matches!(
            text.to_lowercase().as_str(),
            "read more" | "continue reading" | "mehr lesen" | "lire la suite" | "leer más"
        )
}

/// True when `text` opens the block that `opener` names.
fn opens_block(text: &str, opener: &str) -> bool {
    strip_prefix_ignoring_case(text, opener)
        .is_some_and(|rest| opener.ends_with(':') || rest.chars().all(|c| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, late, line};

    #[test]
    fn blocks_end_the_article() {
        let lines = [
            "Tags: rain, roads",
            "Similar News",
            "SIMILAR NEWS:",
            "Most read",
            "Từ khóa: bão",
            "Mots-clés : feu",
        ];
        assert_all(&Tail, &lines.map(late), Verdict::DropRest);
        assert_all(&Tail, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn pointers_go_alone() {
        let lines = [
            "Read more: Bridge closes after storm",
            "READ MORE",
            "Lesen Sie auch: Brücke gesperrt",
            "À lire aussi : le pont fermé",
            "See also: the bridge",
        ];
        assert_all(&Tail, &lines.map(late), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Read more carefully, the report says something else.",
            "Topics ranged from rain to roads.",
            "Tags on the bags were wrong.",
            "Most read the report twice.",
        ];
        assert_all(&Tail, &lines.map(late), Verdict::Keep);
    }
}
