//! ROUGE-W: the union of weighted longest common subsequences, with the script's surprises.

use super::lcs::Clip;
use super::score::Counts;
use super::text::Terms;

/// The counts of ROUGE-W: hits are Σ run^w, and the units are weighted so that [`super::score::ratio`]
/// takes the root. The reference's units are weighted twice, as in the script: (Σ sentence^w)^w.
///
/// O(reference × candidate) time and, for each pair of sentences, as much memory.
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

/// Marks the reference positions of the best weighted subsequence.
fn walk(reference: &[u32], candidate: &[u32], powers: &[f64], marked: &mut [bool]) {
    let width = candidate.len();
    let mut steps = Vec::with_capacity(reference.len() * width);
    // Value and length of the run that ends here, for the previous reference term and this one.
    let mut above = vec![(0.0_f64, 0_usize); width + 1];
    let mut here = above.clone();
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
    let (mut i, mut j) = (reference.len(), width);
    while i > 0 && j > 0 {
        match steps[(i - 1) * width + j - 1] {
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
