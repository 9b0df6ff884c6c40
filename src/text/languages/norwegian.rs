//! Norwegian.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "nb",
    code3: "nob",
    name: "Norwegian",
    stemmer: Some(Algorithm::Norwegian),
    other_codes: &["no", "nor", "nn", "nno"],
    decimal_comma: true,
    ordinals: true,
    titles: "dr hr fr prof cand stud lic mag Mr Mrs Ms St kapt Gen",
    never_final: "
        f.eks bl.a m.h.t dvs d.v.s jf jfr ca vs cf evt inkl ekskl ang vedr pga p.g.a mht ift
        iflg hhv nåv tidl alm ty lat gl kl tlf s.k p.t resp maks sml adj adv adm avd ev
        t.o.m f.o.m forts kgl Vilh Chr Joh Wm Wilh Thos Chas Geo Benj Jas phil polyt jur
        merc philol
    ",
    before_number: "
        nr s art bd kap kl tlf § fig årg vol p pp st jan feb mar apr jun jul aug sep sept
        okt nov des paragraf side kapittel kapitel artikkel artikel nummer plass plads punkt
        str
    ",
    maybe_final: "
        osv o.s.v etc m.v mv m.m mm m.fl mfl o.l o.a Inc Corp Co Ltd jr kr pst mill mrd jan
        feb apr aug sep sept okt nov des ff utg a.s Bros LLC
    ",
    mostly_final: "f.Kr e.Kr Kr",
    starters: "
        den det de der en et ei han hun vi jeg du man dette denne disse i på av til fra med
        for om ved over under etter før mellom uten siden gjennom mot hos ifølge tross men
        og eller så da når hvis fordi selv mens at som hvem hva hvor hvorfor hvordan hvilken
        her nå derfor deretter dessuten likevel også ikke ingen intet alle alt andre begge
        enhver flere mange mye noen noe hver slik samtidig senere først endelig derimod
        dermed hans hennes deres min mitt mine vår våre vårt sin sitt sine er var blir ble
        har hadde kan vil skal må to tre ja nei bare kun kanskje allerede alltid ofte både
        enten verken ennå dersom imidlertid tidligere dog heretter likeledes foreløpig
    ",
    prepositions: "i på kl fra til etter før siden om ved",
    sayings: "
        sa sier spurte spør ropte svarte svarer forklarte skrev skriver mente utbrøt
    ",
    // Snowball project, BSD-3-Clause.
    stop_words: "
        og i jeg det at en et den til er som på de med han av ikke ikkje der så var meg seg
        men ett har om vi min mitt ha hadde hun nå over da ved fra du ut sin dem oss opp man
        kan hans hvor eller hva skal selv sjøl her alle vil bli ble blei blitt kunne inn når
        være kom noen noe ville dere deres kun ja etter ned skulle denne for deg si sine
        sitt mot å meget hvorfor dette disse uten hvordan ingen din ditt blir samme hvilken
        hvilke sånn inni mellom vår hver hvem vors hvis både bare enn fordi før mange også
        slik vært båe begge siden dykk dykkar dei deira deires deim di då eg ein eit eitt
        elles honom hjå ho hoe henne hennar hennes hoss hossen ingi inkje korleis korso kva
        kvar kvarhelst kven kvi kvifor me medan mi mine mykje no nokon noka nokor noko nokre
        sia sidan so somt somme um upp vere vore verte vort varte vart
    ",
    small_numbers: "to tre fire fem seks sju åtte ni ti elleve tolv",
    reservations: "ifølge men unntatt",
    ..LanguageData::PLAIN
};
