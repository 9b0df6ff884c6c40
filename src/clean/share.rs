//! Share, follow, newsletter, comment: what a page asks its reader to do.

use super::phrases::{Openers, Within};
use super::{Line, Rule, Verdict, last_before_space};

/// `Share this story`, `Follow us on Twitter`, `Sign up for our newsletter`, `Post a comment`.
pub(super) struct Share;

/// Lines that start like this ask the reader for something.
static ASKING: Openers = Openers::new(&[
    "follow us",
    "follow @",
    "like us on",
    "find us on",
    "join us on",
    "connect with us",
    "share this",
    "share on facebook",
    "share on twitter",
    "share via",
    "share your thoughts",
    "tweet this",
    "email this",
    "e-mail this",
    "print this",
    "read or share this",
    "subscribe to our",
    "subscribe now",
    "subscribe today",
    "subscribe here",
    "subscribe for",
    "sign up for our",
    "sign up for the",
    "sign up for free",
    "sign up now",
    "sign up here",
    "sign up today",
    "sign up to our",
    "sign up to receive",
    "sign up to get",
    "get our free",
    "get our daily",
    "get daily updates",
    "get breaking news",
    "get email",
    "get news alerts",
    "breaking news emails",
    "receive our",
    "receive daily",
    "never miss a story",
    "stay up to date with our",
    "keep up to date with our",
    "join the conversation",
    "join our",
    "download our",
    "get our app",
    "get the app",
    "want stories like these",
    "want more stories like",
    "want to read more",
    "tweet with a location",
    "copy this link",
    "copy this code",
    "embed this",
    "post a comment",
    "leave a comment",
    "leave a reply",
    "add a comment",
    "write a comment",
    "view comments",
    "show comments",
    "comment on this",
    "comments are closed",
    "have your say",
    "tell us what you think",
    "what do you think?",
    "let us know in the comments",
    "send us your",
    "got a story",
    "got a tip",
    "have a story",
    "have a tip",
    "do you have a story",
    "do you have a tip",
    "if you have a story",
    "if you have pictures",
    "if you have photos",
    "if you have a tip",
    "send any friend a story",
    "highlight the link and press",
    "a post shared by",
    "view this post on instagram",
    "you can add location information to your tweets",
    "was this article helpful",
    "thank you for subscribing",
    "you have successfully subscribed",
    "enter your email",
    "whatsapp us",
    "our newsletter",
    "the newsletter",
    "listen to our podcast",
    "set as preferred source",
    "folgen sie uns",
    "folge uns",
    "teilen sie",
    "artikel teilen",
    "newsletter abonnieren",
    "abonnieren sie",
    "jetzt abonnieren",
    "jetzt anmelden",
    "melden sie sich für",
    "kommentar schreiben",
    "diskutieren sie",
    "suivez-nous",
    "suivez nous",
    "partager cet article",
    "partager sur",
    "inscrivez-vous",
    "abonnez-vous",
    "recevez notre",
    "recevez gratuitement",
    "laisser un commentaire",
    "síguenos",
    "síganos",
    "compartir en",
    "comparte esta",
    "suscríbete",
    "suscríbase",
    "recibe nuestra",
    "regístrate",
    "deja un comentario",
    "únete a nuestro",
    "siga-nos",
    "compartilhe",
    "assine nossa",
    "inscreva-se",
    "receba nossa",
    "deixe um comentário",
    "seguici su",
    "condividi su",
    "condividi questo",
    "iscriviti alla",
    "iscriviti a",
    "lascia un commento",
    "volg ons",
    "deel dit",
    "schrijf je in",
    "meld je aan",
    "følg oss",
    "følg os",
    "del denne",
    "meld deg på",
    "tilmeld dig",
    "följ oss",
    "dela artikeln",
    "prenumerera på",
    "seuraa meitä",
    "tilaa uutiskirje",
    "jaa artikkeli",
    "obserwuj nas",
    "śledź nas",
    "zapisz się",
    "udostępnij",
    "bizi takip",
    "abone ol",
    "paylaş",
    "ikuti kami",
    "bagikan",
    "berlangganan",
    "theo dõi chúng tôi",
    "chia sẻ bài viết",
    "đăng ký nhận",
    "gửi bình luận",
    "ý kiến bạn đọc",
    "mời bạn đọc",
    "हमें फॉलो",
    "हमें फ़ॉलो",
    "शेयर करें",
    "सब्सक्राइब करें",
    "подписывайтесь",
    "подпишитесь",
    "поделиться",
    "следите за нами",
    "підписуйтесь",
    "تابعنا",
    "شارك",
    "اشترك",
    "关注我们",
    "分享到",
]);

/// Imperatives that news also uses; a word of [`CHANNELS`] makes the difference.
static PERHAPS: Openers = Openers::new(&[
    "follow",
    "sign up",
    "subscribe",
    "get",
    "receive",
    "download",
    "join",
    "share",
    "click",
    "register",
    "watch",
    "want",
    "stay",
    "keep",
    "connect",
    "listen",
    "visit",
    "find",
    "like",
    "tweet",
    "send",
    "email",
    "contact",
    "if you",
    "to",
    "for",
    "folgen",
    "abonnieren",
    "suivez",
    "recevez",
    "sigue",
    "siga",
    "seguite",
]);

