//! Vietnamese.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "vi",
    code3: "vie",
    name: "Vietnamese",
    decimal_comma: true,
    lower_case_start: 0,
    syllables: true,
    titles: "
        TS Ths ThS GS PGS BS KS Mr Mrs Ms Dr LS ĐD NSND NSUT Th.S P.GS.TS TP Tp
    ",
    never_final: "vd v.d vs tr ĐT đt đ/c NXB tp TP Tp",
    before_number: "số tr Q P No đ",
    maybe_final: "v.v vv Co Ltd Inc Corp TP.HCM",
    final_after_number: "m km đ",
    letter_words: "ý Ý á Á ạ ở ơ à",
    starters: "
        các những một và nhưng hoặc trong ngoài trên dưới tại từ đến với cho của theo vì khi
        nếu tuy mặc sau trước hiện nay đây đó này anh chị ông bà cô tôi chúng họ nó người
        cũng đã đang sẽ không chưa có là được bị để do như vậy vào ở mỗi mọi tất nhiều ít
        hai ba ai gì sao thế rồi còn mà thì cả chỉ riêng
    ",
    exclaimed_names: "Yahoo",
    // Năm is a year more often than five, and eleven and twelve are two words.
    small_numbers: "hai ba bốn - sáu bảy tám chín mười",
    beside_numbers: "
        một mốt lăm mươi chục trăm nghìn ngàn vạn triệu tỷ tỉ rưỡi thứ tháng mồng mùng lần tầng
        lớp hạng số
    ",
    negations: "không chưa chẳng",
    // Not only, not few, unceasingly; air force, air, space, air raid; wireless, unmanned.
    undenied: "
        chỉ những ít kém khác khỏi ngần ngại ngừng quân khí gian kích lưu phận trung tặc
        dây người
    ",
    // Aviation.
    undenying: "hàng",
    prospects: "sẽ sắp",
    general_stems: "
        các những một và nhưng hoặc trong ngoài trên dưới tại từ đến với cho của theo vì khi
        nếu tuy mặc sau trước hiện nay đây đó này anh chị ông bà cô tôi chúng họ nó người
        cũng đã đang sẽ không chưa có là được bị để do như vậy vào ở mỗi mọi tất nhiều ít
        hai ba ai gì sao thế rồi còn mà thì cả chỉ riêng phải ra lại lên xuống về qua rất hơn
        nhất việc sự cái con chiếc lần ngày tháng năm giờ thứ nói biết làm thấy đi khoảng
        thể cần nên bằng giữa cùng lúc đều vẫn mới hay
    ",
    sayings: "nói hỏi đáp kể trả kêu",
    joints: &[
        "bên cạnh đó",
        "cùng với đó",
        "cũng theo",
        "cũng trong",
        "cũng từ",
        "do đó",
        "hơn nữa",
        "mặt khác",
        "ngoài ra",
        "ngược lại",
        "nhưng",
        "như vậy",
        "theo đó",
        "thế nhưng",
        "thứ ba",
        "thứ hai",
        "trong khi đó",
        "tuy nhiên",
        "tuy vậy",
        "việc này",
        "vì thế",
        "vì vậy",
        "ông này",
        "điều này",
        "đáp lại",
        "đồng thời",
    ],
    people: "người",
    // The first syllables of thiệt mạng, tử vong, tử nạn.
    dead: "chết thiệt tử",
    hurt: "thương",
    parts: "khác nữa trong không chưa",
    toll: "số",
    up_to: "đến tới lên",
    roughly: "ít nhất hơn khoảng",
    reservations: "theo nhưng trừ",
    ..LanguageData::PLAIN
};
