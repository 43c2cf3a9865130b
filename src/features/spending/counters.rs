//! How full the velocity limits are that an explanation is told from. Only the single read of a limit tells (seed
//! 004:2632-2634), so it is asked for those alone that matter to the authorization.

use contract::{
    VelocityLimitReference,
    operations::issuing::{limits::VelocityLimit, operations::Authorization},
};

use super::{
    explain::{Evidence, whose_counters_matter},
    readings::{Reading, Readings},
};
use crate::session::Session;

/// The limits that matter to this authorization, as they are read alone; none while the lists are not read. Tracked.
pub fn that_matter(readings: &Readings, authorization: &Authorization) -> Vec<Reading<VelocityLimit>> {
    let limits = readings.velocity_limits.answer();
    let restrictions = readings.restrictions.answer();
    let evidence = Evidence {
        velocity_limits: limits.as_ref().map(|list| list.rows.as_slice()),
        restrictions: restrictions.as_ref().map(|list| list.rows.as_slice()),
        ..Evidence::default()
    };
    let matter = whose_counters_matter(authorization, &evidence);
    matter.iter().map(|reference| readings.velocity_limit(reference)).collect()
}

/// Asks for them. Tracked: they may become others when the lists are read again.
pub fn begin(session: &Session, readings: &Readings, authorization: &Authorization) {
    for reading in that_matter(readings, authorization) {
        reading.begin(session);
    }
}

/// Whether each is answered, or failed. Tracked.
pub fn are_settled(readings: &Readings, authorization: &Authorization) -> bool {
    that_matter(readings, authorization).iter().all(Reading::is_settled)
}

/// The listed limits, each as its own read shows it where that was asked for; and those of which no such read is there.
pub fn filled_in(readings: &Readings, listed: Vec<VelocityLimit>) -> (Vec<VelocityLimit>, Vec<VelocityLimitReference>) {
    let mut unread = Vec::new();
    let mut fill = |limit: VelocityLimit| {
        let reference = &limit.velocity_limit_identifier.velocity_limit_reference;
        let reading = readings.velocity_limit(reference);
        if reading.has_failed() {
            unread.push(reference.clone());
            return limit;
        }
        reading.answer().unwrap_or(limit)
    };
    let limits = listed.into_iter().map(&mut fill).collect();
    (limits, unread)
}
