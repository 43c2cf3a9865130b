//! Looks a caller up at the issuer, before anything of the issuing half is read: by either reference (seed 004:1300), and the
//! paths take what the answer says.

use std::pin::Pin;

use contract::{CustomerReference, operations::issuing::customers::RetrieveCustomer};
use leptos::prelude::*;

use crate::{
    gateway::{Failure, Fault},
    session::{AtIssuer, Caller, Decision, IssuerRecord, Session},
};

/// Who the caller is to the issuer, on its way; `None` when the issuer knows nobody by the wallet's id, or the rep said that
/// whoever it knows is another person.
pub type LookedUp = Pin<Box<dyn Future<Output = Result<Option<IssuerRecord>, Failure>>>>;

/// Asks the issuer, unless it is known already. Holds nothing of the caller but the place of the answer.
pub fn at_issuer(session: &Session, caller: &Caller) -> LookedUp {
    look_up(session, caller, false)
}

/// Asks the issuer anew.
pub(super) fn at_issuer_again(session: &Session, caller: &Caller) -> LookedUp {
    look_up(session, caller, true)
}

/// What every path about this customer takes, for those who need no more.
pub async fn customer(looked_up: LookedUp) -> Result<Option<CustomerReference>, Failure> {
    Ok(looked_up.await?.map(|record| record.reference))
}

/// Who gives up asking leaves nobody waiting.
struct Pending(ArcRwSignal<AtIssuer>);

impl Drop for Pending {
    fn drop(&mut self) {
        if self.0.with_untracked(|place| *place == AtIssuer::BeingRead) {
            self.0.set(AtIssuer::NotAsked);
        }
    }
}

fn look_up(session: &Session, caller: &Caller, anew: bool) -> LookedUp {
    let (gateway, references) = (session.gateway.clone(), session.config.tenant.references);
    let place = caller.at_issuer();
    let link = caller.link_to_issuer(session.config.tenant.link);
    let set_aside = untrack(|| caller.decision()) == Some(Decision::TwoPeople);
    let Some(customer_reference) = link else {
        place.set(AtIssuer::Nobody);
        return Box::pin(async { Ok(None) });
    };
    if set_aside {
        return Box::pin(async { Ok(None) });
    }
    let known = place.with_untracked(|place| match place {
        AtIssuer::Known(record) if !anew => Some(record.clone()),
        _ => None,
    });
    if known.is_some() {
        return Box::pin(async { Ok(known) });
    }
    // What was read before counts until the next answer.
    if place.with_untracked(|place| !matches!(place, AtIssuer::Known(_))) {
        place.set(AtIssuer::BeingRead);
    }
    let pending = Pending(place.clone());
    Box::pin(async move {
        let _pending = pending;
        let answered = gateway.call(RetrieveCustomer { customer_reference, embed: Vec::new() }).await;
        match answered {
            Ok(answered) => {
                let record = IssuerRecord::of(answered.answer, references);
                place.set(record.clone().map_or(AtIssuer::Nobody, AtIssuer::Known));
                Ok(record)
            }
            Err(Failure { fault: Fault::Http(404), .. }) => {
                place.set(AtIssuer::Nobody);
                Ok(None)
            }
            Err(failure) => {
                if place.with_untracked(|place| !matches!(place, AtIssuer::Known(_))) {
                    place.set(AtIssuer::Unread);
                }
                Err(failure)
            }
        }
    })
}
