//! What a page says to readers whom the story touches, and that it takes no more comments.

use super::phrases::Openers;
use super::{Line, Rule, Verdict};

/// `Have you been affected by the fire?`, `If you have been affected by this story, call …`,
/// `Comments on this article are closed`.
pub(super) struct Readers;

static AFFECTED: Openers = Openers::new(&[
    "have you been affected",
    "have you or your family been affected",
    "are you affected by",
    "were you affected by",
    "if you have been affected by this",
    "if you have been affected by any of the issues",
    "if you have been affected by the issues",
    "if you've been affected by this",
    "if you've been affected by any of the issues",
    "if you’ve been affected by this",
    "if you’ve been affected by any of the issues",
    "if you are affected by any of the issues",
    "if you or someone you know is in crisis",
    "if you or someone you know is struggling",
    "if you or someone you know is suicidal",
    "if you or someone you know may be struggling",
    "if you or someone you know needs help",
    "if you or someone you know needs support",
    "if you are having suicidal thoughts",
    "haben sie suizidgedanken",
    "wenn sie suizidgedanken haben",
    "avez-vous été touché",
    "avez-vous été touchés",
    "si vous avez des pensées suicidaires",
    "¿se ha visto afectado",
    "¿te has visto afectado",
    "si tienes pensamientos suicidas",
]);

/// The comments below a page, and that nobody may add one: `Comments on this article are closed.`
static COMMENTS: Openers = Openers::new(&[
    "comments",
    "commenting",
    "comments on this article",
    "comments on this post",
    "comments on this story",
    "comments for this article",
    "comments for this story",
    "commenting on this article",
    "commenting on this story",
    "die kommentare",
    "die kommentarfunktion",
    "kommentare",
    "les commentaires",
    "los comentarios",
    "os comentários",
    "i commenti",
    "de reacties",
]);
static CLOSED: Openers = Openers::new(&[
    "are now closed",
    "are closed",
    "are disabled",
    "are turned off",
    "are switched off",
    "are not available",
    "have been closed",
    "have been disabled",
    "have been turned off",
    "have now closed",
    "is closed",
    "is now closed",
    "is disabled",
    "is turned off",
    "sind geschlossen",
    "ist geschlossen",
    "ist deaktiviert",
    "sont fermés",
    "sont désactivés",
    "están cerrados",
    "están desactivados",
    "estão encerrados",
    "sono chiusi",
    "sono disabilitati",
    "zijn gesloten",
]);

impl Rule for Readers {
    fn name(&self) -> &'static str {
        "readers"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        line.drop_note(|text| {
            AFFECTED.strip(text).is_some()
                || COMMENTS.strip(text).is_some_and(|rest| CLOSED.is(rest.trim_start()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn what_is_said_to_readers_goes() {
        let lines = [
            "Comments on this article are closed.",
            "Les commentaires sont fermés.",
            "Have you been affected by the fire at Gull?",
            "If you have been affected by this story, call Samaritans on 116 123.",
        ];
        assert_all(&Readers, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Comments on this article of the treaty are due by Friday.",
            "Comments on this story have made the mayor a hero.",
            "Have you been to Gull, the officer asked him.",
            "“Have you been affected by the fire?” they asked at every door.",
            "If you have been affected by the flood, call the town on 555 0100.",
            "If you have been told to leave, go, the mayor said.",
        ];
        assert_all(&Readers, &lines.map(line), Verdict::Keep);
    }
}
