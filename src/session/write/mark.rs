//! What outlives a tab of a change that would be done twice if it were sent twice: that it was sent, and by what it is found
//! again. Who sits here afterwards, in whatever tab, finds it open and checks it before the next one.

use contract::{Effect, Instant, Operation, Settlement, Spec};
use serde_json::Value;

use super::progress::End;
use crate::{
    browser::{storage, time},
    routes::OpaqueKey,
    session::opaque_key::digest,
};

const PREFIX: &str = "care-portal.change.";

/// For so many milliseconds after it was sent a change may still arrive: longer than gateways and proxies hold a request.
const MAY_ARRIVE_MILLIS: i64 = 2 * 60 * 1000;
/// So long a mark is kept: by then a statement has shown what became of it.
const KEPT_MILLIS: i64 = 35 * 24 * 60 * 60 * 1000;

/// A change that was sent, and of which this browser knows no end. Holds nothing about the customer: references that were
/// made here, times, and digests that only this browser's salt explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// For whom.
    pub key: OpaqueKey,
    /// Which kind of change, and of what: the place's digest.
    pub place: String,
    /// What exactly was meant: the request's digest.
    pub intent: String,
    /// The last time it was sent.
    pub sent: Sent,
}

/// What is kept under a mark's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// `Spec::name`.
    pub operation: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// In which section, as its address names it; empty for the overview.
    pub section: String,
    /// Names it in the gateway's logs.
    pub correlation: String,
    /// The account's digest; empty where the request names none.
    pub account: String,
    /// What was made for it so that it can be found: the triplet, or the dispute's reference. Empty for others.
    pub references: Vec<String>,
}

impl Mark {
    /// `false` when the browser keeps nothing.
    pub(super) fn write(&self) -> bool {
        storage::write(&self.name(), &self.sent.encode())
    }

    /// Once its end is known, or a rep has decided it.
    pub fn clear(&self) {
        storage::remove(&self.name());
    }

    /// What it is called beside the customer's key.
    pub fn id(&self) -> String {
        format!("{}-{}", self.place, self.intent)
    }

    /// Whether this request is what was sent.
    pub fn is_of<O: Operation>(&self, request: &O) -> bool {
        let request = serde_json::to_value(request).ok();
        let remembered = request.and_then(|request| Remembered::of(&O::SPEC, &request));
        remembered.is_some_and(|remembered| remembered.digest() == self.intent)
    }

    /// Until when it may still happen by itself, in milliseconds since 1970.
    pub const fn arrives_until(&self) -> i64 {
        self.sent.at + MAY_ARRIVE_MILLIS
    }

    /// Whether it may.
    pub const fn may_arrive(&self, now: i64) -> bool {
        now < self.arrives_until()
    }

    /// Those of one customer, oldest first.
    pub fn of(key: &OpaqueKey) -> Vec<Self> {
        Self::named(&format!("{}.", key.0))
    }

    /// Those of all customers, oldest first. What is older than anybody needs goes.
    pub fn all() -> Vec<Self> {
        Self::named("")
    }

    fn named(begins: &str) -> Vec<Self> {
        let names = storage::keys_with_prefix(&format!("{PREFIX}{begins}"));
        let now = time::now();
        let mut marks: Vec<Self> = names
            .into_iter()
            .filter_map(|rest| {
                Self::decode(&format!("{begins}{rest}"), |name| storage::read(&format!("{PREFIX}{name}")))
            })
            .filter(|mark| {
                let is_old = now - mark.sent.at > KEPT_MILLIS;
                if is_old {
                    mark.clear();
                }
                !is_old
            })
            .collect();
        marks.sort_by_key(|mark| mark.sent.at);
        marks
    }

    fn decode(name: &str, text: impl FnOnce(&str) -> Option<String>) -> Option<Self> {
        let (key, id) = name.split_once('.')?;
        let (place, intent) = id.split_once('-')?;
        let sent = Sent::decode(&text(name)?)?;
        Some(Self { key: OpaqueKey(key.into()), place: place.into(), intent: intent.into(), sent })
    }

    fn name(&self) -> String {
        format!("{PREFIX}{}.{}", self.key, self.id())
    }

    /// Whether the end of one settles the other: it is the same intent, or was sent under the same references.
    pub(super) fn is_settled_with(&self, other: &Self) -> bool {
        let same_references = !self.sent.references.is_empty() && self.sent.references == other.sent.references;
        self.place == other.place && (self.intent == other.intent || same_references)
    }
}

/// Whether this browser remembers anything of the kind.
pub fn are_marks_left() -> bool {
    !storage::keys_with_prefix(PREFIX).is_empty()
}

/// A word for what is empty, so that every part has its place between blanks.
const NOTHING: &str = "-";

impl Sent {
    fn encode(&self) -> String {
        let Self { operation, at, section, correlation, account, references } = self;
        let at = at.to_string();
        let parts = [operation, &at, section, correlation, account].into_iter().chain(references);
        parts.map(|part| if part.is_empty() { NOTHING } else { part }).collect::<Vec<_>>().join(" ")
    }

