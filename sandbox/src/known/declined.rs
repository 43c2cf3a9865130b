//! Customers whose newest payment was declined: for a cause that the gateway's answers contain, or for one that they do
//! not. Nothing else was ever asked of their cards.

use contract::operations::issuing::operations::{CheckedVelocityLimit, DeclineReason, VelocityLimitCheck};

use super::{Known, accounts::opened, builder::somebody};
use crate::issuing::{
    calendar::Day,
    controls::{Override, RestrictionSettings, VelocitySettings},
    merchants::merchant,
    plan::{Usage, Wanted},
    planted::{Planted, Refused},
    shown_operation::cents,
};

const POS: &str = "VELOCITY_LIMIT_POS";
const ECOM: &str = "VELOCITY_LIMIT_ECOM";
const ATM: &str = "VELOCITY_LIMIT_ATM";
const CONTACTLESS: &str = "VELOCITY_LIMIT_CONTACTLESS";

#[rustfmt::skip]
pub(crate) fn customers(today: Day) -> Vec<Known> {
    let at = |shop: &'static str| Refused::at(merchant(shop), today.plus(-1).at(14, 8));
    let shop = || at("MOEBELHOF");
    let web = || at("ELEKTROWELT24");
    let cash = || at("GELDAUTOMAT SPARBANK");
    let touch = || at("DROGERIE LINDENHOF");
    let japan = || at("KONBINI SHIROI");
    let casino = || at("SPIELBANK AM SEE");
    let only = |address: &str, last: &str, shows: &'static str, reason: DeclineReason| {
        declined(address, last, shows, shop().because(reason).into())
    };
    vec![
        // A velocity limit, by its sum.
        declined("declined-shop-limit", "Tillstop", "cause: velocity limit Shops, the sum of the day", shop().over(sum(POS, 500_000, 480_000, "Default")).into()),
        declined("declined-web-limit", "Cartstop", "cause: velocity limit E-commerce, the sum of the day", web().over(sum(ECOM, 250_000, 240_000, "Default")).into()),
        declined("declined-cash-limit", "Slotstop", "cause: velocity limit Cash machines, the sum of the day", cash().over(sum(ATM, 100_000, 95_000, "Default")).into()),
        declined("declined-touch-limit", "Tapstop", "cause: velocity limit Contactless, the sum of the day", touch().over(sum(CONTACTLESS, 25_000, 24_000, "Default")).into()),
        // By its number.
        declined("declined-cash-count", "Fivetimes", "cause: velocity limit Cash machines, the number of the day", cash().too_often(number(ATM, 5, 5, "Default")).into()),
        declined("declined-touch-count", "Tentimes", "cause: velocity limit Contactless, the number of the day", touch().too_often(number(CONTACTLESS, 10, 10, "Default")).into()),
        // By an override.
        declined("declined-web-override", "Lowered", "cause: an override that began three days ago lowers E-commerce to 50.00, for another ten days", Planted::from(web().over(sum(ECOM, 5_000, 0, "Override"))).overriding(lower(today, ECOM, 5_000))),
        declined("declined-web-off", "Zeroweb", "cause: an override declines everything in E-commerce", Planted::from(web().over(sum(ECOM, 0, 0, "Override"))).overriding(nothing(ECOM))),
        declined("declined-cash-off", "Zerocash", "cause: an override declines everything at cash machines", Planted::from(cash().over(sum(ATM, 0, 0, "Override"))).overriding(nothing(ATM))),
        declined("declined-shop-count", "Twotimes", "cause: an override allows two payments in shops", Planted::from(shop().too_often(number(POS, 2, 2, "Override"))).overriding(times(POS, 2))),
        declined("declined-limit-named", "Wordy", "cause: velocity limit E-commerce, which only the result's description names", web().because(DeclineReason::OverLimit).saying("121", "Exceeds limit VELOCITY_LIMIT_ECOM").into()),
        // The credit.
        declined("declined-credit", "Usedup", "cause: the credit limit is used up", shop().because(DeclineReason::OverCreditLimit).leaving(1_500).into()),
        declined("declined-credit-figures", "Figures", "cause: the credit limit, told from the figures of a limit that is not named", shop().because(DeclineReason::OverLimit).leaving(2_000).into()),
        declined("declined-lowered-credit", "Tightened", "cause: a temporary limit of 100.00 below the permanent one", Planted::from(shop().because(DeclineReason::OverCreditLimit).leaving(10_000)).for_a_while(10_000, today.plus(-5).midnight(), today.plus(5).midnight())),
        // A restriction. Since when an override blocks is not stated, so only one that the description names is known.
        declined("declined-in-japan", "Faraway", "not known: a restriction lists the merchant's country, and since when its override blocks is not stated", Planted::from(japan().because(DeclineReason::RestrictionViolated)).blocking(block("RESTRICTION_COUNTRIES_OFF", &["392", "76"]))),
        declined("declined-gambling", "Highroller", "not known: a restriction lists the merchant's category, and since when its override blocks is not stated", Planted::from(casino().because(DeclineReason::RestrictionViolated)).blocking(block("RESTRICTION_GAMBLING_OFF", &["7995"]))),
        declined("declined-web-blocked", "Onlyone", "not known: one restriction is blocked, and since when its override blocks is not stated", Planted::from(web().because(DeclineReason::RestrictionViolated)).blocking(block("RESTRICTION_ECOM_OFF", &[]))),
        declined("declined-restriction-named", "Saidso", "cause: the restriction that the result's description names, among several", Planted::from(cash().because(DeclineReason::RestrictionViolated).saying("119", "Restricted by RESTRICTION_ATM_OFF")).blocking(block("RESTRICTION_ATM_OFF", &[])).blocking(block("RESTRICTION_ECOM_OFF", &[]))),
        // The reason says it by itself.
        only("declined-card-blocked", "Blockedcard", "cause: the card is blocked", DeclineReason::CardBlocked),
        only("declined-card-expired", "Oldcard", "cause: the card has expired", DeclineReason::CardExpired),
        only("declined-card-unknown", "Strangecard", "cause: the card is not known", DeclineReason::CardUnknown),
        only("declined-fraud", "Watched", "cause: the fraud rules", DeclineReason::FraudSuspected),
        only("declined-digits-missing", "Nodigits", "cause: the digits on the back were missing", DeclineReason::SecurityDigitsMissing),
        only("declined-digits-wrong", "Misdigits", "cause: the digits on the back were wrong", DeclineReason::SecurityDigitsWrong),
        only("declined-stripe", "Scratched", "cause: the stripe's digits were wrong", DeclineReason::StripeDigitsWrong),
        only("declined-authentication", "Unproven", "cause: the proof of the authentication was wrong", DeclineReason::AuthenticationValueWrong),
        only("declined-chip", "Deadchip", "cause: the chip's cryptogram was wrong", DeclineReason::ChipCryptogramWrong),
        only("declined-pin", "Mistyped", "cause: the PIN was wrong", DeclineReason::PinWrong),
        only("declined-pin-nearly", "Lasttry", "cause: the PIN was wrong, one try is left", DeclineReason::PinTriesAlmostOverLimit),
        only("declined-pin-blocked", "Notries", "cause: the PIN was wrong too often", DeclineReason::PinTriesOverLimit),
        only("declined-not-offered", "Offmenu", "cause: the product does not offer it", DeclineReason::TransactionNotAllowed),
        only("declined-merchant", "Noshop", "cause: the merchant is not known", DeclineReason::MerchantUnknown),
        only("declined-fault", "Brokenline", "cause: a technical fault", DeclineReason::TechnicalError),
        only("declined-timeout", "Longwait", "cause: nobody answered in time", DeclineReason::ReplyTimeout),
        // The answers do not contain it.
        only("declined-other", "Otherwise", "not known: another reason", DeclineReason::Other),
        only("declined-unknown", "Nobodyknows", "not known: the gateway does not know the reason", DeclineReason::NotKnown),
        declined("declined-no-reason", "Wordless", "not known: no reason is stated", shop().into()),
        declined("declined-some-limit", "Vague", "not known: over a limit, and none that is listed was full", shop().over(sum(POS, 500_000, 0, "Default")).into()),
        declined("declined-two-limits", "Doublelimit", "not known: over a limit, and two were full", web().over(sum(ECOM, 250_000, 240_000, "Default")).and(number(POS, 2, 2, "Default")).into()),
        declined("declined-some-restriction", "Tworules", "not known: a restriction, and two are blocked", Planted::from(web().because(DeclineReason::RestrictionViolated)).blocking(block("RESTRICTION_ECOM_OFF", &[])).blocking(block("RESTRICTION_ATM_OFF", &[]))),
        declined("declined-past-restriction", "Sinceallowed", "not known: a restriction, and none is blocked any more", web().because(DeclineReason::RestrictionViolated).into()),
    ]
}

