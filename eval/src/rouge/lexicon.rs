//! The two word lists of ROUGE-1.5.5, read from the user's copy: this package ships neither.

use std::fs;
use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::Error;

/// The variable that names the data folder of the ROUGE-1.5.5 package.
pub const DATA_VARIABLE: &str = "ROUGE_EVAL_HOME";

/// Irregular forms and their base forms, looked up before stemming: the exception lists of `WordNet` 2.0.
#[derive(Debug, Clone, Default)]
pub struct Exceptions(FxHashMap<Box<[u8]>, Box<[u8]>>);

/// Words that `-s` removes, compared with lower-cased tokens before stemming.
#[derive(Debug, Clone, Default)]
pub struct StopWords(FxHashSet<Box<[u8]>>);

impl Exceptions {
    /// Reads a file of lines `form base…` (separated by a tab or blanks; further base forms are
    /// ignored), or a folder with `WordNet`'s `adj.exc`, `adv.exc`, `noun.exc` and `verb.exc`, of which
    /// a later one overrides an earlier one.
    ///
    /// # Errors
    /// [`Error::File`] when a file cannot be read, [`Error::Malformed`] for a line without a base form.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let mut exceptions = Self::default();
        if path.is_dir() {
            for part in ["adj.exc", "adv.exc", "noun.exc", "verb.exc"] {
                exceptions.add(&path.join(part))?;
            }
        } else {
            exceptions.add(path)?;
        }
        Ok(exceptions)
    }

    /// The folder `WordNet-2.0-Exceptions` under [`DATA_VARIABLE`]; `None` when the variable is not set
    /// or the folder is not there. Stemming then goes by rules alone, and [`super::Options`] says so.
    ///
    /// # Errors
    /// As [`Exceptions::read`].
    pub fn from_environment() -> Result<Option<Self>, Error> {
        let folder = data_home().map(|home| home.join("WordNet-2.0-Exceptions"));
        folder.filter(|folder| folder.is_dir()).map(|folder| Self::read(&folder)).transpose()
    }

    fn add(&mut self, path: &Path) -> Result<(), Error> {
        for (number, line) in read_file(path)?.lines().enumerate() {
            let mut fields = line.split_ascii_whitespace();
            match (fields.next(), fields.next()) {
                (None, _) => {}
                (Some(form), Some(base)) => {
                    self.0.insert(form.as_bytes().into(), base.as_bytes().into());
                }
                (Some(form), None) => {
                    return Err(Error::Malformed {
                        path: path.to_owned(),
                        line: number + 1,
                        problem: format!("`{form}` has no base form; a line is `form base`"),
                    });
                }
            }
        }
        Ok(())
    }

    pub(crate) fn base(&self, form: &[u8]) -> Option<&[u8]> {
        self.0.get(form).map(AsRef::as_ref)
    }

    /// How many forms are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no form is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl StopWords {
    /// Reads a list of one word a line.
    ///
    /// # Errors
    /// [`Error::File`] when the file cannot be read.
    pub fn read(path: &Path) -> Result<Self, Error> {
        Ok(read_file(path)?.lines().collect())
    }

    /// The file `smart_common_words.txt` under [`DATA_VARIABLE`].
    ///
    /// # Errors
    /// [`Error::NoStopWords`] says where to get the list when it is not there.
    pub fn from_environment() -> Result<Self, Error> {
        let file = data_home().map(|home| home.join("smart_common_words.txt"));
        let file = file.filter(|file| file.is_file()).ok_or(Error::NoStopWords)?;
        Self::read(&file)
    }

    pub(crate) fn contains(&self, token: &[u8]) -> bool {
        self.0.contains(token)
    }

    /// How many words the list has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the list is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> FromIterator<&'a str> for StopWords {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        let trimmed = words.into_iter().map(str::trim).filter(|word| !word.is_empty());
        Self(trimmed.map(|word| word.as_bytes().into()).collect())
    }
}

impl<'a> FromIterator<(&'a str, &'a str)> for Exceptions {
    fn from_iter<I: IntoIterator<Item = (&'a str, &'a str)>>(pairs: I) -> Self {
        Self(
            pairs
                .into_iter()
                .map(|(form, base)| (form.as_bytes().into(), base.as_bytes().into()))
                .collect(),
        )
    }
}

fn data_home() -> Option<PathBuf> {
    std::env::var_os(DATA_VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn read_file(path: &Path) -> Result<String, Error> {
    let bytes = fs::read(path).map_err(|source| Error::File {
        action: "read",
        path: path.to_owned(),
        source,
    })?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_exception_files_override_earlier_ones() {
        let folder =
            std::env::temp_dir().join(format!("nutgraf-exceptions-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("adj.exc"), "zorgier zorgy\nplim plimmish plimmy\n").unwrap();
        fs::write(folder.join("adv.exc"), "zorgier zorgily\n").unwrap();
        fs::write(folder.join("noun.exc"), "").unwrap();
        fs::write(folder.join("verb.exc"), "lonely\n").unwrap();
        let error = Exceptions::read(&folder).unwrap_err().to_string();
        assert!(error.contains("verb.exc:1") && error.contains("lonely"), "{error}");
        fs::write(folder.join("verb.exc"), "\n").unwrap();
        let exceptions = Exceptions::read(&folder).unwrap();
        assert_eq!(exceptions.base(b"zorgier"), Some(&b"zorgily"[..]));
        assert_eq!(exceptions.base(b"plim"), Some(&b"plimmish"[..]));
        fs::remove_dir_all(&folder).unwrap();
    }
}
