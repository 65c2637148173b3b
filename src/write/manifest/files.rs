//! Files by path, held small: of a large dossier hundreds of thousands are made, in folders that hold files of the same
//! names.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Entry;

/// Which of the names a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Name(u32);

/// What is known of each file, by its path with `/`; sorted by folder, then by name.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// By folder, with `/` behind it; nothing for the folder itself.
    folders: BTreeMap<Box<str>, Vec<Entry>>,
    names: Names,
}

/// The names of all files, each once.
#[derive(Debug, Default)]
struct Names {
    all: Vec<Arc<str>>,
    known: BTreeMap<Arc<str>, Name>,
}

impl Names {
    /// The mark of a name, a new one when need be.
    fn mark(&mut self, name: &str) -> Name {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        // no disk holds more
        let new = Name(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        let name: Arc<str> = name.into();
        self.all.push(Arc::clone(&name));
        self.known.insert(name, new);
        new
    }

    fn of(&self, entry: &Entry) -> &str {
        self.all.get(entry.name.0 as usize).map_or("", |name| name)
    }

    /// Where a name stands, or would stand.
    fn place(&self, within: &[Entry], name: &str) -> Result<usize, usize> {
        within.binary_search_by(|there| self.of(there).cmp(name))
    }
}

/// A path in two: the folder with its `/`, and the name.
fn parts(path: &str) -> (&str, &str) {
    path.split_at(path.rfind('/').map_or(0, |at| at + 1))
}

impl Files {
    pub(crate) fn is_empty(&self) -> bool {
        self.folders.is_empty()
    }

    pub(crate) fn contains(&self, path: &str) -> bool {
        self.get(path).is_some()
    }

    pub(crate) fn get(&self, path: &str) -> Option<&Entry> {
        let (folder, name) = parts(path);
        let within = self.folders.get(folder)?;
        self.names.place(within, name).ok().map(|at| &within[at])
    }

    pub(crate) fn get_mut(&mut self, path: &str) -> Option<&mut Entry> {
        let (folder, name) = parts(path);
        let within = self.folders.get_mut(folder)?;
        self.names.place(within, name).ok().map(|at| &mut within[at])
    }

    /// What is known of a file, `new` when it was not listed.
    pub(crate) fn get_or_insert(&mut self, path: &str, new: Entry) -> &mut Entry {
        let (folder, name) = parts(path);
        let within = self.folders.entry(folder.into()).or_default();
        let at = self.names.place(within, name).unwrap_or_else(|at| {
            if within.len() == within.capacity() {
                // doubling would leave much empty
                within.reserve_exact(within.len() / 8 + 4);
            }
            within.insert(at, Entry { name: self.names.mark(name), ..new });
            at
        });
        &mut within[at]
    }

    pub(crate) fn remove(&mut self, path: &str) {
        let (folder, name) = parts(path);
        if let Some(within) = self.folders.get_mut(folder) {
            within.retain(|there| self.names.of(there) != name);
            if within.is_empty() {
                self.folders.remove(folder);
            }
        }
    }

    pub(crate) fn retain(&mut self, stays: impl Fn(&str) -> bool) {
        for (folder, within) in &mut self.folders {
            within.retain(|there| stays(&format!("{folder}{}", self.names.of(there))));
        }
        self.folders.retain(|_, within| !within.is_empty());
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (String, &Entry)> {
        let path = |folder: &str, entry| format!("{folder}{}", self.names.of(entry));
        self.folders
            .iter()
            .flat_map(move |(folder, within)| within.iter().map(move |entry| (path(folder, entry), entry)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::Audience;
    use crate::write::manifest::{Known, Origin};

    #[test]
    fn files_come_by_folder_and_name_and_take_little() {
        let mut files = Files::default();
        for path in ["b/z", "a", "b/a", "a/z", "b/z", "b/c/a"] {
            let entry = files.get_or_insert(path, Entry::new(Audience::Internal, Origin::Made));
            entry.prints = Known::of(&"0f".repeat(32));
        }
        let paths = |files: &Files| files.iter().map(|(path, _)| path).collect::<Vec<_>>();
        assert_eq!(paths(&files), ["a", "a/z", "b/a", "b/z", "b/c/a"]);
        files.remove("b/a");
        files.retain(|path| path != "a/z");
        assert_eq!(paths(&files), ["a", "b/z", "b/c/a"]);
        assert!(files.contains("b/z") && !files.contains("a/z") && !files.contains("b/a"));
        assert!(files.get("b/z").is_some_and(|entry| entry.knows(&"0f".repeat(32))));
        assert_eq!(size_of::<Entry>(), 24);
    }
}
