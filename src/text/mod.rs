//! From text to sentences and terms: segmentation, words, folding, stop words, stems, languages.
//!
//! - [`segment`] and [`sentences`]: where sentences begin and end, in one forward scan.
//! - [`words()`] and [`count_words`]: what a sentence is compared by, and what a budget counts.
//! - [`Analyzer`]: words with their stems, function words marked.
//! - [`Language`] and [`detect`]: the language whose rules hold. What a language needs is in a file
//!   of its own; `CONTRIBUTING.md` shows how to add one.
//!
//! ```
//! use nutgraf::text::{Analyzer, detect, segment};
//!
//! let text = "Mr. Oduya spoke at 3 p.m. on Friday. Nobody asked him why he was late.";
//! let language = detect(text).language;
//! let mut analyzer = Analyzer::new(language);
//! for span in segment(text, language) {
//!     let mut stems = Vec::new();
//!     analyzer.terms(span.of(text), |term| {
//!         if !term.stop {
//!             stems.push(term.stem.to_owned());
//!         }
//!     });
//!     assert!(!stems.is_empty());
//! }
//! ```

mod analyzer;
mod boundary;
mod candidate;
mod characters;
mod count;
mod detect;
mod eight;
mod english_stem;
mod fold;
mod full_stop;
mod function_words;
mod language;
mod languages;
mod leaning;
mod lists;
mod marks;
mod memory;
mod names;
mod quotation;
mod sentence;
mod sentences;
mod token;
mod words;
mod wrapping;

pub(crate) use analyzer::Met;
pub use analyzer::{Analyzer, Term};
pub(crate) use characters::{is_hiragana, is_ideographic, is_unspaced};
pub use count::count_words;
pub use detect::{Detection, detect};
pub use language::Language;
pub(crate) use languages::Flags;
pub(crate) use leaning::points;
pub use leaning::{Leaning, leans, speaks};
pub(crate) use names::{is_plain, lacks_news};
pub use quotation::Quotations;
pub(crate) use quotation::is_all_quoted;
pub use sentence::{Sentence, printed};
pub use sentences::{Sentences, segment, sentences};
pub use words::{Word, Words, words};
