//! Thai.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "th",
    code3: "tha",
    name: "Thai",
    spaces: false,
    titles: "Dr Mr Mrs Ms Prof St",
    never_final: "vs",
    before_number: "No",
    maybe_final: "Inc Co Corp Ltd Jr Bros LLC",
    ..LanguageData::PLAIN
};
