//! Time stamps of live blogs.

use super::{Line, Rule, Verdict};

/// `10:42 a.m. ET`, `16.20 GMT`, `14h05`, `5 minutes ago`: a line that is a time and nothing else.
pub(super) struct Live;

/// The longest time, in bytes.
const LONGEST: usize = 40;

impl Rule for Live {
    fn name(&self) -> &'static str {
        "live"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let text = line.text.trim_matches(['(', ')', '[', ']', '|', '•', '-', '–', '—', ':', ' ']);
        if text.len() > LONGEST {
            return Verdict::Keep;
        }
        let text = text.to_lowercase();
        if is_time(&text) || is_ago(&text) { Verdict::Drop } else { Verdict::Keep }
    }
}

/// `10:42`, `10.42am BST`, `14h05`, `kl. 14.05`, `14:05 Uhr`.
fn is_time(text: &str) -> bool {
    let text = text.trim_start_matches("kl. ").trim_start_matches("um ");
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return false;
    }
    let mut rest = &text[digits..];
    let minutes = rest
        .strip_prefix([':', '.', 'h'])
        .filter(|after| after.bytes().take_while(u8::is_ascii_digit).count() == 2);
    if let Some(after) = minutes {
        rest = &after[2..];
        // Seconds.
        if let Some(seconds) = rest.strip_prefix(':').and_then(|rest| rest.get(2..)) {
            rest = seconds;
        }
    }
    let mut marked = minutes.is_some();
    for word in rest.split([' ', '(', ')', ',']).filter(|word| !word.is_empty()) {
        let known = matches!(
            word,
            "am" | "pm"
                | "a.m."
                | "p.m."
                | "a.m"
                | "p.m"
                | "uhr"
                | "h"
                | "gmt"
                | "utc"
                | "bst"
                | "cet"
                | "cest"
                | "et"
                | "est"
                | "edt"
                | "ct"
                | "cst"
                | "cdt"
                | "pt"
                | "pst"
                | "pdt"
                | "mt"
                | "ist"
                | "aest"
                | "aedt"
                | "local"
                | "time"
                | "gmt+7"
                | "msk"
                | "wib"
        );
        if !known {
            return false;
        }
        marked = true;
    }
    marked
}

/// `5 minutes ago`, `2h ago`, `vor 5 Minuten`, `il y a 2 heures`, `hace 3 horas`.
fn is_ago(text: &str) -> bool {
    let body =
        ["vor ", "il y a ", "hace ", "há "].iter().find_map(|opener| text.strip_prefix(opener));
    let body = body.or_else(|| text.strip_suffix(" ago"));
    let body = body
        .or_else(|| text.strip_suffix(" trước"))
        .or_else(|| text.strip_suffix(" önce"))
        .or_else(|| text.strip_suffix(" sedan"))
        .or_else(|| text.strip_suffix(" siden"))
        .or_else(|| text.strip_suffix(" fa"))
        .or_else(|| text.strip_suffix(" назад"));
    body.is_some_and(|body| {
        body.starts_with(|c: char| c.is_ascii_digit()) && body.split_whitespace().count() <= 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn times_go() {
        let lines = [
            "10:42",
            "10.42am BST",
            "10:42 a.m. ET",
            "14h05",
            "14:05 Uhr",
            "16.20 GMT",
            "[09:15]",
            "9pm",
            "kl. 14.05",
            "5 minutes ago",
            "2h ago",
            "vor 5 Minuten",
            "il y a 2 heures",
            "3 giờ trước",
            "19:38:44",
        ];
        assert_all(&Live, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn other_numbers_stay() {
        let lines = [
            "2031",
            "12",
            "10:42 The bridge falls",
            "3-2",
            "4.5",
            "14h of rain",
            "long ago",
            "100 years ago today",
        ];
        assert_all(&Live, &lines.map(line), Verdict::Keep);
    }
}
