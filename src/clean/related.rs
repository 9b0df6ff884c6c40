//! Other stories: lists of them, and lines that point to one.

use super::phrases::{Openers, ends_with_any};
use super::{Line, Rule, Verdict, ends_like_sentence, word_count};

/// `Similar News`, `Most read`, `Read more: …`, `MORE: …`, `… Read more`, `[Bridge reopens]`. A
/// list that opens in the second half of an article takes all that follows with it; a pointer goes
/// alone.
pub(super) struct Related;

/// Heads of lists, with nothing else on the line, or with the list after a colon.
static LISTS: Openers = Openers::new(&[
    "similar news",
    "similar stories",
    "similar articles",
    "related news",
    "related stories",
    "related story",
    "related articles",
    "related article",
    "related topics",
    "related content",
    "related posts",
    "related coverage",
    "related links",
    "related gallery",
    "related video",
    "related videos",
    "related",
    "recommended stories",
    "recommended reading",
    "recommended for you",
    "recommended",
    "most read",
    "most popular",
    "most viewed",
    "most commented",
    "most shared",
    "more on this story",
    "more on this topic",
    "more stories",
    "more news",
    "more headlines",
    "more like this",
    "more from",
    "more from this section",
    "more coverage",
    "top stories",
    "top headlines",
    "latest news",
    "latest stories",
    "latest headlines",
    "editor's picks",
    "editors' picks",
    "editor’s picks",
    "editors’ picks",
    "you may also like",
    "you might also like",
    "you may also be interested in",
    "also read",
    "read also",
    "trending now",
    "trending",
    "trending stories",
    "read next",
    "up next",
    "what to read next",
    "don't miss",
    "don’t miss",
    "from around the web",
    "around the web",
    "more from the web",
    "promoted stories",
    "sponsored links",
    "before you go",
    "explore more",
    "further reading",
    "popular now",
    "popular stories",
    "stories you may like",
    "more to explore",
    "ähnliche artikel",
    "mehr zum thema",
    "verwandte artikel",
    "verwandte themen",
    "das könnte sie auch interessieren",
    "meistgelesen",
    "meistgelesene artikel",
    "weitere artikel",
    "weitere nachrichten",
    "lesen sie auch",
    "à lire aussi",
    "sur le même sujet",
    "articles liés",
    "à lire également",
    "les plus lus",
    "lire aussi",
    "à voir aussi",
    "pour aller plus loin",
    "articles similaires",
    "noticias relacionadas",
    "más noticias",
    "lo más leído",
    "lo más visto",
    "te puede interesar",
    "artículos relacionados",
    "también te puede interesar",
    "notícias relacionadas",
    "leia também",
    "mais lidas",
    "veja também",
    "saiba mais",
    "le più lette",
    "leggi anche",
    "articoli correlati",
    "potrebbe interessarti",
    "lees ook",
    "meest gelezen",
    "gerelateerde artikelen",
    "les også",
    "mest lest",
    "läs också",
    "läs mer",
    "mest läst",
    "læs også",
    "mest læste",
    "lue myös",
    "luetuimmat",
    "czytaj także",
    "czytaj też",
    "zobacz także",
    "zobacz też",
    "najczęściej czytane",
    "ilgili haberler",
    "en çok okunanlar",
    "baca juga",
    "berita terkait",
    "terpopuler",
    "tin liên quan",
    "bài liên quan",
    "tin cùng chuyên mục",
    "tin mới",
    "đọc nhiều",
    "đọc nhiều nhất",
    "xem nhiều",
    "có thể bạn quan tâm",
    "các tin khác",
    "tin khác",
    "संबंधित खबरें",
    "यह भी पढ़ें",
    "ये भी पढ़ें",
    "читайте также",
    "похожие новости",
    "по теме",
    "смотрите также",
    "читайте також",
    "اقرأ أيضا",
    "اقرأ أيضًا",
    "相关新闻",
    "相关阅读",
    "関連記事",
]);

