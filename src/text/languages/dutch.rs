//! Dutch.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "nl",
    code3: "nld",
    name: "Dutch",
    stemmer: Some(Algorithm::Dutch),
    other_codes: &["dut"],
    decimal_comma: true,
    titles: "
        dhr mevr mw mej dr drs ir ing prof mr ds bc lic St lt sgt Mrs Ms Mr jhr jkvr Gen
        Burg Kap Kol
    ",
    never_final: "
        bijv b.v d.w.z o.a m.a.w i.p.v t.o.v m.b.t t.a.v i.v.m t/m ca vs cf vgl z.g zgn zog
        resp incl excl evt m.n d.m.v n.a.v o.l.v t.g.v t.b.v a.h.w afd dept geb gest v kath
        ned fr lat m.i.v i.c i.o Vilh Chr Joh Wm Wilh Thos Chas Geo Benj Jas
    ",
    before_number: "
        nr nrs no art blz p pp hfst vol fig deel par tel jan feb mrt apr jun jul aug sep
        sept okt nov dec
    ",
    maybe_final: "
        etc enz e.d e.a Inc Corp Co Ltd N.V B.V nv bv jr sr a.u.b v.Chr n.Chr Chr jl ed jan
        feb apr jun jul aug sept okt nov dec str mln mld Bros LLC
    ",
    starters: "
        de het een 't hij zij ze wij we ik jij je u men dit dat deze die er in op aan bij
        met van voor naar uit over onder tussen tijdens na sinds tot door om tegen zonder
        volgens wegens ondanks maar en of want dus ook echter toch daarom daarna daarmee
        daarbij daar dan toen nu vandaag gisteren morgen hier als wanneer omdat hoewel
        terwijl nadat voordat zodra wie wat waar waarom hoe welke welk niet geen niemand
        niets alle alles alleen al altijd andere beide enkele iedereen ieder elke elk veel
        vele meer meeste sommige verder bovendien inmiddels intussen eerst later vervolgens
        uiteindelijk zo zelfs nog slechts ongeveer zijn haar hun mijn ons onze is was waren
        wordt werd heeft had kan zal twee drie
    ",
    prepositions: "in op om bij van tot sinds na voor rond",
    sayings: "
        zei zegt vroeg vraagt riep antwoordde antwoordt vertelde vertelt verklaarde schreef
        schrijft meende
    ",
    // Snowball project, BSD-3-Clause.
    stop_words: "
        de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er
        maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit
        der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu ge geen omdat
        iets worden toch al waren veel meer doen toen moet ben zonder kan hun dus alles
        onder ja eens hier wie werd altijd doch wordt wezen kunnen ons zelf tegen na reeds
        wil kon niets uw iemand geweest andere
    ",
    small_numbers: "twee drie vier vijf zes zeven acht negen tien elf twaalf",
    people: "mensen personen",
    dead: "doden omgekomen gedood overleden",
    hurt: "gewonden gewond vermisten",
    parts: "andere anderen van meer niet",
    toll: "aantal",
    up_to: "tot op",
    roughly: "zeker minstens ruim bijna ongeveer",
    reservations: "volgens maar behalve hoewel tenzij",
    ..LanguageData::PLAIN
};
