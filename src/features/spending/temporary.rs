//! The temporary limit that counts now: while it does it stands in the permanent one's place, and another can be added only in
//! its place.

use contract::{Amount, Money, operations::issuing::limits::TemporaryCreditLimit};

use super::{
    explain::{Evidence, less},
    words::Write,
};

/// What makes room where nothing is left: never what the gateway would refuse.
pub fn makes_room(evidence: &Evidence<'_>, write: &Write<'_>) -> String {
    if let Some(lower) = lowering(evidence) {
        let Lowering { to, instead_of, limit } = lower;
        let (to, instead_of) = (write.money(&to), write.money(&instead_of));
        return format!(
            "A temporary limit lowers the credit to {to}{}: delete it, and the permanent limit of {instead_of} counts.",
            until(limit, write),
        );
    }
    match (counting(evidence), evidence.temporary_limits) {
        (Some(limit), _) => {
            let until = until(limit, write);
            format!(
                "A payment makes room. A temporary limit counts{until}: another can be added once it is deleted, or in its \
                 place."
            )
        }
        (None, Some(_)) => "A payment makes room, and so does a temporary limit.".into(),
        (None, None) => "A payment makes room. Whether a temporary limit counts could not be read.".into(),
    }
}

/// A temporary limit below the permanent one.
pub struct Lowering<'a> {
    /// The credit while it counts.
    pub to: Money,
    /// The permanent limit.
    pub instead_of: Money,
    /// The limit itself.
    pub limit: &'a TemporaryCreditLimit,
}

/// The one that counts now, if it is below the permanent one.
pub fn lowering<'a>(evidence: &Evidence<'a>) -> Option<Lowering<'a>> {
    counting(evidence).and_then(|limit| below_permanent(limit, evidence))
}

/// This one, if it is below the permanent one.
pub fn below_permanent<'a>(limit: &'a TemporaryCreditLimit, evidence: &Evidence<'_>) -> Option<Lowering<'a>> {
    let instead_of = evidence.credit_limit?.credit_limit_amount.as_ref().and_then(Amount::stated)?;
    let to = limit.temporary_credit_limit_amount.as_ref().and_then(Amount::stated)?;
    let is_lower = less(&instead_of, &to).is_some_and(|more| more.value > 0);
    is_lower.then_some(Lowering { to, instead_of, limit })
}

/// " until 1 Dec 2026, 00:00"; nothing where no end is stated.
pub fn until(limit: &TemporaryCreditLimit, write: &Write<'_>) -> String {
    let end = limit.activation_end_time.as_ref();
    end.map(|end| format!(" until {}", write.moment(end.epoch_millis()))).unwrap_or_default()
}

/// Whether it is over.
pub fn is_over(limit: &TemporaryCreditLimit, now: i64) -> bool {
    limit.activation_end_time.as_ref().is_some_and(|end| end.epoch_millis() <= now)
}

fn counting<'a>(evidence: &Evidence<'a>) -> Option<&'a TemporaryCreditLimit> {
    let began = |limit: &TemporaryCreditLimit| {
        limit.activation_start_time.as_ref().is_none_or(|start| start.epoch_millis() <= evidence.now)
    };
    evidence.temporary_limits?.iter().find(|limit| began(limit) && !is_over(limit, evidence.now))
}

#[cfg(test)]
mod tests {
    use contract::operations::issuing::limits::CreditLimit;
    use serde_json::{Value, json};

    use super::*;
    use crate::features::spending::words::plainly;

    const NOW: &str = "2026-12-01T09:00:00Z";

    fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
        serde_json::from_value(value).expect("readable")
    }

    fn euros(value: i64) -> Value {
        json!({ "value": value, "exponent": 2, "isoCode": "EUR" })
    }

    fn advice(limits: Value) -> String {
        let (permanent, limits): (CreditLimit, Vec<TemporaryCreditLimit>) =
            (read(json!({ "creditLimitAmount": euros(300_000) })), read(limits));
        let now = contract::Instant::parse(NOW).expect("a moment").epoch_millis();
        let evidence =
            Evidence { credit_limit: Some(&permanent), temporary_limits: Some(&limits), now, ..Evidence::default() };
        plainly(|write| makes_room(&evidence, write))
    }

    fn limit(amount: i64, start: &str, end: &str) -> Value {
        json!([{ "temporaryCreditLimitAmount": euros(amount), "activationStartTime": start, "activationEndTime": end }])
    }

    #[test]
    fn what_the_gateway_would_refuse_is_never_advised() {
        let free = "A payment makes room, and so does a temporary limit.";
        assert_eq!(advice(json!([])), free);
        assert_eq!(advice(limit(100, "2026-11-01T00:00:00Z", "2026-11-30T00:00:00Z")), free, "it is over");
        assert_eq!(advice(limit(100, "2026-12-02T00:00:00Z", "2026-12-30T00:00:00Z")), free, "it is to come");
        assert_eq!(
            advice(limit(100, "2026-11-01T00:00:00Z", "2026-12-30T00:00:00Z")),
            "A temporary limit lowers the credit to 1.00 EUR until 2026-12-30T00:00:00Z: delete it, and the permanent \
             limit of 3000.00 EUR counts."
        );
        assert_eq!(
            advice(limit(900_000, "2026-11-01T00:00:00Z", "2026-12-30T00:00:00Z")),
            "A payment makes room. A temporary limit counts until 2026-12-30T00:00:00Z: another can be added once it is \
             deleted, or in its place."
        );
        let unread = plainly(|write| makes_room(&Evidence::default(), write));
        assert!(!unread.contains("so does"), "{unread}");
    }
}
