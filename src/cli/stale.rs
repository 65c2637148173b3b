//! What a public run made earlier in its folder: made anew, or taken away when it may not stand there any more.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Result, bail};
use chrono::NaiveDate;

use super::say;
use crate::document::inhoud;
use crate::model::{MeetingId, Region};
use crate::produce;
use crate::render::Format;
use crate::visible;
use crate::write::{LIST, Tidied, Writer};

/// So many files are named in a message.
const NAMED: usize = 20;

/// The names of all files of a run: these meetings, the documents about the region, and the index.
pub fn names(region: &Region, meetings: &[MeetingId], today: NaiveDate, formats: &[Format]) -> BTreeSet<String> {
    let of_meeting = |id: &MeetingId| {
        let folder = region[*id].key.clone();
        produce::names(region, *id, today, formats).into_iter().map(move |name| format!("{folder}/{name}"))
    };
    let mut names: BTreeSet<String> = meetings.iter().flat_map(of_meeting).collect();
    names.extend(produce::overview_names(region, today, formats));
    if !region.publishes_nothing() {
        let pages = inhoud::pages(meetings.iter().map(|id| region[*id].date.value));
        for format in formats {
            names.extend(pages.iter().map(|page| format!("{}.{}", page.stem(), format.extension())));
        }
    }
    names
}

/// Takes away what is not among these names, save what lies in the folder of a meeting with faults: nobody knows what of
/// it may be public.
pub fn take_away(writer: &Writer, names: &BTreeSet<String>, blocked: &BTreeSet<String>, root: &Path) -> Result<Tidied> {
    let folder = |path: &str| path.split_once('/').map_or("", |(folder, _)| folder).to_owned();
    let tidied = writer.tidy(names, |path| blocked.contains(&folder(path)))?;
    if !tidied.removed.is_empty() {
        say(&format!("Weggehaald, want niet meer openbaar of niet meer gemaakt:\n{}", listed(&tidied.removed, root)));
    }
    let left: Vec<String> = writer.folders().intersection(blocked).cloned().collect();
    if !left.is_empty() {
        say(&format!(
            "Let op: van deze vergaderingen met fouten staan eerdere openbare stukken er nog. Er kan iets in staan dat niet \
             meer openbaar is:\n{}",
            listed(&left, root)
        ));
    }
    Ok(tidied)
}

/// What is not taken away unasked, and may have to go: the run says that it is there.
pub fn refuse_left(left: &Tidied, root: &Path) -> Result<()> {
    let edited = (!left.edited.is_empty()).then(|| {
        format!(
            "Deze bestanden zijn niet meer openbaar of worden niet meer gemaakt. Zij zijn met de hand veranderd en staan er \
             daarom nog:\n{}\nHaal ze zelf weg, of gebruik --overschrijf.",
            listed(&left.edited, root)
        )
    });
    let unknown = (!left.unknown.is_empty()).then(|| {
        format!(
            "Van deze bestanden is niet bekend of zij openbaar mogen zijn: zij staan niet op de lijst van wat beraad maakte \
             ({LIST}), of die lijst ontbrak of was beschadigd:\n{}\nHaal ze weg en maak opnieuw. Zet daarna terug wat er wel hoort.",
            listed(&left.unknown, root)
        )
    });
    let said: Vec<String> = edited.into_iter().chain(unknown).collect();
    if said.is_empty() { Ok(()) } else { bail!("{}", said.join("\n")) }
}

fn listed(paths: &[String], root: &Path) -> String {
    let shown = paths.iter().take(NAMED).map(|path| format!("  {}", visible::path(&root.join(path))));
    let mut lines: Vec<String> = shown.collect();
    if paths.len() > NAMED {
        lines.push(format!("  en nog {}", paths.len() - NAMED));
    }
    lines.join("\n")
}
