//! The file in which stories are kept from run to run.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use nutgraf::Article;
use nutgraf::group::{Grouping, Memory, Settings, group_with};
use nutgraf::output::json_line;

use crate::cli::args;
use crate::cli::target::write_whole;

/// Groups as the arguments say, with what earlier runs have kept.
pub(super) struct Grouper {
    settings: Settings,
    /// The file and what it holds.
    state: Option<(PathBuf, Memory)>,
}

impl Grouper {
    pub(super) fn new(args: &args::Grouping) -> anyhow::Result<Self> {
        let state = match &args.state {
            Some(file) => Some((file.clone(), read(file)?)),
            None => None,
        };
        Ok(Self { settings: args.settings()?, state })
    }

    /// True when stories are said to be new or to go on.
    pub(super) fn remembers(&self) -> bool {
        self.state.is_some()
    }

    pub(super) fn group(&mut self, articles: &[Article]) -> Result<Grouping, nutgraf::Error> {
        match &mut self.state {
            Some((_, memory)) => memory.group(articles, &self.settings),
            None => group_with(articles, &self.settings),
        }
    }

    /// Keeps what the next run needs; the file is replaced whole or not at all.
    pub(super) fn keep(&self) -> anyhow::Result<()> {
        let Some((file, memory)) = &self.state else { return Ok(()) };
        write_whole(file, &(json_line(memory) + "\n"))
    }
}

/// The memory in a file; an empty one where there is no file yet.
fn read(file: &Path) -> anyhow::Result<Memory> {
    let shown = file.display();
    match fs::read(file) {
        Ok(bytes) => serde_json::from_slice(&bytes).with_context(|| {
            format!("`{shown}` holds no stories kept by nutgraf; remove it to start anew")
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Memory::default()),
        Err(error) => Err(error).with_context(|| format!("cannot read `{shown}`")),
    }
}
