//! Words for people, on standard error.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use anstyle::{AnsiColor, Style};

use crate::cli::args::{Color, Global};

/// Prints messages to standard error. Colour never carries meaning.
pub(super) struct Console {
    quiet: bool,
    warnings: AtomicUsize,
}

impl Console {
    pub(super) fn new(global: &Global) -> Self {
        let choice = match global.color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
        Self { quiet: global.quiet, warnings: AtomicUsize::new(0) }
    }

    /// The run cannot go on. The causes follow, a line each.
    pub(super) fn error(&self, error: &anyhow::Error) {
        label("error", AnsiColor::Red, &error.to_string());
        for cause in error.chain().skip(1) {
            write_line(&format!("  cause: {cause}"));
        }
    }

    /// Something was wrong with one record; the run goes on.
    pub(super) fn warn(&self, message: &str) {
        self.warnings.fetch_add(1, Ordering::Relaxed);
        label("warning", AnsiColor::Yellow, message);
    }

    /// Something that must be said.
    pub(super) fn say(&self, message: &str) {
        write_line(message);
    }

    /// Something worth knowing, unless `--quiet`.
    pub(super) fn note(&self, message: &str) {
        if !self.quiet {
            write_line(message);
        }
    }

    /// Number of warnings so far.
    pub(super) fn warnings(&self) -> usize {
        self.warnings.load(Ordering::Relaxed)
    }
}

fn label(label: &str, color: AnsiColor, message: &str) {
    let style = Style::new().bold().fg_color(Some(color.into()));
    write_line(&format!("{style}{label}{style:#}: {message}"));
}

fn write_line(line: &str) {
    // Standard error may be closed; there is nowhere left to say so.
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}
