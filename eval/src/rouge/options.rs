//! Everything that changes a score, in one place, and printable.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::lexicon::{Exceptions, StopWords};
use super::{Limit, Metric};
use crate::Error;

/// The program whose numbers are reproduced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Profile {
    /// Google's rouge-score 0.1.2 (Python): unrounded scores, nltk's Porter stemmer, best F of several references.
    Google,
    /// The Perl script ROUGE-1.5.5 (Lin 2004): scores of five decimals, its own Porter variant, pooled references.
    Rouge155,
}

/// How text becomes tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Tokenizer {
    /// The profile's own: runs of ASCII letters and digits. Other letters separate words, so that
    /// text in other scripts scores nearly nothing, and accented words fall to pieces.
    Ascii,
    /// Runs of letters, marks and numbers of any script after NFC normalisation and lower-casing;
    /// characters of Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar are tokens of their own.
    /// On ASCII text the tokens are exactly those of [`Tokenizer::Ascii`].
    Unicode,
}

/// How the scores against several references become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Multi {
    /// Per metric the reference with the highest F (google) or the highest recall (rouge155, `-f B`);
    /// the first wins ties.
    Best,
    /// The means of P, R and F over the references.
    Average,
    /// Hits and units added up over the references before dividing (rouge155, `-f A`).
    Pooled,
}

/// What to compute and how. Every field changes the scores; [`fmt::Display`] prints them all,
/// so that a number never travels without them.
///
/// ```
/// use nutgraf_eval::rouge::Options;
///
/// let mut options = Options::google();
/// options.stem = true;
/// assert_eq!(
///     options.to_string(),
///     "profile=google tokenizer=ascii stemmer=porter-nltk stop-words=kept limit=none multi=best alpha=0.5"
/// );
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// The program to agree with.
    pub profile: Profile,
    /// The metrics, in the order of the output.
    pub metrics: Vec<Metric>,
    /// Stem tokens of more than three characters with the profile's Porter variant (`-m`).
    pub stem: bool,
    /// How text becomes tokens.
    pub tokenizer: Tokenizer,
    /// Cut candidates **and references** before tokenising (`-l`, `-b`).
    pub limit: Limit,
    /// The rule for several references.
    pub multi: Multi,
    /// α of F = P·R / ((1−α)·P + α·R), between 0 (recall) and 1 (precision) (`-p`).
    pub alpha: f64,
    /// Tokens to drop, compared before stemming (`-s`); `None` keeps all.
    pub stop_words: Option<Arc<StopWords>>,
    /// Irregular forms looked up before stemming (part of `-m`); `None` stems by rules alone.
    pub exceptions: Option<Arc<Exceptions>>,
}

impl Options {
    /// rouge-score's defaults: rouge1, rouge2, rougeL and rougeLsum, no stemming, best F of several references.
    #[must_use]
    pub fn google() -> Self {
        Self {
            profile: Profile::Google,
            metrics: vec![Metric::N(1), Metric::N(2), Metric::L, Metric::Lsum],
            stem: false,
            tokenizer: Tokenizer::Ascii,
            limit: Limit::None,
            multi: Multi::Best,
            alpha: 0.5,
            stop_words: None,
            exceptions: None,
        }
    }

    /// ROUGE-1.5.5 with `-n 2`: rouge1, rouge2 and rougeL, no stemming, pooled references.
    #[must_use]
    pub fn rouge155() -> Self {
        Self {
            profile: Profile::Rouge155,
            metrics: vec![Metric::N(1), Metric::N(2), Metric::L],
            multi: Multi::Pooled,
            ..Self::google()
        }
    }

