//! What stands for a customer where nothing personal may stand: in addresses and in storage.

use std::{cell::OnceCell, hash::Hasher};

use contract::{CustomerReference, WalletCustomer};
use siphasher::sip::SipHasher24;

use crate::{
    browser::{storage, unique},
    routes::OpaqueKey,
};

const SALT: &str = "care-portal.salt";

/// The same record gives the same key in every tab of this browser, and tells nothing to anybody who has not its salt.
pub fn opaque_key(record: &WalletCustomer) -> OpaqueKey {
    // Two people may stand under one URI, so the wallet user's id is part of the key.
    keyed(&own_salt(), record.customer_uri.as_str(), record.customer_id.as_ref().map_or("", |id| id.as_str()))
}

/// Stands for a wallet's identifier alone, whoever claims it.
pub fn key_of_wallet(record: &WalletCustomer) -> OpaqueKey {
    keyed(&own_salt(), record.customer_uri.as_str(), "")
}

/// The same for somebody who has no wallet.
pub fn key_of_customer(customer: &CustomerReference) -> OpaqueKey {
    keyed(&own_salt(), "", customer.as_str())
}

/// Stands for something else that may not be named where it is kept: a request, an account, a rep.
pub(super) fn digest(kind: &str, text: &str) -> String {
    keyed(&own_salt(), kind, text).0
}

fn own_salt() -> [u8; 16] {
    thread_local!(static KEY: OnceCell<[u8; 16]> = const { OnceCell::new() });
    KEY.with(|key| *key.get_or_init(salt))
}

fn keyed(salt: &[u8; 16], wallet: &str, id: &str) -> OpaqueKey {
    let mut hasher = SipHasher24::new_with_key(salt);
    hasher.write(wallet.as_bytes());
    hasher.write_u8(0);
    hasher.write(id.as_bytes());
    OpaqueKey(format!("{:016x}", hasher.finish()))
}

/// Random, made once per browser. What somebody else wrote in its place is none: with a salt that all browsers have, keys
/// could be guessed from customers' ids.
fn salt() -> [u8; 16] {
    let kept = storage::read(SALT).and_then(|text| number(&text));
    let salt = kept.unwrap_or_else(|| {
        let fresh = unique::reference();
        storage::write(SALT, &fresh);
        number(&fresh).unwrap_or_default()
    });
    salt.to_be_bytes()
}

/// 32 hexadecimal digits, not all of them 0.
fn number(text: &str) -> Option<u128> {
    u128::from_str_radix(text, 16).ok().filter(|number| text.len() == 32 && *number != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_salt_is_not_taken_for_one() {
        assert_eq!(number("000000000000000000000000000000ff"), Some(255));
        let zero = "0".repeat(32);
        for other in ["", "ff", "something else, of the same size", &zero] {
            assert_eq!(number(other), None, "{other}");
        }
    }

    #[test]
    fn a_key_depends_on_the_wallet_the_person_and_the_browser() {
        let key = |salt: u8, uri, id| keyed(&[salt; 16], uri, id);
        assert_eq!(key(1, "u", "a"), key(1, "u", "a"));
        assert_ne!(key(1, "u", "a"), key(1, "u", "b"));
        assert_ne!(key(1, "u", "a"), key(1, "v", "a"));
        assert_ne!(key(1, "u", "a"), key(2, "u", "a"));
    }
}
