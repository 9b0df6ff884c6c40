//! Text for people at a terminal.

use std::fmt::Write;

use textwrap::{Options, fill};

use crate::output::explanation::explanation;
use crate::output::{Format, Several, cited};
use crate::summary::{Summary, SummarySentence};

/// The sentences, each with its mark, and the sources below, at most 80 columns wide.
pub(super) const TEXT: Format = Format { name: "text", several: Several::Paragraphs, render };

const COLUMNS: usize = 80;

fn render(summary: &Summary) -> String {
    let cited = cited(summary);
    let mut out = String::new();
    if let Some(headline) = &summary.headline {
        line(&mut out, &plain(headline), "", "");
    }
    let articles = if summary.articles == 1 { "article" } else { "articles" };
    let head = format!(
        "{} · {} words from {} {articles}",
        plain(&summary.id),
        summary.words,
        summary.articles
    );
    line(&mut out, &head, "", "  ");
    out.push('\n');
    for sentence in summary.sentences() {
        line(&mut out, &format!("{} {}", plain(&sentence.text), mark(sentence, &cited)), "", "");
        out.push('\n');
    }
    out.push_str("Sources\n");
    for (number, id) in (1..).zip(&cited) {
        let first = format!("[{number}] ");
        let indent = " ".repeat(first.len());
        let own = summary.sentences().iter().find(|sentence| sentence.article_id == *id);
        line(&mut out, &own.map_or_else(|| plain(id), source), &first, &indent);
        if let Some(url) = own.and_then(|sentence| sentence.url.as_deref()) {
            // An address is for copying: it is never broken.
            let _ = writeln!(out, "{indent}{}", plain(url));
        }
    }
    if !summary.keywords.is_empty() {
        line(&mut out, &format!("Keywords: {}", plain(&summary.keywords.join(", "))), "", "  ");
    }
    for warning in &summary.warnings {
        line(&mut out, &format!("Note: {}", plain(warning)), "", "  ");
    }
    if let Some(why) = &summary.explanation {
        explanation(&mut out, summary, why);
    }
    out.truncate(out.trim_end().len());
    out
}

/// `[1]`, or `[1; also 2, 3]` where other articles say nearly the same.
fn mark(sentence: &SummarySentence, cited: &[&str]) -> String {
    let number = |id: &str| cited.iter().position(|cited| *cited == id).map_or(0, |at| at + 1);
    let mut mark = format!("[{}", number(&sentence.article_id));
    for (turn, support) in sentence.support.iter().enumerate() {
        let before = if turn == 0 { "; also " } else { ", " };
        let _ = write!(mark, "{before}{}", number(&support.article_id));
    }
    mark + "]"
}

/// What is known of a source: headline, outlet, time, or its id.
fn source(sentence: &SummarySentence) -> String {
    let known = [&sentence.title, &sentence.source, &sentence.published];
    let known: Vec<String> = known.into_iter().flatten().map(|part| plain(part)).collect();
    if known.is_empty() { plain(&sentence.article_id) } else { known.join(" · ") }
}

/// Adds a wrapped line.
pub(super) fn line(out: &mut String, text: &str, first: &str, rest: &str) {
    let options =
        Options::new(COLUMNS).initial_indent(first).subsequent_indent(rest).break_words(false);
    out.push_str(&fill(text, options));
    out.push('\n');
}

/// The text without control characters, which would reach the terminal.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}