    /// The name of the stemmer in use.
    #[must_use]
    pub fn stemmer_name(&self) -> &'static str {
        match (self.stem, self.profile, self.exceptions.is_some()) {
            (false, _, _) => "none",
            (true, Profile::Google, false) => "porter-nltk",
            (true, Profile::Google, true) => "porter-nltk+exceptions",
            (true, Profile::Rouge155, true) => "porter-rouge155+exceptions",
            (true, Profile::Rouge155, false) => "porter-rouge155(no-exception-dictionary)",
        }
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        if !(0.0..=1.0).contains(&self.alpha) {
            return Err(Error::InvalidOption {
                option: "alpha",
                value: self.alpha.to_string(),
                range: "between 0 and 1",
            });
        }
        if self.metrics.is_empty() {
            return Err(Error::InvalidOption {
                option: "the list of metrics",
                value: "empty".to_owned(),
                range: "one metric or more",
            });
        }
        for (at, &metric) in self.metrics.iter().enumerate() {
            metric.check()?;
            let hint = match (self.profile, metric) {
                (Profile::Google, Metric::W(_) | Metric::S(_) | Metric::Su(_)) => {
                    "rougeW, rougeS and rougeSU need the rouge155 profile"
                }
                (Profile::Google, Metric::N(n)) if n > 9 => "n is at most 9",
                (Profile::Rouge155, Metric::Lsum) => {
                    "its rougeL is already computed sentence by sentence; ask for rougeL"
                }
                _ if self.metrics[..at].contains(&metric) => "it is asked for twice",
                _ => continue,
            };
            return Err(Error::MetricNotInProfile {
                metric: metric.to_string(),
                profile: self.profile.to_string(),
                hint,
            });
        }
        Ok(())
    }
}

impl fmt::Display for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "profile={} tokenizer={} stemmer={} stop-words={} limit={} multi={} alpha={}",
            self.profile,
            self.tokenizer,
            self.stemmer_name(),
            if self.stop_words.is_some() { "removed" } else { "kept" },
            self.limit,
            self.multi,
            self.alpha
        )
    }
}

/// Gives an enum of plain names `Display` and `FromStr` from one list.
macro_rules! names {
    ($type:ty, $what:literal, $range:literal, $($name:literal => $variant:path),+) => {
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $($variant => $name),+ })
            }
        }
        impl FromStr for $type {
            type Err = Error;
            fn from_str(name: &str) -> Result<Self, Error> {
                match name {
                    $($name => Ok($variant),)+
                    _ => Err(Error::InvalidOption { option: $what, value: format!("`{name}`"), range: $range }),
                }
            }
        }
    };
}

names!(Profile, "the profile", "google or rouge155", "google" => Profile::Google, "rouge155" => Profile::Rouge155);
names!(Tokenizer, "the tokenizer", "ascii or unicode", "ascii" => Tokenizer::Ascii, "unicode" => Tokenizer::Unicode);
names!(Multi, "the rule for several references", "best, average or pooled",
    "best" => Multi::Best, "average" => Multi::Average, "pooled" => Multi::Pooled);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metrics_of_the_other_profile_are_refused() {
        let mut google = Options::google();
        for metric in [Metric::W(1.2), Metric::S(None), Metric::Su(Some(4)), Metric::N(10)] {
            google.metrics = vec![metric];
            assert!(google.check().is_err(), "{metric}");
        }
        let mut perl = Options::rouge155();
        perl.metrics = vec![Metric::Lsum];
        assert!(perl.check().unwrap_err().to_string().contains("ask for rougeL"));
        perl.metrics = vec![Metric::L, Metric::L];
        assert!(perl.check().is_err());
    }

    #[test]
    fn metrics_without_meaning_are_refused() {
        let mut perl = Options::rouge155();
        for metric in [Metric::N(0), Metric::W(0.0), Metric::W(f64::NAN), Metric::W(f64::INFINITY)]
        {
            perl.metrics = vec![metric];
            assert!(perl.check().is_err(), "{metric}");
        }
    }

    #[test]
    fn names_are_read_back() {
        for profile in [Profile::Google, Profile::Rouge155] {
            assert_eq!(profile.to_string().parse::<Profile>().unwrap(), profile);
        }
        assert!(
            "mean".parse::<Multi>().unwrap_err().to_string().contains("best, average or pooled")
        );
    }
}
