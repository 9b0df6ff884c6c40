//! Whether a difference between two systems on the same clusters can be chance.

use rayon::prelude::*;

use super::interval::{Resampling, UNPAIRED, mean, sample_means};
use super::random::SplitMix64;

/// The two-sided p-value of a paired bootstrap (Koehn 2004): how easily a sample of clusters turns the sign of
/// the mean difference. p = 2 · min(#{d* ≤ 0} + 1, #{d* ≥ 0} + 1) / (samples + 1), at most 1.
///
/// `first` and `second` have one score a cluster, in the same order. A single cluster has no p-value; of few the sign is
/// seldom turned, and this one is too small: believe [`approximate_randomisation`] there.
///
/// # Panics
/// When the two are not of one length.
#[must_use]
pub fn paired_bootstrap(first: &[f64], second: &[f64], resampling: Resampling) -> Option<f64> {
    let differences = differences(first, second)?;
    let means = sample_means(&[&differences], resampling);
    let count = |side: fn(f64) -> bool| means[0].iter().filter(|&&mean| side(mean)).count() + 1;
    let rarer = count(|mean| mean <= 0.0).min(count(|mean| mean >= 0.0));
    Some((2.0 * rarer as f64 / (resampling.samples + 1) as f64).min(1.0))
}

/// The two-sided p-value of approximate randomisation (Noreen 1989): how often the mean difference is at least as
/// large when each cluster's two scores are swapped by a coin. p = (#{|d*| ≥ |d|} + 1) / (trials + 1).
/// A single cluster has no p-value.
///
/// # Panics
/// When the two are not of one length.
#[must_use]
pub fn approximate_randomisation(
    first: &[f64],
    second: &[f64],
    resampling: Resampling,
) -> Option<f64> {
    let differences = differences(first, second)?;
    // A sum of the same numbers in another order of signs may differ in the last bits.
    let observed = mean(differences.iter().copied()).abs() - 1e-12;
    let as_large = |trial: &usize| {
        let mut random = SplitMix64::stream(!resampling.seed, *trial as u64);
        let mut coins = 0_u64;
        let swapped = differences.iter().enumerate().map(|(at, difference)| {
            coins = if at % 64 == 0 { random.next() } else { coins >> 1 };
            if coins & 1 == 1 { -difference } else { *difference }
        });
        (swapped.sum::<f64>() / differences.len().max(1) as f64).abs() >= observed
    };
    // A count does not depend on the order of the trials.
    let count = (0..resampling.trials).into_par_iter().filter(as_large).count();
    Some((count + 1) as f64 / (resampling.trials + 1) as f64)
}

/// Holm's correction (Holm 1979) of several p-values: the i-th smallest of m is multiplied by m − i (counted
/// from 0), is at least as large as the one before it, and at most 1. In the order given.
#[must_use]
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|&a, &b| p_values[a].total_cmp(&p_values[b]));
    let mut corrected = vec![0.0; p_values.len()];
    let mut floor = 0.0_f64;
    for (rank, &at) in order.iter().enumerate() {
        floor = floor.max(p_values[at] * (p_values.len() - rank) as f64).min(1.0);
        corrected[at] = floor;
    }
    corrected
}

/// The differences of the pairs, if there are two or more.
fn differences(first: &[f64], second: &[f64]) -> Option<Vec<f64>> {
    assert!(first.len() == second.len(), "{UNPAIRED}");
    (first.len() > 1).then(|| first.iter().zip(second).map(|(a, b)| a - b).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holm_by_hand() {
        // Sorted .01 .02 .03 .04: ×4, ×3, ×2, ×1 = .04 .06 .06 .04, and none below the one before.
        let corrected = holm(&[0.04, 0.01, 0.03, 0.02]);
        let expected = [0.06, 0.04, 0.06, 0.06];
        assert!(
            corrected.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12),
            "{corrected:?}"
        );
        assert_eq!(holm(&[0.9, 0.8]), [1.0, 1.0]);
        assert!(holm(&[]).is_empty());
    }

    #[test]
    fn equal_systems_do_not_differ_and_shifted_ones_do() {
        let first: Vec<f64> = (0..30).map(|i| f64::from(i * 7 % 11) / 11.0).collect();
        let shifted: Vec<f64> = first.iter().map(|x| x + 0.05).collect();
        let settings = Resampling::default();
        for test in [paired_bootstrap, approximate_randomisation] {
            assert!((test(&first, &first, settings).unwrap() - 1.0).abs() < 1e-12);
            assert!(test(&first, &shifted, settings).unwrap() < 0.01);
        }
    }

    #[test]
    fn one_cluster_has_no_p_value_and_two_have() {
        for test in [paired_bootstrap, approximate_randomisation] {
            assert_eq!(test(&[0.1], &[0.9], Resampling::default()), None);
            assert!(test(&[0.1, 0.2], &[0.9, 0.8], Resampling::default()).is_some());
        }
    }

    #[test]
    #[should_panic(expected = "one value for each cluster")]
    fn scores_of_unequal_length_are_refused() {
        let _ = paired_bootstrap(&[0.1, 0.2, 0.3], &[0.1, 0.2], Resampling::default());
    }

    #[test]
    fn randomisation_agrees_with_all_sign_changes_of_a_small_case() {
        // Of the 32 sign patterns of 1 2 3 4 −1 those with |sum| ≥ 9 are: sums ±9 (2 patterns each way), ±11: 6 in all.
        let differences = [1.0, 2.0, 3.0, 4.0, -1.0];
        let mut as_large = 0;
        for pattern in 0..32_u32 {
            let sum: f64 = (0..5)
                .map(|i| if pattern >> i & 1 == 1 { -differences[i] } else { differences[i] })
                .sum();
            as_large += u32::from(sum.abs() >= 9.0);
        }
        let exact = f64::from(as_large) / 32.0;
        let settings = Resampling { trials: 20_000, ..Resampling::default() };
        let drawn = approximate_randomisation(&differences, &[0.0; 5], settings).unwrap();
        assert!((drawn - exact).abs() < 0.01, "{drawn} {exact}");
    }
}
