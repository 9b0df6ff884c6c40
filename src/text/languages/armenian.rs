//! Armenian.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "hy",
    code3: "hye",
    name: "Armenian",
    other_codes: &["arm"],
    colon_ends: true,
    decimal_comma: true,
    titles: "Պրոֆ պրոֆ դոկ Dr Mr",
    never_final: "օր տես հմմտ",
    before_number: "էջ",
    maybe_final: "թ դ հ մ",
    // Written for this project.
    stop_words: "
        այդ այլ այն այս դու դուք եմ են ենք ես եք է էի էին էինք էիր էիք էր ըստ թ ի ին իսկ իր
        կամ համար հետ հետո մենք մեջ մի ն նա նաեւ նրա նրանք որ որը որոնք որպես ու ում պիտի վրա
        եւ եւ բայց միայն մեր ձեր իրենց նրանց դա սա սրանք դրանք ինչ ով որտեղ երբ ինչպես եթե
        քանի քան մինչ մինչեւ մասին առանց այստեղ այնտեղ արդեն դեռ նույն ոչ չի չէ չեն բոլոր
        ամեն
    ",
    ..LanguageData::PLAIN
};
