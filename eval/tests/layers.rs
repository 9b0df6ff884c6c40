//! Imports go one way: no module of the package uses one that comes after it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};

const ORDER: [&str; 7] =
    ["statistics", "rouge", "diagnostics", "harness", "rows", "output", "gate"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    folders.iter().flat_map(|folder| self::files(folder)).chain(files).collect()
}

#[test]
fn no_module_uses_a_later_one() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut checked = 0;
    for (place, module) in ORDER.iter().enumerate() {
        for file in files(&source.join(module)) {
            let text = std::fs::read_to_string(&file).unwrap();
            // Links in documentation may point anywhere.
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                for used in line.split("crate::").skip(1) {
                    let name: String = used.chars().take_while(char::is_ascii_lowercase).collect();
                    let at = ORDER.iter().position(|module| *module == name);
                    assert!(at.is_none_or(|at| at <= place), "{} uses {name}", file.display());
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 40, "{checked}");
    let folders =
        std::fs::read_dir(source).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir());
    assert_eq!(folders.count(), ORDER.len());
}
