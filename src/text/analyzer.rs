//! From words to terms: folded, stemmed, marked as function words.

use std::borrow::Cow;

use rust_stemmers::Stemmer;

use super::Language;
use super::characters::is_hiragana;
use super::count::Counter;
use super::english_stem::english_stem;
use super::fold::fold;
use super::languages::{LanguageData, Lexicon};
use super::memory::{Known, Memory, Short};
use super::words::{Kind, plain_number, words};
use crate::Span;

/// Words longer than this, in bytes, are not stemmed: they are not words.
const LONGEST: usize = 64;

/// A normalised word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term<'a> {
    /// Where it stands, in bytes of the text analysed.
    pub span: Span,
    /// The word [folded](super::Word::folded).
    pub folded: &'a str,
    /// Its stem; the folded word where the language has no stemmer.
    pub stem: &'a str,
    /// A function word; never true in a language without a [stop list](Language::has_stop_list).
    pub stop: bool,
}

/// Turns the text of one language into terms. It remembers the words it has met (at most some
/// thirty thousand), so that most words cost one look-up; what it yields does not depend on that.
///
/// ```
/// use nutgraf::text::{Analyzer, Language};
/// let mut stems = Vec::new();
/// Analyzer::new(Language::English).terms("The rivers were rising", |term| {
///     if !term.stop {
///         stems.push(term.stem.to_owned());
///     }
/// });
/// assert_eq!(stems, ["river", "rise"]);
/// ```
pub struct Analyzer {
    language: Language,
    data: &'static LanguageData,
    lexicon: &'static Lexicon,
    stemmer: Option<Stemmer>,
    memory: Memory,
    lower: String,
}

