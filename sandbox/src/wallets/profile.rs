//! Who a wallet's owner is: what may be written there, and what is written.

use contract::{
    Instant, Personal, WalletCustomer,
    operations::wallet::{CustomerProfile, UpdateCustomerInfo},
};

use super::Wallet;
use crate::refusal::Refusal;

/// What is checked of a profile wherever it comes from. Attributes that are not stated are not checked.
#[derive(Clone, Copy, Default)]
pub(crate) struct Stated<'a> {
    pub(crate) first_name: Option<&'a str>,
    pub(crate) last_name: Option<&'a str>,
    pub(crate) email: Option<&'a Personal>,
    pub(crate) phone: Option<&'a Personal>,
    pub(crate) state: Option<&'a str>,
}

impl Stated<'_> {
    /// Refuses what no profile may hold. The refusal names the attribute, never what it holds.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let tidy = |text: &str| !text.is_empty() && text.trim() == text;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let phone = |text: &str| text.is_empty() || (7..=15).contains(&text.len()) && digits(text);
        let email =
            |text: &str| tidy(text) && text.split_once('@').is_some_and(|(user, host)| tidy(user) && tidy(host));
        let checks = [
            ("firstName", self.first_name.is_none_or(tidy)),
            ("lastName", self.last_name.is_none_or(tidy)),
            ("email", self.email.is_none_or(|text| email(text.in_clear()))),
            ("phone: national digits without signs", self.phone.is_none_or(|text| phone(text.in_clear()))),
            ("state: two characters", self.state.is_none_or(|text| matches!(text.chars().count(), 0 | 2))),
        ];
        match checks.into_iter().find(|(_, right)| !right) {
            Some((name, _)) => Err(Refusal::invalid(name)),
            None => Ok(()),
        }
    }
}

impl Wallet {
    /// Changes what is stated and leaves the rest; the guide does not say what becomes of it (seed 000:127).
    pub(crate) fn change_profile(&mut self, stated: UpdateCustomerInfo, now: i64) {
        let record = &mut self.record;
        record.first_name = stated.first_name.or(record.first_name.take());
        record.last_name = stated.last_name.or(record.last_name.take());
        record.phone = stated.phone.or(record.phone.take());
        record.address1 = stated.address1.or(record.address1.take());
        record.address2 = stated.address2.or(record.address2.take());
        record.city = stated.city.or(record.city.take());
        record.state = stated.state.or(record.state.take());
        record.zip = stated.zip.or(record.zip.take());
        record.country = stated.country.or(record.country.take());
        if !stated.additional_customer_information.is_empty() {
            record.additional_customer_information = stated.additional_customer_information;
        }
        if let Some(email) = &stated.email {
            self.ask_for_proof_of(email, now);
        }
        self.modified = Some(Instant::from_epoch_millis(now));
    }

    /// Replaces all of it: what is not stated is gone (seed 003:1155). What the gateway itself gave stays.
    pub(crate) fn replace_profile(&mut self, stated: CustomerProfile, now: i64) {
        let record = &mut self.record;
        record.external_id = stated.external_id;
        record.first_name = stated.first_name;
        record.last_name = stated.last_name;
        record.phone = stated.phone;
        record.address1 = stated.address1;
        record.address2 = stated.address2;
        record.city = stated.city;
        record.state = stated.state;
        record.zip = stated.zip;
        record.country = stated.country;
        record.additional_customer_information = stated.additional_customer_information;
        if let Some(email) = &stated.email {
            self.ask_for_proof_of(email, now);
        }
        self.modified = Some(Instant::from_epoch_millis(now));
    }

    /// The profile in the words of the mobile transactions.
    pub(crate) fn profile(&self) -> CustomerProfile {
        let WalletCustomer {
            customer_uri,
            issuing_partner_uri,
            partner_uri,
            external_id,
            customer_id,
            username,
            first_name,
            last_name,
            email,
            phone,
            address1,
            address2,
            city,
            state,
            zip,
            country,
            additional_customer_information,
            ..
        } = self.record.clone();
        CustomerProfile {
            customer_uri: Some(customer_uri),
            issuing_partner_uri: Some(issuing_partner_uri),
            partner_uri: Some(partner_uri),
            external_id,
            customer_id,
            username,
            first_name,
            last_name,
            email,
            phone,
            address1,
            address2,
            city,
            state,
            zip,
            country,
            additional_customer_information,
        }
    }

    /// A new address waits until it is proven; the old one, sent again, asks for its proof again (seed 002:312).
    fn ask_for_proof_of(&mut self, email: &Personal, now: i64) {
        let same = |other: &Personal| other.in_clear().eq_ignore_ascii_case(email.in_clear());
        let known =
            self.record.email.as_ref().is_some_and(same) || self.record.email_pending.as_ref().is_some_and(same);
        if !known {
            self.record.email_pending = Some(email.clone());
            self.codes.email = None;
        }
        let holds = self.codes.email.as_ref().is_some_and(|code| code.holds(now));
        if self.awaits_email_proof() && !holds {
            let owner = self.owner();
            self.codes.make_email(&owner, now);
        }
    }
}
