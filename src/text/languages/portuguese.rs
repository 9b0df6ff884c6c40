//! Portuguese.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "pt",
    code3: "por",
    name: "Portuguese",
    stemmer: Some(Algorithm::Portuguese),
    decimal_comma: true,
    titles: "
        sr sra srs sras srta dr dra drs dras prof profa Eng Enga D Dom Gen Cel Cap Ten Sgt
        Maj Alm Exmo Exma Ilmo Pe Fr Sto Sta Mons Des Dep Sen Gov Pres Mr Mrs Ms St Arq Ver
    ",
    never_final: "
        p.ex vs cf ca aprox av Av incl op cit ibid id dept depto prof tel r máx mín
    ",
    before_number: "
        art arts n no nos nº núm p pp pág págs vol vols cap fig t tel ed inc séc jan fev mar
        abr mai jun jul ago set out nov dez
    ",
    maybe_final: "
        etc Inc Corp Co Ltd Ltda Lda Cia S.A Jr ed jan fev abr jun jul ago nov dez km kg
        Bros LLC ex
    ",
    mostly_final: "a.C d.C",
    starters: "
        o a os as um uma uns umas ele ela eles elas eu tu você vocês nós se seu sua seus
        suas meu minha nosso nossa este esta estes estas esse essa esses essas aquele aquela
        isto isso aquilo em no na nos nas num numa de do da dos das ao à aos às por pelo
        pela pelos pelas para com sem sobre sob entre desde até após durante segundo
        conforme ante contra mas e ou nem porém contudo todavia entretanto embora enquanto
        quando como porque pois que quem qual quais onde quanto também além assim então
        depois antes agora hoje ontem amanhã aqui ali lá já não sim nunca sempre ainda mais
        menos muito muitos muitas pouco poucos alguns algumas vários várias outro outra
        outros outras cada todo todos toda todas nenhum nenhuma ninguém nada dois duas três
        ambos finalmente posteriormente atualmente devido graças apesar foi era é são há
        está tem tinha
    ",
    prepositions: "em no na a às de desde até por",
    sayings: "
        disse diz dizia perguntou pergunta respondeu responde afirmou afirma acrescentou
        explicou declarou exclamou comentou escreveu gritou questionou
    ",
    // Snowball project, BSD-3-Clause.
    stop_words: "
        de a o que e do da em um para com não uma os no se na por mais as dos como mas ao
        ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre
        depois sem mesmo aos seus quem nas me esse eles você essa num nem suas meu às minha
        numa pelos elas qual nós lhe deles essas esses pelas este dele tu te vocês vos lhes
        meus minhas teu tua teus tuas nosso nossa nossos nossas dela delas esta estes estas
        aquele aquela aqueles aquelas isto aquilo estou está estamos estão estive esteve
        estivemos estiveram estava estávamos estavam estivera estivéramos esteja estejamos
        estejam estivesse estivéssemos estivessem estiver estivermos estiverem hei há
        havemos hão houve houvemos houveram houvera houvéramos haja hajamos hajam houvesse
        houvéssemos houvessem houver houvermos houverem houverei houverá houveremos houverão
        houveria houveríamos houveriam sou somos são era éramos eram fui foi fomos foram
        fora fôramos seja sejamos sejam fosse fôssemos fossem for formos forem serei será
        seremos serão seria seríamos seriam tenho tem temos tém tinha tínhamos tinham tive
        teve tivemos tiveram tivera tivéramos tenha tenhamos tenham tivesse tivéssemos
        tivessem tiver tivermos tiverem terei terá teremos terão teria teríamos teriam
    ",
    small_numbers: "dois três quatro cinco seis sete oito nove dez onze doze",
    people: "pessoas",
    dead: "mortos mortas morreram morrem faleceram mortes matou",
    hurt: "feridos feridas desaparecidos",
    parts: "outras outros mais de do da dos das não",
    toll: "número",
    up_to: "para a",
    roughly: "pelo menos ao cerca quase mais de",
    reservations: "segundo conforme mas porém embora exceto salvo",
    ..LanguageData::PLAIN
};
