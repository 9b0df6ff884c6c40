//! Sparse vectors: columns in ascending order, each with its weight.

use std::cmp::Ordering;

/// The dot product of two vectors.
pub(super) fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f64 {
    let mut sum = 0.0;
    for_each_product(a, b, |product| sum += product);
    sum
}

/// The effective number of columns that carry the dot product of two vectors (Kish 1965):
/// (Σ x)² / Σ x², x being the products of the weights in one column. All alike count one each, those
/// beside a much larger one next to nothing; where nothing is shared, 1.
pub(super) fn carriers(a: &[(u32, f32)], b: &[(u32, f32)]) -> f64 {
    let (mut sum, mut squares) = (0.0, 0.0);
    for_each_product(a, b, |product| {
        sum += product;
        squares += product * product;
    });
    if squares > 0.0 { sum * sum / squares } else { 1.0 }
}

/// Calls with the product of the weights in each column that two vectors share. Where one is much
/// the shorter, its entries are looked up in the other.
fn for_each_product(a: &[(u32, f32)], b: &[(u32, f32)], mut each: impl FnMut(f64)) {
    let (short, mut long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() * 16 < long.len() {
        for &(column, weight) in short {
            let at = long.partition_point(|entry| entry.0 < column);
            long = &long[at..];
            if let Some(entry) = long.first().filter(|entry| entry.0 == column) {
                each(f64::from(weight) * f64::from(entry.1));
            }
        }
        return;
    }
    let (mut i, mut j) = (0, 0);
    while i < short.len() && j < long.len() {
        match short[i].0.cmp(&long[j].0) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => {
                each(f64::from(short[i].1) * f64::from(long[j].1));
                (i, j) = (i + 1, j + 1);
            }
        }
    }
}

/// The sum of two vectors.
pub(super) fn added(a: &[(u32, f32)], b: &[(u32, f32)]) -> Vec<(u32, f32)> {
    let mut sum = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            Ordering::Less => {
                sum.push(a[i]);
                i += 1;
            }
            Ordering::Greater => {
                sum.push(b[j]);
                j += 1;
            }
            Ordering::Equal => {
                sum.push((a[i].0, a[i].1 + b[j].1));
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum.extend_from_slice(&a[i..]);
    sum.extend_from_slice(&b[j..]);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_products_count_one_each_and_a_large_one_stands_alone() {
        let ones: Vec<(u32, f32)> = (0..5).map(|column| (column, 1.0)).collect();
        let close = |a: &[(u32, f32)], expected: f64| {
            assert!((carriers(&ones, a) - expected).abs() < 1e-12, "{a:?}");
        };
        close(&ones, 5.0);
        close(&[(1, 3.0), (3, 3.0), (9, 3.0)], 2.0);
        close(&[(0, 1.0), (1, 3.0)], 1.6);
        close(&[(7, 1.0)], 1.0);
        close(&[], 1.0);
    }

    #[test]
    fn columns_that_are_looked_up_give_the_same() {
        let long: Vec<(u32, f32)> = (0..100).map(|column| (column * 2, 0.5)).collect();
        let short = [(3, 1.0), (4, 1.0), (198, 2.0), (500, 9.0)];
        assert!((dot(&short, &long) - 1.5).abs() < 1e-12);
        assert!((carriers(&long, &short) - 1.8).abs() < 1e-12);
        assert_eq!(added(&short, &[(3, 1.0)]), [(3, 2.0), (4, 1.0), (198, 2.0), (500, 9.0)]);
    }
}
