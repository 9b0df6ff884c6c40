//! Names and numbers that most articles have.

use rustc_hash::{FxHashMap, FxHashSet};

use super::terms;

/// What stands in more than half of the articles.
#[derive(Debug, Default)]
pub(super) struct SharedNames {
    /// Each as its terms, in order.
    shared: Vec<Vec<String>>,
}

impl SharedNames {
    pub(super) fn new(articles: &[impl AsRef<str>]) -> Self {
        if articles.len() < 2 {
            return Self::default();
        }
        let mut articles_with: FxHashMap<Vec<String>, usize> = FxHashMap::default();
        let found: Vec<FxHashSet<Vec<String>>> =
            articles.iter().map(|text| names(text.as_ref())).collect();
        let texts: Vec<Vec<String>> = articles
            .iter()
            .map(|text| terms(text.as_ref()).into_iter().flatten().collect())
            .collect();
        for name in found.iter().flatten() {
            if !articles_with.contains_key(name) {
                // Also where it begins a sentence or stands in a headline.
                let count = texts.iter().filter(|text| contains(text, name)).count();
                articles_with.insert(name.clone(), count);
            }
        }
        let most = |count: usize| 2 * count > articles.len();
        let mut shared: Vec<Vec<String>> = articles_with
            .into_iter()
            .filter(|&(_, count)| most(count))
            .map(|(name, _)| name)
            .collect();
        shared.sort_unstable();
        Self { shared }
    }

    /// The share that the summary has; absent when nothing is shared.
    pub(super) fn coverage(&self, summary: &str) -> Option<f64> {
        let text: Vec<String> = terms(summary).into_iter().flatten().collect();
        let covered = self.shared.iter().filter(|name| contains(&text, name)).count();
        (!self.shared.is_empty()).then(|| covered as f64 / self.shared.len() as f64)
    }
}

fn contains(text: &[String], name: &[String]) -> bool {
    text.windows(name.len()).any(|window| window == name)
}

/// Runs of capitalised words inside sentences, and words with a digit.
fn names(text: &str) -> FxHashSet<Vec<String>> {
    let mut names = FxHashSet::default();
    for line in text.split('\n') {
        let mut run: Vec<String> = Vec::new();
        let mut sentence_starts = true;
        for word in line.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let capital = bare.chars().next().is_some_and(char::is_uppercase);
            if capital && !sentence_starts {
                run.extend(terms(bare).into_iter().flatten());
            }
            if !capital || sentence_starts || !word.ends_with(char::is_alphanumeric) {
                add(&mut names, &mut run);
            }
            if bare.contains(|c: char| c.is_ascii_digit()) && !capital {
                add(&mut names, &mut terms(bare).into_iter().flatten().collect());
            }
            sentence_starts =
                word.trim_end_matches(['"', '”', '\'', '’', ')']).ends_with(['.', '!', '?', ':']);
        }
        add(&mut names, &mut run);
    }
    names
}

fn add(names: &mut FxHashSet<Vec<String>>, run: &mut Vec<String>) {
    if !run.is_empty() {
        names.insert(std::mem::take(run));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_runs_of_capitals_inside_sentences() {
        let found =
            names("Yesterday Anna Reid, of Oban Harbour, paid £4.50. Nobody saw her in May 2019.");
        let mut found: Vec<String> = found.iter().map(|name| name.join(" ")).collect();
        found.sort();
        assert_eq!(found, ["2019", "4 50", "anna reid", "may", "oban harbour"]);
    }
}
