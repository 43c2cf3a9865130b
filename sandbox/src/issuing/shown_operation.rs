//! An operation as a list or a detail shows it.

use std::sync::OnceLock;

use contract::{
    Amount, IssuerId, MaskedCard,
    operations::issuing::{
        accounts::PaymentMode,
        customers::{AccountIdentifier, CardIdentifier, ProductIdentifier},
        operations::{
            AccountOperation, AcquisitionMaterial, BusinessCaseIdentifier, EntryMode, ExchangeRate, InterestType,
            MailPhoneEcommerceAndPaymentIndicator, OperationAuthorization, OperationCode, OperationIdentifier,
            OperationKind, OperationStatus, PaymentChannel, PointOfSaleEnvironment, ReversalReason, ValidationMode,
        },
    },
};

use super::{
    calendar::{Day, stamp},
    entry::{Entry, EntryKind, Purchase},
    ledger::UNTIL_RETURNED,
    merchants::{Channel, Currency, EURO},
    numbers::Sequence,
    plan::{Plan, Repayment, Unstated},
    shown_details::converted_at_till,
};
use crate::dice::Dice;

/// How much of it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// "The most important operation attributes" (seed 004:2795).
    List,
    Full,
}

pub(crate) fn cents(value: i64) -> Amount {
    amount(value, &EURO)
}

pub(crate) fn amount(value: i64, currency: &Currency) -> Amount {
    Amount { value: Some(value), exponent: Some(currency.exponent), iso_code: Some(currency.iso_code.into()) }
}

