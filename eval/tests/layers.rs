//! Imports go one way: no module of the package uses one that comes after it.

#[path = "../../tests/common/imports.rs"]
mod imports;

use std::path::Path;

use imports::{code, imports, rust_files};

const ORDER: [&str; 7] =
    ["statistics", "rouge", "diagnostics", "harness", "rows", "output", "gate"];

#[test]
fn no_module_uses_a_later_one() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut checked = 0;
    for (place, module) in ORDER.iter().enumerate() {
        let folder = source.join(module);
        for file in rust_files(&folder) {
            let (name, code) = (file.display(), code(&file));
            for used in imports(&code) {
                let known = used == "Error" || ORDER[..=place].contains(&used);
                assert!(known, "{name} uses crate::{used}");
                checked += 1;
            }
            // Other ways to the root, where these names would not be seen.
            let up = if file == folder.join("mod.rs") { "super::" } else { "super::super" };
            assert!(!code.contains(up) && !code.contains("crate as"), "{name}: say crate::");
        }
    }
    assert!(checked > 40, "{checked}");
    let folders = std::fs::read_dir(source).expect("a folder");
    let folders = folders.filter(|entry| entry.as_ref().expect("an entry").path().is_dir());
    assert_eq!(folders.count(), ORDER.len());
}
