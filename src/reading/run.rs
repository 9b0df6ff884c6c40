//! Articles read one after the other: from their text to sentences and terms.

use std::iter::Peekable;
use std::vec;

use crate::article::Article;
use crate::clean::{self, Blemish, Blemishes, Cleaned, Dropped, Signs};
use crate::reading::Analyzers;
use crate::reading::list_mark::without_list_mark;
use crate::span::Span;
use crate::text::{
    Analyzer, Language, Leaning, Met, Quotations, Sentence, Term, leans, points, sentences, speaks,
};
use crate::vector::{Kind, TermsBuilder};

/// The most words of a caption inside a paragraph.
const MOST_WORDS_OF_CAPTION: usize = 30;

/// What has been read of a run of articles.
#[derive(Default)]
pub(super) struct Run {
    pub(super) sentences: Vec<Sentence>,
    pub(super) terms: TermsBuilder,
    pub(super) dropped: Vec<(u32, Dropped)>,
}

impl Run {
    /// A run with room for what so many bytes of text have.
    pub(super) fn of_bytes(bytes: usize) -> Self {
        let (sentences, terms) = (bytes / 128, bytes / 6);
        Self {
            sentences: Vec::with_capacity(sentences),
            terms: TermsBuilder::with_capacity(sentences, terms),
            ..Self::default()
        }
    }

    /// Reads the article with this number.
    pub(super) fn read(
        &mut self,
        number: u32,
        article: &Article,
        cleaned: Cleaned,
        language: Language,
        analyzers: &mut Analyzers,
    ) {
        let text = article.text.as_str();
        let analyzer = Analyzer::among(analyzers, language);
        self.dropped.extend(cleaned.dropped.into_iter().map(|dropped| (number, dropped)));
        let mut marked =
            Marked { lines: cleaned.blemished.into_iter().peekable(), signs: cleaned.signs };
        let mut position = 0;
        for block in cleaned.blocks {
            let mut quotations = Quotations::default();
            let mut before = block.start;
            let mut captioned = false;
            for span in sentences(block.of(text), language) {
                let span = Span::new(block.start + span.start, block.start + span.end);
                let mut span = without_list_mark(text, span);
                // The caption of a credit that begins a block was no text.
                if (captioned || before == block.start)
                    && let Some(length) = clean::credit_length(span.of(text))
                {
                    span.start += length as u32;
                }
                captioned = clean::credit_follows(Span::new(span.end, block.end).of(text));
                let sentence = span.of(text);
                let quoted = quotations.read(Span::new(before, span.start).of(text), sentence);
                before = span.end;
                let words = push_terms(&mut self.terms, sentence, analyzer);
                // A line of dashes or dots says nothing.
                if self.terms.open_terms() == 0 {
                    continue;
                }
                self.terms.end_sentence();
                let caption =
                    captioned && words <= MOST_WORDS_OF_CAPTION || clean::has_credit(sentence);
                self.sentences.push(Sentence {
                    article: number,
                    position,
                    span,
                    words: words as u32,
                    blemishes: marked.blemishes(sentence, span).with(Blemish::Caption, caption),
                    leaning: leaning(sentence, quoted, language),
                });
                position += 1;
            }
        }
    }

    /// Reads a text as one sentence, which may be empty.
    pub(super) fn read_line(&mut self, text: &str, language: Language, analyzers: &mut Analyzers) {
        let analyzer = Analyzer::among(analyzers, language);
        push_terms(&mut self.terms, text, analyzer);
        self.terms.end_sentence();
    }

    pub(super) fn append(&mut self, other: Self) {
        self.sentences.extend(other.sentences);
        self.terms.append(&other.terms);
        self.dropped.extend(other.dropped);
    }
}

/// What cleaning has marked in an article. It is asked about the sentences in their order.
struct Marked {
    lines: Peekable<vec::IntoIter<(Span, Blemish)>>,
    signs: Signs,
}

impl Marked {
    /// The blemishes of the next sentence: its own, and that of the line it stands in.
    fn blemishes(&mut self, sentence: &str, span: Span) -> Blemishes {
        while self.lines.next_if(|(line, _)| line.end < span.end).is_some() {}
        let line = self.lines.peek().filter(|(line, _)| line.start <= span.start);
        let own = clean::blemishes_of_next(sentence, span, &mut self.signs);
        line.map_or(own, |(_, blemish)| own.with(*blemish, true))
    }
}

/// How a sentence leans on others; `quoted` is whether it begins and ends inside a quotation.
fn leaning(sentence: &str, quoted: (bool, bool), language: Language) -> Leaning {
    let (begins_quoted, ends_quoted) = quoted;
    let opening = leans(sentence, language);
    Leaning {
        opening,
        pointing: opening && points(sentence),
        speaking: speaks(sentence, begins_quoted, language),
        begins_quoted,
        ends_quoted,
    }
}

/// Adds the terms of a text to the sentence at hand and counts its words. The analyzer knows no
/// numbers but those of this builder.
fn push_terms(builder: &mut TermsBuilder, text: &str, analyzer: &mut Analyzer) -> usize {
    let language = analyzer.language();
    let counter = analyzer.number_terms(text, |met| match met {
        Met::Again(number) => {
            builder.push_again(number);
            None
        }
        Met::New(term) => Some(builder.push(term.stem, kind(&term, language))),
    });
    counter.words(text)
}

/// Whether a term carries meaning, as far as its language can say.
fn kind(term: &Term<'_>, language: Language) -> Kind {
    match (term.stop, language.has_stop_list()) {
        (true, _) => Kind::Stop,
        (false, true) => Kind::Content,
        (false, false) => Kind::Unknown,
    }
}
