//! The words of a closed list: ours are among them.

use std::collections::BTreeSet;

use contract::operations::issuing::{accounts::*, customers::*, disputes::*, limits::*, operations::*, statements::*};

use crate::{
    descriptions::{Fact, row},
    deviations::{self, settle},
    subjects::subjects,
};

/// Each field of a request whose words the description lists as closed, and the words that our type writes there.
#[rustfmt::skip]
const OURS: &[(&str, &str, &[&str])] = &[
    ("listStatements", "embed", StatementEmbed::WORDS),
    ("retrieveLastStatement", "embed", StatementEmbed::WORDS),
    ("retrieveStatement", "embed", StatementEmbed::WORDS),
    ("listStatementOperations", "excludeOperationKinds", EXCLUDED),
    ("listOperations", "excludeOperationKinds", EXCLUDED),
    ("listOperations", "sort", SortDirection::WORDS),
    ("listOperations", "embed", OperationEmbed::WORDS),
    ("retrieveOperation", "embed", OperationEmbed::WORDS),
    ("retrieveAccount", "embed", AccountEmbed::WORDS),
    ("retrieveAccountContract", "embed", ContractEmbed::WORDS),
    ("retrieveCorporateContract", "embed", CorporateEmbed::WORDS),
    ("retrieveAccountOwner", "embed", MemberEmbed::WORDS),
    ("retrieveAccountGuarantor", "embed", MemberEmbed::WORDS),
    ("listTurnovers", "turnoverType", TurnoverType::WORDS),
    ("createCustomerAddress", "addressType", AddressType::WORDS),
    ("updateCustomerAddress", "addressType", AddressType::WORDS),
    ("createAddressAndAddOnSubscription", "createAddressRequest.addressType", AddressType::WORDS),
    ("updateAccountParameters", "accountOutgoingCreditTransferFeature.periodicOctType", PeriodicTransferType::WORDS),
    ("updateAccountParameters", "accountOutgoingCreditTransferFeature.octOnDemandLimitType", DemandLimitType::WORDS),
    ("updateAccountParameters", "accountOutgoingCreditTransferFeature.octOnContractTerminationType", TerminationTransferType::WORDS),
    ("listCustomerAddresses", "embed", AddressEmbed::WORDS),
    ("retrieveCustomerAddress", "embed", AddressEmbed::WORDS),
    ("listCardContracts", "embed", CardContractPart::WORDS),
    ("retrieveCustomer", "embed", CustomerPart::WORDS),
    ("retrieveDispute", "embed", DisputePart::WORDS),
    ("retrieveDisputeByOperation", "embed", DisputePart::WORDS),
    ("retrieveDisputeByTransaction", "embed", DisputePart::WORDS),
    ("retrieveDisputeByExternalReference", "embed", DisputePart::WORDS),
    ("listCardDisputes", "embed", DisputePart::WORDS),
    ("createVelocityLimitOverride", "periodType", PeriodType::WORDS),
    ("updateVelocityLimitOverride", "periodType", PeriodType::WORDS),
];

/// Whatever kinds there are, the portal leaves none away but the parts of a payment (`src/features/`).
const EXCLUDED: &[&str] = &["SUBPAYOP"];

/// What our type writes into this field.
pub fn ours(operation: &str, field: &str) -> Option<&'static [&'static str]> {
    let found = OURS.iter().find(|(name, own, _)| *name == operation && *own == field);
    found.map(|(.., words)| *words)
}

#[test]
fn every_word_that_we_write_where_a_list_is_closed_is_in_it() {
    let mut wider = BTreeSet::new();
    for (operation, field, ours) in
        OURS.iter().filter(|(operation, ..)| !row(operation).is_some_and(|row| row.is_unread("query")))
    {
        let row = row(operation).unwrap_or_else(|| panic!("{operation} stands in the description"));
        let fact = row.in_query(field).or_else(|| row.request.get(*field));
        let fact = fact.unwrap_or_else(|| panic!("{operation} has no {field} in the description"));
        let listed: BTreeSet<&str> = closed(fact).map(String::as_str).collect();
        let strange = ours.iter().filter(|word| !listed.contains(**word));
        wider.extend(strange.map(|word| format!("{operation}: {field} {word}")));
    }
    settle("words", wider, deviations::WORDS);
}

/// No closed list is forgotten above.
#[test]
fn every_closed_list_of_a_request_is_held_against_ours() {
    let mut forgotten = Vec::new();
    for subject in subjects() {
        let in_query = subject.row.query.iter().map(|fact| (fact.name.as_str(), fact));
        let in_body = subject.row.request.iter().map(|(path, fact)| (path.as_str(), fact));
        for (field, _) in in_query.chain(in_body).filter(|(_, fact)| closed(fact).next().is_some()) {
            let names = [format!("{}: {field}", subject.name()), format!("{}: ?{field}", subject.name())];
            let is_sent = !deviations::NOT_SENT.iter().any(|(name, _)| names.iter().any(|own| own == name));
            if is_sent && ours(subject.name(), field).is_none() {
                forgotten.push(format!("{}: {field}", subject.name()));
            }
        }
    }
    assert!(forgotten.is_empty(), "{forgotten:#?}");
}

fn closed(fact: &Fact) -> impl Iterator<Item = &String> {
    fact.only.iter().chain(&fact.values)
}
