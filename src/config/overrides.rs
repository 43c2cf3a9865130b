//! What few issuers have in their configuration: paths in the place of others, operations that are not offered, rules for
//! disputes. Checking it takes every operation's name and path, so its code is no part of the first load.

use contract::{catalogue::PATHS, path::replacing};

use super::{Config, ConfigError};

impl Config {
    /// Whether there is anything that [`Config::checked`] would look at.
    pub fn is_to_be_checked(&self) -> bool {
        let Self { gateway, dispute_readiness, .. } = self;
        !gateway.paths.is_empty() || !gateway.not_offered.is_empty() || dispute_readiness.is_own()
    }

    /// The same, unless it names an operation that there is not, a path that does not fit its operation, or a rule for
    /// disputes that cannot be read.
    pub fn checked(self) -> Result<Self, ConfigError> {
        for (name, path) in &self.gateway.paths {
            check_path(name, path)?;
        }
        check_names(&self.gateway.not_offered)?;
        self.dispute_readiness.wrong().map_or(Ok(self), Err)
    }
}

/// A path that stands for the one of the operation with this name.
fn check_path(operation: &str, path: &str) -> Result<(), ConfigError> {
    let wrong = |expected| ConfigError { key: format!("gateway.paths.{operation}"), expected };
    let own = PATHS.iter().find(|(name, _)| *name == operation);
    let (_, own) = own.ok_or_else(|| wrong("left out: no operation has this name".into()))?;
    replacing(own, path).map_err(wrong)
}

/// A name that no operation has is refused with its place in the list.
fn check_names(not_offered: &[String]) -> Result<(), ConfigError> {
    let is_unknown = |name: &String| PATHS.iter().all(|(known, _)| known != name);
    let Some(place) = not_offered.iter().position(is_unknown) else { return Ok(()) };
    let expected = format!("the name of an operation, which “{}” is not", not_offered[place]);
    Err(ConfigError { key: format!("gateway.notOffered[{place}]"), expected })
}
