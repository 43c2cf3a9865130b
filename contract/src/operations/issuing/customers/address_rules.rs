//! What the gateway forbids with addresses, known before it is asked.

use super::{
    address::{AddressType, CustomerAddress},
    address_usages::AddAddressUsage,
};

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
    /// Why it cannot be deactivated. Says nothing of usages that were not asked for.
    pub fn deactivation_hindrance(&self) -> Option<AddressHindrance> {
        if self.address_label.as_deref() == Some(Self::MAIN_POSTAL) {
            return Some(AddressHindrance::MainPostal);
        }
        let in_use =
            self.address_usages.as_ref().is_some_and(|usages| !usages.rows.is_empty() || usages.unreadable > 0);
        in_use.then_some(AddressHindrance::InUse)
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
