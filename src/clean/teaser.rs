//! Headlines of other stories between the paragraphs.

use super::{Line, Rule, Verdict, ends_like_sentence};

/// `Ferry Stays in Port After Storm Warning`: a line after the first that is written as English
/// headlines are, every long word with a capital, and ends without a full stop.
pub(super) struct Teaser;

/// The fewest words: shorter ones are headings of the story's own parts.
const FEWEST_WORDS: usize = 7;
/// The most words.
const MOST_WORDS: usize = 25;
/// Words of so many letters have a capital in a headline.
const LONG_LETTERS: usize = 4;

impl Rule for Teaser {
    fn name(&self) -> &'static str {
        "teaser"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let text = line.text;
        if line.kept > 0 && is_cut_excerpt(text) {
            return Verdict::Drop;
        }
        if line.kept == 0
            || text.len() > 200
            || text.starts_with(|c: char| c.is_ascii_digit())
            || ends_like_sentence(text)
            || text.ends_with([':', ',', ';', '-', '–', '—'])
        {
            return Verdict::Keep;
        }
        let (mut words, mut long, mut small) = (0, 0, false);
        for word in text.split_whitespace() {
            words += 1;
            let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
            if letters.chars().nth(LONG_LETTERS - 1).is_none() {
                continue;
            }
            if letters.starts_with(char::is_lowercase) {
                return Verdict::Keep;
            }
            long += usize::from(letters.starts_with(char::is_uppercase));
            small |= letters.contains(char::is_lowercase);
        }
        let headline = (FEWEST_WORDS..=MOST_WORDS).contains(&words) && long >= 4 && small;
        if headline && is_english(text) { Verdict::Drop } else { Verdict::Keep }
    }
}

/// True for a headline with the start of its story: `Ferry Stays in Port After Storm The ferry to…`
/// ends in the middle, and its first words have capitals.
pub(super) fn is_cut_excerpt(text: &str) -> bool {
    let cut = text.ends_with("...") || text.ends_with('…');
    if !cut || text.len() > 600 || text.starts_with(['"', '“', '„', '«', '\'', '‘']) {
        return false;
    }
    let long = text.split_whitespace().take(12).filter(|word| word.chars().count() >= LONG_LETTERS);
    let capitals = long.take_while(|word| word.starts_with(char::is_uppercase)).count();
    capitals >= 5
}

/// True where a small word of English stands among the others: only English headlines have
/// capitals, and lists of names have no verbs or prepositions.
fn is_english(text: &str) -> bool {
    const SMALL: &[&str] = &[
        "a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "from", "has", "have",
        "how", "in", "into", "is", "may", "not", "of", "off", "on", "over", "says", "the", "to",
        "was", "we", "what", "who", "why", "will", "with", "after", "finds", "you", "your", "its",
        "out", "up",
    ];
    let mut small = text.split_whitespace().map(str::to_lowercase);
    small.any(|word| SMALL.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, first, line};

    #[test]
    fn headlines_go() {
        let lines = [
            "Ferry Stays in Port After Storm Warning",
            "Why the Bridge of Norvale Will Not Open",
            "Harbour: 'We Will Not Close the Bridge Again'",
            "Ferry Stays in Port After Storm The ferry to Lastmark will not leave on Tuesday. After...",
        ];
        assert_all(&Teaser, &lines.map(line), Verdict::Drop);
        assert_all(&Teaser, &[first(lines[0])], Verdict::Keep);
    }

    #[test]
    fn other_lines_stay() {
        let lines = [
            "The Night of the Storm",
            "Good Harbour for a Short Visit",
            "Ferry stays in port after storm warning",
            "Ferry Stays in Port After Storm Warning.",
            "Marta Linde Jo Berg Ada Lund Carl Dahl",
            "Die Brücke von Norvale Wird Nicht Geöffnet",
            "FERRY STAYS IN PORT AFTER STORM WARNING",
            "Marta Linde, Harbour Master of the Town of Norvale:",
            "They said they would go on and on and on...",
            "Marta Linde and Jo Berg had never been to the port of Norvale before, and then...",
        ];
        assert_all(&Teaser, &lines.map(line), Verdict::Keep);
    }
}
