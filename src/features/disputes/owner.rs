//! Whose a folder is: one that was found by its reference may be anybody's, and nothing is done with it under another
//! customer's name.

use std::sync::Arc;

use contract::operations::issuing::disputes::Dispute;
use leptos::prelude::*;

use super::{
    cards::{self, Cards},
    folders::{Folders, Found},
};
use crate::{
    session::{Caller, Session},
    ui::{badge::Tone, banner::Banner, load::Load, trouble::Retry},
};

/// Whose it is, seen from the caller in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Their cards are being read.
    Reading,
    /// Theirs: it is about one of their cards.
    Theirs,
    /// About a card with which something was bought on their account: an employee's, for example.
    OnAccount,
    /// Somebody else's: its card is none of theirs.
    Another,
    /// Nobody can tell, and why.
    Unknown(&'static str),
}

/// Whose it is, and how to read that again.
#[derive(Clone)]
pub struct Ownership {
    /// Whose it is.
    pub owner: Memo<Owner>,
    name: String,
    again: Retry,
}

impl Ownership {
    /// Of this folder. Reads what nobody has read yet.
    pub fn of(session: &Session, caller: &Caller, dispute: &Dispute) -> Self {
        let (own, read_own) = cards::own(session, caller);
        let folders = Folders::of(session, caller);
        let (listed, read_listed) = (folders.state(), folders.retry(session, caller));
        let known = caller.link_to_issuer(session.config.tenant.link).is_some();
        let used = cards::of_folder(dispute).is_some_and(|card| cards::was_used(caller, card));
        let dispute = dispute.clone();
        let owner = Memo::new(move |_| match known {
            true => match own.with(|own| listed.with(|listed| judge(&dispute, own, listed))) {
                Owner::Another | Owner::Unknown(_) if used => Owner::OnAccount,
                owner => owner,
            },
            false => Owner::Unknown("The issuer has no customer under this wallet’s ID."),
        });
        let again = Arc::new(move || {
            read_own();
            read_listed();
        });
        let name = caller.record().with_untracked(contract::WalletCustomer::full_name);
        Self { owner, name, again }
    }

    /// Why nothing may be done with the folder. Tracked.
    pub fn hindrance(&self) -> Option<String> {
        match self.owner.get() {
            Owner::Theirs | Owner::OnAccount => None,
            Owner::Reading => Some("It is being read whose folder this is.".into()),
            Owner::Another => Some(format!("The folder is another customer’s: its card is none of {}’s.", self.name)),
            Owner::Unknown(why) => Some(format!("Whose folder this is is not known. {why}")),
        }
    }

    /// The cardholder, for the folder's facts.
    pub fn cardholder(&self) -> AnyView {
        let Self { owner, name, .. } = self.clone();
        (move || match owner.get() {
            Owner::Reading => "Being read".to_owned(),
            Owner::Theirs => name.clone(),
            Owner::OnAccount => format!("Not stated; the card is used on {name}’s account"),
            Owner::Another => "Another customer".to_owned(),
            Owner::Unknown(_) => "Not known".to_owned(),
        })
        .into_any()
    }

    /// The warning above everything of a folder that is not known to be the caller's.
    pub fn warning(&self) -> AnyView {
        let Self { owner, name, again } = self.clone();
        (move || match owner.get() {
            Owner::Theirs | Owner::OnAccount | Owner::Reading => None,
            Owner::Another => {
                let sentence = format!(
                    "Its card is none of {name}’s. Tell them nothing of it; to work on it, find its cardholder first."
                );
                Some(Banner::alert(Tone::Danger, "warning", "Another customer’s folder.", sentence).view())
            }
            Owner::Unknown(why) => {
                let again = again.clone();
                let sentence = format!("{why} Nothing can be done with it until that is known.");
                let heading = "Whose folder this is is not known.";
                let banner = Banner::alert(Tone::Attention, "warning", heading, sentence);
                Some(banner.offering("Try again", move || again()).view())
            }
        })
        .into_any()
    }
}

/// It is theirs when their card contracts name its card, or when the gateway lists it under one of their cards: that of a
/// card which was replaced since, for example.
fn judge(dispute: &Dispute, own: &Load<Cards>, listed: &Load<Found>) -> Owner {
    let Some(card) = cards::of_folder(dispute) else {
        return Owner::Unknown("The gateway does not state its card.");
    };
    let reference = &dispute.dispute_folder_identifier.dispute_folder_reference;
    let named = own.answer().map(|cards| cards.contains_key(card));
    let found = listed.answer().map(|found| found.has(reference));
    match (named, found) {
        (Some(true), _) | (_, Some(true)) => Owner::Theirs,
        _ if !own.is_settled() || !listed.is_settled() => Owner::Reading,
        (Some(false), Some(false)) => Owner::Another,
        _ => Owner::Unknown("This customer’s cards could not be read."),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{
        features::disputes::folders::Found,
        ui::trouble::{Again, Trouble},
    };

    fn folder(reference: &str, card: Option<&str>) -> Dispute {
        let text = json!({
            "disputeFolderIdentifier": { "disputeFolderReference": reference },
            "cardIdentifier": card.map(|card| json!({ "cardReference": card })),
        });
        serde_json::from_str(&text.to_string()).expect("a folder")
    }

    fn own(cards: &[&str]) -> Load<Cards> {
        Load::Ready(cards.iter().map(|card| ((*card).to_owned(), None)).collect(), 0)
    }

    fn listed(folders: &[&str]) -> Load<Found> {
        let folders = folders.iter().map(|reference| folder(reference, Some("20"))).collect();
        Load::Ready(Found { folders, ..Found::default() }, 0)
    }

    fn failed<T>() -> Load<T> {
        Load::Failed(Trouble { sentence: "no".into(), details: Vec::new(), correlation: None, again: Again::Now })
    }

    #[test]
    fn a_folder_is_the_callers_when_its_card_is_theirs_or_it_is_listed_under_one_of_their_cards() {
        let theirs = folder("D-V-1", Some("20"));
        assert_eq!(judge(&theirs, &own(&["20"]), &Load::Waiting), Owner::Theirs);
        assert_eq!(judge(&theirs, &own(&["30"]), &listed(&["D-V-1"])), Owner::Theirs);
        assert_eq!(judge(&theirs, &failed(), &listed(&["D-V-1"])), Owner::Theirs);
    }

    #[test]
    fn a_folder_of_no_card_of_theirs_is_another_customers() {
        assert_eq!(judge(&folder("D-V-1", Some("20")), &own(&["30"]), &listed(&["D-V-2"])), Owner::Another);
        assert_eq!(judge(&folder("D-V-1", Some("20")), &own(&[]), &listed(&[])), Owner::Another);
    }

    #[test]
    fn what_was_not_read_is_not_known_and_nothing_is_decided_before_it_was() {
        let theirs = folder("D-V-1", Some("20"));
        assert_eq!(judge(&theirs, &Load::Waiting, &listed(&[])), Owner::Reading);
        assert_eq!(judge(&theirs, &own(&["30"]), &Load::Slow), Owner::Reading);
        assert!(matches!(judge(&theirs, &failed(), &listed(&[])), Owner::Unknown(_)));
        assert!(matches!(judge(&theirs, &own(&["30"]), &failed()), Owner::Unknown(_)));
        assert!(matches!(judge(&folder("D-V-1", None), &own(&["30"]), &listed(&[])), Owner::Unknown(_)));
    }
}
