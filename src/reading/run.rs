//! Articles read one after the other: from their text to sentences and terms.

use std::iter::Peekable;
use std::vec;

use crate::article::Article;
use crate::clean::{self, Blemish, Blemishes, Cleaned, Dropped, Signs};
use crate::reading::Analyzers;
use crate::reading::found::find;
use crate::span::Span;
use crate::text::{Analyzer, Language, Leaning, Met, Sentence, Term, leans, points, speaks};
use crate::vector::{Kind, TermsBuilder};

/// The most words of a caption inside a paragraph.
const MOST_WORDS_OF_CAPTION: usize = 30;

/// Fewer words may be said twice: `It is over. It is over.`
const FEWEST_WORDS_OF_CAPTION: u32 = 6;

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
        find(text, &cleaned.blocks, language, |stretch| {
            let first = self.sentences.len();
            for found in stretch {
                let words = push_terms(&mut self.terms, found.span.of(text), analyzer);
                // A line of dashes or dots says nothing.
                if self.terms.open_terms() == 0 {
                    continue;
                }
                self.terms.end_sentence();
                let caption = found.captioned && words <= MOST_WORDS_OF_CAPTION;
                let (begins_quoted, ends_quoted) = found.quoted;
                self.sentences.push(Sentence {
                    article: number,
                    position,
                    span: found.span,
                    words: words as u32,
                    blemishes: Blemishes::default().with(Blemish::Caption, caption),
                    leaning: Leaning { begins_quoted, ends_quoted, ..Leaning::default() },
                });
                position += 1;
            }
            mark_repeated(&mut self.sentences[first.saturating_sub(1)..], text);
            let read = &mut self.sentences[first..];
            for sentence in &mut *read {
                sentence.blemishes = marked.blemishes(text, sentence);
            }
            for Sentence { span, leaning, .. } in read {
                lean(leaning, span.of(text), language);
            }
        });
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
    /// The blemishes of the next sentence: those it has already, its own, and that of the line it
    /// stands in.
    fn blemishes(&mut self, text: &str, sentence: &Sentence) -> Blemishes {
        let (span, of_span) = (sentence.span, sentence.span.of(text));
        while self.lines.next_if(|(line, _)| line.end < span.end).is_some() {}
        let line = self.lines.peek().filter(|(line, _)| line.start <= span.start);
        let caption = sentence.blemishes.has(Blemish::Caption) || clean::has_credit(of_span);
        let own = clean::blemishes_of_next(of_span, span, &mut self.signs)
            .with(Blemish::Caption, caption);
        line.map_or(own, |(_, blemish)| own.with(*blemish, true))
    }
}

/// Marks what stands twice in a row in a line after the lead, as a page has the text of a picture and
/// of its caption.
fn mark_repeated(sentences: &mut [Sentence], text: &str) {
    for at in 1..sentences.len() {
        let [before, own] = [at - 1, at].map(|at| sentences[at]);
        let goes_on = || !text[before.span.end as usize..own.span.start as usize].contains('\n');
        if own.article == before.article
            && before.position > 0
            && own.words == before.words
            && goes_on()
            && own.words >= FEWEST_WORDS_OF_CAPTION
            && own.span.of(text) == before.span.of(text)
        {
            for twice in &mut sentences[at - 1..=at] {
                twice.blemishes = twice.blemishes.with(Blemish::Caption, true);
            }
        }
    }
}

/// Tells how a sentence leans on others, but for quotations.
fn lean(leaning: &mut Leaning, sentence: &str, language: Language) {
    leaning.opening = leans(sentence, language);
    leaning.pointing = leaning.opening && points(sentence);
    leaning.speaking = speaks(sentence, leaning.begins_quoted, language);
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
