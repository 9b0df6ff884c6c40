//! Hungarian.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "hu",
    code3: "hun",
    name: "Hungarian",
    stemmer: Some(Algorithm::Hungarian),
    decimal_comma: true,
    ordinals: true,
    lower_case_start: 0,
    titles: "dr Dr prof ifj id özv gr br Mr Mrs Ms St szt",
    never_final: "
        pl ún kb ill vö ld vs cf ca ui uo szerk fszt tel átl min max ker lat ang ném
    ",
    before_number: "
        sz old o bek kb tel pp § jan febr márc ápr jún júl aug szept okt nov dec
    ",
    maybe_final: "
        stb etc Kft Rt Zrt Nyrt Bt Inc Corp Co Ltd jr u.n i.e i.sz e.Kr kr Kr Ft mrd db jan
        febr márc ápr jún júl aug szept okt nov dec Bros LLC
    ",
    starters: "
        a az egy és de vagy ha hogy mert amikor amíg mint is nem sem csak már még most ma
        tegnap holnap itt ott ez azok ezek azt ezt ennek annak ő ők én mi te ti minden
        mindenki senki semmi néhány több sok más mások két kettő három ezért így tehát
        azonban ugyanakkor viszont pedig ám ugyanis ezután azután majd később előbb először
        végül ahol aki akik ami amely mit miért hogyan hol mikor ki mennyi hány melyik van
        volt lesz voltak vannak szerint után előtt alatt mellett között során miután bár
        noha illetve valamint továbbá ráadásul egyébként emellett eközben közben azóta eddig
        jelenleg igen talán persze utóbbi előbbi
    ",
    sayings: "
        mondta mondja kérdezte kérdezi felelte válaszolta közölte írta kiáltotta
        hangsúlyozta
    ",
    // Snowball project, BSD-3-Clause.
    stop_words: "
        a ahogy ahol aki akik akkor alatt által általában amely amelyek amelyekben amelyeket
        amelyet amelynek ami amit amolyan amíg amikor át abban ahhoz annak arra arról az
        azok azon azt azzal azért aztán azután azonban bár be belül benne cikk cikkek
        cikkeket csak de e eddig egész egy egyes egyetlen egyéb egyik egyre ekkor el elég
        ellen elő először előtt első én éppen ebben ehhez emilyen ennek erre ez ezt ezek
        ezen ezzel ezért és fel felé hanem hiszen hogy hogyan igen így illetve ill
        ilyen ilyenkor ison ismét itt jó jól jobban kell kellett keresztül keressünk ki
        kívül között közül legalább lehet lehetett legyen lenne lenni lesz lett maga magát
        majd már más másik meg még mellett mert mely melyek mi mit míg miért milyen mikor
        minden mindent mindenki mindig mint mintha mivel most nagy nagyobb nagyon ne néha
        nekem neki nem néhány nélkül nincs olyan ott össze ő ők őket pedig persze rá s saját
        sem semmi sok sokat sokkal számára szemben szerint szinte talán tehát teljes tovább
        továbbá több úgy ugyanis új újabb újra után utána utolsó vagy vagyis valaki valami
        valamint való vagyok van vannak volt voltam voltak voltunk vissza vele viszont volna
    ",
    reservations: "szerint de kivéve",
    ..LanguageData::PLAIN
};
