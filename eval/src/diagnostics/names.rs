//! Names and numbers that most articles have.

use rustc_hash::FxHashMap;

use super::terms;

/// What stands in more than half of the articles.
#[derive(Debug, Default)]
pub(super) struct SharedNames {
    tree: NameTree,
    /// The nodes at which the shared names end.
    shared: Vec<usize>,
}

impl SharedNames {
    pub(super) fn new(articles: &[impl AsRef<str>]) -> Self {
        if articles.len() < 2 {
            return Self::default();
        }
        let mut tree = NameTree::default();
        let found = articles.iter().flat_map(|text| names(text.as_ref()));
        let mut shared: Vec<usize> = found.map(|name| tree.insert(name)).collect();
        shared.sort_unstable();
        shared.dedup();
        let mut articles_with = vec![0; tree.nodes + 1];
        for text in articles {
            // Also where a name begins a sentence or stands in a headline.
            for node in tree.nodes_in(text.as_ref()) {
                articles_with[node] += 1;
            }
        }
        shared.retain(|&node| 2 * articles_with[node] > articles.len());
        Self { tree, shared }
    }

    /// The share that the summary has; absent when nothing is shared.
    pub(super) fn coverage(&self, summary: &str) -> Option<f64> {
        if self.shared.is_empty() {
            return None;
        }
        let found = self.tree.nodes_in(summary);
        let covered = self.shared.iter().filter(|node| found.binary_search(node).is_ok()).count();
        Some(covered as f64 / self.shared.len() as f64)
    }
}

/// All names at once, joined where they begin alike, so that a text is searched for all of them in one pass.
#[derive(Debug, Default)]
struct NameTree {
    numbers: FxHashMap<String, usize>,
    /// From a node and a term's number to the node of the name that is longer by this term; 0 is the empty name.
    longer: FxHashMap<(usize, usize), usize>,
    nodes: usize,
}

impl NameTree {
    /// The node at which the name ends.
    fn insert(&mut self, name: Vec<String>) -> usize {
        let mut node = 0;
        for term in name {
            let next = self.numbers.len();
            let number = *self.numbers.entry(term).or_insert(next);
            node = *self.longer.entry((node, number)).or_insert_with(|| {
                self.nodes += 1;
                self.nodes
            });
        }
        node
    }

    /// The nodes of all names and starts of names in the text, in order. O(text × longest name).
    fn nodes_in(&self, text: &str) -> Vec<usize> {
        let terms = terms(text).into_iter().flatten();
        let numbers: Vec<_> = terms.map(|term| self.numbers.get(&term).copied()).collect();
        let mut nodes = Vec::new();
        for start in 0..numbers.len() {
            let mut node = 0;
            for number in numbers[start..].iter().map_while(|&number| number) {
                let Some(&next) = self.longer.get(&(node, number)) else { break };
                nodes.push(next);
                node = next;
            }
        }
        nodes.sort_unstable();
        nodes.dedup();
        nodes
    }
}

/// Runs of capitalised words inside sentences, and words with a digit.
fn names(text: &str) -> Vec<Vec<String>> {
    let mut names = Vec::new();
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

fn add(names: &mut Vec<Vec<String>>, run: &mut Vec<String>) {
    if !run.is_empty() {
        names.push(std::mem::take(run));
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

    #[test]
    fn names_that_begin_alike_are_told_apart() {
        let shared = SharedNames::new(&[
            "Then Anna Reid left. Later Anna Berg came, and Reid.",
            "Anna Reid Lund wrote. So did Berg.",
            "It was Anna Reid who wrote to Berg.",
        ]);
        // Anna Reid in three articles, Reid in three, Berg in three; Anna Berg and Anna Reid Lund in one.
        assert_eq!(shared.shared.len(), 3);
        assert_eq!(shared.coverage("anna berg"), Some(1.0 / 3.0));
        assert_eq!(shared.coverage("Anna saw Reid and Berg"), Some(2.0 / 3.0));
        assert_eq!(shared.coverage("ANNA REID met Berg"), Some(1.0));
    }
}
