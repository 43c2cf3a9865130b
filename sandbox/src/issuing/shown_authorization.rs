//! What a card was asked for and what the answer was, as a list, a detail and a business case show it.

use contract::{
    Amount, MaskedCard,
    operations::issuing::operations::{
        AccountReserveStatus, Authorization, AuthorizationEntryMode, AuthorizationIdentifier, AuthorizationSubType,
        AuthorizationType, BusinessCase, BusinessCaseIdentifier, BusinessCaseType, CheckedVelocityLimit, DeclineReason,
        FinancialType, MerchantTime, Reserve, ResultType, VelocityLimitCheck,
    },
};
use serde_json::json;

use super::{
    calendar::{DAY, Millis, stamp, wall_clock},
    entry::{Decline, EntryKind, Purchase},
    ledger::Ledger,
    limits,
    merchants::Channel,
    numbers::Sequence,
    plan::Plan,
    shown_operation::{account_identifier, amount, cents},
};

/// So long a reservation lasts that the merchant neither confirms nor cancels.
const HELD: Millis = 7 * DAY;

/// Something that a card was asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    sequence: Sequence,
    purchase: &'a Purchase,
    cents: i64,
    /// When it was posted or will be; never for what was refused.
    posted: Option<Millis>,
    declined: Option<&'a Decline>,
}

impl Ledger {
    /// Everything that cards were asked for in a period until now, oldest first: from `start`, up to and not including
    /// `end`.
    pub(crate) fn asked(&self, start: Millis, end: Millis) -> Vec<Asked<'_>> {
        let approved = self.cycles.iter().flat_map(|cycle| &cycle.entries).filter_map(|entry| match &entry.kind {
            EntryKind::Purchase(purchase) => Some(Asked {
                sequence: entry.sequence,
                purchase,
                cents: entry.cents,
                posted: Some(entry.posted),
                declined: None,
            }),
            _ => None,
        });
        let refused = self.cycles.iter().flat_map(|cycle| &cycle.declines).map(|decline| Asked {
            sequence: decline.sequence,
            purchase: &decline.purchase,
            cents: decline.cents,
            posted: None,
            declined: Some(decline),
        });
        let mut asked: Vec<_> = approved
            .chain(refused)
            .filter(|asked| (start..end).contains(&asked.at()) && asked.at() <= self.now)
            .collect();
        asked.sort_by_key(Asked::at);
        asked
    }
}

