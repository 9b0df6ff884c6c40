//! Paths: files, folders, standard input.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::input::unpack::EXTENSIONS;
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

    /// The file name's extension, in lower case; of `news.jsonl.gz` it is `jsonl`.
    #[must_use]
    pub fn extension(&self) -> Option<String> {
        match self {
            Self::File(path) => extension(path),
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

/// The file name's extension in lower case, that of compression apart.
fn extension(path: &Path) -> Option<String> {
    let last = path.extension()?.to_string_lossy().to_lowercase();
    if EXTENSIONS.contains(&last.as_str()) {
        return Path::new(path.file_stem()?)
            .extension()
            .map(|e| e.to_string_lossy().to_lowercase());
    }
    Some(last)
}

/// The sources that paths stand for: a file is itself, `-` is standard input, a folder is its
/// files of a kind nutgraf reads, sorted by name, hidden ones apart; with `recursive` also those
/// of the folders in it. A path that cannot be read is a problem of its own; the others are kept.
#[must_use]
pub fn sources(paths: &[PathBuf], recursive: bool) -> Vec<Result<Source, Problem>> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(Ok(Source::Stdin));
            continue;
        }
        let place = place_of(path);
        match fs::metadata(path) {
            Ok(data) if data.is_dir() => {
                let before = found.len();
                let mut walk =
                    Walk { recursive, within: Vec::new(), met: BTreeSet::new(), found: &mut found };
                walk.folder(path);
                if found.len() == before {
                    let what = "no file in this folder is of a kind nutgraf reads";
                    let hint = "name files, or a folder that has some, or add --recursive";
                    found.push(Err(Problem::new(&place, what, hint)));
                }
            }
            Ok(_) => found.push(Ok(Source::File(path.clone()))),
            Err(error) => found.push(Err(Problem::unreadable(&place, &error))),
        }
    }
    found
}

fn place_of(path: &Path) -> Place {
    Place::of_file(&path.to_string_lossy())
}

/// A walk through a folder.
struct Walk<'a> {
    recursive: bool,
    /// The folders on the way to the one that is read, without links in their names.
    within: Vec<PathBuf>,
    /// All folders met, likewise: each is read once, or links could multiply them without end.
    met: BTreeSet<PathBuf>,
    found: &'a mut Vec<Result<Source, Problem>>,
}

impl Walk<'_> {
    fn folder(&mut self, path: &Path) {
        let entries = fs::canonicalize(path).and_then(|real| {
            let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
            Ok((real, entries.collect::<io::Result<Vec<PathBuf>>>()?))
        });
        let (real, mut entries) = match entries {
            Ok(entries) => entries,
            Err(error) => {
                return self.found.push(Err(Problem::unreadable(&place_of(path), &error)));
            }
        };
        if self.within.contains(&real) {
            let what = "this link leads back to a folder that it lies in";
            return self.found.push(Err(Problem::new(&place_of(path), what, "remove the link")));
        }
        if !self.met.insert(real.clone()) {
            let what = "this link leads to a folder that was read already: left out";
            return self.found.push(Err(Problem::note(&place_of(path), what)));
        }
        self.within.push(real);
        entries.sort();
        for entry in entries {
            let hidden = entry.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
            if !hidden {
                self.entry(entry);
            }
        }
        self.within.pop();
    }

    fn entry(&mut self, path: PathBuf) {
        let known = extension(&path)
            .is_some_and(|e| FORMATS.iter().any(|format| format.extensions.contains(&e.as_str())));
        match fs::metadata(&path) {
            Ok(data) if data.is_dir() => {
                if self.recursive {
                    self.folder(&path);
                }
            }
            Ok(data) if known && data.is_file() => self.found.push(Ok(Source::File(path))),
            Err(error) if known || self.recursive => {
                self.found.push(Err(Problem::unreadable(&place_of(&path), &error)));
            }
            Ok(_) | Err(_) => {}
        }
    }
}
