//! From what a dispute about an operation is made: the operation itself, or on newer platforms its transaction
//! (`disputes.createdBy`). No answer names an operation's transaction; its business case names the authorizations before it.

use contract::{
    AccountReference, AuthorizationId, ExternalOperationReference, Instant, IssuerDisputeExternalReference, Operation,
    operations::issuing::{
        disputes::{
            Dispute, RetrieveDisputeByExternalReference, RetrieveDisputeByOperation, RetrieveDisputeByTransaction,
        },
        operations::{AccountOperation, RetrieveAuthorization, RetrieveBusinessCase},
    },
};

use super::settle::WHOLE;
use crate::{
    browser::time,
    config::DisputesFrom,
    gateway::{Failure, Fault, Gateway},
};

/// From what a dispute is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The operation, by its external reference (seed 004:1906).
    Operation(ExternalOperationReference),
    /// The transaction (public).
    Transaction(AuthorizationId),
    /// The operation, which states no external reference.
    NoReference,
    /// The transaction, which no answer names.
    NoTransaction,
}

/// Authorizations are older than what was posted for them, a reservation by weeks.
const DAYS_BEFORE: i64 = 60;
const DAY: i64 = 86_400_000;

impl Origin {
    /// Of an operation of this account.
    pub async fn of(
        gateway: &Gateway,
        from: DisputesFrom,
        account: &AccountReference,
        operation: &AccountOperation,
    ) -> Result<Self, Failure> {
        match from {
            DisputesFrom::Operation => {
                let reference = operation.external_operation_reference.clone().filter(|one| !one.is_empty());
                Ok(reference.map_or(Self::NoReference, Self::Operation))
            }
            DisputesFrom::Transaction => {
                let found = transaction(gateway, account, operation).await?;
                if let (Some(found), Some(keeper)) = (&found, gateway.sub_issuer_of(account.as_str())) {
                    gateway.note_issuer(found.as_str(), Some(&keeper));
                }
                Ok(found.map_or(Self::NoTransaction, Self::Transaction))
            }
        }
    }

    /// Why no dispute can be made.
    pub const fn hindrance(&self) -> Option<&'static str> {
        match self {
            Self::Operation(_) | Self::Transaction(_) => None,
            Self::NoReference => {
                Some("The gateway states no external reference for this operation, and a dispute is made under that.")
            }
            Self::NoTransaction => Some(
                "The gateway names no transaction for this operation, and this issuer’s platform makes disputes from \
                 transactions.",
            ),
        }
    }

    /// The folder about it. That there is none is an answer (seed 004:2231).
    pub async fn folder(&self, gateway: &Gateway) -> Result<Option<Dispute>, Failure> {
        match self.clone() {
            Self::Operation(external_operation_reference) => {
                let embed = WHOLE.to_vec();
                there(gateway, RetrieveDisputeByOperation { external_operation_reference, embed }).await
            }
            Self::Transaction(transaction_id) => {
                there(gateway, RetrieveDisputeByTransaction { transaction_id, embed: WHOLE.to_vec() }).await
            }
            Self::NoReference | Self::NoTransaction => Ok(None),
        }
    }

    /// The folder that was made under this reference of ours, or else whichever there is about it.
    pub async fn folder_under(
        &self,
        gateway: &Gateway,
        reference: IssuerDisputeExternalReference,
    ) -> Result<Option<Dispute>, Failure> {
        if let Self::Transaction(_) = self
            && let Some(own) = made_under(gateway, reference).await?
        {
            return Ok(Some(own));
        }
        self.folder(gateway).await
    }
}

/// The folder that was made under a reference of the issuer's own: newer platforms find it by that (public).
pub async fn made_under(
    gateway: &Gateway,
    issuer_dispute_external_reference: IssuerDisputeExternalReference,
) -> Result<Option<Dispute>, Failure> {
    let question = RetrieveDisputeByExternalReference { issuer_dispute_external_reference, embed: WHOLE.to_vec() };
    there(gateway, question).await
}

async fn there<O: Operation<Answer = Dispute>>(gateway: &Gateway, question: O) -> Result<Option<Dispute>, Failure> {
    match gateway.call(question).await {
        Ok(answered) => {
            let folder = answered.answer;
            let reference = folder.dispute_folder_identifier.dispute_folder_reference.as_str();
            gateway.note_issuer(reference, folder.issuer_id.as_ref());
            Ok(Some(folder))
        }
        Err(Failure { fault: Fault::Http(404), .. }) => Ok(None),
        Err(failure) => Err(failure),
    }
}

async fn transaction(
    gateway: &Gateway,
    account: &AccountReference,
    operation: &AccountOperation,
) -> Result<Option<AuthorizationId>, Failure> {
    let case = operation.authorization_business_case_identifier.as_ref();
    let Some(business_case_id) = case.and_then(|case| case.business_case_id.clone()) else { return Ok(None) };
    let posted = operation.posting_date.as_ref().map_or_else(time::now, Instant::epoch_millis);
    let (start_time, end_time) =
        (Instant::from_epoch_millis(posted - DAYS_BEFORE * DAY), Instant::from_epoch_millis(posted + DAY));
    let question = RetrieveBusinessCase {
        account_reference: account.clone(),
        business_case_id,
        start_time: start_time.clone(),
        end_time: end_time.clone(),
    };
    let case = match gateway.call(question).await {
        Ok(answered) => answered.answer,
        Err(Failure { fault: Fault::Http(404), .. }) => return Ok(None),
        Err(failure) => return Err(failure),
    };
    let named = [case.last_authorization_identifier, case.first_authorization_identifier];
    let mut named: Vec<_> = named.into_iter().flatten().filter_map(|one| one.transaction_id).collect();
    named.dedup();
    // Of several the one whose approval the operation states: a reservation has its confirmation, or its cancellation.
    if let (Some(approval), true) = (&operation.approval_code, named.len() > 1) {
        for id in &named {
            let question = RetrieveAuthorization {
                account_reference: account.clone(),
                authorization_id: id.clone(),
                start_time: start_time.clone(),
                end_time: end_time.clone(),
            };
            let approved = gateway.call(question).await.ok().and_then(|answered| answered.answer.approval_code);
            if approved.as_ref() == Some(approval) {
                return Ok(Some(id.clone()));
            }
        }
    }
    Ok(named.into_iter().next())
}
