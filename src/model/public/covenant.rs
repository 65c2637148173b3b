//! The public part of what stands in `convenant.toml` and `personen.toml`.

use chrono::NaiveDate;

use super::Gate;
use crate::model::{
    Abbreviation, Body, BodyId, BodyKind, Covenant, Party, Person, PersonId, Publication, Representation, Role, Seat,
    SeatHolder, Signal, Signing, Subregion,
};
use crate::source::Spanned;

/// What a body is called that publishes nothing, where another body names it.
const HIDDEN_BODY: &str = "een overleg dat niet openbaar is";

pub(super) fn covenant(covenant: &Covenant) -> Covenant {
    let Covenant { name, region, code, centre, origin, ground: _, example, abbreviations, span } = covenant;
    Covenant {
        name: name.clone(),
        region: region.clone(),
        code: code.clone(),
        centre: *centre,
        origin: origin.clone(),
        ground: None,
        example: example.clone(),
        abbreviations: abbreviations
            .iter()
            .map(|Abbreviation { short, meaning }| Abbreviation { short: short.clone(), meaning: meaning.clone() })
            .collect(),
        span: *span,
    }
}

pub(super) fn party(party: &Party) -> Party {
    let Party { key: _, name, former, kind, code, period, merged_into, signing, span } = party;
    let Signing { nominated, decided, authorised, signed, case_number, signatory } = signing;
    Party {
        key: String::new(),
        name: name.clone(),
        former: former.clone(),
        kind: *kind,
        code: code.clone(),
        period: *period,
        merged_into: *merged_into,
        signing: Signing {
            nominated: *nominated,
            decided: *decided,
            authorised: *authorised,
            signed: *signed,
            case_number: case_number.clone(),
            signatory: signatory.clone(),
        },
        span: *span,
    }
}

pub(super) fn subregion(subregion: &Subregion) -> Subregion {
    let Subregion { key: _, name, other_name, members, span } = subregion;
    Subregion {
        key: String::new(),
        name: name.clone(),
        other_name: other_name.clone(),
        members: members.clone(),
        span: *span,
    }
}

impl Gate<'_> {
    /// A body that publishes nothing keeps only its place.
    pub(super) fn body(&self, id: BodyId, body: &Body) -> Body {
        let Body {
            key,
            name,
            former,
            kind,
            chair,
            former_chairs,
            contact: _,
            planned: _,
            preparing,
            decision_list,
            former_lists,
            span,
        } = body;
        if !self.region.publishes(id) {
            return Body {
                key: String::new(),
                name: HIDDEN_BODY.to_owned(),
                former: Vec::new(),
                kind: BodyKind::External,
                chair: None,
                former_chairs: Vec::new(),
                contact: None,
                planned: Vec::new(),
                preparing: None,
                decision_list: String::new(),
                former_lists: Vec::new(),
                span: *span,
            };
        }
        Body {
            key: key.clone(),
            name: name.clone(),
            former: former.clone(),
            kind: *kind,
            chair: *chair,
            former_chairs: former_chairs.clone(),
            // e-mail and telephone are for who is invited
            contact: None,
            planned: self.planned(id),
            preparing: preparing.filter(|by| self.region.publishes(*by)),
            decision_list: decision_list.clone(),
            former_lists: former_lists.clone(),
            span: *span,
        }
    }

    /// Who publishes agendas tells when it will meet; a day that has a folder is told by what is published of that.
    fn planned(&self, id: BodyId) -> Vec<NaiveDate> {
        let tells = self.region.publishes_its(id, Publication::Agenda);
        if tells { self.region.planned_days(id).collect() } else { Vec::new() }
    }

    pub(super) fn representation(&self, spoken: &Representation) -> Option<Representation> {
        // whom to ask is for who is asked
        let Representation { body, subregion, parties, by, substitute, contact: _, period, span } = spoken;
        self.region.publishes(*body).then(|| Representation {
            body: *body,
            subregion: *subregion,
            parties: parties.clone(),
            by: *by,
            substitute: *substitute,
            contact: None,
            period: *period,
            span: *span,
        })
    }

    /// A seat in a body that publishes nothing keeps only its place.
    pub(super) fn seat(&self, seat: &Seat) -> Seat {
        let Seat { key: _, body, holder, role, function, person, alternates, period, span } = seat;
        let shown = self.region.publishes(*body);
        Seat {
            key: String::new(),
            body: *body,
            holder: if shown { holder.clone() } else { SeatHolder::Organisation(String::new()) },
            role: *role,
            function: if shown { function.clone() } else { Spanned::new(String::new(), function.span) },
            person: person.filter(|person| shown && self.is_named(*person)),
            alternates: if shown { alternates.clone() } else { Vec::new() },
            period: *period,
            span: *span,
        }
    }

    /// Those who sit for a party in an executive body that publishes are known by name, civil servants by function.
    fn is_named(&self, person: PersonId) -> bool {
        let mut seats = self.region.seats.iter().filter(|seat| seat.person == Some(person));
        seats.any(|seat| {
            let executive = self.region[seat.body].kind == BodyKind::Executive;
            seat.role == Role::Member && executive && self.region.publishes(seat.body)
        })
    }

    pub(super) fn person(&self, id: PersonId, person: &Person) -> Person {
        let Person { key: _, name, party, function, email: _, phone: _, receives: _, span } = person;
        Person {
            key: String::new(),
            name: if self.is_named(id) { name.clone() } else { String::new() },
            party: *party,
            function: function.clone().filter(|_| self.sits_in_public(id)),
            email: None,
            phone: None,
            receives: Vec::new(),
            span: *span,
        }
    }

    /// Whether a person has or fills in for a seat in a body that publishes.
    fn sits_in_public(&self, person: PersonId) -> bool {
        self.region.seats.iter().filter(|seat| self.region.publishes(seat.body)).any(|seat| {
            let fills_in = seat.alternates.iter().any(|alternate| alternate.person() == Some(person));
            seat.person == Some(person) || fills_in
        })
    }

    pub(super) fn signal(&self, signal: &Signal) -> Option<Signal> {
        let Signal { party, date, text, closed, scheduled, answer, span } = signal;
        (!closed).then(|| Signal {
            party: *party,
            date: *date,
            text: text.clone(),
            closed: false,
            scheduled: scheduled.filter(|item| self.may_name(*item)),
            answer: answer.clone(),
            span: *span,
        })
    }
}
