//! Names and numbers that most articles have.

use rustc_hash::{FxHashMap, FxHashSet};

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
        tree.link();
        let mut articles_with = vec![0; tree.nodes.len()];
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

/// All names at once, so that a text is searched for all of them in one pass (Aho and Corasick 1975).
#[derive(Debug)]
struct NameTree {
    numbers: FxHashMap<String, usize>,
    /// From a node and a term's number to the node of the name that is longer by this term.
    longer: FxHashMap<(usize, usize), usize>,
    /// Names and starts of names; the first is the empty one.
    nodes: Vec<Node>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Node {
    terms: usize,
    /// The node without the last term, and this term's number.
    shorter: (usize, usize),
    /// The node of the longest name or start of one that ends this one.
    suffix: usize,
}

impl Default for NameTree {
    fn default() -> Self {
        let (numbers, longer) = (FxHashMap::default(), FxHashMap::default());
        Self { numbers, longer, nodes: vec![Node::default()] }
    }
}

impl NameTree {
    /// The node at which the name ends.
    fn insert(&mut self, name: Vec<String>) -> usize {
        let mut node = 0;
        for (at, term) in name.into_iter().enumerate() {
            let next = self.numbers.len();
            let shorter = (node, *self.numbers.entry(term).or_insert(next));
            node = *self.longer.entry(shorter).or_insert_with(|| {
                self.nodes.push(Node { terms: at + 1, shorter, suffix: 0 });
                self.nodes.len() - 1
            });
        }
        node
    }

    /// Finds the suffixes once all names are in.
    fn link(&mut self) {
        let mut order: Vec<usize> = (1..self.nodes.len()).collect();
        order.sort_by_key(|&node| self.nodes[node].terms);
        for node in order {
            let (shorter, number) = self.nodes[node].shorter;
            if shorter > 0 {
                self.nodes[node].suffix = self.step(self.nodes[shorter].suffix, number);
            }
        }
    }

    /// The longest name or start of one that ends with the term after what was read so far.
    fn step(&self, mut node: usize, number: usize) -> usize {
        loop {
            match self.longer.get(&(node, number)) {
                Some(&next) => return next,
                None if node == 0 => return 0,
                None => node = self.nodes[node].suffix,
            }
        }
    }

    /// The nodes of all names and starts of names in the text, in order.
    fn nodes_in(&self, text: &str) -> Vec<usize> {
        let (mut nodes, mut seen) = (Vec::new(), FxHashSet::default());
        let mut longest = 0;
        for term in terms(text).into_iter().flatten() {
            longest = self.numbers.get(&term).map_or(0, |&number| self.step(longest, number));
            let mut node = longest;
            while node > 0 && seen.insert(node) {
                nodes.push(node);
                node = self.nodes[node].suffix;
            }
        }
        nodes.sort_unstable();
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
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn one_pass_finds_what_a_search_for_each_finds(
            found in prop::collection::vec(prop::collection::vec("[ab]", 1..5), 1..6),
            text in prop::collection::vec("[abc]", 0..12),
        ) {
            let mut tree = NameTree::default();
            let ends: Vec<usize> = found.iter().map(|name| tree.insert(name.clone())).collect();
            tree.link();
            let nodes = tree.nodes_in(&text.join(" "));
            for (name, end) in found.iter().zip(ends) {
                let there = text.windows(name.len()).any(|window| window == name);
                prop_assert_eq!(nodes.binary_search(&end).is_ok(), there, "{:?}", name);
            }
        }
    }

    #[test]
    fn a_text_in_capitals_is_no_trouble() {
        let text = format!("So: {}", "HA ".repeat(100_000));
        let shared = SharedNames::new(&[&text, &text]);
        assert_eq!(shared.coverage("ha"), Some(0.0));
        assert_eq!(shared.coverage(&text), Some(1.0));
    }
}
