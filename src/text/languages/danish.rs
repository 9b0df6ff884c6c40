//! Danish.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "da",
    code3: "dan",
    name: "Danish",
    stemmer: Some(Algorithm::Danish),
    decimal_comma: true,
    ordinals: true,
    titles: "
        dr hr fr frk prof lic mag cand stud Mr Mrs Ms St Skt kapt kgl Gen
    ",
    never_final: "
        f.eks fx bl.a m.h.t dvs d.v.s jf jfr ca vs cf evt inkl ekskl ang vedr pga p.g.a mht
        ift iflg hhv h.h.v nuv fhv dav alm ty lat gl kl Kbh tlf s.k såk p.t resp maks f.n
        eks tilsv sml adj adv konst adm afd inst int Vilh Chr Joh Wm Wilh Thos Chas Geo Benj
        Jas phil polyt jur merc
    ",
    before_number: "
        nr s art stk bd kap kl tlf § fig årg vol p pp jan feb mar apr jun jul aug sep sept
        okt nov dec paragraf side kapittel kapitel artikkel artikel nummer plass plads punkt
        str
    ",
    maybe_final: "
        osv o.s.v etc m.v mv m.m mm m.fl mfl o.l o.a Inc Corp Co Ltd A/S jr kr pct mio mia
        jan feb apr aug sep sept okt nov dec ff udg Bros LLC
    ",
    mostly_final: "f.Kr e.Kr Kr",
    starters: "
        den det de der en et han hun vi jeg du man dette denne disse i på af til fra med for
        om ved over under efter før mellem uden siden gennem mod hos ifølge trods men og
        eller så da når hvis fordi selvom mens at som hvem hvad hvor hvorfor hvordan hvornår
        hvilken her nu dengang derfor derefter desuden dog også ikke ingen intet alle alt
        andre begge enhver flere mange meget nogle nogen hver sådan samtidig senere først
        endelig dag derimod dermed dertil hans hendes deres min mit mine vores sin sit er
        var bliver blev har havde kan vil skal to tre ja nej kun blot desværre måske
        allerede altid ofte både enten hverken endnu tidligere hermed herefter imidlertid
        ligesom
    ",
    prepositions: "i på kl fra til efter før siden om ved",
    sayings: "
        sagde siger spurgte spørger råbte svarede svarer tilføjede forklarede skrev skriver
        mente udbrød
    ",
    // Snowball project, BSD-3-Clause; efter and what follows added.
    stop_words: "
        og i jeg det at en den til er som på de med han af for ikke der var mig sig men et
        har om vi min havde ham hun nu over da fra du ud sin dem os op man hans hvor eller
        hvad skal selv her alle vil blev kunne ind når være dog noget ville jo deres efter
        ned skulle denne end dette mit også under have dig anden hende mine alt meget sit
        sine vor mod disse hvis din nogle hos blive mange ad bliver hendes været thi jer
        sådan uden mellem siden igen kun nogen ingen intet hvordan hvorfor hvilken hvilket
        hvilke blevet fordi mens ligesom samt både ifølge gennem bag foran indtil omkring
        mere mest haft kunnet skullet villet vores jeres dens dets sådanne hvorefter endnu
        allerede altså
    ",
    small_numbers: "to tre fire fem seks syv otte ni ti elleve tolv",
    reservations: "ifølge men undtagen",
    ..LanguageData::PLAIN
};
