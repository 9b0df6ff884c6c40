//! Grouping and copies, as users see them.

mod common;
#[path = "../benches/made_up/mod.rs"]
mod made_up;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Output};

use made_up::Random;
use nutgraf::group::{Change, Memory, Settings, copies, group_with, published_order_free as _};
use nutgraf::{Article, Cluster, group};
use serde_json::Value;
