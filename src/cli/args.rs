//! What can be typed. The doc comments are the help text.
//!
//! A heading of clap's holds on until the next one, also through and after a flattened struct. So an
//! option that follows one names its heading itself.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use nutgraf::Language;
use nutgraf::group::Settings;
use nutgraf::input::{FORMATS as INPUT_FORMATS, Limits};
use nutgraf::output::FORMATS as OUTPUT_FORMATS;

use crate::cli::eval::Eval;
use crate::cli::method::Method;
use crate::cli::rouge::Rouge;

/// The few sentences that say what happened, each with its source.
///
/// nutgraf summarises clusters of news articles by picking sentences, and scores summaries with
/// ROUGE. Results go to standard output, messages to standard error.
#[derive(Debug, Parser)]
#[command(name = "nutgraf", version, max_term_width = 100)]
#[command(
    after_help = "Exit status: 0 done; 1 done, but some input was bad or a gate failed; 2 wrong usage, or nothing could be done."
)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Global {
    /// Number of threads, which changes no result [default: all cores]
    #[arg(long, global = true, value_name = "N", value_parser = at_least_one)]
    pub(crate) threads: Option<usize>,
    /// Print only errors and warnings to standard error
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Stop at the first bad record, with exit status 2
    #[arg(long, global = true)]
    pub(crate) strict: bool,
    /// When to colour messages
    #[arg(long, global = true, value_enum, default_value_t)]
    pub(crate) color: Color,
    /// Seed of everything random
    #[arg(long, global = true, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
}

/// When messages have colour.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Summarize(Box<Summarize>),
    Digest(Box<Digest>),
    Group(Group),
    Segment(Segment),
    Eval(Box<Eval>),
    Rouge(Box<Rouge>),
    /// Print a completion script for a shell
    Completions {
        /// The shell to complete for
        shell: Shell,
    },
    /// Print the manual page, in roff
    Man,
}

impl Command {
    /// True where standard input is among what the command reads.
    pub(crate) fn reads_standard_input(&self) -> bool {
        let paths: &[PathBuf] = match self {
            Self::Summarize(args) => &args.input.paths,
            Self::Digest(args) => &args.input.paths,
            Self::Group(args) => &args.input.paths,
            Self::Segment(args) => &args.input.paths,
            Self::Eval(args) => &args.input.paths,
            Self::Rouge(args) => args.paths(),
            Self::Completions { .. } | Self::Man => &[],
        };
        paths.iter().any(|path| path.as_os_str() == "-")
    }
}

/// Summarise clusters of articles
///
/// PATH is a file, a folder (its readable files, sorted by name) or `-` for standard input. Text,
/// HTML, JSON, CSV, feeds, web archives and mail are recognised by their content, also inside .gz and
/// .zst. A JSON record is a cluster (`{"id","documents":[…]}`) or an article (`{"text","title"?,…}`);
/// articles with the same `cluster` value belong together. A text file is an article. All articles
/// that name no cluster form one cluster.
#[derive(Debug, clap::Args)]
pub(crate) struct Summarize {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Make each PATH a cluster of its own
    #[arg(long, help_heading = "Input")]
    pub(crate) each: bool,
    #[command(flatten)]
    pub(crate) summaries: Summaries,
}

/// Summarise a mixed batch, story by story
///
/// Articles are grouped into stories, and each story is summarised, the heaviest first. What counts
/// is how many outlets report a story, how many articles it has, copies apart, and how fresh it is
/// compared with the newest article of the batch. Clusters in the input are kept as stories.
#[derive(Debug, clap::Args)]
pub(crate) struct Digest {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) grouping: Grouping,
    /// Leave out stories with fewer than N articles, not counting copies
    #[arg(long, value_name = "N", help_heading = "Stories", value_parser = at_least_one, default_value_t = 1)]
    pub(crate) min_articles: usize,
    /// Take only the N heaviest stories; with --known, only stories that have news count
    #[arg(long, value_name = "N", help_heading = "Stories", value_parser = at_least_one)]
    pub(crate) top: Option<usize>,
    /// Share N words among the stories by their weights; with --known, among those that have news
    #[arg(long, value_name = "N", help_heading = "Stories", value_parser = at_least_one, conflicts_with_all = ["words", "sentences", "bytes", "ratio"])]
    pub(crate) total_words: Option<usize>,
    #[command(flatten)]
    pub(crate) summaries: Summaries,
}

/// Group a mixed batch into stories
///
/// Writes one line per story: `{"cluster":id,"articles":[id…],"duplicates":{copy:what it copies},
/// "similarities":{copy:x}}`. Every article is in exactly one story; clusters of the input are
/// ignored.
#[derive(Debug, clap::Args)]
pub(crate) struct Group {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) grouping: Grouping,
    /// Compare with the grouping in FILE, lines {"cluster","articles":[…]}; the scores go to
    /// standard error
    #[arg(long, value_name = "FILE", help_heading = "Grouping")]
    pub(crate) gold: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// How articles are grouped.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Grouping")]
