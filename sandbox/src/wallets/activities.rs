//! What somebody did elsewhere and got points for.

use contract::{Instant, operations::wallet::LoyaltyActivity};

use super::cards::decimal;
use crate::{
    dice::Dice,
    people::{LAST_EVENT, Person},
};

/// The one kind of activity that is named (public).
pub(crate) const ONDEMAND_AWARD: &str = "ONDEMAND_AWARD";

/// None to two.
pub(crate) fn recorded(person: &Person) -> Vec<LoyaltyActivity> {
    let mut dice = Dice::of(&format!("{} activities", person.record.customer_uri));
    let count = person.peculiar.activities.unwrap_or_else(|| dice.below(3) as usize);
    (0..count).map(|_| activity(&mut dice)).collect()
}

fn activity(dice: &mut Dice) -> LoyaltyActivity {
    LoyaltyActivity {
        activity_type: Some(ONDEMAND_AWARD.into()),
        reference_id: Some(format!("post-{}", dice.below(1_000_000)).into()),
        points: decimal(1_000 * (1 + dice.below(5))),
        points_status: Some("GIVEN".into()),
        activity_date: Some(Instant::from_epoch_millis(LAST_EVENT - dice.below(300 * 86_400_000) as i64)),
    }
}
