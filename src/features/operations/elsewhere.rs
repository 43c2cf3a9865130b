//! What was found on another account than the one in view: said on top of it, with the way to that account.

use contract::AccountReference;
use leptos::prelude::*;

use crate::{
    features::account::{bring_into_view, callers_account, known_account},
    session::{Caller, KnownAccount, Session, short},
    ui::{badge::Tone, banner::Banner, region::hand_on_what_has_the_focus},
};

/// How it is said: of an operation, "It was posted to …".
#[derive(Clone, Copy)]
pub struct Words {
    /// Begins the sentence: "It was posted to".
    pub begins: &'static str,
    /// What cannot be done about somebody else's: "To take it back or to dispute it".
    pub to_act: &'static str,
}

/// The line; nothing where it is on the account in view.
pub fn elsewhere(
    session: &Session,
    caller: &Caller,
    in_view: &KnownAccount,
    account: &AccountReference,
    words: Words,
) -> AnyView {
    if *account == in_view.reference {
        return ().into_any();
    }
    let Words { begins, to_act } = words;
    let Some(theirs) = callers_account(session, caller, account) else {
        let sentence = format!("{begins} {}. {to_act}, find that account\u{2019}s owner.", short(account.as_str()));
        let banner = Banner::status(Tone::Attention, "warning", "Not this customer\u{2019}s account.", sentence);
        return banner.slim().view();
    };
    let sentence = format!("{begins} {}.", theirs.label());
    let mut banner = Banner::status(Tone::Information, "info", "Not the account in view.", sentence).slim();
    // One below theirs cannot be chosen in their bar.
    if known_account(session, caller, account).is_some() {
        let (session, caller, account) = (session.clone(), caller.clone(), account.clone());
        banner = banner.offering("Switch to it", move || {
            hand_on_what_has_the_focus();
            bring_into_view(&session, &caller, &account);
        });
    }
    banner.view()
}
