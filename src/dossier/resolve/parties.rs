//! Parties and persons: what everything else refers to.

use std::collections::BTreeMap;

use super::Resolver;
use crate::dossier::faults;
use crate::dossier::read::Entry;
use crate::finding::Finding;
use crate::model::{Mailing, Party, PartyId, PartyKind, Person, PersonId, Signing};
use crate::source::Span;
use crate::word::Word as _;

impl Resolver<'_> {
    pub(super) fn parties(&mut self, entry: &Entry) {
        let mut codes: BTreeMap<String, Span> = BTreeMap::new();
        for (key, party) in entry.named("partij") {
            let (Some(name), Some(kind)) = (party.string("naam"), party.word("soort")) else { continue };
            let code = self.code(party, kind, &mut codes);
            let period = self.period(party);
            let former = self.former(party, "eerdere_naam");
            self.names.place_party(key, PartyId(self.region.parties.len()));
            self.region.parties.push(Party {
                key: key.value.clone(),
                name,
                former,
                kind,
                code,
                period,
                merged_into: None,
                signing: party.table("ondertekening").map(signing).unwrap_or_default(),
                span: key.span,
            });
        }
        self.merged(entry);
    }

    fn code(&mut self, party: &Entry, kind: PartyKind, codes: &mut BTreeMap<String, Span>) -> Option<String> {
        let code = party.text("code")?;
        let digits = code.value.strip_prefix("gm").unwrap_or_default();
        if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let message = "Een TOOI-code van een gemeente is gm met vier cijfers.";
            self.report(
                Finding::new(&faults::WRONG_SHAPE, code.span, message).hint("schrijf bijvoorbeeld: \"gm1884\""),
            );
            return None;
        }
        if kind != PartyKind::Municipality {
            let message = "Alleen een gemeente heeft een TOOI-code.";
            self.report(
                Finding::new(&faults::CONTRADICTION, code.span, message).hint("haal de code weg, of kijk de soort na"),
            );
            return None;
        }
        if let Some(first) = codes.insert(code.value.to_owned(), code.span) {
            self.duplicate("De code", code.value, code.span, first);
        }
        Some(code.value.to_owned())
    }

    /// What ended parties were merged into, when all parties are known.
    fn merged(&mut self, entry: &Entry) {
        for (key, party) in entry.named("partij") {
            let Some(into) = self.party(party, "opgegaan_in") else { continue };
            let Some(at) = self.region.parties.iter().position(|known| known.key == key.value) else { continue };
            match self.unmerged(PartyId(at), into, party) {
                None => self.region.parties[at].merged_into = Some(into),
                Some(finding) => self.report(finding),
            }
        }
    }

    /// Why a party cannot have been merged into another: it has no last day, or the other is not there on the day after.
    fn unmerged(&self, party: PartyId, into: PartyId, entry: &Entry) -> Option<Finding> {
        let span = entry.value_span("opgegaan_in");
        if party == into {
            let finding = Finding::new(&faults::CONTRADICTION, span, "Een partij kan niet in zichzelf opgaan.");
            return Some(finding.hint("noem de partij waarin zij is opgegaan"));
        }
        let Some(until) = self.region[party].period.until else {
            let message = "Een partij die is opgegaan in een andere heeft een laatste dag.";
            let finding = Finding::new(&faults::MISSING_KEY, span, message).hint("zet er tot = … bij");
            return Some(finding).filter(|_| !entry.seen("tot"));
        };
        let next = until.succ_opt().unwrap_or(until);
        let other = &self.region[into];
        (!other.exists(next)).then(|| {
            let message = format!("{} bestaat niet op {next}, de dag erna.", other.name);
            let finding =
                Finding::new(&faults::CONTRADICTION, span, message).label(other.span, "die partij staat hier");
            finding.hint("kijk van en tot van beide na: wie verdergaat, bestaat op die dag")
        })
    }

    pub(super) fn persons(&mut self, entry: &Entry) {
        for (key, person) in entry.named("persoon") {
            let Some(name) = person.string("naam") else { continue };
            let party = self.party(person, "partij");
            self.names.place_person(key, PersonId(self.region.persons.len()));
            self.region.persons.push(Person {
                key: key.value.clone(),
                name,
                party,
                function: person.string("functie"),
                email: person.string("e-mail"),
                phone: person.string("telefoon"),
                receives: person.texts("ontvangt").filter_map(|text| Mailing::of(text.value)).collect(),
                span: key.span,
            });
        }
    }
}

fn signing(entry: &Entry) -> Signing {
    Signing {
        nominated: entry.date("voordracht"),
        decided: entry.date("collegebesluit"),
        authorised: entry.date("machtiging"),
        signed: entry.date("getekend"),
        case_number: entry.string("zaaknummer"),
        signatory: entry.string("gemachtigde"),
    }
}
