//! The files that came back: which they are, what is in each, and what of that counts.

use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

use super::super::Stop;
use super::Taking;
use crate::answer::accept::{Circumstances, is_asked};
use crate::answer::open::{Holds, Letter, Opened, Unread, Why, open};
use crate::answer::read::{Answer, Read, choose};
use crate::answer::text::Head;
use crate::answer::{self, Known, Sent, faults};
use crate::dossier::load;
use crate::finding::Finding;
use crate::model::PartyId;
use crate::render::template::Templates;
use crate::source::{FileId, Span};
use crate::system;
use crate::work::produce;

impl Taking<'_> {
    /// Takes in the files that are meant by a name.
    pub(super) fn files(&mut self, named: &Path, templates: &Templates) -> Result<(), Stop> {
        let name = named.display().to_string().replace('\\', "/");
        let found = match load::answers(named) {
            Ok(files) => files,
            Err(error) => {
                self.unread(&[Unread::new(&name, Why::NoFile(system::told(&error)))], None, &name);
                return Ok(());
            }
        };
        let nothing = if load::is_dossier(named) {
            Some("Dit is de map van een dossier, geen map met antwoorden.")
        } else {
            found.is_empty().then_some("Hier zijn geen bestanden.")
        };
        if let Some(message) = nothing {
            let id = self.dossier.folder.sources.add(name.clone(), String::new());
            let hint = "kijk de naam na; van een map worden de bestanden gelezen, niet de mappen daarin";
            self.refuse(&name, vec![Finding::new(&faults::NO_FILES, Span::whole(id), message).hint(hint)]);
            return Ok(());
        }
        found.iter().try_for_each(|path| self.file(path, templates))
    }

    /// Takes in one file: what it holds, or why not.
    fn file(&mut self, path: &Path, templates: &Templates) -> Result<(), Stop> {
        if !self.seen.insert(path.to_owned()) {
            return Ok(());
        }
        let name = path.display().to_string().replace('\\', "/");
        let plain = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = name.strip_suffix(&plain).unwrap_or_default();
        let opened = match load::answer(path) {
            Ok(bytes) => open(&plain, &bytes),
            Err(error) => {
                Opened { letters: Vec::new(), unread: vec![Unread::new(&plain, Why::NoFile(system::told(&error)))] }
            }
        };
        let mut reads = Vec::new();
        let mut places = Vec::new();
        let heads = heads(&opened);
        for letter in &opened.letters {
            let shown = format!("{folder}{}", letter.name);
            let id = self.dossier.folder.sources.add(shown.clone(), letter.text.clone());
            self.findings.extend(letter.unseen(id));
            reads.push(self.read(letter, id, &heads, templates)?);
            places.push((shown, id));
        }
        let region = self.dossier.region();
        let chosen = choose(reads, &|meeting, item, answer| is_asked(region, meeting, item, answer));
        let of = self.asked(&opened);
        let is_answered = !chosen.answers.is_empty();
        for (at, answer) in chosen.answers {
            let (Some(letter), Some((shown, id))) = (opened.letters.get(at), places.get(at)) else { continue };
            self.answer(&answer, letter, shown, *id)?;
        }
        let is_said = opened.is_said();
        let unread: Vec<Unread> =
            opened.unread.into_iter().map(|it| Unread { name: format!("{folder}{}", it.name), ..it }).collect();
        if is_answered || is_said {
            self.beside(&unread, of);
        } else if !unread.is_empty() {
            self.unread(&unread, of, &name);
            return Ok(());
        }
        if !chosen.faults.is_empty() {
            let shown = places.first().filter(|_| places.len() == 1).map_or(&name, |(shown, _)| shown).clone();
            self.refuse(&shown, chosen.faults);
        }
        Ok(())
    }

    fn read(
        &mut self,
        letter: &Letter,
        id: FileId,
        heads: &BTreeSet<Head>,
        templates: &Templates,
    ) -> Result<Read, Stop> {
        if letter.holds == Holds::Toml {
            return Ok(Read::toml(id, &letter.text));
        }
        // a letter without a form may be the one with which that of another part was sent
        let own = answer::text::heads(&letter.text);
        let known = self.known(if own.is_empty() { heads.clone() } else { own }, templates)?;
        Ok(answer::text::read_letter(id, letter, &known))
    }

    fn answer(&mut self, answer: &Answer, letter: &Letter, shown: &str, id: FileId) -> Result<(), Stop> {
        let ask = self.ask;
        let known = Circumstances {
            meeting: self.wanted,
            by: ask.and_then(|ask| ask.by),
            agreed_with: ask.and_then(|ask| ask.agreed_with),
            date: ask.and_then(|ask| ask.date),
            moment: letter.sent,
            sender: letter.sender.as_deref(),
        };
        Ok(self.one(&answer.returned, known, shown, answer.findings.clone(), id)?)
    }

    /// Names what is in a file that holds no answer.
    fn unread(&mut self, unread: &[Unread], of: Option<PartyId>, name: &str) {
        let mut found = Vec::new();
        for it in unread {
            let id = self.dossier.folder.sources.add(it.name.clone(), String::new());
            found.extend(it.finding(self.dossier.region(), of, false, Span::whole(id)));
        }
        self.refuse(name, found);
    }

    /// Names what is in a file beside an answer.
    fn beside(&mut self, unread: &[Unread], of: Option<PartyId>) {
        for it in unread {
            let id = self.dossier.folder.sources.add(it.name.clone(), String::new());
            self.findings.extend(it.finding(self.dossier.region(), of, true, Span::whole(id)));
        }
    }

    /// The party that a file is about: that of the form in it, or of who sent it.
    fn asked(&self, opened: &Opened) -> Option<PartyId> {
        let region = self.dossier.region();
        let mut heads = opened.letters.iter().flat_map(|letter| answer::text::heads(&letter.text));
        let named = heads.find_map(|head| region.party_ids().find(|id| region[*id].key == head.party));
        let senders = || opened.letters.iter().filter_map(|letter| letter.sender.as_deref());
        let known = |sender: &str| {
            region
                .persons
                .iter()
                .find(|person| person.email.as_deref().is_some_and(|it| it.eq_ignore_ascii_case(sender)))
        };
        named.or_else(|| senders().find_map(|sender| known(sender)?.party))
    }

    /// The form as it was sent, to tell it from what somebody wrote in it.
    fn known(&mut self, heads: BTreeSet<Head>, templates: &Templates) -> Result<Rc<Known>, Stop> {
        if let Some(known) = self.forms.get(&heads) {
            return Ok(Rc::clone(known));
        }
        let mut sent = Sent::default();
        for head in &heads {
            let meeting = self.dossier.region().meeting_ids().find(|id| self.dossier.region()[*id].key == head.meeting);
            let Some(meeting) = meeting else { continue };
            // once is enough: papers do not change while answers are read
            if self.dossier.region()[meeting].items.iter().all(|item| item.fingerprint.is_none()) {
                self.dossier.fingerprint(meeting).map_err(Stop::Program)?;
            }
            let (region, today) = (self.dossier.region(), self.dossier.today);
            produce::forms(region, meeting, &head.party, today, templates, &mut sent)?;
        }
        let known = Rc::new(Known::new(&sent));
        self.forms.insert(heads, Rc::clone(&known));
        Ok(known)
    }
}

/// The forms that all texts of a file hold, and those of the answers that were saved.
fn heads(opened: &Opened) -> BTreeSet<Head> {
    let of = |letter: &Letter| match letter.holds {
        Holds::Toml => Read::toml(FileId(0), &letter.text).heads(),
        _ => answer::text::heads(&letter.text),
    };
    opened.letters.iter().flat_map(of).collect()
}
