//! The one line on top: what stands in the way of a caller whose wallet is active or who has none, and what fixes it. The
//! rules are data, in the order in which they are asked; the first that has something to say is heard.

use contract::{
    Amount, CustomerDevice,
    operations::issuing::{
        accounts::AccountBalance,
        limits::{AuthorizationRestriction, VelocityLimit},
    },
};

use super::{
    explain::{Cause, Evidence, Explanation},
    temporary::{Lowering, lowering, makes_room, until},
    words::{Write, restriction_name, velocity_name},
};
use crate::{routes::Section, ui::badge::Tone};

/// What is known. `None` is what was not read, and no rule takes it for an answer.
#[derive(Clone, Copy, Default)]
pub struct Facts<'a> {
    /// The wallet's devices.
    pub devices: Option<&'a [CustomerDevice]>,
    /// The newest declined authorization of the last days: when, and why.
    pub declined: Option<(&'a str, &'a Explanation)>,
    /// What stands on the account.
    pub evidence: Evidence<'a>,
}

/// One cause and one fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it means.
    pub tone: Tone,
    /// Its drawing.
    pub picture: &'static str,
    /// The cause.
    pub heading: String,
    /// The fix.
    pub sentence: String,
    /// Where the fix is, when it is not on the overview itself.
    pub place: Option<Section>,
}

type Rule = fn(&Facts<'_>, &Write<'_>) -> Option<Line>;

/// What is in the way of everything comes before what is in the way of one payment, and what happened before what might.
const RULES: &[Rule] = &[
    no_device_is_active,
    nothing_is_left_to_spend,
    last_payment_was_declined,
    an_override_declines_everything,
    an_override_blocks,
    the_credit_is_lowered,
];

/// What is in the way, as far as it is known.
pub fn line(facts: &Facts<'_>, write: &Write<'_>) -> Option<Line> {
    RULES.iter().find_map(|rule| rule(facts, write))
}

/// No rule had anything to say.
pub fn nothing_found(has_wallet: bool, everything_was_read: bool) -> Line {
    if everything_was_read {
        plain(has_wallet, "Nothing that was read stands in the caller’s way.")
    } else {
        let sentence = "Not everything could be read; what could be shows nothing else in the caller’s way.";
        Line { tone: Tone::Information, picture: "info", ..plain(has_wallet, sentence) }
    }
}

/// The answers are still to come.
pub fn looking(has_wallet: bool) -> Line {
    plain(has_wallet, "Limits, controls and the last payments are being looked at.")
}

/// Nobody asked for the answers.
pub fn not_looked(has_wallet: bool) -> Line {
    plain(has_wallet, "The overview looks for whatever else may stand in the caller’s way.")
}

fn plain(has_wallet: bool, sentence: &str) -> Line {
    let (tone, picture, heading) = if has_wallet {
        (Tone::Good, "check", "The wallet works.")
    } else {
        (Tone::Plain, "info", "There is no wallet.")
    };
    Line { tone, picture, heading: heading.into(), sentence: sentence.into(), place: None }
}

fn attention(heading: impl Into<String>, sentence: impl Into<String>, place: Option<Section>) -> Option<Line> {
    let (heading, sentence) = (heading.into(), sentence.into());
    Some(Line { tone: Tone::Attention, picture: "warning", heading, sentence, place })
}

fn no_device_is_active(facts: &Facts<'_>, _: &Write<'_>) -> Option<Line> {
    let devices = facts.devices.filter(|devices| !devices.is_empty())?;
    let all_off = devices.iter().all(|device| device.active == Some(false));
    let sentence = "Activate the one that the caller holds; the wallet itself works.";
    all_off.then(|| attention("No device of this wallet is active.", sentence, Some(Section::Devices)))?
}

/// Whether no payment fits any more, on this account or on the one above it.
pub fn is_used_up(balance: &AccountBalance) -> bool {
    balance.left().is_some_and(|left| left.value <= 0)
}

fn nothing_is_left_to_spend(facts: &Facts<'_>, write: &Write<'_>) -> Option<Line> {
    let balance = facts.evidence.balance.filter(|balance| is_used_up(balance))?;
    let own = balance.open_to_buy.as_ref().and_then(Amount::stated);
    if let Some(above) = balance.above_leaves() {
        let heading = format!("Nothing is left to spend: the account above leaves {}.", write.money(&above));
        return attention(heading, "A payment there, or more credit there, makes room.", None);
    }
    attention(
        format!("Nothing is left to spend: open to buy is {}.", write.money(&own.or_else(|| balance.left())?)),
        makes_room(&facts.evidence, write),
        Some(Section::Limits),
    )
}

