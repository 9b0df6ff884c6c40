//! Reports for people and programs. Nothing is computed here.

mod columns;
mod table;

pub(crate) use columns::{side_by_side, wrap};
pub(crate) use table::{count_and_list, fit, percent, table};
