//! The names of the metrics.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Error;

/// One ROUGE metric. Its name carries every parameter: `rouge2`, `rougeL`, `rougeW-1.2`, `rougeSU4`, `rougeS*`.
///
/// ```
/// use nutgraf_eval::rouge::Metric;
///
/// let metrics = Metric::parse_list("rouge1,rougeLsum,rougeW-1.2,rougeS*")?;
/// assert_eq!(metrics[2], Metric::W(1.2));
/// assert_eq!(metrics[3].to_string(), "rougeS*");
/// # Ok::<(), nutgraf_eval::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Metric {
    /// Overlap of n-grams, n ≥ 1 (Lin 2004, §2).
    N(u8),
    /// Longest common subsequence. In the google profile of the two whole texts, line breaks ignored;
    /// in the rouge155 profile of the sentences, as [`Metric::Lsum`].
    L,
    /// Union of the longest common subsequences of each reference sentence with every candidate
    /// sentence, sentences being lines (Lin 2004, §3.2). Google profile only: rouge155 calls it rougeL.
    Lsum,
    /// Longest common subsequence weighted by run length to this power (Lin 2004, §4). rouge155 only.
    W(f64),
    /// Skip-bigrams with at most this many words between the two; `None` means any number (Lin 2004, §5).
    /// rouge155 only.
    S(Option<u32>),
    /// Skip-bigrams and unigrams together. rouge155 only.
    Su(Option<u32>),
}

impl Metric {
    /// Reads a list of names separated by commas.
    ///
    /// # Errors
    /// [`Error::UnknownMetric`] names the first that is none.
    pub fn parse_list(names: &str) -> Result<Vec<Self>, Error> {
        names.split(',').map(|name| name.trim().parse()).collect()
    }

    /// That the parameter is one.
    pub(super) fn check(self) -> Result<(), Error> {
        match self {
            Self::N(0) => Err(Error::InvalidOption {
                option: "n of an n-gram",
                value: "0".to_owned(),
                range: "1 or more",
            }),
            Self::W(weight) if !(weight.is_finite() && weight >= 1.0) => {
                Err(Error::InvalidOption {
                    option: "the weight of rougeW",
                    value: weight.to_string(),
                    range: "a number of at least 1",
                })
            }
            _ => Ok(()),
        }
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let skip = |name: &str, distance: Option<u32>| match distance {
            Some(distance) => format!("{name}{distance}"),
            None => format!("{name}*"),
        };
        let name = match *self {
            Self::N(n) => format!("rouge{n}"),
            Self::L => "rougeL".to_owned(),
            Self::Lsum => "rougeLsum".to_owned(),
            Self::W(weight) => format!("rougeW-{weight}"),
            Self::S(distance) => skip("rougeS", distance),
            Self::Su(distance) => skip("rougeSU", distance),
        };
        // Keeps to a width that the caller asks for.
        f.pad(&name)
    }
}

impl FromStr for Metric {
    type Err = Error;

    /// `rougeW` alone means the weight 1.2 that the evaluations of DUC used.
    fn from_str(name: &str) -> Result<Self, Error> {
        let unknown = || Error::UnknownMetric { name: name.to_owned() };
        let rest = name.strip_prefix("rouge").ok_or_else(unknown)?;
        let skip = |distance: &str| match distance {
            "*" => Ok(None),
            _ => number(distance).map(Some).ok_or_else(unknown),
        };
        match rest {
            "L" => return Ok(Self::L),
            "Lsum" => return Ok(Self::Lsum),
            "W" => return Ok(Self::W(1.2)),
            _ => {}
        }
        if let Some(weight) = rest.strip_prefix("W-") {
            let metric = Self::W(weight.parse().map_err(|_| unknown())?);
            return metric.check().map(|()| metric);
        }
        if let Some(distance) = rest.strip_prefix("SU") {
            return skip(distance).map(Self::Su);
        }
        if let Some(distance) = rest.strip_prefix('S') {
            return skip(distance).map(Self::S);
        }
        let n = number(rest).and_then(|n| u8::try_from(n).ok()).filter(|&n| n >= 1);
        n.map(Self::N).ok_or_else(unknown)
    }
}

/// A decimal number without sign or leading zero.
fn number(digits: &str) -> Option<u32> {
    let plain = digits == "0" || !digits.starts_with('0');
    if plain && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        digits.parse().ok()
    } else {
        None
    }
}

impl Serialize for Metric {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Metric {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_survive_a_round_trip() {
        for name in [
            "rouge1",
            "rouge9",
            "rougeL",
            "rougeLsum",
            "rougeW-1.2",
            "rougeS4",
            "rougeS*",
            "rougeSU0",
        ] {
            assert_eq!(name.parse::<Metric>().unwrap().to_string(), name);
        }
        assert_eq!("rougeW".parse::<Metric>().unwrap(), Metric::W(1.2));
    }

    #[test]
    fn other_names_are_refused() {
        for name in [
            "",
            "rouge",
            "rouge0",
            "rouge01",
            "rouge-1",
            "rougel",
            "rougeS",
            "rougeS-1",
            "rougeW-",
            "rougeW-0.5",
            "bleu",
        ] {
            assert!(name.parse::<Metric>().is_err(), "{name}");
        }
    }
}