impl std::fmt::Debug for Analyzer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Analyzer").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Analyzer {
    /// An analyzer of texts in `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let data = language.data();
        Self {
            language,
            data,
            lexicon: language.lexicon(),
            stemmer: data.stemmer.map(Stemmer::create),
            memory: Memory::default(),
            lower: String::new(),
        }
    }

    /// The one of a language among those at hand, made where it is missing.
    pub(crate) fn among(analyzers: &mut Vec<Self>, language: Language) -> &mut Self {
        let known = analyzers.iter().position(|analyzer| analyzer.language() == language);
        let at = known.unwrap_or_else(|| {
            analyzers.push(Self::new(language));
            analyzers.len() - 1
        });
        &mut analyzers[at]
    }

    /// The language given.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Calls `each` with every term of `text`, in order. The words are those of
    /// [`words`](super::words()).
    pub fn terms(&mut self, text: &str, mut each: impl FnMut(Term<'_>)) {
        self.forget_numbers();
        self.number_terms(text, |met| {
            if let Met::New(term) = met {
                each(term);
            }
            None
        });
    }

    /// As [`terms`](Self::terms), for a caller who gives terms numbers: `number` is shown a word of
    /// which it has told no number since they were [forgotten](Self::forget_numbers), and the
    /// number of any other. Returns what has counted the words, having seen them all.
    pub(crate) fn number_terms(
        &mut self,
        text: &str,
        mut number: impl FnMut(Met<'_>) -> Option<u32>,
    ) -> Counter {
        let mut tokens = words(text, self.language);
        let mut counter = Counter::default();
        while let Some((start, end, kind)) = tokens.next_token() {
            counter.add(text, start, end, kind);
            let span = Span::new(start as u32, end as u32);
            let token = &text[start..end];
            if matches!(kind, Kind::Number | Kind::Pair) || token.len() > LONGEST {
                let folded = match kind {
                    Kind::Number => plain_number(token, self.data.decimal_comma),
                    _ => fold(token, self.data.dotless_i),
                };
                // In Japanese particles and endings.
                let kana = kind == Kind::Pair && folded.chars().all(is_hiragana);
                let stop = kana || self.lexicon.is_stop_word(&folded);
                number(Met::New(Term { span, folded: &folded, stem: &folded, stop }));
                continue;
            }
            let plain = kind == Kind::Small || kind == Kind::Capital && !self.data.dotless_i;
            let short = if plain { Short::folded(text, start, end) } else { None };
            let short_place = short.and_then(|short| self.memory.find_short(short));
            // Most words: not even folded.
            if let Some(known) = short_place.and_then(|place| self.memory.number(place)) {
                number(Met::Again(known));
                continue;
            }
            let wide;
            let folded = match kind {
                Kind::Small => token,
                Kind::Capital if plain => {
                    self.lower.clear();
                    self.lower.push_str(token);
                    self.lower.make_ascii_lowercase();
                    self.lower.as_str()
                }
                _ => {
                    wide = fold(token, self.data.dotless_i);
                    &*wide
                }
            };
            let place = if short.is_some() { short_place } else { self.memory.find(folded) };
            if let Some(place) = place {
                if let Some(known) = self.memory.number(place) {
                    number(Met::Again(known));
                    continue;
                }
                let Known { stem, stop } = self.memory.known(place);
                let term = Term { span, folded, stem: stem.unwrap_or(folded), stop };
                if let Some(given) = number(Met::New(term)) {
                    self.memory.give_number(place, given);
                }
                continue;
            }
            let bare = self.language.without_elision(folded);
            let stem = stem(self.language, self.stemmer.as_ref(), bare);
            let stop = self.lexicon.is_stop_word(folded);
            let given = number(Met::New(Term { span, folded, stem: &stem, stop }));
            let stem = (stem != folded).then_some(&*stem);
            self.memory.insert(folded, Known { stem, stop }, given);
        }
        counter
    }

    /// Forgets the numbers that words were given.
    pub(crate) fn forget_numbers(&mut self) {
        self.memory.forget_numbers();
    }
}

/// A word as someone meets it who numbers them.
pub(crate) enum Met<'a> {
    /// It has this number.
    Again(u32),
    /// It has none.
    New(Term<'a>),
}

/// The stem of a folded word.
fn stem<'w>(language: Language, stemmer: Option<&Stemmer>, folded: &'w str) -> Cow<'w, str> {
    let Some(stemmer) = stemmer else {
        return Cow::Borrowed(language.without_particles(folded));
    };
    if language == Language::English
        && let Some(stem) = english_stem(folded)
    {
        return if stem.is_empty() { Cow::Borrowed(folded) } else { stem };
    }
    if folded.chars().any(char::is_numeric) {
        return Cow::Borrowed(folded);
    }
    let stem = stemmer.stem(folded);
    if stem.is_empty() { Cow::Borrowed(folded) } else { stem }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::count_words;

    #[test]
    fn korean_words_are_met_without_their_particles() {
        let stems = |text| {
            let mut stems = Vec::new();
            Analyzer::new(Language::Korean).terms(text, |term| stems.push(term.stem.to_owned()));
            stems
        };
        assert_eq!(stems("지진이 지진으로 지진에서는 경찰들은"), ["지진", "지진", "지진", "경찰"]);
        assert_eq!(stems("국가 회의"), ["국가", "회의"]);
    }

    #[test]
    fn a_pair_of_hiragana_is_a_stop_word() {
        let mut stops = Vec::new();
        Analyzer::new(Language::Japanese).terms("救助した", |term| {
            stops.push((term.stem.to_owned(), term.stop));
        });
        let expected = [("救助", false), ("助し", false), ("した", true)];
        assert_eq!(stops, expected.map(|(pair, stop)| (pair.to_owned(), stop)));
    }

    proptest! {
        #[test]
        fn words_counted_on_the_way_are_the_words_of_a_budget(
            text in "(\\PC|[a-z0-9 .,'’\u{a0}\u{301}\u{93e}東ไ。-]){0,40}"
        ) {
            let counted = Analyzer::new(Language::English).number_terms(&text, |_| None).words(&text);
            prop_assert_eq!(counted, count_words(&text));
        }
    }
}
