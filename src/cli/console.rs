//! Words for people, on standard error.

use std::io::{self, IsTerminal, Write};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressStyle};
use nutgraf::input::Problem;

use crate::cli::args::{Color, Global};

/// Prints messages to standard error. Colour never carries meaning.
pub(super) struct Console {
    quiet: bool,
    warnings: AtomicUsize,
    /// How much of the run is done, on a terminal.
    progress: OnceLock<ProgressBar>,
}

impl Console {
    pub(super) fn new(global: &Global) -> Self {
        let choice = match global.color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
        Self { quiet: global.quiet, warnings: AtomicUsize::new(0), progress: OnceLock::new() }
    }

    /// The run cannot go on. The causes follow, a line each.
    pub(super) fn error(&self, error: &anyhow::Error) {
        self.end_progress();
        label("error", AnsiColor::Red, &error.to_string());
        for cause in error.chain().skip(1) {
            write_line(&format!("  cause: {cause}"));
        }
    }

    /// Something was wrong with one record; the run goes on.
    pub(super) fn warn(&self, message: &str) {
        self.warnings.fetch_add(1, Ordering::Relaxed);
        self.beside_progress(|| label("warning", AnsiColor::Yellow, message));
    }

    /// Something was wrong with a piece of input: a warning, or a note where nothing failed.
    pub(super) fn problem(&self, problem: &Problem) {
        if problem.is_failure() {
            self.warn(&problem.to_string());
        } else {
            self.note(&format!("note: {problem}"));
        }
    }

    /// Something that must be said.
    pub(super) fn say(&self, message: &str) {
        self.beside_progress(|| write_line(message));
    }

    /// Something worth knowing, unless `--quiet`.
    pub(super) fn note(&self, message: &str) {
        if !self.quiet {
            self.say(message);
        }
    }

    /// Shows from now on how many `things` are done, where standard error is a terminal that
    /// nothing else is written to.
    pub(super) fn begin_progress(&self, things: &'static str, to_file: bool) {
        let free = io::stderr().is_terminal() && (to_file || !io::stdout().is_terminal());
        // The template is a constant; were it wrong, there would be no progress to see.
        let style = ProgressStyle::with_template("{spinner} {human_pos} {msg}, {elapsed}");
        if let (false, true, Ok(style)) = (self.quiet, free, style) {
            let bar = ProgressBar::new_spinner().with_style(style).with_message(things);
            bar.enable_steady_tick(Duration::from_millis(200));
            let _ = self.progress.set(bar);
        }
    }

    /// One more is done.
    pub(super) fn step(&self) {
        if let Some(bar) = self.progress.get() {
            bar.inc(1);
        }
    }

    /// Takes the progress off the screen.
    pub(super) fn end_progress(&self) {
        if let Some(bar) = self.progress.get() {
            bar.finish_and_clear();
        }
    }

    /// Writes while the progress is off the screen.
    fn beside_progress(&self, write: impl FnOnce()) {
        match self.progress.get() {
            Some(bar) => bar.suspend(write),
            None => write(),
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
