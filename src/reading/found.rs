//! Where the sentences of an article stand, before their words are read.

use crate::clean;
use crate::reading::list_mark::without_list_mark;
use crate::span::Span;
use crate::text::{Language, Quotations, sentences};

/// A sentence that was found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Its bytes in the article's text, without the mark of a list or the credit of a picture.
    pub(super) span: Span,
    /// The run of kept lines it stands in.
    block: Span,
    /// A picture's credit comes next in its line.
    pub(super) captioned: bool,
    /// Whether it begins, and whether it ends, inside a quotation that goes beyond it.
    pub(super) quoted: (bool, bool),
}

/// Finds so many sentences at a time.
const STRETCH: usize = 64;

/// Calls `each` with the sentences of the `blocks` of a text, in order, a stretch of them at a time:
/// whoever does one thing to all of a stretch before the next keeps its instructions in the cache,
/// which all the things that are done to a sentence do not fit.
pub(super) fn find(
    text: &str,
    blocks: &[Span],
    language: Language,
    mut each: impl FnMut(&[Found]),
) {
    let in_block = |&block: &Span| {
        sentences(block.of(text), language).map(move |span| Found {
            span: Span::new(block.start + span.start, block.start + span.end),
            block,
            captioned: false,
            quoted: (false, false),
        })
    };
    let mut rest = blocks.iter().flat_map(in_block);
    let mut stretch = Vec::with_capacity(STRETCH);
    let (mut marks, mut quotations) = (Marks::default(), Quoted::default());
    loop {
        stretch.clear();
        stretch.extend(rest.by_ref().take(STRETCH));
        if stretch.is_empty() {
            return;
        }
        for found in &mut stretch {
            marks.cut_off(text, found);
        }
        for found in &mut stretch {
            quotations.read(text, found);
        }
        each(&stretch);
    }
}

/// Follows the credits of pictures from sentence to sentence.
#[derive(Default)]
struct Marks {
    block: Option<Span>,
    /// A credit comes after the sentence before.
    captioned: bool,
}

impl Marks {
    /// Cuts off what stands before the text of the next sentence.
    fn cut_off(&mut self, text: &str, found: &mut Found) {
        found.span = without_list_mark(text, found.span);
        let begins = self.block.replace(found.block) != Some(found.block);
        // The caption of a credit that begins a block was no text.
        if (begins || self.captioned)
            && let Some(length) = clean::credit_length(found.span.of(text))
        {
            found.span.start += length as u32;
        }
        let after = Span::new(found.span.end, found.block.end);
        self.captioned = clean::credit_follows(after.of(text));
        found.captioned = self.captioned;
    }
}

/// Follows quotations from sentence to sentence of a block.
#[derive(Default)]
struct Quoted {
    block: Option<Span>,
    quotations: Quotations,
    /// Where the sentence before ends, or the block begins.
    before: u32,
}

impl Quoted {
    fn read(&mut self, text: &str, found: &mut Found) {
        if self.block.replace(found.block) != Some(found.block) {
            (self.quotations, self.before) = (Quotations::default(), found.block.start);
        }
        let between = Span::new(self.before, found.span.start);
        found.quoted = self.quotations.read(between.of(text), found.span.of(text));
        self.before = found.span.end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_goes_on_where_the_one_before_ends() {
        let rain = "Rain fell. ".repeat(STRETCH - 1);
        let text = format!(
            "{rain}“The dam broke. It was old,” she said. {}The bridge at dawn. [Foto: Ada Lund] Roads closed.",
            &rain["Rain fell. ".len()..]
        );
        let whole = Span::new(0, text.len() as u32);
        let (mut sizes, mut all) = (Vec::new(), Vec::new());
        find(&text, &[whole], Language::English, |stretch| {
            sizes.push(stretch.len());
            all.extend(
                stretch.iter().map(|found| (found.span.of(&text), found.quoted, found.captioned)),
            );
        });
        assert_eq!(sizes, [STRETCH, STRETCH, 1]);
        assert_eq!(
            all[STRETCH - 1..=STRETCH],
            [
                ("“The dam broke.", (false, true), false),
                ("It was old,” she said.", (true, false), false),
            ]
        );
        assert_eq!(
            all[2 * STRETCH - 1..],
            [
                ("The bridge at dawn.", (false, false), true),
                ("Roads closed.", (false, false), false),
            ]
        );
    }
}
