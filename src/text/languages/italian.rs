//! Italian.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "it",
    code3: "ita",
    name: "Italian",
    stemmer: Some(Algorithm::Italian),
    decimal_comma: true,
    titles: "
        dott dott.ssa dottssa sig sigg sig.ra sig.na sigra prof prof.ssa ing avv arch geom
        rag on sen mons gen col cap ten magg amm S Ss dr card comm cav rev Mr Mrs Ms St
    ",
    never_final: "
        p.es es cfr cf vs ca v op cit ibid id ital lat ingl ted incl spett egr gent ill
        F.lli tel c.so p.za v.le
    ",
    before_number: "
        art artt n nn no nr pag pagg p pp vol voll fig cap sez par lett tel c gen feb mar
        apr mag giu lug ago set sett ott nov dic att
    ",
    maybe_final: "
        ecc etc Inc Corp Co Ltd S.p.A S.r.l spa srl Jr jr sec ed gen feb apr giu lug ago
        sett ott nov dic Bros LLC
    ",
    mostly_final: "a.C d.C",
    starters: "
        il lo la i gli le un uno una dei degli delle del della dello di a da in con su per
        tra fra al alla allo ai agli alle dal dalla dalle dai nel nella nello nei nelle
        negli sul sulla sui sulle egli ella esso essa essi lui lei loro noi voi io tu si ci
        questo questa questi queste quello quella quelli quelle quei quel suo sua suoi sue
        mio mia nostro nostra ma e ed o oppure però anche inoltre infatti quindi dunque così
        allora poi dopo prima durante mentre quando come se perché poiché che chi cosa dove
        quale quali quanto quanti non né mai sempre ancora già ora adesso oggi ieri domani
        qui là più meno molto molti molte poco pochi alcuni alcune altri altre altro ogni
        ognuno tutti tutte tutto nessuno nessuna niente nulla due tre entrambi secondo senza
        sotto sopra verso contro nonostante malgrado tuttavia infine successivamente
        attualmente è sono era erano fu ha hanno aveva sia
    ",
    prepositions: "in a nel il da dal dopo prima verso per",
    sayings: "
        disse dice diceva chiese chiede domandò rispose risponde aggiunse aggiunge affermò
        esclamò spiegò dichiarò commentò scrisse gridò
    ",
    elisions: "
        l un d dell all nell sull dall quest quell c s m t v n dov com cos tutt sant bell
        anch
    ",
    // Snowball project, BSD-3-Clause.
    stop_words: "
        ad al allo ai agli all agl alla alle con col coi da dal dallo dai dagli dall dagl
        dalla dalle di del dello dei degli dell degl della delle in nel nello nei negli nell
        negl nella nelle su sul sullo sui sugli sull sugl sulla sulle per tra contro io tu
        lui lei noi voi loro mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro
        nostra nostri nostre vostro vostra vostri vostre mi ti ci vi lo la li le gli ne il
        un uno una ma ed se perché anche come dov dove che chi cui non più quale quanto
        quanti quanta quante quello quelli quella quelle questo questi questa queste si
        tutto tutti a c e i l o ho hai ha abbiamo avete hanno abbia abbiate abbiano avrò
        avrai avrà avremo avrete avranno avrei avresti avrebbe avremmo avreste avrebbero
        avevo avevi aveva avevamo avevate avevano ebbi avesti ebbe avemmo aveste ebbero
        avessi avesse avessimo avessero avendo avuto avuta avuti avute sono sei è siamo
        siete sia siate siano sarò sarai sarà saremo sarete saranno sarei saresti sarebbe
        saremmo sareste sarebbero ero eri era eravamo eravate erano fui fosti fu fummo foste
        furono fossi fosse fossimo fossero essendo faccio fai facciamo fanno faccia facciate
        facciano farò farai farà faremo farete faranno farei faresti farebbe faremmo fareste
        farebbero facevo facevi faceva facevamo facevate facevano feci facesti fece facemmo
        faceste fecero facessi facesse facessimo facessero facendo sto stai sta stiamo
        stanno stia stiate stiano starò starai starà staremo starete staranno starei
        staresti starebbe staremmo stareste starebbero stavo stavi stava stavamo stavate
        stavano stetti stesti stette stemmo steste stettero stessi stesse stessimo stessero
        stando
    ",
    small_numbers: "due tre quattro cinque sei sette otto nove dieci undici dodici",
    people: "persone",
    dead: "morti morte morirono deceduti decedute uccisi uccise",
    hurt: "feriti ferite dispersi",
    parts: "altri altre di dei degli delle più non",
    toll: "numero",
    up_to: "a",
    roughly: "almeno circa oltre quasi",
    reservations: "secondo ma però tranne eccetto benché sebbene",
    ..LanguageData::PLAIN
};
