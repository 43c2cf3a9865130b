//! Why an authorization was refused, in a few words.

use contract::operations::issuing::operations::{Authorization, DeclineReason, ResultType};

/// How it ended: "Approved", or why not. The reason first, then the gateway's own finer text where there is one.
pub fn result(authorization: &Authorization) -> String {
    if !is_declined(authorization) {
        return match &authorization.result_type {
            Some(ResultType::Unknown(word)) => word.clone(),
            None if authorization.declined.is_none() => "Not stated".into(),
            _ => "Approved".into(),
        };
    }
    match (&authorization.decline_reason, &authorization.result_type) {
        (Some(known), _) if !says_nothing(known) => reason(known).to_owned(),
        (_, Some(ResultType::Referral)) => "Declined: the merchant is to call".into(),
        (_, Some(ResultType::PickUp)) => "Declined: the card is to be kept".into(),
        (Some(other), _) => format!("Declined: {}", reason(other)),
        (None, _) => "Declined: no reason stated".into(),
    }
}

/// Whether it was refused, by whichever field says so.
pub fn is_declined(authorization: &Authorization) -> bool {
    match authorization.declined {
        Some(declined) => declined,
        None => !matches!(authorization.result_type, None | Some(ResultType::Approval | ResultType::Unknown(_))),
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
    }
}
