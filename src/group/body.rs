//! What is read of an article.

use crate::article::Article;
use crate::clean::clean;
use crate::span::{Span, in_reach};
use crate::text::{Language, words};

/// Cleaning that leaves fewer words than this has found no story.
const FEWEST_WORDS: usize = 10;

/// What cleaning leaves of an article's text; all of it where that is next to nothing. A page that
/// is all notices, a wall before the text or an error, is still a copy of its like.
pub(super) fn body(article: &Article) -> Vec<Span> {
    let text = in_reach(&article.text);
    let blocks = clean(article).blocks;
    let found = blocks.iter().flat_map(|block| words(block.of(text), Language::Other));
    if found.take(FEWEST_WORDS).count() < FEWEST_WORDS {
        return vec![Span::new(0, text.len() as u32)];
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        body(&Article::new("a", text)).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn furniture_goes_unless_it_is_all_there_is() {
        let story = "A crack has closed the bridge at Norvale to all traffic.";
        assert_eq!(read(&format!("OSLO (Fjord Wire) — {story}")), [story]);
        assert_eq!(read("Tags: bridge"), ["Tags: bridge"]);
        // Scripts without spaces have words too.
        let story = "挪威桥梁周一因裂缝关闭，所有车辆改道行驶。";
        assert_eq!(read(&format!("{story}\nTags: 桥梁")), [story]);
    }
}
