//! Japanese.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "ja",
    code3: "jpn",
    name: "Japanese",
    spaces: false,
    titles: "Dr Mr Mrs Ms Prof St",
    never_final: "vs",
    before_number: "No",
    maybe_final: "Inc Co Corp Ltd Jr Bros LLC",
    people: "人 名",
    dead: "死亡 死者 死者数 亡くな",
    parts: "うち さらに 新たに ほか ほかに",
    roughly: "は が の 少なくとも 約 計 合わせて 全員",
    ..LanguageData::PLAIN
};
