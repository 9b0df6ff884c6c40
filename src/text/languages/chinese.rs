//! Chinese.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "zh",
    code3: "zho",
    name: "Chinese",
    other_codes: &["cmn", "chi", "yue"],
    spaces: false,
    titles: "Dr Mr Mrs Ms Prof St",
    never_final: "vs",
    before_number: "No",
    maybe_final: "Inc Co Corp Ltd Jr Bros LLC",
    people: "人 名 位",
    ..LanguageData::PLAIN
};
