//! Lines that point to one other story.

use super::phrases::{Endings, Openers};
use super::related::LISTS;
use super::{Line, Rule, Verdict, ends_like_sentence, word_count};

/// `Read more: …`, `MORE: …`, `… Read more`, `[Bridge reopens]`; at the end of a paragraph
/// `[Photos: The bridge]`. The line, or the piece, goes alone.
pub(super) struct Pointer;

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
    "相关阅读",
    "相关新闻",
    "関連記事",
    "あわせて読みたい",
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
    "続きを読む",
    "続きはこちら",
    "記事全文を読む",
    "全文を読む",
    "もっと見る",
    "阅读全文",
    "查看全文",
    "阅读原文",
    "点击进入专题",
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
    "【関連記事】",
    "【関連】",
    "【あわせて読みたい】",
    "【相关阅读】",
    "【延伸阅读】",
]);

/// How a headline with a link under it ends.
static ENDINGS: Endings = Endings::new(&[
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
]);

/// What a page offers, and the link at the end: `You can read our full story here.`
static OFFERING: Openers = Openers::new(&[
    "you can read all",
    "you can read her",
    "you can read his",
    "you can read more",
    "you can read our",
    "you can read the full",
    "you can find more",
    "you can find our",
    "you can find the full",
    "you can follow our",
    "you can follow the latest",
    "you can listen to our",
    "you can see more",
    "you can see our",
    "you can watch our",
    "you can watch the full",
    "read about",
    "read all",
    "read more",
    "read our",
    "read the",
    "find more",
    "find our",
    "find out more",
    "find the full",
    "follow our",
    "follow the latest",
    "listen to our",
    "listen to the",
    "see more",
    "see our",
    "watch our",
    "watch the",
    "mehr dazu",
    "mehr darüber",
    "den ganzen artikel",
    "den ganzen bericht",
    "den vollständigen artikel",
    "retrouvez notre",
    "lisez notre",
    "vous pouvez lire notre",
    "lea nuestra",
    "lee nuestra",
    "puede leer nuestra",
    "puede leer más",
    "puedes leer nuestra",
    "puedes leer más",
    "você pode ler mais",
    "leia nossa",
    "leia mais",
    "leggi il nostro",
    "puoi leggere il nostro",
    "lees ons",
    "lees meer",
]);
static LINKS: Endings = Endings::new(&["here", "hier", " ici", "aquí", "aqui", " qui"]);

/// The most words of a pointer.
const MOST_WORDS: usize = 40;

impl Rule for Pointer {
    fn name(&self) -> &'static str {
        "pointer"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let text = line.text;
        if let Some(end) = bracketed_link(text) {
            return Verdict::TrimEnd(end);
        }
        if text.len() > 500 {
            return Verdict::Keep;
        }
        // A mark and no full stop: `Watch: the bridge falls` and not `Watch: it will fall.`
        let marked = POINTERS.strip(text).or_else(|| LISTS.strip(text)).is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.starts_with([':', '|', '»', '>', '→', '：']) && !is_prose(rest)
        });
        let bracketed = text.starts_with('[')
            && text.ends_with(']')
            && !ends_like_sentence(text.trim_end_matches(']'));
        let linked = ENDINGS.end(text)
            || OFFERING.strip(text).is_some() && LINKS.end(text) && !text.contains(". ");
        // `>> Read more`
        let bare = if text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            text
        } else {
            text.trim_start_matches(['>', '＞', '»', '→', '▶', '►', ' '])
        };
        let pointer =
            marked || bracketed || linked || ALONE.is(bare) || OPENING.strip(text).is_some();
        if pointer && line.has_at_most(MOST_WORDS) {
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
            "You can read our full story here.",
            "Read the council's report here",
            "Den ganzen Artikel lesen Sie hier.",
            "Retrouvez notre récit ici.",
            "Xem thêm: Cầu đóng cửa",
            "＞＞続きを読む",
            "続きを読む",
            ">> Read more",
            "【関連記事】橋が落ちた",
            "相关阅读：大桥落水",
        ];
        assert_all(&Pointer, &lines.map(late), Verdict::Drop);
    }

    #[test]
    fn links_at_the_end_of_a_paragraph_are_cut_off() {
        let text = "The bridge fell. [Photos: The Bridge at Noon]";
        assert_eq!(Pointer.judge(&line(text)), Verdict::TrimEnd("The bridge fell.".len()));
        let quoted = "“It fell [Photos: none]";
        assert_eq!(Pointer.judge(&line(quoted)), Verdict::Keep);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Read more carefully, the report says something else.",
            "Most read the report twice.",
            "You can read our history in the stones here, the keeper said.",
            "You can see the whole fjord from here.",
            "More than 40 people were hurt.",
            "Related costs rose to two million.",
            "Watch: it will fall again before noon.",
            "Trending upwards, prices hit a record.",
            "[He] said the bridge would stay closed.",
            "Video showed the bridge swaying.",
            "Recommended daily doses were halved",
            "続きを読む人は少ない。",
            "【速報】橋が落ちた。",
        ];
        assert_all(&Pointer, &lines.map(late), Verdict::Keep);
    }
}
