//! A page to read and to pass on: no file and no script from elsewhere.

use maud::{DOCTYPE, PreEscaped, html};

use crate::output::{Citations, Format, Several, day_in_timeline, is_web_address};
use crate::summary::Summary;

/// One page of all summaries: headline, sentences with their marks, sources with links, notes.
pub(super) const PAGE: Format = Format { name: "html", several: Several::Page(begin), render };

/// What stands before the first summary. The elements that it leaves open end with the page.
fn begin() -> String {
    let page = html! {
        (DOCTYPE)
        // Of what we say ourselves; summaries name their own.
        (PreEscaped("<html lang=\"en\">"))
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'unsafe-inline'";
        title { "Summaries" }
        style { (PreEscaped(include_str!("page.css"))) }
    };
    page.into_string()
}

fn render(summary: &Summary) -> String {
    let cited = Citations::of(summary);
    let headline = summary.headline.as_deref().unwrap_or(&summary.id);
    let articles = if summary.articles == 1 { "article" } else { "articles" };
    let page = html! {
        article lang=[summary.lang.as_deref()] dir="auto" {
            h2 { (headline) }
            p.about lang="en" {
                (summary.id) " · " (summary.words) " words from " (summary.articles) " " (articles)
            }
            @for sentence in summary.sentences() {
                p {
                    @if let Some(day) = day_in_timeline(summary, sentence) {
                        time { (day) } ": "
                    }
                    (sentence.text) " " sup { "[" (cited.marks(sentence).join(", ")) "]" }
                }
            }
            @if !cited.articles.is_empty() {
                ol {
                    @for article in &cited.articles {
                        li {
                            @let title = article.title.unwrap_or(article.id);
                            @if let Some(url) = article.url.filter(|url| is_web_address(url)) {
                                a href=(url) rel="noreferrer" { (title) }
                            } @else {
                                (title)
                            }
                            @for part in [article.source, article.published].into_iter().flatten() {
                                ", " (part)
                            }
                        }
                    }
                }
            }
            @if !summary.keywords.is_empty() {
                p.about { "Keywords: " (summary.keywords.join(", ")) }
            }
            @for warning in &summary.warnings {
                p.note lang="en" { "Note: " (warning) }
            }
        }
    };
    page.into_string()
}