/// Pointers that need a mark after them: `Read more: …`, `MORE | …`.
static POINTERS: Openers = Openers::new(&[
    "read more",
    "read more on",
    "read more about",
    "read also",
    "also read",
    "read",
    "read this",
    "see also",
    "see more",
    "watch",
    "watch more",
    "listen",
    "related",
    "more",
    "more news",
    "more on this",
    "more coverage",
    "also on",
    "also see",
    "don't miss",
    "don’t miss",
    "full story",
    "full coverage",
    "full list",
    "bonus",
    "pics",
    "photos",
    "gallery",
    "slideshow",
    "in pictures",
    "in photos",
    "video",
    "interactive",
    "interactive map",
    "map",
    "graphic",
    "timeline",
    "explainer",
    "analysis",
    "opinion",
    "fact check",
    "up next",
    "earlier",
    "previously",
    "previous coverage",
    "must read",
    "must watch",
    "related story",
    "related article",
    "related coverage",
    "related content",
    "you may also like",
    "continue reading",
    "next",
    "click here",
    "lesen sie auch",
    "lesen sie mehr",
    "mehr dazu",
    "mehr zum thema",
    "auch interessant",
    "video",
    "à lire aussi",
    "lire aussi",
    "lire également",
    "à lire également",
    "voir aussi",
    "regardez",
    "lea también",
    "lee también",
    "ver también",
    "mira también",
    "lea más",
    "leer más",
    "además",
    "leia também",
    "leia mais",
    "veja também",
    "saiba mais",
    "leggi anche",
    "guarda anche",
    "leggi di più",
    "lees ook",
    "lees meer",
    "les også",
    "les mer",
    "läs också",
    "läs mer",
    "læs også",
    "læs mere",
    "lue myös",
    "lue lisää",
    "czytaj także",
    "czytaj też",
    "czytaj więcej",
    "zobacz także",
    "ayrıca okuyun",
    "devamını oku",
    "baca juga",
    "baca selengkapnya",
    "xem thêm",
    "đọc thêm",
    "mời xem thêm",
    "यह भी पढ़ें",
    "ये भी पढ़ें",
    "और पढ़ें",
    "читайте также",
    "читать далее",
    "подробнее",
    "читайте також",
    "اقرأ أيضا",
    "延伸阅读",
]);

/// Lines that are a pointer and nothing else.
static ALONE: Openers = Openers::new(&[
    "read more",
    "read full story",
    "read full article",
    "read the full story",
    "read the full article",
    "continue reading",
    "continue reading below",
    "continue reading the main story",
    "story continues below",
    "story continued below",
    "story continues",
    "article continues below",
    "see more",
    "show more",
    "load more",
    "view more",
    "view gallery",
    "view photos",
    "view comments",
    "click here",
    "click for more",
    "learn more",
    "more",
    "back to top",
    "skip to content",
    "skip to main content",
    "next article",
    "previous article",
    "next story",
    "photo gallery",
    "interactive",
    "map customizer",
    "mehr lesen",
    "weiterlesen",
    "mehr erfahren",
    "lire la suite",
    "en savoir plus",
    "leer más",
    "ver más",
    "ler mais",
    "leia mais",
    "leggi tutto",
    "continua a leggere",
    "lees verder",
    "lees meer",
    "les mer",
    "läs mer",
    "læs mere",
    "czytaj dalej",
    "czytaj więcej",
    "devamını oku",
    "selengkapnya",
    "xem thêm",
    "đọc tiếp",
    "और पढ़ें",
    "читать далее",
]);

/// Longer phrases that open a pointer, whatever follows.
static OPENING: Openers = Openers::new(&[
    "click here for more",
    "click here to read",
    "click here to see",
    "click here to watch",
    "click for more",
    "click through",
    "click to play",
    "read the full story",
    "read the full article",
    "read full story",
    "read the original article",
    "read more at ",
    "read more from",
    "see more from",
    "for more on this",
    "for more stories",
    "for more news",
    "for more information, visit",
    "just watched",
    "(also on ",
    "also on ",
    "(related:",
    "[related",
    "[read",
    "[also",
    "[watch",
    "[more",
    "[see",
    "[photos",
    "[poll",
    "[video",
    "more from ",
    "visit our",
    "here are the stories",
    "check out more",
    "scroll down for",
    "see the full",
    "watch the full",
    "watch the video above",
    "watch the video below",
    "watch more above",
    "watch more below",
    "watch above",
    "watch below",
    "see more above",
    "see more below",
    "listen above",
    "check out the video",
    "mehr zum thema",
    "lesen sie hier",
    "hier geht es",
    "hier lesen sie",
    "lire notre",
]);