fn declined(address: &str, last_name: &str, shows: &'static str, planted: Planted) -> Known {
    let account = Wanted { usage: Usage::NONE, planted, ..Wanted::ordinary(opened()) };
    Known::by_email(address, shows, somebody(address, "Dana", last_name).with_devices(1).with_accounts(vec![account]))
}

fn check(reference: &str) -> VelocityLimitCheck {
    VelocityLimitCheck {
        velocity_limit_identifier: Some(CheckedVelocityLimit { velocity_limit_reference: Some(reference.into()) }),
        maximum_amount_check: Some(false),
        maximum_count_check: Some(false),
        minimum_amount_check: Some(false),
        ..VelocityLimitCheck::default()
    }
}

fn sum(reference: &str, most: i64, used: i64, origin: &str) -> VelocityLimitCheck {
    VelocityLimitCheck {
        maximum_amount_check: Some(true),
        maximum_amount: Some(cents(most)),
        maximum_amount_origin: Some(origin.into()),
        amount: Some(cents(used)),
        ..check(reference)
    }
}

fn number(reference: &str, most: i64, used: i64, origin: &str) -> VelocityLimitCheck {
    VelocityLimitCheck {
        maximum_count_check: Some(true),
        maximum_count: Some(most),
        maximum_count_origin: Some(origin.into()),
        count: Some(used),
        ..check(reference)
    }
}

