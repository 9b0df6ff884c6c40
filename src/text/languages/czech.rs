//! Czech.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "cs",
    code3: "ces",
    name: "Czech",
    other_codes: &["cze"],
    decimal_comma: true,
    ordinals: true,
    titles: "
        dr prof doc mgr ing bc judr mudr phdr rndr mvdr pharmdr paeddr csc sv p pí gen plk
        pplk mjr kpt por Mr Mrs Ms St
    ",
    never_final: "
        např tj tzn tzv resp popř event cca ca vs cf srov ul nám tř tel mj čes angl něm fr
        lat rus slov fa kol zn hl max min zejm vč pozn red příp zvl
    ",
    before_number: "
        č čís čl s str odst písm sv kap obr tab tel § vol p pp fol r paragraf článek strana
        kapitola číslo bod
    ",
    maybe_final: "
        atd apod aj etc př.n.l n.l r.o s.r.o o.s a.s spol Inc Corp Co Ltd jr st ml tis mil
        mld kč hod stol obj Bros LLC
    ",
    starters: "
        v ve na z ze do od po za o u při pro bez přes pod nad před mezi podle kvůli kromě
        během díky proti i a ale však nebo ani ovšem proto tedy tak když pokud jestliže
        protože neboť ačkoli aby že jak kdo co kde proč jaký jaká jaké který která které ten
        ta to ti tyto tento tato toto tomu tím on ona ono oni ony jeho její jejich já ty my
        vy náš naše můj moje svůj ne nikdo nic nikdy vždy už již ještě jen pouze také rovněž
        též pak potom poté později nyní teraz dnes včera zítra tady zde tam tehdy všichni
        vše všechno každý někteří některé jiní jiné mnoho několik oba obě první je jsou byl
        byla bylo byli být má se si zatímco navíc dále současně naopak nejprve konečně zatím
        dva tři teď
    ",
    prepositions: "v ve od do po před o na",
    sayings: "
        řekl řekla říká říkal zeptal zeptala ptá odpověděl odpovídá dodal dodala uvedl
        uvedla napsal zvolal prohlásil
    ",
    // Written for this project.
    stop_words: "
        a aby ale ani asi až bez bude budou by byl byla byli bylo být co což do i já jak
        jako je jeho jej její jejich jen jenž jestli ještě ji jí jich jim jimi jsem jsme
        jsou jste k kam každý kde kdo kdy když ke která které kteří který kterou kterých
        kterým ku má mají mám mě mezi mi mimo můj my na nad nám nás náš ne nebo neboť než ní
        nic nich ním no o od on ona oni ono pak po pod podle pokud pouze právě pro proč
        proto protože před přes při s se si sice svůj své svých ta tak také takže tam tato
        te té tedy těm ten tento této ti to toho tohoto tom tomto tomu tu tuto tvůj ty tyto
        těch u už v vám vás váš ve však všechno vy z za zda zde ze že mu ho mně jsi během
        kvůli aniž též či
    ",
    small_numbers: "dva tři čtyři pět šest sedm osm devět deset jedenáct dvanáct",
    beside_numbers: "
        dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát sto sta set tisíce
        tisíc miliony milionů mil miliardy miliard
    ",
    people: "lidí lidi osob osoby",
    dead: "zahynulo zahynuli zemřelo zemřeli mrtvých mrtví",
    hurt: "zraněných zraněno zraněni",
    parts: "další dalších jiných z ze",
    roughly: "nejméně asi přes téměř",
    reservations: "podle ale však",
    ..LanguageData::PLAIN
};
