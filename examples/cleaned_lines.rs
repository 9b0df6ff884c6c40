//! Prints what becomes of every line of the articles in a file: the rule that left it out, or
//! `-`, and the line, so that people can judge the rules.
//!
//! `cargo run --example cleaned_lines -- clusters.jsonl`

use std::error::Error;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use nutgraf::clean::clean;
use nutgraf::input::{FieldNames, Limits, read, sources};

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let fields = FieldNames::default();
    let mut out = BufWriter::new(io::stdout().lock());
    for source in sources(&paths, false) {
        for record in read(&source?, None, Limits::default())? {
            for item in record?.parse(&fields) {
                for article in item?.value.articles() {
                    let cleaned = clean(article);
                    let dropped = cleaned.dropped.iter().map(|d| (d.span, d.rule));
                    let mut pieces: Vec<_> =
                        cleaned.blocks.iter().map(|&span| (span, "-")).chain(dropped).collect();
                    pieces.sort();
                    for (span, rule) in pieces {
                        for line in span.of(&article.text).lines().filter(|l| !l.trim().is_empty())
                        {
                            writeln!(out, "{rule}\t{}", line.trim())?;
                        }
                    }
                }
            }
        }
    }
    Ok(out.flush()?)
}
