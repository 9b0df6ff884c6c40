//! Made-up news of any amount: stories of one to some hundred articles of about a hundred words,
//! over thirty days, with copies among them.

use nutgraf::Article;

/// A batch and, for each article, the number of its story.
pub(crate) struct Batch {
    pub(crate) articles: Vec<Article>,
    pub(crate) stories: Vec<u32>,
}

/// Words that all stories use, by frequency rank.
const COMMON: u64 = 20_000;
/// Subjects that stories are on, each with words of its own.
const SUBJECTS: u64 = 300;
const SUBJECT_WORDS: u64 = 80;
const SENTENCES: u64 = 7;
const SENTENCE_WORDS: u64 = 14;

/// A batch of `size` articles.
pub(crate) fn batch(size: usize) -> Batch {
    let mut random = Random(42);
    let mut batch = Batch { articles: Vec::with_capacity(size), stories: Vec::new() };
    let mut story = 0;
    while batch.articles.len() < size {
        // Many small stories and few big ones: Pareto, cut at 400.
        let reports = (1.0 / random.unit().max(0.0025)).powf(0.9) as usize + 1;
        let teller = Teller::new(story, &mut random);
        let first_day = random.below(29);
        let mut last: Option<String> = None;
        for _ in 0..reports.min(size - batch.articles.len()) {
            let text = match &last {
                // One in ten is a copy with its tail cut.
                Some(last) if random.below(10) == 0 => cut(last),
                _ => teller.article(&mut random),
            };
            let number = batch.articles.len();
            let (day, hour) = (first_day + random.below(2), random.below(24));
            batch.articles.push(Article {
                title: Some(teller.headline(&mut random)),
                published: Some(format!("2024-03-{:02}T{hour:02}:00:00Z", day + 1)),
                source: Some(format!("outlet{}", random.below(50))),
                lang: Some("en".into()),
                ..Article::new(number.to_string(), text.clone())
            });
            batch.stories.push(story);
            last = Some(text);
        }
        story += 1;
    }
    batch
}

/// What a story is made of.
struct Teller {
    names: Vec<String>,
    words: Vec<String>,
}

impl Teller {
    fn new(story: u32, random: &mut Random) -> Self {
        let subject = random.below(SUBJECTS);
        // Half of the names are the story's own, half are of people often in the news.
        let own = (0..3).map(|n| name(1_000_000 + u64::from(story) * 3 + n));
        let names = own.chain((0..3).map(|_| name(random.below(3_000)))).collect();
        let words = (0..12).map(|_| {
            let rank = random.below(SUBJECT_WORDS);
            word(COMMON + subject * SUBJECT_WORDS + rank)
        });
        Self { words: words.collect(), names }
    }

    fn headline(&self, random: &mut Random) -> String {
        let words: Vec<String> = (0..7).map(|_| self.any(random)).collect();
        words.join(" ")
    }

    fn article(&self, random: &mut Random) -> String {
        let sentence = |random: &mut Random| {
            let words: Vec<String> = (0..SENTENCE_WORDS).map(|_| self.any(random)).collect();
            format!("The {}. ", words.join(" "))
        };
        (0..SENTENCES).map(|_| sentence(random)).collect()
    }

    fn any(&self, random: &mut Random) -> String {
        match random.below(20) {
            0..2 => self.names[random.below(self.names.len() as u64) as usize].clone(),
            2..6 => self.words[random.below(self.words.len() as u64) as usize].clone(),
            // Zipf's law: log-uniform ranks.
            _ => word((COMMON as f64).powf(random.unit()) as u64),
        }
    }
}

/// The first two thirds of a text's words.
fn cut(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    words[..words.len() * 2 / 3].join(" ")
}

fn name(number: u64) -> String {
    let mut name = word(number);
    name[..1].make_ascii_uppercase();
    name
}

/// A word of three syllables or more, another for each number.
fn word(number: u64) -> String {
    let mut rest = Random(number).next();
    let syllables = 3 + rest % 2;
    let mut word = String::new();
    for _ in 0..syllables {
        rest /= 7;
        word.push(char::from(b"bdfgklmnprstvz"[(rest % 14) as usize]));
        rest /= 14;
        word.push(char::from(b"aeiou"[(rest % 5) as usize]));
    }
    word
}

/// `SplitMix64`.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut state = self.0;
        state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        state ^ (state >> 31)
    }

    /// Below `limit`.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// From 0 to 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}
