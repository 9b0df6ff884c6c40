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
    dead: "死亡 遇难 遇難 身亡 丧生 喪生 罹难 罹難 死亡人数 死亡人數 遇难人数 遇難人數",
    parts: "其中 其中有 另 另有 又有 再有 新增",
    roughly: "至少 约 已 已有 有 达 达到 升至 上升至 上升到 增至 增加到 为 超过 至 到 已经 不幸 均 当场",
    ..LanguageData::PLAIN
};
