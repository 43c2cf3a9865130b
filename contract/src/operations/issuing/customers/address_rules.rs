//! What the gateway forbids with addresses, known before it is asked.

use super::{
    address::{AddressStatus, AddressType, CustomerAddress},
    address_usages::AddAddressUsage,
    address_writes::CreateCustomerAddress,
};
use crate::instant::Instant;

/// Why something cannot be done with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressHindrance {
    /// Every customer needs a main postal address (seed 004:1062).
    MainPostal,
    /// Something uses it: the usage goes to another address first (seed 004:1063).
    InUse,
    /// It stands in for another one only for a while (seed 004:1188).
    Temporary,
    /// It is a phone or an e-mail address (seed 004:1190).
    NotPostal,
}

impl CustomerAddress {
    /// Why it cannot be deactivated. An address that was read without [`AddressEmbed::Usages`](super::AddressEmbed) says
    /// nothing of its usages, and may be in use all the same.
    pub fn deactivation_hindrance(&self) -> Option<AddressHindrance> {
        if self.address_label.as_deref() == Some(Self::MAIN_POSTAL) {
            return Some(AddressHindrance::MainPostal);
        }
        let in_use =
            self.address_usages.as_ref().is_some_and(|usages| !usages.rows.is_empty() || usages.unreadable > 0);
        in_use.then_some(AddressHindrance::InUse)
    }

    /// Whether this version can be taken back: one that has not begun, or one that stands in for another (public). A version
    /// without a reference cannot be named.
    pub fn can_be_taken_back(&self, now: &Instant) -> bool {
        let is_named =
            self.address_version_identifier.as_ref().is_some_and(|version| version.address_version_reference.is_some());
        let is_ahead = self.start_date.as_ref().is_some_and(|start| start > now);
        is_named && (is_ahead || self.temporary == Some(true))
    }

    /// Why it cannot be marked as invalid. An address whose kind is not stated is left to the gateway.
    pub fn invalidation_hindrance(&self) -> Option<AddressHindrance> {
        match self.address_type {
            Some(AddressType::Phone | AddressType::EMail) => Some(AddressHindrance::NotPostal),
            _ if self.temporary == Some(true) => Some(AddressHindrance::Temporary),
            _ => None,
        }
    }
}

impl AddAddressUsage {
    /// The addresses that lose the usage to this one without a word (seed 004:919, 989).
    pub fn taken_from<'a>(&self, addresses: &'a [CustomerAddress]) -> Vec<&'a CustomerAddress> {
        let is_this = |address: &CustomerAddress| {
            let identifier = &address.address_identifier;
            identifier.address_reference.as_ref() == Some(&self.address_reference)
        };
        let has_it = |address: &CustomerAddress| {
            address.address_usages.iter().flat_map(|usages| &usages.rows).any(|usage| {
                usage.address_usage_name == self.address_usage_name
                    && usage.service_code == self.service_code
                    && usage.entity_reference == self.entity_reference
            })
        };
        addresses.iter().filter(|address| !is_this(address) && has_it(address)).collect()
    }
}

/// When a new address counts, and until when it may (public).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewAddressCaution {
    /// Its label is new, so that it counts at once whatever day is given: the day ahead is for labels in use alone.
    CountsAtOnce,
    /// A temporary address needs its end.
    NeedsItsEnd,
    /// A permanent one has none.
    HasNoEnd,
}

impl CreateCustomerAddress {
    /// What the form must say before this is sent, beside the customer's other addresses.
    pub fn caution(&self, addresses: &[CustomerAddress], now: &Instant) -> Option<NewAddressCaution> {
        let in_use = addresses.iter().any(|address| {
            address.address_label.as_ref() == Some(&self.address_label)
                && address.status != Some(AddressStatus::Inactive)
        });
        match (self.temporary == Some(true), &self.end_date) {
            (true, None) => Some(NewAddressCaution::NeedsItsEnd),
            (false, Some(_)) => Some(NewAddressCaution::HasNoEnd),
            _ if !in_use && self.start_date.as_ref().is_some_and(|start| start > now) => {
                Some(NewAddressCaution::CountsAtOnce)
            }
            _ => None,
        }
    }
}
