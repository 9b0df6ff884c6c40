//! Notices of web archives in place of, or before, an article.

use super::phrases::{Openers, Within};
use super::{Line, Rule, Verdict};

/// What archives write over a page they have kept: the crawl it comes from, who pays for it.
pub(super) struct Archive;

static OPENING: Openers = Openers::new(&[
    "these crawls are",
    "this crawl",
    "the crawl of",
    "web crawl",
    "web crawls",
    "focused crawls",
    "crawl of outlinks",
    "survey crawl",
    "wide crawl",
    "collection:",
    "crawled on",
    "content crawled via",
    "web wide crawl",
    "archived copy",
    "archived from the original",
    "captures from",
    "the wayback machine",
    "the internet archive",
    "this is an archived",
    "this page is archived",
    "saved by",
    "captured by",
    "formed in 1996, the internet archive",
    "this is a collection of web page captures",
    "crawldata",
    "crawl data",
    "the goal is to fix",
    "this collection contains",
    "the seed for",
    "these pages were crawled",
    "this page was crawled",
    "internet archive crawl",
    "archive team",
    "archiveteam",
]);

static WITHIN: Within = Within::new(&[
    "effort to archive pages",
    "wayback machine",
    "archive-it",
    "web page captures",
    "broken links on the web",
    "crawl data",
    "webcrawl data",
    "crawldata",
    "from alexa internet",
    "alexa crawls",
    "archived pages",
    "no-more-404",
    "internet archive's",
    "crawled by",
    "live proxy",
    "heritrix",
    "crawl was run",
    "crawl is a collection",
    "crawl performed by",
    "internet archive in partnership",
]);

impl Rule for Archive {
    fn name(&self) -> &'static str {
        "archive"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        // Such a notice is the first thing on a page, and speaks of crawls or archives.
        if line.kept > 3 || line.text.len() > 900 {
            return Verdict::Keep;
        }
        let about = || {
            ["rchiv", "rawl", "capture", "RAWL", "RCHIV", "broken", "ayback"]
                .iter()
                .any(|word| line.text.contains(word))
        };
        let notice = (OPENING.strip(line.text).is_some() || line.marked && WITHIN.is_in(line.text))
            && about();
        if notice { Verdict::Drop } else { Verdict::Keep }
    }

    fn phrases(&self) -> Vec<&'static str> {
        WITHIN.phrases.to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, first, line};

    #[test]
    fn notices_go() {
        let lines = [
            "The Wayback Machine - a copy of the harbour's page",
            "This is an archived page of Fjord Wire.",
            "These crawls are run for the harbour's archive.",
        ];
        assert_all(&Archive, &lines.map(first), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "The archive of the port burned down on Tuesday.",
            "This crawl through the mud was the last.",
            "The crawl data of a spider",
        ];
        assert_all(&Archive, &[first(lines[0])], Verdict::Keep);
        let deep = lines.map(|text| Line { kept: 9, ..line(text) });
        assert_all(&Archive, &deep, Verdict::Keep);
    }
}
