//! One file a language: what sentence ends, words and stems need to know about it.
//!
//! To add a language, copy a file, fill it in, and add a line to the list below.

mod lexicon;

use std::sync::OnceLock;

use rust_stemmers::Algorithm;

use super::characters::is_lower;
use super::token::is_small_roman;

pub(crate) use lexicon::Flags;
pub(super) use lexicon::Lexicon;

/// What a language file holds. Word lists are separated by white space. A word written in lower
/// case matches any case; a capitalised one (`Mass`) only a capitalised or all-capital word, so
/// that it is not taken for the plain word it spells. One-letter words match as written.
/// Abbreviations are written without their last full stop.
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts of a language, one independent of another"
)]
pub(super) struct LanguageData {
    /// ISO 639-1 code, or 639-3 where there is none.
    pub code: &'static str,
    /// ISO 639-3 code.
    pub code3: &'static str,
    /// English name.
    pub name: &'static str,
    /// Further codes that mean this language.
    pub other_codes: &'static [&'static str],
    /// The Snowball stemmer, where there is one.
    pub stemmer: Option<Algorithm>,
    /// Words are separated by white space.
    pub spaces: bool,
    /// Syllables are separated by white space, and most words have two (Vietnamese).
    pub syllables: bool,
    /// `1.200,5` is twelve hundred and a half; otherwise `1,200.5` is.
    pub decimal_comma: bool,
    /// `3.` means third.
    pub ordinals: bool,
    /// A number before a full stop may end a sentence, as it may not in the dates of Korean:
    /// `2024. 5. 1.`
    pub numbers_end: bool,
    /// `;` asks a question (Greek).
    pub semicolon_asks: bool,
    /// `:` before white space ends a sentence, and `.` does not (Armenian).
    pub colon_ends: bool,
    /// I and ı, İ and i are the pairs of cases (Turkish).
    pub dotless_i: bool,
    /// A full stop after a plain word of at least so many letters ends a sentence even when the
    /// next word is in lower case (iPhone, adidas, careless typing); 0: never.
    pub lower_case_start: u8,
    /// Before a name; never final; may open a sentence after any abbreviation: Mr, Dr.
    pub courtesy_titles: &'static str,
    /// The same, but they may also follow the name of a country or a state: Gen, Sen.
    pub titles: &'static str,
    /// Never final: vs, e.g, approx.
    pub never_final: &'static str,
    /// Not final before a number: No, p, fig, Jan.
    pub before_number: &'static str,
    /// Final only before a starter: Inc, etc, Jr.
    pub maybe_final: &'static str,
    /// Names of places, final only before a starter or a courtesy title: Calif.
    pub places: &'static str,
    /// Final before any capital: the Polish p.n.e (BC).
    pub mostly_final: &'static str,
    /// After a number, final before any capital: the Polish r (year).
    pub final_after_number: &'static str,
    /// Words that follow a time of day and do not open a sentence: Monday, GMT.
    pub after_time: &'static str,
    /// Common words that open sentences and rarely names: the, he, in.
    pub starters: &'static str,
    /// Words in lower case that open a sentence where the writer does not care for capitals: i.
    pub careless: &'static str,
    /// Pronouns and articles that open a sentence even in lower case, after a plain word: they.
    pub plain_openers: &'static str,
    /// Words of one letter that may end a sentence: I, the Vietnamese ý.
    pub letter_words: &'static str,
    /// Words with a full stop that open a sentence and belong to it: P.S.
    pub markers: &'static str,
    /// Words that open a phrase of time or place: in, at, on.
    pub prepositions: &'static str,
    /// Verbs that attribute speech, in the forms news uses: said, asked.
    pub sayings: &'static str,
    /// What joins a sentence to the one before it where it opens with that, in lower case; English
    /// has more than a list (`text::leaning`).
    pub joints: &'static [&'static str],
    /// Words that turn a sentence into its opposite: not, never, denied.
    pub negations: &'static str,
    /// Words before which a negation denies nothing: not only.
    pub undenied: &'static str,
    /// Words after which it denies nothing: the Vietnamese hàng không (aviation).
    pub undenying: &'static str,
    /// Words for people that are counted though they are function words, or, in a script without
    /// spaces, one character: the Russian человек, the Chinese 人.
    pub people: &'static str,
    /// Words that say of people that they died, beside their number: the Spanish muertos. (English
    /// has rules of its own.)
    pub dead: &'static str,
    /// The same of the hurt and the missing, who are not told from the dead in `14 muertos y heridos`.
    pub hurt: &'static str,
    /// Words before or after a number of people with which they are not all who died, or did not:
    /// the Spanish otras, de (of them), no.
    pub parts: &'static str,
    /// Words for a number, before those for the dead: the Spanish cifra (de muertos).
    pub toll: &'static str,
    /// Words before the number that a toll has reached: the Spanish a.
    pub up_to: &'static str,
    /// Words that may stand between a word for the dead and a number after it: the Spanish al menos.
    pub roughly: &'static str,
    /// Words after which something is yet to come, or may: will, could.
    pub prospects: &'static str,
    /// Words at the beginning of a clause that limits what stands before it or says who says so, or
    /// at its end: the French selon, mais.
    pub reservations: &'static str,
    /// The words for two to twelve, in this order; `-` for one that is another word too.
    pub small_numbers: &'static str,
    /// Words beside which one of them is of a larger number, or an ordinal: the Russian двадцать,
    /// the Vietnamese thứ.
    pub beside_numbers: &'static str,
    /// Names that end in an exclamation mark: Yahoo.
    pub exclaimed_names: &'static str,
    /// Elided words before an apostrophe (l'eau), left out of stems.
    pub elisions: &'static str,
    /// Particles at the end of a word, which are no part of its stem: the Korean 은, 에서.
    pub particles: &'static str,
    /// Function words without content of their own, folded: `ς` is `σ`, `ß` is `ss`. Name their source
    /// and licence above them.
    pub stop_words: &'static str,
    /// Stems that say nothing of what a text is about, beside those of function words: year, make.
    pub general_stems: &'static str,
}

