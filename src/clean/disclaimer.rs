//! What a page or a mail says of whose words it has, and for whom.

use super::phrases::{Openers, Within};
use super::{Line, Rule, Verdict};

/// `The opinions expressed here are the author's own`, `This e-mail and any attachments are
/// confidential`.
pub(super) struct Disclaimer;

static OF_MAIL: Openers = Openers::new(&[
    "this e-mail and any attachment",
    "this e-mail and any attachments",
    "this e-mail and its attachments",
    "this e-mail and any files",
    "this email and any attachment",
    "this email and any attachments",
    "this email and its attachments",
    "this email and any files",
    "this message and any attachment",
    "this message and any attachments",
    "this message and its attachments",
    "if you are not the intended recipient",
    "if you have received this e-mail in error",
    "if you have received this email in error",
    "if you have received this message in error",
    "diese e-mail und etwaige anhänge",
    "diese e-mail enthält vertrauliche",
    "diese nachricht enthält vertrauliche",
    "ce message et ses pièces jointes",
    "ce message et toutes les pièces jointes",
    "este mensaje y sus archivos adjuntos",
    "este mensaje y sus anexos",
    "esta mensagem e seus anexos",
    "questo messaggio e i suoi allegati",
    "dit bericht is uitsluitend bestemd",
]);

/// Whose opinions they are not. `The views expressed in this letter shocked the town.` is news.
static OPINIONS: Openers = Openers::new(&[
    "the opinions expressed",
    "the views expressed",
    "the views and opinions expressed",
    "any opinions expressed",
    "any views expressed",
    "opinions expressed",
    "the information in",
    "the information contained in",
    "views expressed",
    "die hier geäußerten",
    "die in diesem beitrag geäußerten",
    "die in diesem artikel geäußerten",
    "les opinions exprimées",
    "les propos exprimés",
    "las opiniones expresadas",
    "as opiniões expressas",
    "le opinioni espresse",
    "de meningen in",
]);
static NOT_OURS: Within = Within::new(&[
    "author's own",
    "author’s own",
    "authors' own",
    "authors’ own",
    "writer's own",
    "writer’s own",
    "those of the author",
    "those of the authors",
    "those of the writer",
    "those of the writers",
    "not necessarily",
    "des autors",
    "der autoren",
    "der autorin",
    "n'engagent que",
    "n’engagent que",
    "no reflejan necesariamente",
    "son responsabilidad",
    "não refletem necessariamente",
    "são de responsabilidade",
    "non riflettono necessariamente",
    "dell'autore",
    "dell’autore",
    "van de auteur",
    "this e-mail",
    "this email",
]);

impl Rule for Disclaimer {
    fn name(&self) -> &'static str {
        "disclaimer"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        line.drop_note(|text| {
            let opinions =
                line.marked && OPINIONS.strip(text).is_some_and(|rest| NOT_OURS.is_in(rest));
            opinions || OF_MAIL.strip(text).is_some()
        })
    }

    fn phrases(&self) -> Vec<&'static str> {
        NOT_OURS.phrases.to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn disclaimers_go() {
        let lines = [
            "The opinions expressed here are the author's own.",
            "Views expressed in this column do not necessarily reflect those of Fjord Wire.",
            "Les opinions exprimées ici n’engagent que leur auteur.",
            "This e-mail and any attachments are confidential and intended solely for the addressee.",
            "If you are not the intended recipient, please delete it.",
            "The information contained in this email is meant for Norvale's harbour office alone.",
        ];
        assert_all(&Disclaimer, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "The opinions expressed at the hearing were divided.",
            "The views expressed in this letter shocked the town.",
            "This e-mail and any reply to it were read out in court.",
            "This message and the flare were seen from the shore.",
        ];
        assert_all(&Disclaimer, &lines.map(line), Verdict::Keep);
    }
}
