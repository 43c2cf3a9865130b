//! One call that makes a folder, books, notes and attaches: composed as the guide composes it (seed 004:1917-1952).

use contract::{
    IssuerDisputeExternalReference, Money,
    operations::issuing::disputes::{
        NewDispute, NewDisputeDocument, NewDisputeEvent, NewDisputePosting, RefundRedebit,
    },
};

use super::{balance::amount_of, origin::Origin, readiness::asked_note};

/// What the rep wants, all of it checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Intent {
    /// From what it is made.
    pub origin: Origin,
    /// Made once for this intent; finds the folder when the answer is lost.
    pub reference: IssuerDisputeExternalReference,
    /// The issuer's word.
    pub reason: String,
    /// Whether the scheme is told of a fraud.
    pub fraud: bool,
    /// How much goes back at once.
    pub refund: Refund,
    /// What is booked besides.
    pub posting: Option<NewDisputePosting>,
    /// The issuer's word for a note.
    pub note_type: String,
    /// What the rep writes.
    pub comment: String,
    /// What was asked.
    pub asked: Vec<String>,
    /// What is attached.
    pub documents: Vec<NewDisputeDocument>,
}

/// How much of the disputed amount goes back to the cardholder at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Refund {
    /// Nothing, which is what the gateway assumes.
    #[default]
    None,
    /// All of it.
    Full,
    /// A part.
    Partial(Money),
}

/// What is sent, from whatever it is made.
pub fn create(intent: &Intent) -> NewDispute {
    let note = |message: String| NewDisputeEvent { kind: intent.note_type.clone(), message: Some(message) };
    let comment = Some(intent.comment.clone()).filter(|comment| !comment.is_empty());
    let (refund, amount) = match &intent.refund {
        Refund::None => (None, None),
        Refund::Full => (Some(RefundRedebit::Full), None),
        Refund::Partial(part) => (Some(RefundRedebit::Partial), Some(amount_of(part))),
    };
    NewDispute {
        dispute_reason: Some(intent.reason.clone()),
        declare_fraud_indicator: intent.fraud.then_some(true),
        issuer_dispute_external_reference: Some(intent.reference.clone()),
        refund_redebit_indicator: refund,
        refund_redebit_amount: amount,
        dispute_postings: intent.posting.iter().cloned().collect(),
        dispute_events: comment
            .into_iter()
            .chain(intent.asked.iter().map(|asked| asked_note(asked)))
            .map(note)
            .collect(),
        dispute_documents: intent.documents.clone(),
        ..NewDispute::default()
    }
}

#[cfg(test)]
mod tests {
    use contract::operations::issuing::disputes::{DocumentData, DocumentType};
    use serde_json::{Value, json};

    use super::*;

    fn euros(value: i64) -> Money {
        Money { value, exponent: 2, iso_code: "EUR".into() }
    }

    /// What a rep does to get the guide's dispute.
    fn guide() -> Intent {
        Intent {
            origin: Origin::Operation("10000000000264015".into()),
            reference: "45f014d5-bc8a-4074-a707-8e20f272a9a3".into(),
            reason: "COUNTERFEIT_CARD".into(),
            fraud: true,
            refund: Refund::None,
            posting: Some(NewDisputePosting {
                posting_amount: amount_of(&euros(7625)),
                posting_type_reference: "ISSUER_ACCOUNT".into(),
                message: Some("Write off".into()),
                immediate_reimbursement: Some(true),
            }),
            note_type: "Comment".into(),
            comment: "Cardholder phone call".into(),
            asked: Vec::new(),
            documents: vec![NewDisputeDocument {
                data: DocumentData::from("JVBERi0xLjcKJeA9eHJlZgo0OTEwOQolJUVPRgo=".to_owned()),
                kind: DocumentType::Pdf,
                file_name: "test1.pdf".into(),
                label: Some("test file".into()),
                document_type_id: None,
            }],
        }
    }

    fn sent(intent: &Intent) -> Value {
        serde_json::to_value(create(intent)).expect("every value may be sent")
    }

    #[test]
    fn the_guides_dispute_is_composed_as_the_guide_prints_it_but_for_its_id() {
        let mut sent = sent(&guide());
        let mut printed: Value =
            serde_json::from_str(include_str!("../../../contract/samples/issuing-v2/createDispute.request.json"))
                .expect("the guide's");
        assert_eq!(printed["issuerDisputeExternalReference"].take(), "{{$randomUUID}}");
        assert_eq!(sent["issuerDisputeExternalReference"].take(), "45f014d5-bc8a-4074-a707-8e20f272a9a3");
        assert_eq!(sent, printed);
    }

    #[test]
    fn the_least_dispute_is_a_reason_a_reference_and_a_comment() {
        let least = Intent { fraud: false, posting: None, documents: Vec::new(), ..guide() };
        let expected = json!({
            "disputeReason": "COUNTERFEIT_CARD",
            "issuerDisputeExternalReference": "45f014d5-bc8a-4074-a707-8e20f272a9a3",
            "disputeEvents": [{ "type": "Comment", "message": "Cardholder phone call" }],
        });
        assert_eq!(sent(&least), expected);
    }

    #[test]
    fn a_refund_states_its_amount_when_it_is_a_part() {
        let full = sent(&Intent { refund: Refund::Full, ..guide() });
        assert_eq!((&full["refundRedebitIndicator"], &full["refundRedebitAmount"]), (&json!("FULL"), &Value::Null));
        let part = sent(&Intent { refund: Refund::Partial(euros(500)), ..guide() });
        assert_eq!(part["refundRedebitAmount"], json!({ "value": 500, "exponent": 2, "isoCode": "EUR" }));
    }

    #[test]
    fn what_was_asked_is_noted_in_the_folder() {
        let asked = vec!["Cardholder: was the card with you the whole time?".to_owned()];
        let sent = sent(&Intent { asked, ..guide() });
        assert_eq!(sent["disputeEvents"][1]["message"], "Asked. Cardholder: was the card with you the whole time?");
    }
}