/// An operation of which nothing is known but its number.
pub(crate) fn blank(id: &str) -> AccountOperation {
    static BLANK: OnceLock<AccountOperation> = OnceLock::new();
    let blank = BLANK.get_or_init(|| {
        serde_json::from_str(r#"{"operationIdentifier":{"operationId":""}}"#)
            .expect("an operation needs its number only")
    });
    let mut operation = blank.clone();
    operation.operation_identifier = OperationIdentifier { operation_id: id.into() };
    operation
}

pub(crate) fn account_identifier(plan: &Plan) -> AccountIdentifier {
    AccountIdentifier {
        account_reference: Some(plan.reference.as_str().into()),
        issuer_account_external_reference: plan.external.as_deref().map(Into::into),
    }
}

pub(crate) fn product_identifier(plan: &Plan) -> ProductIdentifier {
    let reference = plan.wanted.product.reference();
    ProductIdentifier {
        product_reference: Some(reference.into()),
        issuer_product_external_reference: Some(reference.into()),
    }
}

/// What an operation looks like on this account. Whether it is in dispute is added by the world.
pub(crate) fn operation(plan: &Plan, entry: &Entry, detail: Detail) -> AccountOperation {
    if let EntryKind::AsStated(stated) = &entry.kind {
        return (**stated).clone();
    }
    let mut shown = blank(&entry.id(plan.code));
    shown.issuer_id = Some(IssuerId::from(plan.wanted.issuer));
    shown.posting_date = Some(stamp(entry.posted));
    shown.value_date = Some(stamp(entry.value_date));
    shown.reference_amount = Some(cents(entry.cents));
    shown.transaction_amount = Some(cents(entry.cents));
    shown.reversal = Some(false);
    shown.external_operation_date = Some(stamp(entry.external_date));
    shown.external_operation_reference = Some(entry.external_reference(plan.code).into());
    shown.external_operation_service_poster = Some("WLP-CAS".into());
    describe(&mut shown, plan, entry);
    if detail == Detail::Full {
        complete(&mut shown, plan, entry);
    }
    leave_out(&mut shown, plan, entry);
    shown
}

fn describe(shown: &mut AccountOperation, plan: &Plan, entry: &Entry) {
    let mut say = |kind, code: Option<&str>, text: &str| {
        shown.operation_kind = Some(kind);
        shown.external_operation_code = code.map(str::to_owned);
        shown.description = Some(text.to_owned());
    };
    match &entry.kind {
        EntryKind::Purchase(purchase) | EntryKind::Refund(purchase) => {
            let merchant = purchase.merchant;
            let text = format!("{} {} {}", merchant.name, merchant.city, merchant.country);
            let refunded = matches!(entry.kind, EntryKind::Refund(_));
            let (code, number) = match merchant.channel {
                _ if refunded => (OperationCode::RefundPurchase, "1036"),
                Channel::CashMachine => (OperationCode::CashWithdrawal, "1037"),
                _ => (OperationCode::NormalPurchase, "1035"),
            };
            say(OperationKind::Transaction, Some(number), &text);
            shown.operation_code = Some(code);
            card_used(shown, plan, purchase, refunded);
            if converted_at_till(entry, purchase) {
                shown.transaction_amount = shown.reference_amount.clone();
            }
        }
        EntryKind::Fee { fee_type, sub_fee_type, code, text } => {
            say(OperationKind::Fee, Some(code), text);
            shown.fee_type = Some((*fee_type).into());
            shown.sub_fee_type = sub_fee_type.map(str::to_owned);
        }
        EntryKind::Interest => say(OperationKind::Interest, Some("1201"), "Finanzierungsgebühren"),
        EntryKind::Payment { by_direct_debit: true } => {
            say(OperationKind::Payment, Some("1067"), "Ausgleich Kreditkartenabrechnung");
        }
        EntryKind::Payment { by_direct_debit: false } => {
            say(OperationKind::Payment, Some("1068"), "Überweisung Kreditkartenkonto");
        }
        EntryKind::Returned => {
            say(OperationKind::Payment, Some("1069"), "Rücklastschrift");
            shown.reversal = Some(true);
            shown.reversal_reason = Some(ReversalReason::OnDemand);
            if let Some(original) = entry.parent {
                shown.external_matching_operation_date = Some(stamp(entry.external_date - UNTIL_RETURNED));
                shown.external_matching_operation_reference = Some(plan.code.platform_reference(original));
                shown.external_matching_operation_service_poster = Some("WLP-CAS".into());
            }
        }
        EntryKind::Part { of } => {
            say(OperationKind::PaymentApportionment, None, &format!("Sub PAY operation (apportionment) - {of}"));
        }
        EntryKind::Transfer => say(OperationKind::BalanceTransfer, Some("1090"), "Saldoübertrag Zusatzkarte"),
        EntryKind::AsStated(_) => {}
    }
}

fn card_used(shown: &mut AccountOperation, plan: &Plan, purchase: &Purchase, refunded: bool) {
    let merchant = purchase.merchant;
    let sign = if refunded { -1 } else { 1 };
    shown.external_operation_service_poster = Some("ITP".into());
    shown.transaction_amount = Some(amount(sign * purchase.amount, merchant.currency));
    shown.reconciliation_amount = shown.reference_amount.clone();
    shown.transaction_date = Some(stamp(Day::containing(purchase.made).midnight()));
    shown.card_acceptor_name = Some(merchant.name.into());
    shown.card_acceptor_city = Some(merchant.city.into());
    shown.card_acceptor_country = Some(merchant.country.into());
    shown.card_acceptor_id_code = Some(format!("{:010}", id_code(merchant.name)));
    shown.merchant_category_code = Some(merchant.category.into());
    shown.acquirer_reference_data =
        Some(format!("7492932{:016}", purchase.made.unsigned_abs() % 10_000_000_000_000_000));
    shown.scheme_transaction_identifier = Some(scheme_identifier(purchase));
    shown.approval_code = Some(format!("{:06}", purchase.approval));
    if let Some(card) = plan.cards.get(usize::from(purchase.card)) {
        shown.masked_pan = Some(MaskedCard::new(&card.masked));
        shown.pan_reference = Some(card.pan_reference.as_str().into());
        let reference = Some(card.reference.as_str().into());
        shown.card_identifier =
            Some(CardIdentifier { card_reference: reference, issuer_card_external_reference: None });
    }
    let (material, mode, agreed, indicator) = match merchant.channel {
        Channel::Shop => (AcquisitionMaterial::PointOfSale, EntryMode::Chip, " ", " "),
        Channel::Contactless => (AcquisitionMaterial::PointOfSale, EntryMode::Contactless, " ", " "),
        Channel::Internet => (AcquisitionMaterial::Internet, EntryMode::NotKnown, " ", "5"),
        Channel::Recurring => (AcquisitionMaterial::Internet, EntryMode::NotKnown, "R", "2"),
        Channel::CashMachine => (AcquisitionMaterial::CashMachine, EntryMode::Chip, " ", " "),
    };
    shown.acquisition_material = Some(material);
    shown.entry_mode = Some(mode);
    shown.point_of_sale_environment = Some(PointOfSaleEnvironment::from(agreed));
    shown.mail_phone_ecommerce_and_payment_indicator = Some(MailPhoneEcommerceAndPaymentIndicator::from(indicator));
}

/// 15 digits, as Visa's Transaction Identifier has (public); they begin with a nought, as no card's number does.
fn scheme_identifier(purchase: &Purchase) -> String {
    format!("0{:010}{:04}", purchase.made.unsigned_abs() / 1000 % 10_000_000_000, purchase.approval % 10_000)
}

/// When it was approved, for whoever asks.
pub(crate) fn approved(entry: &Entry) -> Option<OperationAuthorization> {
    match &entry.kind {
        EntryKind::Purchase(purchase) => Some(OperationAuthorization { transaction_date: Some(stamp(purchase.made)) }),
        _ => None,
    }
}

/// What only the detail states (seed 004:2970-2987).
fn complete(shown: &mut AccountOperation, plan: &Plan, entry: &Entry) {
    shown.status = Some(OperationStatus::Processed);
    shown.posting_account_identifier = Some(account_identifier(plan));
    shown.operation_date = shown.external_operation_date.clone();
    shown.adjustment = Some(false);
    shown.debit = Some(entry.cents > 0);
    shown.partial_operation = Some(false);
    shown.parent_operation_identifier = entry.parent.map(|parent| named(plan, parent));
    if let EntryKind::Purchase(_) = entry.kind {
        let business_case_id = Some(plan.code.business_case(entry.sequence));
        shown.authorization_business_case_identifier = Some(BusinessCaseIdentifier { business_case_id });
    }
    match &entry.kind {
        EntryKind::Purchase(purchase) | EntryKind::Refund(purchase) => {
            shown.brand = Some(plan.wanted.product.scheme().brand.into());
            shown.card_scheme = Some(plan.wanted.product.scheme().code.into());
            shown.card_type_code = Some(plan.wanted.product.card_type().into());
            shown.card_acceptor_zip_code = Some("00000".into());
            shown.product_identifier = Some(product_identifier(plan));
            if converted_at_till(entry, purchase) {
                shown.poi_amount = Some(amount(purchase.amount, purchase.merchant.currency));
            } else {
                shown.exchange_rate = serde_json::from_str::<ExchangeRate>(purchase.merchant.currency.rate).ok();
            }
            shown.e_commerce = Some(matches!(purchase.merchant.channel, Channel::Internet | Channel::Recurring));
            shown.validation_mode = Some(match purchase.merchant.channel {
                Channel::Shop | Channel::CashMachine => ValidationMode::SecretDigits,
                _ => ValidationMode::NotKnown,
            });
        }
        EntryKind::Interest => {
            shown.interest_type = Some(InterestType::Debit);
            shown.interest_end_date = shown.value_date.clone();
        }
        EntryKind::Payment { by_direct_debit } => {
            shown.payment_channel =
                Some(if *by_direct_debit { PaymentChannel::DirectDebit } else { PaymentChannel::IncomingPayment });
        }
        _ => {}
    }
}

fn named(plan: &Plan, sequence: Sequence) -> OperationIdentifier {
    OperationIdentifier { operation_id: plan.code.operation(sequence) }
}

fn leave_out(shown: &mut AccountOperation, plan: &Plan, entry: &Entry) {
    if plan.wanted.unstated == Unstated::SomeAmounts {
        match entry.sequence / 4 % 3 {
            0 => shown.reference_amount = None,
            1 => shown.transaction_amount = Some(Amount::default()),
            _ => {}
        }
    }
}

/// The mode in the account's own word.
pub(crate) fn payment_mode(repayment: Repayment) -> PaymentMode {
    match repayment {
        Repayment::DirectDebit(_) => PaymentMode::Autopayment,
        Repayment::Transfer => PaymentMode::CardholderDetermined,
    }
}

fn id_code(name: &str) -> u64 {
    Dice::of(name).below(10_000_000_000)
}
