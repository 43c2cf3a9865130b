//! How ready a dispute is: what its reason needs, and what of that is there.

use contract::operations::issuing::disputes::Dispute;

use super::chargeback::is_one;
use crate::config::{Before, Need, NeedKind, ReasonRule};

/// The platform's own record of what the merchant's bank asked for; every folder has one (seed 004:2124-2136).
const OWN_RECORD: &str = "Processing View";

/// What is there so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// Whether something was noted.
    pub comment: bool,
    /// How many documents are attached.
    pub documents: usize,
    /// Whether it is stated how much is disputed: something was booked, or a part is charged back.
    pub amount: bool,
    /// Whether another transaction is named.
    pub other_transaction: bool,
    /// What was asked: the needs' own texts.
    pub asked: Vec<String>,
}

/// What is needed, and whether it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// What kind of thing.
    pub kind: NeedKind,
    /// For the rep.
    pub text: String,
    /// Before which step.
    pub before: Before,
    /// Whether it is there.
    pub met: bool,
}

/// How ready a dispute is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meter(pub Vec<Judged>);

impl Meter {
    /// For this rule in this situation.
    pub fn of(rule: &ReasonRule, situation: &Situation) -> Self {
        let judged = |need: &Need| Judged {
            kind: need.kind,
            text: need.text.clone(),
            before: need.before,
            met: match need.kind {
                NeedKind::Comment => situation.comment,
                NeedKind::Document => situation.documents > 0,
                NeedKind::Amount => situation.amount,
                NeedKind::OtherTransaction => situation.other_transaction,
                NeedKind::Asked => situation.asked.contains(&need.text),
            },
        };
        Self(rule.needs.iter().map(judged).collect())
    }

    /// How much of it is there.
    pub fn met(&self) -> usize {
        self.0.iter().filter(|judged| judged.met).count()
    }

    /// Why the step cannot be taken yet: everything that is missing for it or for an earlier one. Another transaction is
    /// named to the scheme, and a folder is made without it.
    pub fn hindrance(&self, step: Before) -> Option<String> {
        let of_chargeback = |judged: &Judged| judged.kind == NeedKind::OtherTransaction && step == Before::Dispute;
        self.missing(|judged| judged.before <= step && !of_chargeback(judged))
    }

    /// Why a chargeback cannot even be prepared: what its own form does not ask for.
    pub fn hindrance_beforehand(&self) -> Option<String> {
        self.missing(|judged| !judged.comes_with_chargeback())
    }

    fn missing(&self, counts: impl Fn(&Judged) -> bool) -> Option<String> {
        let missing = self.0.iter().filter(|judged| !judged.met && counts(judged));
        let missing: Vec<_> = missing.map(|judged| judged.text.as_str()).collect();
        let end = if missing.last()?.ends_with('?') { "" } else { "." };
        Some(format!("Missing: {}{end}", missing.join("; ")))
    }
}

impl Judged {
    /// Whether the chargeback's own form asks for it.
    pub fn comes_with_chargeback(&self) -> bool {
        !matches!(self.kind, NeedKind::Comment | NeedKind::Asked)
    }
}

/// What must have been asked.
pub fn questions(rule: &ReasonRule) -> impl Iterator<Item = &str> {
    rule.needs.iter().filter(|need| need.kind == NeedKind::Asked).map(|need| need.text.as_str())
}

/// How it is noted in the folder that something was asked, so that the next rep finds it there.
pub fn asked_note(question: &str) -> String {
    format!("Asked. {question}")
}

/// What a folder shows to be there. Another transaction is named with the chargeback, and no folder shows it.
pub fn situation_of(folder: &Dispute, rule: &ReasonRule) -> Situation {
    let events = folder.events.iter().flat_map(|events| &events.rows);
    let notes: Vec<&str> = events
        .filter(|event| event.kind.as_deref() == Some("Comment") || event.external == Some(true))
        .filter_map(|event| event.message.as_deref())
        .collect();
    let lines = notes.iter().flat_map(|note| note.lines()).map(str::trim);
    let asked = questions(rule).filter(|question| {
        let noted = asked_note(question);
        lines.clone().any(|line| line == noted)
    });
    Situation {
        comment: !notes.is_empty(),
        documents: folder.documents.as_ref().map_or(0, |documents| documents.rows.len()),
        amount: booked(folder) || charged_back(folder),
        other_transaction: false,
        asked: asked.map(str::to_owned).collect(),
    }
}

/// Whether anybody booked something, and so said how much it is about.
fn booked(folder: &Dispute) -> bool {
    let mut postings = folder.postings.iter().flat_map(|postings| &postings.rows);
    postings.any(|posting| posting.posting_type_reference.as_deref() != Some(OWN_RECORD))
}

