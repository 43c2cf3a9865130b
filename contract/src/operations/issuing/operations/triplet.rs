//! The three facts that name an operation for the outside. A reversal carries them twice, for the operation that it
//! reverses and for itself, under names that differ by one word (seed 004:3073-3083); so they are two types here.

use crate::{identifier::ExternalOperationReference, instant::Instant};

/// The operation that a request makes. The three are made once per intent: with them a lost answer is asked for again
/// (`inquireOperation`), and a repetition is recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOperation {
    /// `externalOperationDate`: when it is made.
    pub date: Instant,
    /// `externalOperationReference`: ours, unique together with the other two.
    pub reference: ExternalOperationReference,
    /// `externalOperationServicePoster`: which system posts it. Free text: `ISSUER`.
    pub service_poster: String,
}

/// The operation that a reversal takes back, as the gateway listed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginalOperation {
    /// `externalMatchingOperationDate`: the original's `externalOperationDate`, unchanged.
    pub date: Instant,
    /// `externalMatchingOperationReference`: the original's `externalOperationReference`.
    pub reference: ExternalOperationReference,
    /// `externalMatchingOperationServicePoster`: the original's `externalOperationServicePoster`.
    pub service_poster: String,
}
