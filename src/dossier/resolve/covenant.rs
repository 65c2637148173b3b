//! `convenant.toml`: the covenant, its bodies, who sits and who speaks for whom.

use super::Resolver;
use super::former::terms;
use crate::dossier::faults;
use crate::dossier::read::{Entry, Node};
use crate::dutch;
use crate::finding::Finding;
use crate::model::{
    Abbreviation, Body, BodyId, Contact, Covenant, Member, Period, Publication, Representation, Role, Seat, SeatHolder,
    Signal, Subregion, SubregionId, Terms,
};
use crate::source::{Span, Spanned};
use crate::word::Word as _;

impl Resolver<'_> {
    pub(super) fn covenant(&mut self, entry: &Entry) {
        if let Some(covenant) = entry.table("convenant") {
            self.head(covenant);
        }
        self.region.covenant.abbreviations = abbreviations(entry);
        if let Some(found) = entry.table("termijnen") {
            self.region.terms = terms(found, &Terms::default());
        }
        self.region.former_terms = self.former_terms(entry);
        self.subregions(entry);
        self.bodies(entry);
        self.publicity(entry);
        if let Some(style) = entry.table("huisstijl") {
            self.style(style);
        }
        if let Some(site) = entry.table("publicatie") {
            self.site(site);
        }
        for found in entry.tables("vertegenwoordiging") {
            self.representation(found);
        }
        for found in entry.tables("zetel") {
            self.seat_entry(found);
        }
    }

    fn head(&mut self, entry: &Entry) {
        if let Some(code) = entry.text("regiocode")
            && !is_region_code(code.value)
        {
            let message = "De code van een arbeidsmarktregio is AM met twee cijfers.";
            self.report(Finding::new(&faults::WRONG_SHAPE, code.span, message).hint("schrijf bijvoorbeeld: \"AM19\""));
        }
        self.region.covenant = Covenant {
            name: entry.string("naam").unwrap_or_default(),
            region: entry.string("regio").unwrap_or_default(),
            code: entry.string("regiocode"),
            centre: self.party(entry, "centrumgemeente"),
            origin: entry.string("bron"),
            ground: entry.string("raadpleging_grondslag"),
            example: entry.string("voorbeeld"),
            abbreviations: Vec::new(),
            span: Some(entry.span),
        };
    }

    fn subregions(&mut self, entry: &Entry) {
        for (key, subregion) in entry.named("subregio") {
            let members = self.members(subregion);
            let Some(name) = subregion.string("naam") else { continue };
            self.names.place_subregion(key, SubregionId(self.region.subregions.len()));
            let (key, span) = (key.value.clone(), key.span);
            let other_name = subregion.string("andere_naam");
            self.region.subregions.push(Subregion { key, name, other_name, members, span });
        }
    }

    /// A municipality belongs to it always, unless a change says when.
    fn members(&mut self, subregion: &Entry) -> Vec<Member> {
        let always = self.party_list(subregion, "gemeenten");
        let mut members: Vec<Member> = Vec::new();
        let mut places: Vec<(Member, Span)> = Vec::new();
        for change in subregion.tables("wijziging") {
            let period = self.period(change);
            self.changes_something(change);
            let Some(party) = self.party(change, "partij") else { continue };
            let same = |(other, _): &&(Member, Span)| other.party == party && other.period.overlaps(period);
            if let Some((_, first)) = places.iter().find(same) {
                let message =
                    format!("{} staat voor dezelfde dagen twee keer bij de wijzigingen.", self.region[party].name);
                let finding = Finding::new(&faults::DUPLICATE, change.span, message);
                self.report(
                    finding.label(*first, "hier staat de eerste").hint("haal er één weg, of kijk van en tot na"),
                );
            }
            places.push((Member { party, period }, change.span));
        }
        members.extend(
            always
                .iter()
                .filter(|party| places.iter().all(|(it, _)| it.party != **party))
                .map(|party| Member { party: *party, period: Period::default() }),
        );
        members.extend(places.into_iter().map(|(member, _)| member));
        members
    }

    fn changes_something(&mut self, change: &Entry) {
        if !change.seen("van") && !change.seen("tot") {
            let message = "Bij deze wijziging staat geen dag.";
            let hint = "schrijf van = <de eerste dag in deze subregio> of tot = <de laatste dag>";
            self.report(Finding::new(&faults::MISSING_KEY, change.span, message).hint(hint));
        }
    }

    fn bodies(&mut self, entry: &Entry) {
        for (key, body) in entry.named("overleg") {
            let (chair, former_chairs) = (self.party(body, "voorzitter"), self.former_chairs(body));
            let (former, former_lists) =
                (self.former(body, "eerdere_naam"), self.former(body, "eerdere_besluitenlijst"));
            let planned = self.planned_days(body);
            let (Some(name), Some(kind)) = (body.string("naam"), body.word("soort")) else { continue };
            self.names.place_body(key, BodyId(self.region.bodies.len()));
            self.region.bodies.push(Body {
                key: key.value.clone(),
                name,
                former,
                kind,
                chair,
                former_chairs,
                contact: body.table("contact").map(contact),
                planned,
                preparing: None,
                decision_list: body.string("besluitenlijst").unwrap_or_else(|| "Besluitenlijst".into()),
                former_lists,
                span: key.span,
            });
        }
        for (key, body) in entry.named("overleg") {
            let preparing = self.body(body, "voorbereiding");
            if let Some(known) = self.region.bodies.iter_mut().find(|known| known.key == key.value) {
                known.preparing = preparing;
            }
        }
    }

    fn publicity(&mut self, entry: &Entry) {
        for item in entry.map("openbaarheid") {
            let Some(body) = self.body_named(Spanned::new(item.key.value.as_str(), item.key.span)) else { continue };
            let Node::List(words) = &item.node else { continue };
            let place = |node: &Spanned<Node>| match &node.value {
                Node::Text(text) => Publication::of(text),
                _ => None,
            };
            self.region.publicity.insert(body, words.iter().filter_map(place).collect());
        }
    }

    fn representation(&mut self, entry: &Entry) {
        let body = self.body(entry, "overleg");
        let subregion = self.subregion(entry, "subregio");
        let mut parties = self.party_list(entry, "partijen");
        let by = self.party(entry, "door");
        let substitute = self.party(entry, "bij_verhindering");
        let contact = self.person(entry, "contact");
        let period = self.period(entry);
        let (Some(body), Some(by)) = (body, by) else { return };
        parties.retain(|party| *party != by);
        self.region.representations.push(Representation {
            body,
            subregion,
            parties,
            by,
            substitute,
            contact,
            period,
            span: entry.span,
        });
    }

    fn seat_entry(&mut self, entry: &Entry) {
        let body = self.body(entry, "overleg");
        let party = self.party(entry, "partij");
        let person = self.person(entry, "persoon");
        let period = self.period(entry);
        let key = entry.text("id").or_else(|| entry.text("partij"));
        let holder = party.map(SeatHolder::Party).or_else(|| entry.string("organisatie").map(SeatHolder::Organisation));
        let alternates = entry.texts("plaatsvervanger").map(|text| self.alternate(text)).collect();
        let (Some(body), Some(holder), Some(function)) = (body, holder, entry.placed("functie")) else {
            self.names.seats_incomplete = true;
            return;
        };
        let Some(key) = key else { return self.seat_without_name(entry) };
        let role = entry.word("rol").unwrap_or(Role::Member);
        let seat = Seat {
            key: key.value.to_owned(),
            body,
            holder,
            role,
            function,
            person,
            alternates,
            period,
            span: entry.span,
        };
        self.add_seat(seat, key.span);
    }

    fn seat_without_name(&mut self, entry: &Entry) {
        self.names.seats_incomplete = true;
        let message = "Een zetel zonder partij heeft een id nodig.";
        self.report(
            Finding::new(&faults::MISSING_KEY, entry.span, message).hint("schrijf bijvoorbeeld: id = \"secretaris\""),
        );
    }

    /// The same seat may change hands; twice on one day is a fault.
    fn add_seat(&mut self, seat: Seat, key: Span) {
        let together =
            |other: &&Seat| other.key == seat.key && other.body == seat.body && other.period.overlaps(seat.period);
        if let Some(first) = self.region.seats.iter().find(together).map(|other| other.span) {
            let message = format!("De zetel {} staat er twee keer op dezelfde dag.", seat.key);
            let finding = Finding::new(&faults::DUPLICATE, key, message).label(first, "hier staat de eerste");
            self.report(finding.hint("geef er één een eigen id, of laat de eerste eindigen met tot = …"));
        }
        self.region.seats.push(seat);
    }

    /// A period of which the end may not lie before the beginning.
    pub(super) fn period(&mut self, entry: &Entry) -> Period {
        let period = Period { from: entry.date("van"), until: entry.date("tot") };
        if let (Some(from), Some(until)) = (period.from, period.until)
            && until < from
        {
            let message = "De laatste dag ligt voor de eerste.";
            let finding = Finding::new(&faults::IMPOSSIBLE_PERIOD, entry.value_span("tot"), message);
            self.report(finding.label(entry.value_span("van"), "de eerste dag").hint("kijk beide datums na"));
        }
        period
    }

    pub(super) fn signals(&mut self, entry: &Entry) {
        for signal in entry.tables("signaal") {
            let party = self.party(signal, "partij");
            let scheduled = signal.text("geagendeerd").and_then(|name| self.item_elsewhere(None, name));
            let answer =
                signal.table("antwoord").and_then(|answer| Some((answer.date("datum")?, answer.placed("tekst")?)));
            let (Some(party), Some(date), Some(text)) = (party, signal.date("datum"), signal.placed("tekst")) else {
                continue;
            };
            if let Some((answered, _)) = answer.as_ref().filter(|(answered, _)| *answered < date) {
                let message = format!("Dit antwoord is van {}, vóór het signaal.", dutch::short_date(*answered));
                let span = signal.table("antwoord").map_or(signal.span, |answer| answer.value_span("datum"));
                self.impossible(span, message, signal.value_span("datum"), "de dag van het signaal");
            }
            self.region.signals.push(Signal {
                party,
                date,
                text,
                closed: signal.flag("besloten"),
                scheduled: scheduled.map(|item| item.value),
                answer,
                span: signal.span,
            });
        }
    }
}

fn contact(entry: &Entry) -> Contact {
    let (function, email, phone) = (entry.string("functie"), entry.string("e-mail"), entry.string("telefoon"));
    Contact { function, email, phone, span: entry.span }
}

fn is_region_code(code: &str) -> bool {
    code.strip_prefix("AM").is_some_and(|digits| digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What abbreviations stand for (`begrippen`).
pub(super) fn abbreviations(entry: &Entry) -> Vec<Abbreviation> {
    let found = entry.map("begrippen").iter().filter_map(|item| match &item.node {
        Node::Text(text) => {
            Some(Abbreviation { short: item.key.clone(), meaning: Spanned::new(text.clone(), item.key.span) })
        }
        _ => None,
    });
    let mut all: Vec<Abbreviation> = found.collect();
    all.sort_by(|one, other| one.short.value.cmp(&other.short.value));
    all
}
