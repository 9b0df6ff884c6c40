//! News without sense: clusters whose words are spread as in real text.

use nutgraf::clean::Blemishes;
use nutgraf::text::{Language, Leaning, Sentence, segment};
use nutgraf::{Article, Cluster};

const FUNCTION_WORDS: [&str; 16] = [
    "the", "of", "and", "to", "in", "a", "that", "for", "was", "on", "with", "at", "by", "from",
    "has", "were",
];

/// Draws numbers: the linear congruential generator of Knuth's MMIX.
struct Random(u64);

impl Random {
    /// A number from 0 to below 1.
    fn share(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.share() * limit as f64) as usize
    }
}

/// A word for a number: two letters a digit.
fn word(mut number: usize, out: &mut String) {
    const SYLLABLES: [&str; 20] = [
        "ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "zi", "ko", "ru",
        "la", "me", "ni", "po", "tu",
    ];
    loop {
        out.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
        if number == 0 {
            return;
        }
    }
}

/// A cluster of about so many sentences in so many articles. Words follow Zipf's law over a
/// vocabulary that grows with the text, four sentences make a paragraph.
pub(crate) fn cluster(sentences: usize, articles: usize) -> Cluster {
    let mut random = Random(sentences as u64);
    let mut made = 0_usize;
    let texts = (0..articles).map(|article| {
        let own = sentences / articles + usize::from(article < sentences % articles);
        let mut text = String::new();
        for position in 0..own {
            made += 1;
            let vocabulary = 2000.0 + 40.0 * (made as f64).sqrt();
            for place in 0..12 + random.below(22) {
                let start = text.len();
                if random.share() < 0.45 {
                    text.push_str(FUNCTION_WORDS[random.below(FUNCTION_WORDS.len())]);
                } else {
                    word(vocabulary.powf(random.share()) as usize, &mut text);
                }
                if place == 0 {
                    text[start..=start].make_ascii_uppercase();
                }
                text.push(' ');
            }
            text.pop();
            text.push_str(if position % 4 == 3 { ".\n\n" } else { ". " });
        }
        Article::new(format!("a{article}"), text)
    });
    let articles = texts.collect();
    Cluster { lang: Some("en".to_owned()), ..Cluster::new(format!("c{sentences}"), articles) }
}

/// The sentences of a cluster with their places, as far as ranking looks at them.
pub(crate) fn places(cluster: &Cluster) -> Vec<Sentence> {
    let mut places = Vec::new();
    for (article, text) in (0..).zip(cluster.articles.iter().map(|article| &article.text)) {
        for (position, span) in (0..).zip(segment(text, Language::English)) {
            let blemishes = Blemishes::default();
            let words = 20;
            places.push(Sentence {
                article,
                position,
                span,
                words,
                blemishes,
                leaning: Leaning::default(),
            });
        }
    }
    places
}
