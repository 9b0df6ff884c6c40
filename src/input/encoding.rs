//! Bytes into text: byte order mark, declared encoding, then a guess.
//!
//! UTF-8 needs no feature. With the feature `encoding` the encodings of the web are read as
//! browsers read them (`encoding_rs`), and where none is declared it is guessed (`chardetng`).

use std::io::BufRead;
use std::string::FromUtf8Error;

use crate::input::{Place, Problem};

/// The byte order mark of UTF-8.
pub(super) const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A text and what it took to read it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// The encoding it was read as.
    pub(super) encoding: &'static str,
    /// Bytes, or runs of them, that mean nothing in it, each replaced with `U+FFFD`.
    pub(super) replaced: usize,
}

impl Decoded {
    /// A note on what was replaced.
    pub(super) fn note(&self, place: &Place) -> Option<Problem> {
        (self.replaced > 0).then(|| {
            let (count, encoding) = (self.replaced, self.encoding);
            let places = if count == 1 { "place" } else { "places" };
            let what = format!("bytes at {count} {places} mean nothing in {encoding}: replaced");
            Problem::note(place, what)
        })
    }
}

/// Reads bytes as text. `declared` is what the format says of the encoding, as it says it. Text
/// that is good UTF-8, or mostly, is read as that whatever is declared: labels are often wrong.
pub(super) fn decode(bytes: Vec<u8>, declared: Option<&str>) -> Decoded {
    let bytes = match bytes.strip_prefix(UTF8_MARK) {
        Some(body) => body.to_vec(),
        None => bytes,
    };
    if declared.is_some_and(|label| label.trim().eq_ignore_ascii_case("iso-2022-jp")) {
        return decode_other(&bytes, declared);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, encoding: "UTF-8", replaced: 0 },
        Err(error) if is_mostly_utf8(&error) => lossy(error.as_bytes()),
        Err(error) => decode_other(error.as_bytes(), declared),
    }
}

/// True where broken sequences are few among good ones beyond ASCII.
fn is_mostly_utf8(error: &FromUtf8Error) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in error.as_bytes().utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 2 * bad
}

/// UTF-8 with what is broken replaced.
fn lossy(bytes: &[u8]) -> Decoded {
    let replaced = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let text = String::from_utf8_lossy(bytes).into_owned();
    Decoded { text, encoding: "UTF-8", replaced }
}

#[cfg(not(feature = "encoding"))]
fn decode_other(bytes: &[u8], _: Option<&str>) -> Decoded {
    lossy(bytes)
}

#[cfg(feature = "encoding")]
fn decode_other(bytes: &[u8], declared: Option<&str>) -> Decoded {
    use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
    use encoding_rs::{Encoding, ISO_2022_JP, UTF_8};

    let usable = |encoding: &&'static Encoding| {
        *encoding != UTF_8 && encoding.is_ascii_compatible() || *encoding == ISO_2022_JP
    };
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let declared = declared.filter(usable);
    let encoding = declared.unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    });
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    let replaced = if bad { text.matches('\u{FFFD}').count() } else { 0 };
    Decoded { text: text.into_owned(), encoding: encoding.name(), replaced }
}

/// The encoding that a page or an XML document declares in its first bytes.
#[cfg(feature = "html")]
pub(super) fn declared_in_markup(bytes: &[u8]) -> Option<String> {
    let head = bytes[..bytes.len().min(4096)].to_ascii_lowercase();
    let from_xml = head.starts_with(b"<?xml").then(|| after(&head, b"encoding")).flatten();
    from_xml.or_else(|| after(&head, b"charset"))
}

/// The value in `name = "value"`, quoted or not.
#[cfg(feature = "html")]
pub(super) fn after(text: &[u8], name: &[u8]) -> Option<String> {
    let rest = &text[memchr::memmem::find(text, name)? + name.len()..];
    let rest = rest.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let of_label = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
    let label: Vec<u8> = rest.iter().take_while(of_label).copied().collect();
    String::from_utf8(label).ok().filter(|label| !label.is_empty())
}

/// An encoding in which a line break is not the one byte it is in all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wide {
    /// UTF-16, little end first.
    Little,
    /// UTF-16, big end first.
    Big,
}

/// Tells UTF-16 by its byte order mark, or by the NUL bytes it has in every second place.
pub(super) fn wide(head: &[u8]) -> Option<Wide> {
    if head.starts_with(b"\xFF\xFE") {
        return Some(Wide::Little);
    }
    if head.starts_with(b"\xFE\xFF") {
        return Some(Wide::Big);
    }
    let sample = &head[..head.len().min(1024) & !1];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    if half >= 8 && odd * 10 >= half * 7 && even * 20 <= half {
        Some(Wide::Little)
    } else if half >= 8 && even * 10 >= half * 7 && odd * 20 <= half {
        Some(Wide::Big)
    } else {
        None
    }
}