fn last_payment_was_declined(facts: &Facts<'_>, _: &Write<'_>) -> Option<Line> {
    let (when, explanation) = facts.declined?;
    let heading = match &explanation.cause {
        Cause::NotKnown => format!("A payment was declined on {when}, and why is not known."),
        cause => format!("A payment was declined on {when}: {}.", cause.words()),
    };
    attention(heading, format!("{} {}", explanation.happened, explanation.fix.sentence), explanation.fix.place)
}

fn an_override_declines_everything(facts: &Facts<'_>, _: &Write<'_>) -> Option<Line> {
    let declines = |limit: &&VelocityLimit| {
        let sum = limit.maximum_amount.as_ref().and_then(Amount::stated);
        let nothing = sum.is_some_and(|sum| sum.value == 0) && limit.maximum_amount_check != Some(false)
            || limit.maximum_count == Some(0) && limit.maximum_count_check != Some(false);
        nothing && limit.is_overridden()
    };
    let name = velocity_name(facts.evidence.velocity_limits?.iter().find(declines)?);
    let sentence = "Remove the override, if the caller wants to pay in this way.";
    attention(format!("An override declines everything in “{name}”."), sentence, Some(Section::Controls))
}

fn an_override_blocks(facts: &Facts<'_>, _: &Write<'_>) -> Option<Line> {
    let blocks = |one: &&AuthorizationRestriction| one.condition_check == Some(true) && one.is_overridden();
    let name = restriction_name(facts.evidence.restrictions?.iter().find(blocks)?);
    let sentence = "Allow it, if the caller wants to pay in this way.";
    attention(format!("An override blocks “{name}”."), sentence, Some(Section::Controls))
}

fn the_credit_is_lowered(facts: &Facts<'_>, write: &Write<'_>) -> Option<Line> {
    let Lowering { to, limit, .. } = lowering(&facts.evidence)?;
    attention(
        format!("The credit is lowered to {}{}.", write.money(&to), until(limit, write)),
        "Delete the temporary limit, if that is not wanted any more.",
        Some(Section::Limits),
    )
}

#[cfg(test)]
mod tests {
    use contract::operations::issuing::limits::{CreditLimit, TemporaryCreditLimit};
    use serde_json::{Value, json};

    use super::*;
    use crate::features::spending::{explain::Fix, words::plainly};

    fn heading(facts: &Facts<'_>) -> String {
        plainly(|write| line(facts, write)).expect("a line").heading
    }

    fn is_silent(facts: &Facts<'_>) -> bool {
        plainly(|write| line(facts, write)).is_none()
    }

    fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
        serde_json::from_value(value).expect("readable")
    }

    fn euros(value: i64) -> Value {
        json!({ "value": value, "exponent": 2, "isoCode": "EUR" })
    }

    fn devices(active: &[bool]) -> Vec<CustomerDevice> {
        read(active.iter().map(|active| json!({ "deviceUri": "d", "active": active })).collect())
    }

    fn explanation(cause: Cause) -> Explanation {
        Explanation {
            cause,
            happened: "It happened.".into(),
            left: None,
            resets: None,
            fix: Fix { sentence: "Do this.".into(), place: Some(Section::Controls) },
        }
    }

    #[test]
    fn every_rule_is_heard_when_nothing_before_it_has_something_to_say() {
        let off = devices(&[false, false]);
        let spent: AccountBalance = read(json!({ "openToBuy": euros(-500) }));
        let why = explanation(Cause::Card);
        let zero: Vec<VelocityLimit> = read(json!([{
            "velocityLimitIdentifier": { "velocityLimitReference": "VELOCITY_LIMIT_ECOM" }, "name": "E-commerce",
            "maximumAmount": euros(0), "maximumAmountOrigin": "Override",
        }]));
        let blocked: Vec<AuthorizationRestriction> = read(json!([{
            "authorizationRestrictionIdentifier": { "authorizationRestrictionReference": "R" }, "name": "Cash off",
            "conditionCheck": true, "conditionCheckOrigin": "Override",
        }]));
        let permanent: CreditLimit = read(json!({ "creditLimitAmount": euros(500_000) }));
        let lower: Vec<TemporaryCreditLimit> =
            read(json!([{ "temporaryCreditLimitAmount": euros(10_000), "activationEndTime": "2023-04-01T00:00:00Z" }]));

        let evidence =
            Evidence { credit_limit: Some(&permanent), temporary_limits: Some(&lower), ..Evidence::default() };
        let mut facts = Facts { evidence, ..Facts::default() };
        assert_eq!(heading(&facts), "The credit is lowered to 100.00 EUR until 2023-04-01T00:00:00Z.");
        facts.evidence.restrictions = Some(&blocked);
        assert_eq!(heading(&facts), "An override blocks “Cash off”.");
        facts.evidence.velocity_limits = Some(&zero);
        assert_eq!(heading(&facts), "An override declines everything in “E-commerce”.");
        facts.declined = Some(("5 Dec 2022", &why));
        assert_eq!(heading(&facts), "A payment was declined on 5 Dec 2022: Card.");
        facts.evidence.balance = Some(&spent);
        assert_eq!(heading(&facts), "Nothing is left to spend: open to buy is -5.00 EUR.");
        facts.devices = Some(&off);
        assert_eq!(heading(&facts), "No device of this wallet is active.");
        assert_eq!(RULES.len(), 6, "one for each of these");
    }

    #[test]
    fn what_the_product_blocks_or_what_is_as_it_should_be_is_no_cause() {
        let some_on = devices(&[false, true]);
        let left: AccountBalance = read(json!({ "openToBuy": euros(1) }));
        let unstated: AccountBalance = read(json!({ "openToBuy": {} }));
        let product: Vec<AuthorizationRestriction> = read(json!([{
            "authorizationRestrictionIdentifier": { "authorizationRestrictionReference": "R" },
            "conditionCheck": true, "conditionCheckOrigin": "Default",
        }]));
        for balance in [&left, &unstated] {
            let evidence = Evidence { balance: Some(balance), restrictions: Some(&product), ..Evidence::default() };
            assert!(is_silent(&Facts { devices: Some(&some_on), evidence, ..Facts::default() }));
        }
        assert!(is_silent(&Facts { devices: Some(&[]), ..Facts::default() }));
        assert!(is_silent(&Facts::default()));
    }

    #[test]
    fn what_is_left_on_the_account_above_counts_where_it_is_less() {
        let balance: AccountBalance =
            read(json!({ "openToBuy": euros(97_602), "prevailingOpenToBuy": euros(-245_592) }));
        let evidence = Evidence { balance: Some(&balance), ..Evidence::default() };
        let said = plainly(|write| line(&Facts { evidence, ..Facts::default() }, write)).expect("a line");
        assert_eq!(said.heading, "Nothing is left to spend: the account above leaves -2455.92 EUR.");
        assert_eq!(said.place, None, "no limit of this account helps");
    }

    #[test]
    fn a_lower_limit_that_counts_is_named_where_nothing_is_left_and_no_other_is_advised() {
        let spent: AccountBalance = read(json!({ "openToBuy": euros(-500) }));
        let permanent: CreditLimit = read(json!({ "creditLimitAmount": euros(500_000) }));
        let lower: Vec<TemporaryCreditLimit> = read(json!([{ "temporaryCreditLimitAmount": euros(100) }]));
        let evidence = Evidence {
            balance: Some(&spent),
            credit_limit: Some(&permanent),
            temporary_limits: Some(&lower),
            ..Evidence::default()
        };
        let said = plainly(|write| line(&Facts { evidence, ..Facts::default() }, write)).expect("a line");
        assert_eq!(said.heading, "Nothing is left to spend: open to buy is -5.00 EUR.");
        assert!(
            said.sentence.starts_with("A temporary limit lowers the credit to 1.00 EUR: delete it"),
            "{}",
            said.sentence
        );
    }

    #[test]
    fn a_decline_whose_cause_the_answers_do_not_contain_says_so_and_gives_the_way_on() {
        let why = explanation(Cause::NotKnown);
        let facts = Facts { declined: Some(("5 Dec 2022", &why)), ..Facts::default() };
        let said = plainly(|write| line(&facts, write)).expect("a line");
        assert_eq!(said.heading, "A payment was declined on 5 Dec 2022, and why is not known.");
        assert_eq!(said.sentence, "It happened. Do this.");
        assert_eq!(said.place, Some(Section::Controls));
    }

    #[test]
    fn whoever_finds_nothing_says_whether_everything_was_read() {
        assert_eq!(nothing_found(true, true).heading, "The wallet works.");
        assert_eq!(nothing_found(true, true).sentence, "Nothing that was read stands in the caller’s way.");
        assert!(nothing_found(true, false).sentence.starts_with("Not everything could be read"));
        for has_wallet in [true, false] {
            let found = nothing_found(has_wallet, true).heading;
            assert_eq!(looking(has_wallet).heading, found, "the answers change what is said, and not the heading");
            assert_eq!(not_looked(has_wallet).heading, found);
        }
    }
}
