//! Romanian.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "ro",
    code3: "ron",
    name: "Romanian",
    stemmer: Some(Algorithm::Romanian),
    other_codes: &["rum", "mo"],
    decimal_comma: true,
    titles: "
        dl dra dr prof ing av col lt cpt mr sf d-l d-na d-ra Mr Mrs Ms St conf acad arh lect
        Gen
    ",
    never_final: "
        vs cf ca aprox cca str bd șos b-dul tel incl lat fr engl germ rus gr v fig op cit
        ibid ap bl sc
    ",
    before_number: "
        nr art alin lit pct pag p pp vol cap fig tel par t § ian feb febr mar apr iun iul
        aug sept oct nov dec
    ",
    maybe_final: "
        etc ș.a ş.a ș.a.m.d ş.a.m.d Inc Corp Co Ltd S.A S.R.L jr mil mld ian feb apr iun iul
        aug sept oct nov dec Bros LLC ex
    ",
    mostly_final: "î.Hr d.Hr î.e.n e.n",
    starters: "
        un o unei unui niște el ea ei ele eu tu noi voi acest această acești aceste acesta
        aceasta aceștia acestea acel acea acei acele acela cel cea cei cele în din de la pe
        cu fără pentru prin sub peste după înainte între spre despre către conform potrivit
        datorită împotriva dar și sau însă iar deci astfel apoi atunci acum azi astăzi ieri
        mâine aici acolo când dacă deoarece că fiindcă deși cum care cine ce unde câți câte
        cât nu nici nimeni nimic niciodată mereu încă deja doar numai mai mult mulți multe
        puțini alți alte alții fiecare toți toate tot unii unele doi două trei ambii primul
        prima este sunt era erau a au fost are avea se să și-a într dintr totuși asemenea
        ulterior ultimul
    ",
    prepositions: "în la din de pe după",
    sayings: "
        spus spune întrebat întreabă răspuns răspunde zis zice adăugat declarat explicat
        afirmat scris strigat
    ",
    // Written for this project.
    stop_words: "
        a abia aceasta această acea aceea acei aceia acel acela acele acelea acest acesta
        aceste acestea acestei acestui acestor acești aceștia ai aici al ale am ar are aș
        așa asta astfel asupra atât ați au avea avem avut ca că căci cam când care căreia
        cărora căruia cât către ce cea cei cel cele celor ceva chiar cine cu cum da dacă dar
        dat de deci decât deja deoarece deși despre din după e ea ei el ele era erau este
        ești eu fără fi fie fiecare fiind fost iar îi îl îmi în încă înainte între într
        întru își îți i l la le li lor lui m mai mea mei mele meu mi mie n ne nici niște
        noastră noi nostru nu o ori orice pe pentru peste poate prin s sa să sale sau se sub
        sunt suntem său săi spre t te toată toate tot toți totuși tu un una unde unei unele
        unii unor unui va vă voi vom vor vreo dintre printre
    ",
    reservations: "potrivit conform dar însă deși",
    ..LanguageData::PLAIN
};
