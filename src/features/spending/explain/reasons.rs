//! The reasons that say by themselves what stood in the way, and those that say nothing.

use contract::{
    free_text,
    operations::issuing::operations::{Authorization, DeclineReason},
};

use super::{Cause, Explanation, Fix};

/// What a reason means, from itself alone.
pub(super) fn by_itself(reason: &DeclineReason, authorization: &Authorization) -> Explanation {
    match words(reason) {
        Some((cause, happened, fix)) => Explanation::plain(cause, happened, Fix::nothing_here(fix)),
        None => Explanation::not_known(unsaid(reason, authorization)),
    }
}

/// Cause, what happened, and what helps.
fn words(reason: &DeclineReason) -> Option<(Cause, &'static str, &'static str)> {
    Some(match reason {
        DeclineReason::CardBlocked => (
            Cause::Card,
            "The card is blocked. Since when and by whom, the authorization does not say.",
            "The wallet does not block or release cards: the card desk does.",
        ),
        DeclineReason::CardExpired => (
            Cause::Card,
            "The card has expired.",
            "A new card is needed; a merchant that kept the old one must be given the new date.",
        ),
        DeclineReason::CardUnknown => (
            Cause::Card,
            "The platform does not know the card.",
            "Compare the last four digits with the card that the caller holds; it may be an older one.",
        ),
        DeclineReason::FraudSuspected => (
            Cause::Fraud,
            "The issuer's fraud rules stopped it. Which rule, the authorization does not say.",
            "Ask whether the caller made it. If they did, the fraud desk can release it; if not, report it there.",
        ),
        DeclineReason::SecurityDigitsMissing => (
            Cause::Entered,
            "The three digits on the back of the card were not entered.",
            "Enter them and try again; where the form does not ask for them, the merchant must.",
        ),
        DeclineReason::SecurityDigitsWrong => (
            Cause::Entered,
            "The three digits on the back of the card were wrong.",
            "Read them off the card that is in use, and try again.",
        ),
        DeclineReason::StripeDigitsWrong => (
            Cause::Entered,
            "The magnetic stripe was read, and its check digits were wrong.",
            "Use the chip. If only the stripe is offered, the card may be damaged or copied: ask where it was used.",
        ),
        DeclineReason::AuthenticationValueWrong => (
            Cause::Entered,
            "The proof of the authentication on the internet was wrong.",
            "Start the payment anew, so that the customer is authenticated again.",
        ),
        DeclineReason::ChipCryptogramWrong => (
            Cause::Entered,
            "The chip's cryptogram was wrong.",
            "Try once more. If it happens again, the chip is damaged and the card must be replaced.",
        ),
        DeclineReason::PinWrong => (
            Cause::Entered,
            "The PIN was wrong.",
            "Try again with the right PIN. How many tries are left, the authorization does not say.",
        ),
        DeclineReason::PinTriesAlmostOverLimit => (
            Cause::Entered,
            "The PIN was wrong, and one more wrong try blocks it.",
            "Do not guess. Another way to pay, or a new PIN letter, is safe.",
        ),
        DeclineReason::PinTriesOverLimit => (
            Cause::Entered,
            "The PIN was wrong too often and is blocked.",
            "The card desk sets the tries back; until then, payments without a PIN may still work.",
        ),
        DeclineReason::TransactionNotAllowed => (
            Cause::Product,
            "This kind of transaction is not offered with this product.",
            "No limit or restriction changes that; another way to pay does.",
        ),
        DeclineReason::MerchantUnknown => (
            Cause::Merchant,
            "The platform does not know the merchant.",
            "The merchant must ask their own bank; the card is not the cause.",
        ),
        DeclineReason::TechnicalError => {
            (Cause::Fault, "There was a technical fault. Neither the card nor a limit is the cause.", "Try again.")
        }
        DeclineReason::ReplyTimeout => (
            Cause::Fault,
            "Nobody answered the merchant in time. Neither the card nor a limit is the cause.",
            "Try again.",
        ),
        DeclineReason::OverLimit
        | DeclineReason::OverUsageLimit
        | DeclineReason::OverCreditLimit
        | DeclineReason::RestrictionViolated
        | DeclineReason::Other
        | DeclineReason::NotKnown
        | DeclineReason::Unknown(_) => return None,
    })
}

/// What is said of a reason that says nothing, with the gateway's own finer words where there are any.
fn unsaid(reason: &DeclineReason, authorization: &Authorization) -> String {
    let said = match reason {
        DeclineReason::Other => "The gateway only says that there was another reason.".to_owned(),
        DeclineReason::NotKnown => "The gateway says that it does not know the reason.".to_owned(),
        other => format!("The gateway states a reason whose meaning is not known: “{}”.", other.as_str()),
    };
    let code = authorization.result_code.as_deref().filter(|code| !code.is_empty());
    let description = authorization.result_description.as_deref().filter(|text| !text.is_empty()).map(free_text);
    let finer: Vec<String> = [code.map(str::to_owned), description].into_iter().flatten().collect();
    if finer.is_empty() { said } else { format!("{said} For information it adds: {}.", finer.join(" ")) }
}
