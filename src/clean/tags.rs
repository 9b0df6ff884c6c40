//! Tags and topics after the story.

use super::phrases::Openers;
use super::{Line, Rule, Verdict, ends_like_sentence, word_count};

/// `Tags: rain, roads`, `Topics` over a list. In the second half of an article all that follows is
/// left out too; before that only the line itself.
pub(super) struct Tags;

/// Heads of the block with what it holds on the same line.
static HEADS: Openers = Openers::new(&[
    "tags:",
    "tags :",
    "tag:",
    "tagged:",
    "tagged in:",
    "topics:",
    "topic:",
    "keywords:",
    "filed under:",
    "filed in:",
    "in this article:",
    "in this story:",
    "mentioned in this article:",
    "labels:",
    "schlagwörter:",
    "schlagworte:",
    "themen:",
    "stichworte:",
    "mots-clés :",
    "mots-clés:",
    "mots clés :",
    "thèmes :",
    "sujets :",
    "etiquetas:",
    "temas:",
    "palabras clave:",
    "archivado en:",
    "más información sobre:",
    "parole chiave:",
    "argomenti:",
    "palavras-chave:",
    "tópicos:",
    "assuntos:",
    "trefwoorden:",
    "emner:",
    "ämnen:",
    "taggar:",
    "tagi:",
    "słowa kluczowe:",
    "etiketler:",
    "konular:",
    "từ khóa:",
    "từ khoá:",
    "chủ đề:",
    "теги:",
    "метки:",
    "темы:",
    "टैग:",
    "टैग्स:",
    "विषय:",
    "标签：",
    "标签:",
    "タグ:",
]);

/// Heads that stand on a line of their own.
static ALONE: Openers = Openers::new(&[
    "tags",
    "topics",
    "keywords",
    "schlagwörter",
    "schlagworte",
    "themen",
    "mots-clés",
    "etiquetas",
    "temas",
    "palabras clave",
    "parole chiave",
    "palavras-chave",
    "trefwoorden",
    "tagi",
    "etiketler",
    "từ khóa",
    "từ khoá",
    "теги",
    "टैग",
    "टैग्स",
    "标签",
    "タグ",
]);

/// The most words of a list of tags.
const MOST_WORDS: usize = 40;

impl Rule for Tags {
    fn name(&self) -> &'static str {
        "tags"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let listed = HEADS.strip(line.text).is_some_and(|list| {
            word_count(list, MOST_WORDS + 1) <= MOST_WORDS && !ends_like_sentence(list)
        });
        if listed || ALONE.is(line.text) { line.drop_tail() } else { Verdict::Keep }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, late, line};

    #[test]
    fn tags_end_the_article() {
        let lines = [
            "Tags: rain, roads",
            "TOPICS",
            "Từ khóa: bão",
            "Mots-clés : feu",
            "Filed under: Weather",
            "Schlagwörter: Regen",
            "टैग: बारिश",
            "Теги: дождь",
        ];
        assert_all(&Tags, &lines.map(late), Verdict::DropRest);
        assert_all(&Tags, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Topics ranged from rain to roads.",
            "Tags on the bags were wrong.",
            "Topics: the council spoke of rain, and then it spoke of roads.",
        ];
        assert_all(&Tags, &lines.map(late), Verdict::Keep);
    }
}
