//! Swedish.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "sv",
    code3: "swe",
    name: "Swedish",
    stemmer: Some(Algorithm::Swedish),
    decimal_comma: true,
    titles: "dr hr fr prof lic Mr Mrs Ms St S:t kapt Gen",
    never_final: "
        t.ex bl.a d.v.s dvs m.a.o s.k p.g.a pga resp ca vs cf jfr ev exkl inkl ang enl f.d
        t.o.m fr.o.m tr.o.m f.n t.v f.ö eg lat ty tel dir avd adj adv bet motsv nuv st Vilh
        Chr Joh Wm Wilh Thos Chas Geo Benj Jas
    ",
    before_number: "
        nr s sid kap kl § art fig bd vol p pp tel st jan feb mar apr jun jul aug sep sept
        okt nov dec paragraf sida kapitel artikel nummer plats punkt
    ",
    maybe_final: "
        osv o.s.v etc m.m mm m.fl mfl o.d o.dyl Inc Corp Co Ltd AB jr sr kr milj mdr jan feb
        apr aug sep sept okt nov dec ff Bros LLC
    ",
    mostly_final: "f.Kr e.Kr Kr",
    starters: "
        den det de där en ett han hon vi jag du man detta denna dessa i på av till från med
        för om vid över under efter före innan mellan utan sedan genom mot hos enligt trots
        men och eller så då när eftersom medan att som vem vad var varför hur vilken vilka
        här nu därför därefter dessutom dock också inte ingen inget inga alla allt andra
        båda varje flera många mycket några någon något sådan samtidigt senare först
        slutligen däremot därmed hans hennes deras min mitt mina vår våra vårt är blir blev
        har hade kan vill ska måste två tre ja nej bara endast kanske redan alltid ofta både
        antingen varken ännu även ur ty
    ",
    prepositions: "i på kl från till efter före sedan om vid",
    sayings: "
        sade säger sa frågade frågar ropade svarade svarar tillade förklarade skrev skriver
        menade utbrast
    ",
    // Snowball project, BSD-3-Clause.
    stop_words: "
        och det att i en jag hon som han på den med var sig för så till är men ett om hade
        de av icke mig du henne då sin nu har inte hans honom skulle hennes där min man ej
        vid kunde något från ut när efter upp vi dem vara vad över än dig kan sina här ha
        mot alla under någon eller allt mycket sedan ju denna själv detta åt utan varit hur
        ingen mitt ni bli blev oss din dessa några deras blir mina samma vilken er sådan vår
        blivit dess inom mellan sådant varför varje vilka ditt vem vilket sitt sådana vart
        dina vars vårt våra ert era vilkas
    ",
    small_numbers: "två tre fyra fem sex sju åtta nio tio elva tolv",
    reservations: "enligt men utom",
    ..LanguageData::PLAIN
};
