//! Compression and encodings.

#[cfg(feature = "compress")]
use serde_json::Value;

use crate::*;

#[cfg(feature = "compress")]
fn zstandard(content: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(content, ruzstd::encoding::CompressionLevel::Fastest)
}

#[cfg(feature = "compress")]
#[test]
fn compressed_files_are_what_is_in_them() {
    let (line, other) = (json_line(), json_line().replace("\"a\"", "\"b\""));
    let members = [gzip(line.as_bytes()), gzip(other.as_bytes())].concat();
    let frames = [zstandard(line.as_bytes()), zstandard(other.as_bytes())].concat();
    // Frames to be skipped, as parallel compressors and indexes of seekable files are.
    let skipped = [&[0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0], b"abc".as_slice()].concat();
    let among = [skipped.clone(), frames.clone(), skipped].concat();
    for (name, content) in [
        ("a.jsonl.gz", members.clone()),
        ("a.jsonl.zst", frames),
        ("a.jsonl", among),
        // The content is believed, not the name.
        ("a.jsonl", members),
    ] {
        let articles = Folder::with(name, content).articles(&[]);
        let ids: Vec<&Value> = articles.iter().map(|article| &article["id"]).collect();
        assert_eq!(ids, ["a", "b"], "{name}");
    }
    assert_eq!(article("story.txt.gz", gzip(FIRST.as_bytes()))["id"], "story");
    let large = json_line().repeat(20_000);
    assert_eq!(
        Folder::with("a.jsonl.zst", zstandard(large.as_bytes())).read(&[])[0]["articles"],
        20_000
    );
}

#[cfg(all(feature = "encoding", feature = "csv", feature = "html"))]
#[test]
fn encodings_are_marked_declared_or_guessed() {
    let text = "Die Brücke über den Fluß bei Nörvale ist seit Dienstag gesperrt, sagte die Bürgermeisterin.";
    let wide: Vec<u8> =
        [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    for content in [wide, big, latin.clone(), format!("\u{FEFF}{text}").into_bytes()] {
        assert_eq!(article("a.txt", content)["text"], text);
    }
    let row = [b"id,text\n1,\"".as_slice(), &latin, b"\"\n"].concat();
    assert_eq!(article("a.csv", row)["text"], text);
    let table: Vec<u8> =
        format!("id;text\n1;\"{text}\"\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(article("a.csv", table)["text"], text);
    let line = [b"{\"text\": \"".as_slice(), &latin, b"\"}\n"].concat();
    assert_eq!(article("a.jsonl", line)["text"], text);
    let greek = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-7\"></head><body><p>";
    let page = [
        greek.as_bytes(),
        &[0xC7, b' ', 0xE3, 0xDD, 0xF6, 0xF5, 0xF1, 0xE1, b'.'],
        b"</p></body></html>",
    ]
    .concat();
    assert_eq!(article("a.html", page)["text"], "Η γέφυρα.");
}

#[test]
fn undecodable_bytes_are_replaced_counted_and_no_failure() {
    let mut content = "Die Brücke über den Fluß bei Nörvale ist gesperrt.".as_bytes().to_vec();
    content.extend_from_slice(b" Das Sch\xFF\xFE Schiff f\xC3\xA4hrt.");
    let folder = Folder::with("a.txt", content);
    let output = folder.run(&[]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        errors(&output).contains("bytes at 2 places mean nothing in UTF-8: replaced"),
        "{}",
        errors(&output)
    );
    assert!(
        lines(&output.stdout)[0]["documents"][0]["text"]
            .as_str()
            .is_some_and(|t| t.contains("Sch\u{FFFD}\u{FFFD}"))
    );
    assert_eq!(errors(&folder.run(&["--quiet"])), "");
}