fn over<S>(of: &str, sets: S) -> Override<S> {
    let reference = format!("planted-{}", of.to_lowercase().replace('_', "-"));
    Override {
        reference,
        of: of.into(),
        start: None,
        end: None,
        priority: 0,
        deleted: false,
        sets,
        changes: Vec::new(),
    }
}

fn lower(today: Day, of: &str, most: i64) -> Override<VelocitySettings> {
    let sets = up_to(most);
    let (start, end) = (today.plus(-3).midnight(), today.plus(10).midnight() - 1_000);
    Override { start: Some(start), end: Some(end), ..over(of, sets) }
}

fn nothing(of: &str) -> Override<VelocitySettings> {
    over(of, up_to(0))
}

/// A bound is given exactly where its check is true (public).
fn up_to(most: i64) -> VelocitySettings {
    VelocitySettings {
        maximum_amount: Some(cents(most)),
        maximum_amount_check: Some(true),
        ..VelocitySettings::default()
    }
}

fn times(of: &str, most: i64) -> Override<VelocitySettings> {
    over(
        of,
        VelocitySettings { maximum_count: Some(most), maximum_count_check: Some(true), ..VelocitySettings::default() },
    )
}

fn block(of: &str, parameters: &[&str]) -> Override<RestrictionSettings> {
    let parameters: Vec<String> = parameters.iter().map(|one| (*one).to_owned()).collect();
    over(
        of,
        RestrictionSettings {
            condition_check: Some(true),
            condition_parameters: (!parameters.is_empty()).then_some(parameters),
        },
    )
}
