//! How to reach the author.

use super::phrases::{Openers, Within};
use super::{Line, Rule, Verdict};

/// `Contact Marta Linde at m.linde@fjord.example`, `Marta Linde: 303-555-0100, @mlinde`: a short
/// line that is an address and a name, or asks the reader to write.
pub(super) struct Contact;

static ASKING: Openers = Openers::new(&[
    "you can reach",
    "reach ",
    "contact ",
    "contact the writer",
    "contact the author",
    "contact us",
    "e-mail ",
    "email ",
    "email:",
    "e-mail:",
    "write to ",
    "follow ",
    "follow him",
    "follow her",
    "follow the author",
    "follow the writer",
    "twitter:",
    "on twitter:",
    "tel:",
    "tel.:",
    "phone:",
    "kontakt:",
    "contact :",
    "contacto:",
    "contato:",
    "contatti:",
    "liên hệ:",
    "điện thoại:",
    "đt:",
    "эл. почта:",
]);

/// Requests after a line on the author.
static FOLLOW: Within = Within::new(&[
    "follow her on",
    "follow him on",
    "follow them on",
    "follow me on",
    "follow us on",
    "follow us @",
    "can be reached at",
    "tweets at @",
    "tweets as @",
    "on twitter at @",
    "on twitter: @",
    "on twitter @",
]);

/// How a link starts.
const LINKS: &[&str] = &["http://", "https://"];

/// The most words of such a line.
const MOST_WORDS: usize = 35;

impl Rule for Contact {
    fn name(&self) -> &'static str {
        "contact"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let text = line.text;
        let perhaps = text.len() <= 300 && (line.marked || text.contains('@'));
        if !perhaps || !line.has_at_most(MOST_WORDS) {
            return Verdict::Keep;
        }
        if line.marked && FOLLOW.is_in(text) && !text.contains(['“', '"']) {
            return Verdict::Drop;
        }
        let addresses = text.split_whitespace().filter(|word| is_address(word)).count();
        if addresses == 0 {
            return Verdict::Keep;
        }
        let asks = ASKING.strip(text.trim_start_matches(['—', '–', '-', '*', '(', ' '])).is_some();
        // A post that the story quotes ends in its author and date: `— Marta (@mlinde) March 3`.
        if text.contains("(@") {
            return Verdict::Keep;
        }
        // An address with a name and numbers at most: nothing in lower case tells a story.
        let telling = text
            .split_whitespace()
            .filter(|word| !is_address(word) && word.starts_with(char::is_lowercase))
            .filter(|word| !matches!(*word, "at" | "or" | "and" | "on" | "by" | "of" | "the"));
        if asks || telling.count() == 0 { Verdict::Drop } else { Verdict::Keep }
    }

    fn phrases(&self) -> Vec<&'static str> {
        [FOLLOW.phrases, LINKS].concat()
    }
}

/// True for a mail address, a handle or a link.
fn is_address(word: &str) -> bool {
    if LINKS.iter().any(|link| word.starts_with(link)) {
        return true;
    }
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
    match word.split_once('@') {
        Some(("", handle)) => {
            handle.len() > 1 && handle.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        }
        Some((name, host)) => !name.is_empty() && host.contains('.') && !host.contains('@'),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn addresses_go() {
        let lines = [
            "Contact Marta Linde at m.linde@fjord.example",
            "You can reach Jo Berg at jo@fjord.example.",
            "Marta Linde: 303-555-0100, m.linde@fjord.example or @mlinde",
            "m.linde@fjord.example",
            "Follow @mlinde",
            "Ada Lund: https://fjord.example/photos/7",
            "Jo Berg writes on harbours. Follow him on Twitter at @jberg.",
        ];
        assert_all(&Contact, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_and_posts_stay() {
        let lines = [
            "The bridge is closed until Friday — Norvale Port (@norvaleport) March 3, 2031",
            "She wrote to jo@fjord.example and never heard back.",
            "Contact was lost at noon.",
            "Wow! — Marta Linde (@mlinde) March 3, 2031",
            "The map is at https://fjord.example/map and shows all closed roads.",
        ];
        assert_all(&Contact, &lines.map(line), Verdict::Keep);
    }
}
