//! Whether two numbers may be one, written more and less exactly.

/// True for two numbers that may be one, written more and less exactly: `1,187` and `1,200`. That a
/// number is rounded is told from the zeros at its end, where it has three digits, or from the
/// decimals that it has not; the two are at most a twentieth apart.
pub(super) fn agree(one: &str, other: &str) -> bool {
    one == other || rounds(one, other) || rounds(other, one)
}

/// True when `round` is what `exact` is, with fewer digits.
fn rounds(round: &str, exact: &str) -> bool {
    let zeros = round.bytes().rev().take_while(|&byte| byte == b'0').count();
    let unit = match round.split_once('.') {
        Some((_, fraction)) => libm::pow(0.1, fraction.len() as f64),
        None if round.len() > 2 => libm::pow(10.0, zeros as f64),
        None => 1.0,
    };
    let (Ok(round), Ok(exact)) = (round.parse::<f64>(), exact.parse::<f64>()) else { return false };
    (round - exact).abs() <= (unit / 2.0).min(round / 20.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_numbers_agree() {
        for (one, other) in
            [("1200", "1187"), ("5", "5.2"), ("1500000", "1480000"), ("7.5", "7.46")]
        {
            assert!(agree(one, other) && agree(other, one), "{one} {other}");
        }
        for (one, other) in
            [("12", "15"), ("20", "21"), ("100", "140"), ("3000", "3400"), ("5", "5.4")]
        {
            assert!(!agree(one, other) && !agree(other, one), "{one} {other}");
        }
    }
}
