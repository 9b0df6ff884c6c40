//! From text to sentences and terms: segmentation, words, folding, stop words, stems, languages.

mod analyzer;
mod boundary;
mod candidate;
mod characters;
mod count;
mod detect;
mod fold;
mod full_stop;
mod language;
mod languages;
mod lists;
mod sentence;
mod sentences;
mod token;
mod words;
mod wrapping;

pub use analyzer::{Analyzer, Term};
pub use count::count_words;
pub use detect::{Detection, detect};
pub use language::Language;
pub use sentence::{Sentence, printed};
pub use sentences::{Sentences, segment, sentences};
pub use words::{Word, Words, words};
