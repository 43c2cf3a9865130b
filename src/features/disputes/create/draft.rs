//! What the rep has put together for a dispute, before anything is sent. It lives with the caller, in memory only, so it
//! survives leaving the screen, another caller, and a session that ran out.

use contract::{
    Amount, Money,
    operations::issuing::{disputes::NewDisputePosting, operations::AccountOperation},
};
use leptos::prelude::*;

use super::{
    attempts::{Attempts, Said},
    booking::{Wrong, wrong},
};
use crate::{
    config::ReasonRule,
    features::disputes::{
        attach::{Documents, SEVERAL},
        balance::{amount_of, reducing},
        origin::Origin,
        readiness::{Meter, Situation, questions},
        request::{Intent, Refund},
        scheme::Scheme,
    },
    gateway::new_id,
    session::Session,
    ui::{
        amount::money_text,
        form::{Field, all_right, typed},
    },
};

/// The draft for one operation. Cheap to clone.
#[derive(Clone)]
pub struct Draft {
    /// What was sent of it and may have arrived.
    pub attempts: ArcRwSignal<Attempts>,
    pub reason: Field,
    pub comment: Field,
    /// What the rep chose; until then what is usual for the reason.
    pub fraud: ArcRwSignal<Option<bool>>,
    pub asked: ArcRwSignal<Vec<String>>,
    pub refund: Field,
    pub refund_amount: Field,
    pub posting_type: Field,
    pub posting_amount: Field,
    pub posting_message: Field,
    pub immediate: ArcRwSignal<bool>,
    pub documents: Documents,
}

/// What "nothing" is called where something can be chosen.
pub const NOTHING: &str = "";
/// All of the amount.
pub const FULL: &str = "FULL";
/// A part of it.
pub const PARTIAL: &str = "PARTIAL";