impl Asked<'_> {
    pub(crate) fn at(&self) -> Millis {
        self.purchase.made
    }

    /// As the list and the detail show it; the limits that were looked at are in the detail only.
    pub(crate) fn authorization(&self, plan: &Plan, in_full: bool) -> Authorization {
        let Self { sequence, purchase, cents: billed, declined, .. } = *self;
        let merchant = purchase.merchant;
        let currency = merchant.currency;
        let (code, text) = result(declined);
        let card = plan.cards.get(usize::from(purchase.card));
        let reason = declined.map(|decline| decline.reason.clone());
        let mut authorization = Authorization {
            authorization_identifier: Some(self.identifier(plan)),
            authorization_business_case_identifier: Some(BusinessCaseIdentifier {
                business_case_id: Some(plan.code.business_case(sequence)),
            }),
            account_identifier: Some(account_identifier(plan)),
            declined: Some(declined.is_some()),
            result_type: Some(if declined.is_some() { ResultType::Decline } else { ResultType::Approval }),
            decline_reason: reason,
            result_code: Some(code.into()),
            result_description: Some(text.into()),
            approval_code: declined.is_none().then(|| format!("{:06}", purchase.approval)),
            business_case_type: Some(BusinessCaseType::FinancialRequest),
            financial_type: Some(self.financial_type()),
            transaction_type2: Some(AuthorizationType::Authorization),
            transaction_sub_type: Some(AuthorizationSubType::Request),
            on_premises_of_acceptor: Some(!self.on_the_internet()),
            enquired_amount: Some(amount(purchase.amount, currency)),
            enquired_billing_amount: Some(cents(billed)),
            total_amount: declined.is_none().then(|| amount(purchase.amount, currency)),
            total_billing_amount: declined.is_none().then(|| cents(billed)),
            transaction_date: time(&wall_clock(purchase.made)),
            operation_date: time(
                &wall_clock(purchase.made).chars().filter(char::is_ascii_digit).take(14).collect::<String>(),
            ),
            masked_pan: card.map(|card| MaskedCard::new(&card.masked.replace('*', "#"))),
            pan_reference: card.map(|card| card.pan_reference.as_str().into()),
            card_reference: card.map(|card| card.reference.as_str().into()),
            card_scheme: Some("VISA".into()),
            card_acceptor_name: Some(merchant.name.into()),
            card_acceptor_city: Some(merchant.city.into()),
            card_acceptor_country: Some(merchant.country.into()),
            merchant_category_code: Some(merchant.category.into()),
            terminal_type: (merchant.channel == Channel::CashMachine).then(|| "Atm".into()),
            environment_type: Some(if self.on_the_internet() { "ECommerce".into() } else { "POI".into() }),
            entry_mode: Some(match merchant.channel {
                Channel::Shop | Channel::CashMachine => AuthorizationEntryMode::Chip,
                Channel::Contactless => AuthorizationEntryMode::ContactlessChip,
                Channel::Internet | Channel::Recurring => AuthorizationEntryMode::KeyEntry,
            }),
            online_pin_check_result: self.secret_digits().map(str::to_owned),
            stand_in: Some(false),
            velocity_limit_checks: in_full.then(|| self.checks(plan).into()),
            ..Authorization::default()
        };
        if let Some(told) = declined.and_then(|decline| decline.told.as_ref()) {
            told.tell(&mut authorization, in_full);
        }
        authorization
    }

    /// The case of this one authorization.
    pub(crate) fn business_case(&self, plan: &Plan, now: Millis) -> BusinessCase {
        let merchant = self.purchase.merchant;
        let held = self.posted.is_some_and(|posted| now < posted);
        let status = match (self.posted, held) {
            (None, _) => AccountReserveStatus::None,
            (_, true) => AccountReserveStatus::Active,
            (_, false) => AccountReserveStatus::Cancelled,
        };
        let reserve = |amount: Amount| self.posted.is_some().then_some(amount);
        BusinessCase {
            business_case_identifier: Some(BusinessCaseIdentifier {
                business_case_id: Some(plan.code.business_case(self.sequence)),
            }),
            business_case_type: Some(BusinessCaseType::FinancialRequest),
            financial_type: Some(self.financial_type()),
            status: Some(if self.declined.is_some() { "Declined".into() } else { "Approved".into() }),
            account_reserve_status: Some(status),
            account_reserve_billing_amount: Some(cents(if held { self.cents } else { 0 })),
            reserve_amount: reserve(amount(self.purchase.amount, merchant.currency)),
            reserve_billing_amount: reserve(cents(self.cents)),
            first_authorization_identifier: Some(self.identifier(plan)),
            first_authorization_transaction_date: Some(stamp(self.at())),
            last_authorization_identifier: Some(self.identifier(plan)),
            last_authorization_transaction_date: Some(stamp(self.at())),
            card_acceptor_name: Some(merchant.name.into()),
            card_acceptor_city: Some(merchant.city.into()),
            card_acceptor_country: Some(merchant.country.into()),
            merchant_category_code: Some(merchant.category.into()),
        }
    }

    /// What it holds back until it is posted; nothing where it was refused or posted already.
    pub(crate) fn reserve(&self, plan: &Plan, now: Millis) -> Option<Reserve> {
        let merchant = self.purchase.merchant;
        self.posted.filter(|posted| now < *posted).map(|_| Reserve {
            business_case_identifier: Some(BusinessCaseIdentifier {
                business_case_id: Some(plan.code.business_case(self.sequence)),
            }),
            authorization_identifier: Some(self.identifier(plan)),
            expiry_time: Some(stamp(self.at() + HELD)),
            reserve_amount: Some(amount(self.purchase.amount, merchant.currency)),
            reserve_billing_amount: Some(cents(self.cents)),
            card_acceptor_name: Some(merchant.name.into()),
            card_acceptor_city: Some(merchant.city.into()),
        })
    }

    fn identifier(&self, plan: &Plan) -> AuthorizationIdentifier {
        AuthorizationIdentifier {
            transaction_id: Some(plan.code.authorization(self.sequence)),
            issuer_external_authorization_reference: None,
        }
    }

    fn financial_type(&self) -> FinancialType {
        match self.purchase.merchant.channel {
            Channel::CashMachine => FinancialType::Cash,
            _ => FinancialType::Purchase,
        }
    }

    fn on_the_internet(&self) -> bool {
        matches!(self.purchase.merchant.channel, Channel::Internet | Channel::Recurring)
    }

    fn secret_digits(&self) -> Option<&'static str> {
        match (self.declined.map(|decline| &decline.reason), self.purchase.merchant.channel) {
            (Some(DeclineReason::PinWrong), _) => Some("Wrong"),
            (_, Channel::Shop | Channel::CashMachine) => Some("Correct"),
            _ => None,
        }
    }

    /// The limit of this way of paying: nearly unused, or the one that was in the way.
    fn checks(&self, plan: &Plan) -> Vec<VelocityLimitCheck> {
        let because_of = self.declined.and_then(|decline| decline.because_of);
        let reference =
            because_of.filter(|name| name.starts_with("VELOCITY")).unwrap_or(match self.purchase.merchant.channel {
                Channel::CashMachine => "VELOCITY_LIMIT_ATM",
                Channel::Contactless => "VELOCITY_LIMIT_CONTACTLESS",
                Channel::Internet | Channel::Recurring => "VELOCITY_LIMIT_ECOM",
                Channel::Shop => "VELOCITY_LIMIT_POS",
            });
        let Some(limit) = limits::configured(plan).into_iter().find(|limit| limit.reference == reference) else {
            return Vec::new();
        };
        let full = because_of.is_some();
        let used = limit.maximum_amount.map(|most| if full { most - 100 } else { (most / 10).min(self.cents) });
        vec![VelocityLimitCheck {
            velocity_limit_identifier: Some(CheckedVelocityLimit {
                velocity_limit_reference: Some(limit.reference.into()),
            }),
            amount: used.map(cents),
            count: limit.maximum_count.map(|most| if full { most } else { 1 }),
            maximum_amount_check: Some(limit.maximum_amount.is_some()),
            maximum_amount: limit.maximum_amount.map(cents),
            maximum_count_check: Some(limit.maximum_count.is_some()),
            maximum_count: limit.maximum_count,
            minimum_amount_check: Some(false),
            minimum_amount: None,
            maximum_amount_origin: Some("Default".into()),
            maximum_count_origin: Some("Default".into()),
            minimum_amount_origin: None,
            maximum_amount_check_origin: Some("Default".into()),
            maximum_count_check_origin: Some("Default".into()),
            minimum_amount_check_origin: None,
        }]
    }
}

