//! Korean.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "ko",
    code3: "kor",
    name: "Korean",
    numbers_end: false,
    titles: "Dr Mr Mrs Ms Prof St",
    never_final: "vs No",
    maybe_final: "Inc Co Corp Ltd Bros LLC",
    particles: "
        은 는 이 가 을 를 의 와 과 도 만 에 에서 에게 께 께서 한테 로 으로 부터 까지 보다 처럼 마저 조차
        라고 이라고 이나 이며 들
    ",
    ..LanguageData::PLAIN
};