#[cfg(not(feature = "encoding"))]
pub(super) fn to_utf8(
    place: &Place,
    _: Box<dyn BufRead + Send>,
    _: Wide,
) -> Result<Box<dyn BufRead + Send>, Problem> {
    let hint = "convert it to UTF-8, or build nutgraf with the feature `encoding`";
    Err(Problem::new(place, "the file is in UTF-16", hint))
}

/// The same text in UTF-8.
#[cfg(feature = "encoding")]
#[expect(clippy::unnecessary_wraps, reason = "without the feature this is an error")]
pub(super) fn to_utf8(
    _: &Place,
    reader: Box<dyn BufRead + Send>,
    wide: Wide,
) -> Result<Box<dyn BufRead + Send>, Problem> {
    Ok(Box::new(std::io::BufReader::with_capacity(
        super::SNIFFED_BYTES,
        transcoder::Transcoder::new(reader, wide),
    )))
}

#[cfg(feature = "encoding")]
mod transcoder {
    use std::io::{self, BufRead, Read};

    use encoding_rs::{Decoder, UTF_16BE, UTF_16LE};

    use super::Wide;

    /// Reads UTF-16 and gives UTF-8.
    pub(super) struct Transcoder {
        reader: Box<dyn BufRead + Send>,
        decoder: Decoder,
        ended: bool,
    }

    impl Transcoder {
        pub(super) fn new(reader: Box<dyn BufRead + Send>, wide: Wide) -> Self {
            let encoding = match wide {
                Wide::Little => UTF_16LE,
                Wide::Big => UTF_16BE,
            };
            Self { reader, decoder: encoding.new_decoder(), ended: false }
        }
    }

    impl Read for Transcoder {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            // The decoder asks for room for one whole character.
            while !self.ended && out.len() >= 8 {
                let part = self.reader.fill_buf()?;
                let last = part.is_empty();
                let (result, read, written, _) = self.decoder.decode_to_utf8(part, out, last);
                self.reader.consume(read);
                self.ended = last && result == encoding_rs::CoderResult::InputEmpty;
                if written > 0 {
                    return Ok(written);
                }
            }
            Ok(0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_utf8_is_utf8_whatever_is_declared() {
        let decoded = decode("Brücke".into(), Some("iso-8859-1"));
        assert_eq!((decoded.text.as_str(), decoded.replaced), ("Brücke", 0));
        assert_eq!(decode(b"\xEF\xBB\xBFa".to_vec(), None).text, "a");
    }

    #[test]
    fn a_broken_sequence_in_utf8_is_replaced_and_counted() {
        let mut bytes = "Über die Brücke führt kein Weg für Züge".as_bytes().to_vec();
        bytes.extend_from_slice(b" \xC3( ");
        let decoded = decode(bytes, None);
        assert_eq!((decoded.encoding, decoded.replaced), ("UTF-8", 1));
        assert!(decoded.text.contains("Züge \u{FFFD}( "));
    }

    #[cfg(feature = "encoding")]
    #[test]
    fn other_encodings_are_declared_or_guessed() {
        let latin = b"Die Br\xFCcke \xFCber den Flu\xDF ist gesperrt, die F\xE4hre f\xE4hrt.";
        let text = "Die Brücke über den Fluß ist gesperrt, die Fähre fährt.";
        assert_eq!(decode(latin.to_vec(), Some("ISO-8859-1")).text, text);
        assert_eq!(decode(latin.to_vec(), None).text, text);
        assert_eq!(decode(latin.to_vec(), Some("utf-8")).text, text);
        let (russian, ..) =
            encoding_rs::WINDOWS_1251.encode("Мост через реку закрыт после шторма.");
        assert_eq!(decode(russian.to_vec(), None).text, "Мост через реку закрыт после шторма.");
    }

    #[test]
    fn utf16_is_told_by_its_mark_or_its_zeros() {
        assert_eq!(wide(b"\xFF\xFEa\0"), Some(Wide::Little));
        assert_eq!(wide(b"\xFE\xFF\0a"), Some(Wide::Big));
        assert_eq!(wide(b"R\0a\0i\0n\0 \0f\0e\0l\0l\0.\0"), Some(Wide::Little));
        assert_eq!(wide(b"\0R\0a\0i\0n\0 \0f\0e\0l\0l\0."), Some(Wide::Big));
        assert_eq!(wide(b"Rain fell on Tuesday."), None);
        assert_eq!(wide(&[0; 64]), None);
    }
}
