//! Files that appear whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// The most links that lead from one to the next; systems follow as many.
const MOST_LINKS: usize = 40;

/// The file asked for, and the one that is written until it is complete.
pub(super) struct Target {
    pub(super) file: PathBuf,
    /// `None` where the file is no regular one, such as a pipe, and is written to directly.
    pub(super) part: Option<PathBuf>,
}

impl Target {
    /// `FILE.part` lies beside `FILE`, so that the last step is a rename. A link stays one: what it
    /// leads to is written.
    pub(super) fn of(file: &Path) -> Self {
        match fs::metadata(file) {
            Ok(data) if !data.is_file() && !data.is_dir() => {
                return Self { file: file.to_owned(), part: None };
            }
            _ => {}
        }
        let file = end_of_links(file);
        let part = beside(&file, "part");
        Self { file, part: Some(part) }
    }

    /// The file that is written.
    pub(super) fn written(&self) -> &Path {
        self.part.as_deref().unwrap_or(&self.file)
    }

    /// Ends the writing: the file now appears under its name.
    pub(super) fn complete(&self) -> anyhow::Result<()> {
        match &self.part {
            Some(part) => fs::rename(part, &self.file).with_context(|| cannot_write(&self.file)),
            None => Ok(()),
        }
    }
}

/// Writes a file in one go.
pub(super) fn write_whole(file: &Path, text: &str) -> anyhow::Result<()> {
    let target = Target::of(file);
    fs::write(target.written(), text).with_context(|| cannot_write(target.written()))?;
    target.complete()
}

/// `FILE.EXTENSION`.
pub(super) fn beside(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

pub(super) fn cannot_write(path: &Path) -> String {
    format!("cannot write `{}`", path.display())
}

/// What a link leads to, which need not be there yet; a file that is no link is itself.
fn end_of_links(file: &Path) -> PathBuf {
    let mut end = file.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&end) {
            // Relative to the folder of the link.
            Ok(to) => end = end.parent().unwrap_or(Path::new("")).join(to),
            Err(_) => return end,
        }
    }
    file.to_owned()
}