    fn decode(text: &str) -> Option<Self> {
        let mut parts = text.split(' ').map(|part| if part == NOTHING { "" } else { part }.to_owned());
        Some(Self {
            operation: parts.next()?,
            at: parts.next()?.parse().ok()?,
            section: parts.next()?,
            correlation: parts.next()?,
            account: parts.next()?,
            references: parts.collect(),
        })
    }
}

/// What of a request is remembered, if it has to be; text until it is digested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Remembered {
    references: Vec<String>,
    account: Option<String>,
    intent: String,
}

/// In which order a triplet is kept.
const TRIPLET: [&str; 3] = ["externalOperationDate", "externalOperationReference", "externalOperationServicePoster"];
/// What a dispute's creator calls it.
const DISPUTE: [&str; 1] = ["issuerDisputeExternalReference"];

impl Remembered {
    /// `None` for what may be sent again once it was read: it leaves no mark.
    pub(super) fn of(spec: &Spec, request: &Value) -> Option<Self> {
        if spec.effect != Effect::Once {
            return None;
        }
        let made_here: &[&str] = match spec.settled_by {
            Settlement::InquireTriplet => &TRIPLET,
            Settlement::ReadReference => &DISPUTE,
            _ => &[],
        };
        let mut intent = request.clone();
        let mut references = Vec::new();
        if let Some(fields) = intent.as_object_mut() {
            for name in made_here {
                references.extend(fields.remove(*name).and_then(|value| value.as_str().map(str::to_owned)));
            }
        }
        // Half a name finds nothing, and one with a blank in it is none of ours.
        if references.len() != made_here.len() || references.iter().any(|one| one.is_empty() || one.contains(' ')) {
            references.clear();
        }
        let account = request.get("accountReference").and_then(Value::as_str).map(str::to_owned);
        let intent = same_however_written(intent);
        Some(Self { references, account, intent: format!("{} {intent}", spec.name) })
    }

    fn digest(&self) -> String {
        digest("intent", &self.intent)
    }

    /// The mark of this request, sent now to this place.
    pub(super) fn mark(
        &self,
        key: &OpaqueKey,
        place: &str,
        (operation, section, correlation): (&str, &str, &str),
    ) -> Mark {
        Mark {
            key: key.clone(),
            place: place_digest(place),
            intent: self.digest(),
            sent: Sent {
                operation: operation.into(),
                at: time::now(),
                section: section.into(),
                correlation: correlation.into(),
                account: self.account.as_deref().map(account_digest).unwrap_or_default(),
                references: self.references.clone(),
            },
        }
    }
}

/// A moment is the same in whatever form a gateway lists what it was told.
fn same_however_written(value: Value) -> Value {
    match value {
        Value::String(text) => match Instant::parse(&text) {
            Some(moment) => moment.epoch_millis().into(),
            None => Value::String(text),
        },
        Value::Array(values) => values.into_iter().map(same_however_written).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, same_however_written(value))).collect(),
        value => value,
    }
}

/// Stands for a kind of change and what it is made to.
pub(super) fn place_digest(place: &str) -> String {
    digest("place", place)
}

/// Stands for an account where none may be named.
pub fn account_digest(account: &str) -> String {
    digest("account", account)
}

/// Whether a mark may go after this end: only when it is known what became of all that was sent under it. `earlier` says that
/// something had been sent before this run.
pub(super) const fn is_settled(end: End, earlier: bool, may_arrive: bool) -> bool {
    match end {
        End::Proven | End::AlreadySo => true,
        // What this run sent was refused; what an earlier one sent may still be on its way.
        End::Refused if !earlier => true,
        End::Refused | End::NotDone => !may_arrive,
        End::Changed | End::Unread | End::Conflict | End::Confirmed | End::Unseen | End::NotConfirmed => false,
    }
}

#[cfg(test)]
mod tests {
    use contract::operations::{
        UpdateCustomerActivation, UpdateCustomerDeviceActivation,
        issuing::{
            disputes::{AddDisputeDocument, CreateDispute, CreateDisputePosting, GenerateChargeback},
            limits::{
                CreateAuthorizationRestrictionOverride, CreateTemporaryCreditLimit, CreateVelocityLimitOverride,
                DeleteTemporaryCreditLimit, UpdateAccountCreditLimit,
            },
            operations::{PostBonusOperation, PostFeeOperation, ReverseInterestOperation},
            statements::ReprintStatement,
        },
    };
    use serde_json::json;

    use super::*;

