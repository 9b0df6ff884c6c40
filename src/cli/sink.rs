//! Where records go: standard output, or a file that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use nutgraf::output::Several;

use crate::cli::args::Output;
use crate::cli::journal::{Earlier, Journal, Origin};
use crate::cli::target::{Target, cannot_write};

/// Writes records one after the other. Each is handed on at once: a reader of a pipe has it, and a
/// run that is cut off has lost only the one it was at.
pub(super) struct Sink {
    writer: Box<dyn Write>,
    target: Option<Target>,
    several: Several,
    written: usize,
    /// The first element of what may become an array.
    held: Option<String>,
    journal: Option<Journal>,
}

/// How a run that may go on from an earlier one begins.
pub(super) enum Beginning {
    /// With what an earlier run has done, perhaps nothing.
    Open(Sink, Earlier),
    /// There is nothing to do: the file is complete.
    Complete(PathBuf),
}

impl Sink {
    /// Opens the output.
    pub(super) fn open(output: &Output, several: Several) -> anyhow::Result<Self> {
        let (writer, target): (Box<dyn Write>, _) = match &output.output {
            None => (Box::new(BufWriter::new(io::stdout().lock())), None),
            Some(file) => {
                let target = Target::of(file);
                let path = target.written();
                let open = File::create(path).with_context(|| cannot_write(path))?;
                (Box::new(BufWriter::new(open)), Some(target))
            }
        };
        Ok(Self { writer, target, several, written: 0, held: None, journal: None })
    }

    /// Opens the output of a run that may be cut off and resumed. `settings` is one line that says
    /// all that decides what a record looks like, what it is made from apart.
    pub(super) fn begin(
        output: &Output,
        several: Several,
        settings: &str,
        resume: bool,
    ) -> anyhow::Result<Beginning> {
        let target = output.output.as_deref().map(Target::of);
        if resume && !matches!(several, Several::Lines) {
            bail!("--resume needs one record per line: add --format jsonl");
        }
        let part = match &target {
            Some(Target { part: Some(part), .. }) if matches!(several, Several::Lines) => {
                part.clone()
            }
            Some(Target { part: None, file }) if resume => {
                bail!("--resume needs a regular file: `{}` is not one", file.display())
            }
            _ => {
                return Self::open(output, several)
                    .map(|sink| Beginning::Open(sink, Earlier::default()));
            }
        };
        let complete = target.as_ref().filter(|target| resume && target.file.exists());
        if let Some(target) = complete.filter(|_| !part.exists()) {
            Journal::sweep(&part);
            return Ok(Beginning::Complete(target.file.clone()));
        }
        let (file, journal, earlier) = if resume && part.exists() {
            Journal::resume(&part, settings)?
        } else {
            // No part lies beside another part's journal at any time.
            let begun = match fs::remove_file(&part) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Journal::begin(&part, settings).and_then(|j| Ok((File::create(&part)?, j))),
            };
            let (file, journal) = begun.with_context(|| cannot_write(&part))?;
            (file, journal, Earlier::default())
        };
        let sink = Self {
            writer: Box::new(BufWriter::new(file)),
            target,
            several,
            written: 0,
            held: None,
            journal: Some(journal),
        };
        Ok(Beginning::Open(sink, earlier))
    }

    /// The file that is written until the output is complete.
    pub(super) fn part(&self) -> Option<&Path> {
        self.target.as_ref().and_then(|target| target.part.as_deref())
    }

    /// Writes one record, given without a line break at its end.
    pub(super) fn write(&mut self, record: &str) -> anyhow::Result<()> {
        let result = self.try_write(record);
        self.explained(result)
    }

    /// Writes one record that was made from `origin`.
    pub(super) fn write_from(&mut self, origin: Origin, record: &str) -> anyhow::Result<()> {
        if let Some(journal) = &mut self.journal {
            let noted = journal.note(origin);
            self.explained(noted)?;
        }
        self.write(record)
    }

    /// Ends the output; the file now appears under its name.
    pub(super) fn finish(mut self) -> anyhow::Result<()> {
        let result = self.try_finish();
        self.explained(result)?;
        if let Some(target) = &self.target {
            target.complete()?;
        }
        if let Some(journal) = self.journal.take() {
            journal.end();
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
            (Several::Page(begin), 0) => writeln!(self.writer, "{}\n{record}", begin())?,
            (Several::Paragraphs, 1..) => write!(self.writer, "\n{record}\n")?,
            _ => writeln!(self.writer, "{record}")?,
        }
        self.writer.flush()
    }

    fn try_finish(&mut self) -> io::Result<()> {
        match (self.several, self.held.take()) {
            (_, Some(only)) => writeln!(self.writer, "{only}")?,
            (Several::Array, None) if self.written == 0 => writeln!(self.writer, "[]")?,
            (Several::Array, None) => writeln!(self.writer, "\n]")?,
            (Several::Page(begin), None) if self.written == 0 => {
                writeln!(self.writer, "{}", begin())?;
            }
            _ => {}
        }
        self.writer.flush()
    }

    /// Says which file an error belongs to.
    fn explained(&self, result: io::Result<()>) -> anyhow::Result<()> {
        match &self.target {
            Some(target) => result.with_context(|| cannot_write(target.written())),
            None => result.context("cannot write to standard output"),
        }
    }
}
