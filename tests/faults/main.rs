//! What goes wrong in a night: bad records, cut files, bombs, loops, full disks, closed pipes,
//! kills. The rest is done, and what was wrong is said.
#![cfg(unix)]

#[path = "../common/binary.rs"]
mod binary;
mod input;
mod output;

use binary::{FIRST, SECOND};
use serde_json::json;

fn cluster(number: usize) -> String {
    let first = format!("{FIRST} It was ship number {number} this year.");
    json!({"id": format!("c{number}"), "documents": [{"id": "a", "text": first}, {"id": "b", "text": SECOND}]})
        .to_string()
        + "\n"
}

fn clusters(count: usize) -> String {
    (0..count).map(cluster).collect()
}