    #[test]
    fn what_happens_twice_when_it_is_sent_twice_is_remembered_and_what_sets_a_state_is_not() {
        let remembered = |spec: Spec| Remembered::of(&spec, &json!({})).is_some();
        for spec in [
            PostFeeOperation::SPEC,
            PostBonusOperation::SPEC,
            ReverseInterestOperation::SPEC,
            CreateDispute::SPEC,
            CreateDisputePosting::SPEC,
            AddDisputeDocument::SPEC,
            GenerateChargeback::SPEC,
            CreateTemporaryCreditLimit::SPEC,
            CreateVelocityLimitOverride::SPEC,
            CreateAuthorizationRestrictionOverride::SPEC,
            ReprintStatement::SPEC,
        ] {
            assert!(remembered(spec), "{}", spec.name);
        }
        for spec in [
            UpdateCustomerActivation::SPEC,
            UpdateCustomerDeviceActivation::SPEC,
            UpdateAccountCreditLimit::SPEC,
            DeleteTemporaryCreditLimit::SPEC,
        ] {
            assert!(!remembered(spec), "{}", spec.name);
        }
    }

    fn fee(reference: &str, value: i64) -> Remembered {
        let request = json!({
            "accountReference": "4000012345", "externalOperationDate": "2025-07-15T10:15:00Z",
            "externalOperationReference": reference, "externalOperationServicePoster": "ISSUER",
            "feeType": "MANUAL_FEE", "referenceAmount": { "value": value },
        });
        Remembered::of(&PostFeeOperation::SPEC, &request).expect("remembered")
    }

    #[test]
    fn the_same_intent_is_recognised_under_other_references_and_another_is_not() {
        assert_eq!(fee("a", 1500).intent, fee("b", 1500).intent);
        assert_ne!(fee("a", 1500).intent, fee("a", 1600).intent);
        assert_eq!(fee("a", 1500).references, ["2025-07-15T10:15:00Z", "a", "ISSUER"]);
    }

    #[test]
    fn a_moment_is_recognised_in_whatever_form_it_is_listed() {
        let limit = |end: &str| {
            let request = json!({ "activationEndTime": end, "nested": [{ "from": end }] });
            Remembered::of(&CreateTemporaryCreditLimit::SPEC, &request).map(|one| one.intent)
        };
        assert_eq!(limit("2025-07-15T22:00:00.000Z"), limit("2025-07-16T00:00:00+02:00"));
        assert_ne!(limit("2025-07-15T22:00:00.000Z"), limit("2025-07-15T22:00:01Z"));
    }

    #[test]
    fn references_that_would_not_find_it_again_are_not_kept() {
        assert!(fee("", 1500).references.is_empty());
        assert!(fee("a b", 1500).references.is_empty());
        let without = Remembered::of(&CreateDispute::SPEC, &json!({ "disputeReason": "FRAUD" }));
        assert!(without.is_some_and(|one| one.references.is_empty()));
    }

    fn sent(references: &[&str]) -> Sent {
        Sent {
            operation: "postFeeOperation".into(),
            at: 1_752_574_500_000,
            section: String::new(),
            correlation: "7f3a".into(),
            account: "00ff".into(),
            references: references.iter().map(|one| (*one).into()).collect(),
        }
    }

    #[test]
    fn what_is_kept_is_read_again() {
        for sent in [sent(&[]), sent(&["2025-07-15T10:15:00Z", "a", "ISSUER"])] {
            assert_eq!(Sent::decode(&sent.encode()), Some(sent));
        }
        let read = Mark::decode("aa.bb-cc", |_| Some(sent(&[]).encode())).expect("a mark");
        assert_eq!((read.key.0.as_str(), read.id().as_str()), ("aa", "bb-cc"));
        for text in ["", "something else", "postFeeOperation soon - - -"] {
            assert_eq!(Mark::decode("aa.bb-cc", |_| Some(text.into())), None, "{text}");
        }
    }

    #[test]
    fn a_mark_goes_only_when_it_is_known_what_became_of_everything_that_was_sent() {
        for earlier in [false, true] {
            for may_arrive in [false, true] {
                let goes = |end| is_settled(end, earlier, may_arrive);
                assert!(goes(End::Proven) && goes(End::AlreadySo));
                assert_eq!(goes(End::Refused), !earlier || !may_arrive);
                assert_eq!(goes(End::NotDone), !may_arrive);
                for end in [End::Conflict, End::Confirmed, End::Unseen, End::NotConfirmed, End::Changed, End::Unread] {
                    assert!(!goes(end), "{end:?}");
                }
            }
        }
    }

    #[test]
    fn the_end_of_one_settles_what_was_sent_under_its_references() {
        let mark = |place: &str, intent: &str, references: &[&str]| Mark {
            key: OpaqueKey("aa".into()),
            place: place.into(),
            intent: intent.into(),
            sent: sent(references),
        };
        let one = mark("p", "15", &["a"]);
        assert!(one.is_settled_with(&mark("p", "15", &["b"])));
        assert!(one.is_settled_with(&mark("p", "16", &["a"])), "edited, and sent under the same triplet");
        assert!(!one.is_settled_with(&mark("p", "16", &["b"])));
        assert!(!one.is_settled_with(&mark("q", "15", &["a"])));
        assert!(!mark("p", "15", &[]).is_settled_with(&mark("p", "16", &[])));
    }
}
