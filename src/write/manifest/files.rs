//! Files by path, held small: of a large dossier hundreds of thousands are made, in folders that hold files of the same
//! names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Entry;

/// A name, held once; half as large as a shared `str` that knows its length in every place.
type Name = Arc<String>;

/// What is known of each file, by its path with `/`; sorted by folder, then by name.
#[derive(Debug, Default)]
pub struct Files {
    /// By folder, with `/` behind it; nothing for the folder itself.
    folders: BTreeMap<Box<str>, Vec<(Name, Entry)>>,
    names: BTreeSet<Name>,
}

/// A path in two: the folder with its `/`, and the name.
fn parts(path: &str) -> (&str, &str) {
    path.split_at(path.rfind('/').map_or(0, |at| at + 1))
}

/// Where a name stands, or would stand.
fn place(within: &[(Name, Entry)], name: &str) -> Result<usize, usize> {
    within.binary_search_by(|(there, _)| there.as_str().cmp(name))
}

impl Files {
    pub fn is_empty(&self) -> bool {
        self.folders.is_empty()
    }

    pub fn contains(&self, path: &str) -> bool {
        self.get(path).is_some()
    }

    pub fn get(&self, path: &str) -> Option<&Entry> {
        let (folder, name) = parts(path);
        let within = self.folders.get(folder)?;
        place(within, name).ok().map(|at| &within[at].1)
    }

    pub fn get_mut(&mut self, path: &str) -> Option<&mut Entry> {
        let (folder, name) = parts(path);
        let within = self.folders.get_mut(folder)?;
        place(within, name).ok().map(|at| &mut within[at].1)
    }

    /// What is known of a file, `new` when it was not listed.
    pub fn get_or_insert(&mut self, path: &str, new: Entry) -> &mut Entry {
        let (folder, name) = parts(path);
        let within = self.folders.entry(folder.into()).or_default();
        let at = place(within, name).unwrap_or_else(|at| {
            let name = Arc::new(name.to_owned());
            let name = self.names.get(&name).map(Arc::clone).unwrap_or(name);
            self.names.insert(Arc::clone(&name));
            if within.len() == within.capacity() {
                // doubling would leave much empty
                within.reserve_exact(within.len() / 8 + 4);
            }
            within.insert(at, (name, new));
            at
        });
        &mut within[at].1
    }

    pub fn remove(&mut self, path: &str) {
        let (folder, name) = parts(path);
        if let Some(within) = self.folders.get_mut(folder) {
            within.retain(|(there, _)| there.as_str() != name);
            if within.is_empty() {
                self.folders.remove(folder);
            }
        }
    }

    pub fn retain(&mut self, stays: impl Fn(&str) -> bool) {
        for (folder, within) in &mut self.folders {
            within.retain(|(name, _)| stays(&format!("{folder}{name}")));
        }
        self.folders.retain(|_, within| !within.is_empty());
    }

    pub fn iter(&self) -> impl Iterator<Item = (String, &Entry)> {
        self.folders
            .iter()
            .flat_map(|(folder, within)| within.iter().map(move |(name, entry)| (format!("{folder}{name}"), entry)))
    }
}
