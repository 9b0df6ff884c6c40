//! Where records go: standard output, or a file that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use nutgraf::output::Several;

use crate::cli::args::Output;

/// Writes records one after the other.
pub(super) struct Sink {
    writer: Box<dyn Write>,
    target: Option<Target>,
    several: Several,
    written: usize,
    /// The first element of what may become an array.
    held: Option<String>,
    interactive: bool,
}

/// The file asked for, and the one that is written until it is complete.
struct Target {
    file: PathBuf,
    part: PathBuf,
}

impl Sink {
    /// Opens the output.
    pub(super) fn open(output: &Output, several: Several) -> anyhow::Result<Self> {
        let (writer, target): (Box<dyn Write>, _) = match &output.output {
            None => (Box::new(BufWriter::new(io::stdout().lock())), None),
            Some(file) => {
                let part = part_of(file);
                let open = File::create(&part)
                    .with_context(|| format!("cannot write `{}`", part.display()))?;
                (Box::new(BufWriter::new(open)), Some(Target { file: file.clone(), part }))
            }
        };
        let interactive = output.output.is_none() && io::stdout().is_terminal();
        Ok(Self { writer, target, several, written: 0, held: None, interactive })
    }

    /// Writes one record, given without a line break at its end.
    pub(super) fn write(&mut self, record: &str) -> anyhow::Result<()> {
        let result = self.try_write(record);
        self.explained(result)
    }

    /// Ends the output; the file now appears under its name.
    pub(super) fn finish(mut self) -> anyhow::Result<()> {
        let result = self.try_finish();
        self.explained(result)?;
        if let Some(target) = &self.target {
            fs::rename(&target.part, &target.file)
                .with_context(|| format!("cannot write `{}`", target.file.display()))?;
        }
        Ok(())
    }

    fn try_write(&mut self, record: &str) -> io::Result<()> {
        let turn = self.written;
        self.written += 1;
        match (self.several, turn) {
            (Several::Array, 0) => {
                self.held = Some(record.to_owned());
                return Ok(());
            }
            (Several::Array, _) => match self.held.take() {
                Some(first) => write!(self.writer, "[\n{first},\n{record}")?,
                None => write!(self.writer, ",\n{record}")?,
            },
            (Several::Paragraphs, 1..) => write!(self.writer, "\n{record}\n")?,
            _ => writeln!(self.writer, "{record}")?,
        }
        // A file has every finished record at once; a terminal shows it at once.
        if self.interactive || self.target.is_some() {
            self.writer.flush()?;
        }
        Ok(())
    }

    fn try_finish(&mut self) -> io::Result<()> {
        if let Some(only) = self.held.take() {
            writeln!(self.writer, "{only}")?;
        } else if self.several == Several::Array {
            self.writer.write_all(if self.written == 0 { b"[]\n" } else { b"\n]\n" })?;
        }
        self.writer.flush()
    }

    /// Says which file an error belongs to.
    fn explained(&self, result: io::Result<()>) -> anyhow::Result<()> {
        match &self.target {
            Some(target) => {
                result.with_context(|| format!("cannot write `{}`", target.part.display()))
            }
            None => result.context("cannot write to standard output"),
        }
    }
}

/// `FILE.part`, beside `FILE`, so that the last step is a rename.
fn part_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    name.into()
}
