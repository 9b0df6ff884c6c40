//! French.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "fr",
    code3: "fra",
    name: "French",
    stemmer: Some(Algorithm::French),
    other_codes: &["fre"],
    decimal_comma: true,
    titles: "
        M MM Mme Mmes Mlle Mlles Mgr Me Mes Dr Drs Pr Prof St Ste Sts Gén Cdt Col Lt Sgt Mr
        Mrs Ms Vve Pce prof lt sgt
    ",
    never_final: "
        av env p.ex c.-à-d cf ca vs ibid id op loc tél boul bd incl adj adv masc fém sing
        plur syn ant hab dép arr apr resp
    ",
    before_number: "
        art n no nos p pp vol chap fig t tél av al éd § janv févr avr juil sept oct nov déc
    ",
    maybe_final: "
        etc Inc Corp Co Ltd Cie Sté Jr S.A dir éd coll janv févr avr juil sept oct nov déc
        apr J.-C av suiv sq Bros LLC ex prof
    ",
    starters: "
        le la les un une des du de d' il elle ils elles on nous vous je j' tu ce cet cette
        ces c' cela ça ceci celui celle ceux son sa ses leur leurs notre nos votre vos mon
        ma mes dans en au aux à par pour sur sous avec sans chez vers entre depuis pendant
        après avant selon malgré dès lors lorsque lorsqu' quand comme si mais ou et or ni
        car donc ainsi alors aussi cependant toutefois pourtant néanmoins enfin ensuite puis
        d'abord parce puisque qui que qu' quoi quel quelle quels quelles où comment pourquoi
        combien tout tous toute toutes plusieurs certains certaines aucun aucune chaque
        autre autres deux trois même aujourd'hui hier demain ici là outre parmi contre
        jusqu' grâce face suite bien très plus moins personne rien non oui n' ne s' se y peu
        beaucoup quelques déjà encore jamais toujours désormais
    ",
    prepositions: "en à au dans le depuis vers après avant",
    sayings: "
        dit disait demande demanda demandait lance lança répond répondit répondait ajoute
        ajouta explique expliqua affirme affirma déclare déclara écrit interroge interrogea
        s'interroge s'exclame s'exclama conclut poursuit raconte souligne estime assure
    ",
    elisions: "l d j n s t m c qu jusqu lorsqu puisqu quoiqu presqu",
    // Snowball project, BSD-3-Clause.
    stop_words: "
        au aux avec ce ces dans de des du elle en et eux il je la le leur lui ma mais me
        même mes moi mon ne nos notre nous on ou par pas pour qu que qui sa se ses sur ta te
        tes toi ton tu un une vos votre vous c d j l à m n s t y étée étées étant suis es
        êtes sont serai seras sera serons serez seront serais serait serions seriez seraient
        étais était étions étiez étaient fus fut fûmes fûtes furent sois soit soyons soyez
        soient fusse fusses fussions fussiez fussent ayant eu eue eues eus ai avons avez ont
        aurai aurons aurez auront aurais aurait aurions auriez auraient avais avait aviez
        avaient eut eûmes eûtes eurent aie aies ait ayons ayez aient eusse eusses eût
        eussions eussiez eussent ceci cela celà cet cette ici ils les leurs quel quels
        quelle quelles sans soi
    ",
    small_numbers: "deux trois quatre cinq six sept huit neuf dix onze douze",
    // Without `ne`: it denies nothing by itself (`plus qu'il ne faut`).
    negations: "pas jamais aucun aucune",
    prospects: "va vont devrait devraient pourrait pourraient",
    general_stems: "
        zéro deux trois quatr cinq six sept huit neuf dix onze douz vingt trent cent mill
        million milliard premi derni prochain deuxiem second moiti aujourd'hui hi demain
        jour nuit soir matin semain mois an anné siecl heur minut temp fois lund mard
        mercred jeud vendred samed dimanch janvi févri mar avril mai juin juillet août
        septembr octobr novembr décembr ver environ pres plus moin tres encor déjà toujour
        jam auss alor ains apres avant depuis pend selon plusieur certain beaucoup peu grand
        pet petit nouveau nouvel bon long haut gen person part fin lieu mond dir dit dis
        déclar fair fait aller ven voir vu prendr pris mettr mis pouvoir peut vouloir veut
        devoir doit savoir rest don trouv est été être
    ",
    people: "personnes",
    dead: "morts mortes tués tuées péri périrent décès décédés décédées",
    hurt: "blessés blessées disparus",
    parts: "autres de des du d'entre plus pas supplémentaires",
    toll: "nombre",
    up_to: "à",
    roughly: "au moins près plus environ quelque de",
    reservations: "selon d'après d’après mais sauf excepté quoique",
    ..LanguageData::PLAIN
};
