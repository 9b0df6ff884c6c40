//! Reports for people and programs; most are methods of [`crate::harness::Report`] and [`crate::gate::Gate`].

mod budgets;
mod columns;
mod csv;
#[cfg(feature = "html")]
mod html;
mod markdown;
mod table;

use crate::harness::{Problems, Report};

pub use budgets::budget_table;
pub(crate) use columns::{side_by_side, wrap};
pub use csv::budget_csv;
use csv::csv;
#[cfg(feature = "html")]
pub use html::html_page;
pub(crate) use markdown::escape;
use markdown::markdown;
pub use table::counted;
use table::table;
pub(crate) use table::{caution, count_and_list, fit, p_value, percent};

impl Report {
    /// The report as text for an 80-column terminal.
    #[must_use]
    pub fn table(&self) -> String {
        table(self)
    }

    /// The report as JSON, with every cluster's scores and summaries.
    ///
    /// # Errors
    /// None in practice; `serde_json` has the type.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }

    /// Every cluster's scores as CSV (RFC 4180): a line for each system, cluster and metric.
    #[must_use]
    pub fn csv(&self) -> String {
        csv(self)
    }

    /// The means as a table in GitHub-flavoured Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown(self)
    }
}

impl Problems {
    /// What the problems are, each with its number and ids.
    #[must_use]
    pub fn describe(&self) -> Vec<String> {
        let kinds = [
            (&self.missing, "no summary for", "scored 0"),
            (&self.empty, "empty summary for", "scored 0"),
            (&self.extra, "summary of unknown", "not scored"),
            (&self.duplicate, "more than one summary for", "the first was scored"),
        ];
        let describe = |(ids, what, then): (&Vec<String>, _, _)| {
            format!("{what} {}: {then}", count_and_list(ids, "cluster"))
        };
        kinds.into_iter().filter(|(ids, ..)| !ids.is_empty()).map(describe).collect()
    }
}
