//! The texts of `convenant.toml` and `personen.toml`.

use super::{PHONE, TextKind, Texts};
use crate::model::{
    Abbreviation, Alternate, Body, Contact, Covenant, Exception, FormerName, Party, Person, Seat, SeatHolder, Signal,
    Signing, Site, Subregion,
};
use crate::source::{FileId, Span};

impl<'a> Texts<'a> {
    pub(super) fn covenant(&mut self, covenant: &'a Covenant) {
        let Covenant { name, region, code, centre: _, origin, ground, example, abbreviations, span } = covenant;
        let span = span.unwrap_or(Span::whole(FileId(0)));
        for (text, key) in [(Some(name), "naam"), (Some(region), "regio"), (code.as_ref(), "regiocode")] {
            self.value(text, span, key);
        }
        self.value(origin.as_ref(), span, "bron");
        self.value(ground.as_ref(), span, "raadpleging_grondslag");
        self.value(example.as_ref(), span, "voorbeeld");
        for Abbreviation { short, meaning } in abbreviations {
            self.placed([short, meaning]);
        }
    }

    pub(super) fn site(&mut self, site: &'a Site) {
        let Site { address, about, contact, statement } = site;
        self.placed(about);
        for (text, kind) in [(address, TextKind::Address), (contact, TextKind::Mailbox), (statement, TextKind::Address)]
        {
            if let Some(text) = text {
                self.add(&text.value, kind, text.span, None);
            }
        }
    }

    pub(super) fn party(&mut self, party: &'a Party) {
        let Party { key, name, former, kind: _, code, period: _, merged_into: _, signing, span } = party;
        let Signing { nominated: _, decided: _, authorised: _, signed: _, case_number, signatory } = signing;
        self.name(key, *span);
        self.value(Some(name), *span, "naam");
        self.former(former);
        self.value(code.as_ref(), *span, "code");
        self.value(case_number.as_ref(), *span, "ondertekening.zaaknummer");
        self.names(|texts| texts.value(signatory.as_ref(), *span, "ondertekening.gemachtigde"));
    }

    fn former(&mut self, former: &'a [FormerName]) {
        for FormerName { name, until: _, span } in former {
            self.value(Some(name), *span, "naam");
        }
    }

    pub(super) fn subregion(&mut self, subregion: &'a Subregion) {
        let Subregion { key, name, other_name, members: _, span } = subregion;
        self.name(key, *span);
        self.value(Some(name), *span, "naam");
        self.value(other_name.as_ref(), *span, "andere_naam");
    }

    pub(super) fn body(&mut self, body: &'a Body) {
        let Body {
            key,
            name,
            former,
            kind: _,
            chair: _,
            former_chairs: _,
            contact,
            planned: _,
            preparing: _,
            decision_list,
            former_lists,
            span,
        } = body;
        if let Some(Contact { function, email, phone, span }) = contact {
            self.value(function.as_ref(), *span, "functie");
            self.reached(email.as_deref(), phone.as_deref(), *span);
        }
        self.name(key, *span);
        self.names(|texts| {
            texts.value(Some(name), *span, "naam");
            texts.former(former);
        });
        self.value(Some(decision_list), *span, "besluitenlijst");
        self.former(former_lists);
    }

    pub(super) fn seat(&mut self, seat: &'a Seat) {
        let Seat { key, body: _, holder, role: _, function, person: _, alternates, period: _, span } = seat;
        self.name(key, *span);
        if let SeatHolder::Organisation(organisation) = holder {
            self.value(Some(organisation), *span, "organisatie");
        }
        self.placed([function]);
        for alternate in alternates {
            if let Alternate::Function(function) = alternate {
                self.placed([function]);
            }
        }
    }

    pub(super) fn person(&mut self, person: &'a Person) {
        let Person { key, name, party: _, function, email, phone, receives: _, span } = person;
        self.name(key, *span);
        self.inside(true, |texts| texts.names(|texts| texts.value(Some(name), *span, "naam")));
        // policy: of who is no alderman the function is enough
        self.value(function.as_ref(), *span, "functie");
        self.reached(email.as_deref(), phone.as_deref(), *span);
    }

    /// How somebody is reached.
    fn reached(&mut self, email: Option<&'a str>, phone: Option<&'a str>, span: Span) {
        let add = |texts: &mut Self| {
            texts.value(email, span, "e-mail");
            texts.value(phone, span, PHONE);
        };
        self.inside(true, |texts| texts.names(add));
    }

    pub(super) fn signal(&mut self, signal: &'a Signal) {
        let Signal { party: _, date: _, text, closed, scheduled: _, answer, span: _ } = signal;
        self.inside(*closed, |texts| {
            texts.placed([text]);
            texts.placed(answer.iter().map(|(_, text)| text));
        });
    }

    pub(super) fn exception(&mut self, exception: &'a Exception) {
        let Exception { rule: _, reason, item, until: _, meeting: _, span } = exception;
        self.inside(true, |texts| texts.value(Some(reason), *span, "reden"));
        self.value(item.as_ref(), *span, "agendapunt");
    }
}
