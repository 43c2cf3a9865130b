//! Where we deviate from the description, and why. An entry that is not needed any more fails its test.

use std::collections::BTreeSet;

/// What deviates, and the reason.
pub type Deviations = &'static [(&'static str, &'static str)];

/// Fails on what deviates without a reason here, and on a reason without a deviation.
pub fn settle(what: &str, found: BTreeSet<String>, known: Deviations) {
    let listed: BTreeSet<String> = known.iter().map(|(deviation, _)| (*deviation).to_owned()).collect();
    assert_eq!(listed.len(), known.len(), "{what}: each deviation once");
    differ(what, &found, &listed);
}

/// The same for a table of another form.
pub fn differ(what: &str, found: &BTreeSet<String>, listed: &BTreeSet<String>) {
    let new: Vec<_> = found.difference(listed).collect();
    let gone: Vec<_> = listed.difference(found).collect();
    assert!(new.is_empty() && gone.is_empty(), "{what}: new {new:#?}, not needed any more {gone:#?}");
}

/// Breaches of what the description wants of a request.
pub const REQUESTS: Deviations = &[
    (
        "createAuthorizationRestrictionOverride: body missing",
        "an override that sets nothing is none: the form asks for a state or a parameter (`features/controls`)",
    ),
    ("createMandate: body missing", "one of two groups of facts is needed, which the rules of the form decide"),
    (
        "createVelocityLimitOverride: body missing",
        "an override that sets nothing is none: the form asks for a threshold (`features/controls`)",
    ),
    ("listOperations: word ?embed: parentOperation", "see `WORDS`"),
    ("updateAccountParameters: body missing", "without a change nothing is sent"),
    ("updateAuthorizationRestrictionOverride: body missing", "without a change nothing is sent"),
    (
        "updateCustomerAddress: deprecated issuerAddressExternalReference",
        "the guide sends it (seed 004:1010); an update made of what was read leaves it away",
    ),
    ("updateVelocityLimitOverride: body missing", "without a change nothing is sent"),
];

/// Words that a type writes and a closed list does not know.
pub const WORDS: Deviations = &[(
    "listOperations: embed parentOperation",
    "one type serves the list and the single read; the list is never asked with it",
)];

/// Names of the description that no request of ours holds.
pub const NOT_SENT: Deviations = &[
    ("createMandate: mandateNatureType", "called not to be used"),
    ("generateChargeback: chargebackDocument.creationDate", "the gateway dates what it is given"),
    ("listCustomers: ?phoneticAlgorithm", "the issuer's own choice is left to the issuer"),
    ("scheduleAccountFutureUpdate: sepaMandate.mandateNatureType", "called not to be used"),
    ("searchOperations: ?embed", "travel details and virtual cards are on no screen"),
    ("searchOperations: pan", "a full card number has no place in any type"),
    ("searchOperations: virtualServiceCardNumber", "likewise; a virtual card is named by its reference"),
    ("updateAccountFutureUpdate: mandateNatureType", "called not to be used"),
    ("updateAccountParameters: hierarchyOutgoingCreditTransferFeature", "its fields are not described"),
];

/// Where the guides' own requests are not what the description wants.
pub const GUIDE_AGAINST_DESCRIPTION: Deviations = &[
    (
        "postFeeOperation: missing adjustment",
        "the guide is older (seed 004:3014); `false` is sent, which satisfies both",
    ),
    (
        "updateCustomerAddress: deprecated issuerAddressExternalReference",
        "the guide sends it (seed 004:1010); it can be sent, and an update made of what was read leaves it away",
    ),
];

/// Operations of the description that are not ours.
pub const NO_OPERATION: Deviations = &[];

/// What a row needs so that anybody could do anything with it, although no name is required of it: without, it counts as
/// unreadable, and the screen says how many are.
pub const NAMES_ITSELF: Deviations = &[
    ("Address: addressIdentifier.addressReference", "what is changed is named by it"),
    (
        "AuthorizationRestriction: authorizationRestrictionIdentifier.authorizationRestrictionReference",
        "overridden by it",
    ),
    (
        "AuthorizationRestrictionOverride: \
         authorizationRestrictionOverrideIdentifier.authorizationRestrictionOverrideReference",
        "changed and ended by it",
    ),
    ("CardContract: cardContractIdentifier.cardContractReference", "subscribed for by it"),
    ("Contract: contractIdentifier.contractReference", "the description requires nothing of a contract"),
    ("Customer: customerIdentifier.customerReference", "everything about a customer is asked for by it"),
    ("Dispute: disputeFolderIdentifier.disputeFolderReference", "required where its object is, which is not"),
    ("Operation: operationIdentifier.operationId", "required where its object is, which is not"),
    ("OperationDetails: operationIdentifier.operationId", "as of an operation"),
    ("VelocityLimit: velocityLimitIdentifier.velocityLimitReference", "overridden by it"),
    (
        "VelocityLimitOverride: velocityLimitOverrideIdentifier.velocityLimitOverrideReference",
        "changed and ended by it",
    ),
];
