//! From the paths of a call to its clusters.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::anyhow;
use nutgraf::Cluster;
use nutgraf::input::{
    self, FORMATS, FieldNames, Format, Gather, Item, Limits, Placed, Problem, Record, Source,
};
use nutgraf::parallel::stream_map;
use rayon::ThreadPool;

use crate::cli::args::Input;

/// The input of a call.
#[derive(Clone)]
pub(super) struct Reading {
    paths: Vec<PathBuf>,
    recursive: bool,
    format: Option<&'static Format>,
    limits: Limits,
    pub(super) fields: Arc<FieldNames>,
}

impl Reading {
    pub(super) fn new(input: &Input) -> anyhow::Result<Self> {
        let mut fields = FieldNames::default();
        for mapping in &input.map {
            fields.add(mapping).map_err(|message| anyhow!("--map: {message}"))?;
        }
        let named = |name: &String| FORMATS.iter().find(|format| format.name == *name);
        let format = input.format.as_ref().and_then(named);
        Ok(Self {
            paths: input.paths.clone(),
            recursive: input.recursive,
            format,
            limits: Limits { article: input.max_record_bytes },
            fields: Arc::new(fields),
        })
    }

    /// Files of what is known: articles, or summaries that we wrote.
    pub(super) fn of_known(paths: &[PathBuf]) -> Self {
        let mut fields = FieldNames::default();
        fields.fall_back("text", "summary");
        Self {
            paths: paths.to_vec(),
            recursive: false,
            format: None,
            limits: Limits::default(),
            fields: Arc::new(fields),
        }
    }

    /// The records of all paths, in order.
    pub(super) fn records(&self) -> Records {
        self.records_of(&self.paths)
    }

    /// The clusters of all paths, parsed on `pool`.
    pub(super) fn clusters(&self, pool: &Arc<ThreadPool>) -> Clusters {
        self.clusters_of(&self.paths, pool)
    }

    /// The clusters of each path on its own, one path after the other.
    pub(super) fn clusters_of_each(&self, pool: &Arc<ThreadPool>) -> Clusters {
        let (reading, pool) = (self.clone(), Arc::clone(pool));
        let paths = self.paths.clone().into_iter();
        Box::new(paths.flat_map(move |path| reading.clusters_of(&[path], &pool)))
    }

    /// The items of all paths, in order, parsed on `pool`.
    pub(super) fn items(&self, pool: &Arc<ThreadPool>) -> Items {
        self.items_of(&self.paths, pool)
    }

    fn items_of(&self, paths: &[PathBuf], pool: &Arc<ThreadPool>) -> Items {
        let fields = Arc::clone(&self.fields);
        let records = self.records_of(paths);
        let parsed = stream_map(records, Arc::clone(pool), bytes, move |record| match record {
            Ok(record) => record.parse(&fields),
            Err(problem) => vec![Err(problem)],
        });
        Box::new(parsed.flatten())
    }

    fn clusters_of(&self, paths: &[PathBuf], pool: &Arc<ThreadPool>) -> Clusters {
        Box::new(Gather::new(self.items_of(paths, pool), name_of(paths)))
    }

    fn records_of(&self, paths: &[PathBuf]) -> Records {
        let (format, limits) = (self.format, self.limits);
        let sources = input::sources(paths, self.recursive).into_iter();
        Box::new(sources.flat_map(move |source: Result<Source, Problem>| {
            match source.and_then(|source| input::read(&source, format, limits)) {
                Ok(records) => records,
                Err(problem) => Box::new(std::iter::once(Err(problem))),
            }
        }))
    }
}

/// Clusters in input order, each with its place.
pub(super) type Clusters = Box<dyn Iterator<Item = Result<Placed<Cluster>, Problem>> + Send>;

/// Items in input order, each with its place.
pub(super) type Items = Box<dyn Iterator<Item = Result<Placed<Item>, Problem>> + Send>;

/// The length of what was read, in bytes.
pub(super) fn bytes(record: &Result<Record, Problem>) -> usize {
    record.as_ref().map_or(0, Record::bytes)
}

/// Records in input order.
pub(super) type Records = Box<dyn Iterator<Item = Result<Record, Problem>> + Send>;

/// The id of the cluster of all articles that name none: the one path's name, or `articles`.
fn name_of(paths: &[PathBuf]) -> String {
    match paths {
        [path] if path.as_os_str() != "-" => {
            let path = path.canonicalize().unwrap_or_else(|_| path.clone());
            let name = if path.is_dir() { path.file_name() } else { path.file_stem() };
            name.map_or_else(|| "articles".to_owned(), |name| Path::new(name).display().to_string())
        }
        [_] => "stdin".to_owned(),
        _ => "articles".to_owned(),
    }
}
