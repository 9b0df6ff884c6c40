//! The options of a golden case as [`Options`]: for `rouge155` the switches of the Perl script.

use std::path::Path;
use std::sync::Arc;

use nutgraf_eval::Error;
use nutgraf_eval::rouge::{Exceptions, Limit, Metric, Multi, Options, Profile, StopWords};
use serde_json::Value;

/// The word lists that `-m` and `-s` need.
#[derive(Clone, Default)]
pub(crate) struct Lists {
    pub(crate) exceptions: Option<Arc<Exceptions>>,
    pub(crate) stop_words: Option<Arc<StopWords>>,
}

impl Lists {
    /// Both from a folder that has them under the names of `../shared/rouge/data`.
    pub(crate) fn read(folder: &Path) -> Result<Self, Error> {
        Ok(Self {
            exceptions: Some(Arc::new(Exceptions::read(&folder.join("wordnet20_exceptions.tsv"))?)),
            stop_words: Some(Arc::new(StopWords::read(&folder.join("smart_stopwords_rouge.txt"))?)),
        })
    }
}

/// The options of one case, by its profile.
pub(crate) fn options(case: &Value, lists: &Lists) -> Result<Options, Error> {
    if case["profile"] == "google" { Ok(google(case)) } else { rouge155(&case["options"], lists) }
}

fn google(case: &Value) -> Options {
    let mut options = Options::google();
    options.stem = case["options"]["use_stemmer"] == true;
    let longest = if case["expect"].get("rouge9").is_some() { 9 } else { 3 };
    options.metrics = (1..=longest).map(Metric::N).collect();
    options.metrics.extend([Metric::L, Metric::Lsum]);
    options
}

fn rouge155(switches: &Value, lists: &Lists) -> Result<Options, Error> {
    let on = |name: &str| switches.get(name).is_some_and(|value| value == true);
    let number = |name: &str| switches.get(name).and_then(Value::as_u64);
    let mut options = Options::rouge155();
    options.metrics = (1..=number("n").unwrap_or(0)).map(|n| Metric::N(n as u8)).collect();
    options.metrics.push(Metric::L);
    if let Some(weight) = switches.get("w").and_then(Value::as_f64) {
        options.metrics.push(Metric::W(weight));
    }
    if let Some(distance) = switches.get("2").and_then(Value::as_i64) {
        let distance = u32::try_from(distance).ok();
        if !on("u") {
            options.metrics.push(Metric::S(distance));
        }
        if on("u") || on("U") {
            options.metrics.push(Metric::Su(distance));
        }
    }
    options.stem = on("m");
    if on("m") {
        options.exceptions.clone_from(&lists.exceptions);
    }
    if on("s") {
        options.stop_words = Some(lists.stop_words.clone().ok_or(Error::NoStopWords)?);
    }
    options.limit = match (number("l"), number("b")) {
        (Some(words), _) => Limit::Words(words as usize),
        (_, Some(bytes)) => Limit::Bytes(bytes as usize),
        _ => Limit::None,
    };
    options.multi =
        if switches.get("f").is_some_and(|rule| rule == "B") { Multi::Best } else { Multi::Pooled };
    if let Some(alpha) = switches.get("p").and_then(Value::as_f64) {
        options.alpha = alpha;
    }
    assert_eq!(options.profile, Profile::Rouge155);
    Ok(options)
}
