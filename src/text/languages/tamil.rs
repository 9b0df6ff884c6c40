//! Tamil.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "ta",
    code3: "tam",
    name: "Tamil",
    stemmer: Some(Algorithm::Tamil),
    titles: "திரு Dr Mr",
    ..LanguageData::PLAIN
};
