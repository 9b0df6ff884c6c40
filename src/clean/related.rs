//! Lists of other stories.

use super::phrases::Openers;
use super::{Line, Rule, Verdict};

/// `Similar News`, `Most read`, `À lire aussi` on a line of their own. Such a list in the second
/// half of an article takes all that follows with it.
pub(super) struct Related;

/// Heads of lists.
pub(super) static LISTS: Openers = Openers::new(&[
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

impl Rule for Related {
    fn name(&self) -> &'static str {
        "related"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        if LISTS.is(line.text) { line.drop_tail() } else { Verdict::Keep }
    }
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
    fn sentences_stay() {
        let lines = ["Most read the report twice.", "Related costs rose to two million."];
        assert_all(&Related, &lines.map(late), Verdict::Keep);
    }
}
