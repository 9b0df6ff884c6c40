//! Indonesian.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "id",
    code3: "ind",
    name: "Indonesian",
    decimal_comma: true,
    titles: "
        Dr Drs Dra Prof Ir H Hj KH K.H Bpk Sdr Sdri Jend Letjen Mayjen Brigjen Kol Letkol
        Kapt Mr Mrs Ms St Tn Ny Nn Rev
    ",
    never_final: "
        mis vs cf ca Jl jl Jln tgl a.n u.b d.a s.d bdk lih tel yth lk Kec Kab Kel kl
    ",
    before_number: "no No hlm hal Rp vol jil bab ps psl tgl tel p pp Rt Rw",
    maybe_final: "
        dll dsb dst dkk etc Tbk Inc Corp Co Ltd Jr S.H M.Sc S.E M.M Ph.D a.s A.S S.T Bros
        LLC
    ",
    starters: "
        di ke dari pada dalam dengan untuk oleh tentang antara setelah sebelum selama sejak
        hingga sampai menurut tanpa bagi yang ini itu ia dia mereka kami kita saya aku anda
        dan atau tetapi tapi namun karena jika kalau bila ketika saat sementara meskipun
        walaupun agar sehingga bahwa seperti juga hanya sudah telah akan sedang masih belum
        tidak bukan ada adalah semua setiap beberapa banyak para sebuah seorang satu dua
        tiga apa siapa mengapa bagaimana kapan mana selain akhirnya kemudian lalu sekarang
        kini hari sebagian bahkan meski hal pihak akibat berdasarkan tak
    ",
    prepositions: "di pada sejak dari",
    sayings: "
        kata ujar tanya jawab tutur ucap tegas jelas ungkap katanya ujarnya tambah sebut
    ",
    // Written for this project.
    stop_words: "
        ada adalah adapun agar akan akibat aku anda antara apa apabila apakah atas atau
        bagai bagaimana bagi bahkan bahwa bahwasanya beberapa begitu belum berada bila bisa
        boleh bukan dalam dan dapat dari daripada demi demikian dengan di dia diri dirinya
        hal hanya harus hendak hingga ia ialah ini itu itulah jadi jangan jika jikalau juga
        kala kalau kali kami kamu karena ke kemudian kepada ketika kini kita lagi lain lalu
        lebih maka mana masih masing maupun melainkan mengapa menjadi menurut mereka meski
        meskipun mungkin namun nya oleh olehnya pada padahal para per perlu pula pun saat
        saja sambil sampai sang sangat saya seakan sebab sebagai sebagaimana sebelum sebuah
        secara sedang sehingga sejak sekitar selain selama seluruh semua sementara sendiri
        seorang seperti sering serta sesuatu setelah setiap siapa sini suatu sudah supaya
        tanpa tapi telah tentang terhadap termasuk tersebut tetapi tiap tidak untuk yaitu
        yakni yang walau walaupun tak bukanlah katanya ujarnya kata ujar
    ",
    people: "orang",
    dead: "tewas meninggal",
    hurt: "luka terluka hilang",
    parts: "lain lainnya lagi dari tidak",
    toll: "jumlah",
    up_to: "menjadi",
    roughly: "sedikitnya setidaknya sekitar lebih dari",
    reservations: "menurut tetapi tapi namun kecuali",
    ..LanguageData::PLAIN
};
