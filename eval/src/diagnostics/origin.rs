//! Where the lines of an extract come from.

use rustc_hash::FxHashMap;

/// Every article's terms, and where each begins.
#[derive(Debug, Default)]
pub(super) struct Places {
    articles: Vec<Vec<String>>,
    /// Article and index of every occurrence of a term.
    starts: FxHashMap<String, Vec<(u32, u32)>>,
}

impl Places {
    pub(super) fn new(articles: &[Vec<Vec<String>>]) -> Self {
        let articles: Vec<Vec<String>> = articles.iter().map(|lines| lines.concat()).collect();
        let mut starts: FxHashMap<String, Vec<(u32, u32)>> = FxHashMap::default();
        for (article, terms) in articles.iter().enumerate() {
            for (at, term) in terms.iter().enumerate() {
                starts.entry(term.clone()).or_default().push((article as u32, at as u32));
            }
        }
        Self { articles, starts }
    }

    /// The first article that has the line word for word, and where it begins there, from 0 to 1.
    fn find(&self, line: &[String]) -> Option<(u32, f64)> {
        let (first, _) = line.split_first()?;
        self.starts.get(first)?.iter().find_map(|&(article, at)| {
            let terms = &self.articles[article as usize];
            let same = terms[at as usize..].starts_with(line);
            same.then(|| (article, f64::from(at) / terms.len() as f64))
        })
    }

    /// Evenness over the articles, and mean place; see [`super::Diagnostics`].
    pub(super) fn balance_and_position(&self, lines: &[Vec<String>]) -> (Option<f64>, Option<f64>) {
        let found: Vec<(u32, f64)> = lines.iter().filter_map(|line| self.find(line)).collect();
        if found.is_empty() {
            return (None, None);
        }
        let n = found.len() as f64;
        let position = found.iter().map(|(_, place)| place).sum::<f64>() / n;
        let most = self.articles.len().min(found.len());
        let balance = (most > 1).then(|| {
            let entropy: f64 = (0..self.articles.len() as u32)
                .map(|article| found.iter().filter(|(from, _)| *from == article).count() as f64 / n)
                .filter(|&share| share > 0.0)
                .map(|share| -share * libm::log(share))
                .sum();
            (entropy / libm::log(most as f64)).clamp(0.0, 1.0)
        });
        (balance, Some(position))
    }
}
