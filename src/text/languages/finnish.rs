//! Finnish.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "fi",
    code3: "fin",
    name: "Finnish",
    stemmer: Some(Algorithm::Finnish),
    decimal_comma: true,
    ordinals: true,
    titles: "
        hra rva nti tri prof dos maist lis toht toim pj ent kenr ev.luutn evl luutn kapt maj
        kers Mr Mrs Ms Dr St fil yliop dipl.ins kansaned
    ",
    never_final: "
        esim mm nk ns ts ks vrt n ent nyk mahd vs cf ko po ao em muun synt kirj suom ruots
        engl saks ransk ven lat kreik tarkk toim vast mkr
    ",
    before_number: "
        nro nr s ss art kpl luku klo p puh fig os § vol n artikla pykälä sivu numero kohta
    ",
    maybe_final: "
        jne ym yms tms jms ynnä etc Oy Oyj Inc Corp Co Ltd jr sen mk min milj mrd v s Bros
        LLC
    ",
    mostly_final: "eKr jKr e.Kr j.Kr",
    starters: "
        se ne he hän minä me te sinä tämä nämä tuo nuo tässä siinä siitä tästä sen sitä
        niitä niiden hänen heidän ja mutta tai vaan sekä kun jos koska vaikka että jotta
        kuten kuin myös lisäksi kuitenkin siksi siis sitten silloin nyt tänään eilen
        huomenna täällä siellä kaikki moni monet monia muut muu jotkut jokainen kukaan
        mikään ei en eivät on oli ovat olivat mitä miksi miten missä milloin kuka joka jotka
        ensin ensimmäinen lopulta myöhemmin aluksi aikaisemmin usein vain ainoastaan samalla
        samoin toisaalta näin niin vuonna jälkeen ennen aikana ilman kanssa mukaan tosin
        toinen kaksi kolme yksi
    ",
    prepositions: "klo vuonna",
    sayings: "
        sanoi sanoo kysyi kysyy huusi vastasi vastaa totesi toteaa kertoi kertoo kirjoitti
        kirjoittaa lisäsi huudahti
    ",
    // Snowball project, BSD-3-Clause.
    stop_words: "
        olla olen olet on olemme olette ovat ole oli olisi olisit olisin olisimme olisitte
        olisivat olit olin olimme olitte olivat ollut olleet en et ei emme ette eivät minä
        minun minut minua minussa minusta minuun minulla minulta minulle sinä sinun sinut
        sinua sinussa sinusta sinuun sinulla sinulta sinulle hän hänen hänet häntä hänessä
        hänestä häneen hänellä häneltä hänelle me meidän meidät meitä meissä meistä meihin
        meillä meiltä meille te teidän teidät teitä teissä teistä teihin teillä teiltä
        teille he heidän heidät heitä heissä heistä heihin heillä heiltä heille tämä tämän
        tätä tässä tästä tähän tällä tältä tälle tänä täksi tuo tuon tuota tuossa tuosta
        tuohon tuolla tuolta tuolle tuona tuoksi se sen sitä siinä siitä siihen sillä siltä
        sille siksi nämä näiden näitä näissä näistä näihin näillä näiltä näille näinä näiksi
        nuo noiden noita noissa noista noihin noilla noilta noille noina noiksi ne niiden
        niitä niissä niistä niihin niillä niiltä niille niinä niiksi kuka kenen kenet ketä
        kenessä kenestä keneen kenellä keneltä kenelle kenenä keneksi ketkä keiden keitä
        keissä keistä keihin keillä keiltä keille keinä keiksi mikä minkä mitä missä mistä
        mihin millä miltä mille miksi mitkä joka jonka jota jossa josta johon jolla jolta
        jolle jona joksi jotka joiden joita joissa joista joihin joilla joilta joille joina
        joiksi että ja jos koska kuin mutta niin sekä tai vaan vai vaikka kanssa mukaan noin
        poikki yli kun nyt itse
    ",
    reservations: "mukaan mutta paitsi vaikka",
    ..LanguageData::PLAIN
};
