//! What sub-issuers keep: an account of a sub-issuer is read and changed under its own `issuerId`, and nowhere else
//! (seed 004:1348, 1433, 1722). Whoever reads of such a thing notes it here once; from then on every call that names it goes
//! out under that issuer, whoever makes it.

use std::sync::{Arc, Mutex, PoisonError};

use contract::IssuerId;

use super::Gateway;

/// References of accounts, cards, operations and folders, and who keeps them. Each caller has one of their own, so that one
/// caller's references never decide about another's, and closing a caller forgets them.
#[derive(Clone, Default)]
pub struct SubIssuers(Arc<Mutex<Vec<(String, IssuerId)>>>);

impl SubIssuers {
    pub(super) fn known(&self) -> Vec<(String, IssuerId)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, reference: &str, issuer: &IssuerId) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match known.iter_mut().find(|(noted, _)| noted == reference) {
            Some((_, noted)) => *noted = issuer.clone(),
            None => known.push((reference.to_owned(), issuer.clone())),
        }
    }
}

impl Gateway {
    /// The same gateway for one caller, whose references it sends to whoever keeps them.
    pub fn serving(&self, kept: &SubIssuers) -> Self {
        Self(self.0.clone(), kept.clone())
    }

    /// Notes that this issuer keeps what is called so. Nothing is noted of the tenant's own, and of what states no issuer.
    pub fn note_issuer(&self, reference: &str, issuer: Option<&IssuerId>) {
        let issuer = another(issuer, &self.0.config.tenant.issuer_id);
        if let Some(issuer) = issuer.filter(|_| !reference.is_empty()) {
            self.1.note(reference, issuer);
        }
    }

    /// The sub-issuer that keeps what is called so.
    pub fn sub_issuer_of(&self, reference: &str) -> Option<IssuerId> {
        self.1.known().into_iter().find_map(|(noted, issuer)| (noted == reference).then_some(issuer))
    }
}

/// The issuer, where it is another one than the tenant's.
fn another<'a>(issuer: Option<&'a IssuerId>, own: &IssuerId) -> Option<&'a IssuerId> {
    issuer.filter(|issuer| !issuer.is_empty() && *issuer != own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_sub_issuer_keeps_is_noted_once() {
        let kept = SubIssuers::default();
        kept.note("12350001", &"1235".into());
        kept.note("12350001", &"1235".into());
        kept.note("12360001", &"1236".into());
        let expected = [("12350001".to_owned(), "1235".into()), ("12360001".to_owned(), "1236".into())];
        assert_eq!(kept.known(), expected);
    }

    #[test]
    fn the_tenants_own_issuer_and_one_that_is_not_stated_are_no_sub_issuers() {
        let own = "1234".into();
        assert_eq!(another(Some(&"1235".into()), &own), Some(&"1235".into()));
        assert_eq!(another(Some(&"1234".into()), &own), None);
        assert_eq!(another(Some(&"".into()), &own), None);
        assert_eq!(another(None, &own), None);
    }
}
