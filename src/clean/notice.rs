//! What a page says of itself: consent, paywall, scripts, corrections, where it first appeared.

use super::phrases::{Openers, Within, opens_unspaced};
use super::{Line, Rule, Verdict};

/// Cookie banners, paywalls and sign-in walls, `JavaScript is disabled`, `This story has been
/// corrected`, `This article first appeared in …`.
pub(super) struct Notice;

static OPENING: Openers = Openers::new(&[
    // Consent
    "we use cookies",
    "this site uses cookies",
    "this website uses cookies",
    "our site uses cookies",
    "by using this site",
    "by continuing to use",
    "by clicking",
    "by signing up",
    "by subscribing you",
    "by submitting your",
    "accept cookies",
    "enable cookies",
    "please enable cookies",
    "please accept cookies",
    "please allow cookies",
    "bitte aktivieren sie cookies",
    "veuillez activer les cookies",
    "veuillez accepter les cookies",
    "activa las cookies",
    "active las cookies",
    "ative os cookies",
    "abilita i cookie",
    "accept all",
    "manage cookies",
    "cookie settings",
    "cookie policy",
    "we and our partners",
    "wir verwenden cookies",
    "diese website verwendet cookies",
    "nous utilisons des cookies",
    "ce site utilise des cookies",
    "utilizamos cookies",
    "este sitio utiliza cookies",
    "usamos cookies",
    "utilizziamo i cookie",
    "questo sito utilizza",
    "deze website gebruikt cookies",
    // Paywall and sign-in
    "subscribe to read",
    "subscribe to continue",
    "to continue reading",
    "to read the full",
    "to read this article",
    "already a subscriber",
    "already have an account",
    "not a subscriber",
    "this article is for subscribers",
    "this content is for",
    "this story is for subscribers",
    "please sign in",
    "please log in",
    "please subscribe",
    "please register",
    "sign in to",
    "log in to",
    "log in or",
    "sign in or",
    "create a free account",
    "create an account",
    "register for free",
    "you have reached your",
    "you've reached your",
    "you’ve reached your",
    "you have read all",
    "you have used all",
    "start your free trial",
    "unlock this article",
    "jetzt weiterlesen",
    "dieser artikel ist für abonnenten",
    "diesen artikel weiterlesen",
    "bereits abonnent",
    "cet article est réservé",
    "réservé aux abonnés",
    "il vous reste",
    "déjà abonné",
    "contenido exclusivo para",
    "ya eres suscriptor",
    "conteúdo exclusivo para",
    "già abbonato",
    "contenuto riservato",
    "al abonnee",
    // Scripts and browsers
    "please enable javascript",
    "enable javascript",
    "javascript is",
    "javascript must",
    "you need to enable javascript",
    "we've detected that javascript",
    "we’ve detected that javascript",
    "your browser does not support",
    "your browser is",
    "please update your browser",
    "this browser is",
    "please turn javascript on",
    "access denied",
    "page not found",
    "please verify you are",
    "checking your browser",
    "are you a robot",
    // The page about itself
    "this story is developing",
    "this story has been updated",
    "this article has been updated",
    "this post has been updated",
    "this story has been corrected",
    "this article has been corrected",
    "this article was amended",
    "this story was originally published",
    "this article was originally published",
    "(this article was originally published",
    "this article originally published",
    "this article originally appeared",
    "this story originally appeared",
    "this article first appeared",
    "this story first appeared",
    "this article was first published",
    "this story was first published",
    "this post originally appeared",
    "originally published",
    "originally published at",
    "original article on",
    "this version corrects",
    "(this version corrects",
    "this corrects",
    "(corrects ",
    "(updates with",
    "(adds ",
    "(recasts ",
    "please note",
    "unsubscribe from this",
    "you are receiving this email",
    "you're receiving this email",
    "you’re receiving this email",
    "view this email in your browser",
    "our standards: the thomson reuters",
    "support independent journalism",
    "our journalism needs your",
    "have you got a story?",
    "continue reading this article with",
    "correction:",
    "clarification:",
    "editor's note:",
    "editor’s note:",
    "editors' note:",
    "editor's note -",
    "an earlier version of this",
    "a previous version of this",
    "a version of this article",
    "a version of this story",
    "translated by",
    "this transcript was",
    "this report was written with",
    "this article was written by",
    "dieser artikel erschien",
    "dieser artikel wurde zuerst",
    "dieser text erschien",
    "korrektur:",
    "anmerkung der redaktion",
    "cet article a été",
    "note de la rédaction",
    "este artículo fue publicado",
    "nota del editor",
    "nota de la redacción",
    "esta matéria foi",
    "questo articolo è",
    "dit artikel verscheen",
]);

/// The same where no space follows.
const UNSPACED: &[&str] = &[
    "この記事は有料会員限定",
    "この記事は会員限定",
    "この記事は有料記事",
    "有料会員限定",
    "会員限定記事",
    "無断転載を禁じ",
    "無断転載禁止",
    "扫描二维码，",
    "扫描二维码关注",
    "扫描下方二维码",
    "长按二维码",
    "长按识别二维码",
    "扫码关注",
    "掃描二維碼，",
    "原标题：",
    "原标题:",
    "原標題：",
    "무단전재",
    "무단 전재",
];