impl Draft {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            attempts: ArcRwSignal::default(),
            reason: Field::new("dispute-reason"),
            comment: Field::new("dispute-comment"),
            fraud: ArcRwSignal::new(None),
            asked: ArcRwSignal::default(),
            refund: Field::holding("dispute-refund", NOTHING),
            refund_amount: Field::new("dispute-refund-amount"),
            posting_type: Field::holding("dispute-posting", NOTHING),
            posting_amount: Field::new("dispute-posting-amount"),
            posting_message: Field::new("dispute-posting-message"),
            immediate: ArcRwSignal::new(true),
            documents: Documents::new(SEVERAL),
        }
    }

    /// Forgets everything: the next dispute is another intent.
    pub fn clear(&self) {
        self.attempts.set(Attempts::default());
        for field in [&self.reason, &self.comment, &self.refund_amount, &self.posting_amount, &self.posting_message] {
            field.put("");
        }
        self.refund.put(NOTHING);
        self.posting_type.put(NOTHING);
        self.fraud.set(None);
        self.asked.update(Vec::clear);
        self.immediate.set(true);
        self.documents.clear();
    }

    /// The rule for the chosen reason. Tracked.
    pub fn rule(&self, session: &Session) -> ReasonRule {
        session.config.dispute_readiness.rule(self.reason.text().as_str())
    }

    /// Whether the scheme is told of a fraud. Tracked.
    pub fn declares_fraud(&self, rule: &ReasonRule) -> bool {
        self.fraud.get().unwrap_or(!self.reason.text().is_empty() && rule.fraud)
    }

    /// What the chosen reason asks for and was asked. What another one asks for stays marked until that is chosen again.
    /// Tracked.
    fn asked_of(&self, rule: &ReasonRule) -> Vec<String> {
        let asked = self.asked.get();
        questions(rule).filter(|question| asked.iter().any(|asked| asked == question)).map(str::to_owned).collect()
    }

    /// All that would be sent of it now. Tracked.
    pub fn said(&self, session: &Session) -> Said {
        self.said_of(&self.rule(session))
    }

    fn said_of(&self, rule: &ReasonRule) -> Said {
        let text = |field: &Field| field.text().trim().to_owned();
        let (refund, posting) = (self.refund.text(), self.posting_type.text());
        let part = if refund == PARTIAL { text(&self.refund_amount) } else { String::new() };
        let posted = |kind| (kind, text(&self.posting_amount), text(&self.posting_message), self.immediate.get());
        Said {
            reason: self.reason.text(),
            comment: text(&self.comment),
            asked: self.asked_of(rule),
            fraud: self.declares_fraud(rule),
            refund: (refund, part),
            posting: (!posting.is_empty()).then(|| posted(posting)),
            documents: self.documents.said(),
        }
    }

    /// How ready it is. Tracked.
    pub fn meter(&self, rule: &ReasonRule) -> Meter {
        let situation = Situation {
            comment: !self.comment.text().trim().is_empty(),
            documents: self.documents.count(),
            amount: self.refund.text() != NOTHING || !self.posting_type.text().is_empty(),
            other_transaction: false,
            asked: self.asked_of(rule),
        };
        Meter::of(rule, &situation)
    }

    /// What goes back, is charged again or is written off, as far as it can be read. Tracked.
    pub fn money(&self, operation: &AccountOperation) -> Vec<Money> {
        let disputed = operation.reference_amount.as_ref().and_then(Amount::stated);
        let Some(disputed) = disputed else { return Vec::new() };
        let read = |field: &Field| {
            let typed = typed::amount(field.text().trim(), disputed.exponent, &disputed.iso_code).ok()?;
            Some(reducing(operation.reference_amount.as_ref(), typed))
        };
        let refund = match self.refund.text().as_str() {
            FULL => Some(disputed.clone()),
            PARTIAL => read(&self.refund_amount),
            _ => None,
        };
        let posting = (!self.posting_type.text().is_empty()).then(|| read(&self.posting_amount)).flatten();
        refund.into_iter().chain(posting).collect()
    }

    /// All of it checked, or `None`, and what is wrong stands beside its field.
    pub fn intent(
        &self,
        session: &Session,
        operation: &AccountOperation,
        origin: &Origin,
        scheme: Option<Scheme>,
    ) -> Option<Intent> {
        let rule = untrack(|| self.rule(session));
        let disputed = operation.reference_amount.as_ref().and_then(Amount::stated);
        let reason = self.reason.read(|text| typed::required(text, "Choose a reason."));
        let comment = self.comment.read(typed::any);
        let amount = |field: &Field| match &disputed {
            Some(all) => {
                let typed = field.read(|text| typed::amount(text, all.exponent, &all.iso_code));
                typed.map(|typed| reducing(operation.reference_amount.as_ref(), typed))
            }
            None => {
                field.refuse("The gateway does not state the operation’s amount, so no part of it can be booked.");
                None
            }
        };
        let refund = match untrack(|| self.refund.text()).as_str() {
            FULL => {
                self.refund_amount.accept();
                Some(Refund::Full)
            }
            PARTIAL => amount(&self.refund_amount).map(Refund::Partial),
            _ => {
                self.refund_amount.accept();
                Some(Refund::None)
            }
        };
        let posting_type = untrack(|| self.posting_type.text());
        let posting = if posting_type.is_empty() {
            self.posting_amount.accept();
            self.posting_message.accept();
            Some(None)
        } else {
            self.posting(posting_type, amount).map(Some)
        };
        if let (Some(all), Some(refund)) = (&disputed, &refund) {
            let posted = posting.as_ref().and_then(Option::as_ref).and_then(|posting| posting.posting_amount.stated());
            match wrong(all, refund, posted.as_ref()) {
                None => {}
                Some(Wrong::NoPart) => self.refund_amount.refuse("A part is less than the whole."),
                Some(Wrong::NothingLeft) => {
                    self.posting_amount.refuse("All of the operation is booked already: nothing is left to post.");
                }
                Some(Wrong::OnlyLeft(left)) => {
                    self.posting_amount.refuse(format!("Only {} of the operation is left to post.", money_text(&left)));
                }
            }
        }
        let fields = [&self.reason, &self.comment, &self.refund_amount, &self.posting_amount, &self.posting_message];
        if !(all_right(&fields) && self.documents.may_be_shared()) {
            return None;
        }
        let said = untrack(|| self.said_of(&rule));
        let sent_before = self.attempts.with_untracked(|attempts| attempts.reference_of(&said));
        Some(Intent {
            origin: origin.clone(),
            reference: sent_before.unwrap_or_else(|| new_id().into()),
            reason: reason?,
            fraud: untrack(|| self.declares_fraud(&rule)),
            refund: refund?,
            posting: posting?,
            note_type: note_type(session),
            comment: comment?,
            asked: said.asked,
            documents: self.documents.ready(scheme),
        })
    }

    fn posting(&self, kind: String, amount: impl Fn(&Field) -> Option<Money>) -> Option<NewDisputePosting> {
        let amount = amount(&self.posting_amount);
        let message = self.posting_message.read(typed::any)?;
        Some(NewDisputePosting {
            posting_amount: amount_of(&amount?),
            posting_type_reference: kind,
            message: Some(message).filter(|message| !message.is_empty()),
            immediate_reimbursement: Some(self.immediate.get_untracked()),
        })
    }
}

/// The issuer's word for a note: the first of its event types, usually `Comment`.
pub fn note_type(session: &Session) -> String {
    session.config.choices.event_types.first().cloned().unwrap_or_else(|| "Comment".into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::DisputeReadiness;

    #[test]
    fn a_question_that_another_reason_asks_for_is_not_noted() {
        let draft = Draft::new();
        let rule = |reason| DisputeReadiness::default().rule(reason);
        let (counterfeit, duplicate) = (rule("COUNTERFEIT_CARD"), rule("DUPLICATE_TRANSACTION"));
        let asked: Vec<_> = questions(&counterfeit).map(str::to_owned).collect();
        draft.asked.set(asked.clone());
        assert_eq!(draft.said_of(&counterfeit).asked, asked);
        assert_eq!(draft.said_of(&duplicate).asked, Vec::<String>::new());
        assert_eq!(draft.said_of(&counterfeit).asked, asked, "chosen again, it is still marked");
    }

    #[test]
    fn what_is_typed_where_nothing_of_it_is_sent_changes_nothing_of_what_is_said() {
        let (draft, rule) = (Draft::new(), ReasonRule::default());
        let before = draft.said_of(&rule);
        draft.refund_amount.put("20");
        draft.posting_amount.put("20");
        assert_eq!(draft.said_of(&rule), before);
        draft.refund.put(PARTIAL);
        assert_ne!(draft.said_of(&rule), before);
    }
}
