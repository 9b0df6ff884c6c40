//! The date that a text bears at its head.

use crate::published::{has_year, seconds};

/// So many lines are looked at.
const LINES: usize = 3;

/// The longest line with a date, in bytes.
const LONGEST: usize = 48;

/// A date that stands alone on one of the first lines of a text, as on a page or in an archive:
/// `Saturday, January 8, 2005`. It must have a year of four digits; a number alone is no date.
pub(super) fn date_at_head(text: &str) -> Option<&str> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES);
    lines.find(|line| may_be_date(line) && seconds(line).is_some())
}

/// True for a short line with a year, and more than digits: few others are.
fn may_be_date(line: &str) -> bool {
    line.len() <= LONGEST && !line.bytes().all(|byte| byte.is_ascii_digit()) && has_year(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stands_alone_near_the_beginning() {
        for (text, date) in [
            ("Saturday, January 8, 2031\n\nRain fell.", "Saturday, January 8, 2031"),
            ("Dam breaks\n\n8 March 2031\nRain fell.", "8 March 2031"),
            ("Dam breaks\nBy Ada Lund\n2031-03-08 14:05\nRain fell.", "2031-03-08 14:05"),
            ("Damm gebrochen\n8. März 2031, 14:05 Uhr\n", "8. März 2031, 14:05 Uhr"),
            ("2031年3月8日\n大坝决口。", "2031年3月8日"),
        ] {
            assert_eq!(date_at_head(text), Some(date), "{text}");
        }
        for text in [
            "Rain fell on March 8, 2031.",
            "One.\nTwo.\nThree.\nMarch 8, 2031",
            "2031",
            "1709474700\nRain fell.",
            "March 2031\nRain fell.",
            "",
        ] {
            assert_eq!(date_at_head(text), None, "{text}");
        }
    }
}
