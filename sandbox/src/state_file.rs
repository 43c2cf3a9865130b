//! What has changed since the beginning, and a file that remembers it.

use std::{fs, io, path::PathBuf};

use serde::{Deserialize, Serialize};

use crate::deeds::Deed;

/// Everything that is no longer as it was.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Changes {
    /// What was written since, oldest first.
    pub(crate) deeds: Vec<Deed>,
}

/// Where the changes are kept.
#[derive(Clone, Debug)]
pub(crate) struct StateFile(PathBuf);

impl StateFile {
    pub(crate) fn at(path: PathBuf) -> Self {
        Self(path)
    }

    /// What an earlier sandbox kept; nothing when there was none.
    pub(crate) fn load(&self) -> Result<Changes, String> {
        let file = self.0.display();
        let text = match fs::read_to_string(&self.0) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Changes::default()),
            Err(error) => return Err(format!("the state file {file} cannot be read: {error}.")),
        };
        serde_json::from_str(&text)
            .map_err(|error| format!("{file} is not a state file ({error}). Remove it, or name another with --state."))
    }

    /// Puts a new file in the old one's place, so that a crash leaves one of the two and never half of one.
    pub(crate) fn keep(&self, changes: &Changes) -> io::Result<()> {
        let mut beside = self.0.clone().into_os_string();
        beside.push(".new");
        fs::write(&beside, serde_json::to_string_pretty(changes)?)?;
        fs::rename(&beside, &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::door::Incoming;

    fn file(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("sandbox-state-{}-{name}.json", std::process::id()));
        let _ = fs::remove_file(&path);
        path
    }

    #[test]
    fn what_is_kept_is_loaded_again() {
        let path = file("kept");
        let state = StateFile::at(path.clone());
        assert_eq!(state.load(), Ok(Changes::default()));
        let call = Incoming { lists: contract::Lists::default(), path: "/issuers/1234/accounts/1", body: b"{}" };
        let deeds = vec![Deed::new("updateAccountParameters", call, None, "Robin Keller")];
        let changes = Changes { deeds };
        state.keep(&changes).expect("written");
        assert_eq!(state.load(), Ok(changes));
        fs::remove_file(path).expect("removed");
    }

    #[test]
    fn a_corrupt_file_is_refused_with_its_name_and_what_to_do() {
        let path = file("corrupt");
        fs::write(&path, "{\"deeds\": [{\"operation\": \"upd").expect("written");
        let sentence = StateFile::at(path.clone()).load().expect_err("refused");
        assert!(sentence.starts_with(&path.display().to_string()), "{sentence}");
        assert!(sentence.ends_with("Remove it, or name another with --state."), "{sentence}");
        fs::remove_file(path).expect("removed");
    }
}
