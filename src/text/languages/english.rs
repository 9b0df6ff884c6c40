//! English.

use rust_stemmers::Algorithm;

use super::LanguageData;

pub(super) static DATA: LanguageData = LanguageData {
    code: "en",
    code3: "eng",
    name: "English",
    stemmer: Some(Algorithm::English),
    lower_case_start: 3,
    courtesy_titles: "Mr Mrs Ms Mx Dr Drs Prof Profs Messrs Mme Mlle",
    titles: "
        Gov Govs Lt Sgt Capt Cpt Cmdr Comdr Col Cols Gen Gens Maj Adm Brig Cpl Pvt Pfc Sfc
        Spc Sen Sens Rep Reps Rev Revs Hon Supt Atty Attys Pres Insp Det Msgr Fr Amb Ald Dep
        Asst Assoc Sec Treas St Ste Congr Cllr Dir Supvr Judge-Adv Rt Ens Cdr Cmdt Ofc Sgts
        Lts
    ",
    never_final: "
        vs v viz e.g i.e cf approx incl esp resp aka a.k.a Mt Mts Ft Pt Ph natl intl Univ
        Assn assoc Figs eds ret nr d/b/a w/ w/o c/o Vilh Chr Joh Wm Wilh Thos Chas Geo Benj
        Jas
    ",
    before_number: "
        No Nos no nos Nr p pp par para pars fig figs art arts sec secs ch chs chap vol vols ver ed
        eds app bk pt cl eq sect Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Rm Apt Ste
        Ext Tel bldg rte Rte hwy Hwy c page pages chapter section version N° Nº n° No̱ pop
        est ca
    ",
    maybe_final: "
        Inc Incs Corp Corps Co Cos Ltd LLC LLP LP plc Bros Jr Sr Esq etc al Hwy Rte St Sts
        Ave Aves Blvd Rd Rds Dr Ln Ct Pl Pkwy Sq Ter Cir Bldg Mtn Pk Hts Jan Feb Mar Apr Jun
        Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun Alas
        ft lb lbs oz min mins sec secs hr hrs wk wks yr yrs mo mos pct km kg cm mm mg ml mi
        mph sq cu gal qt doz Rev ed eds est ext max assn dist div govt Sch Dist Hosp Inst
        temp gov't avg Intl Lib Mfg Mgr Natl Org Soc Univ dept depts
    ",
    places: "
        Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ida Ill Ind Kan Kans Ky La Mass Md Mich
        Minn Miss Mo Mont Neb Nebr Nev Okla Ore Penn Penna Pa Tenn Tex Va Vt Wash Wis Wisc
        Wyo Ont Que Sask Alta Man Mex
    ",
    after_time: "
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
        April May June July August September October November December Jan Feb Mar Apr Jun
        Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Eastern Central
        Mountain Pacific Atlantic Alaska Hawaii Greenwich Moscow Beijing Tokyo GMT UTC BST
        EST EDT ET CST CDT CT MST MDT MT PST PDT PT CET CEST IST JST AEST
    ",
    starters: "
        a about according after all also although amid among an and another any anyone
        anything are as asked at because before being besides both but by can could critics
        despite did do does during each earlier either even every everyone finally first
        following for former from fewer further had has have having he her here hers his how
        however i if in indeed instead investigators is it its it's just last lawmakers
        later like many meanwhile might more moreover most much my neither never
        nevertheless next no nobody none nor not nothing now of officials often on once one
        only or other others our over people perhaps police prosecutors rather residents
        several shares she should since so some someone sometimes soon still such surely
        that that's the their theirs them then there there's these they they're this those
        though through thus to today together tomorrow too two under unlike until up upon
        was we we're well were what whatever when whenever where whether which while who
        whoever whose why will with within without witnesses would yes yesterday yet you
        your i'm i've he's she's you're we've they've don't didn't analysts authorities
        neighbors neighbours maybe please let let's thank thanks doctors scientists
        researchers experts voters investors economists protesters rescuers firefighters
        soldiers troops teachers students workers fans families relatives lawyers hence
        therefore furthermore similarly additionally consequently accordingly afterwards
        nonetheless otherwise whereas certainly clearly eventually recently previously
        fortunately unfortunately given generally initially likewise overall specifically
        subsequently suddenly thereafter throughout ultimately usually am okay
    ",
    careless: "i i'm im i've i'll i'd i’m i’ve i’ll i’d",
    plain_openers: "the they it he she we you this these thank thanks",
    letter_words: "I",
    prepositions: "
        in on at by after before during since until till from for around about to near of
        between through throughout over under as
    ",
    sayings: "
        said says say asked asks added adds replied replies answered answers told tells
        cried cries shouted shouts exclaimed whispered wondered wonders wrote writes
        inquired demanded muttered declared insisted warned noted quipped joked recalled
        explained argued continued remarked called yelled screamed murmured sighed laughed
        began went thought snapped growled tweeted responded queried pleaded urged mused
    ",
    exclaimed_names: "
        Yahoo E Jeopardy Wham Yum Panic Joomla Eureka Westward Oklahoma Chips
    ",
    // Snowball project, BSD-3-Clause; said, says, say, also, just added.
    stop_words: "
        i me my myself we our ours ourselves you your yours yourself yourselves he him his
        himself she her hers herself it its itself they them their theirs themselves what
        which who whom this that these those am is are was were be been being have has had
        having do does did doing would should could ought i'm you're he's she's it's we're
        they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll
        she'll we'll they'll isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't
        didn't won't wouldn't shan't shouldn't can't cannot couldn't mustn't let's that's
        who's what's here's there's when's where's why's how's a an the and but if or
        because as until while of at by for with about against between into through during
        before after above below to from up down in out on off over under again further then
        once here there when where why how all any both each few more most other some such
        no nor not only own same so than too very can will said says say also just
    ",
    undenied: "just least merely only",
    negations: "
        no not never none nobody nothing neither nor cannot denied denies deny isn't aren't
        wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
        shouldn't mustn't
    ",
    prospects: "
        will would could might shall i'll you'll he'll she'll it'll we'll they'll there'll
    ",
    general_stems: "
        zero one two three four five six seven eight nine ten dozen hundr thousand million
        billion trillion half doubl first second third last next latest final percent
        today yesterday tomorrow tonight day night week weekend month year decad centuri
        morn afternoon even hour minut moment time date monday tuesday wednesday thursday
        friday saturday sunday januari februari march april june juli august septemb octob
        novemb decemb
        act add allow appear ask base becam becom began begin believ bring brought call came
        chang come continu describ done end expect feel felt find found gave get give given
        go goe gone got happen hear help hold includ kept keep knew know known learn let
        like live look lot made make mean meet must need offer part place plan put ran
        reach receiv remain report return run saw see seem seen set shall show shown sinc
        speak spoke start state stay stop take taken talk tell thank thing think thought
        told took tri turn use want went will wish work
        abl accord across actual age ago almost alon along alreadi alway anoth anyon
        anyth apart around away back best better big clear close complet current differ
        dr earli earlier enough entir especi ever everi everyon everyth exact fact far
        few former full general good great ground hard high howev huge import instead
        issu kind larg late later least less littl long longer low main major mani mayb
        might mr mrs ms much near new nobodi nope nor noth now number often okay old
        open order other otherwis particular past peopl person perhap point possibl
        pretti probabl public quick quit rather real realli recent regard right sever
        short similar simpli sir small someon someth sometim soon special still sure ten
        though togeth top total true type us usual various via way well whether whole
        within without word world yes yet young
    ",
    reservations: "according although but except however provided though unless",
    ..LanguageData::PLAIN
};
