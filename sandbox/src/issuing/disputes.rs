//! Dispute folders: where they are kept, and how they are found by folder, by operation and by card.
//!
//! An operation shows that it is in dispute as soon as a folder names it, and what is booked with [`World::book`] counts
//! in the balance and in the next statement.

use contract::operations::issuing::disputes::Dispute;

use super::numbers::AccountNumber;

/// All folders, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Disputes {
    pub(crate) folders: Vec<Folder>,
    /// How many were made since the beginning.
    pub(crate) made: usize,
}

/// A folder, and what it is about.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    /// As it is read, with everything in it.
    pub(crate) dispute: Dispute,
    pub(crate) account: AccountNumber,
    /// The disputed operation's external reference.
    pub(crate) operation: String,
    /// The card with which it was made.
    pub(crate) card: Option<String>,
}

impl Disputes {
    /// The folder of this name, which the platform gave.
    pub(crate) fn named(&self, reference: &str) -> Option<&Folder> {
        self.folders.iter().find(|folder| folder.is_named(reference))
    }

    pub(crate) fn named_mut(&mut self, reference: &str) -> Option<&mut Folder> {
        self.folders.iter_mut().find(|folder| folder.is_named(reference))
    }

    /// The folder that was made under this reference of the issuer's own.
    pub(crate) fn made_under(&self, own: &str) -> Option<&Folder> {
        let stated = |folder: &&Folder| {
            let stated = folder.dispute.dispute_folder_identifier.issuer_dispute_external_reference.as_ref();
            stated.is_some_and(|stated| stated.as_str() == own)
        };
        self.folders.iter().find(stated)
    }

    /// The folder about this operation, by its external reference.
    pub(crate) fn about(&self, operation: &str) -> Option<&Folder> {
        self.folders.iter().find(|folder| folder.operation == operation)
    }

    /// The folders of a card, by the account's own reference or by the one in the folder.
    pub(crate) fn of_card<'a>(&'a self, card: &'a str) -> impl Iterator<Item = &'a Folder> {
        let stated = |folder: &Folder| folder.dispute.card_identifier.clone().and_then(|stated| stated.card_reference);
        self.folders.iter().filter(move |folder| {
            folder.card.as_deref() == Some(card) || stated(folder).is_some_and(|stated| stated.as_str() == card)
        })
    }
}

impl Folder {
    fn is_named(&self, reference: &str) -> bool {
        self.dispute.dispute_folder_identifier.dispute_folder_reference.as_str() == reference
    }
}
