//! Under which issuer things are kept: an account of a sub-issuer is not found under the issuer above it, and the other way
//! round (seed 004:1348, 1433, 1722).

use contract::decode;

use super::{ISSUER, SUB_ISSUER, numbers::AccountCode};
use crate::{refusal::Refusal, world::World};

/// The issuers that a path may name.
pub(crate) const ISSUERS: [&str; 2] = [ISSUER, SUB_ISSUER];

impl World {
    /// Refuses a path whose issuer does not keep what the path names: an account, a card, an operation or a folder.
    /// Customers are those of the issuer on top. The path begins with `/issuers/`.
    pub(crate) fn kept_under_its_issuer(&self, path: &str) -> Result<(), Refusal> {
        let path = path.split('?').next().unwrap_or_default();
        let mut parts = path.trim_start_matches('/').split('/').skip(1);
        let (Some(issuer), Some(kind)) = (parts.next(), parts.next()) else { return Ok(()) };
        let reference = parts.next().and_then(decode).unwrap_or_default();
        let account = match kind {
            "accounts" => self.account_named(&reference),
            "cards" => AccountCode::of_card(&reference).and_then(|(code, _)| self.account_of(code)),
            "disputes" => {
                let folder = self.issuing.disputes.named(&reference);
                folder.and_then(|folder| self.account_numbered(folder.account))
            }
            "operations" => self.operation_abroad(&reference).map(|(plan, _)| plan),
            _ if issuer == ISSUER => None,
            _ => return Err(Refusal::not_found(format!("Issuer {issuer} has no customers of its own."))),
        };
        // What nobody keeps is refused by its handler.
        match account.filter(|plan| plan.wanted.issuer != issuer) {
            Some(_) => Err(Refusal::not_found(format!("Issuer {issuer} keeps nothing under this reference."))),
            None => Ok(()),
        }
    }
}