pub(crate) struct Grouping {
    /// Least average similarity inside a story, from 0.001 to 1; a higher one makes more stories
    #[arg(long, value_name = "X", default_value_t = Settings::default().threshold)]
    pub(crate) threshold: f64,
    /// Two articles are copies when the longer one has at least this share X of the five-word sequences
    /// of the shorter one; below (1 + X) / 2, they must also share at least 2X / 3 of all sequences of
    /// the two
    #[arg(long, value_name = "X", default_value_t = Settings::default().copy)]
    pub(crate) copy: f64,
    /// Days between two articles that lower their similarity by a factor of e
    #[arg(long, value_name = "DAYS", default_value_t = Settings::default().fade_days)]
    pub(crate) fade_days: f64,
    /// Remember stories in FILE from run to run: they keep their ids, and each line says whether its
    /// story is new, continued, merged or split
    #[arg(long, value_name = "FILE")]
    pub(crate) state: Option<PathBuf>,
}

impl Grouping {
    /// The settings that were asked for.
    pub(crate) fn settings(&self) -> Result<Settings, nutgraf::Error> {
        let mut settings = Settings::default();
        settings.threshold = self.threshold;
        settings.copy = self.copy;
        settings.fade_days = self.fade_days;
        settings.check()
    }
}

/// How summaries are made, and how they are written.
#[derive(Debug, clap::Args)]
pub(crate) struct Summaries {
    #[command(flatten)]
    pub(crate) method: Method,
    /// Output format
    #[arg(long, help_heading = "Output", value_name = "FORMAT", default_value = OUTPUT_FORMATS[0].name, value_parser = PossibleValuesParser::new(OUTPUT_FORMATS.iter().map(|format| format.name)))]
    pub(crate) format: String,
    /// Add the articles as they were read to each summary, as `documents`; for json and jsonl
    #[arg(long, help_heading = "Output")]
    pub(crate) with_articles: bool,
    /// Continue an earlier run into the same file that was cut off; for --format jsonl
    #[arg(long, help_heading = "Output", requires = "output")]
    pub(crate) resume: bool,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// Where input comes from.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Input")]
pub(crate) struct Input {
    /// Files, folders, or `-` for standard input
    #[arg(value_name = "PATH", help_heading = None, default_value = "-")]
    pub(crate) paths: Vec<PathBuf>,
    /// Read the input as this format, whatever it looks like
    #[arg(id = "input_format", long = "input-format", value_name = "FORMAT", value_parser = PossibleValuesParser::new(INPUT_FORMATS.iter().map(|format| format.name)))]
    pub(crate) format: Option<String>,
    /// Read folders inside folders too
    #[arg(long, short)]
    pub(crate) recursive: bool,
    /// Refuse an article (a text, a page or a row) of more than N bytes; a JSON line with a cluster may
    /// be four times as long, unless its file is compressed
    #[arg(long, value_name = "N", default_value_t = Limits::default().article, value_parser = at_least_one)]
    pub(crate) max_record_bytes: usize,
    /// Read a field under another name, as in text=inhalt; may be given several times
    #[arg(long, value_name = "FIELD=NAME", action = ArgAction::Append)]
    pub(crate) map: Vec<String>,
    /// Language of all articles, such as en or de, or auto
    #[arg(long, value_name = "CODE", default_value = "auto", value_parser = language)]
    pub(crate) lang: LanguageChoice,
}

/// A language, or `auto`: the articles' `lang` field, else what the text looks like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LanguageChoice(pub(crate) Option<Language>);

/// Where output goes.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct Output {
    /// Write to FILE, which appears only when it is complete; until then there is FILE.part
    /// [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Split text into sentences
///
/// JSON lines `{"id","lang"?,"text"}` become `{"id","spans":[[start,end],…]}`, in bytes of the
/// text; plain text becomes one sentence a line.
#[derive(Debug, clap::Args)]
pub(crate) struct Segment {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) output: Output,
}

pub(super) fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("it must be a whole number of at least 1".to_owned()),
        Ok(n) => Ok(n),
    }
}

fn language(text: &str) -> Result<LanguageChoice, String> {
    if text == "auto" {
        Ok(LanguageChoice(None))
    } else {
        one_language(text).map(|l| LanguageChoice(Some(l)))
    }
}

pub(super) fn one_language(text: &str) -> Result<Language, String> {
    Language::from_code(text).ok_or_else(|| {
        let codes: Vec<&str> = Language::ALL.iter().map(|language| language.code()).collect();
        format!("no such language; use one of {}", codes.join(", "))
    })
}
