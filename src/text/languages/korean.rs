//! Korean.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "ko",
    code3: "kor",
    name: "Korean",
    titles: "Dr Mr Mrs Ms Prof St",
    never_final: "vs No",
    maybe_final: "Inc Co Corp Ltd Bros LLC",
    ..LanguageData::PLAIN
};
