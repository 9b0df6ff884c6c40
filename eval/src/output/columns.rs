//! Two texts beside each other.

use std::fmt::Write;

/// Two texts with their headings in two columns of together `width` characters, lines broken at blanks.
pub(crate) fn side_by_side(left: (&str, &str), right: (&str, &str), width: usize) -> String {
    let column = (width - 3) / 2;
    let rows = |(heading, text): (&str, &str)| {
        let mut rows = vec![heading.to_owned(), "-".repeat(column)];
        rows.extend(text.split('\n').flat_map(|line| wrap(line, column)));
        rows
    };
    let (left, right) = (rows(left), rows(right));
    let mut out = String::new();
    for at in 0..left.len().max(right.len()) {
        let cell = |rows: &[String]| rows.get(at).cloned().unwrap_or_default();
        let (left, right) = (cell(&left), cell(&right));
        let _ = writeln!(out, "{}", format!("{left:<column$} | {right}").trim_end());
    }
    out
}

/// The text in lines of at most `width` characters, broken at blanks, or inside a word that is too long.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut column = 0;
    for word in text.split_whitespace() {
        let mut rest = word;
        loop {
            let length = rest.chars().count();
            let gap = usize::from(column > 0);
            let line = lines.last_mut();
            let Some(line) = line else { return lines };
            if column + gap + length <= width {
                line.push_str(&" "[..gap]);
                line.push_str(rest);
                column += gap + length;
                break;
            }
            if column > 0 {
                lines.push(String::new());
                column = 0;
                continue;
            }
            let cut = rest.char_indices().nth(width).map_or(rest.len(), |(at, _)| at);
            line.push_str(&rest[..cut]);
            rest = &rest[cut..];
            lines.push(String::new());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stay_within_the_width() {
        let long = "x".repeat(50);
        let text =
            side_by_side(("before", "One two three four five six seven."), ("now", &long), 43);
        assert!(text.lines().all(|line| line.chars().count() <= 43), "{text}");
        assert!(text.contains("One two three four   | xxxxxxxxxxxxxxxxxxxx\n"), "{text}");
    }
}