fn time(text: &str) -> Option<MerchantTime> {
    serde_json::from_value(json!(text)).ok()
}

/// Finer than the reason, and "for information only" (public). It names what stood in the way.
fn result(declined: Option<&Decline>) -> (&'static str, &'static str) {
    let Some(Decline { reason, because_of, .. }) = declined else { return ("000", "Approved") };
    match (reason, because_of) {
        (DeclineReason::PinWrong, _) => ("117", "Incorrect PIN"),
        (DeclineReason::SecurityDigitsWrong, _) => ("129", "Security code does not match"),
        (DeclineReason::OverCreditLimit, _) => ("116", "Not sufficient credit"),
        (_, Some("VELOCITY_LIMIT_ECOM")) => ("121", "Exceeds limit VELOCITY_LIMIT_ECOM"),
        (_, Some("VELOCITY_LIMIT_ATM")) => ("121", "Exceeds limit VELOCITY_LIMIT_ATM"),
        (_, Some("VELOCITY_LIMIT_CONTACTLESS")) => ("123", "Exceeds frequency VELOCITY_LIMIT_CONTACTLESS"),
        (DeclineReason::RestrictionViolated, _) => ("119", "Restricted by RESTRICTION_OUTSIDE_EURO_EUROPE_OFF"),
        (DeclineReason::FraudSuspected, _) => ("102", "Suspected fraud"),
        _ => ("911", "No answer in time"),
    }
}
