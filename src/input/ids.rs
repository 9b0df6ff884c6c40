//! Ids that differ.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::Article;

/// Gives each of a row of records an id of its own: its number where it has none, `a#2` where
/// another has `a`.
///
/// Linear: what was tried for an id is not tried again.
///
/// ```
/// let mut ids = nutgraf::input::DistinctIds::default();
/// let given = ["a", "", "a", "2"].map(|id| ids.of(id));
/// assert_eq!(given, ["a", "2", "a#2", "2#2"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct DistinctIds {
    taken: FxHashSet<String>,
    copies: FxHashMap<String, usize>,
}

impl DistinctIds {
    /// The id of the next record, from the one it has; empty means none.
    pub fn of(&mut self, id: &str) -> String {
        let number = self.taken.len() + 1;
        let given = if id.is_empty() { number.to_string() } else { id.to_owned() };
        if self.taken.insert(given.clone()) {
            return given;
        }
        let copy = self.copies.entry(given.clone()).or_insert(1);
        loop {
            *copy += 1;
            let own = format!("{given}#{copy}");
            if self.taken.insert(own.clone()) {
                return own;
            }
        }
    }
}

/// Gives every article an id of its own, as [`DistinctIds`] does.
pub fn name_articles(articles: &mut [Article]) {
    let mut ids = DistinctIds::default();
    for article in articles {
        article.id = ids.of(&article.id);
    }
}
