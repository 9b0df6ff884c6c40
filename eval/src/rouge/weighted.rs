//! ROUGE-W: the union of weighted longest common subsequences, with the script's surprises.

use super::lcs::Clip;
use super::score::Counts;
use super::text::Terms;

/// The counts of ROUGE-W: hits are Σ run^w, and the units are weighted so that [`super::score::ratio`]
/// takes the root. The reference's units are weighted twice, as in the script: (Σ sentence^w)^w.
///
/// O(reference × candidate) time.
pub(crate) fn counts(
    reference: &Terms,
    candidate: &Terms,
    candidate_len: usize,
    clip: &mut Clip,
    weight: f64,
) -> Counts {
    let types = clip.reference.len() as u32;
    let longest = reference.sentences().map(<[u32]>::len).max().unwrap_or(0);
    let powers: Vec<f64> = (0..=longest + 1).map(|n| libm::pow(n as f64, weight)).collect();
    let mut hits = 0.0;
    let mut base = 0.0;
    for sentence in reference.sentences() {
        base += powers[sentence.len()];
        let mut marked = vec![false; sentence.len()];
        for other in candidate.sentences() {
            if other.iter().any(|&word| word < types) {
                walk(sentence, other, &powers, &mut marked);
            }
        }
        let mut run = 0;
        for (at, &word) in sentence.iter().enumerate() {
            // A marked position that is clipped away does not end the run before it.
            if marked[at] && clip.take(word) == 1 {
                run += 1;
                if marked.get(at + 1) != Some(&true) {
                    hits += powers[run];
                    run = 0;
                }
            }
        }
    }
    Counts {
        hits,
        candidate: libm::pow(candidate_len as f64, weight),
        reference: libm::pow(base, weight),
        base,
    }
}

/// Where the best value of a cell came from.
#[derive(Clone, Copy)]
enum Step {
    Diagonal,
    /// The previous reference term.
    Up,
    /// The previous candidate term.
    Left,
}

/// A cell of the table: the value, and the length of the run that ends here.
type Cell = (f64, usize);

/// Marks the reference positions of the best weighted subsequence.
///
/// The table is walked in stretches of rows, from the last: only the row before each stretch is kept, the
/// stretch itself is computed again, so that memory is O(√reference × candidate).
fn walk(reference: &[u32], candidate: &[u32], powers: &[f64], marked: &mut [bool]) {
    let width = candidate.len();
    let stretch = reference.len().isqrt().max(64);
    let mut kept = vec![vec![(0.0, 0); width + 1]];
    let mut steps = Vec::new();
    for words in reference.chunks(stretch).take((reference.len() - 1) / stretch) {
        let last = kept[kept.len() - 1].clone();
        kept.push(fill(words, candidate, powers, last, &mut steps));
    }
    let (mut i, mut j) = (reference.len(), width);
    for (index, words) in reference.chunks(stretch).enumerate().rev() {
        fill(words, candidate, powers, kept[index].clone(), &mut steps);
        let start = index * stretch;
        while i > start && j > 0 {
            match steps[(i - 1 - start) * width + j - 1] {
                Step::Diagonal => {
                    marked[i - 1] = true;
                    i -= 1;
                    j -= 1;
                }
                Step::Up => i -= 1,
                Step::Left => j -= 1,
            }
        }
    }
}

/// Computes rows of the table from the one before them: their steps, and the last of them.
fn fill(
    reference: &[u32],
    candidate: &[u32],
    powers: &[f64],
    mut above: Vec<Cell>,
    steps: &mut Vec<Step>,
) -> Vec<Cell> {
    steps.clear();
    let mut here: Vec<Cell> = vec![(0.0, 0); above.len()];
    for &word in reference {
        for (at, &other) in candidate.iter().enumerate() {
            let (cell, step) = if word == other {
                let (value, run) = above[at];
                ((value + powers[run + 1] - powers[run], run + 1), Step::Diagonal)
            } else if above[at + 1].0 >= here[at].0 {
                ((above[at + 1].0, 0), Step::Up)
            } else {
                ((here[at].0, 0), Step::Left)
            };
            here[at + 1] = cell;
            steps.push(step);
        }
        std::mem::swap(&mut above, &mut here);
    }
    above
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn stretches_do_not_change_the_walk(
            reference in prop::collection::vec(0_u32..6, 1..200),
            candidate in prop::collection::vec(0_u32..7, 1..40),
        ) {
            let powers: Vec<f64> = (0..=201).map(|n| libm::pow(f64::from(n), 1.2)).collect();
            let mut marked = vec![false; reference.len()];
            walk(&reference, &candidate, &powers, &mut marked);
            // The whole table at once.
            let width = candidate.len();
            let mut steps = Vec::new();
            fill(&reference, &candidate, &powers, vec![(0.0, 0); width + 1], &mut steps);
            let mut expected = vec![false; reference.len()];
            let (mut i, mut j) = (reference.len(), width);
            while i > 0 && j > 0 {
                let step = steps[(i - 1) * width + j - 1];
                expected[i - 1] |= matches!(step, Step::Diagonal);
                i -= usize::from(!matches!(step, Step::Left));
                j -= usize::from(!matches!(step, Step::Up));
            }
            prop_assert_eq!(marked, expected);
        }
    }
}
