//! The headline repeated as a line of the body.

use super::{Line, Rule, Verdict};

/// A line that says the headline again, wherever it stands, case and punctuation apart.
pub(super) struct RepeatedHeadline;

impl Rule for RepeatedHeadline {
    fn name(&self) -> &'static str {
        "headline"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        // Whatever is left off at the end, the first letters must be the same.
        if letters(line.title).next() != letters(line.text).next() {
            return Verdict::Keep;
        }
        // An outlet's name is often added to one of the two: `Headline - The Daily Hill`.
        let title = without_outlet(line.title);
        let same = |a: &str, b: &str| {
            let mut a = letters(a).peekable();
            a.peek().is_some() && a.eq(letters(b))
        };
        if same(line.title, line.text)
            || same(title, line.text)
            || same(title, without_outlet(line.text))
        {
            return Verdict::Drop;
        }
        Verdict::Keep
    }
}

/// Letters and digits, lower-cased: what makes two headlines the same.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// The headline without ` - Outlet`, ` | Outlet` or ` – Outlet` at its end.
fn without_outlet(title: &str) -> &str {
    match title.rfind(" - ").or_else(|| title.rfind(" | ")).or_else(|| title.rfind(" – ")) {
        Some(at) if at * 2 > title.len() => &title[..at],
        _ => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::line;

    fn judge(title: &str, text: &str) -> Verdict {
        RepeatedHeadline.judge(&Line { title, ..line(text) })
    }

    #[test]
    fn the_same_words_are_the_headline() {
        assert_eq!(judge("Bridge closes after storm", "BRIDGE CLOSES AFTER STORM"), Verdict::Drop);
        assert_eq!(
            judge("Bridge closes after storm - Fjord Wire", "Bridge closes after storm"),
            Verdict::Drop
        );
        assert_eq!(
            judge("Bridge closes after storm", "“Bridge closes after storm” | Fjord Wire"),
            Verdict::Drop
        );
    }

    #[test]
    fn other_words_are_not() {
        assert_eq!(
            judge("Bridge closes after storm", "Bridge closes after storm, mayor says."),
            Verdict::Keep
        );
        assert_eq!(judge("", "Rain fell."), Verdict::Keep);
        assert_eq!(judge("—", "—"), Verdict::Keep);
    }
}
