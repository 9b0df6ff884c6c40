//! Spanish.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "es",
    code3: "spa",
    name: "Spanish",
    stemmer: Some(Algorithm::Spanish),
    decimal_comma: true,
    titles: "
        sr sra sres sras srta dr dra dres prof profa D Dña lic ing arq gral Cnel Tte Cap
        Sgto Sto Sta Excmo Ilmo Mons Fr Hno Hna Mr Mrs Ms St Gob Pdte Pdta
    ",
    never_final: "
        p.ej ej vs cf ca aprox av Avda avda c/ incl esp Rev admón dpto depto EE p entlo gral
        tel op cit ibid íd izq dcha máx mín FF RR
    ",
    before_number: "
        art arts no nos nº núm núms pág págs p pp vol vols cap fig t tel ed cra ext c sec
        párr km ene feb mar abr jun jul ago sep sept oct nov dic
    ",
    maybe_final: "
        etc Inc Corp Co Ltd Cía Jr S.A S.L UU AA HH EE.UU EEUU ed a.m p.m hnos km kg ene feb
        abr jun jul ago sep sept oct nov dic Bs As cts ptas Bros LLC ex
    ",
    mostly_final: "a.C d.C",
    starters: "
        el la los las lo un una unos unas él ella ellos ellas ello yo tú usted ustedes
        nosotros se su sus mi mis tu tus nuestro nuestra este esta estos estas ese esa esos
        esas aquel aquella esto eso aquello en de del al a por para con sin sobre bajo entre
        desde hasta hacia según durante tras ante contra mediante pero y e o u ni aunque
        mientras cuando como si porque pues sino que quien quienes cual cuales donde qué
        quién quiénes cuál cuándo cómo dónde cuánto también tampoco además así entonces
        luego después antes ahora hoy ayer mañana aquí allí allá ya no sí nunca siempre
        todavía aún más menos muy mucho muchos muchas poco pocos algunos algunas varios
        varias otro otra otros otras cada todo todos toda todas ningún ninguno nadie nada
        uno dos tres ambos asimismo finalmente posteriormente actualmente igualmente debido
        gracias pese junto fue era es son hay está están tiene le les nos me te
    ",
    prepositions: "en a de desde hasta por el hacia tras",
    sayings: "
        dijo dice decía preguntó pregunta respondió responde afirmó afirma añadió añade
        aseguró asegura explicó explica declaró exclamó comentó señaló escribió gritó
        contestó
    ",
    // Snowball project, BSD-3-Clause.
    stop_words: "
        de la que el en y a los del se las por un para con no una su al lo como más pero sus
        le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde
        quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto
        mí antes algunos qué unos yo otro otras otra él tanto esa estos mucho quienes nada
        muchos cual poco ella estar estas algunas algo nosotros mi mis tú te ti tu tus ellas
        nosotras vosotros vosotras os mío mía míos mías tuyo tuya tuyos tuyas suyo suya
        suyos suyas nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras esos
        esas estoy estás está estamos estáis están esté estés estemos estéis estén estaré
        estarás estará estaremos estaréis estarán estaría estarías estaríamos estaríais
        estarían estaba estabas estábamos estabais estaban estuve estuviste estuvo estuvimos
        estuvisteis estuvieron estuviera estuvieras estuviéramos estuvierais estuvieran
        estuviese estuvieses estuviésemos estuvieseis estuviesen estando estado estada
        estados estadas estad he has ha hemos habéis han haya hayas hayamos hayáis hayan
        habré habrás habrá habremos habréis habrán habría habrías habríamos habríais habrían
        había habías habíamos habíais habían hube hubiste hubo hubimos hubisteis hubieron
        hubiera hubieras hubiéramos hubierais hubieran hubiese hubieses hubiésemos hubieseis
        hubiesen habiendo habido habida habidos habidas soy eres es somos sois son sea seas
        seamos seáis sean seré serás será seremos seréis serán sería serías seríamos seríais
        serían era eras éramos erais eran fui fuiste fue fuimos fuisteis fueron fuera fueras
        fuéramos fuerais fueran fuese fueses fuésemos fueseis fuesen siendo sido tengo
        tienes tiene tenemos tenéis tienen tenga tengas tengamos tengáis tengan tendré
        tendrás tendrá tendremos tendréis tendrán tendría tendrías tendríamos tendríais
        tendrían tenía tenías teníamos teníais tenían tuve tuviste tuvo tuvimos tuvisteis
        tuvieron tuviera tuvieras tuviéramos tuvierais tuvieran tuviese tuvieses tuviésemos
        tuvieseis tuviesen teniendo tenido tenida tenidos tenidas tened
    ",
    small_numbers: "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    negations: "no nunca jamás ningún ninguna nadie",
    prospects: "va van debería deberían podría podrían",
    general_stems: "
        cer dos tres cuatr cinc seis siet ocho nuev diez once doc veint cien cient mil
        millon primer ultim proxim segund mit hoy ayer mañan dia dias noch tard seman mes
        año años sigl hor minut tiemp vez vec lun mart miercol juev viern sab doming ener
        febrer marz abril may juni juli agost septiembr octubr noviembr diciembr casi cerc
        men aun todav siempr nunc entonc asi despues segun vari gran grand pequeñ buen mejor
        larg alto gent person part fin lug mund dec dij dic hac hiz ir ven ver tom pon pued
        quier deb qued dar encontr
    ",
    people: "personas",
    dead: "muertos muertas fallecidos fallecidas murieron fallecieron perecieron mueren mató",
    hurt: "heridos heridas desaparecidos",
    parts: "otras otros más de del no",
    toll: "cifra número",
    up_to: "a",
    roughly: "al menos por lo unas unos casi más de a",
    reservations: "según pero sino aunque salvo excepto",
    ..LanguageData::PLAIN
};
