//! What a run had done before it was cut off. `FILE.part.journal` lies beside `FILE.part`. It keeps the
//! settings of the run, and for each record of the part a hash of the input it was made from.

use std::fs::{self, File, OpenOptions};
use std::hash::Hasher;
use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use nutgraf::input::{self, Source};
use rustc_hash::FxHasher;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::cli::target::beside;

/// A hash of what a record was made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Origin(u64);

impl Origin {
    /// The origin of what is made from `value`.
    pub(super) fn of(value: &impl Serialize) -> io::Result<Self> {
        struct Hashing(FxHasher);
        impl Write for Hashing {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0.write(bytes);
                self.0.write_usize(bytes.len());
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut hashing = Hashing(FxHasher::default());
        serde_json::to_writer(&mut hashing, value)?;
        Ok(Self(hashing.0.finish()))
    }

    /// The origin of what is made from the files at `paths` and in the folders there. A pipe does not
    /// count, for it can be read only once, nor does a file that cannot be read.
    pub(super) fn of_files(paths: &[PathBuf]) -> Self {
        let mut hasher = FxHasher::default();
        for source in input::sources(paths, false).into_iter().flatten() {
            if let Source::File(path) = source
                && path.is_file()
                && let Ok(bytes) = fs::read(path)
            {
                hasher.write(&bytes);
                hasher.write_usize(bytes.len());
            }
        }
        Self(hasher.finish())
    }
}

/// Bytes of a line of the journal.
const LINE_BYTES: u64 = 17;

/// The journal of a run, open for writing.
pub(super) struct Journal {
    path: PathBuf,
    file: File,
}

/// What an earlier run had done.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    /// For each record of the part: what it was made from, and the message if it is an error.
    pub(super) records: Vec<(Origin, Option<String>)>,
}

impl Journal {
    /// Begins the journal of the part at `part`.
    pub(super) fn begin(part: &Path, settings: &str) -> io::Result<Self> {
        let path = journal_of(part);
        let mut file = File::create(&path)?;
        writeln!(file, "{settings}")?;
        Ok(Self { path, file })
    }

    /// Notes what the next record of the part is made from, before it is written.
    pub(super) fn note(&mut self, origin: Origin) -> io::Result<()> {
        self.file.write_all(format!("{:016x}\n", origin.0).as_bytes())
    }

    /// Removes the journal. It does no harm if that fails.
    pub(super) fn end(self) {
        let _ = fs::remove_file(self.path);
    }

    /// Removes what a finished run has left.
    pub(super) fn sweep(part: &Path) {
        let _ = fs::remove_file(journal_of(part));
    }

    /// Continues a part: cuts off the last record if it is incomplete, and returns the others.
    pub(super) fn resume(part: &Path, settings: &str) -> anyhow::Result<(File, Self, Earlier)> {
        let shown = part.display();
        let start_anew = "remove it to start anew";
        let path = journal_of(part);
        let mut lines = match File::open(&path) {
            Ok(file) => BufReader::new(file).lines(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                bail!("`{shown}` was not made by a run that can be resumed; {start_anew}")
            }
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read `{}`", path.display()));
            }
        };
        let made_with = lines.next().transpose()?.unwrap_or_default();
        if made_with != settings {
            bail!("`{shown}` was made with other settings or another version; {start_anew}");
        }
        let mut origins = Vec::new();
        for line in lines {
            // The last line may be cut off.
            match line.as_deref().map(|line| (line.len(), u64::from_str_radix(line, 16))) {
                Ok((16, Ok(origin))) => origins.push(Origin(origin)),
                _ => break,
            }
        }
        let mut file = OpenOptions::new().read(true).write(true).open(part)?;
        let (length, errors) =
            whole_records(&file).with_context(|| format!("cannot read `{shown}`"))?;
        if origins.len() < errors.len() {
            bail!("`{shown}` has more records than its journal knows of; {start_anew}");
        }
        file.set_len(length)?;
        file.seek(SeekFrom::Start(length))?;
        let mut journal = OpenOptions::new().write(true).open(&path)?;
        let noted = settings.len() as u64 + 1 + LINE_BYTES * errors.len() as u64;
        journal.set_len(noted)?;
        journal.seek(SeekFrom::Start(noted))?;
        let records = origins.into_iter().zip(errors).collect();
        Ok((file, Self { path, file: journal }, Earlier { records }))
    }
}

impl Earlier {
    /// Asserts that a record is made from the same as the earlier one in its place.
    pub(super) fn check(
        &self,
        turn: usize,
        origin: Origin,
        part: Option<&Path>,
    ) -> anyhow::Result<()> {
        if self.records.get(turn).is_some_and(|(earlier, _)| *earlier != origin) {
            let (number, part) = (turn + 1, part.unwrap_or(Path::new("-")).display());
            bail!(
                "`{part}` was made from other input: record {number} differs; remove it to start anew"
            );
        }
        Ok(())
    }
}

/// The bytes of the complete records of a part, and for each the message if it is an error.
fn whole_records(part: &File) -> anyhow::Result<(u64, Vec<Option<String>>)> {
    let mut reader = BufReader::new(part);
    let (mut length, mut errors, mut line) = (0, Vec::new(), Vec::new());
    loop {
        line.clear();
        let read = reader.read_until(b'\n', &mut line)?;
        if !line.ends_with(b"\n") {
            return Ok((length, errors));
        }
        let record: Map<String, Value> = serde_json::from_slice(&line)
            .with_context(|| format!("record {} is damaged", errors.len() + 1))?;
        let error = record.get("error").filter(|_| !record.contains_key("summary"));
        errors.push(error.and_then(Value::as_str).map(str::to_owned));
        length += read as u64;
    }
}

/// `FILE.part.journal`.
fn journal_of(part: &Path) -> PathBuf {
    beside(part, "journal")
}
