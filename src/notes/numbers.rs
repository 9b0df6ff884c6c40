//! On what sentences that say nearly the same differ: `12 dead` here, `15 dead` there; a denial.

use crate::notes::Context;
use crate::notes::agree::agree;
use crate::notes::counted::Counted;
use crate::select::Supporter;
use crate::summary::{Disagreement, Summary};

/// Writes into every supporting sentence of a summary what it says differently. `chosen` are the
/// summary's sentences, `supporters` those that support them.
pub(crate) fn mark_disagreements(
    context: &Context<'_>,
    chosen: &[u32],
    supporters: &[&[Supporter]],
    summary: &mut Summary,
) {
    for ((sentence, &own), supporters) in summary.sentences.iter_mut().zip(chosen).zip(supporters) {
        if supporters.is_empty() {
            continue;
        }
        let here = context.said(own);
        for (support, supporter) in sentence.support.iter_mut().zip(*supporters) {
            let there = context.said(supporter.sentence);
            support.numbers = disagreements(&here.counted, &there.counted);
            let denial = here.denial(&there).or_else(|| there.denial(&here));
            support.denial = denial.map(str::to_owned);
        }
    }
}

/// Things that both sentences count, once each, with no number in common.
fn disagreements(here: &[Counted<'_>], there: &[Counted<'_>]) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for (place, ours) in here.iter().enumerate() {
        let same = |other: &&Counted<'_>| other.of == ours.of;
        let Some(theirs) = there.iter().find(same) else { continue };
        let said_before = here[..place].iter().any(|other| same(&other));
        let in_common = here
            .iter()
            .filter(same)
            .any(|own| there.iter().filter(same).any(|other| agree(&own.number, &other.number)));
        if !said_before && !in_common {
            found.push(Disagreement {
                of: ours.word.to_owned(),
                here: ours.number.clone(),
                there: theirs.number.clone(),
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::counted::Words;
    use crate::notes::counted::testing::terms_of;
    use crate::text::Language;

    fn differ_in(language: Language, here: &str, there: &str) -> Vec<(String, String, String)> {
        let terms = terms_of(language, &[here, there]);
        let here = Words::new(here, language, &terms, 0).counted();
        let there = Words::new(there, language, &terms, 1).counted();
        disagreements(&here, &there).into_iter().map(|d| (d.of, d.here, d.there)).collect()
    }

    fn differ(here: &str, there: &str) -> Vec<(String, String, String)> {
        differ_in(Language::English, here, there)
    }

    fn people(here: &str, there: &str) -> Vec<(String, String, String)> {
        vec![("people".into(), here.into(), there.into())]
    }

    #[test]
    fn counts_of_the_same_thing_are_compared() {
        let found = differ(
            "A quake killed 12 people on 3 March.",
            "The quake of 3 March killed fifteen people.",
        );
        assert_eq!(found, people("12", "15"));
        assert!(differ("Twelve people died.", "It killed 12 people.").is_empty());
        assert!(differ("It killed 12 people.", "It cost 15 million.").is_empty());
        let twice = differ("12 people fled and 3 people stayed.", "It hit 15 people.");
        assert_eq!(twice, people("12", "15"));
        assert_eq!(
            differ("It cost three hundred jobs.", "It cost 500 jobs."),
            [("jobs".into(), "300".into(), "500".into())]
        );
        assert_eq!(
            differ("Rates rose 5%.", "Rates rose 7 percent."),
            [("%".into(), "5".into(), "7".into())]
        );
        assert_eq!(
            differ("Twenty-one people died.", "Thirty-one people died."),
            people("21", "31")
        );
        let rose = differ("It rose to 6.2 metres.", "It rose to 6.4 metres.");
        assert_eq!(rose, [("metres".into(), "6.2".into(), "6.4".into())]);
        for (here, there) in [
            ("Prices rose 3.5 per cent.", "Prices rose 4.5 percent."),
            ("It made $184 million in May.", "It made $214 million in May."),
        ] {
            assert_eq!(differ(here, there).len(), 1, "{here}");
        }
        let german = differ_in(Language::German, "Es stieg um 3,5 Prozent.", "Es stieg um 4,5 %.");
        assert_eq!(german, [("%".into(), "3.5".into(), "4.5".into())]);
        // In another script too.
        assert!(differ("१२ people died.", "It killed 12 people.").is_empty());
        assert_eq!(differ("१२ people died.", "It killed १५ people."), people("12", "15"));
    }

    #[test]
    fn the_dead_are_counted_however_it_is_said() {
        let twelve = [
            "A quake killed 12 people.",
            "A quake killed at least 12 in the town.",
            "Twelve people were killed by a quake.",
            "A quake left 12 people dead and eight wounded.",
            "A quake left 12 dead.",
            "The death toll of the quake rose to 12.",
            "The death toll from the quake near the old town has risen to 12.",
            "Police said 12 died and 8 people were hurt.",
            "A quake broke the dam, with the loss of at least 12 lives.",
            "A quake claimed 12 lives.",
            "Twelve lives were lost in a quake.",
            "A quake has cost 12 people their lives.",
            "A quake took the lives of some 12 people.",
            "Twelve people lost their lives in a quake.",
            "Twelve people are now known to have died in a quake.",
            "Twelve people are feared to have been killed by a quake.",
            "Twelve people were found dead after a quake.",
        ];
        for here in twelve {
            for there in twelve {
                assert!(differ(here, there).is_empty(), "{here} {there}");
            }
            let found = differ("It killed as many as 15 people.", here);
            assert_eq!(found, people("15", "12"), "{here}");
        }
        for other in [
            "It hit 15 people.",
            "It hurt 15 people.",
            "Two gunmen killed children.",
            "It killed 15 soldiers.",
            "He was killed 15 miles away.",
            "15 people were killed or wounded.",
            "The toll rose by 15 to a sum of 12.",
            "15 people injured in it died.",
            "A cat has 15 lives.",
            "It saved 15 lives.",
            "It lost 15 jobs.",
            "It could have cost 15 lives.",
            "It would have led to the loss of 15 lives.",
            "It did not claim 15 lives.",
            "It changed the lives of 15 people.",
            "It cost 15 people their jobs.",
            "15 people lost their homes.",
            "15 people nearly lost their lives.",
            "It took 15 people to move it.",
            "15 people have to die.",
        ] {
            assert!(differ("It killed 12 people.", other).is_empty(), "{other}");
        }
        let hurt = differ("It wounded 30 others.", "30 people died, 20 were injured.");
        assert_eq!(hurt, [("others".into(), "30".into(), "20".into())]);
        let hurt = differ("Eight other people were wounded.", "It killed 3 and hurt 10 others.");
        assert_eq!(hurt, [("people".into(), "8".into(), "10".into())]);
        for more in ["Eight other people were killed.", "It hurt eight other soldiers."] {
            assert!(differ(more, "12 people were killed, 12 hurt.").is_empty(), "{more}");
        }
    }

    /// Sentences that say that twelve died, and others that say nothing of the kind.
    fn dead_are_counted(language: Language, twelve: &[&str], others: &[&str]) {
        for here in twelve {
            for there in twelve {
                assert!(differ_in(language, here, there).is_empty(), "{here} {there}");
            }
            let more = here.replace("12", "15").replace("Douze", "15").replace("Zwölf", "15");
            // Each of them holds against the first.
            let found = differ_in(language, twelve[0], &more);
            let differ = |found: &(_, String, String)| found.1 == "12" && found.2 == "15";
            assert!(found.iter().any(differ), "{here}");
            for other in others {
                let found = differ_in(language, here, other);
                assert!(found.is_empty(), "{here} {other} {found:?}");
            }
        }
    }

    #[test]
    fn the_dead_are_counted_in_romance_and_germanic_languages() {
        dead_are_counted(
            Language::Spanish,
            &[
                "Al menos 12 personas murieron el martes.",
                "Murieron al menos 12 personas.",
                "Perecieron 12 personas.",
                "Causó 12 muertos y 37 heridos.",
                "La cifra de muertos por el derrumbe se elevó a 12, según la policía.",
            ],
            &[
                "Otras 15 personas murieron.",
                "15 personas no murieron.",
                "Causó 15 muertos y heridos.",
                "Murieron 15 de los heridos.",
                "Murieron 15 soldados.",
                "Murió y 15 resultaron heridas.",
                "La cifra de heridos se elevó a 15.",
                "La cifra de muertos subió, a 15 kilómetros de allí.",
            ],
        );
        dead_are_counted(
            Language::Portuguese,
            &[
                "Pelo menos 12 pessoas morreram.",
                "12 pessoas faleceram.",
                "O naufrágio matou pelo menos 12 pessoas.",
                "Subiu para 12 o número de mortos no naufrágio.",
            ],
            &["Outras 15 pessoas morreram.", "15 pessoas ficaram feridas."],
        );
        dead_are_counted(
            Language::German,
            &[
                "Zwölf Menschen sind ums Leben gekommen.",
                "Es gab 12 Tote und 15 Verletzte.",
                "Bei dem Beben sind 12 Menschen umgekommen.",
                "Die Zahl der Toten ist auf 12 gestiegen.",
            ],
            &["Weitere 15 Menschen starben.", "15 Menschen wurden verletzt.", "15 der Toten."],
        );
        dead_are_counted(
            Language::French,
            &["Douze personnes ont péri.", "Le bilan est de 12 morts, 15 blessés."],
            &["15 autres personnes ont péri.", "15 des morts étaient là."],
        );
        dead_are_counted(
            Language::Italian,
            &[
                "Almeno 12 persone sono morte.",
                "Nel crollo morirono 12 persone.",
                "Ci sono 12 morti e 30 feriti.",
            ],
            &["Altre 15 persone sono morte.", "15 persone sono ferite."],
        );
        dead_are_counted(
            Language::Dutch,
            &["Zeker 12 mensen zijn omgekomen.", "Er vielen 12 doden."],
            &["15 mensen raakten gewond.", "15 anderen zijn gedood."],
        );
    }

    #[test]
    fn the_dead_are_counted_in_further_languages() {
        dead_are_counted(
            Language::Russian,
            &["12 человек погибли.", "Умерли 12 человек.", "Погибли по меньшей мере 12 человек."],
            &["Еще 15 человек погибли.", "15 человек не погибли.", "Погибли 15 из них."],
        );
        dead_are_counted(
            Language::Vietnamese,
            &["Ít nhất 12 người đã thiệt mạng.", "Vụ nổ làm chết 12 người."],
            &["15 người khác chết.", "15 người không chết.", "15 người bị thương."],
        );
        dead_are_counted(
            Language::Polish,
            &["Zginęło co najmniej 12 osób.", "12 osób zginęło."],
            &["Zginęło 15 z nich.", "15 osób jest rannych."],
        );
        dead_are_counted(
            Language::Czech,
            &["Nejméně 12 lidí zemřelo.", "Zahynulo 12 lidí."],
            &["Zahynulo 15 z nich.", "15 lidí bylo zraněno."],
        );
        dead_are_counted(
            Language::Turkish,
            &["En az 12 kişi öldü.", "Kazada 12 kişi öldü."],
            &["15 kişi daha öldü.", "15 kişi yaralandı."],
        );
        dead_are_counted(
            Language::Indonesian,
            &["Sedikitnya 12 orang tewas.", "12 orang meninggal."],
            &["15 orang lainnya tewas.", "15 orang tidak tewas."],
        );
        dead_are_counted(
            Language::Ukrainian,
            &["Загинули 12 людей.", "Померли 12 людей.", "Щонайменше 12 осіб загинули."],
            &["Загинули 15 із них.", "15 людей поранені."],
        );
        dead_are_counted(
            Language::Arabic,
            &["قتل 12 شخصا.", "مقتل 12 شخصا على الأقل.", "إن 12 شخصا على الأقل قتلوا."],
            &["قتل 15 من الجنود.", "أصيب 15 شخصا."],
        );
        dead_are_counted(
            Language::Chinese,
            &["造成12人死亡、45人受伤。", "死亡人数已升至12人。", "12人死亡45人受伤。"],
            &["其中15人死亡。", "15人失联。", "另有15人遇难。"],
        );
        dead_are_counted(
            Language::Japanese,
            &["12人が死亡した。", "死者は12人となった。", "12人の死亡が確認され。"],
            &["うち15人が死亡した。", "15人の行方が分からない。"],
        );
    }

    #[test]
    fn what_is_written_in_another_way_is_no_difference() {
        for (here, there) in [
            ("It killed twenty-one people.", "It killed 21 people."),
            ("It killed 05 people.", "It killed 5 people."),
            ("It killed 10-15 people.", "It killed 12 people."),
            ("It began at 8 a.m.", "It began at 8:00 a.m."),
            ("It began at 8 pm.", "It began at 9:30 pm."),
            ("In 2016, people fled.", "In 2017 people fled."),
            ("In 2016 people fled.", "On Monday 12 people fled."),
            ("It broke on March 3 and killed a man.", "It broke and 12 were killed."),
            ("A 21-year-old died.", "A 22-year-old died."),
            ("They won 2-1 games.", "They won 3 games."),
            ("It killed 3,000 people.", "It killed 3.000 people."),
            ("It killed nearly 1,200 people.", "It killed 1,187 people."),
            ("It killed two hundred and fifty people.", "It killed 250 people."),
            ("One hundred and five people died.", "It killed 105 people."),
            ("No one was hurt.", "Two people were hurt."),
            ("Two of the dead were children.", "40 people are dead."),
            ("It killed two more people.", "It killed 40 people."),
            ("It killed 12 of them.", "It killed 40 people."),
            ("A quake of magnitude 6.1 shook it.", "A quake of 5.9 shook it."),
            ("It hit 1.5 million homes.", "It hit 1,500,000 homes."),
        ] {
            let found = differ(here, there);
            assert!(found.is_empty(), "{here} {there}: {found:?}");
        }
        for (language, here, there) in [
            (Language::French, "1 200 personnes ont fui.", "1200 personnes ont fui."),
            (Language::German, "1.200 Menschen flohen.", "1 200 Menschen flohen."),
            (Language::German, "Um 8.30 Uhr brach er.", "Um 8:30 Uhr brach er."),
            (Language::Vietnamese, "Ngày 20-5 bão vào.", "Ngày 20.5 bão vào."),
            (Language::Vietnamese, "Ngày 1/6/2016 bão vào.", "Ngày 1/6 bão vào."),
            (Language::Vietnamese, "Lúc 22h bão vào.", "Lúc 22h00 bão vào."),
            (Language::Vietnamese, "Hai con hổ.", "2 con hổ."),
            (Language::Vietnamese, "Hai mươi hai người chết.", "22 người chết."),
            (Language::Vietnamese, "Hai ba người chết.", "5 người chết."),
            (Language::Vietnamese, "Hôm thứ hai người đến.", "Hôm thứ 3 người đến."),
            (Language::Vietnamese, "Hai năm người về.", "Năm người về."),
            (Language::Russian, "Погибли двадцать два солдата.", "Погибли 22 солдата."),
            (Language::Turkish, "Kazada on iki asker öldü.", "Kazada 12 asker öldü."),
            (Language::Turkish, "Kazada yirmi iki asker öldü.", "Kazada 22 asker öldü."),
        ] {
            let found = differ_in(language, here, there);
            assert!(found.is_empty(), "{here} {there}: {found:?}");
        }
        for (language, seven, nine) in [
            (Language::German, "Sieben Menschen starben.", "9 Menschen starben."),
            (Language::French, "Sept personnes sont mortes.", "9 personnes sont mortes."),
            (Language::Spanish, "Siete personas murieron.", "9 personas murieron."),
            (Language::Russian, "Погибли семь человек.", "Погибли 9 человек."),
            (Language::Polish, "Zginęło siedem osób.", "Zginęło 9 osób."),
            (Language::Czech, "Zemřelo sedm lidí.", "Zemřelo 9 lidí."),
            (Language::Turkish, "Kazada yedi asker öldü.", "Kazada 9 asker öldü."),
            (Language::Vietnamese, "Bảy người chết.", "9 người chết."),
        ] {
            let found = differ_in(language, seven, nine);
            assert!(found.len() == 1 && found[0].1 == "7" && found[0].2 == "9", "{found:?}");
        }
    }

    #[test]
    fn people_are_counted_in_every_script() {
        for (language, here, there, people) in [
            (Language::Chinese, "造成6人死亡,28人受伤。", "造成9人死亡。", "人"),
            (Language::Chinese, "6名矿工被困。", "9名矿工被困。", "名"),
            (Language::Japanese, "事故で6人が死亡した。", "事故で9人が死亡した。", "人"),
            (Language::Russian, "Погибли 6 человек.", "Погибли 9 человек.", "человек"),
        ] {
            let found = differ_in(language, here, there);
            assert_eq!(found, [(people.into(), "6".into(), "9".into())]);
            assert!(differ_in(language, here, here).is_empty());
        }
        for (language, here, there) in [
            // Others, a date, a range, one of two numbers, and what is no number.
            (Language::Chinese, "28人受伤。", "9人死亡。"),
            (Language::Chinese, "8日上午发生爆炸。", "9日上午发生爆炸。"),
            (Language::Chinese, "约10-15人死亡。", "9人死亡。"),
            (Language::Chinese, "造成1200人死亡。", "造成1,200人死亡。"),
            (Language::Chinese, "多人死亡。", "9人死亡。"),
            (Language::Japanese, "13人が巻き込まれた。", "7人の遺体を発見した。"),
            (Language::Russian, "Погибли 6 детей.", "Погибли 9 человек."),
        ] {
            let found = differ_in(language, here, there);
            assert!(found.is_empty(), "{here} {there}: {found:?}");
        }
    }

    #[test]
    fn groups_of_digits_are_one_number() {
        let french =
            differ_in(Language::French, "1 200 personnes ont fui.", "1 300 personnes ont fui.");
        assert_eq!(french, [("personnes".into(), "1200".into(), "1300".into())]);
    }
}
