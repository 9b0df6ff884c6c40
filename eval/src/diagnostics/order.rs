//! Whether a summary tells the story in the order in which its references do.

use rustc_hash::FxHashMap;

use super::concepts::{Bigram, bigrams};
use super::terms;

/// A line has a place in a reference that has this many of its bigrams.
const SHARED: usize = 3;

/// The references of a cluster, read once for many summaries.
///
/// ```
/// use nutgraf_eval::diagnostics::Told;
///
/// let told = Told::new(&["A storm hit the town of Oban. The ferries to Mull stopped."]);
/// let summary = "The ferries to Mull stopped.\nA storm hit the town.";
/// assert_eq!(told.order(summary), Some(-1.0));
/// ```
#[derive(Debug, Default)]
pub struct Told {
    /// By reference: where a bigram stands that it has once, in terms.
    places: Vec<FxHashMap<Bigram, f64>>,
}

impl Told {
    /// Reads the references. O(text) time and memory.
    #[must_use]
    pub fn new(references: &[impl AsRef<str>]) -> Self {
        let places = references.iter().map(|text| places(&terms(text.as_ref())));
        Self { places: places.collect() }
    }

    /// Kendall's τ of the order of the summary's lines and that of the references, from −1 (the
    /// other way round) to 1 (the same): of the pairs of lines that have places in a reference, the
    /// share in its order less the share against it (Lapata 2006 evaluates orders so). The place of
    /// a line is the mean of those of its bigrams. `None` without such a pair. O(lines²).
    #[must_use]
    pub fn order(&self, summary: &str) -> Option<f64> {
        let lines = terms(summary);
        let (mut sum, mut pairs) = (0.0, 0_u32);
        for reference in &self.places {
            let places: Vec<f64> = lines.iter().filter_map(|line| place(line, reference)).collect();
            for (at, first) in places.iter().enumerate() {
                for second in &places[at + 1..] {
                    let difference: f64 = second - first;
                    if difference.abs() > 0.0 {
                        sum += difference.signum();
                        pairs += 1;
                    }
                }
            }
        }
        (pairs > 0).then(|| sum / f64::from(pairs))
    }
}

/// Where the bigrams are that stand in a text once.
fn places(lines: &[Vec<String>]) -> FxHashMap<Bigram, f64> {
    let mut places: FxHashMap<Bigram, Option<f64>> = FxHashMap::default();
    let mut before = 0;
    for line in lines {
        for (at, bigram) in bigrams(line).enumerate() {
            let place = Some((before + at) as f64);
            places.entry(bigram).and_modify(|place| *place = None).or_insert(place);
        }
        before += line.len();
    }
    places.into_iter().filter_map(|(bigram, place)| Some((bigram, place?))).collect()
}

fn place(line: &[String], reference: &FxHashMap<Bigram, f64>) -> Option<f64> {
    let places: Vec<f64> =
        bigrams(line).filter_map(|bigram| reference.get(&bigram).copied()).collect();
    let sum: f64 = places.iter().sum();
    (places.len() >= SHARED).then(|| sum / places.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_placed_where_a_reference_has_their_words() {
        let told = Told::new(&["a b c d e f g h.\ni j k l m n o p.\nq r s t u v w x."]);
        assert_eq!(told.order("a b c d\ni j k l\nq r s t"), Some(1.0));
        assert_eq!(told.order("i j k l\na b c d\nq r s t"), Some(1.0 / 3.0));
        // Two bigrams are too few, and a line without a place is passed over.
        assert_eq!(told.order("i j k\na b c d"), None);
        assert_eq!(told.order("i j k l\nz z z z\na b c d"), Some(-1.0));
    }

    #[test]
    fn what_a_reference_has_twice_tells_no_place() {
        assert_eq!(Told::new(&["a b c d. a b c d. e f g h."]).order("a b c d\ne f g h"), None);
        let two = Told::new(&["a b c d. e f g h.", "e f g h. a b c d."]);
        assert_eq!(two.order("a b c d\ne f g h"), Some(0.0));
        assert_eq!(Told::default().order("a b c d\ne f g h"), None);
    }
}
