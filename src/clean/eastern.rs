//! Datelines of Chinese, Japanese and Korean papers, which stand apart by their brackets or by the
//! words `电` and `报道`.

use super::line::head;

/// What brackets a dateline, opened and closed.
const BRACKETS: &[(char, char)] =
    &[('【', '】'), ('［', '］'), ('[', ']'), ('（', '）'), ('(', ')')];
/// The most characters in brackets.
const LONGEST_IN_BRACKETS: usize = 24;
/// The most characters from an agency to the words `日电`.
const LONGEST_WIRE: usize = 20;
/// The most characters of a reporter's name with the words around it.
const LONGEST_REPORTER: usize = 16;

/// What papers and agencies end their names with, which write `3月8日电`.
const OF_AGENCIES: &[char] = &['社', '报', '報', '网', '網', '台'];
/// What tells of a reporter in brackets.
const REPORTERS: &[&str] = &["记者", "記者", "通讯员", "通訊員"];

/// The length in bytes of such a dateline at the head of a line, white space after it included.
pub(super) fn dateline(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if first < '\u{3000}' && !matches!(first, '(' | '[') {
        return None;
    }
    let end = bracketed(text, first).or_else(|| wire(text))?;
    let sentence = text[end..].trim_start();
    let starts = sentence.starts_with(|c: char| c.is_alphanumeric() || "「『“《".contains(c));
    starts.then(|| text.len() - sentence.len())
}

/// `【1月12日 AFP】`, `［東京　１２日　ロイター］ -`, `(서울=연합뉴스) 홍길동 기자 =`, `（本报记者 李明）`.
fn bracketed(text: &str, first: char) -> Option<usize> {
    let (_, closing) = BRACKETS.iter().find(|(opening, _)| *opening == first)?;
    let close = head(text, LONGEST_IN_BRACKETS + 2).find(*closing)?;
    let inner = &text[first.len_utf8()..close];
    let after = &text[close + closing.len_utf8()..];
    let end = text.len() - after.len();
    let eastern = inner.contains(|c: char| c >= '\u{3000}');
    if !eastern {
        return None;
    }
    if inner.contains('=') {
        return Some(end + korean_reporter(after));
    }
    let rest = after.trim_start();
    if let Some(rest) = rest.strip_prefix(['-', '－', '―', '—', '–']) {
        return matches!(first, '［' | '[' | '（' | '(').then(|| text.len() - rest.len());
    }
    let named = || REPORTERS.iter().any(|word| inner.contains(word));
    let wired = inner.ends_with('讯') || inner.ends_with('訊') || ends_in_wire(inner);
    let agency = first == '【'
        && (inner.ends_with("共同") || inner.ends_with("AFP") || inner.ends_with("時事"));
    (named() || wired || agency).then_some(end)
}

/// ` 홍길동 기자 = `: the length of who reports.
fn korean_reporter(text: &str) -> usize {
    let reporter = || {
        let (name, _) = text.split_once(" = ")?;
        let role = name.ends_with("기자") || name.ends_with("특파원");
        (role && name.chars().count() <= LONGEST_REPORTER).then_some(name.len() + " = ".len())
    };
    reporter().unwrap_or_default()
}

/// `新华社北京3月8日电（记者 李明）`, `本报讯 记者李明报道：`.
fn wire(text: &str) -> Option<usize> {
    let end = if text.starts_with("本报讯") || text.starts_with("本報訊") {
        "本报讯".len()
    } else {
        let head = head(text, LONGEST_WIRE);
        let mark = ["日电", "日電"].iter().find_map(|mark| head.find(mark))?;
        let end = mark + "日电".len();
        let agency = text.chars().take(4).any(|c| OF_AGENCIES.contains(&c));
        if !(agency && ends_in_wire(&text[..end])) {
            return None;
        }
        end
    };
    let rest = &text[end..];
    let after = rest.trim_start();
    let reporter = match after.chars().next() {
        Some(opening @ ('（' | '(')) => {
            let closing = if opening == '（' { '）' } else { ')' };
            let name = head(after, LONGEST_IN_BRACKETS);
            name.find(closing).map(|close| close + closing.len_utf8())
        }
        _ => reports(after),
    };
    // Without a reporter a space or the mark of the paper has to end it.
    let parted = after.len() < rest.len() || reporter.is_some();
    parted.then(|| end + (rest.len() - after.len()) + reporter.unwrap_or_default())
}

/// `记者李明报道：`: the length of who reports.
fn reports(text: &str) -> Option<usize> {
    if !REPORTERS.iter().any(|word| text.starts_with(word)) {
        return None;
    }
    let name = head(text, LONGEST_REPORTER);
    let colon = name.find('：').map(|at| at + '：'.len_utf8())?;
    (!name[..colon].contains(['，', '。', '、'])).then_some(colon)
}

/// True for `…3月8日电`: a day before the last two characters.
fn ends_in_wire(text: &str) -> bool {
    let day = text.strip_suffix("日电").or_else(|| text.strip_suffix("日電"));
    day.is_some_and(|day| day.ends_with(char::is_numeric)) && !text.contains(['，', '。', '、'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_end_where_the_sentence_starts() {
        for head in [
            "新华社北京3月8日电（记者 李明 王芳）",
            "中新社北京3月8日电 (李明)",
            "新华社北京3月8日电 ",
            "本报北京3月8日电 记者李明报道：",
            "本报讯 记者李明报道：",
            "本报讯（记者 李明）",
            "本报讯 ",
            "【东方晨报讯】",
            "（本报记者 李明）",
            "（中央社台北8日電）",
            "【ソウル共同】",
            "【1月12日 AFP】",
            "［東京　１２日　ロイター］ - ",
            "[東京 12日 ロイター] - ",
            "(서울=연합뉴스) 홍길동 기자 = ",
            "[서울=뉴시스]홍길동 기자 = ",
            "(서울=연합뉴스) ",
        ] {
            for sentence in ["水位上升。", "12人受伤。", "“水位上升”。"] {
                let text = format!("{head}{sentence}");
                assert_eq!(dateline(&text).map(|end| &text[end..]), Some(sentence), "{text}");
            }
        }
    }

    #[test]
    fn sentences_keep_their_heads() {
        for text in [
            "新华社3月8日电力供应正常。",
            "临江市8日电力供应正常。",
            "新华社记者李明说：“水位上升。”",
            "本报讯员说水位上升。",
            "记者李明报道：水位上升。",
            "【独家】水位上升。",
            "（一）水位上升。",
            "（完）",
            "(Reuters) - 水位上升。",
            "(서울) 수위가 올랐다.",
            "[He] said so.",
            "水位上升。",
            "",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
