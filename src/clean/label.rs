//! What a box is called, at the head of its first line.

use super::line::strip_prefix_ignoring_case;
use super::{Line, Rule, Verdict};

/// `Story highlights Rain fell`: the name of the box that stands before an article's text.
pub(super) struct Label;

/// Such names.
const LABELS: &[&str] = &["story highlights", "key points"];

/// The box stands in one of an article's first kept lines.
const LAST_LINE: usize = 2;

impl Rule for Label {
    fn name(&self) -> &'static str {
        "label"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        if line.kept > LAST_LINE {
            return Verdict::Keep;
        }
        // Nearly always the first letter can tell.
        if !line.text.starts_with(['s', 'S', 'k', 'K']) {
            return Verdict::Keep;
        }
        let after = LABELS.iter().find_map(|label| strip_prefix_ignoring_case(line.text, label));
        match after.map(|after| after.trim_start_matches([':', ' '])) {
            Some("") => Verdict::Drop,
            Some(item) if item.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) => {
                Verdict::Trim(line.text.len() - item.len())
            }
            _ => Verdict::Keep,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::first;

    #[test]
    fn names_of_boxes_go() {
        let judge = |text| Label.judge(&first(text));
        assert_eq!(judge("Story highlights Rain fell"), Verdict::Trim(17));
        assert_eq!(judge("KEY POINTS: Rain fell"), Verdict::Trim(12));
        assert_eq!(judge("Story highlights"), Verdict::Drop);
        assert_eq!(judge("Key points were agreed on."), Verdict::Keep);
    }
}
