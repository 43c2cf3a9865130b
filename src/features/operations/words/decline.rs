//! Why an authorization was refused, in a few words.

use contract::operations::issuing::operations::{Authorization, DeclineReason, ResultType};

use crate::{features::spending::Ending, ui::badge::Tone};

/// How it ended: "Approved", or why not. The reason first, then the gateway's own finer text where there is one.
pub fn result(authorization: &Authorization) -> String {
    match Ending::of(authorization) {
        Ending::Approved => "Approved".into(),
        Ending::Declined => declined(authorization),
        Ending::NotClear => match &authorization.result_type {
            None => "Not stated".into(),
            Some(ResultType::Other) => "Another result".into(),
            Some(ResultType::Unknown(word)) => word.clone(),
            Some(_) => "Not clear: approved and declined".into(),
        },
    }
}

/// How that looks: its meaning and its drawing.
pub fn look(ending: Ending) -> (Tone, &'static str) {
    match ending {
        Ending::Approved => (Tone::Good, "check"),
        Ending::Declined => (Tone::Attention, "warning"),
        Ending::NotClear => (Tone::Information, "info"),
    }
}

fn declined(authorization: &Authorization) -> String {
    match (&authorization.decline_reason, &authorization.result_type) {
        (Some(known), _) if !says_nothing(known) => reason(known).to_owned(),
        (_, Some(ResultType::Referral)) => "Declined: the merchant is to call".into(),
        (_, Some(ResultType::PickUp)) => "Declined: the card is to be kept".into(),
        (Some(other), _) => format!("Declined: {}", reason(other)),
        (None, _) => "Declined: no reason stated".into(),
    }
}

fn says_nothing(reason: &DeclineReason) -> bool {
    matches!(reason, DeclineReason::Other | DeclineReason::NotKnown)
}

/// One reason.
pub fn reason(reason: &DeclineReason) -> &str {
    match reason {
        DeclineReason::CardBlocked => "Card blocked",
        DeclineReason::FraudSuspected => "Fraud suspected",
        DeclineReason::SecurityDigitsMissing => "Security code missing",
        DeclineReason::TechnicalError => "Technical error",
        DeclineReason::OverLimit => "Over a spending limit",
        DeclineReason::OverUsageLimit => "Used too often",
        DeclineReason::OverCreditLimit => "Over the credit limit",
        DeclineReason::SecurityDigitsWrong => "Security code wrong",
        DeclineReason::StripeDigitsWrong => "Magnetic stripe wrong",
        DeclineReason::AuthenticationValueWrong => "Online authentication wrong",
        DeclineReason::CardUnknown => "Card not known",
        DeclineReason::CardExpired => "Card expired",
        DeclineReason::PinWrong => "PIN wrong",
        DeclineReason::PinTriesOverLimit => "PIN wrong too often",
        DeclineReason::PinTriesAlmostOverLimit => "PIN wrong, one try left",
        DeclineReason::RestrictionViolated => "Restriction of the card",
        DeclineReason::ChipCryptogramWrong => "Chip answer wrong",
        DeclineReason::TransactionNotAllowed => "Not allowed with this card",
        DeclineReason::MerchantUnknown => "Merchant not known",
        DeclineReason::ReplyTimeout => "Nobody answered in time",
        DeclineReason::Other => "another reason",
        DeclineReason::NotKnown => "not known to the gateway",
        DeclineReason::Unknown(word) => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authorization(
        declined: Option<bool>,
        result: Option<ResultType>,
        reason: Option<DeclineReason>,
    ) -> Authorization {
        Authorization { declined, result_type: result, decline_reason: reason, ..Authorization::default() }
    }

    fn said(declined: Option<bool>, result_type: Option<ResultType>, reason: Option<DeclineReason>) -> String {
        result(&authorization(declined, result_type, reason))
    }

    #[test]
    fn a_decline_is_its_reason_in_words() {
        assert_eq!(
            said(Some(true), Some(ResultType::Decline), Some(DeclineReason::OverCreditLimit)),
            "Over the credit limit"
        );
        assert_eq!(said(None, Some(ResultType::PickUp), None), "Declined: the card is to be kept");
        assert_eq!(said(Some(true), None, Some(DeclineReason::Other)), "Declined: another reason");
        assert_eq!(said(Some(true), None, None), "Declined: no reason stated");
        assert_eq!(said(Some(true), None, Some("NewReason".into())), "NewReason", "a new word is shown as it is");
    }

    #[test]
    fn what_is_not_stated_is_not_called_approved() {
        assert_eq!(said(Some(false), None, None), "Approved");
        assert_eq!(said(None, Some(ResultType::Approval), None), "Approved");
        assert_eq!(said(None, None, None), "Not stated");
        assert_eq!(said(None, Some(ResultType::Other), None), "Another result");
        assert_eq!(said(None, Some("Deferred".into()), None), "Deferred", "a new word is shown as it is");
        for (declined, result) in [(true, ResultType::Approval), (false, ResultType::Decline)] {
            assert_eq!(said(Some(declined), Some(result), None), "Not clear: approved and declined");
        }
    }

    #[test]
    fn only_what_was_approved_looks_so() {
        assert_eq!(look(Ending::Approved).1, "check");
        assert_eq!(look(Ending::NotClear), (Tone::Information, "info"));
        assert_eq!(look(Ending::Declined).0, Tone::Attention);
    }
}
