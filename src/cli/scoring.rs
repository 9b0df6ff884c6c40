//! The options of ROUGE, shared by `eval` and `rouge`.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::bail;
use nutgraf_eval::rouge::{
    Exceptions, Limit, Metric, Multi, Options, Profile, Scorer, StopWords, Tokenizer,
};

/// How texts are scored. Every printed score names all of it.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Scoring")]
pub(crate) struct Scoring {
    /// The program whose numbers are reproduced: google (rouge-score 0.1.2) or rouge155 (ROUGE-1.5.5)
    #[arg(long, value_name = "PROFILE", default_value = "google", value_parser = ["google", "rouge155"])]
    profile: String,
    /// Metrics, such as rouge1,rouge2,rougeL,rougeLsum,rougeW-1.2,rougeS4,rougeSU4 [default: rouge1
    /// and 2, rougeL, and rougeLsum where the profile has it]
    #[arg(long, value_name = "LIST")]
    metrics: Option<String>,
    /// Stem tokens with the profile's Porter stemmer
    #[arg(long, overrides_with = "no_stem")]
    stem: bool,
    /// Do not stem
    #[arg(long, overrides_with = "stem")]
    no_stem: bool,
    /// How text becomes tokens: ascii (the profile's own) or unicode
    #[arg(long, value_name = "TOKENIZER", value_parser = ["ascii", "unicode"])]
    tokenizer: Option<String>,
    /// Leave stop words out, as ROUGE-1.5.5 -s does
    #[arg(long)]
    remove_stopwords: bool,
    /// The stop list, one word a line [default: the one in `ROUGE_EVAL_HOME`]
    #[arg(long, value_name = "FILE", requires = "remove_stopwords")]
    stop_words: Option<PathBuf>,
    /// Irregular forms for the stemmer of rouge155 [default: those in `ROUGE_EVAL_HOME`]
    #[arg(long, value_name = "FILE")]
    exceptions: Option<PathBuf>,
    /// Cut candidates and references to this many words first
    #[arg(long, value_name = "N", conflicts_with = "limit_bytes")]
    limit_words: Option<usize>,
    /// Cut candidates and references to this many bytes first
    #[arg(long, value_name = "N")]
    limit_bytes: Option<usize>,
    /// Several references: best, average, or pooled (the rule of rouge155, -f A there)
    #[arg(long, value_name = "RULE", value_parser = ["best", "average", "pooled"])]
    multi: Option<String>,
    /// Weight of precision in F, from 0 (recall) to 1
    #[arg(long, value_name = "X", default_value_t = 0.5)]
    alpha: f64,
}

/// What a command takes where the user says nothing.
pub(super) struct Defaults {
    pub(super) stem: bool,
    pub(super) tokenizer: Tokenizer,
    /// `None` is the profile's own rule.
    pub(super) multi: Option<Multi>,
}

impl Scoring {
    /// The scorer that the flags describe.
    pub(super) fn scorer(&self, defaults: &Defaults) -> anyhow::Result<Scorer> {
        let mut options = match self.profile.parse()? {
            Profile::Rouge155 => Options::rouge155(),
            _ => Options::google(),
        };
        if let Some(metrics) = &self.metrics {
            options.metrics = Metric::parse_list(metrics)?;
        }
        options.stem = (defaults.stem && !self.no_stem) || self.stem;
        options.tokenizer = match &self.tokenizer {
            Some(name) => name.parse()?,
            None => defaults.tokenizer,
        };
        options.multi = match &self.multi {
            Some(rule) => rule.parse()?,
            None => defaults.multi.unwrap_or(options.multi),
        };
        options.limit = match (self.limit_words, self.limit_bytes) {
            (Some(words), _) => Limit::Words(words),
            (_, Some(bytes)) => Limit::Bytes(bytes),
            _ => Limit::None,
        };
        options.alpha = self.alpha;
        if self.remove_stopwords {
            let list = match &self.stop_words {
                Some(file) => StopWords::read(file)?,
                None => StopWords::from_environment()?,
            };
            options.stop_words = Some(Arc::new(list));
        }
        if let Some(file) = &self.exceptions {
            options.exceptions = Some(Arc::new(Exceptions::read(file)?));
        } else if options.profile == Profile::Rouge155 && options.stem {
            options.exceptions = Exceptions::from_environment()?.map(Arc::new);
        }
        if self.exceptions.is_some() && !options.stem {
            bail!("--exceptions has no effect without --stem");
        }
        Ok(Scorer::new(options)?)
    }
}
