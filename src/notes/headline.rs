//! A headline for the cluster.

use crate::notes::Context;
use crate::summary::Summary;
use crate::text::printed;

/// Words of a headline that is made from a sentence, at most.
const MOST_WORDS: usize = 14;

/// The headline, of those the articles have, that is nearest to what the cluster is about (its
/// row's dot product with the sum of all rows by salience), the earlier of equals; where no
/// article has one, the first sentence of the summary up to a clause.
pub(crate) fn headline(context: &Context<'_>, summary: &Summary) -> Option<String> {
    let gist = context.gist();
    let mut best: Option<(usize, f64)> = None;
    for (article, read) in context.cluster.articles.iter().enumerate() {
        let has_title = read.title.as_deref().is_some_and(|title| !title.trim().is_empty());
        let nearness = context.titles.dot_dense(article, &gist) * context.centrality_of(article);
        if has_title && best.is_none_or(|(_, nearest)| nearness > nearest) {
            best = Some((article, nearness));
        }
    }
    match best {
        Some((article, _)) => {
            let title = context.cluster.articles[article].title.as_deref()?;
            Some(printed(title.trim()).into_owned())
        }
        None => summary.sentences().first().map(|sentence| shortened(&sentence.text)),
    }
}

/// The head of a sentence: up to the last clause mark within [`MOST_WORDS`], else so many words.
fn shortened(sentence: &str) -> String {
    let mut words = 0;
    let (mut clause, mut limit) = (None, sentence.len());
    let mut in_word = false;
    for (at, character) in sentence.char_indices() {
        if character.is_whitespace() {
            in_word = false;
        } else if !in_word {
            in_word = true;
            words += 1;
            if words > MOST_WORDS {
                limit = at;
                break;
            }
        }
        if matches!(character, ',' | ';' | ':' | '—' | '–' | '，' | '、' | '；') && words >= 4
        {
            clause = Some(at);
        }
    }
    if limit == sentence.len() {
        return sentence.trim_end_matches(['.', '。', '।']).to_owned();
    }
    match clause {
        Some(end) => sentence[..end].trim_end().to_owned(),
        None => format!("{} …", sentence[..limit].trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_sentence_ends_at_a_clause() {
        let long = "The old dam above Norvale broke on Tuesday, after three days of rain that nobody had seen coming.";
        assert_eq!(shortened(long), "The old dam above Norvale broke on Tuesday");
        assert_eq!(shortened("The dam broke."), "The dam broke");
        let plain = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
        assert!(shortened(plain).ends_with("fourteen …"));
    }
}