/// What they ask for.
static CHANNELS: Within = Within::new(&[
    "on twitter",
    "facebook | twitter",
    "on facebook",
    "on instagram",
    "on google+",
    "on youtube",
    "on whatsapp",
    "on telegram",
    "on tiktok",
    "on linkedin",
    "on social media @",
    "@twitter",
    "our newsletter",
    "newsletter",
    "newsletters",
    "to your inbox",
    "in your inbox",
    "your phone",
    "our app",
    "iphone app",
    "android app",
    "email alerts",
    "breaking news alerts",
    "news alerts",
    "push notifications",
    "rss feed",
    "our podcast",
    "our youtube channel",
    "our channel",
    "our website at",
    "email them to",
    "facebook page",
    "auf twitter",
    "auf facebook",
    "sur twitter",
    "sur facebook",
    "en twitter",
    "en facebook",
    "su twitter",
    "su facebook",
]);

/// What only a newsletter's box says, anywhere.
static BOX: Within = Within::new(&[
    "thanks for subscribing",
    "thank you for subscribing",
    "you can unsubscribe",
    "unsubscribe at any time",
    "invalid email address",
    "enter a valid email",
    "select a newsletter",
    "newsletter sign up",
    "sign up for our newsletter",
    "email sign up",
    "subscribe to our newsletter",
    "abonnieren sie unseren newsletter",
    "inscrivez-vous à notre newsletter",
    "suscríbete a nuestra newsletter",
]);

/// Marks of an embedded post, anywhere.
static EMBEDDED: Within =
    Within::new(&["a post shared by", "a video posted by", "view this post on instagram"]);

/// Lines of these words and nothing else.
static ALONE: Openers = Openers::new(&[
    "share",
    "tweet",
    "email",
    "e-mail",
    "print",
    "facebook",
    "twitter",
    "whatsapp",
    "pinterest",
    "linkedin",
    "reddit",
    "telegram",
    "messenger",
    "copy link",
    "link copied",
    "comments",
    "comment",
    "no comments",
    "share this article",
    "share this story",
    "subscribe",
    "follow",
    "sign in",
    "log in",
    "sign up",
    "register",
    "save",
    "share & print",
    "share article",
    "play facebook",
    "play twitter",
    "teilen",
    "drucken",
    "kommentare",
    "partager",
    "imprimer",
    "commentaires",
    "compartir",
    "comentarios",
    "compartilhar",
    "comentários",
    "condividi",
    "commenti",
    "delen",
    "del",
    "dela",
    "paylaş",
    "chia sẻ",
    "bình luận",
    "गूगल पर",
    "поделиться",
    "комментарии",
]);

/// What a reader's poll asks for after its question: `Should it be rebuilt? Have your say`.
static POLLS: Openers = Openers::new(&[
    "have your say",
    "cast your vote",
    "vote now",
    "vote here",
    "take our poll",
    "stimmen sie ab",
    "jetzt abstimmen",
    "donnez votre avis",
    "votez",
    "danos tu opinión",
    "vota",
    "dê sua opinião",
    "di la tua",
]);

/// The most words of what a newsletter's box says.
const MOST_WORDS_OF_BOX: usize = 100;

/// The most words of any other such line.
const MOST_WORDS: usize = 45;

impl Rule for Share {
    fn name(&self) -> &'static str {
        "share"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let text = line.text.trim_start_matches(['—', '–', '-', '•', '*', ' ']);
        if line.marked
            && text.len() <= 800
            && BOX.is_in(text)
            && line.has_at_most(MOST_WORDS_OF_BOX)
        {
            return Verdict::Drop;
        }
        if text.len() > 500 {
            return Verdict::Keep;
        }
        let polls =
            last_before_space(text, b'?').is_some_and(|question| POLLS.is(&text[question + 2..]));
        let asks = polls
            || ASKING.strip(text).is_some()
            || ALONE.is(text)
            || line.marked && EMBEDDED.is_in(text)
            || PERHAPS
                .strip(text)
                .is_some_and(|rest| CHANNELS.is_in(rest) && !speaks_of_others(rest));
        if asks && line.has_at_most(MOST_WORDS) { Verdict::Drop } else { Verdict::Keep }
    }

    fn phrases(&self) -> Vec<&'static str> {
        [BOX.phrases, EMBEDDED.phrases].concat()
    }
}

/// True where somebody says or does something: `Follow-up posts on Facebook showed …`.
fn speaks_of_others(rest: &str) -> bool {
    static SAYING: Within = Within::new(&[
        "said",
        "says",
        "was",
        "were",
        "had",
        "has",
        "showed",
        "wrote",
        "told",
        "did",
        "according to",
        "she",
        "he",
        "they",
    ]);
    rest.starts_with('-') || SAYING.is_in(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn requests_go() {
        let lines = [
            "Follow us on Twitter @fjordwire",
            "Follow Marta Linde on Twitter: @mlinde",
            "Sign up for our newsletter and get the harbour to your inbox.",
            "SHARE",
            "Share this story",
            "Read or share this story: http://fjord.example/1",
            "Get the latest harbour news to your inbox.",
            "Folgen Sie uns auf Facebook",
            "Abonnez-vous à notre lettre",
            "Suscríbete a nuestro boletín",
            "Chia sẻ",
            "Post a comment",
            "VOTE: Should the bridge be rebuilt? Have your say",
            "Harbour Daily. Email Sign Up By signing up you agree. You can unsubscribe at any time.",
        ];
        assert_all(&Share, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Follow-up posts on Facebook showed the bridge.",
            "Share prices fell on Tuesday.",
            "Get ready for rain, the town said.",
            "Subscribers said they had waited.",
            "Comments on the plan are due on Friday.",
            "To many, what was said on Twitter was no joke.",
            "Will the town have its say? Nobody knows.",
            "What now? The people will vote now",
            "Email accounts of the port were locked.",
        ];
        assert_all(&Share, &lines.map(line), Verdict::Keep);
    }
}