/// How a headline with a link under it ends.
const ENDINGS: &[&str] = &[
    "read more",
    "read full story",
    "read the full story",
    "learn more",
    "mehr lesen",
    "lire la suite",
    "leer más",
    "xem thêm",
    "click here",
    "in the video below",
    "in the video above",
    "in the gallery below",
];

/// The most words of a pointer.
const MOST_WORDS: usize = 40;

impl Rule for Related {
    fn name(&self) -> &'static str {
        "related"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let text = line.text;
        if let Some(end) = bracketed_link(text) {
            return Verdict::TrimEnd(end);
        }
        if text.len() > 500 || word_count(text, MOST_WORDS + 1) > MOST_WORDS {
            return Verdict::Keep;
        }
        if let Some(rest) = LISTS.strip(text)
            && !rest.contains(char::is_alphanumeric)
        {
            return line.drop_tail();
        }
        // A mark and no full stop: `Watch: the bridge falls` and not `Watch: it will fall.`
        let marked = POINTERS.strip(text).or_else(|| LISTS.strip(text)).is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.starts_with([':', '|', '»', '>', '→', '：']) && !is_prose(rest)
        });
        let bracketed = text.starts_with('[')
            && text.ends_with(']')
            && !ends_like_sentence(text.trim_end_matches(']'));
        let linked = ends_with_any(text, ENDINGS);
        if marked || bracketed || linked || ALONE.is(text) || OPENING.strip(text).is_some() {
            return Verdict::Drop;
        }
        Verdict::Keep
    }
}

/// Where a paragraph ends before a link in square brackets: `It fell. [Photos: The bridge]`.
fn bracketed_link(text: &str) -> Option<usize> {
    static KINDS: Openers = Openers::new(&[
        "read",
        "read more",
        "related",
        "see",
        "see also",
        "photos",
        "photo gallery",
        "images",
        "image gallery",
        "gallery",
        "video",
        "watch",
        "infographic",
        "in photos",
        "in images",
        "more",
        "also",
        "also read",
    ]);
    let (before, link) = text.strip_suffix(']')?.rsplit_once(" [")?;
    let marked = KINDS.strip(link).is_some_and(|rest| rest.starts_with(':'));
    (marked && ends_like_sentence(before) && word_count(link, 20) < 20).then_some(before.len())
}

/// True for more than one sentence, or one with a full stop: a headline has none.
fn is_prose(text: &str) -> bool {
    ends_like_sentence(text) && !text.ends_with(['?', '!', '…']) || text.contains(". ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, late, line};

    #[test]
    fn lists_end_the_article() {
        let lines = [
            "Similar News",
            "SIMILAR NEWS:",
            "Most read",
            "Tin liên quan",
            "À lire aussi",
            "Related:",
        ];
        assert_all(&Related, &lines.map(late), Verdict::DropRest);
        assert_all(&Related, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn pointers_go_alone() {
        let lines = [
            "Read more: Bridge closes after storm",
            "READ MORE",
            "Lesen Sie auch: Brücke gesperrt",
            "À lire aussi : le pont fermé",
            "See also: the bridge",
            "MORE: Ferry stays in port",
            "Related | Ferry stays in port",
            "Bridge closes after storm – explainer Read more",
            "[Bridge closes after storm]",
            "Story continues below",
            "Click here to read about the bridge.",
            "Xem thêm: Cầu đóng cửa",
        ];
        assert_all(&Related, &lines.map(late), Verdict::Drop);
    }

    #[test]
    fn links_at_the_end_of_a_paragraph_are_cut_off() {
        let text = "The bridge fell. [Photos: The Bridge at Noon]";
        assert_eq!(Related.judge(&line(text)), Verdict::TrimEnd("The bridge fell.".len()));
        let quoted = "“It fell [Photos: none]";
        assert_eq!(Related.judge(&line(quoted)), Verdict::Keep);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Read more carefully, the report says something else.",
            "Most read the report twice.",
            "More than 40 people were hurt.",
            "Related costs rose to two million.",
            "Watch: it will fall again before noon.",
            "Trending upwards, prices hit a record.",
            "[He] said the bridge would stay closed.",
            "Video showed the bridge swaying.",
            "Recommended daily doses were halved",
        ];
        assert_all(&Related, &lines.map(late), Verdict::Keep);
    }
}
