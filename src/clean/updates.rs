//! What a page says of the news to come, or that none will.

use super::phrases::{Openers, Within};
use super::{Line, Rule, Verdict};

/// `This is a developing story`, `Check back for updates`, `More to follow`, `This live blog is now
/// closed`.
pub(super) struct Updates;

static OPENING: Openers = Openers::new(&[
    "this is a developing story",
    "this is a breaking news",
    "this is a breaking story",
    "this is breaking news.",
    "this is breaking news,",
    "this breaking news story",
    "please check back",
    "check back for updates",
    "check back for more",
    "check back later",
    "we will update this",
    "we'll update this",
    "we’ll update this",
    "we are updating this",
    "we're updating this",
    "we’re updating this",
    "this story will be updated",
    "this article will be updated",
    "this post will be updated",
    "this page will be updated",
    "this story is being updated",
    "this article is being updated",
    "stay with us for",
    "stay tuned for",
    "wir halten sie auf dem laufenden",
    "nous vous tiendrons informés",
    "seguiremos informando",
    "dieser liveblog ist beendet",
    "dieser liveblog ist geschlossen",
    "wir beenden diesen liveblog",
    "wir schließen diesen liveblog",
    "ce direct est terminé",
    "ce direct est désormais terminé",
    "este directo ha terminado",
    "este directo ha finalizado",
    "dit liveblog is gesloten",
]);

/// What ends when the news does, and how a page says so. `This blog is closed to Norvale's critics`
/// goes on.
static LIVE: Openers = Openers::new(&[
    "this live blog",
    "this liveblog",
    "this blog",
    "this live page",
    "this live coverage",
    "our live blog",
    "our liveblog",
    "our live coverage",
]);
static IS_OVER: Openers = Openers::new(&[
    "is closed",
    "is now closed",
    "is closing",
    "is now closing",
    "is over",
    "is now over",
    "has closed",
    "has now closed",
    "has been closed",
    "has ended",
    "has now ended",
]);
static AFTER_END: Openers = Openers::new(&["for", "and you", "but you", "thank"]);

/// What a page will bring its reader. Somebody who is quoted may say the same, `We will have more
/// details on Friday, the mayor said.`
static PROMISING: Openers = Openers::new(&[
    "we'll bring you",
    "we’ll bring you",
    "we will bring you",
    "we'll be bringing you",
    "we’ll be bringing you",
    "we will be bringing you",
    "we are bringing you",
    "we're bringing you",
    "we’re bringing you",
    "we'll have",
    "we’ll have",
    "we will have",
]);
static PROMISED: Openers = Openers::new(&[
    "the latest as",
    "the latest from",
    "the latest news",
    "the latest on",
    "the latest updates",
    "the very latest",
    "all the latest",
    "all the updates",
    "live updates",
    "updates",
    "further updates",
    "further details",
    "more as",
    "more details",
    "more information",
    "more news",
    "more on this",
    "more soon",
    "more updates",
    "more when",
]);
static SAYING: Within = Within::new(&["said", "says", "told", "wrote", "added", "promised"]);

/// A promise of more and nothing else.
static MORE: Openers = Openers::new(&[
    "more to follow",
    "more to come",
    "more details to follow",
    "more details to come",
    "more details soon",
    "more information to follow",
    "updates to follow",
    "developing story",
    "mehr in kürze",
    "weitere informationen folgen",
    "weitere informationen in kürze",
    "plus d'informations à venir",
    "plus d’informations à venir",
    "habrá ampliación",
    "noticia en desarrollo",
    "noticia en elaboración",
    "mais informações em breve",
    "notícia em atualização",
    "in aggiornamento",
    "notizia in aggiornamento",
    "articolo in aggiornamento",
    "meer volgt",
    "saken oppdateres",
    "saken blir oppdatert",
    "artikeln uppdateras",
    "texten uppdateras",
    "artiklen opdateres",
    "juttua päivitetään",
    "новость дополняется",
    "новость обновляется",
    "материал дополняется",
    "новина доповнюється",
    "новина оновлюється",
]);

impl Rule for Updates {
    fn name(&self) -> &'static str {
        "updates"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        line.drop_note(|text| {
            let over = LIVE.strip(text).and_then(|rest| IS_OVER.strip(rest.trim_start()));
            let over = over.is_some_and(|rest| {
                !rest.starts_with(' ') || AFTER_END.strip(rest.trim_start()).is_some()
            });
            let promise = PROMISING.strip(text).is_some_and(|rest| {
                PROMISED.strip(rest.trim_start()).is_some() && !SAYING.is_in(rest)
            });
            over || promise || OPENING.strip(text).is_some() || MORE.is(text)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn what_is_to_come_goes() {
        let lines = [
            "This is a developing story; check back for more.",
            "This live blog is now closed.",
            "Our live coverage has ended for the day.",
            "Dieser Liveblog ist beendet.",
            "We'll bring you the latest on the fire as we get it.",
            "We will have more on this as it comes in.",
            "More to follow…",
            "Saken oppdateres.",
            "This is a breaking news story, please check back for updates.",
            "This is breaking news. Please check back.",
        ];
        assert_all(&Updates, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "This live blog by the harbour master drew 4,000 readers on Friday.",
            "This blog is closed to Norvale's critics, the mayor wrote.",
            "We will bring you home, the minister told the families of the ferrymen.",
            "We'll have more details by Friday, the coastguard said.",
            "More to come from the port, the mayor said.",
            "This is a breaking point for the town, the mayor said.",
            "This is breaking news to nobody in Norvale, where the bridge has leaned for years.",
        ];
        assert_all(&Updates, &lines.map(line), Verdict::Keep);
    }
}
