//! German.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "de",
    code3: "deu",
    name: "German",
    stemmer: Some(Algorithm::German),
    other_codes: &["ger", "gsw"],
    decimal_comma: true,
    ordinals: true,
    titles: "
        Fa Dr Prof Hr Fr Frl Hrn Dipl Ing Mag St Skt Sr Kard Bgm Ltn Lt Hptm Maj Gen Obst Pfr
        Mr Mrs Ms Dipl.-Ing Dr.-Ing Priv.-Doz Doz Stud Univ.-Prof Präs Vors
    ",
    never_final: "
        bzw ca vgl d.h z.B z.T z.Zt u.a u.ä o.ä i.d.R i.A i.V s.o s.u v.a v.l.n.r m.E u.U
        z.Hd sog sogen bspw evtl ggf inkl exkl einschl bzgl betr gem lt geb gest verh gesch
        zzgl abzgl zw zzt derz dt engl frz ital span russ lat griech amerik brit schweiz
        österr ehem allg bes insb insbes jew max min mind urspr vs Hl hl Kl kl gr Gr ev kath
        röm evang St Skt dgl dergl eigtl entspr etw gegr hrsg Hrsg inc ing jun kfm komm lfd
        med mtl nachm vorm norddt süddt Red resp rd stellv tägl techn u v d i Vilh Chr Joh
        Wm Wilh Thos Chas Geo Benj Jas
    ",
    before_number: "
        Nr Nrn Art Abs Abb Bd Bde S Kap Abschn Ziff Rn Tel Fig Tab Z Vers Jan Feb Febr Mär
        Apr Jun Jul Aug Sep Sept Okt Nov Dez Fax Str Pos Artikel Paragraf Paragraph Seite
        Kapitel Absatz Platz Rang Nummer Punkt Abschnitt Band Teil Stufe Klasse
    ",
    maybe_final: "
        usw etc u.s.w usf ff f Co Corp Inc Ltd AG Jr jr jun sen Sen Std Min Sek Mio Mrd Tsd
        Jh Jhd Jhdt Str Pl Jan Feb Febr Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do
        Fr Sa So Mill n.Chr v.Chr Chr Kg km Bhf Hbf Abt Verl Aufl Ausg Bez Kr Ges Gesch Bros
        LLC
    ",
    starters: "
        der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich du
        man dies diese dieser dieses diesem diesen jener jene in im an am auf aus bei beim
        bis durch für gegen hinter mit nach neben ohne seit trotz über um unter von vom vor
        während wegen wie zu zum zur zwischen aber also als auch da dabei dafür dagegen
        daher damit danach dann daran darauf darüber darum daraufhin denn dennoch deshalb
        doch dort dadurch ebenso eigentlich einige einst erst etwa etwas ferner hier hierbei
        hingegen immer insgesamt inzwischen ja jede jeder jedes jedoch jetzt kein keine
        keiner laut mancher manche mehr mehrere mein meine nachdem natürlich nein nicht
        nichts niemand noch nun nur ob obwohl oder oft schließlich schon sein seine seinen
        seiner seitdem selbst so sogar solche sonst sowohl später trotzdem und unser unsere
        viele vielleicht wann warum was weder weil weitere welche wenn wer weshalb wieder wo
        wobei zudem zuerst zunächst zwar zwei anschließend allerdings alle alles andere
        außerdem bereits bisher damals derzeit gleichzeitig heute gestern morgen ihre ihren
        ihrer ihm ihn dessen deren demnach somit sowie statt
    ",
    prepositions: "in im an am um ab bis seit vor nach gegen zum zur ca",
    sayings: "
        sagte sagt sagten fragte fragt rief ruft antwortete erklärte erklärt schrieb
        schreibt meinte meint betonte erwiderte wollte entgegnete
    ",
    // Snowball project, BSD-3-Clause.
    stop_words: "
        aber alle allem allen aller alles als also am an ander andere anderem anderen
        anderer anderes anderm andern anderr anders auch auf aus bei bin bis bist da damit
        dann der den des dem die das dass derselbe derselben denselben desselben demselben
        dieselbe dieselben dasselbe dazu dein deine deinem deinen deiner deines denn derer
        dessen dich dir du dies diese diesem diesen dieser dieses doch dort durch ein eine
        einem einen einer eines einig einige einigem einigen einiger einiges einmal er ihn
        ihm es etwas euer eure eurem euren eurer eures für gegen gewesen hab habe haben hat
        hatte hatten hier hin hinter ich mich mir ihr ihre ihrem ihren ihrer ihres euch im
        in indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt
        kann kein keine keinem keinen keiner keines können könnte machen man manche manchem
        manchen mancher manches mein meine meinem meinen meiner meines mit muss musste nach
        nicht nichts noch nun nur ob oder ohne sehr sei seien sein seine seinem seinen seiner
        seines selbst sich sie ihnen sind so solche solchem solchen solcher solches soll sollte
        sondern sonst über um und uns unse unsem unsen unser unses unter viel vom von vor
        während war waren warst was weg weil weiter welche welchem welchen welcher welches
        wenn werde werden wie wieder will wir wird wirst wo wollen wollte würde würden zu
        zum zur zwar zwischen
    ",
    small_numbers: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    negations: "nicht nichts kein keine keinem keinen keiner keines nie niemals niemand",
    prospects: "wird werden würde würden will wollen soll sollen könnte könnten",
    general_stems: "
        null ein zwei drei vier funf sech sieb acht neun zehn elf zwolf hundert tausend
        million milliard halb erst zweit dritt letzt nach prozent heut gest morg tag nacht
        woch wochen monat jahr jahrhundert stund uhr minut zeit montag dienstag mittwoch
        donnerstag freitag samstag sonnab sonntag januar februar marz april mai juni juli
        august septemb oktob novemb dezemb mal ab rund etwa fast bereit wohl viel mehr wenig
        neu alt gross klein gut bess lang kurz hoch weit leut mensch teil ort end anfang
        beispiel frag weis sag sagt sprech sprach geh geht ging gab geb gibt komm kommt kam
        steh steht stand lieg liegt lag bleib bleibt blieb macht lass lasst liess seh sieht
        sah find findet fand nehm nimmt nahm heisst hiess laut knapp jedoch dabei dafur
        davon daran darauf darub zud ausserd mindest seit trotz weg zuletzt zuvor weiterhin
        inzwisch schon imm nie wurd
    ",
    people: "menschen personen",
    // Ums Leben gekommen too.
    dead: "
        tote toten toter todesopfer todesopfern starben gestorben getötet umgekommen umkamen ums
    ",
    hurt: "verletzte verletzten verletzter verletzt vermisste vermissten",
    parts: "weitere weiteren weiterer andere anderen der von mehr nicht",
    toll: "zahl",
    up_to: "auf",
    roughly: "mindestens etwa rund über knapp fast",
    reservations: "laut zufolge aber sondern doch jedoch allerdings obwohl außer",
    ..LanguageData::PLAIN
};
