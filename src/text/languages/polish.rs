//! Polish.

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "pl",
    code3: "pol",
    name: "Polish",
    decimal_comma: true,
    ordinals: true,
    titles: "
        dr prof mgr inż hab ks bp abp kard gen płk ppłk mjr kpt por ppor sierż św śś bł br
        ss p pp doc red Mr Mrs Ms St lek adw hr dyr prez
    ",
    never_final: "
        np tj tzn tzw ok m.in por zob ww ul al pl Ul Al Pl tel wg cyt vs cf ca jw dot ds ang niem fr ros
        łac gr wł hiszp franc zw św pow gm woj n.p.m red nb późn ur zm zwł przyp pt ps mies
        godz płn płd wsch zach
    ",
    before_number: "
        nr nry s str t tom rozdz art ust pkt poz vol p pp ryc rys tab godz tel lp § ok
        paragraf artykuł strona rozdział numer punkt
    ",
    maybe_final: "
        itd itp etc in pne wyd Inc Corp Co Ltd jr sp sp.k S.A s.a z.o.o o.o tys mln mld zł
        gr kg km sek Bros LLC im
    ",
    mostly_final: "p.n.e n.e pne",
    final_after_number: "r rr w ww",
    starters: "
        w we na z ze do od po za o u przy dla bez przez pod nad przed między według wobec
        oprócz mimo podczas i a ale lecz oraz albo lub jednak więc zatem dlatego gdy kiedy
        jeśli jeżeli ponieważ bo choć chociaż aby żeby że jak kto co gdzie dlaczego jaki
        jaka jakie który która które ten ta to te ci tego tej tych tym on ona ono oni one
        jego jej ich my ja ty wy nasz nasza mój moja swój tak nie nikt nic nigdy zawsze już
        jeszcze tylko także również też potem później teraz dziś dzisiaj wczoraj jutro tu
        tutaj tam wtedy wszyscy wszystko każdy każda niektórzy niektóre inni inne wielu
        wiele kilka oba obie pierwszy jest są był była było byli być ma się czy natomiast
        ponadto następnie obecnie tymczasem jednocześnie dopiero dwa trzy dwaj
    ",
    prepositions: "w we od do po przed o na",
    sayings: "
        powiedział powiedziała mówi mówił zapytał zapytała pyta pytał krzyknął odpowiedział
        odpowiada dodał dodała stwierdził napisał
    ",
    // Written for this project.
    stop_words: "
        a aby ach albo ale ani az aż bardzo bez bo bowiem by być był była było były będzie
        będą chociaż choć ci co coś cię czy czyli dla do gdy gdyż gdzie go i ich im in
        innych iż ja jak jako je jednak jego jej jemu jest jestem jeszcze jeśli jeżeli już
        ją każdy kiedy kto która które którego której który których którym którzy ku lecz
        lub ma mają mam mi mimo mną mnie może można mój my na nad nam nas nasz nią nich nie
        niego niej nim nimi niż no o obok od on ona one oni ono oraz po pod podczas poza
        przed przez przy raz również sam są się swoich swoje swój ta tak także tam te tego
        tej temu ten to tobą tu twój ty tych tylko tym u w we więc wśród wszystko wtedy wy z
        za zaś ze znów że żeby ponieważ między dlatego też bądź sobie siebie mu
    ",
    small_numbers: "
        dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście
    ",
    beside_numbers: "
        dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt
        osiemdziesiąt dziewięćdziesiąt sto dwieście trzysta czterysta pięćset sześćset siedemset
        osiemset dziewięćset tysiące tysięcy tys miliony milionów mln miliardy miliardów mld
    ",
    people: "osób osoby ludzi",
    dead: "zginęło zginęły zabitych zmarło zmarły",
    hurt: "rannych ranne",
    parts: "kolejne kolejnych inne innych z nie",
    toll: "liczba",
    up_to: "do",
    roughly: "co najmniej ponad około prawie",
    reservations: "według zdaniem ale lecz choć",
    ..LanguageData::PLAIN
};
