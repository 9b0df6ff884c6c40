//! Reports for people and programs; most are methods of [`crate::harness::Report`] and [`crate::gate::Gate`].

mod budgets;
mod columns;
mod csv;
#[cfg(feature = "html")]
mod html;
mod markdown;
mod table;

pub use budgets::budget_table;
pub(crate) use columns::{side_by_side, wrap};
pub(crate) use csv::csv;
#[cfg(feature = "html")]
pub use html::html_page;
pub(crate) use markdown::{escape, markdown};
pub(crate) use table::{count_and_list, fit, percent, table};
