//! Any other language, or none known: what most languages share.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "und",
    code3: "und",
    name: "Undetermined",
    other_codes: &["mul", "mis", "zxx"],
    titles: "
        Mr Mrs Ms Dr Prof St Gen Col Lt Capt Maj Sgt Gov Sen Rep Rev Sr Sra Ing Mme Mlle Mgr
    ",
    never_final: "vs cf ca e.g i.e p.ex",
    before_number: "No Nr nr p pp vol fig art tel",
    maybe_final: "etc Inc Corp Co Ltd Jr Bros a.m p.m",
    starters: "the he she it they we in on at a an this that but and",
    ..LanguageData::PLAIN
};
