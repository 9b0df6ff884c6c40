//! Mail that was sent on: the message inside the message.

/// What a program for mail writes before the subject of what is sent on.
const SUBJECT_MARKS: &[&str] = &["fwd:", "fw:", "wg:", "tr:", "rv:"];

/// What stands between dashes, or before a colon, where the message that is sent on begins.
const OPENINGS: &[&str] = &[
    "begin forwarded message",
    "forwarded message",
    "anfang der weitergeleiteten nachricht",
    "weitergeleitete nachricht",
    "début du message transféré",
    "message transféré",
    "mensaje reenviado",
];

/// The same, above what is answered to, too.
const OPENINGS_OF_ANSWERS: &[&str] =
    &["original message", "ursprüngliche nachricht", "message d'origine", "mensaje original"];

/// The fields that follow, in English, German, French and Spanish.
const FROM: &[&str] = &["from", "von", "de"];
const SUBJECT: &[&str] = &["subject", "betreff", "objet", "asunto"];
const DATE: &[&str] = &["date", "sent", "datum", "gesendet", "envoyé", "fecha", "enviado"];
const OTHERS: &[&str] = &["to", "an", "à", "para", "cc", "kopie", "reply-to"];

/// A message as it was before it was sent on.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Forwarded {
    pub(super) from: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) date: Option<String>,
    pub(super) text: String,
}

/// A subject without the marks of what is sent on.
pub(super) fn bare_subject(subject: &str) -> &str {
    let mut bare = subject.trim();
    while let Some(rest) = SUBJECT_MARKS.iter().find_map(|mark| {
        let head = bare.get(..mark.len())?;
        head.eq_ignore_ascii_case(mark).then(|| &bare[mark.len()..])
    }) {
        bare = rest.trim_start();
    }
    bare
}

/// The message inside a text, where the text, or its `subject`, says that it was sent on. What its
/// sender wrote above it is no part of it.
pub(super) fn forwarded(subject: &str, text: &str) -> Option<Forwarded> {
    let sent_on = bare_subject(subject).len() < subject.trim().len();
    let mut lines = text.lines();
    lines.find(|line| opens(line, sent_on))?;
    let mut lines = lines.skip_while(|line| line.trim().is_empty()).peekable();
    // Some programs mark every line.
    let quoted = lines.peek()?.starts_with('>');
    let bare = |line: &'_ str| {
        let rest = if quoted { line.strip_prefix('>').unwrap_or(line) } else { line };
        rest.strip_prefix(' ').unwrap_or(rest).to_owned()
    };
    let mut lines = lines.map(bare).peekable();
    let mut message = Forwarded::default();
    let mut fields = 0;
    while let Some((name, value)) = lines.peek().and_then(|line| field(line)) {
        fields += 1;
        if FROM.contains(&&*name) {
            message.from = Some(value);
        } else if SUBJECT.contains(&&*name) {
            message.subject = Some(value);
        } else if DATE.contains(&&*name) {
            message.date = Some(value);
        }
        lines.next();
    }
    let rest = lines.collect::<Vec<_>>().join("\n");
    let text = rest.trim_start();
    (fields >= 2 && !text.is_empty()).then(|| Forwarded { text: text.to_owned(), ..message })
}

/// True for a line that opens a message which is sent on; `sent_on` when the subject says that one
/// is.
fn opens(line: &str, sent_on: bool) -> bool {
    let line = line.trim_start_matches(['>', ' ']).trim();
    let words = line.trim_matches('-').trim();
    let Some(words) = words.strip_suffix(':').or_else(|| line.starts_with("--").then_some(words))
    else {
        return false;
    };
    let words = words.trim().to_lowercase().replace('’', "'");
    let is_in = |list: &[&str]| list.contains(&words.as_str());
    is_in(OPENINGS) || sent_on && is_in(OPENINGS_OF_ANSWERS)
}

/// A field's name in lower case, and its value; some programs print names bold.
fn field(line: &str) -> Option<(String, String)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches(['*', ' ', '\u{a0}']).to_lowercase();
    let known = [FROM, SUBJECT, DATE, OTHERS].iter().any(|list| list.contains(&name.as_str()));
    known.then(|| (name, value.trim_matches(['*', ' ']).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_on_is_read_as_it_was() {
        let fields =
            "From: Wire <w@x.example>\nDate: Mon, 2 Mar 2031 at 11:00\nSubject: Dam\nTo: A";
        let quoted = format!("> {}\n>\n> It broke.", fields.replace('\n', "\n> "));
        for (subject, text) in [
            (
                "Fwd: Dam",
                format!(
                    "See below.\n\n---------- Forwarded message ---------\n{fields}\n\nIt broke."
                ),
            ),
            ("Dam", format!("\nBegin forwarded message:\n\n{quoted}")),
            ("FW: Dam", format!("-----Original Message-----\n{fields}\n\nIt broke.")),
        ] {
            let found = forwarded(subject, &text).expect("a message");
            assert_eq!(found.text, "It broke.", "{text}");
            assert_eq!(found.subject.as_deref(), Some("Dam"));
            assert_eq!(found.from.as_deref(), Some("Wire <w@x.example>"));
        }
        // An answer is no message that is sent on.
        let answer = format!("Yes.\n-----Original Message-----\n{fields}\n\nDid it break?");
        assert_eq!(forwarded("Re: Dam", &answer), None);
        assert_eq!(forwarded("Fwd: Dam", "Forwarded message:\nIt broke."), None);
        assert_eq!(bare_subject(" FW: Fwd: Dam"), "Dam");
    }
}
