//! The texts of `verslag.toml` and `voortgang.toml`.

use super::Texts;
use crate::model::{
    Action, Advice, Attendance, Commitment, Contribution, Correction, Deputy, Guest, Input, ItemId, MeetingId, Minutes,
    Progress, ProgressKind, Treated,
};

impl<'a> Texts<'a> {
    pub(super) fn minutes(&mut self, id: MeetingId, minutes: &'a Minutes, is_closed: impl Fn(usize) -> bool) {
        let Minutes {
            drawn_up: _,
            begin: _,
            end: _,
            chaired_by: _,
            next: _,
            attendance,
            guests,
            items,
            corrections,
            span: _,
        } = minutes;
        for Attendance { seat: _, presence: _, replaced_by, not_at: _, came: _, left: _, span: _ } in attendance {
            self.placed(replaced_by.as_deref().and_then(|Deputy { party: _, function }| function.as_ref()));
        }
        for Guest { function, organisation, at: _ } in guests {
            self.placed([function]);
            self.placed(organisation);
        }
        for treated in items {
            self.item = Some(ItemId { meeting: id, index: treated.item });
            self.inside(is_closed(treated.item), |texts| texts.treated(treated));
            self.item = None;
        }
        for Correction { date: _, item, text } in corrections {
            self.item = item.map(|index| ItemId { meeting: id, index });
            self.inside(item.is_some_and(&is_closed), |texts| texts.placed([text]));
            self.item = None;
        }
    }

    fn treated(&mut self, treated: &'a Treated) {
        let Treated {
            item: _,
            discussed_at_all: _,
            changed: _,
            discussed,
            discussion,
            internal,
            outcome: _,
            advice,
            agreed,
            exceptions: _,
            input,
            actions,
            commitments,
            span,
        } = treated;
        self.placed(discussed);
        for Contribution { who: _, on_behalf_of: _, text } in discussion {
            self.placed([text]);
        }
        if let Some(Advice { verdict: _, points }) = advice {
            self.placed(points);
        }
        self.inside(true, |texts| texts.value(internal.as_ref(), *span, "intern"));
        self.placed(agreed.iter().flatten());
        for Input { from: _, text, position, decisions: _, stance: _, lifts: _, not_named, span: _ } in input {
            for text in [text, position] {
                self.placed(text);
            }
            self.inside(true, |texts| texts.placed(not_named));
        }
        for Action { number: _, what, who: _, due: _, span: _ } in actions {
            self.placed([what]);
        }
        for Commitment { number: _, what, who: _, to: _, due: _, span: _ } in commitments {
            self.placed([what]);
        }
    }

    pub(super) fn progress(&mut self, entry: &'a Progress) {
        let Progress { about: _, date: _, kind, explanation, span } = entry;
        match kind {
            ProgressKind::Done
            | ProgressKind::Postponed(_)
            | ProgressKind::ReservationLifted { by: _, decision: _ }
            | ProgressKind::Reopened
            | ProgressKind::Note => {}
            ProgressKind::Dropped(reason) => self.placed([reason]),
            ProgressKind::Adopted { college: _, outcome, verdict: _, case_number } => {
                self.placed([outcome]);
                self.value(case_number.as_ref(), *span, "vastgesteld.zaaknummer");
            }
        }
        self.placed(explanation);
    }
}
