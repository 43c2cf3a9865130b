//! The phones of a wallet, and which of them were ever suspected of fraud.

use contract::{CustomerDevice, Instant, operations::wallet::BlockedDevice};

use crate::people::{LAST_EVENT, Person};

/// How a device begins that the platform made; one that an issuer named itself begins otherwise (seed 003:193).
const MADE_HERE: &str = "certnew:entity:device#";

/// A phone, and what became of it.
#[derive(Clone, Debug)]
pub(crate) struct HeldDevice {
    pub(crate) shown: CustomerDevice,
    pub(crate) blocked: bool,
    /// When it was last blocked; it stays when the block is lifted (seed 003:665).
    pub(crate) blocked_date: Option<Instant>,
}

/// Somebody's phones as they were in the beginning.
pub(crate) fn held(person: &Person) -> Vec<HeldDevice> {
    let once_blocked = person.peculiar.once_blocked;
    let held = |(place, shown): (usize, &CustomerDevice)| HeldDevice {
        shown: shown.clone(),
        blocked: false,
        blocked_date: (place < once_blocked).then(|| Instant::from_epoch_millis(LAST_EVENT - 40 * 86_400_000)),
    };
    person.devices.iter().enumerate().map(held).collect()
}

impl HeldDevice {
    /// A block works only on what the platform made (seed 003:1238).
    pub(crate) fn is_made_here(&self) -> bool {
        self.shown.device_uri.as_str().starts_with(MADE_HERE)
    }

    /// Suspects it of fraud, or no longer. Whether it is switched on is another matter.
    pub(crate) fn block(&mut self, blocked: bool, now: i64) {
        if blocked && !self.blocked {
            self.blocked_date = Some(Instant::from_epoch_millis(now));
        }
        self.blocked = blocked;
    }

    /// For the list of those that were ever blocked.
    pub(crate) fn in_history(&self) -> Option<BlockedDevice> {
        let blocked_date = self.blocked_date.clone()?;
        let CustomerDevice { device_uri, device_type_unique_name, device_name, active, .. } = self.shown.clone();
        Some(BlockedDevice {
            device_uri,
            device_type_unique_name,
            device_name,
            active,
            blocked: Some(self.blocked),
            blocked_date: Some(blocked_date),
        })
    }
}
