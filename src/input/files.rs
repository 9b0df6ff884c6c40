//! Paths: files, folders, standard input.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::input::{FORMATS, Place, Problem};

/// Something to read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

impl Source {
    /// The place that messages name.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::File(path) => Place::of_file(&path.to_string_lossy()),
            Self::Stdin => Place::of_file("-"),
        }
    }

    /// The file name's extension, in lower case.
    #[must_use]
    pub fn extension(&self) -> Option<String> {
        match self {
            Self::File(path) => path.extension().map(|e| e.to_string_lossy().to_lowercase()),
            Self::Stdin => None,
        }
    }

    /// Opens the source.
    ///
    /// # Errors
    /// A [`Problem`] naming the file.
    pub fn open(&self) -> Result<Box<dyn Read + Send>, Problem> {
        match self {
            Self::File(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => Err(Problem::unreadable(&self.place(), &error)),
            },
            Self::Stdin => Ok(Box::new(io::stdin())),
        }
    }
}

/// The sources that paths stand for: a file is itself, `-` is standard input, a folder is its
/// readable files, sorted by name, without folders inside and hidden files. A path that is not
/// there is a problem of its own; the others are kept.
#[must_use]
pub fn sources(paths: &[PathBuf]) -> Vec<Result<Source, Problem>> {
    let mut found = Vec::new();
    for path in paths {
        let place = Place::of_file(&path.to_string_lossy());
        if path.as_os_str() == "-" {
            found.push(Ok(Source::Stdin));
        } else if path.is_dir() {
            match folder(path) {
                Ok(files) if files.is_empty() => {
                    let what = "no file in this folder is of a kind nutgraf reads";
                    found.push(Err(Problem::new(
                        &place,
                        what,
                        "name files, or a folder that has some",
                    )));
                }
                Ok(files) => found.extend(files.into_iter().map(|file| Ok(Source::File(file)))),
                Err(error) => found.push(Err(Problem::unreadable(&place, &error))),
            }
        } else if path.exists() {
            found.push(Ok(Source::File(path.clone())));
        } else {
            let error = io::Error::from(io::ErrorKind::NotFound);
            found.push(Err(Problem::unreadable(&place, &error)));
        }
    }
    found
}

/// The files of a folder whose extension some format reads, sorted by name.
fn folder(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.path();
        let extension = file.extension().map(|e| e.to_string_lossy().to_lowercase());
        let known = extension
            .is_some_and(|e| FORMATS.iter().any(|format| format.extensions.contains(&e.as_str())));
        let hidden = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if known && !hidden && file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}