/// How `WordPress` ends an item of a feed: `The post … appeared first on Fjord Wire.`
const ENDINGS_OF_ITEMS: &[(&str, &str)] = &[
    ("The post ", " appeared first on "),
    ("Der Beitrag ", " erschien zuerst auf "),
    ("L’article ", " est apparu en premier sur "),
    ("L'article ", " est apparu en premier sur "),
    ("La entrada ", " se publicó primero en "),
    ("La entrada ", " aparece primero en "),
    ("O post ", " apareceu primeiro em "),
    ("L'articolo ", " proviene da "),
    ("L’articolo ", " proviene da "),
    ("Het bericht ", " verscheen eerst op "),
];

/// What a page says that could not be built. A sentence on what went wrong in the world says more.
static FAILURES: Openers = Openers::new(&["an error occurred", "something went wrong"]);

/// How a failure goes on where no mark ends it.
static AFTER_FAILURE: Openers = Openers::new(&["while", "when", "please", "try again"]);

/// The most words of a failure.
const MOST_WORDS_OF_FAILURE: usize = 12;

/// Phrases that only such lines have.
static WITHIN: Within = Within::new(&[
    "uses cookies to",
    "use of cookies",
    "cookies on your device",
    "javascript is disabled",
    "disable your ad blocker",
    "turn off your ad blocker",
    "free articles remaining",
    "articles left this month",
    "subscribers only",
    "is only available to subscribers",
    "nur für abonnenten",
    "réservé aux abonnés",
    "was last updated at",
    "story was last updated",
    "article was last updated",
    "has been corrected to",
    "has been updated to reflect",
    "has been updated to include",
    "has been updated to clarify",
]);

/// The most characters of a notice without spaces.
const MOST_UNSPACED: usize = 50;

impl Rule for Notice {
    fn name(&self) -> &'static str {
        "notice"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        if let Some(end) = cut_mark(line.text) {
            return Verdict::TrimEnd(end);
        }
        line.drop_note(|text| {
            let failure = FAILURES.strip(text).is_some_and(|rest| {
                !rest.starts_with(' ') || AFTER_FAILURE.strip(rest.trim_start()).is_some()
            }) && line.has_at_most(MOST_WORDS_OF_FAILURE);
            let ends_an_item = |(opening, middle): &(&str, &str)| {
                text.strip_prefix(opening).is_some_and(|rest| rest.contains(middle))
            };
            failure
                || OPENING.strip(text).is_some()
                || opens_unspaced(text, UNSPACED) && text.chars().nth(MOST_UNSPACED).is_none()
                || ENDINGS_OF_ITEMS.iter().any(ends_an_item)
                || line.marked && WITHIN.is_in(text)
        })
    }

    fn phrases(&self) -> Vec<&'static str> {
        WITHIN.phrases.to_vec()
    }
}

/// Where the text ends before the mark of an API that gives only the start: `… [+1234 chars]`.
fn cut_mark(text: &str) -> Option<usize> {
    let inner = text.strip_suffix(" chars]")?;
    let open = inner.rfind("[+")?;
    let digits = &inner[open + 2..];
    let cut = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    cut.then(|| text[..open].trim_end_matches(['…', '.', ' ']).len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn notices_go() {
        let lines = [
            "We use cookies to make the harbour better.",
            "Please enable JavaScript to read this page.",
            "Already a subscriber? Sign in.",
            "This article first appeared in Fjord Wire.",
            "— This story was last updated at 3:39 p.m.",
            "(This version corrects the spelling of Norvale.)",
            "Wir verwenden Cookies, um die Seite zu verbessern.",
            "Cet article est réservé aux abonnés",
            "Editor's note: the port is owned by the town.",
            "Something went wrong. Please try again later.",
            "An error occurred while retrieving sharing information. Please try again later.",
            "Something went wrong",
            "The post Crack shuts Norvale bridge appeared first on Fjord Wire.",
            "Der Beitrag Riss in der Brücke erschien zuerst auf Fjordbote.",
            "You are receiving this email because you signed up for the tides.",
            "Support independent journalism: donate today.",
            "Please enable cookies to view this content.",
            "Veuillez activer les cookies pour voir ce contenu.",
            "この記事は有料会員限定です。",
            "扫描二维码，关注我们",
            "原标题：大桥落水",
            "무단전재 및 재배포 금지",
        ];
        assert_all(&Notice, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Sign-in sheets were found on the ferry.",
            "By noon the story had been updated twice.",
            "この記事は橋を落とした。",
            "二维码在大桥上。",
            "扫描二维码可以付款。",
            "Adds of the port fell.",
            "The cookies were baked in Norvale.",
            "Please, enable us to work, the ferrymen asked.",
            "Enabled cookies gave the burglars away, the court heard.",
            "The post at the harbour mouth was washed away on Friday.",
            "The ferry appeared first on the radar of Norvale at noon.",
            "Something went wrong with the rudder of the ferry on Friday evening, the coastguard said.",
            "An error occurred in the tower, the pilot said.",
            "An error occurred while the ferry was being loaded, and four lorries slid into the harbour.",
        ];
        assert_all(&Notice, &lines.map(line), Verdict::Keep);
    }

    #[test]
    fn marks_of_a_cut_are_trimmed() {
        let text = "Rain fell on Norvale. Roads we… [+2345 chars]";
        assert_eq!(
            Notice.judge(&line(text)),
            Verdict::TrimEnd("Rain fell on Norvale. Roads we".len())
        );
        assert_eq!(Notice.judge(&line("A board of [+ chars]")), Verdict::Keep);
    }
}
