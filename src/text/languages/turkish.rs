//! Turkish.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "tr",
    code3: "tur",
    name: "Turkish",
    stemmer: Some(Algorithm::Turkish),
    decimal_comma: true,
    ordinals: true,
    dotless_i: true,
    titles: "
        Dr Prof Doç Yrd Av Sn Op Uzm Arş Gör Öğr Alb Yzb Bnb Org Korg Tümg Tuğg Gen Mr Mrs
        Ms St Hz Ecz Müh
    ",
    never_final: "
        M.Ö M.S örn bkz age cf ca tel Cad Sok Mah Bul Apt sn yak alm ing fr lat Ar İng Osm s
        çev ed haz
    ",
    before_number: "s sf no No nr cilt c md fık tel vol bl Şek",
    maybe_final: "
        vb vs vd v.b v.s v.d A.Ş Ltd Şti Inc Corp Co Jr T.C yy dk sa km kg Bros LLC
    ",
    starters: "
        bu o şu bunlar onlar ben biz sen siz bir her tüm bütün bazı birçok çok hiç hiçbir
        kimse ve ama ancak fakat veya ya da de ise çünkü eğer ne neden niçin nasıl nerede
        kim hangi kaç şimdi bugün dün yarın burada orada daha en önce sonra ayrıca böylece
        bunun buna bunu bundan onun ona onu ondan dolayısıyla ardından bununla birlikte yine
        yalnızca sadece belki evet hayır ilk son iki üç diğer öte oysa üstelik sonunda
        sonuçta aynı artık henüz hâlâ böyle öyle
    ",
    sayings: "
        dedi diyor söyledi sordu soruyor yanıtladı cevapladı bağırdı ekledi belirtti yazdı
    ",
    // Written for this project.
    stop_words: "
        acaba ama ancak artık asla aslında az bana bazı belki ben beni benim beri bile bir
        biraz birçok biri birkaç biz bize bizi bizim böyle böylece bu buna bunda bundan
        bunlar bunları bunların bunu bunun burada çok çünkü da daha dahi de defa değil diğer
        diye dolayı dolayısıyla edecek eden ederek edilen ediliyor ediyor eğer en etti
        ettiği ettiğini fakat gibi göre hala halen hangi hatta hem henüz hep hepsi her
        herhangi herkes hiç hiçbir için iki ile ilgili ise işte itibaren kadar karşın kendi
        kendine kendini kez ki kim kime kimse mı mi mu mü nasıl ne neden nedenle nerde
        nerede nereye niçin niye o olan olarak oldu olduğu olduğunu olduklarını olması
        olmayan olmaz olsa olsun olup olur olursa oluyor on ona ondan onlar onlardan onları
        onların onu onun oysa öyle pek rağmen sadece sanki sen senden seni senin siz sizden
        sizi sizin şey şöyle şu şuna şunu tarafından tüm üzere var vardı ve veya ya yani
        yapılan yaptı yaptığı yerine yine yoksa zaten
    ",
    small_numbers: "iki üç dört beş altı yedi sekiz dokuz on onbir oniki",
    beside_numbers: "
        bir yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin milyon milyar trilyon
    ",
    people: "kişi",
    dead: "öldü ölü öldürüldü",
    hurt: "yaralı yaralandı",
    parts: "daha diğer",
    roughly: "en az yaklaşık",
    reservations: "göre ancak ama fakat",
    ..LanguageData::PLAIN
};