impl LanguageData {
    /// A language about which nothing is known; language files start from it.
    const PLAIN: Self = Self {
        code: "und",
        code3: "und",
        name: "Undetermined",
        other_codes: &[],
        stemmer: None,
        spaces: true,
        syllables: false,
        decimal_comma: false,
        ordinals: false,
        numbers_end: true,
        semicolon_asks: false,
        colon_ends: false,
        dotless_i: false,
        lower_case_start: 5,
        courtesy_titles: "",
        titles: "",
        never_final: "",
        before_number: "",
        maybe_final: "",
        places: "",
        mostly_final: "",
        final_after_number: "",
        after_time: "",
        starters: "",
        careless: "",
        plain_openers: "",
        letter_words: "",
        markers: "P.S PS N.B NB",
        prepositions: "",
        sayings: "",
        joints: &[],
        negations: "",
        undenied: "",
        undenying: "",
        people: "",
        dead: "",
        hurt: "",
        parts: "",
        toll: "",
        up_to: "",
        roughly: "",
        prospects: "",
        reservations: "",
        small_numbers: "",
        beside_numbers: "",
        exclaimed_names: "",
        elisions: "",
        particles: "",
        stop_words: "",
        general_stems: "",
    };

    /// Careless typing is allowed for: a sentence may start in lower case.
    pub(super) const fn is_careless(&self) -> bool {
        self.lower_case_start > 0
    }

    /// True when a full stop after `token` ends a sentence though the next word is in lower case.
    pub(super) fn may_precede_lower_case(&self, token: &str) -> bool {
        let word = token.rsplit(['\'', '’', '-']).next().unwrap_or(token);
        self.is_careless()
            && word.chars().all(is_lower)
            && word.chars().count() >= usize::from(self.lower_case_start)
            && !is_small_roman(word)
    }
}