/// Whether a chargeback states how much it asked for: only one of a part does (seed 004:2143).
fn charged_back(folder: &Dispute) -> bool {
    let mut messages = folder.messages.iter().flat_map(|messages| &messages.rows);
    messages.any(|message| is_one(message) && message.amount.as_ref().is_some_and(|amount| amount.stated().is_some()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::config::DisputeReadiness;

    fn counterfeit() -> ReasonRule {
        DisputeReadiness::default().rule("COUNTERFEIT_CARD")
    }

    #[test]
    fn a_comment_is_enough_to_make_a_folder_and_not_enough_for_the_scheme() {
        let nothing = Meter::of(&counterfeit(), &Situation::default());
        assert_eq!(nothing.hindrance(Before::Dispute), Some("Missing: What the cardholder says about it.".into()));
        let meter = Meter::of(&counterfeit(), &Situation { comment: true, ..Situation::default() });
        assert_eq!((meter.met(), meter.0.len()), (1, 3));
        assert_eq!(meter.hindrance(Before::Dispute), None);
        assert_eq!(
            meter.hindrance(Before::Chargeback),
            Some(
                "Missing: Cardholder: was the card with you the whole time?; The cardholder’s signed statement.".into()
            )
        );
    }

    #[test]
    fn with_all_of_it_nothing_stands_in_the_way() {
        let asked = questions(&counterfeit()).map(str::to_owned).collect();
        let situation = Situation { comment: true, documents: 1, asked, ..Situation::default() };
        assert_eq!(Meter::of(&counterfeit(), &situation).hindrance(Before::Chargeback), None);
    }

    #[test]
    fn what_the_form_of_a_chargeback_asks_for_does_not_keep_it_from_being_opened() {
        let asked = questions(&counterfeit()).map(str::to_owned).collect();
        let without_document = Situation { comment: true, asked, ..Situation::default() };
        assert_eq!(Meter::of(&counterfeit(), &without_document).hindrance_beforehand(), None);
        let unasked = Meter::of(&counterfeit(), &Situation { comment: true, ..Situation::default() });
        assert_eq!(
            unasked.hindrance_beforehand(),
            Some("Missing: Cardholder: was the card with you the whole time?".into())
        );
    }

    #[test]
    fn a_folder_shows_what_was_noted_asked_and_attached() {
        let question = "Cardholder: was the card with you the whole time?";
        let folder: Dispute = serde_json::from_str(
            &json!({
                "disputeFolderIdentifier": { "disputeFolderReference": "D" },
                "events": [
                    { "type": "Comment", "message": "Cardholder phone call" },
                    { "type": "Comment", "message": format!("Called back.\n{}", asked_note(question)) },
                ],
                "documents": [{ "fileName": "test1.pdf" }],
            })
            .to_string(),
        )
        .expect("a folder");
        let situation = situation_of(&folder, &counterfeit());
        assert_eq!((situation.comment, situation.documents, situation.asked), (true, 1, vec![question.to_owned()]));
    }

    #[test]
    fn how_much_is_disputed_is_read_from_what_was_booked_and_not_from_the_platforms_own_record() {
        let folder = |types: &[&str]| -> Dispute {
            let postings: Vec<_> = types.iter().map(|word| json!({ "postingTypeReference": word })).collect();
            let text = json!({ "disputeFolderIdentifier": { "disputeFolderReference": "D" }, "postings": postings });
            serde_json::from_str(&text.to_string()).expect("a folder")
        };
        let rule = DisputeReadiness::default().rule("HIGH_AMOUNT");
        assert!(!situation_of(&folder(&["Processing View"]), &rule).amount);
        assert!(situation_of(&folder(&["Processing View", "Cardholder Account"]), &rule).amount);
        let told = |amount: serde_json::Value| -> Dispute {
            let messages = json!([{ "type": "FIRSTCHARGEBACK", "amount": amount }]);
            let text = json!({ "disputeFolderIdentifier": { "disputeFolderReference": "D" }, "messages": messages });
            serde_json::from_str(&text.to_string()).expect("a folder")
        };
        assert!(situation_of(&told(json!({ "value": 100, "exponent": 2, "isoCode": "EUR" })), &rule).amount);
        assert!(!situation_of(&told(json!({})), &rule).amount, "an amount that is not stated is none");
    }

    #[test]
    fn another_transaction_never_keeps_a_folder_from_being_made() {
        let need =
            Need { kind: NeedKind::OtherTransaction, before: Before::Dispute, text: "The other transaction".into() };
        let meter = Meter::of(&ReasonRule { needs: vec![need], ..ReasonRule::default() }, &Situation::default());
        assert_eq!(meter.hindrance(Before::Dispute), None);
        assert_eq!(meter.hindrance(Before::Chargeback), Some("Missing: The other transaction.".into()));
    }

    #[test]
    fn what_the_platform_noted_is_no_comment() {
        let folder: Dispute = serde_json::from_str(
            &json!({
                "disputeFolderIdentifier": { "disputeFolderReference": "D" },
                "events": [{ "type": "DISPUTE_INITIATE", "message": "Dispute id : 13268", "external": false }],
            })
            .to_string(),
        )
        .expect("a folder");
        assert!(!situation_of(&folder, &counterfeit()).comment);
    }
}
