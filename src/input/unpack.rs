//! Compressed files, told by their first bytes.

#[cfg(feature = "compress")]
use std::io;
use std::io::{BufReader, Read};

use crate::input::stream::{SNIFFED_BYTES, fill};
use crate::input::{Place, Problem};

/// File name extensions of compressed files, without the dot.
pub(super) const EXTENSIONS: &[&str] = &["gz", "zst"];

const GZIP: &[u8] = b"\x1F\x8B";
const ZSTANDARD: &[u8] = b"\x28\xB5\x2F\xFD";
/// After a first byte from 0x50 to 0x5F: a Zstandard frame to be skipped (RFC 8878, 3.1.2).
const SKIPPED: &[u8] = b"\x2A\x4D\x18";

/// First bytes of what nutgraf does not read, with a name for people.
const OTHERS: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"BZh", "compressed with bzip2"),
    (b"\xFD7zXZ\0", "compressed with xz"),
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
    (b"%PDF", "a PDF"),
    (b"PAR1", "a Parquet file"),
    (b"\x7FELF", "a program"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
];

/// The bytes of a source, unpacked where they are compressed, and whether they were.
///
/// # Errors
/// A [`Problem`] when the first bytes cannot be read, or say that the file is of another kind.
pub(super) fn unpack(
    place: &Place,
    source: Box<dyn Read + Send>,
) -> Result<(Box<dyn Read + Send>, bool), Problem> {
    let mut reader = BufReader::with_capacity(SNIFFED_BYTES, source);
    let head = fill(&mut reader).map_err(|error| Problem::unreadable(place, &error))?;
    if is_compressed(head) {
        let gzip = head.starts_with(GZIP);
        return decoder(place, reader, gzip).map(|decoder| (decoder, true));
    }
    if let Some((_, kind)) = OTHERS.iter().find(|(start, _)| head.starts_with(start)) {
        let hint = "give nutgraf the text of it";
        return Err(Problem::new(place, format!("the file is {kind}"), hint));
    }
    Ok((Box::new(reader), false))
}

fn is_compressed(head: &[u8]) -> bool {
    let skipped = matches!(head, [0x50..=0x5F, rest @ ..] if rest.starts_with(SKIPPED));
    head.starts_with(GZIP) || head.starts_with(ZSTANDARD) || skipped
}

#[cfg(not(feature = "compress"))]
fn decoder(
    place: &Place,
    _: BufReader<Box<dyn Read + Send>>,
    _: bool,
) -> Result<Box<dyn Read + Send>, Problem> {
    let hint = "unpack it, or build nutgraf with the feature `compress`";
    Err(Problem::new(place, "the file is compressed", hint))
}

#[cfg(feature = "compress")]
#[expect(clippy::unnecessary_wraps, reason = "without the feature this is an error")]
fn decoder(
    _: &Place,
    reader: BufReader<Box<dyn Read + Send>>,
    gzip: bool,
) -> Result<Box<dyn Read + Send>, Problem> {
    if gzip {
        // A file may be several gzip members one after the other, as crawls and `cat` make them.
        return Ok(Box::new(Told(flate2::bufread::MultiGzDecoder::new(reader), "gzip")));
    }
    Ok(Box::new(Told(Frames::new(reader), "Zstandard")))
}

/// Says in every error which compression it is about.
#[cfg(feature = "compress")]
struct Told<R>(R, &'static str);

#[cfg(feature = "compress")]
impl<R: Read> Read for Told<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.0.read(out).map_err(|error| match error.kind() {
            io::ErrorKind::Interrupted => error,
            io::ErrorKind::UnexpectedEof => io::Error::new(
                io::ErrorKind::UnexpectedEof,
                format!("the {} data is cut off; what came before was read", self.1),
            ),
            kind => io::Error::new(kind, format!("the {} data is damaged: {error}", self.1)),
        })
    }
}

/// Zstandard frames one after the other.
#[cfg(feature = "compress")]
struct Frames {
    reader: BufReader<Box<dyn Read + Send>>,
    decoder: ruzstd::decoding::FrameDecoder,
    /// True between the start and the end of a frame.
    open: bool,
}

#[cfg(feature = "compress")]
impl Frames {
    fn new(reader: BufReader<Box<dyn Read + Send>>) -> Self {
        Self { reader, decoder: ruzstd::decoding::FrameDecoder::new(), open: false }
    }

    /// Goes to the next frame that holds data; false when there is none.
    fn next_frame(&mut self) -> io::Result<bool> {
        use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
        loop {
            if fill(&mut self.reader)?.is_empty() {
                return Ok(false);
            }
            match self.decoder.reset(&mut self.reader) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut (&mut self.reader).take(length.into()), &mut io::sink())?;
                }
                Err(error) => return Err(told(error)),
            }
        }
    }
}

#[cfg(feature = "compress")]
impl Read for Frames {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        use ruzstd::decoding::BlockDecodingStrategy::UptoBlocks;
        if out.is_empty() {
            return Ok(0);
        }
        loop {
            if !self.open && !self.next_frame()? {
                return Ok(0);
            }
            self.open = true;
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                self.decoder.decode_blocks(&mut self.reader, UptoBlocks(1)).map_err(told)?;
            }
            match self.decoder.read(out)? {
                0 => self.open = false,
                read => return Ok(read),
            }
        }
    }
}

/// The reader's error that lies behind the decoder's, else the decoder's.
#[cfg(feature = "compress")]
fn told(error: ruzstd::decoding::errors::FrameDecoderError) -> io::Error {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    while let Some(inner) = cause {
        if let Some(inner) = inner.downcast_ref::<io::Error>() {
            return io::Error::new(inner.kind(), inner.to_string());
        }
        cause = inner.source();
    }
    io::Error::other(error)
}

/// A piece of compressed data unpacked, at most `longest` bytes. What is not compressed, whatever
/// its label says, stays as it is.
#[cfg(feature = "warc")]
pub(super) fn unpacked(bytes: Vec<u8>, longest: usize) -> std::io::Result<Vec<u8>> {
    use std::io;

    if !is_compressed(&bytes) {
        return Ok(bytes);
    }
    let place = Place::of_file("-");
    let source: Box<dyn Read + Send> = Box::new(io::Cursor::new(bytes));
    let (unpacked, _) = unpack(&place, source).map_err(|problem| io::Error::other(problem.what))?;
    let mut whole = Vec::new();
    unpacked.take(longest as u64 + 1).read_to_end(&mut whole)?;
    if whole.len() > longest {
        return Err(io::Error::other(format!("it is longer than {longest} bytes")));
    }
    Ok(whole)
}