macro_rules! languages {
    ($($variant:ident $module:ident,)*) => {
        $(mod $module;)*
        mod other;

        /// The language of a text.
        ///
        /// Serialises as its [code](Self::code).
        #[non_exhaustive]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Language {
            $(
                #[doc = concat!(stringify!($variant), ".")]
                $variant,
            )*
            /// A language that is not known, or that we have no rules for.
            #[default]
            Other,
        }

        impl Language {
            /// Every language, in alphabetical order, [`Other`](Self::Other) last.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)* Self::Other];

            pub(super) const fn data(self) -> &'static LanguageData {
                match self {
                    $(Self::$variant => &$module::DATA,)*
                    Self::Other => &other::DATA,
                }
            }

            /// The language's words by what they do, built when first asked for.
            pub(super) fn lexicon(self) -> &'static Lexicon {
                static LEXICONS: [OnceLock<Lexicon>; Language::ALL.len()] =
                    [const { OnceLock::new() }; Language::ALL.len()];
                LEXICONS[self as usize].get_or_init(|| Lexicon::new(self))
            }
        }
    };
}

// One line a language, in alphabetical order: its name, its file.
languages! {
    Arabic arabic,
    Armenian armenian,
    Chinese chinese,
    Czech czech,
    Danish danish,
    Dutch dutch,
    English english,
    Finnish finnish,
    French french,
    German german,
    Greek greek,
    Hindi hindi,
    Hungarian hungarian,
    Indonesian indonesian,
    Italian italian,
    Japanese japanese,
    Korean korean,
    Norwegian norwegian,
    Polish polish,
    Portuguese portuguese,
    Romanian romanian,
    Russian russian,
    Spanish spanish,
    Swedish swedish,
    Tamil tamil,
    Thai thai,
    Turkish turkish,
    Ukrainian ukrainian,
    Vietnamese vietnamese,
}

#[cfg(test)]
mod tests {
    use super::{Language, lexicon::LONGEST};

    /// Every list of a language, by name.
    fn lists(language: Language) -> Vec<(&'static str, &'static str)> {
        let data = language.data();
        vec![
            ("courtesy_titles", data.courtesy_titles),
            ("titles", data.titles),
            ("never_final", data.never_final),
            ("before_number", data.before_number),
            ("maybe_final", data.maybe_final),
            ("places", data.places),
            ("mostly_final", data.mostly_final),
            ("final_after_number", data.final_after_number),
            ("after_time", data.after_time),
            ("starters", data.starters),
            ("careless", data.careless),
            ("plain_openers", data.plain_openers),
            ("letter_words", data.letter_words),
            ("markers", data.markers),
            ("prepositions", data.prepositions),
            ("sayings", data.sayings),
            ("negations", data.negations),
            ("undenied", data.undenied),
            ("undenying", data.undenying),
            ("people", data.people),
            ("dead", data.dead),
            ("hurt", data.hurt),
            ("parts", data.parts),
            ("toll", data.toll),
            ("up_to", data.up_to),
            ("roughly", data.roughly),
            ("prospects", data.prospects),
            ("reservations", data.reservations),
            ("small_numbers", data.small_numbers),
            ("beside_numbers", data.beside_numbers),
            ("exclaimed_names", data.exclaimed_names),
            ("elisions", data.elisions),
            ("particles", data.particles),
            ("stop_words", data.stop_words),
            ("general_stems", data.general_stems),
        ]
    }

    #[test]
    fn lists_are_well_formed() {
        for language in Language::ALL {
            for (name, list) in lists(*language) {
                for word in list.split_whitespace() {
                    let place = format!("{language}, {name}: {word}");
                    assert!(word.len() <= LONGEST, "{place}: too long");
                    assert!(!word.ends_with('.'), "{place}: write it without its full stop");
                }
            }
        }
    }

    #[test]
    fn starters_and_joints_are_in_lower_case() {
        for language in Language::ALL {
            let data = language.data();
            for words in data.starters.split_whitespace().chain(data.joints.iter().copied()) {
                assert_eq!(words, words.to_lowercase(), "{language}");
            }
        }
    }

    #[test]
    fn labels_are_unique() {
        let mut labels: Vec<&str> = Language::ALL
            .iter()
            .flat_map(|language| {
                let data = language.data();
                let code3 = (data.code3 != data.code).then_some(data.code3);
                [data.code].into_iter().chain(code3).chain(data.other_codes.iter().copied())
            })
            .collect();
        let count = labels.len();
        labels.sort_unstable();
        labels.dedup();
        assert_eq!(labels.len(), count);
    }
}
